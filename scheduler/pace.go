package scheduler

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"maps"
	"sync"
	"time"

	"tandem/coach"
)

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

// Slots hands out turns to all processes of a database.
type Slots interface {
	// TakeSlot takes the next turn of a lane whose turns lie step apart, and
	// returns how long it is until then; false, and nothing is taken, when that is
	// more than patience.
	TakeSlot(ctx context.Context, l Lane, step, patience time.Duration) (time.Duration, bool, error)
}

// errCrowded says that a lane's next turn is too far away to wait for.
var errCrowded = errors.New("others are before it")

// pace keeps the messages of each workspace and each platform apart.
type pace struct {
	rates Rates
	slots Slots
}

// wait returns when the next message may go out in the lane; errCrowded when
// that is more than patience away.
func (p pace) wait(ctx context.Context, l Lane, patience time.Duration) error {
	if l.Workspace != "" {
		if err := p.turn(ctx, l, p.rates.PerWorkspace[l.Platform], patience); err != nil {
			return err
		}
	}
	return p.turn(ctx, Lane{Platform: l.Platform}, p.rates.PerSecond, patience)
}

func (p pace) turn(ctx context.Context, l Lane, perSecond float64, patience time.Duration) error {
	if perSecond <= 0 {
		return ctx.Err()
	}
	wait, ok, err := p.slots.TakeSlot(ctx, l, time.Duration(float64(time.Second)/perSecond), patience)
	if err != nil {
		return fmt.Errorf("wait for a turn: %w", err)
	}
	if !ok {
		return errCrowded
	}
	turn := time.NewTimer(wait)
	defer turn.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-turn.C:
		return nil
	}
}

// alone hands out turns where one process sends everything. Its clock is the
// one it was made with.
type alone struct {
	now func() time.Time

	mu   sync.Mutex
	free map[Lane]time.Time // when each lane's next turn is
}

// maxLanes bounds what is kept of lanes that nobody uses any more.
const maxLanes = 10_000

// TakeSlot takes a lane's next turn.
func (a *alone) TakeSlot(_ context.Context, l Lane, step, patience time.Duration) (time.Duration, bool, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	now := a.now()
	turn := a.free[l]
	if turn.Before(now) || turn.Sub(now) > patience+step { // the latter: the clock went back
		turn = now
	}
	wait := turn.Sub(now)
	if wait > patience {
		return 0, false, nil
	}
	if len(a.free) >= maxLanes {
		maps.DeleteFunc(a.free, func(_ Lane, at time.Time) bool { return at.Before(now) })
	}
	a.free[l] = turn.Add(step)
	return wait, true, nil
}
