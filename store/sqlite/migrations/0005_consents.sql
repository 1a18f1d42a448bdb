-- Consent by class of data. A bit of consent_without is a class that is not
-- agreed to (coach.ClassSet); consents holds every word that was said.

ALTER TABLE athletes ADD COLUMN consent_without INTEGER NOT NULL DEFAULT 0;

CREATE TABLE consents (
	athlete INTEGER NOT NULL REFERENCES athletes (id) ON DELETE CASCADE,
	at      INTEGER NOT NULL,
	class   TEXT    NOT NULL,
	given   INTEGER NOT NULL,
	version INTEGER NOT NULL, -- of the text that was shown
	PRIMARY KEY (athlete, at, class)
) STRICT, WITHOUT ROWID;

-- The first text was one yes to all of today's classes.
INSERT INTO consents (athlete, at, class, given, version)
SELECT id, consent_at, class, 1, consent_version
FROM athletes, (SELECT 'training' AS class UNION ALL SELECT 'recovery' UNION ALL SELECT 'notes')
WHERE consent_given = 1 AND consent_at IS NOT NULL;
