-- What the Slack adapter keeps: installations, sendings whose end may be
-- unknown, and payloads it could not read.

CREATE TABLE slack_installs (
	enterprise TEXT    NOT NULL, -- '' = none
	team       TEXT    NOT NULL, -- '' = the whole enterprise
	sealed     BYTEA   NOT NULL, -- encrypted by the adapter, the token in it
	at         BIGINT  NOT NULL,
	PRIMARY KEY (team, enterprise)
);

CREATE TABLE slack_sends (
	id    TEXT    PRIMARY KEY, -- the idempotency key of one message
	begun BIGINT  NOT NULL,
	done  BOOLEAN NOT NULL DEFAULT false
);
CREATE INDEX slack_sends_begun ON slack_sends (begun);

CREATE TABLE slack_unread (
	seq  BIGINT  PRIMARY KEY GENERATED ALWAYS AS IDENTITY,
	at   BIGINT  NOT NULL,
	kind TEXT    NOT NULL,
	why  TEXT    NOT NULL,
	body BYTEA   NOT NULL
);
CREATE INDEX slack_unread_at ON slack_unread (at);
