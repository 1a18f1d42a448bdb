package advice

import (
	"math"
	"slices"
	"time"
)

// layout is how two sessions share a day.
type layout int8

const (
	alone layout = iota
	liftThenRun
	runThenLift
	liftMorning // run in the evening
	runMorning  // lift in the evening
)

// content is what is on one day of a planned week.
type content struct {
	lift   liftKind
	run    runKind
	layout layout
}

// sessions puts a day into words.
func (c content) sessions() []PlanSession {
	lift, run := PlanSession{What: liftNames[c.lift]}, PlanSession{What: runNames[c.run]}
	switch c.layout {
	case liftThenRun:
		run.When = "then"
		return []PlanSession{lift, run}
	case runThenLift:
		lift.When = "then"
		return []PlanSession{run, lift}
	case liftMorning:
		lift.When, run.When = "morning", "evening"
		return []PlanSession{lift, run}
	case runMorning:
		run.When, lift.When = "morning", "evening"
		return []PlanSession{run, lift}
	}
	switch {
	case c.lift != noLift:
		return []PlanSession{lift}
	case c.run != noRun:
		return []PlanSession{run}
	}
	return nil
}

// The weights of what is against a layout. Findings weigh by level; the rest
// only chooses among weeks that the rules like equally.
const (
	weighOrange  = 100.0
	weighYellow  = 20.0
	weighInfo    = 1.0
	weighNoRest  = 60.0
	weighShared  = 3.0  // a day shared without being asked to
	weighDouble  = 0.5  // a day shared when that is fine
	weighUnusual = 0.25 // a long run on a weekday, a key run on Monday
	weighBunched = 0.4  // lifts, or runs, on neighbouring days
	weighIdle    = 0.3  // free days on end, and training bunched for them
)

// search finds the layout with the least against it. What is best for the rest
// of a week depends only on its state, so each state is worked out once.
type search struct {
	req   PlanRequest
	menu  menu
	costs map[[2]content]float64
	known map[state]step
}

// state is a week filled up to a day.
type state struct {
	day         int
	left        menu
	first, prev content
	free        bool // some day before is free
}

// step is the best content for the next day, and the cost from there on.
type step struct {
	content content
	cost    float64
}

func newSearch(req PlanRequest, m menu) *search {
	return &search{req: req, menu: m, costs: map[[2]content]float64{}, known: map[state]step{}}
}

// best walks the steps from an empty week.
func (s *search) best() [7]content {
	var week [7]content
	at := state{left: s.menu}
	for i := range week {
		week[i] = s.rest(at).content
		at = at.with(week[i])
	}
	return week
}

// rest is the best step from a state; an infinite cost when nothing fits.
func (s *search) rest(at state) step {
	if got, ok := s.known[at]; ok {
		return got
	}
	best := step{cost: math.Inf(1)}
	switch {
	case at.day == 7 && at.left == menu{}:
		best.cost = s.cost(at.prev, at.first)
		if !at.free {
			best.cost += weighNoRest
		}
	case at.day < 7 && s.fits(at.left, at.day):
		for _, c := range s.contents(at.left, at.day) {
			cost := s.dayCost(c, at.day)
			if at.day > 0 {
				cost += s.cost(at.prev, c)
			}
			if cost < best.cost {
				cost += s.rest(at.with(c)).cost
			}
			if cost < best.cost {
				best = step{c, cost}
			}
		}
	}
	s.known[at] = best
	return best
}

// with is the state after one more day.
func (at state) with(c content) state {
	if at.day == 0 {
		at.first = c
	}
	at.day, at.prev, at.free = at.day+1, c, at.free || c == content{}
	if c.lift != noLift {
		at.left.lifts[c.lift]--
	}
	if c.run != noRun {
		at.left.runs[c.run]--
	}
	return at
}

// fits reports whether what is left can still go onto the days from i on.
func (s *search) fits(left menu, i int) bool {
	var lifts, runs int8
	days := int8(7 - i)
	for _, n := range left.lifts {
		lifts += n
	}
	for _, n := range left.runs {
		runs += n
	}
	for _, off := range s.req.Off {
		if index(off) >= i {
			days--
		}
	}
	if lifts > days || runs > days {
		return false
	}
	return s.req.TwoADays != NoDoubles || lifts+runs <= days
}

// index is the place of a weekday in a week that starts on Monday.
func index(d time.Weekday) int { return (int(d) + 6) % 7 }

// contents are what a day may hold: from what is left, with named runs on their
// days and days off free.
func (s *search) contents(left menu, i int) []content {
	if slices.Contains(s.req.Off, planDays[i]) {
		return []content{{}}
	}
	var out []content
	for run := runKind(0); run < runKinds; run++ {
		if run != noRun && left.runs[run] == 0 || !s.allowed(run, i) {
			continue
		}
		for lift := liftKind(0); lift < liftKinds; lift++ {
			switch {
			case lift != noLift && left.lifts[lift] == 0:
			case lift == noLift || run == noRun:
				out = append(out, content{lift, run, alone})
			case s.req.TwoADays == DoublesOK:
				out = append(out, content{lift, run, runMorning}, content{lift, run, liftMorning})
			case s.req.TwoADays == DoublesUnsaid:
				out = append(out, content{lift, run, liftThenRun}, content{lift, run, runThenLift})
			}
		}
	}
	return out
}

// allowed keeps the named runs on their days: the key run only there, and
// nothing else there.
func (s *search) allowed(run runKind, i int) bool {
	named := map[runKind]*time.Weekday{keyRun: s.req.KeyRun, longRun: s.req.LongRun}
	for kind, day := range named {
		if day == nil || s.menu.runs[kind] == 0 {
			continue
		}
		if (run == kind) != (*day == planDays[i]) {
			return false
		}
	}
	return true
}

// dayCost is what one day has against it by itself.
func (s *search) dayCost(c content, i int) float64 {
	cost := 0.0
	switch c.layout {
	case liftThenRun, runThenLift:
		cost += weighShared
	case liftMorning, runMorning:
		cost += weighDouble
	}
	if c.run == longRun && s.req.LongRun == nil && i < index(time.Saturday) {
		cost += weighUnusual
	}
	if c.run == keyRun && s.req.KeyRun == nil && (i == 0 || i >= index(time.Friday)) {
		cost += weighUnusual
	}
	return cost
}

// The rules that a layout is weighed by.
var (
	planRules  = slices.Concat(orderRules, gapRules[:2], afterLiftRules)
	keyRunRule = gapRules[1]
	freshRules = []Rule{legsRule, runRule}
)
