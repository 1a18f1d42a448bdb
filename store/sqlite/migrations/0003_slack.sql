-- What the Slack adapter keeps: installations, sendings whose end may be
-- unknown, and payloads it could not read.

CREATE TABLE slack_installs (
	enterprise TEXT    NOT NULL, -- '' = none
	team       TEXT    NOT NULL, -- '' = the whole enterprise
	sealed     BLOB    NOT NULL, -- encrypted by the adapter, the token in it
	at         INTEGER NOT NULL,
	PRIMARY KEY (team, enterprise)
) STRICT, WITHOUT ROWID;

CREATE TABLE slack_sends (
	id    TEXT    PRIMARY KEY, -- the idempotency key of one message
	begun INTEGER NOT NULL,
	done  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX slack_sends_begun ON slack_sends (begun);

CREATE TABLE slack_unread (
	seq  INTEGER PRIMARY KEY,
	at   INTEGER NOT NULL,
	kind TEXT    NOT NULL,
	why  TEXT    NOT NULL,
	body BLOB    NOT NULL
) STRICT;
CREATE INDEX slack_unread_at ON slack_unread (at);
