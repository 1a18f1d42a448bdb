package river

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"

	"tandem/scheduler"
)

// ride is a delivery that was brought to this process, on its way from River's
// goroutine to the scheduler's and back: the mark is made by the first, since
// only there a job can be ended.
type ride struct {
	id    int64
	marks chan request  // what the scheduler says became of it
	ended chan error    // what becomes of a job that was not claimed
	gone  chan struct{} // closed when the job's goroutine has left; nil = there is no job
}

// request is a mark and where its result goes.
type request struct {
	mark scheduler.Mark
	done chan error
}

var (
	errHeld = errors.New("the delivery is in other hands")
	errBack = errors.New("the process stops")
)

// stray is a ride without a job.
func stray(id int64) *ride { return &ride{id: id} }

// end says what becomes of a ride that was not claimed: nil, its job is done.
func (r *ride) end(err error) {
	if r.gone != nil {
		r.ended <- err // has room for the one there is
	}
}

// mark has the job's goroutine keep a mark. When that has left, its time being
// over, the mark is kept without the job, which finds its row done.
func (r *ride) mark(ctx context.Context, s Store, m scheduler.Mark) error {
	if r.gone == nil {
		return s.MarkDelivery(ctx, m)
	}
	q := request{m, make(chan error, 1)}
	select {
	case r.marks <- q:
	case <-r.gone:
		return s.MarkDelivery(ctx, m)
	case <-ctx.Done():
		return ctx.Err()
	}
	select {
	case err := <-q.done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// worker is River's side.
type worker struct {
	river.WorkerDefaults[delivery]
	queue *Queue
}

// NextRetry tries again soon: how often a message is tried, and when, is the
// scheduler's business; here it is only a job that lost its process.
func (w *worker) NextRetry(*river.Job[delivery]) time.Time {
	return w.queue.config.Now().Add(time.Second)
}

// Work brings a delivery to the scheduler and waits for its mark.
func (w *worker) Work(ctx context.Context, job *river.Job[delivery]) error {
	r := &ride{id: job.Args.Outbox, marks: make(chan request), ended: make(chan error, 1), gone: make(chan struct{})}
	defer close(r.gone)
	select {
	case w.queue.brought <- r:
	case <-ctx.Done():
		return ctx.Err()
	}
	w.queue.config.Wake()
	select {
	case q := <-r.marks:
		err := w.complete(ctx, job, q.mark)
		q.done <- err
		if errors.Is(err, scheduler.ErrLost) {
			return nil // it is another's by now
		}
		return err
	case err := <-r.ended:
		switch {
		case errors.Is(err, errHeld):
			return river.JobSnooze(heldTime)
		case errors.Is(err, errBack):
			return river.JobSnooze(0)
		}
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// complete keeps the mark and ends the job, both or neither.
func (w *worker) complete(ctx context.Context, job *river.Job[delivery], m scheduler.Mark) error {
	return w.queue.MarkWith(ctx, m, func(tx pgx.Tx) error {
		_, err := river.JobCompleteTx[*riverpgxv5.Driver](ctx, tx, job)
		return err
	})
}
