-- The log, the check-ins, the conversation and what is counted.
--
-- Instants are INTEGER, UTC milliseconds, NULL = never. Days are TEXT,
-- YYYY-MM-DD on the athlete's calendar, '' = none. Every table that holds an
-- athlete's data hangs on athletes with ON DELETE CASCADE and has the athlete
-- first in an index: erasing is one DELETE.

CREATE TABLE athletes (
	id              INTEGER PRIMARY KEY AUTOINCREMENT, -- an erased one's number is not given again
	goal            TEXT    NOT NULL DEFAULT '',
	experience      TEXT    NOT NULL DEFAULT '',
	units           TEXT    NOT NULL DEFAULT 'metric',
	zone            TEXT    NOT NULL DEFAULT '',
	event           TEXT    NOT NULL DEFAULT '',
	deload          TEXT    NOT NULL DEFAULT '',
	consent_given   INTEGER NOT NULL DEFAULT 0,
	consent_version INTEGER NOT NULL DEFAULT 0,
	consent_at      INTEGER,
	checkin_at      TEXT    NOT NULL DEFAULT '',
	checkin_days    TEXT    NOT NULL DEFAULT '',
	checkin_cron    TEXT    NOT NULL DEFAULT '',
	quiet           TEXT    NOT NULL DEFAULT '',
	nudge           INTEGER NOT NULL DEFAULT 0,
	after_session   INTEGER NOT NULL DEFAULT 0,
	six_hours       INTEGER NOT NULL DEFAULT 0,
	review          INTEGER NOT NULL DEFAULT 0,
	team            INTEGER NOT NULL DEFAULT 0,
	pause_until     TEXT    NOT NULL DEFAULT '',
	pause_reason    TEXT    NOT NULL DEFAULT '',
	hold_tier       TEXT    NOT NULL DEFAULT '',
	hold_group      TEXT    NOT NULL DEFAULT '',
	hold_at         INTEGER,
	set_up          INTEGER NOT NULL DEFAULT 0,
	created         INTEGER,
	replan          INTEGER NOT NULL DEFAULT 0 -- 1 = settings changed since the scheduler planned
) STRICT;
CREATE INDEX athletes_replan ON athletes (id) WHERE replan = 1;

CREATE TABLE identities (
	platform  TEXT    NOT NULL,
	workspace TEXT    NOT NULL,
	person    TEXT    NOT NULL, -- the user id on the platform
	athlete   INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	reachable INTEGER NOT NULL DEFAULT 1,
	turned_to INTEGER NOT NULL, -- since when this is the one the athlete uses
	PRIMARY KEY (platform, workspace, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX identities_athlete ON identities (athlete, turned_to);

CREATE TABLE sessions (
	athlete   INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	start     INTEGER NOT NULL,
	id        TEXT    NOT NULL,
	logged_at INTEGER NOT NULL, -- moved on by a millisecond where needed to keep the order of storing
	zone      TEXT    NOT NULL,
	kind      TEXT    NOT NULL,
	minutes   REAL    NOT NULL,
	estimated INTEGER NOT NULL,
	rpe       REAL,
	km        REAL    NOT NULL,
	hr        INTEGER NOT NULL,
	intensity TEXT    NOT NULL,
	tagged    INTEGER NOT NULL,
	style     TEXT    NOT NULL,
	activity  TEXT    NOT NULL,
	region    TEXT    NOT NULL,
	note      TEXT    NOT NULL,
	source    TEXT    NOT NULL,
	detail    TEXT    NOT NULL, -- JSON of sets and repeats, '' = none
	PRIMARY KEY (athlete, start, id)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX sessions_id ON sessions (athlete, id);
CREATE INDEX sessions_logged ON sessions (athlete, logged_at);

CREATE TABLE check_ins (
	athlete     INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	day         TEXT    NOT NULL,
	at          INTEGER,
	fatigue     INTEGER NOT NULL,
	sleep       INTEGER NOT NULL,
	soreness    INTEGER NOT NULL,
	stress      INTEGER NOT NULL,
	mood        INTEGER NOT NULL,
	sleep_hours REAL    NOT NULL,
	pain        TEXT    NOT NULL,
	no_pain     INTEGER NOT NULL,
	note        TEXT    NOT NULL,
	PRIMARY KEY (athlete, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE skips (
	athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	day     TEXT    NOT NULL,
	PRIMARY KEY (athlete, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE follow_ups (
	athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	key     TEXT    NOT NULL,
	kind    TEXT    NOT NULL,
	due     INTEGER NOT NULL,
	session TEXT    NOT NULL, -- '' = none
	text    TEXT    NOT NULL,
	sent    INTEGER,          -- when the scheduler took it over; NULL = still planned
	PRIMARY KEY (athlete, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_ups_due ON follow_ups (due) WHERE sent IS NULL;

CREATE TABLE explanations (
	athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	seq     INTEGER NOT NULL, -- counts up for each athlete
	id      TEXT    NOT NULL,
	body    TEXT    NOT NULL, -- JSON
	PRIMARY KEY (athlete, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE own_exercises (
	athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	name    TEXT    NOT NULL,
	legs    INTEGER NOT NULL,
	PRIMARY KEY (athlete, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE dialogues (
	athlete INTEGER PRIMARY KEY REFERENCES athletes (id) ON DELETE CASCADE,
	body    TEXT    NOT NULL, -- JSON
	expires INTEGER           -- NULL = never
) STRICT;

CREATE TABLE drafts (
	athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	key     TEXT    NOT NULL,
	words   TEXT    NOT NULL,
	at      INTEGER NOT NULL,
	PRIMARY KEY (athlete, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_at ON drafts (at);

-- A message waits, then is done (only its key is left) or dead.
CREATE TABLE inbox (
	seq       INTEGER PRIMARY KEY AUTOINCREMENT, -- part of the key replies are sent under: never given again
	platform  TEXT    NOT NULL,
	id        TEXT    NOT NULL,
	state     TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
	at        INTEGER NOT NULL,
	workspace TEXT    NOT NULL, -- of who said it; '' once done
	person    TEXT    NOT NULL, -- who said it; '' once done
	body      TEXT,             -- JSON; NULL once done
	replies   TEXT,             -- JSON; NULL until handled, and once done
	attempts  INTEGER NOT NULL DEFAULT 0,
	why       TEXT    NOT NULL DEFAULT '', -- of the last failure
	UNIQUE (platform, id)
) STRICT;
CREATE INDEX inbox_open ON inbox (state, seq) WHERE state <> 'done';

CREATE TABLE questions (
	text    TEXT    PRIMARY KEY,
	count   INTEGER NOT NULL,
	nearest TEXT    NOT NULL, -- JSON
	last    TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE feedback (
	topic      TEXT    PRIMARY KEY,
	helped     INTEGER NOT NULL,
	not_helped INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A row says that an athlete was erased since the last scrub of the file.
CREATE TABLE scrubbing (
	one INTEGER PRIMARY KEY CHECK (one = 1)
) STRICT;
