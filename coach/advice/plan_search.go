package advice

import (
	"fmt"
	"math"
	"slices"
	"time"

	"tandem/coach/training"
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

// cost is what a day has against it after the day before: the findings of the
// rules, and bunching. It is worked out once for each two contents.
func (s *search) cost(before, c content) float64 {
	key := [2]content{before, c}
	if cost, known := s.costs[key]; known {
		return cost
	}
	cost := 0.0
	for _, n := range s.notes(before, c) {
		switch n.Level {
		case Orange, Red:
			cost += weighOrange
		case Yellow:
			cost += weighYellow
		case Info:
			cost += weighInfo
		}
	}
	if before.lift != noLift && c.lift != noLift {
		cost += weighBunched
	}
	if before.run != noRun && c.run != noRun {
		cost += weighBunched
	}
	s.costs[key] = cost
	return cost
}

// notes are what the rules say about two neighbouring days, as if they had been
// trained: order, gap and what follows lifting; and before each hard session,
// what the day before leaves it.
func (s *search) notes(before, c content) []note {
	monday := training.Date{Year: 2026, Month: time.June, Day: 1}
	in := Input{Profile: s.req.Profile, Day: monday, Now: noonOf(monday).Add(11 * time.Hour),
		History: trained(before, monday.Add(-1)), Sessions: trained(c, monday)}
	d := look(in)
	var out []note
	for _, n := range observe(d, planRules) {
		n.Level = n.weighed(s.req.Profile.Experience)
		out = append(out, n)
	}
	if s.menu.runs[keyRun] > 0 && !s.req.Profile.Goal.RunsFirst() {
		d.Profile.Goal = training.Endurance // a named key run deserves fresh legs whatever the goal
		out = append(out, observe(d, []Rule{keyRunRule})...)
	}
	for _, b := range d.today {
		if !(b.lift() && b.heavyLegsDay()) && !b.key() {
			continue
		}
		early := *d
		early.today, early.Now = nil, b.start
		for _, n := range observe(&early, freshRules) {
			if n.Rule == legsRule.ID && b.lift() {
				n.Level = Yellow // the next day is too soon at any hour
			}
			if n.Level != Info {
				out = append(out, n)
			}
		}
	}
	return merge(out)
}

func noonOf(d training.Date) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

// The rules that a layout is weighed by.
var (
	planRules  = slices.Concat(orderRules, gapRules[:2], afterLiftRules)
	keyRunRule = gapRules[1]
	freshRules = []Rule{legsRule, runRule}
)

// trained is a planned day as sessions: typical ones of their kind, at hours
// that make a lift in the evening less than a day away from the next evening's
// run, as it will be for most.
func trained(c content, day training.Date) []training.Session {
	liftAt, runAt := 18.5, 18.0
	switch c.layout {
	case liftThenRun:
		liftAt, runAt = 18, 19.1
	case runThenLift:
		runAt = 18.5 - plannedRun(c.run, noonOf(day)).Minutes/60
	case liftMorning:
		liftAt, runAt = 7, 17
	case runMorning:
		liftAt, runAt = 18, 7
	}
	var out []training.Session
	if c.lift != noLift {
		out = append(out, plannedLift(c.lift, clockOf(day, liftAt)))
	}
	if c.run != noRun {
		out = append(out, plannedRun(c.run, clockOf(day, runAt)))
	}
	return out
}

func clockOf(d training.Date, hours float64) time.Time {
	return noonOf(d).Add(time.Duration((hours - 12) * float64(time.Hour)))
}

func plannedLift(kind liftKind, start time.Time) training.Session {
	s := training.Session{ID: fmt.Sprint("lift", start.Unix()), Kind: training.Lift, Start: start, Minutes: 60}
	effort, exercise, sets := training.RPE(8), "Back Squat", heavyLegSets+1
	switch kind {
	case upperDay:
		exercise = "Bench Press"
	case lightFull:
		effort, sets = 6, 2
	}
	for range sets {
		s.Sets = append(s.Sets, training.Set{Exercise: exercise, Kg: 1, Reps: 5, RPE: &effort})
	}
	return s
}

func plannedRun(kind runKind, start time.Time) training.Session {
	s := training.Session{ID: fmt.Sprint("run", start.Unix()), Kind: training.Run, Start: start, Minutes: 35, Intensity: training.Easy, Tagged: true}
	switch kind {
	case keyRun:
		s.Minutes, s.Style, s.Intensity = 60, training.Intervals, training.Hard
	case longRun:
		s.Minutes, s.Style = 90, training.LongRun
	}
	return s
}
