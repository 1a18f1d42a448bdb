-- What a connection to Discord's gateway is resumed with after a restart.

CREATE TABLE discord_sessions (
	name    TEXT   PRIMARY KEY, -- of the connection: a token's digest and a shard
	session TEXT   NOT NULL,
	url     TEXT   NOT NULL,
	seq     BIGINT NOT NULL, -- of the last event that was stored
	at      BIGINT NOT NULL
);
