-- What is to be sent, and what was.

CREATE TABLE plans (
	id       BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	athlete  BIGINT REFERENCES athletes (id) ON DELETE CASCADE, -- NULL = a team's
	team     TEXT   NOT NULL, -- platform/workspace; '' = an athlete's
	kind     TEXT   NOT NULL,
	rule     TEXT   NOT NULL,
	zone     TEXT   NOT NULL,
	from_day TEXT   NOT NULL, -- no occurrence before it; '' = none
	day      TEXT   NOT NULL, -- nominal date of the next occurrence
	due      BIGINT NOT NULL, -- and its instant
	since    BIGINT NOT NULL  -- when it was planned: settings were saved, so somebody was there
);
CREATE UNIQUE INDEX plans_athlete ON plans (athlete, kind);
CREATE INDEX plans_due ON plans (due, id);

-- One row an occurrence, for as long as it could be made again.
CREATE TABLE outbox (
	id       BIGINT  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	athlete  BIGINT  REFERENCES athletes (id) ON DELETE CASCADE, -- NULL = a team's
	team     TEXT    NOT NULL,
	kind     TEXT    NOT NULL,
	once     TEXT    COLLATE "C" NOT NULL, -- nominal date, or a follow-up's key
	day      TEXT    NOT NULL,
	due      BIGINT  NOT NULL,
	promised BIGINT  NOT NULL, -- when it should go out: after spread and quiet hours
	expires  BIGINT  NOT NULL,
	state    TEXT    NOT NULL CHECK (state IN
		('planned', 'claimed', 'retry', 'unknown', 'sent', 'skipped', 'expired', 'unreachable', 'dead')),
	next     BIGINT,           -- when to look at it: to send it, or when its lease ends; NULL = done
	queued   BIGINT,           -- a job queue carries it: when to look for it if that has not brought it; NULL = none does
	attempts BIGINT  NOT NULL DEFAULT 0, -- claims so far
	late     BOOLEAN NOT NULL DEFAULT false, -- it went out late
	session  TEXT    NOT NULL, -- '' once done
	text     TEXT    NOT NULL, -- '' once done
	why      TEXT    NOT NULL,
	ended    BIGINT            -- when it was done
);
CREATE UNIQUE INDEX outbox_once ON outbox (athlete, kind, once);
CREATE UNIQUE INDEX outbox_team ON outbox (team, kind, once) WHERE athlete IS NULL;
CREATE INDEX outbox_next ON outbox (next, id) WHERE next IS NOT NULL AND queued IS NULL;
CREATE INDEX outbox_queued ON outbox (queued) WHERE queued IS NOT NULL;
CREATE INDEX outbox_ended ON outbox (ended) WHERE ended IS NOT NULL;
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'dead';

CREATE INDEX follow_ups_sent ON follow_ups (sent) WHERE sent IS NOT NULL;
