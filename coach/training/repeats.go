package training

import (
	"strings"
)

// repeats reads "6x400m", "6x400", "5x3min", "2x5x400m".
func (e *endurance) repeats(it item) error {
	if n := len(it.terms); n == 2 && it.terms[1].unit == uNone && it.terms[1].one() <= mostSetsAlike && (it.terms[0].unit.far() || len(it.terms[0].values) == 1 && workUnit(it.terms[0].unit)) { // 500m x 4
		it.terms = []term{it.terms[1], it.terms[0]}
	}
	last := it.terms[len(it.terms)-1]
	count := 1.0
	for _, t := range it.terms[:len(it.terms)-1] {
		if len(t.values) != 1 || (t.unit != uNone && t.unit != uSets && t.unit != uReps) || t.weight() {
			return e.p.fail(it, "repeats like 6x400m or 5x3min", exampleRepeats)
		}
		count *= t.one()
	}
	rest, both := workAndRest(last)
	if count < 1 || count != float64(int(count)) || count > mostSets || len(last.values) > 2 || len(last.values) == 2 && !both && (last.unit != uNone || !strings.Contains(it.text, "/")) {
		return e.p.fail(it, "a whole number of repeats", exampleRepeats)
	}
	v := last.one()
	if len(last.values) == 2 && last.unit == uNone { // 12x40/20
		return e.askWorkAndRest(it, count, v, last.values[1])
	}
	r := Interval{Count: int(count), RestSeconds: rest}
	switch last.unit {
	case uS, uSecond, uMinute, uHour:
		r.Seconds = last.inSeconds()[0]
	case uMetre, uKm, uMile, uYard:
		r.Km = kilometres(v, last.unit, e.p.c.Units)
	case uM:
		if v < 20 && e.d.session.Kind != Swim {
			return e.p.ask("Are the repeats "+number(v)+" minutes or "+number(v)+" metres?", it.from, it.to,
				choice{number(v) + " minutes", number(count) + "x" + number(v) + "min"}, choice{number(v) + " metres", number(count) + "x" + number(v) + " metres"})
		}
		r.Km = v / 1000
	case uNone:
		if v < 100 {
			return e.askRepeats(it, count, v)
		}
		r.Km = v / 1000
	default:
		return e.p.fail(it, "repeats like 6x400m or 5x3min", exampleRepeats)
	}
	if v <= 0 {
		return e.p.fail(it, "repeats above zero", exampleRepeats)
	}
	e.d.session.Reps = append(e.d.session.Reps, r)
	e.split = true
	return nil
}

// workUnit reports whether a number with the unit is how long a repeat took.
func workUnit(u unit) bool { return u == uS || u == uSecond || u == uMinute }

// askWorkAndRest asks what the numbers of "12x40/20" count.
func (e *endurance) askWorkAndRest(it item, count, work, rest float64) error {
	both := func(u string) string { return number(count) + "x" + number(work) + u + "/" + number(rest) + u }
	return e.p.ask("Is "+number(work)+"/"+number(rest)+" in seconds or minutes of work and rest?", it.from, it.to,
		choice{"Seconds", both("s")}, choice{"Minutes", both("min")})
}

func (e *endurance) askRepeats(it item, count, v float64) error {
	far := "km"
	if e.p.c.Units == Imperial {
		far = "mi"
	}
	if v > 10 {
		return e.p.ask("Are the repeats "+number(v)+" seconds or "+number(v)+" minutes?", it.from, it.to,
			choice{number(v) + " seconds", number(count) + "x" + number(v) + "s"}, choice{number(v) + " minutes", number(count) + "x" + number(v) + "min"})
	}
	return e.p.ask("Are the repeats "+number(v)+" minutes or "+number(v)+" "+far+"?", it.from, it.to,
		choice{number(v) + " minutes", number(count) + "x" + number(v) + "min"}, choice{number(v) + " " + far, number(count) + "x" + number(v) + far})
}
