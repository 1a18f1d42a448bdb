package discord

import (
	"context"
	"errors"
	"sync"
	"time"
)

// What is remembered for a while, in memory and bounded.
const (
	rememberKeys   = 20 * time.Minute // longer than an interaction's token lives
	rememberClosed = time.Hour
	maxRemembered  = 20_000
)

// memory maps strings to values that end.
type memory[V any] struct {
	now   func() time.Time
	mu    sync.Mutex
	m     map[string]remembered[V]
	sweep int // at this size, what has ended is forgotten
}

type remembered[V any] struct {
	value V
	until time.Time
}

func newMemory[V any](now func() time.Time) *memory[V] {
	return &memory[V]{now: now, m: map[string]remembered[V]{}}
}

func (m *memory[V]) get(key string) (v V, ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r, ok := m.m[key]
	if !ok || m.now().After(r.until) {
		return v, false
	}
	return r.value, true
}

func (m *memory[V]) put(key string, v V, keep time.Duration) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if len(m.m) >= m.sweep {
		m.forgetOld()
		m.sweep = min(max(2*len(m.m), 256), maxRemembered)
	}
	m.m[key] = remembered[V]{v, m.now().Add(keep)}
}

func (m *memory[V]) drop(key string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.m, key)
}

// forgetOld makes room: what has ended goes, and where that is little, anything.
func (m *memory[V]) forgetOld() {
	now := m.now()
	for k, r := range m.m {
		if now.After(r.until) {
			delete(m.m, k)
		}
	}
	for k := range m.m {
		if len(m.m) < maxRemembered*3/4 {
			return
		}
		delete(m.m, k)
	}
}

// size is how much is held, ended or not.
func (m *memory[V]) size() int {
	m.mu.Lock()
	defer m.mu.Unlock()
	return len(m.m)
}

// ledger knows the keys of messages that were sent in this process.
type ledger struct{ *memory[struct{}] }

func newLedger(now func() time.Time) *ledger { return &ledger{newMemory[struct{}](now)} }

func (l *ledger) done(key string) bool { _, ok := l.get(key); return ok }
func (l *ledger) note(key string)      { l.put(key, struct{}{}, rememberKeys) }

// closed knows whose direct messages are closed, so that they are not tried
// again and again: refusals count towards a ban.
type closed struct{ *memory[struct{}] }

func newClosed(now func() time.Time) *closed { return &closed{newMemory[struct{}](now)} }

func (c *closed) is(user string) bool { _, ok := c.get(user); return ok }
func (c *closed) note(user string)    { c.put(user, struct{}{}, rememberClosed) }

// tokens knows the interactions that were heard in this process.
type tokens struct{ *memory[*exchange] }

func newTokens(now func() time.Time) *tokens { return &tokens{newMemory[*exchange](now)} }

// exchange is one interaction: whether it is acknowledged, and whether its
// first answer was given.
type exchange struct {
	acked chan struct{} // closed when Discord has answered to the acknowledgement
	err   error         // of it, once acked is closed

	mu       sync.Mutex
	answered bool
}

var errNotAcknowledged = errors.New("the interaction was not acknowledged in time")

// open begins an exchange.
func (t *tokens) open(token string) *exchange {
	x := &exchange{acked: make(chan struct{})}
	t.put(token, x, tokenLife)
	return x
}

// of returns the exchange of a token. One from before a restart counts as
// acknowledged: trying tells.
func (t *tokens) of(token string) *exchange {
	x, ok := t.get(token)
	if !ok {
		x = t.open(token)
		close(x.acked)
	}
	return x
}

func (x *exchange) wait(ctx context.Context) error {
	t := time.NewTimer(choreTime)
	defer t.Stop()
	select {
	case <-x.acked:
		return x.err
	case <-t.C:
		return errNotAcknowledged
	case <-ctx.Done():
		return ctx.Err()
	}
}

// window counts what happened in the last while.
type window struct {
	now  func() time.Time
	long time.Duration
	mu   sync.Mutex
	at   []time.Time
}

// maxCounted bounds a window; nothing is decided on higher counts.
const maxCounted = 2000

func newWindow(now func() time.Time, long time.Duration) *window {
	return &window{now: now, long: long}
}

func (w *window) add() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.at = append(w.at, w.now())
	if len(w.at) > maxCounted {
		w.at = w.at[1:]
	}
	return w.count()
}

func (w *window) recent() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.count()
}

func (w *window) count() int {
	since, i := w.now().Add(-w.long), 0
	for i < len(w.at) && w.at[i].Before(since) {
		i++
	}
	w.at = w.at[i:]
	return len(w.at)
}
