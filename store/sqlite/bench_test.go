package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/training"
	"tandem/store"
)

// BenchmarkLogAgainstBareCommit compares what a logged workout costs, its message
// taken in and answered in the same transaction, with two limits on the same disk
// with the same settings: one commit into one table of as many bytes as it says,
// and one of as many as it puts on the disk. The three take turns, so that a busy
// machine slows all; the medians are reported, and their ratios.
func BenchmarkLogAgainstBareCommit(b *testing.B) {
	w := newWorkout(b)
	s := openAt(b, filepath.Join(b.TempDir(), "tandem.db"))
	said, written := newBare(b, len(w.bytes(b))), newBare(b, w.written(b))
	stretchLog(b, s)
	var little, much, log []time.Duration
	for n := 0; b.Loop(); n++ {
		little, much = append(little, said.commit(b)), append(much, written.commit(b))
		began := time.Now()
		w.log(b, s, n)
		log = append(log, time.Since(began))
	}
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(float64(said.bytes), "bytes-said")
	b.ReportMetric(float64(written.bytes), "bytes-written")
	b.ReportMetric(float64(median(little).Microseconds()), "µs/bare-said")
	b.ReportMetric(float64(median(much).Microseconds()), "µs/bare-written")
	b.ReportMetric(float64(median(log).Microseconds()), "µs/log")
	b.ReportMetric(float64(median(log))/float64(median(little)), "ratio-said")
	b.ReportMetric(float64(median(log))/float64(median(much)), "ratio-written")
}

// bare is a file with one table, into which rows of so many bytes are committed.
type bare struct {
	bytes  int
	words  string
	insert *sql.Stmt
}

func newBare(b *testing.B, bytes int) bare {
	b.Helper()
	s := openAt(b, filepath.Join(b.TempDir(), "bare.db"))
	lent := borrow(b, s.write)
	if _, err := lent.ExecContext(b.Context(), `CREATE TABLE bare (n INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT`); err != nil {
		b.Fatal(err)
	}
	insert, err := lent.PrepareContext(b.Context(), `INSERT INTO bare (words) VALUES (?)`)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { insert.Close() })
	stretchLog(b, s)
	return bare{bytes, strings.Repeat("x", bytes), insert}
}

func (x bare) commit(b *testing.B) time.Duration {
	began := time.Now()
	if _, err := x.insert.ExecContext(context.Background(), x.words); err != nil {
		b.Fatal(err)
	}
	return time.Since(began)
}

// stretchLog has the file's log grow to the size it has after the first hours,
// and begin anew: a commit into a log that still grows waits for the file system
// to find room too.
func stretchLog(b *testing.B, s *Store) {
	b.Helper()
	c := borrow(b, s.write)
	for _, query := range []string{
		`CREATE TABLE stretch (words BLOB)`, `INSERT INTO stretch VALUES (zeroblob(40000000))`, `DROP TABLE stretch`, `PRAGMA wal_checkpoint(RESTART)`,
	} {
		if _, err := c.ExecContext(b.Context(), query); err != nil {
			b.Fatal(err)
		}
	}
}

// written is how many bytes of pages a log puts on the disk, the mean of some.
func (w workout) written(b *testing.B) int {
	b.Helper()
	path := filepath.Join(b.TempDir(), "tandem.db")
	s := openAt(b, path)
	size := func() int64 {
		info, err := os.Stat(path + "-wal")
		if err != nil {
			b.Fatal(err)
		}
		return info.Size()
	}
	const some = 200 // fewer than fill the log
	w.log(b, s, 0)
	before := size()
	for n := range some {
		w.log(b, s, 1+n)
	}
	return int(size()-before) / some
}

func median(took []time.Duration) time.Duration {
	slices.Sort(took)
	return took[len(took)/2]
}

// BenchmarkMessage is the whole way of a workout: taken in and logged, and
// forgotten, which are two commits.
func BenchmarkMessage(b *testing.B) {
	w := newWorkout(b)
	s := openAt(b, filepath.Join(b.TempDir(), "tandem.db"))
	for n := 0; b.Loop(); n++ {
		w.log(b, s, n)
		if err := s.Done(b.Context(), int64(n+1)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSessions reads what the rules look at, 44 days, and what the load
// model looks at, 90 days, of an athlete who trains 400 times a year.
func BenchmarkSessions(b *testing.B) {
	w := newWorkout(b)
	for _, total := range []int{50, 2000} {
		s := openAt(b, filepath.Join(b.TempDir(), "tandem.db"))
		id, last := w.history(b, s, total)
		for _, days := range []int{44, 90} {
			b.Run(fmt.Sprintf("of=%d/days=%d", total, days), func(b *testing.B) {
				for b.Loop() {
					err := s.View(b.Context(), func(x bot.Tx) error {
						got, err := x.SessionsBetween(b.Context(), id, last.AddDate(0, 0, -days), last.AddDate(0, 0, 1))
						if len(got) < 40 {
							b.Fatalf("read %d sessions", len(got))
						}
						return err
					})
					if err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkScrub looks at every page of a file of 2,000 sessions.
func BenchmarkScrub(b *testing.B) {
	s := openAt(b, filepath.Join(b.TempDir(), "tandem.db"))
	newWorkout(b).history(b, s, 2000)
	var n int
	if err := borrow(b, s.read).row(b.Context(), `PRAGMA page_count`).Scan(&n); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := s.scrub(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/page")
}

// workout is a lift of five exercises, its explanation, follow-up and replies.
type workout struct {
	session     training.Session
	explanation coach.Explanation
	replies     []bot.Reply
}

func newWorkout(b *testing.B) workout {
	effort := training.RPE(8)
	w := workout{session: training.Session{Kind: training.Lift, Start: time.UnixMilli(0), Zone: "Europe/Oslo", Minutes: 60, RPE: &effort,
		Source: "chat", Note: "felt strong, slept badly"}}
	for _, exercise := range []string{"Back Squat", "Bench Press", "Barbell Row", "Romanian Deadlift", "Pull-up"} {
		for set := range 5 {
			w.session.Sets = append(w.session.Sets, training.Set{Exercise: exercise, Kg: 80 + float64(set/3)*2.5, Reps: 5, RPE: &effort})
		}
	}
	finding := advice.Finding{Level: advice.Orange, Rule: "hard-run-after-heavy-legs", Seed: []string{"S14", "S10"}, Evidence: []string{"E05", "E07"},
		Text: "Your legs are still tired from the squats: move the intervals to Thursday, or run easy today."}
	w.explanation = coach.Explanation{Title: "Lift, 60 min at 8", Findings: []coach.ExplainedRule{{Finding: finding,
		Reasons: []advice.Reason{{Input: "gap since heavy legs", Value: "20 h", Threshold: "48 h"}}}}}
	w.replies = []bot.Reply{{Kind: bot.Answer, Text: "Logged: squat 5x5 100 kg at 8.\n" + finding.Text, Findings: []advice.Finding{finding},
		Buttons: []bot.Button{{Label: "Undo", Command: "undo k3x"}, {Label: "Why?", Command: "why k3x"}}, Sessions: []training.Session{w.session}}}
	return w
}

// bytes is as much as one log stores.
func (w workout) bytes(b *testing.B) string {
	detail, err := store.Detail(w.session)
	if err != nil {
		b.Fatal(err)
	}
	rest, err := json.Marshal([]any{message(1), w.session.Note, w.explanation, w.replies})
	if err != nil {
		b.Fatal(err)
	}
	return detail + string(rest)
}

// log is the transaction of one workout.
func (w workout) log(b *testing.B, s *Store, n int) {
	at := time.UnixMilli(int64(n) * 1000)
	ctx := b.Context()
	err := s.Update(ctx, func(x bot.Tx) error {
		seq, _, err := x.Take(ctx, message(n))
		if err != nil {
			return err
		}
		id, _, err := x.Who(ctx, message(n).From, at)
		if err != nil {
			return err
		}
		session, explanation := w.session, w.explanation
		session.ID, session.Start, explanation.ID = fmt.Sprint("s", n), at, fmt.Sprint("e", n)
		for _, step := range []func() error{
			func() error { _, err := x.Athlete(ctx, id); return err },
			func() error { return x.PutSession(ctx, id, session, at) },
			func() error {
				return x.PutFollowUp(ctx, id, coach.FollowUp{Key: session.ID, Kind: "soreness", Due: at.Add(24 * time.Hour), Session: session.ID})
			},
			func() error { return x.PutExplanation(ctx, id, explanation) },
			func() error { return x.Answered(ctx, seq, w.replies) },
		} {
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}

// history stores the last of n sessions, 400 a year, and says when it was.
func (w workout) history(b *testing.B, s *Store, n int) (id coach.AthleteID, last time.Time) {
	ctx := context.Background()
	err := s.Update(ctx, func(x bot.Tx) (err error) {
		if id, _, err = x.Who(ctx, message(0).From, time.UnixMilli(0)); err != nil {
			return err
		}
		for i := range n {
			session := w.session
			last = time.UnixMilli(0).Add(time.Duration(i) * (365 * 24 * time.Hour / 400))
			session.ID, session.Start = fmt.Sprint(i), last
			if err := x.PutSession(ctx, id, session, last); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return id, last
}
