package scheduler_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// post office is a sender for Run: many hands at once.
type office struct {
	mu   sync.Mutex
	late []time.Duration // of each arrival, after it was due
	at   []time.Time
	slow func(scheduler.Delivery) time.Duration
}

func (o *office) Send(_ context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	if o.slow != nil {
		time.Sleep(o.slow(d))
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	o.late, o.at = append(o.late, time.Since(d.Due)), append(o.at, time.Now())
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// openOffice is a scheduler in the test's bubble of time with n athletes, whose
// check-ins are due a minute after its beginning, midnight of 2000-01-01 UTC.
func openOffice(t *testing.T, n int, c scheduler.Config) (*scheduler.Scheduler, *sqlite.Store) {
	t.Helper()
	st, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	err = st.Update(t.Context(), func(tx bot.Tx) error {
		for i := range n {
			id, _, err := tx.Who(t.Context(), bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, time.Now())
			if err != nil {
				return err
			}
			a := coach.Athlete{ID: id, Zone: "UTC", Consent: coach.Consent{Given: true}, Reminders: coach.Reminders{CheckIn: "00:01"}}
			if err := tx.SaveAthlete(t.Context(), a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	c.Store, c.Now = st, time.Now
	return scheduler.New(c), st
}

func TestRun_LatenessIsATickAndNoMore(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &office{}
		s, st := openOffice(t, 50, scheduler.Config{Sender: o})
		defer st.Close()
		ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
		defer stop()
		if err := s.Run(ctx); err != nil {
			t.Fatal(err)
		}
		if len(o.late) != 50 || slices.Max(o.late) > 2*time.Second || slices.Min(o.late) < 0 {
			t.Errorf("%d arrived, the latest %s after it was due", len(o.late), slices.Max(o.late))
		}
	})
}

func TestRun_KeepsThePaceOfPlatformAndWorkspace(t *testing.T) {
	for name, rates := range map[string]scheduler.Rates{
		"platform":  {PerSecond: 2},
		"workspace": {PerSecond: 50, PerWorkspace: map[string]float64{"slack": 2}},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { keepsPace(t, rates) })
		})
	}
}

// keepsPace has 120 messages go out at two a second.
func keepsPace(t *testing.T, rates scheduler.Rates) {
	o := &office{}
	s, st := openOffice(t, 120, scheduler.Config{Sender: o, Rates: rates})
	defer st.Close()
	ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
	defer stop()
	if err := s.Run(ctx); err != nil {
		t.Fatal(err)
	}
	if len(o.at) != 120 {
		t.Fatalf("%d arrived, want 120", len(o.at))
	}
	for i := 10; i < len(o.at); i++ {
		if gap := o.at[i].Sub(o.at[i-10]); gap < 4*time.Second {
			t.Fatalf("ten messages went out in %s at two a second", gap)
		}
	}
	if last := slices.Max(o.late); last < 55*time.Second || last > 70*time.Second {
		t.Errorf("120 at two a second are spread over %s", last)
	}
}

func TestRun_ASlowSendHoldsUpNobodyElse(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &office{slow: func(d scheduler.Delivery) time.Duration {
			if d.Athlete == 1 {
				return 30 * time.Second
			}
			return 0
		}}
		s, st := openOffice(t, 200, scheduler.Config{Sender: o, Senders: 4})
		defer st.Close()
		ctx, stop := context.WithTimeout(t.Context(), 5*time.Minute)
		defer stop()
		if err := s.Run(ctx); err != nil {
			t.Fatal(err)
		}
		slices.Sort(o.late)
		if len(o.late) != 200 || o.late[198] > 2*time.Second {
			t.Errorf("%d arrived, all but one within %s", len(o.late), o.late[len(o.late)-2])
		}
	})
}

func TestRun_FinishesWhatIsInFlightAndGivesBackTheRest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := &office{slow: func(scheduler.Delivery) time.Duration { return 5 * time.Second }}
		s, st := openOffice(t, 40, scheduler.Config{Sender: o, Senders: 4, Rates: scheduler.Rates{PerSecond: 4}})
		defer st.Close()
		ctx, stop := context.WithTimeout(t.Context(), 63*time.Second)
		defer stop()
		if err := s.Run(ctx); err != nil {
			t.Fatal(err)
		}
		sent := len(o.at)
		if sent == 0 || sent == 40 {
			t.Fatalf("%d of 40 were sent before the stop", sent)
		}
		ctx, stop = context.WithTimeout(t.Context(), 5*time.Minute)
		defer stop()
		if err := scheduler.New(s.Config).Run(ctx); err != nil {
			t.Fatal(err)
		}
		if len(o.at) != 40 {
			t.Errorf("%d were sent after the restart, want 40: %d before it", len(o.at), sent)
		}
	})
}
