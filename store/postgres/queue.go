package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"tandem/scheduler"
)

// What a job queue in the same database needs, for deliveries to travel by it.
// The outbox stays the truth: the queue is told of a delivery in the transaction
// that notes it, and is done with it in the transaction that marks it. What it
// does not bring in time is handed out without it.

// Pool is where the queue's own tables are.
func (s *Store) Pool() *pgxpool.Pool { return s.pool }

const (
	lockSession   = `SELECT pg_advisory_lock($1)`
	unlockSession = `SELECT pg_advisory_unlock($1)`
)

// Alone runs fn while no other process changes the schema.
func (s *Store) Alone(ctx context.Context, fn func(context.Context) error) error {
	conn, err := s.pool.Acquire(ctx)
	if err != nil {
		return fmt.Errorf("lock the schema: %w", err)
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, lockSession, int64(schemaLock)); err != nil {
		return fmt.Errorf("lock the schema: %w", err)
	}
	defer conn.Exec(context.WithoutCancel(ctx), unlockSession, int64(schemaLock)) // a lost connection unlocks as well
	return fn(ctx)
}

// By outbox_next.
const feedDue = `
WITH due AS MATERIALIZED (
	SELECT id FROM outbox WHERE queued IS NULL AND next <= $1 ORDER BY next, id LIMIT $3 FOR UPDATE SKIP LOCKED)
UPDATE outbox SET queued = $2 FROM due WHERE outbox.id = due.id RETURNING outbox.id`

// Feed tells a queue of deliveries that are due and that no queue carries, at
// most limit; those it has not brought by patience are Strays. It returns how
// many there were.
func (s *Store) Feed(ctx context.Context, now, patience time.Time, limit int, tell func(t pgx.Tx, ids []int64) error) (n int, err error) {
	err = s.update(ctx, func(t *tx) error {
		ids, err := t.ids(ctx, feedDue, now.UnixMilli(), patience.UnixMilli(), limit)
		if n = len(ids); err != nil || n == 0 {
			return err
		}
		return tell(t.Tx, ids)
	})
	return n, wrap("feed the queue", err)
}

// By outbox_queued.
const takeStrays = `
WITH strays AS MATERIALIZED (
	SELECT id FROM outbox WHERE queued <= $1 ORDER BY queued LIMIT $3 FOR UPDATE SKIP LOCKED)
UPDATE outbox SET queued = $2 FROM strays WHERE outbox.id = strays.id RETURNING outbox.id`

// Strays are deliveries that the queue has not brought in time, or whose lease
// is over: their process was killed or stands still. They are nobody else's
// until patience.
func (s *Store) Strays(ctx context.Context, now, patience time.Time, limit int) (ids []int64, err error) {
	err = s.update(ctx, func(t *tx) (err error) {
		ids, err = t.ids(ctx, takeStrays, now.UnixMilli(), patience.UnixMilli(), limit)
		return err
	})
	return ids, wrap("look for strays", err)
}

// By the primary key. A claim whose lease is over is due as well.
const (
	claimQueued = `
WITH brought AS MATERIALIZED (
	SELECT id FROM outbox WHERE id = ANY ($1) AND next <= $2 FOR UPDATE SKIP LOCKED)
UPDATE outbox SET state = 'claimed', attempts = attempts + 1, next = $3, queued = $3
FROM brought WHERE outbox.id = brought.id RETURNING outbox.id`

	selectHeld = `SELECT id FROM outbox WHERE id = ANY ($1) AND state = 'claimed' AND next > $2`
)

// ClaimBrought claims those of the deliveries that are due. Of the rest, held
// are those that somebody else has in hand; there is nothing more to do for the
// others.
func (s *Store) ClaimBrought(ctx context.Context, ids []int64, now, lease time.Time) (claims []scheduler.Claim, held []int64, err error) {
	var got []int64
	err = s.update(ctx, func(t *tx) (err error) {
		if got, err = t.ids(ctx, claimQueued, ids, now.UnixMilli(), lease.UnixMilli()); err != nil || len(got) == len(ids) {
			return err
		}
		held, err = t.ids(ctx, selectHeld, without(ids, got), now.UnixMilli())
		return err
	})
	if err != nil {
		return nil, nil, fmt.Errorf("claim deliveries: %w", err)
	}
	claims, err = s.claims(ctx, got)
	return claims, held, err
}

// without is all but those.
func without(all, those []int64) (rest []int64) {
	gone := make(map[int64]bool, len(those))
	for _, id := range those {
		gone[id] = true
	}
	for _, id := range all {
		if !gone[id] {
			rest = append(rest, id)
		}
	}
	return rest
}
