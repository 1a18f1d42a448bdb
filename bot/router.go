package bot

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"tandem/coach"
)

// Config is what a Router works with.
type Config struct {
	Coach    *coach.Coach
	Store    Store
	Planner  Planner
	Adapters []Adapter
	Now      func() time.Time
	Log      *slog.Logger
	Watch    Watcher // is told what happens; nil = nobody counts
	Workers  int     // athletes served side by side; 0 = 32
	Limit    Limit   // of what one person may say
}

// Watcher is told what becomes of messages, for metrics. It must not block.
type Watcher interface {
	Accepted(platform string, fresh bool, took time.Duration)
	Replied(platform string, took time.Duration)
	Asked(outcome string)
	Failed(platform string)
	Limited(platform string)
}

// Router takes messages from the adapters to the coach and replies back.
type Router struct {
	Config
	adapters map[string]Adapter
	limits   *limits
	wake     chan struct{} // holds one token while there may be new messages

	mu    sync.Mutex
	lanes map[Person][]Stored // what waits behind the message a person's worker has
	taken map[int64]bool      // in a lane or with a worker
}

// Bounds of what is held in memory: the rest waits in the store.
const (
	batch  = 256
	rescan = 5 * time.Second // how often the whole inbox is looked at again
)

// New returns a router; Run starts its work.
func New(c Config) *Router {
	if c.Workers == 0 {
		c.Workers = 32
	}
	if c.Watch == nil {
		c.Watch = unwatched{}
	}
	r := &Router{Config: c, adapters: map[string]Adapter{}, limits: newLimits(c.Limit), wake: make(chan struct{}, 1),
		lanes: map[Person][]Stored{}, taken: map[int64]bool{}}
	for _, a := range c.Adapters {
		r.adapters[a.Name()] = a
	}
	return r
}

// Accept stores a message and wakes the workers. Once it returns nil, the
// message survives any crash and the adapter may acknowledge. What is over the
// person's [Limit] may be acknowledged too, and is dropped.
func (r *Router) Accept(ctx context.Context, m Message) (fresh bool, err error) {
	if m.At.IsZero() {
		m.At = r.Now()
	}
	m, dropped := r.admit(clip(m))
	if dropped {
		return false, nil
	}
	began := r.Now()
	fresh, err = r.Store.Accept(ctx, m)
	if err != nil {
		return false, fmt.Errorf("store message: %w", err)
	}
	r.Watch.Accepted(m.From.Platform, fresh, r.Now().Sub(began))
	if fresh {
		r.poke()
	}
	return fresh, nil
}

// Waiting is how many messages are in work or in line in this process.
func (r *Router) Waiting() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return len(r.taken)
}

// Run serves messages until ctx ends, then lets the workers finish what they
// have. What was accepted before a crash is taken up first.
func (r *Router) Run(ctx context.Context) error {
	var workers sync.WaitGroup
	defer workers.Wait()
	slots := make(chan struct{}, r.Workers)
	tick := time.NewTicker(rescan)
	defer tick.Stop()
	after := int64(0)
	for {
		next, full, err := r.fill(ctx, after, func(p Person) {
			workers.Go(func() { r.serve(ctx, p, slots) })
		})
		if err != nil && ctx.Err() == nil {
			r.Log.Error("read inbox", "error", err)
		}
		after = next
		if full {
			continue
		}
		select {
		case <-ctx.Done():
			return nil
		case <-r.wake:
		case <-tick.C:
			after = 0
		}
	}
}

// fill takes the next waiting messages into the lanes and starts a worker for
// each person who has none. full says that there may be more.
func (r *Router) fill(ctx context.Context, after int64, start func(Person)) (next int64, full bool, err error) {
	if r.Waiting() >= 4*batch {
		return after, false, nil // a worker pokes when it is done
	}
	waiting, err := r.Store.Waiting(ctx, after, batch)
	if err != nil {
		return after, false, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range waiting {
		after = max(after, s.Seq)
		if r.taken[s.Seq] {
			continue
		}
		r.taken[s.Seq] = true
		line, busy := r.lanes[s.Message.From]
		r.lanes[s.Message.From] = append(line, s)
		if !busy {
			start(s.Message.From)
		}
	}
	return after, len(waiting) == batch, nil
}

// serve works through one person's line, in order, until it is empty.
func (r *Router) serve(ctx context.Context, p Person, slots chan struct{}) {
	for {
		r.mu.Lock()
		line := r.lanes[p]
		if len(line) == 0 {
			delete(r.lanes, p)
			r.mu.Unlock()
			return
		}
		s := line[0]
		r.lanes[p] = line[1:]
		r.mu.Unlock()

		r.finish(ctx, s, slots)

		r.mu.Lock()
		delete(r.taken, s.Seq)
		r.mu.Unlock()
		r.poke()
	}
}

// Settle works through everything that waits, in order, in the caller's
// goroutine: for simulations and tests, instead of Run.
func (r *Router) Settle(ctx context.Context) error {
	for {
		waiting, err := r.Store.Waiting(ctx, 0, batch)
		if err != nil || len(waiting) == 0 {
			return err
		}
		for _, s := range waiting {
			r.finish(ctx, s, make(chan struct{}, 1))
		}
	}
}

// Settled returns when everything accepted so far is answered, or ctx ends.
func (r *Router) Settled(ctx context.Context) error {
	for {
		waiting, err := r.Store.Waiting(ctx, 0, 1)
		if err != nil || len(waiting) == 0 {
			return err
		}
		if err := wait(ctx, 5*time.Millisecond); err != nil {
			return err
		}
	}
}

func (r *Router) poke() {
	select {
	case r.wake <- struct{}{}:
	default:
	}
}

// Bounds of what one message may bring; platforms allow less.
const (
	maxText  = 40_000 // bytes: Slack's own limit in characters
	maxValue = 4_000
)

// clip cuts what no person types, so that nothing unbounded is stored.
func clip(m Message) Message {
	m.Text = cut(m.Text, maxText)
	m.Press = cut(m.Press, 255)
	for k, v := range m.Values {
		m.Values[k] = cut(v, maxValue)
	}
	return m
}

func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 { // not inside a UTF-8 sequence
		n--
	}
	return s[:n]
}

type unwatched struct{}

func (unwatched) Accepted(string, bool, time.Duration) {}
func (unwatched) Replied(string, time.Duration)        {}
func (unwatched) Asked(string)                         {}
func (unwatched) Failed(string)                        {}
func (unwatched) Limited(string)                       {}
