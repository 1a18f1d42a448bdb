package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"tandem/bot"
	"tandem/coach"
)

const (
	// No row for a message that is known.
	selectNumber = `
SELECT 1 + max(coalesce((SELECT max(seq) FROM inbox), 0), (SELECT seq FROM inbox_last WHERE one = 1))
WHERE NOT EXISTS (SELECT 1 FROM inbox WHERE platform = ? AND id = ?)`
	insertMessage = `
INSERT INTO inbox (seq, platform, id, at, workspace, person, body, replies) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`
)

// Accept keeps a message in a commit of its own; false = its id is known.
func (s *Store) Accept(ctx context.Context, m bot.Message) (fresh bool, err error) {
	err = s.update(ctx, func(t *tx) error {
		_, fresh, err = t.Take(ctx, m)
		return err
	})
	if err != nil {
		return false, fmt.Errorf("accept message: %w", err)
	}
	return fresh, nil
}

// Take keeps a message in this transaction; false = its id is known. It is
// written with its replies, or at the end if there are none by then.
func (t *tx) Take(ctx context.Context, m bot.Message) (seq int64, fresh bool, err error) {
	if err := t.writeTaken(ctx, nil); err != nil {
		return 0, false, err
	}
	err = t.row(ctx, selectNumber, m.From.Platform, m.ID).Scan(&seq)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, false, nil
	}
	if err != nil {
		return 0, false, fmt.Errorf("number message: %w", err)
	}
	t.taken = &bot.Stored{Seq: seq, Message: m}
	return seq, true, nil
}

// writeTaken writes the message that was taken, if it is not written yet, and
// the replies to it, nil for none.
func (t *tx) writeTaken(ctx context.Context, replies *string) error {
	if t.taken == nil {
		return nil
	}
	m := t.taken.Message
	body, err := json.Marshal(m)
	if err != nil {
		return fmt.Errorf("write message: %w", err)
	}
	_, err = t.exec(ctx, insertMessage, t.taken.Seq, m.From.Platform, m.ID, m.At.UnixMilli(), m.From.Workspace, m.From.User, string(body), replies)
	t.taken = nil
	return wrap("keep message", err)
}

// By inbox_open, which SQLite takes only where its own condition is named too.
const selectWaiting = `
SELECT seq, body, replies, attempts FROM inbox
WHERE state = 'waiting' AND state <> 'done' AND seq > ? ORDER BY seq LIMIT ?`

// Waiting returns messages that are not done, in the order of their coming.
func (s *Store) Waiting(ctx context.Context, after int64, limit int) (out []bot.Stored, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectWaiting, func(r *sql.Rows) error {
			m, err := scanStored(r)
			out = append(out, m)
			return err
		}, after, limit)
	})
	if err != nil {
		return nil, fmt.Errorf("read waiting messages: %w", err)
	}
	return out, nil
}

func scanStored(r *sql.Rows) (bot.Stored, error) {
	var m bot.Stored
	var body, replies sql.RawBytes
	if err := r.Scan(&m.Seq, &body, &replies, &m.Attempts); err != nil {
		return m, err
	}
	if err := json.Unmarshal(body, &m.Message); err != nil {
		return m, fmt.Errorf("message %d: %w", m.Seq, err)
	}
	if replies == nil {
		return m, nil
	}
	m.Answered = true
	if err := json.Unmarshal(replies, &m.Replies); err != nil {
		return m, fmt.Errorf("replies to message %d: %w", m.Seq, err)
	}
	return m, nil
}

const answerMessage = `UPDATE inbox SET replies = ? WHERE seq = ? AND state = 'waiting'`

// Answered keeps the replies to a waiting message.
func (t *tx) Answered(ctx context.Context, seq int64, replies []bot.Reply) error {
	if replies == nil {
		replies = []bot.Reply{} // answered with silence, which is not the same as not answered
	}
	text, err := json.Marshal(replies)
	if err != nil {
		return fmt.Errorf("write replies: %w", err)
	}
	if written := string(text); t.taken != nil && t.taken.Seq == seq {
		return t.writeTaken(ctx, &written)
	}
	n, err := t.exec(ctx, answerMessage, string(text), seq)
	if err == nil && n == 0 {
		err = coach.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("keep replies to message %d: %w", seq, err)
	}
	return nil
}

const finishMessage = `
UPDATE inbox SET state = 'done', body = NULL, replies = NULL, workspace = '', person = '', why = ''
WHERE seq = ?`

// Done forgets the words of messages and who said them, and keeps their ids.
func (s *Store) Done(ctx context.Context, seqs ...int64) error {
	err := s.update(ctx, func(t *tx) error {
		for _, seq := range seqs {
			if _, err := t.exec(ctx, finishMessage, seq); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("finish messages %v: %w", seqs, err)
	}
	return nil
}

const failMessage = `
UPDATE inbox SET attempts = attempts + 1, why = ?, state = iif(?, 'dead', state)
WHERE seq = ? AND state <> 'done' RETURNING attempts`

// Failed counts a failed attempt; dead lays the message aside, words and all,
// until the purge.
func (s *Store) Failed(ctx context.Context, seq int64, why string, dead bool) (attempts int, err error) {
	err = s.update(ctx, func(t *tx) error {
		return missing(t.row(ctx, failMessage, why, dead, seq).Scan(&attempts))
	})
	if err != nil {
		return 0, fmt.Errorf("note failure of message %d: %w", seq, err)
	}
	return attempts, nil
}
