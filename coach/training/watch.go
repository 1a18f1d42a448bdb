package training

import (
	"strconv"
	"strings"
)

// settle works out distance and duration once the whole session is read.
func (e *endurance) settle() error {
	s := &e.d.session
	for _, step := range []func() error{e.settleParts, e.settleTags, e.settleClocks, e.placeBare} {
		if err := step(); err != nil {
			return err
		}
	}
	if err := e.paceOrStart(); err != nil {
		return err
	}
	if len(e.clocks) > 1 {
		return e.p.fail(e.clocks[1], "one duration; say a start with \"at\"", exampleStart)
	}
	if len(e.clocks) > 0 {
		if err := e.readClock(e.clocks[0]); err != nil {
			return err
		}
	}
	e.derive()
	e.repeatTotals()
	if s.Kind != Rest && s.Km == 0 && s.Minutes == 0 && len(s.Reps) == 0 && s.RPE == nil {
		example := exampleRun
		if s.Kind == Other {
			example = exampleOther
		}
		return &ParseError{Word: e.name(), Expected: "how long or how far beside it", Example: example}
	}
	return nil
}

// name is the sport as it was typed.
func (e *endurance) name() string {
	if e.d.session.Activity != "" {
		return e.d.session.Activity
	}
	return string(e.d.session.Kind)
}

// placeBare decides what a number without a unit is: the distance when the
// time is told, the minutes when the distance is; alone it is asked.
func (e *endurance) placeBare() error {
	s := &e.d.session
	timed := s.Minutes > 0 || len(e.clocks) > 0 || e.pace > 0 || e.speed > 0 || e.hours.kind != 0
	for i, it := range e.bare {
		v := it.terms[0].one()
		switch {
		case i > 0:
			return e.p.fail(it, "a unit: km, mi, m or min", exampleRun)
		case len(s.Reps) > 0:
			return e.p.fail(it, "a unit: min, s or m", exampleRepeats)
		case (s.Kind == Other || (s.Km > 0 && !timed)) && pointed(it):
			return e.askPoint(it)
		case s.Kind == Other || (s.Km > 0 && !timed):
			if err := e.minutes(it, v); err != nil {
				return err
			}
		case timed && s.Km == 0:
			if err := e.distance(it, e.far(v)); err != nil {
				return err
			}
		case timed:
			return e.p.fail(it, "a unit: rpe, hr or min", exampleHR)
		default:
			return e.askBare(it, v)
		}
	}
	return nil
}

// pointed reports whether a number may be minutes and seconds with a point
// between them: 58.30.
func pointed(it item) bool {
	whole, frac, ok := strings.Cut(it.text, ".")
	return ok && len(frac) == 2 && atoi(frac) < 60 && whole != ""
}

// askPoint asks what stands behind the point of 58.30.
func (e *endurance) askPoint(it item) error {
	whole, frac, _ := strings.Cut(it.text, ".")
	v := it.terms[0].one()
	return e.p.ask("Is "+it.text+" minutes and seconds, or minutes and a fraction?", it.from, it.to,
		choice{whole + " min " + frac + " s", "0:" + two(atoi(whole)) + ":" + frac}, choice{number(v) + " min", number(v) + "min"})
}

// far reads a bare distance: in the water and on the rower a large one is metres.
func (e *endurance) far(v float64) float64 {
	if (e.d.session.Kind == Swim || e.d.session.Kind == Row) && v >= 100 {
		return v / 1000
	}
	return kilometres(v, uNone, e.p.c.Units)
}

func (e *endurance) askBare(it item, v float64) error {
	u := "km"
	if e.p.c.Units == Imperial {
		u = "mi"
	}
	if (e.d.session.Kind == Swim || e.d.session.Kind == Row) && v >= 100 {
		u = "m"
	}
	return e.p.ask("Is "+number(v)+" minutes or "+u+"?", it.from, it.to,
		choice{number(v) + " min", number(v) + "min"}, choice{number(v) + " " + u, number(v) + u})
}

// paceOrStart decides what "@5:30" is: the start when the duration is known or
// no distance is, else it is asked.
func (e *endurance) paceOrStart() error {
	it := e.hours
	if it.kind == 0 {
		return nil
	}
	s := &e.d.session
	pace := it.clock.seconds()
	if e.perMile() {
		pace /= kmPerMile
	}
	if s.Km > 0 && s.Minutes == 0 && len(e.clocks) == 0 && e.pace == 0 && plausibleMinutes(s.Kind, s.Km, pace*s.Km/60) {
		per := "/km"
		if e.perMile() {
			per = "/mi"
		}
		return e.p.ask("Is "+it.clock.text+" your pace, or when you started?", it.from, it.to,
			choice{"Pace " + it.clock.text + " " + per, "@" + it.clock.text + per},
			choice{"Started at " + it.clock.text, "at " + two(it.clock.fields[0]) + ":" + two(it.clock.fields[1])})
	}
	_, err := e.p.facet(e.d, it)
	return err
}

// readClock reads a duration as a watch shows it: m:ss, or h:mm for a longer
// distance, whichever gives a pace that a person can hold; otherwise it asks.
func (e *endurance) readClock(it item) error {
	s, t := &e.d.session, it.clock
	long, short := t.seconds(), t.seconds()/60
	if s.Minutes > 0 {
		return e.p.fail(it, "one duration; say a start with \"at\"", exampleStart)
	}
	if t.fields[1] > 59 || t.fields[2] > 59 {
		return e.p.fail(it, "a time like 45:00 or 1:20:00", exampleRun)
	}
	if t.n == 3 {
		return e.minutes(it, long/60)
	}
	if s.Km == 0 && long > mostHours*60 || s.Km == 0 && len(s.Reps) > 0 && t.fields[0] >= 10 {
		return e.minutes(it, short)
	}
	asShort, asLong := plausibleMinutes(s.Kind, s.Km, short), plausibleMinutes(s.Kind, s.Km, long)
	switch {
	case s.Km > 0 && asShort && !asLong:
		return e.minutes(it, short)
	case s.Km >= 5 && asLong && !asShort:
		return e.minutes(it, long)
	}
	return e.askClock(it, long)
}

// askClock offers the readings of a clock that fits no distance, the honest
// ones first: a pace, minutes and seconds, hours and minutes.
func (e *endurance) askClock(it item, long float64) error {
	s, t := &e.d.session, it.clock
	per, pace := " /km", long
	if e.perMile() {
		per, pace = " /mi", long/kmPerMile
	}
	short := choice{number(float64(t.fields[0])) + " min " + two(t.fields[1]) + " s", "0:" + two(t.fields[0]%60) + ":" + two(t.fields[1])}
	if s.Km > 0 && e.pace == 0 && e.speed == 0 && plausibleMinutes(s.Kind, s.Km, pace*s.Km/60) {
		return e.p.ask("Is "+t.text+" your pace, or the whole time?", it.from, it.to,
			choice{"Pace " + t.text + per, t.text + per[1:]}, short)
	}
	return e.p.ask("Is "+t.text+" minutes and seconds, or hours and minutes?", it.from, it.to,
		short, choice{strconv.Itoa(t.fields[0]) + " h " + two(t.fields[1]) + " min", t.text + ":00"})
}

// derive works out the third of distance, time and pace from the other two.
func (e *endurance) derive() {
	s := &e.d.session
	pace := e.pace
	if e.paceUnits && e.perMile() {
		pace /= kmPerMile
	}
	if e.speed > 0 {
		pace = 3600 / e.speed
	}
	switch {
	case pace <= 0:
	case s.Minutes == 0 && s.Km > 0:
		s.Minutes = roundTo(s.Km*pace, 1) / 60
	case s.Km == 0 && s.Minutes > 0:
		s.Km = roundTo(s.Minutes*60/pace, 0.01)
	}
}

// repeatTotals fills in what the repeats add up to: their distance when no
// other is told, and their time with the rests between, marked as estimated,
// when each repeat was timed.
func (e *endurance) repeatTotals() {
	s := &e.d.session
	if len(s.Reps) == 0 {
		s.Minutes += e.around
		return
	}
	if s.Style == Steady {
		s.Style = Intervals
	}
	km, seconds := repeatSum(s.Reps)
	if s.Km == 0 {
		s.Km = km
	}
	if s.Minutes == 0 && seconds > 0 && e.around > 0 {
		s.Minutes = e.around + seconds/60
		return
	}
	if s.Minutes == 0 && seconds > 0 && s.Km == km {
		s.Minutes, s.Estimated = seconds/60, true
	}
}

// repeatSum is the distance of all repeats and their time with the rests
// between them; zero when one is not told.
func repeatSum(reps []Interval) (km, seconds float64) {
	known := true
	for i, r := range reps {
		km += float64(r.Count) * r.Km
		seconds += float64(r.Count) * (r.Seconds + r.RestSeconds)
		known = known && r.Seconds > 0
		if i == len(reps)-1 {
			seconds -= r.RestSeconds
		}
	}
	if !known {
		seconds = 0
	}
	return roundTo(km, 0.001), seconds
}
