package postgres

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"tandem/bot"
	"tandem/coach"
)

const (
	nextMessage   = `SELECT nextval('inbox_seq')`
	insertMessage = `
INSERT INTO inbox (seq, owner, platform, id, at, workspace, person, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
ON CONFLICT (platform, id) DO NOTHING`
)

// Accept keeps a message in a commit of its own; false = its id is known.
func (s *Store) Accept(ctx context.Context, m bot.Message) (fresh bool, err error) {
	conn, err := s.pool.Acquire(ctx) // first: whoever gives out numbers waits for no connection
	if err != nil {
		return false, fmt.Errorf("accept message: %w", err)
	}
	defer conn.Release()
	seq, err := s.order.begin(func() (seq int64, err error) {
		err = conn.QueryRow(ctx, nextMessage).Scan(&seq)
		return seq, err
	})
	if err != nil {
		return false, fmt.Errorf("accept message: %w", err)
	}
	defer s.order.end(seq)
	args, err := messageRow(seq, s.self, m)
	if err != nil {
		return false, err
	}
	done, err := conn.Exec(ctx, insertMessage, args...)
	if err != nil {
		return false, fmt.Errorf("accept message: %w", err)
	}
	return done.RowsAffected() == 1, nil
}

// Take keeps a message in this transaction; false = its id is known. Until the
// transaction ends, [Store.Waiting] stops before its number.
func (t *tx) Take(ctx context.Context, m bot.Message) (seq int64, fresh bool, err error) {
	seq, err = t.store.order.begin(func() (seq int64, err error) {
		err = t.row(ctx, nextMessage).Scan(&seq)
		return seq, err
	})
	if err != nil {
		return 0, false, fmt.Errorf("number message: %w", err)
	}
	t.taken = append(t.taken, seq)
	args, err := messageRow(seq, t.store.self, m)
	if err != nil {
		return 0, false, err
	}
	done, err := t.Exec(ctx, insertMessage, args...)
	if err != nil {
		return 0, false, fmt.Errorf("keep message: %w", err)
	}
	return seq, done.RowsAffected() == 1, nil
}

func messageRow(seq int64, self *owner, m bot.Message) ([]any, error) {
	body, err := json.Marshal(m)
	if err != nil {
		return nil, fmt.Errorf("write message: %w", err)
	}
	return plain([]any{seq, self.number(), m.From.Platform, m.ID, m.At.UnixMilli(), m.From.Workspace, m.From.User, string(body)}), nil
}

// By inbox_waiting.
const selectWaiting = `
SELECT seq, body, replies, attempts FROM inbox
WHERE state = 'waiting' AND owner = $1 AND seq > $2 AND seq <= $3 ORDER BY seq LIMIT $4`

// Waiting returns this process's messages that are not done, in the order of
// their coming: those it accepted, and those it took over.
func (s *Store) Waiting(ctx context.Context, after int64, limit int) (out []bot.Stored, err error) {
	settled := s.order.settled() // before the snapshot: nothing comes below it any more
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectWaiting, func(r pgx.Rows) error {
			m, err := scanStored(r)
			out = append(out, m)
			return err
		}, s.self.number(), after, settled, limit)
	})
	if err != nil {
		return nil, fmt.Errorf("read waiting messages: %w", err)
	}
	return out, nil
}

func scanStored(r pgx.Rows) (m bot.Stored, err error) {
	var body, replies []byte
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

const answerMessage = `UPDATE inbox SET replies = $1 WHERE seq = $2 AND owner = $3 AND state = 'waiting'`

// Answered keeps the replies to a waiting message. One that another process has
// taken over is coach.ErrNotFound, and what was changed with it is rolled back.
func (t *tx) Answered(ctx context.Context, seq int64, replies []bot.Reply) error {
	if replies == nil {
		replies = []bot.Reply{} // answered with silence, which is not the same as not answered
	}
	text, err := json.Marshal(replies)
	if err != nil {
		return fmt.Errorf("write replies: %w", err)
	}
	n, err := t.exec(ctx, answerMessage, string(text), seq, t.self)
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
WHERE seq = ANY ($1)`

// Done forgets the words of messages and who said them, and keeps their ids.
func (s *Store) Done(ctx context.Context, seqs ...int64) error {
	if _, err := s.pool.Exec(ctx, finishMessage, seqs); err != nil {
		return fmt.Errorf("finish messages %v: %w", seqs, err)
	}
	return nil
}

const failMessage = `
UPDATE inbox SET attempts = attempts + 1, why = $1, state = CASE WHEN $2::boolean THEN 'dead' ELSE state END
WHERE seq = $3 AND owner = $4 AND state <> 'done' RETURNING attempts`

// Failed counts a failed attempt; dead lays the message aside, words and all,
// until the purge.
func (s *Store) Failed(ctx context.Context, seq int64, why string, dead bool) (attempts int, err error) {
	err = missing(s.pool.QueryRow(ctx, failMessage, plain([]any{why, dead, seq, s.self.number()})...).Scan(&attempts))
	if err != nil {
		return 0, fmt.Errorf("note failure of message %d: %w", seq, err)
	}
	return attempts, nil
}
