package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tandem/coach"
)

const (
	putConsent = `
INSERT INTO consents (athlete, at, class, given, version) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (athlete, at, class) DO UPDATE SET given = excluded.given, version = excluded.version`
	selectConsents = `SELECT class, given, version, at FROM consents WHERE athlete = $1 ORDER BY at, class`
)

// NoteConsent keeps one word of the athlete's on a class of data.
func (t *tx) NoteConsent(ctx context.Context, id coach.AthleteID, w coach.ConsentWord) error {
	_, err := t.exec(ctx, putConsent, id, w.At.UnixMilli(), w.Class, w.Given, w.Version)
	return wrap("keep consent", err)
}

// ConsentWords returns all that the athlete said on classes of data, in order.
func (t *tx) ConsentWords(ctx context.Context, id coach.AthleteID) (out []coach.ConsentWord, err error) {
	err = t.each(ctx, selectConsents, func(r pgx.Rows) error {
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
			`DELETE FROM sessions WHERE athlete = $1`,
			`DELETE FROM own_exercises WHERE athlete = $1`,
			`DELETE FROM follow_ups WHERE athlete = $1`,
		},
		coach.Recovery: {
			`DELETE FROM check_ins WHERE athlete = $1`,
			`DELETE FROM skips WHERE athlete = $1`,
		},
		coach.Notes: {
			`UPDATE sessions SET note = '' WHERE athlete = $1 AND note <> ''`,
			`UPDATE check_ins SET pain = '', no_pain = false, note = '' WHERE athlete = $1`,
		},
	}
	eraseMade = []string{
		`DELETE FROM explanations WHERE athlete = $1`,
		`DELETE FROM drafts WHERE athlete = $1`,
		`DELETE FROM dialogues WHERE athlete = $1`,
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
	_, err := t.exec(ctx, askForVacuum)
	return wrap("ask for a vacuum", err)
}
