package river_test

import (
	"context"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/scheduler"
	"tandem/scheduler/river"
	"tandem/store/killtest"
	"tandem/store/postgres"
)

// mortals are PostgreSQL with what drives deliveries over it: the scheduler's own
// claims, and River.
var mortals = []killtest.Engine{
	{
		Name: "claims", Kills: 10, Fresh: fresh,
		Open: func(ctx context.Context, p killtest.Process) (killtest.Opened, error) {
			st, err := postgres.Open(ctx, p.Address)
			return killtest.Opened{Store: st, Shared: true}, err
		},
	},
	{
		Name: "river", Kills: 10, Fresh: fresh, Open: openMortal,
		Points: []string{"before feed", "within feed", "after feed", "within mark sent", "within mark retry", "within mark planned"},
	},
}

func openMortal(ctx context.Context, p killtest.Process) (killtest.Opened, error) {
	st, err := postgres.Open(ctx, p.Address)
	if err != nil {
		return killtest.Opened{}, err
	}
	q, err := river.New(ctx, river.Config{Store: deathbed{st, p.Die}, Now: p.Now, Wake: p.Wake})
	return killtest.Opened{Store: st, Outbox: q, Run: q.Run, Shared: true}, err
}

func fresh(t *testing.T) string { return server.Database(t) }

// deathbed is a store in which a process can die with a transaction open that
// holds both a delivery's row and its job.
type deathbed struct {
	*postgres.Store
	die func(point string)
}

func (d deathbed) Feed(ctx context.Context, now, patience time.Time, limit int, tell func(pgx.Tx, []int64) error) (int, error) {
	d.die("before feed")
	n, err := d.Store.Feed(ctx, now, patience, limit, func(tx pgx.Tx, ids []int64) error {
		err := tell(tx, ids)
		d.die("within feed")
		return err
	})
	if n > 0 {
		d.die("after feed")
	}
	return n, err
}

func (d deathbed) MarkWith(ctx context.Context, m scheduler.Mark, also func(pgx.Tx) error) error {
	return d.Store.MarkWith(ctx, m, func(tx pgx.Tx) error {
		err := also(tx)
		d.die("within mark " + string(m.To))
		return err
	})
}

func TestKilledAtEveryStep_NothingIsLostOrDoubled(t *testing.T) {
	for _, e := range mortals {
		t.Run(e.Name, func(t *testing.T) {
			t.Parallel()
			e.AtEveryPoint(t)
		})
	}
}

func TestKilledAtRandomMoments_NothingIsLostOrDoubled(t *testing.T) {
	for _, e := range mortals {
		t.Run(e.Name, func(t *testing.T) {
			t.Parallel()
			e.AtRandomMoments(t)
		})
	}
}
