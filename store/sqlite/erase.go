package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/store"
)

const deleteAthlete = `DELETE FROM athletes WHERE id = ?`

// Erase removes every trace of the athlete. What hangs on athletes goes with
// its row; the inbox is emptied of the person's words. Messages of theirs that
// still wait keep only where a reply to them goes, and none is due: the one
// that asked for the erasure gets its reply by Answered.
func (t *tx) Erase(ctx context.Context, id coach.AthleteID) error {
	people, err := t.Addresses(ctx, id)
	if err != nil {
		return err
	}
	for _, p := range people {
		if err := t.eraseMessages(ctx, p.Person); err != nil {
			return fmt.Errorf("erase messages: %w", err)
		}
	}
	if _, err := t.exec(ctx, deleteAthlete, id); err != nil {
		return fmt.Errorf("erase athlete %d: %w", id, err)
	}
	t.erased = true
	return nil
}

const (
	// By inbox_open, which holds only what is not done.
	selectMessagesOf = `
SELECT seq, state, body FROM inbox
WHERE state IN ('waiting', 'dead') AND platform = ? AND workspace = ? AND person = ?`
	emptyMessage = `UPDATE inbox SET body = ?, replies = '[]', why = '' WHERE seq = ?`
)

func (t *tx) eraseMessages(ctx context.Context, p bot.Person) error {
	envelopes := map[int64]string{} // by seq; "" = a dead one, finished now
	err := t.each(ctx, selectMessagesOf, func(r *sql.Rows) error {
		var seq int64
		var state string
		var body []byte
		if err := r.Scan(&seq, &state, &body); err != nil {
			return err
		}
		if state == "dead" {
			envelopes[seq] = ""
			return nil
		}
		var err error
		envelopes[seq], err = envelope(body)
		return err
	}, p.Platform, p.Workspace, p.User)
	if err != nil {
		return err
	}
	for seq, body := range envelopes {
		if body == "" {
			_, err = t.exec(ctx, finishMessage, seq)
		} else {
			_, err = t.exec(ctx, emptyMessage, body, seq)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// envelope is a message without what it says.
func envelope(body []byte) (string, error) {
	var m bot.Message
	if err := json.Unmarshal(body, &m); err != nil {
		return "", err
	}
	m.Text, m.Press, m.Form, m.Values, m.File, m.Zone = "", "", "", nil, nil, ""
	text, err := json.Marshal(m)
	return string(text), err
}

// cutTime is how long readers may hold up the cutting of the log.
const cutTime = 500 * time.Millisecond

// cutLog folds the log into the file and empties it, so that no erased byte
// stays on the disk. A reader that holds an old snapshot stops it: then the
// next purge does it.
func (s *Store) cutLog(ctx context.Context) error {
	if s.path == "" {
		return nil
	}
	limited, cancel := context.WithTimeout(ctx, cutTime)
	defer cancel()
	var busy, frames, folded int
	err := s.write.QueryRowContext(limited, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &frames, &folded)
	if err != nil && limited.Err() == nil {
		return fmt.Errorf("cut the log off: %w", err)
	}
	return nil
}

// The oldest rows come first, and each round removes at most a batch of them,
// so that messages get their turn between.
const (
	purgeBatch = 2000 // rows

	purgeIDs = `
DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE state = 'done' AND at < ?1 ORDER BY seq LIMIT ?2)`
	purgeDead = `
DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE state = 'dead' AND at < ?1 ORDER BY seq LIMIT ?2)`
	purgeDialogues = `
DELETE FROM dialogues WHERE athlete IN (SELECT athlete FROM dialogues WHERE expires < ?1 LIMIT ?2)`
	purgeDrafts = `
DELETE FROM drafts WHERE (athlete, key) IN (SELECT athlete, key FROM drafts WHERE at < ?1 ORDER BY at LIMIT ?2)`
	purgeQuestions = `
DELETE FROM questions WHERE last < ?1 OR text IN (SELECT text FROM questions ORDER BY count DESC, last DESC, text LIMIT -1 OFFSET ?2)`
)

// Purge removes what was kept long enough, and cuts off the log.
func (s *Store) Purge(ctx context.Context, now time.Time) (p store.Purged, err error) {
	before := func(keep time.Duration) int64 { return now.Add(-keep).UnixMilli() }
	for _, step := range []struct {
		query string
		limit int64
		count *int
	}{
		{purgeIDs, before(store.KeepIDs), &p.IDs},
		{purgeDead, before(store.KeepDead), &p.Dead},
		{purgeDialogues, before(0), &p.Dialogues},
		{purgeDrafts, before(store.KeepDrafts), &p.Drafts},
	} {
		if *step.count, err = s.purge(ctx, step.query, step.limit); err != nil {
			return p, fmt.Errorf("purge: %w", err)
		}
	}
	err = s.update(ctx, func(t *tx) error {
		day := now.Add(-store.KeepQuestions).UTC().Format(time.DateOnly)
		n, err := t.exec(ctx, purgeQuestions, day, store.MaxQuestions)
		p.Questions = int(n)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("purge questions: %w", err)
	}
	return p, s.cutLog(ctx)
}

// purge repeats a query until it removes less than a batch.
func (s *Store) purge(ctx context.Context, query string, limit int64) (total int, err error) {
	for {
		var n int64
		err := s.update(ctx, func(t *tx) (err error) {
			n, err = t.exec(ctx, query, limit, purgeBatch)
			return err
		})
		total += int(n)
		if err != nil || n < purgeBatch {
			return total, err
		}
	}
}
