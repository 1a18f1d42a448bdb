-- What the Discord adapter keeps. What belongs to a person hangs on their
-- identity, and is erased with it; person is NULL where nobody is known yet.

CREATE TABLE discord_commands (
	application TEXT   PRIMARY KEY,
	hash        TEXT   NOT NULL, -- of the commands that Discord has
	at          BIGINT NOT NULL
);

CREATE TABLE discord_channels ( -- the direct-message channel of a person
	platform  TEXT   NOT NULL DEFAULT 'discord',
	workspace TEXT   NOT NULL DEFAULT '',
	person    TEXT   NOT NULL,
	channel   TEXT   NOT NULL,
	at        BIGINT NOT NULL,
	PRIMARY KEY (platform, workspace, person),
	FOREIGN KEY (platform, workspace, person) REFERENCES identities (platform, workspace, person) ON DELETE CASCADE
);

CREATE TABLE discord_forms ( -- what a button's form asks
	key       TEXT   PRIMARY KEY,
	platform  TEXT   NOT NULL DEFAULT 'discord',
	workspace TEXT   NOT NULL DEFAULT '',
	person    TEXT,
	form      BYTEA  NOT NULL,
	at        BIGINT NOT NULL,
	FOREIGN KEY (platform, workspace, person) REFERENCES identities (platform, workspace, person) ON DELETE CASCADE
);
CREATE INDEX discord_forms_at ON discord_forms (at);
CREATE INDEX discord_forms_person ON discord_forms (platform, workspace, person);

CREATE TABLE discord_leases ( -- of which process has a token's connection
	name   TEXT   PRIMARY KEY,
	holder TEXT   NOT NULL,
	until  BIGINT NOT NULL
);
