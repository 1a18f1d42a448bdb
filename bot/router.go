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
	Crowd    Limit   // of what all of a workspace, or of a channel, may say
}

// Watcher is told what becomes of messages, for metrics. It must not block.
type Watcher interface {
	Accepted(platform string, fresh bool, took time.Duration)
	Replied(platform string, took time.Duration)
	Asked(outcome string)
	Failed(platform string)
	Limited(platform, of string) // a "person" or a "crowd"
}

// Router takes messages from the adapters to the coach and replies back.
type Router struct {
	Config
	adapters map[string]Adapter
	limits   *limits
	wake     chan struct{} // holds one token while there may be new messages
	workers  *turns
	answered chan member // sent, and not yet forgotten

	mu     sync.Mutex
	lanes  map[Person][]job    // what waits behind the message a person's worker has
	taken  map[int64]bool      // in a lane, with a worker, or answered and not yet forgotten
	crowds map[string]int      // how many of those are each crowd's
	behind map[string]int64    // first message of a crowd that was left in the store
	again  int64               // look at the store from this message on; 0 = from where it was left
	held   bool                // the store was not looked at, for want of room
	coming map[Person][]string // ids on their way through the store into a lane
	start  func(Person)        // starts a worker; nil until what an earlier run left is in the lanes
}

// job is a message in work.
type job struct {
	Stored
	since time.Time // when it came in, or was found in the store
}

// member is a message by its number, and whose crowd it is of.
type member struct {
	seq int64
	of  string
}

// Bounds of what is held in memory: the rest waits in the store.
const (
	batch  = 256
	most   = 4 * batch       // in memory, of crowds that have anything there
	share  = 128             // of them one crowd's
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
	r := &Router{Config: c, adapters: map[string]Adapter{}, limits: newLimits(c.Limit, c.Crowd), wake: make(chan struct{}, 1),
		workers: newTurns(c.Workers), answered: make(chan member, most),
		lanes: map[Person][]job{}, taken: map[int64]bool{}, crowds: map[string]int{}, behind: map[string]int64{}, coming: map[Person][]string{}}
	for _, a := range c.Adapters {
		r.adapters[a.Name()] = a
	}
	return r
}

// Accept stores a message, and answers it in the same commit where it can, or
// wakes the workers. Once it returns nil, the message survives any crash and the
// adapter may acknowledge. What is over the person's [Limit] may be acknowledged
// too, and is dropped.
func (r *Router) Accept(ctx context.Context, m Message) (fresh bool, err error) {
	if m.At.IsZero() {
		m.At = r.Now()
	}
	m, dropped := r.admit(clip(m))
	if dropped {
		return false, nil
	}
	ctx = WithTrace(ctx, About(m))
	began := r.Now()
	if fresh, err = r.keep(ctx, m, began); err != nil {
		return false, fmt.Errorf("store message: %w", err)
	}
	if !fresh {
		r.limits.giveBack(m, began)
	}
	r.Watch.Accepted(m.From.Platform, fresh, r.Now().Sub(began))
	r.Log.DebugContext(ctx, "message accepted", "platform", m.From.Platform, "fresh", fresh)
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
	var workers, forgetting sync.WaitGroup
	start := func(p Person) { workers.Go(func() { r.serve(ctx, p) }) }
	ended := make(chan struct{})
	forgetting.Go(func() { r.forget(context.WithoutCancel(ctx), ended) })
	defer func() {
		r.startWith(nil)
		workers.Wait()
		close(ended)
		forgetting.Wait()
	}()
	tick := time.NewTicker(rescan)
	defer tick.Stop()
	after := int64(0)
	for {
		next, full, err := r.fill(ctx, after, start)
		if err != nil && ctx.Err() == nil {
			r.Log.Error("read inbox", "error", err)
		}
		after = next
		if full {
			continue
		}
		if err == nil {
			r.startWith(start)
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

func (r *Router) startWith(start func(Person)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.start = start
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
			if !r.finish(ctx, job{s, r.Now()}) {
				continue
			}
			if err := r.Store.Done(ctx, s.Seq); err != nil {
				return err
			}
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

type unwatched struct{}

func (unwatched) Accepted(string, bool, time.Duration) {}
func (unwatched) Replied(string, time.Duration)        {}
func (unwatched) Asked(string)                         {}
func (unwatched) Failed(string)                        {}
func (unwatched) Limited(string, string)               {}
