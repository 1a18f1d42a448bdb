-- Consent by class of data. A bit of consent_without is a class that is not
-- agreed to (coach.ClassSet); consents holds every word that was said.

ALTER TABLE athletes ADD COLUMN consent_without SMALLINT NOT NULL DEFAULT 0;

CREATE TABLE consents (
	athlete BIGINT  NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	at      BIGINT  NOT NULL,
	class   TEXT    NOT NULL,
	given   BOOLEAN NOT NULL,
	version BIGINT  NOT NULL, -- of the text that was shown
	PRIMARY KEY (athlete, at, class)
);

-- The first text was one yes to all of today's classes.
INSERT INTO consents (athlete, at, class, given, version)
SELECT id, consent_at, class, true, consent_version
FROM athletes, (VALUES ('training'), ('recovery'), ('notes')) AS all_classes (class)
WHERE consent_given AND consent_at IS NOT NULL;
