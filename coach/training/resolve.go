package training

import (
	"strings"
)

// plan is a group with every number in its place.
type plan struct {
	sets    float64 // 0 = as many as the longest list
	weight  *term
	reps    []float64
	seconds []float64
	metres  []float64
	efforts []float64
	percent float64
}

// The rules of reading numbers, as the comments of this package count them,
// are the house's own: 1 a number with a unit is a weight; 2 AxB beside a
// weight is sets×reps; 3 in AxBxC the largest is the weight, first or last;
// 4 AxB alone begins with a weight from 20 on; 5 @ up to 10 is an RPE, above it
// a weight; 6 RIR is 10 less RPE; 7 a short list repeats its last value.

// plausibleSets is the number above which a first factor is no count of sets,
// and from which a bare one is read as a weight (rule 4).
const (
	plausibleSets = 30
	leastWeight   = 20
	surelyWeight  = 50 // of a second factor, when several follow: 5x140, 3x160
)

// resolve decides what each number of the group is, and builds the sets.
func (g *group) resolve(l *lifter) ([]Set, error) {
	p := &plan{sets: g.sets, weight: g.weight, reps: g.reps, seconds: g.seconds, metres: g.metres, efforts: g.efforts, percent: g.percent}
	if err := g.chained(p, l); err != nil {
		return nil, err
	}
	if err := g.openSets(p, l); err != nil {
		return nil, err
	}
	if err := g.leftovers(p, l); err != nil {
		return nil, err
	}
	if _, known := exactExercise(l.name); !known && len(p.metres) > 0 && p.metres[0] >= 1000 {
		return nil, l.p.fail(l.named, "a sport beside a distance", exampleRun)
	}
	if p.weight != nil && len(p.weight.values) > 0 {
		last := *p.weight
		last.values = last.values[len(last.values)-1:]
		l.loaded = &last
	}
	held := len(p.seconds) > 0 || len(p.metres) > 0
	if (l.exercise.Timed || l.exercise.Carried) && held && len(p.reps) == 1 && p.sets == 0 { // plank 1:30 x3
		p.sets, p.reps = p.reps[0], nil
	}
	switch {
	case len(p.reps) == 0 && !held && g.failed && (p.weight != nil || p.percent > 0):
		p.reps = []float64{0}
	case len(p.reps) == 0 && !held:
		return nil, l.p.fail(g.item(l), "sets and repetitions beside it", exampleSets)
	case p.weight == nil && p.percent == 0 && !g.blank && !l.exercise.Bodyweight && !held:
		return nil, g.askWeight(l)
	}
	return g.build(p, l)
}

// item stands for the whole group in an error.
func (g *group) item(l *lifter) item {
	return item{text: strings.TrimSpace(l.p.text[g.from:g.to]), from: g.from, to: g.to}
}

// chained puts the terms of a chain in their places.
func (g *group) chained(p *plan, l *lifter) error {
	if g.chain == nil {
		return nil
	}
	var open []term
	weightFirst := false
	for i, t := range g.chain.terms {
		t := t
		switch t.role(g, l.exercise) {
		case roleWeight:
			if t.unit == uS {
				t.unit = uNone
			}
			if p.weight != nil {
				return l.p.fail(g.item(l), "one weight for these sets", exampleSets)
			}
			p.weight = &t
			weightFirst = i == 0
		case rolePercent:
			p.percent = t.one()
			weightFirst = i == 0
		case roleReps:
			p.reps = t.values
		case roleSets:
			p.sets = t.one()
		case roleSeconds:
			p.seconds = t.inSeconds()
		case roleMetres:
			p.metres = t.inMetres()
		default:
			open = append(open, t)
		}
	}
	switch len(open) {
	case 0:
		return nil
	case 1:
		return g.openOne(p, open[0], l)
	case 2:
		return g.openTwo(p, open[0], open[1], weightFirst, l)
	case 3:
		return g.openThree(p, open, l)
	}
	return l.p.fail(g.item(l), "at most three numbers joined by x: sets x reps x weight", exampleSets)
}

// openOne places the one number of a chain that has no unit.
func (g *group) openOne(p *plan, t term, l *lifter) error {
	told := len(p.reps) > 0 || len(p.seconds) > 0 || len(p.metres) > 0
	lifted := len(p.reps) > 0 && t.one() >= leastWeight && p.weight == nil && p.percent == 0 && !g.blank && !l.exercise.Bodyweight && p.sets == 0 && len(g.bare) == 0
	switch {
	case lifted: // 60 for 10 reps
		p.weight = &t
	case told && p.sets == 0:
		p.sets = t.one()
	case told:
		p.weight = &t
	case (p.weight != nil || p.percent > 0) && len(g.bare) > 0 && p.sets == 0: // 3x80kg 8,8,7
		p.sets = t.one()
	default:
		p.reps = t.values
	}
	return nil
}

// openTwo reads AxB.
func (g *group) openTwo(p *plan, a, b term, weightFirst bool, l *lifter) error {
	inChain := g.chain.weighted()
	known := p.weight != nil || p.percent > 0 || g.blank
	timed := g.chain.timed(g, l.exercise)
	switch {
	case timed:
		if p.weight == nil { // 3x100x30s
			p.sets, p.weight = a.one(), &b
			return nil
		}
		return l.p.fail(g.item(l), "sets and seconds", exampleSets)
	case inChain && weightFirst && p.sets == 0: // 100kgx5x3
		p.reps, p.sets = a.values, b.one()
	case known && p.sets == 0 && a.one() > plausibleSets && g.weight != nil && g.weight.marked && g.weight.unit == uNone && g.weight.one() < leastWeight:
		return l.p.fail(item{text: l.p.text[g.weight.from:g.weight.to]}, "RPE from 1 to 10 in halves", exampleRPE) // 100x8@11
	case known && p.sets == 0:
		return g.setsReps(p, a, b, l)
	case known:
		return l.p.fail(g.item(l), "the sets once and the repetitions once", exampleSets)
	case p.sets > 0: // 3 sets 100x5
		p.weight, p.reps = &a, b.values
	case len(g.bare) > 0:
		return g.besideBare(p, a, b, l)
	default:
		return g.alone(p, a, b, l)
	}
	return nil
}

// setsReps places AxB where the weight is told elsewhere (rule 2). A plank's
// second number is seconds, a carry's metres.
func (g *group) setsReps(p *plan, a, b term, l *lifter) error {
	if a.list() {
		return l.p.fail(g.item(l), "the number of sets first", exampleSets)
	}
	p.sets = a.one()
	switch {
	case l.exercise.Timed:
		p.seconds = b.values
	case l.exercise.Carried:
		p.metres = b.values
	default:
		p.reps = b.values
	}
	return nil
}

// besideBare reads AxB with bare numbers beside it: they are the weights,
// unless A can be no count of sets: 100x8 9 is weight×reps and an RPE.
func (g *group) besideBare(p *plan, a, b term, l *lifter) error {
	bare := g.bare[0]
	if a.one() > plausibleSets && !bare.list() && bare.one() <= 10 && len(p.efforts) == 0 {
		p.weight, p.reps, p.efforts = &a, b.values, bare.values
		g.bare = g.bare[1:]
		return nil
	}
	return g.setsReps(p, a, b, l)
}

// alone reads AxB with no weight anywhere (rule 4).
func (g *group) alone(p *plan, a, b term, l *lifter) error {
	e := l.exercise
	x, y := a.one(), b.one()
	switch {
	case e.Timed || e.Carried:
		return g.setsReps(p, a, b, l)
	case a.list() && x >= leastWeight: // 80,85,90 x 5
		p.weight, p.reps = &a, b.values
	case e.Bodyweight && x < leastWeight:
		return g.setsReps(p, a, b, l)
	case e.Bodyweight:
		return g.askChain(l, "Is "+number(x)+" the added weight or the repetitions?",
			choice{"+" + l.weight(x) + ", " + reps(y), l.typed(x) + "x" + number(y)},
			choice{number(y) + " sets of " + number(x), number(y) + "x" + number(x) + " bw"})
	case x >= leastWeight && y > x:
		return g.askChain(l, "Which number of "+g.chain.text+" is the weight?",
			choice{reps(x) + " at " + l.weight(y), "1x" + number(x) + " " + l.typed(y)},
			choice{reps(y) + " at " + l.weight(x), "1x" + number(y) + " " + l.typed(x)})
	case x >= leastWeight:
		p.weight, p.reps = &a, b.values
	case y >= leastWeight && (g.failed || l.ladder && y >= surelyWeight):
		p.reps, p.weight = a.values, &b
	case y >= leastWeight:
		return g.askChain(l, "Is "+number(y)+" the weight or the repetitions?",
			choice{reps(x) + " at " + l.weight(y), "1x" + number(x) + " " + l.typed(y)},
			choice{number(x) + " sets of " + number(y), number(x) + "x" + number(y) + " no weight"})
	default:
		return g.setsReps(p, a, b, l) // resolve asks for the weight
	}
	return nil
}

// openThree reads AxBxC without units (rule 3).
func (g *group) openThree(p *plan, open []term, l *lifter) error {
	a, b, c := open[0].one(), open[1].one(), open[2].one()
	switch {
	case g.chain.terms[0].weight() && g.sets == 0: // 100kg x5 x5 x4
		p.reps = joined(open)
	case p.weight != nil || p.percent > 0 || g.sets > 0:
		return l.p.fail(g.item(l), "sets x reps beside a weight", exampleSets)
	case open[2].list() || (c > a && c > b):
		p.sets, p.reps, p.weight = a, open[1].values, &open[2]
	case a > b && a > c:
		p.weight, p.reps, p.sets = &open[0], open[1].values, c
	case a == c: // both readings are the same
		p.sets, p.reps, p.weight = a, open[1].values, &open[2]
	default:
		return g.askChain(l, "Which number of "+g.chain.text+" is the weight?",
			choice{number(a) + " sets of " + number(b) + " at " + l.weight(c), number(a) + "x" + number(b) + " " + l.typed(c)},
			choice{number(c) + " sets of " + number(b) + " at " + l.weight(a), number(c) + "x" + number(b) + " " + l.typed(a)})
	}
	return nil
}
