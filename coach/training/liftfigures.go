package training

import (
	"slices"
)

// duration reports whether a figure says how long the session was.
func (l *lifter) duration(it item) bool {
	if l.exercise != nil && (l.exercise.Timed || l.exercise.Carried) && l.name != "" && l.sets == 0 && l.g.timeless() {
		return false
	}
	return it.lone(uMinute, uHour, uM)
}

func (l *lifter) figure(it item) error {
	if l.duration(it) {
		minutes := it.terms[0].one()
		if it.terms[0].unit == uHour {
			minutes *= 60
		}
		return l.p.setMinutes(l.d, minutes, it)
	}
	if l.g.full(it, l.exercise) {
		if err := l.flush(); err != nil {
			return err
		}
	}
	l.g.add(it, l.exercise)
	l.warm()
	return nil
}

// clock reads a bare clock in a lift: a hold, a duration of three fields or
// above 24 hours of a day, a time of day; 0:30 to 3:59 can be either.
func (l *lifter) clock(it item) error {
	t := it.clock
	switch {
	case t.fields[1] > 59:
		return l.p.fail(it, "a time like 18:30 or 1:05:00", exampleDuration)
	case l.exercise != nil && l.exercise.Timed && l.sets == 0 && l.g.timeless():
		return l.figure(item{meaning: meaning{kind: iFigure}, from: it.from, to: it.to, text: it.text, terms: []term{{values: []float64{t.seconds()}, unit: uSecond, from: it.from, to: it.to}}})
	case t.n == 3 || t.fields[0] > 23:
		return l.p.setMinutes(l.d, t.seconds()/60, it)
	case t.fields[0] >= 4:
		_, err := l.p.facet(l.d, item{meaning: meaning{kind: iTime}, from: it.from, to: it.to, text: it.text, at: t.fields[0]*3600 + t.fields[1]*60})
		return err
	}
	minutes := t.fields[0]*60 + t.fields[1]
	return l.p.ask("Is "+it.text+" how long it took, or when it began?", it.from, it.to,
		choice{number(float64(minutes)) + " min long", number(float64(minutes)) + "min"},
		choice{"Began at " + it.text, "at " + it.text})
}

// effort gives an RPE to the sets or to the session.
func (l *lifter) effort(it item, cl clause, waiting bool) error {
	alone := cl.fresh && !slices.ContainsFunc(cl.items, func(o item) bool {
		return o.kind == iName || o.kind == iUnknown || o.kind == iFigure && !o.lone(uMinute, uHour, uM)
	})
	sets := l.name != "" && !alone && (l.sets > 0 || !l.g.empty())
	symbol := it.text != "" && it.text[0] == '@'
	if l.g.tail && len(it.values) == 1 {
		l.g.lastRPE = it.values
		l.g.extend(it)
		return nil
	}
	switch {
	case it.explicit, alone, !sets && !symbol && len(it.values) == 1 && l.g.empty() && l.name == "",
		l.last == iClock && !symbol, len(l.g.efforts) > 0 && !symbol && len(it.values) == 1:
		return l.p.sessionRPE(l.d, it)
	case len(l.g.efforts) > 0:
		return l.p.fail(it, "one RPE for these sets", exampleRPE)
	}
	for _, v := range it.values {
		if _, err := l.p.rating(v, it); err != nil {
			return err
		}
	}
	l.g.efforts = it.values
	l.g.effortAt = it
	l.g.extend(it)
	return nil
}

// flush turns the figures gathered so far into sets.
func (l *lifter) flush() error {
	g := l.g
	g.side = g.side || l.sided
	l.g = group{}
	if g.empty() || l.name == "" {
		if g.empty() {
			return nil
		}
		return l.p.fail(item{text: l.p.text[g.from:g.to]}, "the name of the exercise with its sets", exampleName)
	}
	if l.loaded != nil && g.rated() { // 140kg 3@8, 3@8.5
		g.weight = l.loaded
	}
	sets, err := g.resolve(l)
	if err != nil {
		return err
	}
	if len(l.d.session.Sets)+len(sets) > mostSetsTold {
		return l.p.fail(g.item(l), "at most 1,000 sets in one session", exampleSets)
	}
	l.marks.groups++
	l.marks.last, l.marks.worked = g.from, l.marks.worked || !g.warm
	l.d.session.Sets = append(l.d.session.Sets, sets...)
	l.sets += len(sets)
	return nil
}
