package scheduler_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"tandem/store/killtest"
	"tandem/store/sqlite"
)

// claims is one process on SQLite, by the scheduler's own claims.
var claims = killtest.Engine{
	Name:  "sqlite",
	Kills: 20,
	Fresh: func(t *testing.T) string { return filepath.Join(t.TempDir(), "tandem.db") },
	Open: func(ctx context.Context, p killtest.Process) (killtest.Opened, error) {
		st, err := sqlite.Open(ctx, p.Address)
		return killtest.Opened{Store: st}, err
	},
}

func TestMain(m *testing.M) {
	killtest.Child(claims)
	os.Exit(m.Run())
}

func TestKilledAtEveryStep_NothingIsLostOrDoubled(t *testing.T) {
	t.Parallel()
	claims.AtEveryPoint(t)
}

func TestKilledAtRandomMoments_NothingIsLostOrDoubled(t *testing.T) {
	t.Parallel()
	claims.AtRandomMoments(t)
}
