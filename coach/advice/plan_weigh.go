package advice

import (
	"fmt"
	"time"

	"tandem/coach/training"
)

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
	if before == c && c == (content{}) {
		cost += weighIdle
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
		runner := *d
		runner.Profile.Goal = training.Endurance // a named key run deserves fresh legs whatever the goal
		out = append(out, observe(&runner, []Rule{keyRunRule})...)
	}
	for _, b := range d.today {
		if !(b.lift() && b.heavyLegsDay()) && !b.key() {
			continue
		}
		if b.lift() && before.lift == legsDay { // the next day is too soon, whatever the hour and the goal
			out = append(out, note{Finding: Finding{Level: Orange, Rule: legsRule.ID}})
		}
		early := *d
		early.today, early.Now = nil, b.start
		for _, n := range observe(&early, freshRules) {
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

// trained is a planned day as sessions: typical ones of their kind, at hours
// that make a lift in the evening less than a day away from the next evening's
// run, as it will be for most.
func trained(c content, day training.Date) []training.Session {
	liftAt, runAt := 18.5, 18.0
	switch c.layout {
	case liftThenRun:
		liftAt, runAt = 18, 19.1
	case runThenLift:
		liftAt = 18.8 // no earlier than alone, so that sharing a day makes no gap to the next longer
		runAt = 18.75 - plannedRun(c.run, noonOf(day)).Minutes/60
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
	case fullBody:
		effort, sets = 7, heavyLegSets-1
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
