package advice

import (
	"fmt"
	"strings"
	"time"

	"tandem/coach/training"
)

// PlanRequest is what a week should hold.
type PlanRequest struct {
	Profile  Profile
	Lifts    int // 0 to 7
	Runs     int // 0 to 7
	KeyRun   *time.Weekday
	LongRun  *time.Weekday
	Off      []time.Weekday
	TwoADays Doubles
}

// Doubles is whether two sessions may share a day.
type Doubles string

// The choices. When nothing is said, two share a day only if they must.
const (
	DoublesUnsaid Doubles = ""
	DoublesOK     Doubles = "ok" // morning and evening, 6 h or more apart
	NoDoubles     Doubles = "no"
)

// PlanResult is a week laid out, Monday first.
type PlanResult struct {
	Days [7]PlanDay
	Kept []string // what the layout keeps to
	Gave []string // what could not be kept, and why; empty when all could
}

// PlanDay is what is on a day, in order; nothing is a free day.
type PlanDay struct {
	Day      time.Weekday
	Sessions []PlanSession
}

// PlanSession is one planned session.
type PlanSession struct {
	When string // "morning" or "evening" where two share a day apart, "then" for the second of two together
	What string // as "heavy legs" or "key run"
}

// Plan lays a week out by search: every layout of the sessions over the days is
// weighed by the rules of order, gap and what follows lifting, as if it had
// been trained, and the one with the least against it is taken. The week is
// read as one that repeats, so Sunday is next to Monday.
func Plan(req PlanRequest) PlanResult {
	var r PlanResult
	menu, dropped := menuOf(req)
	s := newSearch(req, menu)
	best := s.best()
	for i, c := range best {
		r.Days[i] = PlanDay{Day: planDays[i], Sessions: c.sessions()}
	}
	r.Gave = append(dropped, s.against(best)...)
	r.Kept = s.kept(best)
	return r
}

// planDays is the week as it is printed.
var planDays = [7]time.Weekday{time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday, time.Sunday}

// Text is the week as it is read, a line a day, then what was kept and what
// had to give.
func (r PlanResult) Text() string {
	var lines []string
	for _, d := range r.Days {
		lines = append(lines, d.String())
	}
	if len(r.Kept) > 0 {
		lines = append(lines, "Kept: "+strings.Join(r.Kept, "; ")+".")
	}
	if len(r.Gave) > 0 {
		lines = append(lines, "Had to give: "+strings.Join(r.Gave, "; ")+".")
	}
	return strings.Join(lines, "\n")
}

// String is one line: "Tue: morning key run, evening heavy legs".
func (d PlanDay) String() string {
	name := d.Day.String()[:3]
	if len(d.Sessions) == 0 {
		return name + ": free"
	}
	var parts []string
	for _, s := range d.Sessions {
		parts = append(parts, strings.TrimSpace(s.When+" "+s.What))
	}
	return name + ": " + strings.Join(parts, ", ")
}

// liftKind and runKind are what can be on the menu of a planned week.
type (
	liftKind int8
	runKind  int8
)

const (
	noLift liftKind = iota
	legsDay
	upperDay
	lightFull
	fullBody
	liftKinds
)

const (
	noRun runKind = iota
	keyRun
	longRun
	easyRun
	runKinds
)

var (
	liftNames = [liftKinds]string{legsDay: "heavy legs", upperDay: "upper body", lightFull: "full body, light on the legs", fullBody: "full body"}
	runNames  = [runKinds]string{keyRun: "key run", longRun: "long run", easyRun: "easy run"}
)

// menu counts what the week holds of each kind.
type menu struct {
	lifts [liftKinds]int8
	runs  [runKinds]int8
}

// menuOf turns numbers into kinds of session, and says what had to be left out
// because there are not enough days.
func menuOf(req PlanRequest) (menu, []string) {
	var dropped []string
	open := 7 - len(req.Off)
	lifts, runs := min(req.Lifts, open), min(req.Runs, open)
	if req.TwoADays == NoDoubles && lifts+runs > open {
		runs = max(open-lifts, min(runs, open/2))
		lifts = min(lifts, open-runs)
	}
	if left := req.Lifts + req.Runs - lifts - runs; left > 0 {
		dropped = append(dropped, fmt.Sprintf("%s left out, since %s cannot hold them all", plural(left, "session"), plural(open, "open day")))
	}
	return menu{liftMenu(lifts, req.Profile), runMenu(runs, req)}, dropped
}

// liftMenu splits lifts so that legs come twice at most where they come first,
// and once where running does. A beginner's lifts are of the full body, up to
// three a week.
func liftMenu(lifts int, p Profile) [liftKinds]int8 {
	var m [liftKinds]int8
	n := int8(lifts)
	switch {
	case n == 0:
	case n <= 3 && p.Experience == training.Beginner:
		m[fullBody] = n
	case n <= 2:
		m[legsDay], m[upperDay] = 1, n-1
	case n == 3 && p.Goal.LiftsFirst():
		m[legsDay], m[upperDay] = 2, 1
	case n == 3:
		m[legsDay], m[upperDay], m[lightFull] = 1, 1, 1
	default:
		m[legsDay], m[lightFull] = 2, (n-3)/2
		m[upperDay] = n - m[legsDay] - m[lightFull]
	}
	return m
}

// runMenu puts the named runs on the menu, a key and a long run where running
// comes first, a long one among three where neither does, and easy runs for
// the rest.
func runMenu(runs int, req PlanRequest) [runKinds]int8 {
	var m [runKinds]int8
	n := int8(runs)
	first := req.Profile.Goal.RunsFirst()
	if n > 0 && (req.KeyRun != nil || first && req.LongRun == nil || first && n > 1) {
		m[keyRun], n = 1, n-1
	}
	if n > 0 && (req.LongRun != nil || first || req.Runs >= 3 && !req.Profile.Goal.LiftsFirst()) {
		m[longRun], n = 1, n-1
	}
	m[easyRun] = n
	return m
}
