package advice

import (
	"slices"
	"time"
)

// pair is a lift and an endurance session close enough to bear on each other,
// in order of start.
type pair struct {
	first, second *bout
	gap           time.Duration
}

// liftFirst reports whether the lift came first.
func (p pair) liftFirst() bool { return p.first.lift() }

// lift and cardio return the two by kind.
func (p pair) lift() *bout {
	if p.first.lift() {
		return p.first
	}
	return p.second
}

func (p pair) cardio() *bout {
	if p.first.lift() {
		return p.second
	}
	return p.first
}

// key identifies the pair for merging.
func (p pair) key() [2]string { return [2]string{p.first.id(), p.second.id()} }

// sameDay reports whether both began on one date of the athlete's.
func (p pair) sameDay() bool { return p.first.day == p.second.day }

// findPairs pairs every lift with every endurance session within 36 hours of
// which at least one is of this day.
func (d *day) findPairs() {
	all := slices.Concat(d.past, d.today, d.later)
	for i, a := range all {
		for _, b := range all[i+1:] {
			if b.start.Sub(a.end) >= neighbourGap {
				break
			}
			if !slices.Contains(d.today, a) && !slices.Contains(d.today, b) {
				continue
			}
			gap := b.start.Sub(a.end)
			p := pair{a, b, gap}
			if lengthless(a, b) {
				d.untimed = append(d.untimed, p)
				continue
			}
			if gap < 0 && !a.guessed && !b.guessed {
				d.overlaps = append(d.overlaps, p)
				continue
			}
			p.gap = max(gap, 0)
			if a.lift() && b.endurance() || a.endurance() && b.lift() {
				d.pairs = append(d.pairs, p)
			}
		}
	}
}

// lengthless reports whether a lift and cardio lie so that their gap is not
// known: the cardio, told without a length, began first or inside the lift.
func lengthless(a, b *bout) bool {
	switch {
	case a.endurance() && b.lift():
		return a.minutes == 0
	case a.lift() && b.endurance():
		return b.minutes == 0 && b.start.Before(a.end)
	}
	return false
}

// weekPairs are the pairs of neighbours in the last seven days.
func (d *day) weekPairs() []pair {
	var out []pair
	week := append(append([]*bout{}, d.past...), d.today...)
	for i := 1; i < len(week); i++ {
		a, b := week[i-1], week[i]
		if d.Day.Sub(b.day) > 6 || a.lift() == b.lift() || !a.lift() && !a.endurance() || !b.lift() && !b.endurance() || lengthless(a, b) {
			continue
		}
		if gap := b.start.Sub(a.end); gap < neighbourGap {
			out = append(out, pair{a, b, max(gap, 0)})
		}
	}
	return out
}

// closest is the pair of the day with the smallest gap, nil for none.
func (d *day) closest() *pair {
	var best *pair
	for i, p := range d.pairs {
		if best == nil || p.gap < best.gap {
			best = &d.pairs[i]
		}
	}
	return best
}
