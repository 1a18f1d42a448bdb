package training

import "strings"

// side reads "each leg", "/side" and the like. Lifters count the repetitions of
// one side, and so does the coach: the sets say that both were done. In front
// of the sets it holds for all of the exercise. Behind a weight it may as well
// be about the weight: dumbbells are told for each hand, and plates for each
// side of the bar, which is asked.
func (l *lifter) side(it item) error {
	where := strings.ToLower(it.text)
	weighed := l.weighed()
	switch {
	case weighed && (strings.HasSuffix(where, "hand") || where == "ea"):
		return nil
	case weighed && l.exercise != nil && l.exercise.Barbell && strings.HasSuffix(where, "side"):
		return l.askPlates(it)
	case l.g.empty():
		l.sided = l.sets == 0
		return nil
	}
	l.g.side = true
	return nil
}

// weighed reports whether a weight stood right before.
func (l *lifter) weighed() bool {
	if !l.lastItem.single() || l.g.empty() || l.lastItem.from < l.g.from {
		return false
	}
	t := l.lastItem.terms[0]
	r := t.role(&l.g, l.exercise)
	return r == roleWeight || r == roleBare && !t.list() && t.one() >= leastWeight
}

// Bars that plates are told beside, in the units they are told in.
const (
	barKg    = 20
	barPound = 45
)

// bar is the weight of an empty barbell.
func (l *lifter) bar() *term {
	if l.p.units == Imperial {
		return &term{values: []float64{barPound}, unit: uPound}
	}
	return &term{values: []float64{barKg}, unit: uKg}
}

// askPlates asks whether a weight for each side was that of the plates.
func (l *lifter) askPlates(it item) error {
	w, bar := l.lastItem.terms[0], float64(barKg)
	u := w.unit
	if u == uNone && l.p.units == Imperial {
		u = uPound
	}
	name := "kg"
	if u == uPound {
		bar, name = barPound, "lb"
	}
	whole, plates := number(2*w.one()+bar)+" "+name, number(w.one())+" "+name
	return l.p.ask("Is "+plates+" the plates on each side of the bar, or the whole weight?", l.lastItem.from, it.to,
		choice{whole + " with the bar", strings.ReplaceAll(whole, " ", "")},
		choice{plates + " in all", strings.ReplaceAll(plates, " ", "")})
}
