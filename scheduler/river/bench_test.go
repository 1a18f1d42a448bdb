package river_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"tandem/bot"
	"tandem/internal/pgtest"
	"tandem/scheduler"
	"tandem/scheduler/river"
	"tandem/store/postgres"
)

// durable is a server whose every commit waits for the disk.
var durable = pgtest.Server{Durable: true}

// herd is a database with athletes who all want a check-in at seven.
type herd struct {
	store *postgres.Store
	now   atomic.Int64 // Unix milliseconds
	rates scheduler.Rates
}

func (h *herd) clock() time.Time { return time.UnixMilli(h.now.Load()).UTC() }

func openHerd(b *testing.B, n int) *herd {
	b.Helper()
	url := durable.Database(b)
	st, err := postgres.Open(b.Context(), url)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { st.Close() })
	h := &herd{store: st}
	h.now.Store(sevenOClock.Add(-7 * time.Hour).UnixMilli())
	for _, fill := range []string{
		`INSERT INTO athletes (zone, consent_given, checkin_at, quiet, replan) SELECT 'UTC', true, '07:00', '22:00-06:30', true FROM generate_series(1, $1)`,
		`INSERT INTO identities (platform, workspace, person, athlete, turned_to) SELECT 'slack', 'T1', 'U' || id, id, 0 FROM athletes WHERE id <= $1`,
	} {
		if _, err := st.Pool().Exec(b.Context(), fill, n); err != nil {
			b.Fatal(err)
		}
	}
	h.plan(b)
	if _, err := st.Pool().Exec(b.Context(), `VACUUM ANALYZE`); err != nil {
		b.Fatal(err)
	}
	h.now.Store(sevenOClock.UnixMilli())
	return h
}

// nextMorning lets a day go by.
func (h *herd) nextMorning() { h.now.Add((24 * time.Hour).Milliseconds()) }

// plan runs the planning half of a step.
func (h *herd) plan(b *testing.B) {
	b.Helper()
	if err := scheduler.New(scheduler.Config{Store: noDeliveries{h.store}, Now: h.clock, Rates: h.rates}).Step(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// noDeliveries is a store that only plans.
type noDeliveries struct{ scheduler.Store }

func (noDeliveries) ClaimDeliveries(context.Context, time.Time, time.Time, int) ([]scheduler.Claim, error) {
	return nil, nil
}

const makeRaw = `
CREATE TABLE raw (id BIGINT PRIMARY KEY GENERATED ALWAYS AS IDENTITY, athlete BIGINT, team TEXT, kind TEXT, once TEXT, day TEXT, due BIGINT,
	promised BIGINT, expires BIGINT, state TEXT, next BIGINT, queued BIGINT, session TEXT, text TEXT, why TEXT);
CREATE UNIQUE INDEX ON raw (athlete, kind, once);
CREATE INDEX ON raw (next, id) WHERE next IS NOT NULL AND queued IS NULL`

const insertRaw = `
INSERT INTO raw (athlete, team, kind, once, day, due, promised, expires, state, next, session, text, why)
SELECT n, '', 'checkin', $3, $3, 1800000000000, 1800000000000, 1800000000000, 'planned', 1800000000000, '', '', '' FROM generate_series($1::bigint, $2::bigint) n
ON CONFLICT DO NOTHING`

// raw inserts n rows like the outbox's, batch of them a commit, hands side by side.
func (h *herd) raw(b *testing.B, n, batch, hands int) {
	b.Helper()
	day := h.clock().Format(time.DateOnly)
	var next atomic.Int64
	var work sync.WaitGroup
	for range hands {
		work.Go(func() {
			for {
				last := next.Add(int64(batch))
				if last > int64(n) {
					return
				}
				if _, err := h.store.Pool().Exec(b.Context(), insertRaw, last-int64(batch)+1, last, day); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	work.Wait()
}

// BenchmarkHerd is what a herd costs on PostgreSQL, all commits synchronous:
// 100,000 plans that are due in one minute become occurrences with their outbox
// rows, each at its place in the spread; beside them, in turns, the same rows inserted and nothing else. Then what
// an idle tick costs among that many plans.
func BenchmarkHerd(b *testing.B) {
	const size = 100_000
	h := openHerd(b, size)
	h.rates = scheduler.Rates{PerSecond: 20, PerWorkspace: map[string]float64{"slack": 4}} // as in use
	if _, err := h.store.Pool().Exec(b.Context(), makeRaw); err != nil {
		b.Fatal(err)
	}
	b.Run("planned", func(b *testing.B) {
		var took, beside time.Duration
		for b.Loop() {
			h.nextMorning()
			began := time.Now()
			h.plan(b)
			took += time.Since(began)
			began = time.Now()
			h.raw(b, size, 250, 1)
			beside += time.Since(began)
		}
		b.ReportMetric(took.Seconds()/float64(b.N), "s/herd")
		b.ReportMetric(beside.Seconds()/float64(b.N), "raw-s/herd")
	})
	b.Run("beside chat", func(b *testing.B) {
		var waits []time.Duration
		for b.Loop() {
			h.nextMorning()
			stop := h.chat(b, &waits)
			h.plan(b)
			stop()
		}
		slices.Sort(waits)
		b.ReportMetric(float64(waits[len(waits)*99/100].Microseconds())/1000, "chat-p99-ms")
	})
	b.Run("idle", func(b *testing.B) {
		h.now.Add(-time.Second.Milliseconds())
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
			m := bot.Message{ID: fmt.Sprint(len(*waits), h.clock()), From: bot.Person{Platform: "slack", Workspace: "T1", User: "U1"}, At: h.clock(), Direct: true, Text: "log run 5km 30min"}
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

// BenchmarkDelivery is the rate of Run to a sender that takes no time, each
// delivery marked in its own synchronous commit: by the scheduler's own claims,
// and through River with the job ended in the same commit. Beside them, in the
// same run, bare commits of one row, from as many connections.
func BenchmarkDelivery(b *testing.B) {
	const n = 5000
	for _, engine := range []string{"claims", "river"} {
		b.Run(engine, func(b *testing.B) {
			h := openHerd(b, n)
			if _, err := h.store.Pool().Exec(b.Context(), makeRaw); err != nil {
				b.Fatal(err)
			}
			var took, beside time.Duration
			for b.Loop() {
				h.nextMorning()
				h.plan(b)
				took += h.deliver(b, engine, n)
				began := time.Now()
				h.raw(b, n, 1, 16)
				beside += time.Since(began)
			}
			b.ReportMetric(float64(n*b.N)/took.Seconds(), "sent/s")
			b.ReportMetric(float64(n*b.N)/beside.Seconds(), "raw-commits/s")
		})
	}
}

// deliver runs an engine until n deliveries are marked, and says how long that took.
func (h *herd) deliver(b *testing.B, engine string, n int) time.Duration {
	b.Helper()
	ctx, stop := context.WithCancel(b.Context())
	defer stop()
	c := scheduler.Config{Store: h.store, Sender: deaf{}, Now: h.clock, Shared: true}
	var both errgroup.Group
	var s *scheduler.Scheduler
	if engine == "river" {
		q, err := river.New(ctx, river.Config{Store: h.store, Now: h.clock, Wake: func() { s.Poke() }})
		if err != nil {
			b.Fatal(err)
		}
		c.Store = q
		both.Go(func() error { return q.Run(ctx) })
	}
	last := &counted{Store: c.Store, all: make(chan struct{})}
	last.left.Store(int64(n))
	c.Store = last
	s = scheduler.New(c)
	began := time.Now()
	both.Go(func() error { return s.Run(ctx) })
	<-last.all
	took := time.Since(began)
	stop()
	if err := both.Wait(); err != nil {
		b.Fatal(err)
	}
	return took
}

// deaf is a sender that takes no time.
type deaf struct{}

func (deaf) Send(context.Context, scheduler.Delivery) (scheduler.Result, error) {
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// counted closes all with the last mark.
type counted struct {
	scheduler.Store
	left atomic.Int64
	all  chan struct{}
}

func (c *counted) MarkDelivery(ctx context.Context, m scheduler.Mark) error {
	err := c.Store.MarkDelivery(ctx, m)
	if err == nil && c.left.Add(-1) == 0 {
		close(c.all)
	}
	return err
}
