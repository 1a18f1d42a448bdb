package scheduler_test

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"tandem/bot"
	"tandem/coach"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// herdSize is how many athletes share one minute.
const herdSize = 100_000

// deaf is a sender that takes no time.
type deaf struct{}

func (deaf) Send(context.Context, scheduler.Delivery) (scheduler.Result, error) {
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// herd is a database on the disk with athletes who all want a check-in at seven,
// and its scheduler.
type herd struct {
	store *sqlite.Store
	sched *scheduler.Scheduler
	now   time.Time
}

func openHerd(b *testing.B, n int) *herd {
	b.Helper()
	st, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "herd.db"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { st.Close() })
	h := &herd{store: st, now: instant(b, "2027-03-01T00:00:00Z")}
	h.sched = scheduler.New(scheduler.Config{Store: st, Sender: deaf{}, Now: func() time.Time { return h.now }})
	for ids := range slices.Chunk(slices.Collect(numbers(n)), 5000) {
		err := st.Update(b.Context(), func(tx bot.Tx) error {
			for _, i := range ids {
				if err := joinHerd(b.Context(), tx, i, h.now); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	h.plan(b)
	h.now = instant(b, "2027-03-01T07:00:00Z")
	return h
}

func numbers(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func joinHerd(ctx context.Context, tx bot.Tx, i int, now time.Time) error {
	id, _, err := tx.Who(ctx, bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, now)
	if err != nil {
		return err
	}
	return tx.SaveAthlete(ctx, coach.Athlete{ID: id, Zone: "UTC", Consent: coach.Consent{Given: true},
		Reminders: coach.Reminders{CheckIn: "07:00", Quiet: "22:00-06:30"}})
}

// spread has the herd planned as in use: over the time that its platform and its
// workspace take.
func (h *herd) spread() {
	c := h.sched.Config
	c.Rates = scheduler.Rates{PerSecond: 20, PerWorkspace: map[string]float64{"slack": 4}}
	h.sched = scheduler.New(c)
}

// plan runs the planning half of a step.
func (h *herd) plan(b *testing.B) {
	if err := scheduler.Sweep(b.Context(), h.sched); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkHerd is what a herd costs on SQLite, all commits synchronous: 100,000
// plans that are due in one minute become occurrences with their outbox rows,
// each at its place in the spread; beside them, in turns, the same rows inserted
// and nothing else. Then what an idle tick costs among that many plans.
func BenchmarkHerd(b *testing.B) {
	h := openHerd(b, herdSize)
	h.spread()
	raw := openRaw(b)
	b.Run("planned", func(b *testing.B) {
		var took, beside time.Duration
		for b.Loop() {
			h.now = h.now.AddDate(0, 0, 1) // the next morning
			began := time.Now()
			h.plan(b)
			took += time.Since(began)
			began = time.Now()
			raw.insert(b, herdSize, 250)
			beside += time.Since(began)
		}
		b.ReportMetric(took.Seconds()/float64(b.N), "s/herd")
		b.ReportMetric(beside.Seconds()/float64(b.N), "raw-s/herd")
		b.ReportMetric(took.Seconds()/beside.Seconds(), "x-raw")
	})
	b.Run("beside chat", func(b *testing.B) {
		var waits []time.Duration
		for b.Loop() {
			h.now = h.now.AddDate(0, 0, 1)
			stop := h.chat(b, &waits)
			h.plan(b)
			stop()
		}
		slices.Sort(waits)
		b.ReportMetric(float64(waits[len(waits)*99/100].Microseconds())/1000, "chat-p99-ms")
		b.ReportMetric(float64(len(waits)), "messages")
	})
	b.Run("idle", func(b *testing.B) {
		h.now = instant(b, "2027-03-01T06:59:59Z") // nothing is due yet
		h.plan(b)
		for b.Loop() {
			h.plan(b)
		}
	})
}

// chat takes messages in, one after another, until it is stopped, and adds how
// long each took to be on the disk.
func (h *herd) chat(b *testing.B, waits *[]time.Duration) (stop func()) {
	ctx, cancel := context.WithCancel(b.Context())
	var talk sync.WaitGroup
	talk.Go(func() {
		for ctx.Err() == nil {
			m := bot.Message{ID: fmt.Sprint(len(*waits), h.now), From: bot.Person{Platform: "slack", Workspace: "T1", User: "U1"}, At: h.now, Direct: true, Text: "log run 5km 30min"}
			began := time.Now()
			if _, err := h.store.Accept(ctx, m); err != nil {
				return
			}
			*waits = append(*waits, time.Since(began))
			time.Sleep(2 * time.Millisecond) // people type
		}
	})
	return func() { cancel(); talk.Wait() }
}

// BenchmarkDelivery is Run's rate to a sender that takes no time, each delivery
// marked in its own synchronous commit; beside it, in the same run, as many bare
// commits of one row.
func BenchmarkDelivery(b *testing.B) {
	const n = 5000
	h, raw := openHerd(b, n), openRaw(b)
	var took, beside time.Duration
	before := heap()
	for b.Loop() {
		h.now = h.now.AddDate(0, 0, 1)
		h.plan(b)
		began := time.Now()
		h.deliver(b, n)
		took += time.Since(began)
		began = time.Now()
		raw.insert(b, n, 1)
		beside += time.Since(began)
	}
	b.ReportMetric(float64(n*b.N)/took.Seconds(), "sent/s")
	b.ReportMetric(float64(n*b.N)/beside.Seconds(), "raw-commits/s")
	b.ReportMetric(float64(heap()-before)/1e6, "MB-kept")
}

// deliver runs the scheduler until n were sent.
func (h *herd) deliver(b *testing.B, n int) {
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	c := h.sched.Config
	last := &countdown{done: stop}
	last.left.Store(int64(n))
	c.Sender = last
	if err := scheduler.New(c).Run(ctx); err != nil {
		b.Fatal(err)
	}
}

// countdown is a sender that takes no time, and stops the run with the last send.
type countdown struct {
	left atomic.Int64
	done func()
}

func (c *countdown) Send(context.Context, scheduler.Delivery) (scheduler.Result, error) {
	if c.left.Add(-1) == 0 {
		c.done()
	}
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// raw is the same disk without a scheduler: the outbox's row and indexes alone.
type raw struct {
	db   *sql.DB
	next int
}

func openRaw(b *testing.B) *raw {
	b.Helper()
	dsn := "file:" + filepath.Join(b.TempDir(), "raw.db") + "?_txlock=immediate&_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)&_pragma=secure_delete(1)"
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		b.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { db.Close() })
	_, err = db.ExecContext(b.Context(), `
CREATE TABLE outbox (id INTEGER PRIMARY KEY, athlete INTEGER, team TEXT, kind TEXT, once TEXT, day TEXT, due INTEGER, promised INTEGER,
	expires INTEGER, state TEXT, next INTEGER, session TEXT, text TEXT, why TEXT) STRICT;
CREATE UNIQUE INDEX outbox_once ON outbox (athlete, kind, once);
CREATE INDEX outbox_next ON outbox (next) WHERE next IS NOT NULL;`)
	if err != nil {
		b.Fatal(err)
	}
	return &raw{db: db}
}

// insert puts n rows, batch of them a commit.
func (r *raw) insert(b *testing.B, n, batch int) {
	st, err := r.db.PrepareContext(b.Context(), `INSERT INTO outbox (athlete, team, kind, once, day, due, promised, expires, state, next, session, text, why)
VALUES (?, '', 'checkin', '2027-03-01', '2027-03-01', ?2, ?2, ?2, 'planned', ?2, '', '', '') ON CONFLICT DO NOTHING`)
	if err != nil {
		b.Fatal(err)
	}
	defer st.Close()
	for done := 0; done < n; done += batch {
		tx, err := r.db.BeginTx(b.Context(), nil)
		if err != nil {
			b.Fatal(err)
		}
		in := tx.StmtContext(b.Context(), st)
		for range min(batch, n-done) {
			if r.next++; err == nil {
				_, err = in.ExecContext(b.Context(), r.next, 1_800_000_000_000)
			}
		}
		if err == nil {
			err = tx.Commit()
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
