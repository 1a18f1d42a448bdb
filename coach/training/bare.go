package training

import "slices"

// leastSetRPE is the effort below which hardly anybody rates a set, so that a
// bare number there may be another set.
const leastSetRPE = 6

// leftovers places the bare numbers that stand beside the rest.
func (g *group) leftovers(p *plan, l *lifter) error {
	if len(g.bare) == 0 {
		return nil
	}
	bare := g.bare
	e := l.exercise
	told := len(p.reps) > 0 || len(p.seconds) > 0 || len(p.metres) > 0
	known := p.weight != nil || p.percent > 0 || g.blank
	switch {
	case told && !known && len(bare) == 1:
		p.weight = &bare[0]
	case told:
		return l.p.fail(g.item(l), "sets, repetitions and one weight; give the others a unit or @", exampleSets)
	case e.Bodyweight || known && len(bare) == 1:
		g.counts(p, joined(bare), e)
	case known && len(bare) > 2 && (p.sets == 0 || p.sets == float64(len(bare))): // 60kg 10 8 6
		p.reps = joined(bare)
	case known && len(bare) == 2 && !bare[0].list() && !bare[1].list() && p.sets == 0:
		x, y := bare[0].one(), bare[1].one()
		return g.askBare(l, bare, "Which is the number of sets?",
			choice{number(x) + " sets of " + number(y), number(x) + "x" + number(y)},
			choice{number(y) + " sets of " + number(x), number(y) + "x" + number(x)})
	case len(bare) == 1 && e.Timed:
		p.seconds = bare[0].values
	case len(bare) == 1:
		return g.oneBare(p, bare[0], l)
	default:
		return g.bareSeries(p, bare, l)
	}
	return nil
}

// openSets reads what was done in sets whose last was to be as many as went:
// "3x5+ 100kg 5,5,9" or "3x5+ 100kg 9". Without it, "5+" is a plan.
func (g *group) openSets(p *plan, l *lifter) error {
	if !g.open {
		return nil
	}
	bare := g.bare
	if p.weight == nil && p.percent == 0 && !g.blank && !l.exercise.Bodyweight && len(bare) > 0 && bare[0].one() >= leastWeight {
		p.weight, bare = &bare[0], bare[1:]
	}
	done := joined(bare)
	switch n := int(p.sets); {
	case len(p.reps) != 1 || len(done) == 0:
		return l.p.fail(g.item(l), "the repetitions of the last set behind the weight, as in 3x5+ 100kg 5,5,8", "squat 3x5+ 100kg 5,5,8")
	case len(done) == 1 && n > 1 && n <= mostSets:
		p.reps = append(slices.Repeat(p.reps, n-1), done[0])
	default:
		p.reps = done
	}
	g.bare = nil
	return nil
}

// counts takes numbers as what was counted: seconds of a hold, metres of a
// carry, else repetitions.
func (g *group) counts(p *plan, values []float64, e *Exercise) {
	switch {
	case e.Timed:
		p.seconds = values
	case e.Carried:
		p.metres = values
	default:
		p.reps = values
	}
}

// below reports whether every value is less than limit.
func below(terms []term, limit float64) bool {
	for _, t := range terms {
		for _, v := range t.values {
			if v >= limit {
				return false
			}
		}
	}
	return true
}

func joined(terms []term) []float64 {
	var out []float64
	for _, t := range terms {
		out = append(out, t.values...)
	}
	return out
}

// oneBare reads a single number, or list, without unit or partner.
func (g *group) oneBare(p *plan, t term, l *lifter) error {
	if t.one() >= leastWeight {
		return l.p.fail(g.item(l), "repetitions beside the weight", exampleSets)
	}
	p.reps = t.values // resolve asks for the weight
	return nil
}

// bareSeries reads "100 8" and "100 8 9": weight, repetitions, RPE; "100 5 5 4":
// weight and the repetitions of each set; "5@8 100": repetitions, RPE, weight.
func (g *group) bareSeries(p *plan, bare []term, l *lifter) error {
	a, b := bare[0], bare[1]
	rated := len(p.efforts) > 0 && g.effortAt.from >= a.to && g.effortAt.to <= b.from
	switch {
	case len(bare) == 2 && rated && a.one() < leastWeight && b.one() > a.one():
		p.reps, p.weight = a.values, &b
		return nil
	case a.one() >= leastWeight && !a.list() && (len(bare) > 3 || len(bare) == 3 && len(p.efforts) > 0) && below(bare[1:], a.one()):
		p.weight, p.reps = &a, joined(bare[1:])
		return nil
	case len(bare) == 3 && a.one() >= leastWeight && b.one() < a.one() && !a.list() && !b.list() && !bare[2].list() && bare[2].one() < leastSetRPE && len(p.efforts) == 0:
		last := bare[2].one()
		return l.p.ask("Is the "+number(last)+" at the end another set or its RPE?", bare[1].from, bare[2].to,
			choice{"A set of " + number(last), number(b.one()) + " reps, " + l.typed(a.one()) + " x " + number(last)},
			choice{"RPE " + number(last), number(b.one()) + " @" + number(last)})
	case len(bare) > 3 || (len(bare) == 3 && (bare[2].list() || bare[2].one() > 10 || len(p.efforts) > 0)):
		return l.p.fail(g.item(l), "sets x reps and a weight, set by set: 100x5, 105x3", "squat 100x5, 105x3, 110x1")
	case a.one() >= leastWeight && (b.one() < a.one() || a.list()):
		p.weight, p.reps = &a, b.values
	case len(bare) == 2 && !a.list() && !b.list():
		return g.askBare(l, bare, "Which is the weight?",
			choice{reps(b.one()) + " at " + l.weight(a.one()), l.typed(a.one()) + "x" + number(b.one())},
			choice{reps(a.one()) + " at " + l.weight(b.one()), l.typed(b.one()) + "x" + number(a.one())})
	default:
		return l.p.fail(g.item(l), "sets x reps and a weight", exampleSets)
	}
	if len(bare) == 3 {
		p.efforts = bare[2].values
	}
	return nil
}

func (g *group) askBare(l *lifter, bare []term, question string, choices ...choice) error {
	return l.p.ask(question, bare[0].from, bare[len(bare)-1].to, choices...)
}
