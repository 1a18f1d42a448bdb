-- The log, the check-ins, the conversation and what is counted.
--
-- Instants are BIGINT, UTC milliseconds, NULL = never. Days are TEXT,
-- YYYY-MM-DD on the athlete's calendar, '' = none. Every table that holds an
-- athlete's data hangs on athletes with ON DELETE CASCADE and has the athlete
-- first in an index: erasing is one DELETE. Text is compared by its bytes
-- (COLLATE "C") where its order matters, whatever the database's language.

CREATE TABLE athletes (
	id              BIGINT  PRIMARY KEY GENERATED ALWAYS AS IDENTITY, -- an erased one's number is not given again
	goal            TEXT    NOT NULL DEFAULT '',
	experience      TEXT    NOT NULL DEFAULT '',
	units           TEXT    NOT NULL DEFAULT 'metric',
	zone            TEXT    NOT NULL DEFAULT '',
	event           TEXT    NOT NULL DEFAULT '',
	deload          TEXT    NOT NULL DEFAULT '',
	consent_given   BOOLEAN NOT NULL DEFAULT false,
	consent_version BIGINT  NOT NULL DEFAULT 0,
	consent_at      BIGINT,
	checkin_at      TEXT    NOT NULL DEFAULT '',
	checkin_days    TEXT    NOT NULL DEFAULT '',
	checkin_cron    TEXT    NOT NULL DEFAULT '',
	quiet           TEXT    NOT NULL DEFAULT '',
	nudge           BOOLEAN NOT NULL DEFAULT false,
	after_session   BOOLEAN NOT NULL DEFAULT false,
	six_hours       BOOLEAN NOT NULL DEFAULT false,
	review          BOOLEAN NOT NULL DEFAULT false,
	team            BOOLEAN NOT NULL DEFAULT false,
	pause_until     TEXT    NOT NULL DEFAULT '',
	pause_reason    TEXT    NOT NULL DEFAULT '',
	hold_tier       TEXT    NOT NULL DEFAULT '',
	hold_group      TEXT    NOT NULL DEFAULT '',
	hold_at         BIGINT,
	set_up          BOOLEAN NOT NULL DEFAULT false,
	created         BIGINT,
	replan          BOOLEAN NOT NULL DEFAULT false -- settings changed since the scheduler planned
);
CREATE INDEX athletes_replan ON athletes (id) WHERE replan;

CREATE TABLE identities (
	platform  TEXT    NOT NULL,
	workspace TEXT    NOT NULL,
	person    TEXT    NOT NULL, -- the user id on the platform
	athlete   BIGINT  NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	reachable BOOLEAN NOT NULL DEFAULT true,
	turned_to BIGINT  NOT NULL, -- since when this is the one the athlete uses
	PRIMARY KEY (platform, workspace, person)
);
CREATE INDEX identities_athlete ON identities (athlete, turned_to);

CREATE TABLE sessions (
	athlete   BIGINT  NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	start     BIGINT  NOT NULL,
	id        TEXT    COLLATE "C" NOT NULL,
	logged_at BIGINT  NOT NULL, -- moved on by a millisecond where needed to keep the order of storing
	zone      TEXT    NOT NULL,
	kind      TEXT    NOT NULL,
	minutes   DOUBLE PRECISION NOT NULL,
	estimated BOOLEAN NOT NULL,
	rpe       DOUBLE PRECISION,
	km        DOUBLE PRECISION NOT NULL,
	hr        BIGINT  NOT NULL,
	intensity TEXT    NOT NULL,
	tagged    BOOLEAN NOT NULL,
	style     TEXT    NOT NULL,
	activity  TEXT    NOT NULL,
	region    TEXT    NOT NULL,
	note      TEXT    NOT NULL,
	source    TEXT    NOT NULL,
	detail    TEXT    NOT NULL, -- JSON of sets and repeats, '' = none
	PRIMARY KEY (athlete, id)
);
CREATE INDEX sessions_start ON sessions (athlete, start, id);
CREATE INDEX sessions_logged ON sessions (athlete, logged_at);

CREATE TABLE check_ins (
	athlete     BIGINT  NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	day         TEXT    COLLATE "C" NOT NULL,
	at          BIGINT,
	fatigue     BIGINT  NOT NULL,
	sleep       BIGINT  NOT NULL,
	soreness    BIGINT  NOT NULL,
	stress      BIGINT  NOT NULL,
	mood        BIGINT  NOT NULL,
	sleep_hours DOUBLE PRECISION NOT NULL,
	pain        TEXT    NOT NULL,
	no_pain     BOOLEAN NOT NULL,
	note        TEXT    NOT NULL,
	PRIMARY KEY (athlete, day)
);

CREATE TABLE skips (
	athlete BIGINT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	day     TEXT   COLLATE "C" NOT NULL,
	PRIMARY KEY (athlete, day)
);

CREATE TABLE follow_ups (
	athlete BIGINT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	key     TEXT   NOT NULL,
	kind    TEXT   NOT NULL,
	due     BIGINT NOT NULL,
	session TEXT   NOT NULL, -- '' = none
	text    TEXT   COLLATE "C" NOT NULL,
	sent    BIGINT,          -- when the scheduler took it over; NULL = still planned
	PRIMARY KEY (athlete, key)
);
CREATE INDEX follow_ups_due ON follow_ups (due) WHERE sent IS NULL;

CREATE TABLE explanations (
	athlete BIGINT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	seq     BIGINT NOT NULL, -- counts up for each athlete
	id      TEXT   NOT NULL,
	body    TEXT   NOT NULL, -- JSON
	PRIMARY KEY (athlete, seq)
);

CREATE TABLE own_exercises (
	athlete BIGINT  NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	name    TEXT    NOT NULL,
	legs    BOOLEAN NOT NULL,
	PRIMARY KEY (athlete, name)
);

CREATE TABLE dialogues (
	athlete BIGINT PRIMARY KEY REFERENCES athletes (id) ON DELETE CASCADE,
	body    TEXT   NOT NULL, -- JSON
	expires BIGINT           -- NULL = never
);
CREATE INDEX dialogues_expires ON dialogues (expires) WHERE expires IS NOT NULL;

CREATE TABLE drafts (
	athlete BIGINT NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	key     TEXT   NOT NULL,
	words   TEXT   NOT NULL,
	at      BIGINT NOT NULL,
	PRIMARY KEY (athlete, key)
);
CREATE INDEX drafts_at ON drafts (at);

-- The programs that work on this database; see owner.go.
CREATE TABLE processes (
	id   BIGINT      PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY,
	seen TIMESTAMPTZ NOT NULL DEFAULT clock_timestamp()
);

-- A message waits, then is done (only its key is left) or dead.
CREATE SEQUENCE inbox_seq AS BIGINT;
CREATE TABLE inbox (
	seq       BIGINT PRIMARY KEY, -- part of the key replies are sent under: never given again
	owner     BIGINT NOT NULL,    -- the process whose work it is
	platform  TEXT   NOT NULL,
	id        TEXT   NOT NULL,
	state     TEXT   NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
	at        BIGINT NOT NULL,
	workspace TEXT   NOT NULL, -- of who said it; '' once done
	person    TEXT   NOT NULL, -- who said it; '' once done
	body      TEXT,            -- JSON; NULL once done
	replies   TEXT,            -- JSON; NULL until handled, and once done
	attempts  BIGINT NOT NULL DEFAULT 0,
	why       TEXT   NOT NULL DEFAULT '', -- of the last failure
	UNIQUE (platform, id)
);
CREATE INDEX inbox_waiting ON inbox (owner, seq) WHERE state = 'waiting';
CREATE INDEX inbox_dead ON inbox (seq) WHERE state = 'dead';
CREATE INDEX inbox_said ON inbox (platform, workspace, person) WHERE state <> 'done';

CREATE TABLE questions (
	text    TEXT   COLLATE "C" PRIMARY KEY,
	count   BIGINT NOT NULL,
	nearest TEXT   NOT NULL, -- JSON
	last    TEXT   COLLATE "C" NOT NULL
);

CREATE TABLE feedback (
	topic      TEXT   COLLATE "C" PRIMARY KEY,
	helped     BIGINT NOT NULL,
	not_helped BIGINT NOT NULL
);

-- Athletes were erased since the last vacuum of the tables.
CREATE TABLE erasures (
	at TIMESTAMPTZ NOT NULL
);
