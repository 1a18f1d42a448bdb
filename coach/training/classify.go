package training

import "math"

// The efforts that bound the classes on the CR-10 scale (Garber 2011, put on CR-10 by the house).
const (
	easyUpTo = 4
	hardFrom = 7
)

// Classify is the intensity a session counts as. The athlete's own word comes
// first, unless it says easy and the RPE says hard: then the RPE wins, and
// [Session.Conflict] reports it. Then come the RPE and the style. It is "" for
// a lift without a tag and when nothing tells.
func Classify(s Session) Intensity {
	switch {
	case s.Conflict():
		return Hard
	case s.Tagged:
		return s.Intensity
	case s.Kind == Lift || s.Kind == Rest:
		return ""
	case s.RPE != nil:
		return effortClass(*s.RPE)
	}
	switch s.Style {
	case Intervals, Tempo, Race:
		return Hard
	case Recovery:
		return Easy
	}
	return ""
}

func effortClass(r RPE) Intensity {
	switch {
	case r <= easyUpTo:
		return Easy
	case r < hardFrom:
		return Moderate
	}
	return Hard
}

// Conflict reports whether the athlete called the session easy and rated it
// hard, RPE 7 or more.
func (s Session) Conflict() bool {
	return s.Tagged && s.Intensity == Easy && s.RPE != nil && *s.RPE >= hardFrom
}

// LoadsLegs reports whether the session loads the legs: a lift with a working
// set of a leg exercise, or told as legs or full body; a run, ride, row or
// walk; another sport that is done on the legs. own says it of the athlete's
// own exercises, by lower-case name.
func (s Session) LoadsLegs(own map[string]bool) bool {
	switch s.Kind {
	case Lift:
		return s.Region == Legs || s.Region == FullBody || len(s.LegSets(own)) > 0
	case Run, Ride, Row, Walk:
		return true
	case Other:
		return s.Cardio()
	}
	return false
}

// LegSets returns the working sets of exercises that load the legs.
func (s Session) LegSets(own map[string]bool) []Set {
	var out []Set
	for _, set := range s.Working() {
		if set.LoadsLegs(own) {
			out = append(out, set)
		}
	}
	return out
}

// LoadsLegs reports whether the set's exercise loads the legs.
func (set Set) LoadsLegs(own map[string]bool) bool {
	if legs, ok := own[foldName(set.Exercise)]; ok {
		return legs
	}
	if e, ok := exactExercise(set.Exercise); ok {
		return e.Legs
	}
	e, ok := FindExercise(set.Exercise)
	return ok && e.Legs
}

// quiet are the other activities that are no cardio.
var quiet = map[string]bool{"yoga": true, "pilates": true, "stretching": true, "mobility": true, "physio": true, "golf": true, "bouldering": true, "climbing": true, "": true}

// Cardio reports whether the session is endurance work of any kind: running,
// riding, rowing, swimming, walking, and other sports that raise the pulse.
func (s Session) Cardio() bool {
	return s.Kind.Endurance() || s.Kind == Other && !quiet[s.Activity]
}

func roundTo(v, step float64) float64 {
	if step < 1 { // divide, as steps of a hundredth are not exact
		return math.Round(v/step) / math.Round(1/step)
	}
	return math.Round(v/step) * step
}
