package sqlite

import (
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// BenchmarkEvaluatedLog is what one log line costs between its words and the
// verdict: read, stored, judged with what SQLite gives of the history, and
// explained, without the commit. An athlete with 50 sessions behind them and one
// with 2,000 take turns in one file, and nothing is kept, so that neither grows:
// the medians are reported, and their ratio.
func BenchmarkEvaluatedLog(b *testing.B) {
	s := openAt(b, filepath.Join(b.TempDir(), "tandem.db"))
	now := time.Date(2027, 3, 1, 19, 0, 0, 0, time.UTC)
	short, long := trained(b, s, "short", 50, now), trained(b, s, "long", 2000, now)
	var took [2][]time.Duration
	for n := 0; b.Loop(); n++ {
		for i, a := range []coach.Athlete{short, long} {
			took[i] = append(took[i], evaluatedLog(b, s, a, n, now))
		}
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(median(took[0]).Microseconds())/1000, "ms/of-50")
	b.ReportMetric(float64(median(took[1]).Microseconds())/1000, "ms/of-2000")
	b.ReportMetric(float64(median(took[1]))/float64(median(took[0])), "ratio")
}

// trained is an athlete who trains five times a week, lifting and running, and
// who has done so n times up to yesterday; the last six weeks are the same for
// all, since no rule looks further.
func trained(b *testing.B, s *Store, name string, n int, now time.Time) coach.Athlete {
	ctx := b.Context()
	var a coach.Athlete
	w := newWorkout(b)
	err := s.Update(ctx, func(x bot.Tx) error {
		id, _, err := x.Who(ctx, bot.Person{Platform: "bench", User: name}, now)
		if err != nil {
			return err
		}
		if a, err = x.Athlete(ctx, id); err != nil {
			return err
		}
		a.Zone, a.Goal, a.Experience, a.Units = "Europe/Oslo", training.Strength, training.Intermediate, training.Metric
		if err := x.SaveAthlete(ctx, a); err != nil {
			return err
		}
		for i := range n {
			session := w.session
			session.ID, session.Start = fmt.Sprint("s", i), now.Add(-25*time.Hour-time.Duration(i)*(7*24*time.Hour/5))
			if i%5 == 1 || i%5 == 3 {
				session.Kind, session.Sets, session.Km, session.Minutes = training.Run, nil, 8, 45
			}
			if err := x.PutSession(ctx, id, session, session.Start); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return a
}

// evaluatedLog logs a lift after a run and takes it back.
func evaluatedLog(b *testing.B, s *Store, a coach.Athlete, n int, now time.Time) (took time.Duration) {
	undo := errors.New("nothing is kept")
	c := coach.New(nil, safety.Contacts{})
	err := s.Update(b.Context(), func(x bot.Tx) error {
		began := time.Now()
		logged, err := c.Log(b.Context(), x, a, "squat 5x5 100kg @8 60min", fmt.Sprint("k", n), now)
		took = time.Since(began)
		if err != nil {
			return err
		}
		if logged.Report.Verdict == "" || len(logged.Sessions) != 1 {
			b.Fatalf("%+v", logged)
		}
		return undo
	})
	if !errors.Is(err, undo) {
		b.Fatal(err)
	}
	return took
}
