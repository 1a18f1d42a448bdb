package app

import (
	"context"
	"time"

	"tandem/bot"
	"tandem/internal/ops"
)

// timed is a store whose operations are timed for the metrics. An update is a
// whole transaction, the coach's own work in it included.
type timed struct {
	bot.Store
	metrics *ops.Metrics
	now     func() time.Time
}

func (t timed) note(operation string) func() {
	began := t.now()
	return func() { t.metrics.Stored(operation, t.now().Sub(began)) }
}

func (t timed) Accept(ctx context.Context, m bot.Message) (bool, error) {
	defer t.note("accept")()
	return t.Store.Accept(ctx, m)
}

func (t timed) Waiting(ctx context.Context, after int64, limit int) ([]bot.Stored, error) {
	defer t.note("waiting")()
	return t.Store.Waiting(ctx, after, limit)
}

func (t timed) Update(ctx context.Context, fn func(bot.Tx) error) error {
	defer t.note("update")()
	return t.Store.Update(ctx, fn)
}

func (t timed) View(ctx context.Context, fn func(bot.Tx) error) error {
	defer t.note("view")()
	return t.Store.View(ctx, fn)
}

func (t timed) Done(ctx context.Context, seqs ...int64) error {
	defer t.note("done")()
	return t.Store.Done(ctx, seqs...)
}
