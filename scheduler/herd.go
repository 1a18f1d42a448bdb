package scheduler

import (
	"context"
	"fmt"
	"time"

	"tandem/coach"
)

// Rates are how many messages a second may go out, of all processes together;
// 0 and what is not named have no limit.
type Rates struct {
	PerSecond    float64            // of each platform
	PerWorkspace map[string]float64 // of each workspace, by its platform
}

// small reports whether so many messages that are due together are out within
// minSpread whoever they are for.
func (r Rates) small(count int) bool {
	over := Spread(count, r.PerSecond)
	for _, perSecond := range r.PerWorkspace {
		over = max(over, Spread(count, perSecond))
	}
	return over < minSpread
}

// Spread is over how much time so many messages go out; 0 without a limit.
func Spread(count int, perSecond float64) time.Duration {
	if perSecond <= 0 {
		return 0
	}
	return time.Duration(float64(count) / perSecond * float64(time.Second))
}

// minSpread is a herd so small that order is no matter.
const minSpread = 2 * time.Second

// Herd is what is due together, by the limits that it counts against.
type Herd struct {
	Crowds []Crowd // in no order

	place map[coach.AthleteID]int // in Crowds
}

// Crowd is the part of a herd that shares a lane.
type Crowd struct {
	Lane  Lane
	Count int
	Over  time.Duration // the time that its messages take: its workspace's or its platform's, the longer
}

// Gather looks at the plans due in [from, to).
func Gather(ctx context.Context, plans Plans, rates Rates, from, to time.Time) (Herd, error) {
	h := Herd{place: map[coach.AthleteID]int{}}
	at, platforms := map[Lane]int{}, map[string]int{}
	err := plans.DueLanes(ctx, from, to, func(id coach.AthleteID, l Lane) {
		i, ok := at[l]
		if !ok {
			i = len(h.Crowds)
			at[l], h.Crowds = i, append(h.Crowds, Crowd{Lane: l})
		}
		h.place[id] = i
		h.Crowds[i].Count++
		platforms[l.Platform]++
	})
	if err != nil {
		return h, fmt.Errorf("gather the herd: %w", err)
	}
	for i := range h.Crowds {
		c := &h.Crowds[i]
		c.Over = max(Spread(platforms[c.Lane.Platform], rates.PerSecond), Spread(c.Count, rates.PerWorkspace[c.Lane.Platform]))
	}
	return h, nil
}

// Longest is how long the whole herd takes.
func (h Herd) Longest() (over time.Duration) {
	for _, c := range h.Crowds {
		over = max(over, c.Over)
	}
	return over
}

// offset is the athlete's own place in the time that their crowd takes: the same
// every day. The zero Herd is not spread.
func (h Herd) offset(id coach.AthleteID) time.Duration {
	i, ok := h.place[id]
	if !ok || h.Crowds[i].Over < minSpread {
		return 0
	}
	return offset(id, h.Crowds[i].Over)
}
