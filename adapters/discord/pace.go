package discord

import (
	"context"
	"net/http"
	"strconv"
	"sync"
	"time"

	"tandem/bot"
)

// Pacing. Discord allows 50 requests a second in all, and tells a limit for
// each route and channel in its answers. Requests of one route and channel go
// one after the other, so that each knows what the one before was told.
const (
	perSecond  = 45               // of 50: other tools may use the token too
	longWait   = 30 * time.Second // what is longer comes back as RetryAfter
	maxInvalid = 1000             // of 10,000 refusals in ten minutes, after which Discord bans the address
)

// pacer keeps every request within what Discord allows.
type pacer struct {
	now  func() time.Time
	wait func(context.Context, time.Duration) error

	invalid *window

	mu     sync.Mutex
	lanes  map[string]*lane
	global time.Time // nothing before
	second time.Time // the second that is being spent
	spent  int
}

// lane is one route of one channel.
type lane struct {
	turn      chan struct{} // holds a token while a request runs
	users     int
	known     bool
	remaining int
	reset     time.Time
}

func newPacer(now func() time.Time, wait func(context.Context, time.Duration) error) *pacer {
	return &pacer{now: now, wait: wait, invalid: newWindow(now, 10*time.Minute), lanes: map[string]*lane{}}
}

// enter waits for the turn of a request; leave must be called after it.
// Interactions are outside the global limit.
func (p *pacer) enter(ctx context.Context, key string, interaction bool) (l *lane, leave func(), err error) {
	if p.invalid.recent() >= maxInvalid {
		return nil, nil, bot.RetryAfter{Wait: time.Minute}
	}
	l, leave, err = p.alone(ctx, key)
	if err != nil {
		return nil, nil, err
	}
	for {
		d := p.delay(l, interaction)
		if d <= 0 {
			return l, leave, nil
		}
		if d > longWait {
			leave()
			return nil, nil, bot.RetryAfter{Wait: d}
		}
		if err := p.wait(ctx, d); err != nil {
			leave()
			return nil, nil, err
		}
	}
}

// alone waits until nobody else is in the lane; done lets the next in.
func (p *pacer) alone(ctx context.Context, key string) (l *lane, done func(), err error) {
	l = p.join(key)
	select {
	case l.turn <- struct{}{}:
		return l, func() { <-l.turn; p.part(key, l) }, nil
	case <-ctx.Done():
		p.part(key, l)
		return nil, nil, ctx.Err()
	}
}

func (p *pacer) join(key string) *lane {
	p.mu.Lock()
	defer p.mu.Unlock()
	l, ok := p.lanes[key]
	if !ok {
		p.sweep()
		l = &lane{turn: make(chan struct{}, 1)}
		p.lanes[key] = l
	}
	l.users++
	return l
}

// part forgets a lane that nobody is in and that holds nobody back.
func (p *pacer) part(key string, l *lane) {
	p.mu.Lock()
	defer p.mu.Unlock()
	l.users--
	if l.users == 0 && !l.blocks(p.now()) {
		delete(p.lanes, key)
	}
}

// sweep forgets lanes that held somebody back and no longer do.
func (p *pacer) sweep() {
	if len(p.lanes)%256 != 255 {
		return
	}
	now := p.now()
	for key, l := range p.lanes {
		if l.users == 0 && !l.blocks(now) {
			delete(p.lanes, key)
		}
	}
}

func (l *lane) blocks(now time.Time) bool { return l.known && l.remaining == 0 && l.reset.After(now) }

// delay is how long the request at the front must still wait; 0 takes its place
// in the second.
func (p *pacer) delay(l *lane, interaction bool) time.Duration {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if l.blocks(now) {
		return l.reset.Sub(now)
	}
	if interaction {
		return 0
	}
	if d := p.global.Sub(now); d > 0 {
		return d
	}
	if now.Sub(p.second) >= time.Second || now.Before(p.second) {
		p.second, p.spent = now, 0
	}
	if p.spent >= perSecond {
		return p.second.Add(time.Second).Sub(now)
	}
	p.spent++
	return 0
}

// learn reads the limits from an answer.
func (p *pacer) learn(l *lane, h http.Header) {
	remaining, err := strconv.Atoi(h.Get("X-RateLimit-Remaining"))
	if err != nil {
		return
	}
	after, err := strconv.ParseFloat(h.Get("X-RateLimit-Reset-After"), 64)
	if err != nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	l.known, l.remaining, l.reset = true, remaining, p.now().Add(seconds(after))
}

// hold keeps a lane, or everything, back for a while.
func (p *pacer) hold(l *lane, d time.Duration, everything bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	until := p.now().Add(d)
	if everything {
		p.global = until
		return
	}
	l.known, l.remaining, l.reset = true, 0, until
}

// size is how many lanes are held.
func (p *pacer) size() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.lanes)
}

// longest is more than Discord ever asks to wait: what says more is no wait.
const longest = 24 * time.Hour

// seconds is a duration that somebody else gave: never below nothing, and not so
// long that it wraps around.
func seconds(s float64) time.Duration {
	if !(s > 0) { // NaN is not
		return 0
	}
	return time.Duration(min(s, longest.Seconds()) * float64(time.Second))
}
