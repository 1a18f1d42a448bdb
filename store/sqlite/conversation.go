package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"hash/crc32"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/store"
)

const (
	insertExplanation = `
INSERT INTO explanations (athlete, seq, id, body)
VALUES (?1, 1 + coalesce((SELECT max(seq) FROM explanations WHERE athlete = ?1), 0), ?2, ?3)`
	dropExplanations = `
DELETE FROM explanations WHERE athlete = ?1 AND seq <= (SELECT max(seq) FROM explanations WHERE athlete = ?1) - ?2`
)

// PutExplanation keeps the reasons behind an answer as the newest; beyond
// store.MaxExplanations the oldest are not found any more, and go, some at once:
// with one in store.ExplanationsAtOnce, which its id decides, as asking for the
// row's number would cost more than the row. Of two with one id the newer counts.
func (t *tx) PutExplanation(ctx context.Context, id coach.AthleteID, e coach.Explanation) error {
	body, err := json.Marshal(e)
	if err != nil {
		return fmt.Errorf("write explanation: %w", err)
	}
	if _, err := t.exec(ctx, insertExplanation, id, e.ID, string(body)); err != nil {
		return fmt.Errorf("keep explanation: %w", err)
	}
	if crc32.ChecksumIEEE([]byte(e.ID))%store.ExplanationsAtOnce != 0 {
		return nil
	}
	_, err = t.exec(ctx, dropExplanations, id, store.MaxExplanations)
	return wrap("drop old explanations", err)
}

// At most store.MaxExplanations rows are looked through.
const selectExplanation = `
SELECT body FROM explanations
WHERE athlete = ?1 AND seq > (SELECT max(seq) FROM explanations WHERE athlete = ?1) - ?3 AND (?2 = '' OR id = ?2)
ORDER BY seq DESC LIMIT 1`

// Explanation returns one by id, the newest for "", or coach.ErrNotFound.
func (t *tx) Explanation(ctx context.Context, id coach.AthleteID, explanation string) (e coach.Explanation, err error) {
	var body []byte
	if err := t.row(ctx, selectExplanation, id, explanation, store.MaxExplanations).Scan(&body); err != nil {
		return e, fmt.Errorf("explanation %q: %w", explanation, missing(err))
	}
	return e, wrap("read explanation", json.Unmarshal(body, &e))
}

const selectDialogue = `SELECT body FROM dialogues WHERE athlete = ?`

// Dialogue returns what is asked of the athlete, the zero value for nothing.
// Whether it has expired is for the caller to see.
func (t *tx) Dialogue(ctx context.Context, id coach.AthleteID) (d bot.Dialogue, err error) {
	var body []byte
	err = t.row(ctx, selectDialogue, id).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) {
		return d, nil
	}
	if err != nil {
		return d, fmt.Errorf("read dialogue: %w", err)
	}
	return d, wrap("read dialogue", json.Unmarshal(body, &d))
}

const (
	endDialogue = `DELETE FROM dialogues WHERE athlete = ?`
	setDialogue = `
INSERT INTO dialogues (athlete, body, expires) VALUES (?, ?, ?)
ON CONFLICT (athlete) DO UPDATE SET body = excluded.body, expires = excluded.expires`
)

// SetDialogue replaces what is asked; the zero Dialogue ends it.
func (t *tx) SetDialogue(ctx context.Context, id coach.AthleteID, d bot.Dialogue) error {
	if d.Step == "" && len(d.Values) == 0 && d.Expires.IsZero() {
		_, err := t.exec(ctx, endDialogue, id)
		return wrap("end dialogue", err)
	}
	body, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("write dialogue: %w", err)
	}
	_, err = t.exec(ctx, setDialogue, id, string(body), instant(d.Expires))
	return wrap("keep dialogue", err)
}

const putDraft = `
INSERT INTO drafts (athlete, key, words, at) VALUES (?, ?, ?, ?)
ON CONFLICT (athlete, key) DO UPDATE SET words = excluded.words, at = excluded.at`

// PutDraft keeps the words that a button stands for.
func (t *tx) PutDraft(ctx context.Context, id coach.AthleteID, key, words string, now time.Time) error {
	_, err := t.exec(ctx, putDraft, id, key, words, now.UnixMilli())
	return wrap("keep draft", err)
}

const selectDraft = `SELECT words FROM drafts WHERE athlete = ? AND key = ?`

// Draft returns the words, or coach.ErrNotFound.
func (t *tx) Draft(ctx context.Context, id coach.AthleteID, key string) (words string, err error) {
	err = t.row(ctx, selectDraft, id, key).Scan(&words)
	return words, wrap("draft", missing(err))
}
