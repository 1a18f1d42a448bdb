package advice

import (
	"slices"

	"tandem/coach/training"
)

// Rule is one thing the coach looks at in a day.
type Rule struct {
	ID       string
	Looks    string   // what it looks at, in one line
	Seed     []string // seed rules it carries out
	Evidence []string // rows of the evidence it stands on
	check    func(*day) []note
}

// Rules lists every rule, in the order that breaks ties between findings of
// one level and one size: those of a day that is judged, then those that only
// look ahead.
func Rules() []Rule {
	out := slices.Clone(rules)
	for _, r := range todayRules {
		if !slices.ContainsFunc(out, func(o Rule) bool { return o.ID == r.ID }) {
			out = append(out, r)
		}
	}
	return out
}

var rules = slices.Concat(
	orderRules, gapRules, afterLiftRules, progressionRules,
	recoveryRules, declineRules, volumeRules, goodRules, fuelRules, dataRules,
)

// scale says how a rule's level depends on the athlete.
type scale int

const (
	fixed        scale = iota
	interference       // one step lower for beginners (S04, Petré 2021)
	gapScale           // the same, and one step higher for the advanced (S17)
)

// note is what one rule has to say, before notes are weighed against each
// other. Only the embedded finding is shown.
type note struct {
	Finding
	scale    scale
	verdict  string    // the day in one line, if this note leads
	next     string    // what to do, if this note leads
	atRest   string    // the text on a day of rest, where it differs
	fix      string    // notes of one fix are merged; "" = never
	pair     [2]string // the two sessions it is about
	relevant bool      // touches what matters most for the goal
	filler   bool      // told only when nothing but praise is
	size     float64   // how far past its threshold, 0 and up
}

// levels from mild to severe, for raising and lowering by steps.
var ladder = []Level{Info, Yellow, Orange}

// weighed returns the level after experience is taken into account.
func (n note) weighed(e training.Experience) Level {
	i := slices.Index(ladder, n.Level)
	if i < 0 || n.scale == fixed {
		return n.Level
	}
	switch {
	case e == training.Beginner:
		i = max(i-1, 0)
	case e == training.Advanced && n.scale == gapScale:
		i = min(i+1, len(ladder)-1)
	}
	return ladder[i]
}

var severity = map[Level]int{Red: 4, Orange: 3, Yellow: 2, Green: 1, Info: 0}

// union appends what is missing, in order.
func union(a, b []string) []string {
	out := slices.Clone(a)
	for _, s := range b {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}
