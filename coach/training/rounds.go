package training

import "slices"

// formats are the ways to lay out a lifting session that are sports only as
// long as no exercise stands beside them: "emom 20min" is a session of its own,
// in "emom 10min power clean 10x3 60kg" it is how the lift was done.
var formats = []string{emom, "circuits", "metcon", "WOD"}

const emom = "EMOM"

// spreadRounds gives each exercise its sets where they are told once for all of
// them: "3 rounds: 10 push-ups, 15 air squats", and in an EMOM one set a minute.
func (p *parser) spreadRounds(items []item) []item {
	if !slices.ContainsFunc(items, func(it item) bool { return it.kind == iRounds || it.format() }) {
		return items
	}
	var out []item
	for len(items) > 0 {
		n := roundsEnd(items)
		out = append(out, p.rounds(items[:n])...)
		items = items[n:]
	}
	return out
}

func (it item) format() bool {
	return it.kind == iSport && it.sport == Other && slices.Contains(formats, it.activity)
}

func (it item) names() bool { return it.kind == iName || it.kind == iUnknown }

func (it item) parts() bool { return it.kind == iLine || it.kind == iThen }

// roundsEnd is the end of the stretch that begins with items: a line, or all
// that follows a line that tells rounds without an exercise.
func roundsEnd(items []item) int {
	told, named := false, false
	for i, it := range items {
		told, named = told || it.kind == iRounds || it.format(), named || it.names()
		if it.parts() && (!told || named && !slices.ContainsFunc(items[:i], item.parts)) {
			return i + 1
		}
	}
	return len(items)
}

// rounds reads one stretch.
func (p *parser) rounds(items []item) []item {
	names, n, minutely := 0, 0.0, -1
	for i, it := range items {
		switch {
		case it.names():
			names++
		case it.kind == iRounds:
			n = it.values[0]
		case it.format() && it.activity == emom:
			minutely = i
		}
	}
	if names == 0 {
		return items
	}
	var out []item
	for i, it := range items {
		switch {
		case it.format():
			it.meaning = meaning{kind: iFluff}
		case it.kind == iRounds:
			continue
		case i > 0 && items[i-1].format():
			it = asLength(it)
		}
		out = append(out, it)
	}
	if minutely >= 0 && n == 0 {
		n = p.everyMinute(out, names)
	}
	if n > 0 {
		out = perRound(out, n)
	}
	return out
}

// asLength reads what stands right behind a format as how long it took.
func asLength(it item) item {
	switch {
	case it.kind == iClock && it.clock.n == 2:
		it.meaning, it.terms = meaning{kind: iFigure}, durationItem(it.clock.seconds()/60).terms
	case it.lone(uNone):
		it.terms = durationItem(it.terms[0].one()).terms
	}
	return it
}

// everyMinute is how many sets of each of so many exercises an EMOM was; 0 when
// its length does not tell.
func (p *parser) everyMinute(items []item, names int) float64 {
	for i, it := range items {
		if !it.lone(uMinute) || i+1 < len(items) && items[i+1].names() {
			continue
		}
		n := it.terms[0].one() / float64(names)
		if n < 1 || n != float64(int(n)) || !slices.ContainsFunc(items, func(it item) bool { return it.once() }) {
			return 0
		}
		said := number(n) + " sets"
		if names > 1 {
			said += " of each"
		}
		p.entry.Remarks = append(p.entry.Remarks, "I read an EMOM of "+number(it.terms[0].one())+" min as "+said+".")
		return n
	}
	return 0
}

// once reports whether a figure is one number that counts what was done.
func (it item) once() bool {
	return it.lone(uNone, uReps, uR, uS, uSecond, uMetre)
}

// perRound makes the one number beside each exercise n sets of it.
func perRound(items []item, n float64) []item {
	var out []item
	counted := false // the exercise has its number
	for i, it := range items {
		before := it.once() && namesNext(items[i+1:])
		switch {
		case it.names():
			counted = counted && i > 0 && len(out) > 0 && out[len(out)-1].kind == iFigure
		case before:
			if last := len(out) - 1; last >= 0 && out[last].kind != iComma && out[last].kind != iAnd && !out[last].parts() && out[last].kind != iFluff {
				out = append(out, item{meaning: meaning{kind: iComma}, from: it.from, to: it.from})
			}
			it.terms = append([]term{{values: []float64{n}, from: it.from, to: it.from}}, it.terms...)
			counted = true
		case it.once() && !counted && namedBefore(items[:i]):
			it.terms = append([]term{{values: []float64{n}, from: it.from, to: it.from}}, it.terms...)
			counted = true
		case it.single() && it.terms[0].unit.far() && (sportBeside(items[i+1:], 1) || i > 0 && items[i-1].kind == iSport):
			it.terms = append([]term{{values: []float64{n}, from: it.from, to: it.from}}, it.terms...)
		case it.kind == iComma || it.kind == iAnd || it.parts():
			counted = false
		}
		out = append(out, it)
	}
	return out
}

// sportBeside reports whether one of the next n items is a sport: 400m run.
func sportBeside(rest []item, n int) bool {
	return slices.ContainsFunc(rest[:min(n, len(rest))], func(it item) bool { return it.kind == iSport })
}

func namesNext(rest []item) bool {
	for _, it := range rest {
		if it.kind != iFluff {
			return it.names()
		}
	}
	return false
}

// namedBefore reports whether an exercise stands before, in the same clause.
func namedBefore(items []item) bool {
	for i := len(items) - 1; i >= 0; i-- {
		switch it := items[i]; {
		case it.names():
			return true
		case it.kind == iComma, it.kind == iAnd, it.parts():
			return false
		}
	}
	return false
}
