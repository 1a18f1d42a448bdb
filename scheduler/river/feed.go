package river

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/rivertype"
)

// feed tells River of what is due, and looks for strays, until ctx ends.
func (q *Queue) feed(ctx context.Context) {
	tick := time.NewTicker(feedEvery)
	defer tick.Stop()
	for n := 0; ; n++ {
		if err := q.feedAll(ctx); err != nil && ctx.Err() == nil {
			q.config.Log.Error("feeding the queue failed, will be tried again", "error", err)
		}
		if n%strayTime == 0 {
			if err := q.collect(ctx); err != nil && ctx.Err() == nil {
				q.config.Log.Error("looking for strays failed, will be tried again", "error", err)
			}
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// feedAll tells of everything that is due, a batch a transaction.
func (q *Queue) feedAll(ctx context.Context) error {
	for {
		now := q.config.Now()
		n, err := q.Feed(ctx, now, now.Add(patience), feedBatch, func(tx pgx.Tx, ids []int64) error {
			return q.insert(ctx, tx, ids)
		})
		if err != nil || n < feedBatch {
			return err
		}
	}
}

// once has one job for a delivery until it is finished; then there may be
// another, when the delivery was put off.
var once = river.UniqueOpts{ByArgs: true, ByState: []rivertype.JobState{rivertype.JobStateAvailable, rivertype.JobStatePending,
	rivertype.JobStateRetryable, rivertype.JobStateRunning, rivertype.JobStateScheduled}}

func (q *Queue) insert(ctx context.Context, tx pgx.Tx, ids []int64) error {
	jobs := make([]river.InsertManyParams, len(ids))
	for i, id := range ids {
		jobs[i] = river.InsertManyParams{Args: delivery{Outbox: id}, InsertOpts: &river.InsertOpts{UniqueOpts: once}}
	}
	_, err := q.client.InsertManyTx(ctx, tx, jobs)
	return err
}

// collect hands out what River has not brought in time.
func (q *Queue) collect(ctx context.Context) error {
	room := cap(q.brought) - len(q.brought)
	if room == 0 {
		return nil
	}
	now := q.config.Now()
	ids, err := q.Strays(ctx, now, now.Add(patience), room)
	if err != nil || len(ids) == 0 {
		return err
	}
	q.config.Log.Info("deliveries of a process that is gone are taken up", "count", len(ids))
	for _, id := range ids {
		select {
		case q.brought <- stray(id):
		case <-ctx.Done():
			return nil
		}
	}
	q.config.Wake()
	return nil
}
