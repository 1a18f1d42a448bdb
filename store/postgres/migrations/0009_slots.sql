-- When the next message of a lane may go out, for all processes together. What a
-- crash forgets of it is a moment's pace: the table is not logged.

CREATE UNLOGGED TABLE slots (
	platform  TEXT   NOT NULL,
	workspace TEXT   NOT NULL, -- '' = the platform's own
	free      BIGINT NOT NULL, -- microseconds since 1970, on the server's clock
	PRIMARY KEY (platform, workspace)
);
