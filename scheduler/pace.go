package scheduler

import (
	"context"
	"encoding/binary"
	"hash/fnv"
	"sync"
	"time"

	"golang.org/x/time/rate"

	"tandem/coach"
)

// Spread is over how much time a herd that is due at one moment goes out.
func Spread(count int, perSecond float64) time.Duration {
	if perSecond <= 0 {
		return 0
	}
	return time.Duration(float64(count) / perSecond * float64(time.Second))
}

// minSpread is a herd so small that order is no matter.
const minSpread = 2 * time.Second

// offset is the athlete's own place in a spread: the same every day.
func offset(id coach.AthleteID, over time.Duration) time.Duration {
	return time.Duration(fraction(uint64(id), 0) * float64(over)).Truncate(time.Millisecond)
}

// fraction is a number in [0, 1) that two others decide.
func fraction(a, b uint64) float64 {
	h := fnv.New64a()
	var buf [16]byte
	binary.LittleEndian.PutUint64(buf[:8], a)
	binary.LittleEndian.PutUint64(buf[8:], b)
	_, _ = h.Write(buf[:]) // a hash takes everything
	x := h.Sum64()
	x ^= x >> 33 // FNV leaves the high bits of short inputs alike
	x *= 0xff51afd7ed558ccd
	x ^= x >> 33
	return float64(x>>11) / (1 << 53)
}

// pace keeps each platform's and each workspace's messages apart.
type pace struct {
	perSecond, perWorkspace float64

	mu    sync.Mutex
	lanes map[Lane]*rate.Limiter // a platform's has no workspace
}

func newPace(perSecond, perWorkspace float64) *pace {
	return &pace{perSecond: perSecond, perWorkspace: perWorkspace, lanes: map[Lane]*rate.Limiter{}}
}

// wait returns when the next message may go out in the lane, or ctx ends.
func (p *pace) wait(ctx context.Context, l Lane) error {
	if l.Workspace != "" {
		if err := p.limiter(l, p.perWorkspace).Wait(ctx); err != nil {
			return err
		}
	}
	return p.limiter(Lane{Platform: l.Platform}, p.perSecond).Wait(ctx)
}

func (p *pace) limiter(l Lane, perSecond float64) *rate.Limiter {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.lanes[l] == nil {
		limit := rate.Limit(perSecond)
		if perSecond <= 0 {
			limit = rate.Inf
		}
		p.lanes[l] = rate.NewLimiter(limit, max(1, int(perSecond/10)))
	}
	return p.lanes[l]
}
