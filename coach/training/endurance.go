package training

import (
	"slices"
	"strings"
)

// endurance reads the clauses of one session that is not a lift.
type endurance struct {
	p         *parser
	d         *draft
	bare      []item  // numbers without a unit
	clocks    []item  // durations as a watch shows them
	pace      float64 // seconds a km; 0 = not told
	paceUnits bool    // the pace was told without "/km" or "/mi"
	speed     float64 // km/h
	hours     item    // a time like "@5:30" that may be a pace
	parts     []part  // the distances told
	recent    int     // the part that stands right before; -1 = none
	added     bool    // the parts add up, and repeats come on top
	warming   bool    // "warm-up" stands before the next distance
	inside    bool    // "with" stands before the next distance
	onTop     bool    // "plus" does
	tags      []item  // easy, moderate and hard, as written
	miles     bool    // the distance was told in miles
	metric    bool    // the distance was told in km or m
	around    float64 // minutes of warm-up and cool-down told by themselves
	split     bool    // the clock that follows is that of a repeat
}

func (e *endurance) clause(cl clause) error {
	around := aroundRepeats(cl.items)
	e.recent = -1
	for i, it := range cl.items {
		if slices.Contains(around, i) {
			if it.kind == iFigure {
				e.around += it.terms[0].inSeconds()[0] / 60
			}
			continue
		}
		if it.kind == iMark && minutesBeside(around, i) {
			continue
		}
		if err := e.item(it); err != nil {
			return err
		}
		e.besideWords(it)
		if it.kind != iFluff && it.kind != iStyle && it.kind != iMark && it.kind != iAt && !(it.kind == iFigure && e.told(it)) {
			e.recent = -1
		}
	}
	return nil
}

func (e *endurance) item(it item) error {
	s := &e.d.session
	switch it.kind {
	case iSport:
		return e.sport(it)
	case iStyle:
		return e.style(it)
	case iFigure:
		return e.figure(it)
	case iClock:
		return e.clock(it)
	case iRPE:
		return e.p.sessionRPE(e.d, it)
	case iPace:
		if e.eachRepeat(it) {
			return nil
		}
		e.attach(it)
		e.pace, e.paceUnits = it.values[0], !it.explicit
		return nil
	case iSpeed:
		e.speed = it.values[0]
		return nil
	case iRest:
		if len(s.Reps) == 0 && strings.HasSuffix(strings.ToLower(it.text), "recovery") { // "run 30min recovery"
			s.Style = Recovery
			return e.minutes(it, it.values[0]/60)
		}
		if len(s.Reps) == 0 && s.Kind == Row && it.values[0] <= fastestStroke { // "r20"
			e.p.entry.Remarks = append(e.p.entry.Remarks, `I left out "`+it.text+`": the stroke rate isn't kept.`)
			return nil
		}
		if len(s.Reps) == 0 {
			return e.p.fail(it, "repeats in front of their rest", exampleRepeats)
		}
		for i := range s.Reps {
			if s.Reps[i].RestSeconds == 0 {
				s.Reps[i].RestSeconds = it.values[0]
			}
		}
		return nil
	case iTime:
		if n := len(s.Reps); !it.explicit && e.split && s.Reps[n-1].Seconds == 0 { // 5x800m @ 3:00
			s.Reps[n-1].Seconds, e.split = it.clock.seconds(), false
			return nil
		}
		if !it.explicit && !e.d.when.hasDate && e.hours.kind == 0 {
			e.hours = it
			return nil
		}
	case iLaps:
		return e.laps(it)
	case iMark:
		e.warming = !e.attach(it)
		return nil
	case iRestDay, iRegion:
		return nil
	case iName, iUnknown, iLift, iLabel:
		return e.foreign(it)
	}
	ok, err := e.p.facet(e.d, it)
	if !ok && err == nil {
		err = e.foreign(it)
	}
	return err
}

// foreign refuses what is no part of such a session.
func (e *endurance) foreign(it item) error {
	if it.either && e.d.session.Kind == Row {
		return nil
	}
	if it.kind == iLift && e.d.session.Kind != Lift { // "workout", "training"
		return nil
	}
	return e.p.fail(it, "distance, time, RPE or a word like easy; anything else after the word note", exampleNote)
}

// sport takes the meaning of the sport's word.
func (e *endurance) sport(it item) error {
	s := &e.d.session
	if it.sport != s.Kind {
		if it.sport == Other && it.style == Intervals { // "hiit bike 20min"
			s.Style = Intervals
			return nil
		}
		if s.Kind == Other && s.Style == Intervals {
			s.Kind, s.Activity = it.sport, ""
			return nil
		}
		return e.p.fail(it, "one sport in a session; join a second one with \"then\"", "run 5km 25:00 then swim 1000m 20min")
	}
	if it.style != Steady {
		s.Style = it.style
	}
	if it.activity != "" {
		s.Activity = it.activity
	}
	if it.km > 0 && s.Km == 0 {
		s.Km = it.km
		e.parts = append(e.parts, part{km: it.km, it: it})
	}
	if it.intensity != "" && !s.Tagged {
		s.Intensity, s.Tagged = it.intensity, true
	}
	return nil
}

func (e *endurance) style(it item) error {
	s := &e.d.session
	switch {
	case it.intensity != "":
		e.attach(it)
		e.tags = append(e.tags, it)
	case it.style != Steady:
		e.attach(it)
		s.Style = it.style
	}
	return nil
}

// figure reads distances, durations and repeats.
func (e *endurance) figure(it item) error {
	e.split = false
	if len(it.terms) > 1 {
		return e.repeats(it)
	}
	t := it.terms[0]
	if t.plus && (t.unit == uM || t.unit == uMetre) { // +120m
		e.p.entry.Remarks = append(e.p.entry.Remarks, `I left out "`+it.text+`": climbing isn't kept.`)
		return nil
	}
	if d, ok := slashDate(it); ok {
		return e.slashDate(it, d)
	}
	if t.list() || t.body || t.plus {
		return e.p.fail(it, "one distance or one time", exampleRun)
	}
	switch t.unit {
	case uMinute, uHour:
		return e.minutes(it, t.inSeconds()[0]/60)
	case uS, uSecond:
		return e.seconds(it, t.one())
	case uM:
		return e.metresOrMinutes(it, t)
	case uKm, uMile, uMetre, uYard:
		e.miles, e.metric = t.unit == uMile, t.unit == uKm || t.unit == uMetre
		return e.distance(it, kilometres(t.one(), t.unit, e.p.c.Units))
	case uKg, uPound:
		e.p.entry.Remarks = append(e.p.entry.Remarks, `I left out "`+it.text+`": weight is kept for lifts only.`)
		return nil
	case uPercent:
		e.p.entry.Remarks = append(e.p.entry.Remarks, `I left out "`+it.text+`".`)
		return nil
	case uNone:
		e.bare = append(e.bare, it)
		return nil
	}
	return e.p.fail(it, "a distance or a time", exampleRun)
}

func (e *endurance) minutes(it item, minutes float64) error {
	return e.p.setMinutes(e.d, minutes, it)
}

// fastestStroke is the most strokes a minute that "r28" on a rower can mean.
const fastestStroke = 44

// seconds are the time of a repeat, or a short session's.
func (e *endurance) seconds(it item, v float64) error {
	if n := len(e.d.session.Reps); n > 0 && e.d.session.Reps[n-1].Seconds == 0 {
		e.d.session.Reps[n-1].Seconds = v
		return nil
	}
	return e.minutes(it, v/60)
}

// perMile reports whether a pace without a unit is per mile: as the distance
// was told, else as the athlete counts.
func (e *endurance) perMile() bool {
	return e.miles || e.p.c.Units == Imperial && !e.metric
}

// metresOrMinutes reads "45m" and "400m": in the water metres, on land below
// 100 minutes and from 250 metres; between them it asks.
func (e *endurance) metresOrMinutes(it item, t term) error {
	v := t.one()
	swim := e.d.session.Kind == Swim || e.d.session.Kind == Row
	switch {
	case swim && v >= 100, !swim && v >= 250:
		return e.distance(it, v/1000)
	case !swim && v < 100, len(e.parts) > 0 && e.d.session.Minutes == 0:
		return e.minutes(it, v)
	}
	return e.p.ask("Is "+it.text+" minutes or metres?", it.from, it.to,
		choice{number(v) + " minutes", number(v) + "min"}, choice{number(v) + " metres", number(v) + " metres"})
}

// clock is the time of each repeat right behind the repeats, else the duration.
func (e *endurance) clock(it item) error {
	reps := e.d.session.Reps
	if n := len(reps); n > 0 && e.split && reps[n-1].Seconds == 0 && it.clock.n == 2 {
		reps[n-1].Seconds = it.clock.seconds()
		e.split = false
		return nil
	}
	e.attach(it)
	e.clocks = append(e.clocks, it)
	return nil
}
