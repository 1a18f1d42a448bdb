package advice

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"tandem/coach/load"
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
	checkin  *recovery.CheckIn  // of the day, unless stale
	maxima   map[string]float64 // best estimated maximum of each exercise, kg
	zones    map[string]*time.Location
	known    map[string]training.Exercise

	ahead      bool    // nothing is judged yet: what today allows
	falling    []trend // see trends
	trendsDone bool
}

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

// look prepares a day. It copies what it sorts.
func look(in Input) *day {
	d := &day{Input: in, words: words{in.Profile.Units}, zones: map[string]*time.Location{}, known: map[string]training.Exercise{}}
	d.Sessions, d.After = inOrder(in.Sessions), inOrder(in.After)
	d.History = inOrder(d.recent(in.History))
	d.CheckIns = slices.Clone(in.CheckIns)
	slices.SortStableFunc(d.CheckIns, func(a, b recovery.CheckIn) int {
		return cmp.Or(a.Date.Sub(b.Date), a.At.Compare(b.At))
	})
	d.maxima = map[string]float64{}
	for _, sessions := range [][]training.Session{d.History, d.Sessions} {
		for _, s := range sessions {
			for _, set := range s.Sets {
				if e, ok := load.OfSet(set); ok {
					d.maxima[set.Exercise] = max(d.maxima[set.Exercise], e.Kg)
				}
			}
		}
	}
	d.past, d.today, d.later = d.bouts(d.History), d.bouts(d.Sessions), d.bouts(d.After)
	d.markLong()
	d.findPairs()
	d.checkin = d.freshCheckIn()
	return d
}

// recent keeps the sessions of the 42 days before the day, told by the
// instant so that a long history costs nothing more than the look.
func (d *day) recent(sessions []training.Session) []training.Session {
	noon := time.Date(d.Day.Year, d.Day.Month, d.Day.Day, 12, 0, 0, 0, time.UTC)
	from := noon.AddDate(0, 0, -historyDays-1)
	var out []training.Session
	for _, s := range sessions {
		if s.Start.After(from) && s.Start.Before(noon.AddDate(0, 0, 2)) {
			out = append(out, s)
		}
	}
	return out
}

// zone resolves a zone name once.
func (d *day) zone(name string) *time.Location {
	if loc, ok := d.zones[name]; ok {
		return loc
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		loc = time.UTC
	}
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
	if loads, own := d.Legs[strings.ToLower(exercise)]; own {
		return loads
	}
	return d.exercise(exercise).Legs
}

// lower reports whether an exercise is one of the lower body.
func (d *day) lower(exercise string) bool {
	return d.exercise(exercise).Lower || d.Legs[strings.ToLower(exercise)]
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

// freshCheckIn returns the latest check-in of the day, or nil when there is
// none or it was answered more than 36 hours ago.
func (d *day) freshCheckIn() *recovery.CheckIn {
	for i := len(d.CheckIns) - 1; i >= 0; i-- {
		c := d.CheckIns[i]
		if c.Date != d.Day {
			continue
		}
		if !c.At.IsZero() && d.Day == training.DateOf(d.Now) && d.Now.Sub(c.At) > staleCheckIn {
			return nil
		}
		return &c
	}
	return nil
}

// shortNightOn reports whether the night before the date was told to be short.
func (d *day) shortNightOn(date training.Date) bool {
	for _, c := range d.CheckIns {
		if c.Date == date && c.SleepHours > 0 && c.SleepHours <= shortNight {
			return true
		}
	}
	return false
}

// relevantTo reports whether a bout is the kind that the goal puts first.
func (d *day) relevantTo(b *bout) bool {
	g := d.Profile.Goal
	return g.LiftsFirst() && b.lift() || g.RunsFirst() && b.endurance()
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
