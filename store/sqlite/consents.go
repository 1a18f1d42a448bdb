package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"tandem/coach"
)

const (
	putConsent = `
INSERT INTO consents (athlete, at, class, given, version) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (athlete, at, class) DO UPDATE SET given = excluded.given, version = excluded.version`
	selectConsents = `SELECT class, given, version, at FROM consents WHERE athlete = ? ORDER BY at, class`
)

// NoteConsent keeps one word of the athlete's on a class of data.
func (t *tx) NoteConsent(ctx context.Context, id coach.AthleteID, w coach.ConsentWord) error {
	_, err := t.exec(ctx, putConsent, id, w.At.UnixMilli(), w.Class, w.Given, w.Version)
	return wrap("keep consent", err)
}

// ConsentWords returns all that the athlete said on classes of data, in order.
func (t *tx) ConsentWords(ctx context.Context, id coach.AthleteID) (out []coach.ConsentWord, err error) {
	err = t.each(ctx, selectConsents, func(r *sql.Rows) error {
		var w coach.ConsentWord
		err := r.Scan(&w.Class, &w.Given, &w.Version, instantScan{&w.At})
		out = append(out, w)
		return err
	}, id)
	return out, wrap("read consents", err)
}

// What is kept of a class, and what was made from any: the reasons behind
// answers, words that buttons stand for, the open question.
var (
	eraseOfClass = map[coach.Class][]string{
		coach.Training: {
			`DELETE FROM sessions WHERE athlete = ?`,
			`DELETE FROM own_exercises WHERE athlete = ?`,
			`DELETE FROM follow_ups WHERE athlete = ?`,
		},
		coach.Recovery: {
			`DELETE FROM check_ins WHERE athlete = ?`,
			`DELETE FROM skips WHERE athlete = ?`,
		},
		coach.Notes: {
			`UPDATE sessions SET note = '' WHERE athlete = ? AND note <> ''`,
			`UPDATE check_ins SET pain = '', no_pain = 0, note = '' WHERE athlete = ?`,
		},
	}
	eraseMade = []string{
		`DELETE FROM explanations WHERE athlete = ?`,
		`DELETE FROM drafts WHERE athlete = ?`,
		`DELETE FROM dialogues WHERE athlete = ?`,
	}
)

// EraseClass removes what is kept of one class of data, and what was made from it.
func (t *tx) EraseClass(ctx context.Context, id coach.AthleteID, class coach.Class) error {
	queries, ok := eraseOfClass[class]
	if !ok {
		return fmt.Errorf("erase: there is no class %q", class)
	}
	for _, query := range append(append([]string{}, queries...), eraseMade...) {
		if _, err := t.exec(ctx, query, id); err != nil {
			return fmt.Errorf("erase %s: %w", class, err)
		}
	}
	if _, err := t.exec(ctx, askForScrub); err != nil {
		return fmt.Errorf("ask for a scrub: %w", err)
	}
	t.erased = true
	return nil
}
