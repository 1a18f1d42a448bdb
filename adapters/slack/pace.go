package slack

import (
	"context"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"tandem/bot"
)

// MessagesPerSecond is how many messages one workspace takes, from all processes
// together: of "several hundred" a minute we count on 300.
const MessagesPerSecond = 5.0

// tiers are how often a method may be called a minute in one workspace, from
// Slack's published tiers (3: 50, 4: 100). chat.postMessage has a rate of its
// own: one a second and conversation, "several hundred" a minute altogether.
var tiers = map[string]float64{
	"chat.postMessage":             MessagesPerSecond * 60,
	"chat.postEphemeral":           100,
	"chat.update":                  50,
	"conversations.open":           50,
	"conversations.history":        50,
	"files.completeUploadExternal": 100,
	"files.getUploadURLExternal":   100,
	"users.info":                   100,
	"views.open":                   100,
	"views.publish":                100,
}

const (
	channelRate  = 1.0 // messages a second into one conversation
	channelBurst = 3
	patience     = 5 * time.Second // longer waits go back to the caller
	maxBuckets   = 20_000
)

// pacer keeps calls below Slack's limits, and away from a method that Slack has
// closed for a while.
type pacer struct {
	now  func() time.Time
	wait func(context.Context, time.Duration) error

	mu      sync.Mutex
	buckets map[string]*rate.Limiter
	closed  map[string]time.Time // until when, by workspace and method
}

func newPacer(now func() time.Time, wait func(context.Context, time.Duration) error) *pacer {
	return &pacer{now: now, wait: wait, buckets: map[string]*rate.Limiter{}, closed: map[string]time.Time{}}
}

// take waits for a turn. It returns a [bot.RetryAfter] where that is further off
// than the patience of a caller.
func (p *pacer) take(ctx context.Context, workspace, method, channel string) error {
	d, cancel := p.reserve(workspace, method, channel)
	if d > patience {
		cancel()
		return bot.RetryAfter{Wait: d}
	}
	if d <= 0 {
		return ctx.Err()
	}
	return p.wait(ctx, d)
}

func (p *pacer) reserve(workspace, method, channel string) (time.Duration, func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := p.now()
	if until, ok := p.closed[workspace+" "+method]; ok {
		if until.After(now) {
			return max(until.Sub(now), patience+1), func() {}
		}
		delete(p.closed, workspace+" "+method)
	}
	perMinute, ok := tiers[method]
	if !ok {
		perMinute = 20
	}
	turns := []*rate.Reservation{p.bucket("m "+workspace+" "+method, rate.Limit(perMinute/60), max(1, int(perMinute/5))).ReserveN(now, 1)}
	if channel != "" {
		turns = append(turns, p.bucket("c "+workspace+" "+channel, channelRate, channelBurst).ReserveN(now, 1))
	}
	var d time.Duration
	for _, t := range turns {
		d = max(d, t.DelayFrom(now))
	}
	return d, func() {
		for _, t := range turns {
			t.CancelAt(now)
		}
	}
}

// bucket returns the limiter of a key. When there are too many, those that are
// full again say nothing any more and go.
func (p *pacer) bucket(key string, limit rate.Limit, burst int) *rate.Limiter {
	b, ok := p.buckets[key]
	if !ok {
		if len(p.buckets) >= maxBuckets {
			now := p.now()
			for k, old := range p.buckets {
				if old.TokensAt(now) >= float64(old.Burst()) {
					delete(p.buckets, k)
				}
			}
		}
		b = rate.NewLimiter(limit, burst)
		p.buckets[key] = b
	}
	return b
}

// close keeps everybody from a method until Slack takes it again.
func (p *pacer) close(workspace, method string, d time.Duration) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed[workspace+" "+method] = p.now().Add(d)
}
