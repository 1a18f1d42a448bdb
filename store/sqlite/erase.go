package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"tandem/bot"
	"tandem/coach"
)

const deleteAthlete = `DELETE FROM athletes WHERE id = ?`

// Erase removes every trace of the athlete. What hangs on athletes goes with
// its row; the inbox is emptied of the person's words. Messages of theirs that
// still wait keep only where a reply to them goes, and none is due: the one
// that asked for the erasure gets its reply by Answered.
func (t *tx) Erase(ctx context.Context, id coach.AthleteID) error {
	t.met.Forget()
	people, err := t.people(ctx, id)
	if err != nil {
		return err
	}
	for _, p := range people {
		if err := t.eraseMessages(ctx, p); err != nil {
			return fmt.Errorf("erase messages: %w", err)
		}
	}
	if _, err := t.exec(ctx, deleteAthlete, id); err != nil {
		return fmt.Errorf("erase athlete %d: %w", id, err)
	}
	if _, err := t.exec(ctx, askForScrub); err != nil {
		return fmt.Errorf("ask for a scrub: %w", err)
	}
	t.erased = true
	return nil
}

const selectPeople = `SELECT platform, workspace, person FROM identities WHERE athlete = ?`

// people are all of the athlete's identities.
func (t *tx) people(ctx context.Context, id coach.AthleteID) (out []bot.Person, err error) {
	err = t.each(ctx, selectPeople, func(r *sql.Rows) error {
		var p bot.Person
		err := r.Scan(&p.Platform, &p.Workspace, &p.User)
		out = append(out, p)
		return err
	}, id)
	return out, wrap("read identities", err)
}

const (
	// By inbox_open, which holds only what is not done.
	selectMessagesOf = `
SELECT seq, state, body FROM inbox
WHERE state IN ('waiting', 'dead') AND state <> 'done' AND +platform = ? AND workspace = ? AND person = ?`
	emptyMessage = `UPDATE inbox SET body = ?, replies = '[]', why = '' WHERE seq = ?`
)

func (t *tx) eraseMessages(ctx context.Context, p bot.Person) error {
	if err := t.writeTaken(ctx, nil); err != nil {
		return err
	}
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
