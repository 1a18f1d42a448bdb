-- People whose workspace, server or own installation was removed.

ALTER TABLE identities ADD COLUMN gone BIGINT; -- when the coach lost its way to them; NULL = it has one
CREATE INDEX identities_gone ON identities (gone) WHERE gone IS NOT NULL;

-- Where a person used the coach, on platforms where the identity does not say it.
CREATE TABLE met_in (
	platform  TEXT NOT NULL,
	workspace TEXT NOT NULL,
	person    TEXT NOT NULL,
	server    TEXT NOT NULL,
	PRIMARY KEY (platform, workspace, person, server),
	FOREIGN KEY (platform, workspace, person) REFERENCES identities (platform, workspace, person) ON DELETE CASCADE
);
CREATE INDEX met_in_server ON met_in (platform, server);
