package slackfake

import (
	"context"
	"sync"
	"time"
)

// Clock is the test's time: it moves only when it is told to, or when somebody
// waits by it.
type Clock struct {
	live bool

	mu sync.Mutex
	at time.Time
}

// LiveClock is everybody's time, for an app that is a process of its own. It
// cannot be moved.
func LiveClock() *Clock { return &Clock{live: true} }

// NewClock returns a clock that stands at a moment.
func NewClock(at time.Time) *Clock { return &Clock{at: at} }

// Now is the moment it shows.
func (c *Clock) Now() time.Time {
	if c.live {
		return time.Now()
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Advance moves it on; a live one goes its own way.
func (c *Clock) Advance(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
}

// Wait moves it on by what somebody would have slept.
func (c *Clock) Wait(ctx context.Context, d time.Duration) error {
	c.Advance(d)
	return ctx.Err()
}
