package advice

import (
	"slices"
	"time"

	"tandem/coach/load"
	"tandem/coach/training"
)

// readLift counts leg sets and decides whether the lift was heavy.
func (d *day) readLift(b *bout, s training.Session) {
	b.working = s.Working()
	b.regional = len(b.working) == 0 && (s.Region == training.Legs || s.Region == training.FullBody)
	b.heavy = s.RPE != nil && float64(*s.RPE) >= hardRPE
	for _, set := range b.working {
		heavy := d.heavySet(set, s.Start)
		b.heavy = b.heavy || heavy
		if !d.legs(set.Exercise) {
			continue
		}
		b.legSets++
		if d.bigMuscles(set.Exercise) && (heavy || hardSet(set, s.RPE)) {
			b.hardLegs++
		}
	}
}

// bigMuscles reports whether an exercise works thighs or hips: calves alone make
// no heavy leg session. An exercise of the athlete's own is taken at their word.
func (d *day) bigMuscles(exercise string) bool {
	e := d.exercise(exercise)
	return e.Name == "" || slices.ContainsFunc(slices.Concat(e.Primary, e.Secondary), func(m training.Muscle) bool {
		return m == training.Quads || m == training.Hamstrings || m == training.Glutes
	})
}

// hardSet reports whether a set was hard: by its own effort, else by the
// session's. What is not known is not hard.
func hardSet(set training.Set, session *training.RPE) bool {
	switch {
	case set.RPE != nil:
		return float64(*set.RPE) >= hardSetRPE
	case session != nil:
		return float64(*session) >= hardSetRPE
	}
	return set.Failed
}

// peak is an estimated maximum that a set can be held against.
type peak struct {
	kg    float64
	start time.Time // of its session; zero = of an effort told, which holds for its own session too
}

// findPeaks keeps the estimated maxima of each exercise. One without an effort
// is only the set itself in other words, so it says nothing of its own session.
func (d *day) findPeaks() {
	d.peaks = map[string][]peak{}
	for _, s := range slices.Concat(d.History, d.Sessions) {
		for _, set := range s.Sets {
			e, ok := load.OfSet(set)
			if !ok {
				continue
			}
			p := peak{e.Kg, s.Start}
			if set.RPE != nil {
				p.start = time.Time{}
			}
			d.peaks[set.Exercise] = kept(d.peaks[set.Exercise], p)
		}
	}
}

// kept adds a peak where it is the best of its session or of the efforts told.
func kept(peaks []peak, p peak) []peak {
	i := slices.IndexFunc(peaks, func(o peak) bool { return o.start.Equal(p.start) })
	if i < 0 {
		return append(peaks, p)
	}
	peaks[i].kg = max(peaks[i].kg, p.kg)
	return peaks
}

// heavySet reports whether a set was heavy: 80 % or more of the estimated
// maximum, or six repetitions or fewer at RPE 8 or more.
func (d *day) heavySet(set training.Set, start time.Time) bool {
	if set.RPE != nil && float64(*set.RPE) >= heavyRPE && set.Reps <= heavyReps && set.Seconds == 0 {
		return true
	}
	if set.Percent > 0 {
		return set.Percent >= heavyPercent
	}
	best := 0.0
	for _, p := range d.peaks[set.Exercise] {
		if p.start.IsZero() || !p.start.Equal(start) {
			best = max(best, p.kg)
		}
	}
	return best > 0 && set.Kg >= best*heavyPercent/100-1e-9
}
