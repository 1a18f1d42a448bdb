// Package load measures training: the load of a session, what a week of loads
// looks like, fitness and fatigue, a run that is longer than usual, estimated
// maximal strength and volume a muscle.
//
// Everything here is a pure function of what was logged. Loads are in
// arbitrary units, effort times minutes (Foster 1998), the same for lifting and
// running; loads from heart rate are on another scale and never mixed in.
// Masses are kilograms, distances kilometres. A value that cannot be known, or
// that needs more days than there are, is reported as such with a false or a
// state, never as zero. Nothing here is a risk of injury.
package load

import (
	"fmt"
	"math"
	"slices"

	"tandem/coach/training"
)

// minutesPerSet is what a working set with its rest takes when no duration was
// told: six sets in about 25 minutes, in the plans of strength apps.
const minutesPerSet = 4

// maxMinutes is the longest session that is believed: a day.
const maxMinutes = 1440

// Foster returns the session-RPE load in arbitrary units: effort on the CR-10
// scale (0 to 10, halves allowed) times minutes (above 0, at most 1440). A
// lift's minutes are the whole session with its rests. Foster 1998, MSSE
// 30:1164; for lifting Day 2004, JSCR 18:353. Values outside are an error.
func Foster(rpe training.RPE, minutes float64) (float64, error) {
	if !(rpe >= 0 && rpe <= 10) {
		return 0, fmt.Errorf("session effort %v is not between 0 and 10", float64(rpe))
	}
	if !(minutes > 0 && minutes <= maxMinutes) {
		return 0, fmt.Errorf("duration of %v minutes is not between 0 and %d", minutes, maxMinutes)
	}
	return float64(rpe) * minutes, nil
}

// Basis says where one of the two factors of a load comes from.
type Basis string

// The bases of effort and duration.
const (
	Told      Basis = "told"      // the athlete said it
	Estimated Basis = "estimated" // from the sets: 4 minutes each; their effort
	Missing   Basis = "missing"   // there is nothing to estimate it from
)

// Session is the load of one session with what it rests on.
type Session struct {
	Load          float64      // arbitrary units; meaningless unless known
	RPE           training.RPE // the effort it was computed with
	RPEBasis      Basis
	Minutes       float64 // the duration it was computed with
	DurationBasis Basis
}

// OfSession returns the load of a session, and false when effort or duration
// is missing or not believable; [Session.Ask] then says what to add. A rest
// day is a known load of zero.
//
// A lift without a session effort takes the median effort of its top sets
// minus 1, kept within 3 to 9: sessions are felt a little easier than their
// hardest sets (Kraft 2014). A lift without a duration takes 4 minutes a
// working set.
func OfSession(s training.Session) (Session, bool) {
	if s.Kind == training.Rest {
		return Session{RPEBasis: Told, DurationBasis: Told}, true
	}
	out := Session{RPEBasis: Missing, DurationBasis: Missing}
	if s.RPE != nil {
		out.RPE, out.RPEBasis = *s.RPE, Told
	} else if rpe, ok := effortOfSets(s.Working()); ok {
		out.RPE, out.RPEBasis = rpe, Estimated
	}
	switch sets := len(s.Working()); {
	case s.Minutes > 0 && s.Estimated:
		out.Minutes, out.DurationBasis = s.Minutes, Estimated
	case s.Minutes > 0:
		out.Minutes, out.DurationBasis = s.Minutes, Told
	case sets > 0:
		out.Minutes, out.DurationBasis = float64(sets*minutesPerSet), Estimated
	}
	if out.RPEBasis == Missing || out.DurationBasis == Missing {
		return out, false
	}
	value, err := Foster(out.RPE, out.Minutes)
	if err != nil {
		return out, false
	}
	out.Load = value
	return out, true
}

// Estimated reports whether a factor of the load was not told.
func (s Session) Estimated() bool {
	return s.RPEBasis == Estimated || s.DurationBasis == Estimated
}

// Ask is what to add to the log so that the load can be computed; "" when
// nothing is missing.
func (s Session) Ask() string {
	switch {
	case s.RPEBasis == Missing && s.DurationBasis == Missing:
		return "Add how hard it was and how long it took, such as `rpe 7 60min`, and I can compute its load."
	case s.RPEBasis == Missing:
		return "Add how hard it was, such as `rpe 7`, and I can compute its load."
	case s.DurationBasis == Missing:
		return "Add how long it took, such as `60min`, and I can compute its load."
	}
	return ""
}

// effortOfSets estimates a session's effort from the heaviest sets of each
// exercise that have one; false when no set has.
func effortOfSets(sets []training.Set) (training.RPE, bool) {
	heaviest := map[string]float64{}
	for _, set := range sets {
		if set.RPE != nil {
			heaviest[set.Exercise] = max(heaviest[set.Exercise], weight(set))
		}
	}
	var efforts []float64
	for _, set := range sets {
		if set.RPE != nil && weight(set) == heaviest[set.Exercise] {
			efforts = append(efforts, float64(*set.RPE))
		}
	}
	if len(efforts) == 0 {
		return 0, false
	}
	return training.RPE(min(max(median(efforts)-1, 3), 9)), true
}

// weight orders the sets of one exercise: by load, or by percentage where that
// is all that was told.
func weight(set training.Set) float64 {
	if set.Kg > 0 {
		return set.Kg
	}
	return set.Percent
}

// median of at least one value.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[mid]
	}
	return (sorted[mid-1] + sorted[mid]) / 2
}

// Daily returns the load of each local date from from to to, both included,
// oldest first; days without a session of known load are 0. It is empty when
// to is before from. Pass the sessions of one kind for that kind's share.
func Daily(sessions []training.Session, from, to training.Date) []float64 {
	if to.Before(from) {
		return nil
	}
	days := make([]float64, to.Sub(from)+1)
	for _, s := range sessions {
		value, known := OfSession(s)
		i := s.Day().Sub(from)
		if known && i >= 0 && i < len(days) {
			days[i] += value.Load
		}
	}
	return days
}

// mean of at least one value.
func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// populationSD is the standard deviation with n, not n-1, below the line.
func populationSD(values []float64) float64 {
	m, squares := mean(values), 0.0
	for _, v := range values {
		squares += (v - m) * (v - m)
	}
	return math.Sqrt(squares / float64(len(values)))
}
