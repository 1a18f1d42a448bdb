package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/training"
	"tandem/internal/pgtest"
	"tandem/scheduler"
	"tandem/scheduler/river"
	"tandem/store/postgres"
	"tandem/store/sqlite"
)

// server waits for the disk at every commit, as in production.
var server = pgtest.Server{Durable: true}

func TestMain(m *testing.M) {
	code := m.Run()
	server.Stop()
	os.Exit(code)
}

// store is what a coach keeps everything in.
type store interface {
	bot.Store
	scheduler.Store
}

// engine is a database and what carries deliveries over it.
type engine struct {
	name string
	open func(b *testing.B) store
	// carry returns the store through which deliveries go, and what runs beside.
	carry func(ctx context.Context, s store, now func() time.Time, wake func()) (scheduler.Store, func(context.Context) error, error)
}

var engines = []engine{
	{"sqlite",
		func(b *testing.B) store {
			st, err := sqlite.Open(b.Context(), filepath.Join(b.TempDir(), "morning.db"))
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { st.Close() })
			return st
		},
		func(_ context.Context, s store, _ func() time.Time, _ func()) (scheduler.Store, func(context.Context) error, error) {
			return s, func(context.Context) error { return nil }, nil
		}},
	{"river",
		func(b *testing.B) store {
			st, err := postgres.Open(b.Context(), server.Database(b))
			if err != nil {
				b.Fatal(err)
			}
			b.Cleanup(func() { st.Close() })
			return st
		},
		func(ctx context.Context, s store, now func() time.Time, wake func()) (scheduler.Store, func(context.Context) error, error) {
			q, err := river.New(ctx, river.Config{Store: s.(*postgres.Store), Now: now, Wake: wake})
			if err != nil {
				return nil, nil, err
			}
			return q, q.Run, nil
		}},
}

// morning is a house full of athletes who want a check-in at seven.
type morning struct {
	engine
	store store
	now   func() time.Time
}

func open(b *testing.B, e engine, athletes int, midnight time.Time) *morning {
	b.Helper()
	m := &morning{engine: e, store: e.open(b), now: func() time.Time { return midnight }}
	for from := 0; from < athletes; from += 1000 {
		err := m.store.Update(b.Context(), func(tx bot.Tx) error {
			for i := from; i < min(from+1000, athletes); i++ {
				id, _, err := tx.Who(b.Context(), person(i), midnight)
				if err != nil {
					return err
				}
				err = tx.SaveAthlete(b.Context(), coach.Athlete{ID: id, Zone: "UTC", Units: training.Metric, SetUp: true,
					Consent: coach.Consent{Given: true, Version: coach.ConsentVersion, At: midnight}, Reminders: coach.Reminders{CheckIn: "07:00", Quiet: "22:00-06:30"}})
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := scheduler.New(scheduler.Config{Store: m.store, Now: m.now}).Step(b.Context()); err != nil {
		b.Fatal(err)
	}
	return m
}

func person(i int) bot.Person {
	return bot.Person{Platform: "bench", Workspace: "T1", User: fmt.Sprint("U", i)}
}

// run plans and delivers until ctx ends.
func (m *morning) run(ctx context.Context, c scheduler.Config) error {
	var s *scheduler.Scheduler
	carried, beside, err := m.carry(ctx, m.store, m.now, func() { s.Poke() })
	if err != nil {
		return err
	}
	c.Now, c.Shared, c.Store = m.now, m.name != "sqlite", steady{carried}
	if slots, ok := m.store.(scheduler.Slots); ok {
		c.Slots = slots
	}
	s = scheduler.New(c)
	var both errgroup.Group
	both.Go(func() error { return s.Run(ctx) })
	both.Go(func() error { return beside(ctx) })
	return both.Wait()
}

// steady leaves plans due when the benchmark says, whatever their rule.
type steady struct{ scheduler.Store }

func (steady) RefreshPlans(context.Context, time.Time, func(scheduler.Plan) scheduler.Plan) (int, error) {
	return 0, nil
}

// What a morning below the pace limit is like.
const (
	perSecond    = 20                    // the limit: the configuration's default
	together     = perSecond             // at most so many are due at one instant
	apart        = 3                     // seconds at most between two instants
	platformTime = 80 * time.Millisecond // what a platform takes for a message
	mornings     = 30                    // instants
)

// BenchmarkLateness is how long after its due time a check-in has arrived, by the
// real clock, with as many due at one instant as a platform takes in a second,
// time and again.
func BenchmarkLateness(b *testing.B) {
	for _, e := range engines {
		b.Run(e.name, func(b *testing.B) {
			var late []time.Duration
			for b.Loop() {
				late = append(late, lateness(b, e)...)
			}
			b.ReportMetric(quantile(late, 0.5).Seconds(), "p50-s")
			b.ReportMetric(quantile(late, 0.99).Seconds(), "p99-s")
			b.ReportMetric(quantile(late, 1).Seconds(), "max-s")
			b.ReportMetric(float64(len(late)), "check-ins")
		})
	}
}

// lateness lives through one series of instants.
func lateness(b *testing.B, e engine) []time.Duration {
	b.Helper()
	random := rand.New(rand.NewPCG(7, 7))
	var due []time.Duration // of each athlete, from the beginning
	at := 2 * time.Second
	for range mornings {
		for range 1 + random.IntN(together) {
			due = append(due, at)
		}
		at += time.Duration(1+random.IntN(apart)) * time.Second
	}
	m := open(b, e, len(due), time.Now().Add(-time.Hour))
	began, n := time.Now().Truncate(time.Second), 0
	m.now = time.Now
	_, err := m.store.RefreshPlans(b.Context(), began.Add(-48*time.Hour), func(p scheduler.Plan) scheduler.Plan {
		if p.Kind == scheduler.CheckIn {
			p.Due, p.Date = began.Add(due[n]), training.DateOf(began.UTC())
			n++
		}
		return p
	})
	if err != nil || n != len(due) {
		b.Fatalf("%d plans of %d are set: %v", n, len(due), err)
	}
	ctx, stop := context.WithTimeout(b.Context(), at+time.Minute)
	defer stop()
	c := &clerk{want: len(due), done: stop}
	if err := m.run(ctx, scheduler.Config{Sender: c, Rates: scheduler.Rates{PerSecond: perSecond}}); err != nil {
		b.Fatal(err)
	}
	if len(c.late) != len(due) {
		b.Fatalf("%d arrived of %d", len(c.late), len(due))
	}
	return c.late
}

// clerk is a platform that takes its time, and notes when a message was due.
type clerk struct {
	mu   sync.Mutex
	late []time.Duration
	want int
	done func()
}

func (c *clerk) Send(_ context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	time.Sleep(platformTime)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.late = append(c.late, time.Since(d.Due)); len(c.late) == c.want {
		time.AfterFunc(time.Second, c.done) // after the mark
	}
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// The herd of the benchmark below, and who talks meanwhile.
const (
	herd     = 10_000
	talkers  = 2000
	fastest  = 50  // messages a second: the most that the configuration takes
	someSent = 400 // check-ins after which a paced herd has been looked at long enough
)

// BenchmarkChatBesideHerd is how long a reply takes, from a message's coming to
// its answer's going out: alone; while a herd is planned and sent at the highest
// pace that may be configured; and while it is sent with no pace at all. Each
// check-in is composed by the conversation. And the memory that this needs and
// keeps.
func BenchmarkChatBesideHerd(b *testing.B) {
	for _, e := range engines {
		b.Run(e.name, func(b *testing.B) {
			g := newGossip(b, open(b, e, herd, seven.Add(-7*time.Hour)))
			b.Run("alone", func(b *testing.B) { g.measure(b, func() { g.talkFor(b, 3*time.Second) }) })
			b.Run("paced", func(b *testing.B) { g.measure(b, func() { g.liveThrough(b, fastest, someSent) }) })
			b.Run("flat out", func(b *testing.B) { g.measure(b, func() { g.liveThrough(b, 0, herd) }) })
		})
	}
}

var seven = time.Date(2027, time.March, 1, 7, 0, 0, 0, time.UTC)

// measure reports on what fn, over and over, does to who talks.
func (g *gossip) measure(b *testing.B, fn func()) {
	kept := heap()
	g.waits, g.peak, g.sent, g.took = nil, 0, 0, 0
	for b.Loop() {
		fn()
	}
	b.ReportMetric(ms(quantile(g.waits, 0.5)), "reply-p50-ms")
	b.ReportMetric(ms(quantile(g.waits, 0.99)), "reply-p99-ms")
	b.ReportMetric(float64(len(g.waits)), "replies")
	b.ReportMetric(float64(g.sent)/max(g.took.Seconds(), 1), "sent/s")
	b.ReportMetric(float64(g.peak)/1e6, "MB-peak")
	b.ReportMetric(float64(heap()-kept)/1e6, "MB-kept")
}

// gossip is the platform of that benchmark: it talks, and takes check-ins.
type gossip struct {
	*morning
	router *bot.Router
	heard  chan string // whom an answer went to
	began  time.Time   // when it became seven on the last morning
	days   int
	left   atomic.Int64 // check-ins to come
	all    chan struct{}
	said   int
	waits  []time.Duration
	sent   int
	took   time.Duration
	peak   uint64
}

// clock is the time of the day that is lived through.
func (g *gossip) clock() time.Time { return seven.AddDate(0, 0, g.days).Add(time.Since(g.began)) }

func newGossip(b *testing.B, m *morning) *gossip {
	b.Helper()
	base, err := knowledge.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	g := &gossip{morning: m, heard: make(chan string, 16), began: time.Now(), days: -1}
	m.now = g.clock
	g.router = bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: m.store, Planner: scheduler.Planner{}, Adapters: []bot.Adapter{g}, Now: m.now, Log: slog.New(slog.DiscardHandler)})
	return g
}

func (*gossip) Name() string                         { return "bench" }
func (*gossip) Run(context.Context, bot.Inbox) error { return nil }

// Send takes an answer or a check-in.
func (g *gossip) Send(ctx context.Context, to bot.Address, r bot.Reply, _ string) error {
	if r.Kind == bot.CheckIn {
		return nil
	}
	select {
	case g.heard <- to.User:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// sender composes what is due by the conversation, and counts.
type sender struct{ *gossip }

func (s sender) Send(ctx context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	err := s.router.Notify(ctx, bot.Notice{Athlete: d.Athlete, Kind: bot.NoticeCheckIn, Date: d.Date, Key: d.Key})
	var answered bot.Skip
	outcome := scheduler.Sent
	if errors.As(err, &answered) {
		outcome, err = scheduler.Skipped, nil
	}
	if err == nil && s.left.Add(-1) == 0 {
		close(s.all)
	}
	return scheduler.Result{Outcome: outcome}, err
}

// liveThrough is the morning of one herd, sent at a pace, with people who talk
// until so many check-ins are out. The rest then goes out unmeasured.
func (g *gossip) liveThrough(b *testing.B, perSecond float64, enough int) {
	b.Helper()
	g.began, g.days = time.Now(), g.days+1
	g.all = make(chan struct{})
	g.left.Store(int64(enough))
	stop := g.start(b, perSecond)
	for talking := true; talking; {
		select {
		case <-g.all:
			talking = false
		default:
			g.say(b)
		}
	}
	g.sent, g.took = g.sent+enough, g.took+time.Since(g.began)
	stop()
	if enough < herd {
		b.StopTimer()
		g.began = g.began.Add(-time.Hour) // past the time over which it was spread
		stop := g.start(b, 0)
		for g.waiting(b) > 0 {
			time.Sleep(100 * time.Millisecond)
		}
		stop()
		b.StartTimer()
	}
}

// waiting is how many deliveries are not done.
func (g *gossip) waiting(b *testing.B) int {
	st, err := g.store.Standing(b.Context(), g.clock())
	if err != nil {
		b.Fatal(err)
	}
	return st.Waiting
}

// start has the coach answer, plan and deliver until it is stopped.
func (g *gossip) start(b *testing.B, perSecond float64) (stop func()) {
	ctx, cancel := context.WithCancel(b.Context())
	var parts errgroup.Group
	parts.Go(func() error { return g.router.Run(ctx) })
	parts.Go(func() error {
		return g.run(ctx, scheduler.Config{Sender: sender{g}, Rates: scheduler.Rates{PerSecond: perSecond}})
	})
	return func() {
		cancel()
		if err := parts.Wait(); err != nil && !errors.Is(err, context.Canceled) {
			b.Fatal(err)
		}
	}
}

// talkFor talks while nothing is due.
func (g *gossip) talkFor(b *testing.B, length time.Duration) {
	b.Helper()
	ctx, cancel := context.WithCancel(b.Context())
	done := make(chan error, 1)
	go func() { done <- g.router.Run(ctx) }()
	for until := time.Now().Add(length); time.Now().Before(until); {
		g.say(b)
	}
	cancel()
	if err := <-done; err != nil && !errors.Is(err, context.Canceled) {
		b.Fatal(err)
	}
}

// say has the next person say something and waits for the answer.
func (g *gossip) say(b *testing.B) {
	b.Helper()
	text := []string{"today", "checkin 4 3 4 4 4 sleep 7.5h", "log run 5km 30min rpe 4"}[g.said%3]
	m := bot.Message{ID: fmt.Sprint(g.said), From: person(herd - 1 - g.said%talkers), At: g.now(), Direct: true, Addressed: true, Text: text}
	g.said++
	began := time.Now()
	if _, err := g.router.Accept(b.Context(), m); err != nil {
		b.Fatal(err)
	}
	for user := range g.heard {
		if user == m.From.User {
			break
		}
	}
	g.waits = append(g.waits, time.Since(began))
	var used runtime.MemStats
	if g.said%20 == 0 {
		runtime.ReadMemStats(&used)
		g.peak = max(g.peak, used.HeapInuse)
	}
	time.Sleep(2 * time.Millisecond) // people type
}

func heap() int64 {
	runtime.GC()
	var used runtime.MemStats
	runtime.ReadMemStats(&used)
	return int64(used.HeapAlloc)
}
