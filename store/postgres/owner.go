package postgres

import (
	"context"
	"fmt"
	"sync"
	"time"
)

// leaseTime is how long a process may be silent before its messages are taken
// over by another. The database's clock measures it.
const leaseTime = time.Minute

// owner is this process among those that work on the database. It beats six
// times a lease; at every beat it takes over what the silent ones left.
type owner struct {
	store *Store
	id    int64
	lease time.Duration
	stop  context.CancelFunc
	beats sync.WaitGroup
}

const insertProcess = `INSERT INTO processes DEFAULT VALUES RETURNING id`

// join enters the process and starts its heart.
func join(ctx context.Context, s *Store, lease time.Duration) (*owner, error) {
	o := &owner{store: s, lease: lease}
	if err := s.pool.QueryRow(ctx, insertProcess).Scan(&o.id); err != nil {
		return nil, fmt.Errorf("join the database's processes: %w", err)
	}
	if err := o.beat(ctx); err != nil {
		return nil, err
	}
	ctx, o.stop = context.WithCancel(context.WithoutCancel(ctx))
	o.beats.Go(func() { o.live(ctx) })
	return o, nil
}

// live beats until ctx ends. A beat that fails is made up by the next: what the
// database does not hear of for a whole lease is taken over by others.
func (o *owner) live(ctx context.Context) {
	tick := time.NewTicker(o.lease / 6)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
			limited, cancel := context.WithTimeout(ctx, o.lease/2)
			_ = o.beat(limited)
			cancel()
		}
	}
}

const (
	beatProcess = `
INSERT INTO processes (id, seen) VALUES ($1, clock_timestamp())
ON CONFLICT (id) DO UPDATE SET seen = excluded.seen`

	// By inbox_waiting, one stretch a silent owner. A row that a transaction holds
	// is left for the next beat.
	takeOver = `
WITH silent AS (
	SELECT seq FROM inbox
	WHERE state = 'waiting' AND owner <> $1
		AND NOT EXISTS (SELECT 1 FROM processes p WHERE p.id = inbox.owner AND p.seen > clock_timestamp() - $2 * interval '1 ms')
	ORDER BY seq FOR UPDATE SKIP LOCKED)
UPDATE inbox SET owner = $1 FROM silent WHERE inbox.seq = silent.seq AND inbox.state = 'waiting' RETURNING inbox.seq`

	dropSilent = `DELETE FROM processes WHERE id <> $1 AND seen < clock_timestamp() - $2 * interval '10 ms'`
)

// beat says that the process is alive and takes over what others left.
func (o *owner) beat(ctx context.Context) error {
	err := o.store.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, beatProcess, o.id); err != nil {
			return err
		}
		taken, err := t.ids(ctx, takeOver, o.id, o.lease.Milliseconds())
		if err != nil {
			return err
		}
		o.store.order.adopt(taken)
		_, err = t.exec(ctx, dropSilent, o.id, o.lease.Milliseconds())
		return err
	})
	return wrap("keep the process alive", err)
}

const deleteProcess = `DELETE FROM processes WHERE id = $1`

// leave ends the heart and hands over what waits.
func (o *owner) leave() error {
	if o == nil {
		return nil
	}
	o.stop()
	o.beats.Wait()
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	_, err := o.store.pool.Exec(ctx, deleteProcess, o.id)
	return wrap("leave the database's processes", err)
}

// number is the process's own; 0 for one that only reads.
func (o *owner) number() int64 {
	if o == nil {
		return 0
	}
	return o.id
}

// order keeps [Store.Waiting] from passing over a message: numbers are given
// when messages come, but a lower one may be committed after a higher.
type order struct {
	mu   sync.Mutex
	last int64              // the highest number of ours so far
	open map[int64]struct{} // given, not yet committed
}

// begin gives a message its number, in the order of calls.
func (o *order) begin(next func() (int64, error)) (seq int64, err error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if seq, err = next(); err != nil {
		return 0, err
	}
	if o.open == nil {
		o.open = map[int64]struct{}{}
	}
	o.open[seq] = struct{}{}
	o.last = max(o.last, seq)
	return seq, nil
}

// end says that the number is committed, or never will be.
func (o *order) end(seq int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	delete(o.open, seq)
}

// adopt counts numbers that were another's.
func (o *order) adopt(taken []int64) {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, seq := range taken {
		o.last = max(o.last, seq)
	}
}

// settled is the number up to which nothing is to come any more.
func (o *order) settled() int64 {
	o.mu.Lock()
	defer o.mu.Unlock()
	upTo := o.last
	for seq := range o.open {
		upTo = min(upTo, seq-1)
	}
	return upTo
}
