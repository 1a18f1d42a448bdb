package advice

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// day is what the rules look at: an [Input] in order, with everything several
// rules ask for worked out.
type day struct {
	Input
	words
	today    []*bout
	past     []*bout // History, oldest first
	later    []*bout // After
	pairs    []pair
	overlaps []pair
	untimed  []pair            // the first of the two has no length, so their gap is not known
	twins    []twin            // sessions that are in the log twice
	just     string            // id of the session just logged, whatever bout it is part of
	waiting  bool              // the session just logged has not begun
	checkin  *recovery.CheckIn // of the day, unless stale
	peaks    map[string][]peak // best estimated maxima of each exercise, see heavySet
	zones    map[string]*time.Location
	known    map[string]training.Exercise
	legged   map[string]bool // does an exercise load the legs?

	ahead      bool    // nothing is judged yet: what today allows
	review     bool    // one day of a week that is looked back on
	falling    []trend // see trends
	trendsDone bool
}

// look prepares a day. It copies what it sorts.
func look(in Input) *day {
	d := &day{Input: in, words: words{in.Profile.Units}, zones: map[string]*time.Location{}, known: map[string]training.Exercise{}, legged: map[string]bool{}}
	d.waiting = slices.ContainsFunc(in.Sessions, func(s training.Session) bool { return s.ID != "" && s.ID == in.Focus && d.notBegun(s) })
	d.Sessions, d.After = d.once(d.begun(in.Sessions)), d.once(d.begun(in.After))
	d.History = d.once(d.begun(d.recent(in.History)))
	d.CheckIns = slices.Clone(in.CheckIns)
	slices.SortStableFunc(d.CheckIns, func(a, b recovery.CheckIn) int {
		return cmp.Or(a.Date.Sub(b.Date), a.At.Compare(b.At))
	})
	d.findPeaks()
	d.past, d.today, d.later = d.bouts(d.History), d.bouts(d.Sessions), d.bouts(d.After)
	if b := d.find(training.Session{ID: d.Focus}); b != nil {
		d.just, d.Focus = d.Focus, b.id()
	}
	d.markLong()
	d.findPairs()
	d.checkin = d.freshCheckIn()
	return d
}

// recent keeps the sessions of the 42 days before the day, told by the
// instant so that a long history costs nothing more than the look.
func (d *day) recent(sessions []training.Session) []training.Session {
	noon := d.noon()
	from, to := noon.AddDate(0, 0, -historyDays-1), noon.AddDate(0, 0, 2)
	var out []training.Session
	for i := range sessions { // by index: a session is large, and most are passed over
		if start := sessions[i].Start; start.After(from) && start.Before(to) {
			out = append(out, sessions[i])
		}
	}
	return out
}

// zone resolves a zone name once.
func (d *day) zone(name string) *time.Location {
	if loc, ok := d.zones[name]; ok {
		return loc
	}
	loc := training.Location(name)
	d.zones[name] = loc
	return loc
}

// exercise looks a name up once; the zero Exercise for one nobody knows.
func (d *day) exercise(name string) training.Exercise {
	e, seen := d.known[name]
	if !seen {
		e, _ = training.FindExercise(name)
		d.known[name] = e
	}
	return e
}

// legs reports whether an exercise loads the legs: as the athlete said of their
// own, else as the vocabulary says.
func (d *day) legs(exercise string) bool {
	loads, seen := d.legged[exercise]
	if !seen {
		loads = training.Set{Exercise: exercise}.LoadsLegs(d.Legs)
		d.legged[exercise] = loads
	}
	return loads
}

// placed reports whether it is known at all which part of the body an exercise
// is for.
func (d *day) placed(exercise string) bool {
	_, own := d.Legs[strings.ToLower(exercise)]
	return own || d.exercise(exercise).Name != ""
}

// lower reports whether an exercise is one of the lower body.
func (d *day) lower(exercise string) bool {
	return d.exercise(exercise).Lower || d.legs(exercise)
}

// markLong finds the very long endurance sessions: over 75 minutes and over
// 1.25 times the median run of the 28 days before, where there are three runs
// to take it from.
func (d *day) markLong() {
	var runs []float64
	for _, b := range d.past {
		if b.kind == training.Run && b.minutes > 0 && d.Day.Sub(b.day) <= medianDays {
			runs = append(runs, b.minutes)
		}
	}
	limit := veryLongMinutes
	if len(runs) >= comparableRuns {
		limit = max(limit, veryLongShare*median(runs))
	}
	for _, bouts := range [][]*bout{d.past, d.today, d.later} {
		for _, b := range bouts {
			b.long = b.endurance() && b.kind != training.Walk && b.minutes > limit
		}
	}
}

// freshCheckIn returns the latest check-in of the day, or nil when there is
// none or it was answered more than 36 hours ago.
func (d *day) freshCheckIn() *recovery.CheckIn {
	for i := len(d.CheckIns) - 1; i >= 0; i-- {
		c := d.CheckIns[i]
		if c.Date != d.Day {
			continue
		}
		if !c.At.IsZero() && !d.late() && d.Now.Sub(c.At) > staleCheckIn {
			return nil
		}
		return &c
	}
	return nil
}

// relaxed reports a planned easy week or the week of the event, in which
// falling numbers and little volume are the plan.
func (d *day) relaxed() bool { return d.Profile.Deload || d.inEventWeek() }

// daysToEvent is how many days are left until the event, 0 on its day; false
// without one ahead.
func (d *day) daysToEvent() (int, bool) {
	if d.Profile.Event.IsZero() || d.Profile.Event.Before(d.Day) {
		return 0, false
	}
	return d.Profile.Event.Sub(d.Day), true
}

func (d *day) inEventWeek() bool {
	n, ok := d.daysToEvent()
	return ok && n < eventWeekDays
}

// specialised reports whether the goal asks for the most out of lifting or
// running, where order and gap matter (S17, S22).
func (d *day) specialised() bool {
	return d.Profile.Goal.LiftsFirst() || d.Profile.Goal.RunsFirst()
}

// median of the values, 0 for none.
func median(values []float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	mid := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return sorted[mid]
	}
	return (sorted[mid-1] + sorted[mid]) / 2
}
