-- The number of a message is one more than the highest, as AUTOINCREMENT had it,
-- without a page to be written with every message: only when the highest row
-- goes is its number noted.
CREATE TABLE inbox_last (
	one INTEGER PRIMARY KEY CHECK (one = 1),
	seq INTEGER NOT NULL
) STRICT;
INSERT INTO inbox_last (one, seq)
SELECT 1, coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'inbox'), 0);

CREATE TABLE inbox_new (
	seq       INTEGER PRIMARY KEY, -- part of the key replies are sent under: never given again
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
INSERT INTO inbox_new (seq, platform, id, state, at, workspace, person, body, replies, attempts, why)
SELECT seq, platform, id, state, at, workspace, person, body, replies, attempts, why FROM inbox;
DROP TABLE inbox;
ALTER TABLE inbox_new RENAME TO inbox;
CREATE INDEX inbox_open ON inbox (state, seq) WHERE state <> 'done';

CREATE TRIGGER inbox_highest AFTER DELETE ON inbox
WHEN NOT EXISTS (SELECT 1 FROM inbox WHERE seq > OLD.seq)
BEGIN
	UPDATE inbox_last SET seq = max(seq, OLD.seq);
END;
