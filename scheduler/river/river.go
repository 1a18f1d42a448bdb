// Package river carries deliveries by a River job queue, for many processes on
// one PostgreSQL database.
//
// A [Queue] stands between the scheduler and its store, as a scheduler.Store of
// its own. Plans are swept as ever. A due delivery becomes a job whose only
// argument is the number of its outbox row, in the transaction that notes it in
// the row; River hands the job to one of all the processes; there it waits for
// the scheduler to ask for work, which claims the row; and the mark and the
// job's end are one transaction. So the outbox is the truth at any moment: a job
// that comes twice finds its row claimed or done.
//
// What River does not bring in time, because a process was killed with the job in
// hand, is handed out without it after [patience]: River itself looks for such
// jobs only every half minute. Its job then ends without a second send.
package river

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"tandem/scheduler"
)

// Store is what a queue needs of the PostgreSQL store.
type Store interface {
	scheduler.Store
	// Pool is where River keeps its tables.
	Pool() *pgxpool.Pool
	// Alone runs fn while no other process changes the schema.
	Alone(ctx context.Context, fn func(context.Context) error) error
	// Feed tells of due deliveries that no queue carries, in the transaction that
	// notes that one does.
	Feed(ctx context.Context, now, patience time.Time, limit int, tell func(tx pgx.Tx, ids []int64) error) (n int, err error)
	// Strays are deliveries that were not brought by their patience, or whose lease is over.
	Strays(ctx context.Context, now, patience time.Time, limit int) ([]int64, error)
	// ClaimBrought claims those that are due; of the rest, held are in somebody
	// else's hands, and the others are done with.
	ClaimBrought(ctx context.Context, ids []int64, now, lease time.Time) (claims []scheduler.Claim, held []int64, err error)
	// MarkWith is MarkDelivery, and what also does in the same transaction.
	MarkWith(ctx context.Context, m scheduler.Mark, also func(tx pgx.Tx) error) error
}

// Config is what a Queue works with.
type Config struct {
	Store Store
	Now   func() time.Time
	Log   *slog.Logger // nil = none
	// Wake is called when a delivery has been brought: the scheduler's Poke.
	Wake func()
}

// Bounds.
const (
	workers   = 64                     // jobs of this process at a time: what the scheduler has in hand, and a next load
	feedBatch = 1000                   // jobs inserted in one transaction
	feedEvery = 250 * time.Millisecond // how often due deliveries are looked for
	strayTime = 4                      // how many feeds lie between two looks for strays
	cooldown  = 10 * time.Millisecond  // between two fetches
	poll      = 500 * time.Millisecond
	rescue    = time.Minute      // of a job whose process is gone
	jobTime   = 50 * time.Second // for a job, with its wait for the scheduler
	heldTime  = 10 * time.Second // until a job whose row is in other hands is looked at again
	drainTime = 9 * time.Second  // for jobs in hand when the process stops

	// patience is how long after its due time a delivery is looked for when River
	// has not brought it.
	patience = 2 * time.Minute
)

// Queue is a scheduler.Store whose deliveries travel by River.
type Queue struct {
	Store
	config  Config
	client  *river.Client[pgx.Tx]
	brought chan *ride

	mu     sync.Mutex
	riding map[int64]*ride // claimed, by outbox row
}

var _ scheduler.Store = (*Queue)(nil)

// delivery is the argument of a job.
type delivery struct {
	Outbox int64 `json:"outbox"`
}

// Kind names the jobs in River's tables: never change it.
func (delivery) Kind() string { return "delivery" }

// New makes River's tables where they are missing and returns a queue; Run
// starts its work.
func New(ctx context.Context, c Config) (*Queue, error) {
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Wake == nil {
		c.Wake = func() {}
	}
	q := &Queue{Store: c.Store, config: c, brought: make(chan *ride, 2*workers), riding: map[int64]*ride{}}
	driver := riverpgxv5.New(c.Store.Pool())
	migrator, err := rivermigrate.New(driver, &rivermigrate.Config{Logger: c.Log})
	if err != nil {
		return nil, fmt.Errorf("prepare river's tables: %w", err)
	}
	err = c.Store.Alone(ctx, func(ctx context.Context) error {
		_, err := migrator.Migrate(ctx, rivermigrate.DirectionUp, nil)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("make river's tables: %w", err)
	}
	bundle := river.NewWorkers()
	river.AddWorker(bundle, &worker{queue: q})
	q.client, err = river.NewClient(driver, &river.Config{
		Queues:               map[string]river.QueueConfig{river.QueueDefault: {MaxWorkers: workers}},
		Workers:              bundle,
		Logger:               c.Log,
		FetchCooldown:        cooldown,
		FetchPollInterval:    poll,
		RescueStuckJobsAfter: rescue,
		JobTimeout:           jobTime,
	})
	if err != nil {
		return nil, fmt.Errorf("set up river: %w", err)
	}
	return q, nil
}

// Run feeds the queue and works its jobs until ctx ends; then it gives back what
// nobody has claimed and waits for the rest.
func (q *Queue) Run(ctx context.Context) error {
	working, stop := context.WithCancel(context.WithoutCancel(ctx))
	defer stop()
	if err := q.client.Start(working); err != nil {
		return fmt.Errorf("start river: %w", err)
	}
	q.feed(ctx)
	over, cancel := context.WithTimeout(working, drainTime)
	defer cancel()
	stopped := make(chan error, 1)
	go func() { stopped <- q.client.Stop(over) }()
	for {
		select {
		case r := <-q.brought:
			r.end(errBack)
		case err := <-stopped:
			if errors.Is(err, context.DeadlineExceeded) {
				err = q.client.StopAndCancel(working)
			}
			if err != nil {
				return fmt.Errorf("stop river: %w", err)
			}
			return nil
		}
	}
}

// ClaimDeliveries claims what River has brought to this process.
func (q *Queue) ClaimDeliveries(ctx context.Context, now, lease time.Time, limit int) ([]scheduler.Claim, error) {
	rides := q.take(limit)
	if len(rides) == 0 {
		return nil, nil
	}
	ids := make([]int64, 0, len(rides))
	for id := range rides {
		ids = append(ids, id)
	}
	claims, held, err := q.ClaimBrought(ctx, ids, now, lease)
	if err != nil {
		for _, r := range rides {
			r.end(err)
		}
		return nil, err
	}
	q.mu.Lock()
	for _, c := range claims {
		q.riding[c.ID] = rides[c.ID]
		delete(rides, c.ID)
	}
	q.mu.Unlock()
	for _, id := range held {
		rides[id].end(errHeld)
		delete(rides, id)
	}
	for _, r := range rides {
		r.end(nil) // sent, put off or erased
	}
	return claims, nil
}

// take returns what was brought, at most limit, by outbox row.
func (q *Queue) take(limit int) map[int64]*ride {
	rides := map[int64]*ride{}
	for len(rides) < limit {
		select {
		case r := <-q.brought:
			if twin := rides[r.id]; twin != nil {
				twin.end(errHeld)
			}
			rides[r.id] = r
		default:
			return rides
		}
	}
	return rides
}

// MarkDelivery ends a claim and its job, in one transaction.
func (q *Queue) MarkDelivery(ctx context.Context, m scheduler.Mark) error {
	q.mu.Lock()
	r := q.riding[m.ID]
	delete(q.riding, m.ID)
	q.mu.Unlock()
	if r == nil {
		return q.Store.MarkDelivery(ctx, m)
	}
	return r.mark(ctx, q.Store, m)
}
