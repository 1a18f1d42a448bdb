package discord

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"

	"tandem/adapters/discord/discordfake"
)

// away is a store that is out of reach for so many attempts; then another
// process has the lease, or not.
type away struct {
	Store
	attempts int
	lost     bool
}

func (s *away) TakeLease(context.Context, string, string, time.Time, time.Time) (bool, error) {
	s.attempts--
	if s.attempts >= 0 {
		return false, errors.New("the database is starting up")
	}
	return !s.lost, nil
}

// TestLease_OutlivesADatabaseThatIsAway: renewing is tried on until the database
// is back; only another process's lease ends the run.
func TestLease_OutlivesADatabaseThatIsAway(t *testing.T) {
	f := discordfake.New(t)
	for _, lost := range []bool{false, true} {
		synctest.Test(t, func(t *testing.T) {
			a := quiet(t, f, noWait)
			store := &away{attempts: 50, lost: lost}
			a.o.Store = store
			ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
			defer stop()
			err := a.keepLease(ctx)
			if errors.Is(err, errLeased) != lost || (err == nil) == lost {
				t.Errorf("the lease is lost: %v, and it ended with %v", lost, err)
			}
			if store.attempts > -1 {
				t.Errorf("it ended %d attempts before the database was back", store.attempts)
			}
		})
	}
}
