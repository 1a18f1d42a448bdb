-- People who cannot be written to, for the metrics.
CREATE INDEX identities_unreachable ON identities (athlete) WHERE reachable = 0;
