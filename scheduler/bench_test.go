package scheduler_test

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// herd is how many athletes share one minute in the benchmarks.
const herd = 100_000

// deaf is a sender that takes no time.
type deaf struct{}

func (deaf) Send(context.Context, scheduler.Delivery) (scheduler.Result, error) {
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// openHerd fills a database on the disk with athletes who all want a check-in
// at seven, and plans them; it returns with the clock at seven.
func openHerd(b *testing.B, n int) (*sqlite.Store, *scheduler.Scheduler) {
	b.Helper()
	st, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "herd.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { st.Close() })
	now := instant(b, "2027-03-01T00:00:00Z")
	s := scheduler.New(scheduler.Config{Store: st, Sender: deaf{}, Now: func() time.Time { return now }})
	for from := 0; from < n; from += 1000 {
		err := st.Update(b.Context(), func(tx bot.Tx) error {
			for i := from; i < min(from+1000, n); i++ {
				if err := joinHerd(b.Context(), tx, i, now); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := s.Step(b.Context()); err != nil {
		b.Fatal(err)
	}
	now = instant(b, "2027-03-01T07:00:00Z")
	return st, s
}

func joinHerd(ctx context.Context, tx bot.Tx, i int, now time.Time) error {
	id, _, err := tx.Who(ctx, bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, now)
	if err != nil {
		return err
	}
	a, err := tx.Athlete(ctx, id)
	if err != nil {
		return err
	}
	a.Zone, a.Consent.Given = "UTC", true
	a.Reminders = coach.Reminders{CheckIn: "07:00", Quiet: "22:00-06:30"}
	return tx.SaveAthlete(ctx, a)
}

// BenchmarkHerdPlanned turns 100,000 plans that are due in one minute into
// occurrences with their outbox rows, every commit synchronous; beside it the
// same rows inserted and nothing else.
func BenchmarkHerdPlanned(b *testing.B) {
	for b.Loop() {
		b.StopTimer()
		_, s := openHerd(b, herd)
		b.StartTimer()
		if err := scheduler.Sweep(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(b.Elapsed().Seconds()/float64(b.N), "s/herd")
}

// BenchmarkIdleSweep looks for work among 100,000 plans of which none is due.
func BenchmarkIdleSweep(b *testing.B) {
	_, s := openHerd(b, herd)
	if err := scheduler.Sweep(b.Context(), s); err != nil {
		b.Fatal(err)
	}
	if err := s.Step(b.Context()); err != nil {
		b.Fatal(err)
	}
	b.ResetTimer()
	for b.Loop() {
		if err := scheduler.Sweep(b.Context(), s); err != nil {
			b.Fatal(err)
		}
	}
}
