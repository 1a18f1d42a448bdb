package training

import (
	"math"
	"slices"
	"strings"
)

// part is a distance told in an endurance session. One is the whole; several
// are either the whole and what was in it ("10km with 5km tempo") or stretches
// that add up ("2km warm-up, 5km tempo, 1km cool-down").
type part struct {
	km        float64
	it        item
	around    bool      // a warm-up or a cool-down
	intensity Intensity // said right beside it
	styled    bool      // a style was said right beside it
	inside    bool      // "with 5km", "last 5km"
	beside    bool      // "plus 2km"
	clock     *item     // a time right behind it
	pace      float64   // seconds a km, right behind it
}

// attach gives what stands right beside a distance to it, and reports whether
// it did.
func (e *endurance) attach(it item) bool {
	if e.recent < 0 {
		return false
	}
	p := &e.parts[e.recent]
	switch it.kind {
	case iMark:
		p.around = true
	case iStyle:
		p.intensity, p.styled = it.intensity, p.styled || it.style != Steady
		return it.intensity != ""
	case iClock:
		p.clock = &it
	case iPace:
		p.pace = it.values[0]
	}
	return true
}

// settleParts works out the distance of the session from what was told.
func (e *endurance) settleParts() error {
	s := &e.d.session
	if len(e.parts) == 0 {
		return nil
	}
	repeated, _ := repeatSum(s.Reps)
	rest := repeated
	for _, p := range e.parts[1:] {
		rest += p.km
	}
	first := e.parts[0]
	switch {
	case len(e.parts) == 1:
		e.added = repeated > 0 && (first.around || first.intensity == Easy && first.km < repeated)
	case math.Abs(first.km-rest) < 0.01: // the whole, and its stretches
		s.Km, e.parts, e.added = first.km, e.parts[1:], true
		return nil
	case e.within():
		s.Km = first.km
		return nil
	case len(e.parts) == 2 && !first.around && !first.styled && first.intensity == "" && e.parts[1].around && !e.parts[1].beside && repeated == 0 && first.km > e.parts[1].km:
		return e.askWithin() // 8km, 2km warm-up
	case e.stretches():
		e.added = true
	default:
		return e.p.fail(e.parts[1].it, "one distance; it has one already", exampleRun)
	}
	s.Km = first.km
	if e.added {
		s.Km = roundTo(first.km+rest, 0.001)
	}
	return nil
}

// within reports whether every distance after the first was said to be in it.
func (e *endurance) within() bool {
	return !e.parts[0].around && !slices.ContainsFunc(e.parts[1:], func(p part) bool { return !p.inside || p.km > e.parts[0].km })
}

// stretches reports whether the distances follow one another: all but one say
// what they were, or repeats stand between them.
func (e *endurance) stretches() bool {
	plain, around := 0, false
	for _, p := range e.parts {
		around = around || p.around || p.beside
		if !p.around && !p.beside && p.intensity == "" && !p.styled {
			plain++
		}
	}
	if !around && len(e.parts) == 2 && len(e.d.session.Reps) == 0 {
		return plain == 0
	}
	return plain <= 1
}

// askWithin asks whether the second distance was part of the first.
func (e *endurance) askWithin() error {
	a, b := e.parts[0], e.parts[1]
	u := e.p.c.Units
	return e.p.ask("Was the "+Distance(b.km, u)+" part of the "+Distance(a.km, u)+", or on top of it?", b.it.from, b.it.from,
		choice{"Part of it", "including "}, choice{"On top", "plus "})
}

// tags settles how hard the session was called. "Easy" beside a stretch is
// about that stretch as soon as there is more than one.
func (e *endurance) settleTags() error {
	s := &e.d.session
	var told []Intensity
	for _, t := range e.tags {
		if !slices.Contains(told, t.intensity) {
			told = append(told, t.intensity)
		}
	}
	several := e.added || len(e.parts) > 1 || len(s.Reps) > 0
	switch {
	case len(told) == 0:
		return nil
	case len(told) == 1:
		if told[0] == Easy && e.added && !e.allEasy() {
			return nil
		}
		s.Intensity, s.Tagged = told[0], true
	case several && slices.Contains(told, Hard):
		s.Intensity, s.Tagged = Hard, true
	case several:
		s.Intensity, s.Tagged = Moderate, true
	default:
		return e.p.fail(e.tags[len(e.tags)-1], "one of easy, moderate and hard", exampleRun)
	}
	return nil
}

// allEasy reports whether every stretch was called easy.
func (e *endurance) allEasy() bool {
	return len(e.d.session.Reps) == 0 && !slices.ContainsFunc(e.parts, func(p part) bool { return p.intensity != Easy && !p.around })
}

// settleClocks gives the time behind one stretch to that stretch, and sums up
// the times when each has one.
func (e *endurance) settleClocks() error {
	s := &e.d.session
	if !e.added || len(e.parts) < 2 || s.Minutes > 0 {
		return nil
	}
	timed, seconds := 0, 0.0
	for i := range e.parts {
		p := &e.parts[i]
		if p.clock != nil && p.clock.clock.fields[1] < 60 {
			timed++
			seconds += p.clock.clock.seconds()
		}
		if p.pace > 0 && !p.around {
			e.repeatOf(*p, roundTo(p.km*p.pace, 1))
			e.pace = 0
		}
	}
	_, repeats := repeatSum(s.Reps)
	if timed == len(e.parts) && timed == len(e.clocks) && (len(s.Reps) == 0 || repeats > 0) {
		s.Minutes, e.clocks = (seconds+repeats)/60, nil
		return nil
	}
	if len(e.clocks) != 1 || timed != 1 {
		return nil
	}
	return e.stretchClock()
}

// stretchClock settles whether the one time told behind a stretch is that
// stretch's or the whole session's.
func (e *endurance) stretchClock() error {
	s := &e.d.session
	p := e.parts[slices.IndexFunc(e.parts, func(p part) bool { return p.clock != nil })]
	t := p.clock.clock
	minutes := t.seconds() / 60
	own, all := plausibleMinutes(s.Kind, p.km, minutes), plausibleMinutes(s.Kind, s.Km, minutes)
	switch {
	case p.around || !own || t.n == 3 || p.it.from == e.parts[len(e.parts)-1].it.from:
		return nil
	case all:
		u := e.p.c.Units
		return e.p.ask("Is "+t.text+" the time of the "+Distance(p.km, u)+", or of all "+Distance(s.Km, u)+"?", p.it.from, p.clock.to,
			choice{"Of the " + Distance(p.km, u), "1x" + p.it.text + e.p.text[p.it.to:p.clock.from] + t.text},
			choice{"Of all " + Distance(s.Km, u), p.it.text + e.p.text[p.it.to:p.clock.from] + "0:" + two(t.fields[0]) + ":" + two(t.fields[1])})
	}
	e.repeatOf(p, t.seconds())
	e.clocks = nil
	return nil
}

// repeatOf keeps a timed stretch as a repeat of one.
func (e *endurance) repeatOf(p part, seconds float64) {
	e.d.session.Reps = append(e.d.session.Reps, Interval{Count: 1, Km: p.km, Seconds: seconds})
}

// besideWords say of the next distance whether it is in the one before.
func (e *endurance) besideWords(it item) {
	switch it.mark {
	case markWithin:
		e.inside, e.onTop = true, false
	case markPlus:
		e.inside, e.onTop = false, true
	}
	if it.kind == iAnd && strings.EqualFold(strings.TrimSpace(it.text), "plus") {
		e.inside, e.onTop = false, true
	}
}

// told reports whether an item is the distance told last.
func (e *endurance) told(it item) bool {
	return e.recent >= 0 && e.parts[e.recent].it.from == it.from
}

func (e *endurance) distance(it item, km float64) error {
	s := &e.d.session
	if km <= 0 {
		return e.p.fail(it, "a distance above zero", exampleRun)
	}
	s.Km += km
	e.parts = append(e.parts, part{km: km, it: it, around: e.warming, inside: e.inside, beside: e.onTop})
	e.warming, e.inside, e.onTop = false, false, false
	e.recent = len(e.parts) - 1
	return nil
}
