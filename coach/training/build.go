package training

import (
	"math"
	"slices"
)

// most counts what no honest entry passes; it bounds the memory one line can
// take. The sanity limits that are merely asked about stand in sanity.go.
const (
	mostSets     = 500
	mostSetsTold = 1000
	mostCount    = 100000
	mostRPE      = 10 // to failure: not one repetition more
)

// build makes the sets of a plan, repeating the last value of a list that is
// shorter than the number of sets (rule 7).
func (g *group) build(p *plan, l *lifter) ([]Set, error) {
	n, err := g.count(p, l)
	if err != nil {
		return nil, err
	}
	if err := g.check(p, l); err != nil {
		return nil, err
	}
	sets := make([]Set, n)
	for i := range sets {
		set := Set{
			Exercise:   l.name,
			Bodyweight: l.exercise.Bodyweight || p.weight != nil && p.weight.body,
			Percent:    p.percent,
			Reps:       int(at(p.reps, i)),
			Seconds:    at(p.seconds, i),
			Metres:     at(p.metres, i),
			Warmup:     g.warm,
			Superset:   l.label,
			EachSide:   g.side,
		}
		if p.weight != nil && len(p.weight.values) > 0 {
			set.Kg = kilograms(at(p.weight.values, i), p.weight.unit, l.p.units)
		}
		if i == n-1 && g.lastReps > 0 {
			set.Reps = int(g.lastReps)
		}
		if len(p.efforts) > 0 {
			if set.RPE, err = l.p.rating(at(p.efforts, i), g.effortItem(l)); err != nil {
				return nil, err
			}
		}
		if i == n-1 && len(g.lastRPE) > 0 {
			if set.RPE, err = l.p.rating(g.lastRPE[0], g.item(l)); err != nil {
				return nil, err
			}
		}
		set.Failed = set.Reps == 0 && set.Seconds == 0 && set.Metres == 0 || g.failed && i == n-1
		if g.spent && i == n-1 && set.RPE == nil && set.Reps > 0 {
			limit := RPE(mostRPE)
			set.RPE = &limit
		}
		sets[i] = set
	}
	return sets, nil
}

func (g *group) effortItem(l *lifter) item {
	if len(g.efforts) > 0 {
		return g.effortAt
	}
	return g.item(l)
}

// count is the number of sets: as told, or as the longest list has.
func (g *group) count(p *plan, l *lifter) (int, error) {
	weights := 0
	if p.weight != nil {
		weights = len(p.weight.values)
	}
	longest := max(weights, len(p.reps), len(p.seconds), len(p.metres), len(p.efforts))
	n := p.sets
	if n == 0 {
		n = float64(max(1, longest))
	}
	switch {
	case n < 1 || n != math.Trunc(n) || n > mostSets:
		return 0, l.p.fail(g.item(l), "a whole number of sets", exampleSets)
	case float64(longest) > n:
		return 0, l.p.fail(g.item(l), "a list no longer than the "+number(n)+" sets", exampleList)
	}
	return int(n), nil
}

// check refuses what no set can have.
func (g *group) check(p *plan, l *lifter) error {
	for _, r := range append(slices.Clone(p.reps), g.lastReps) {
		if r != math.Trunc(r) || r > mostCount {
			return l.p.fail(g.item(l), "whole repetitions", exampleSets)
		}
	}
	if p.percent > 150 {
		return l.p.fail(g.item(l), "a percentage of your one-repetition maximum up to 150", "squat 5x3 80%")
	}
	for _, list := range [][]float64{p.seconds, p.metres} {
		for _, v := range list {
			if v <= 0 || v > mostCount {
				return l.p.fail(g.item(l), "a time or distance above zero", "plank 3x60s")
			}
		}
	}
	if p.weight == nil {
		return nil
	}
	for _, kg := range p.weight.values {
		if kg < 0 && !p.weight.body || math.Abs(kg) > mostCount {
			return l.p.fail(g.item(l), "a weight", exampleSets)
		}
	}
	return nil
}

// at is the i-th value of a list that repeats its last; 0 of an empty one.
func at(list []float64, i int) float64 {
	if len(list) == 0 {
		return 0
	}
	return list[min(i, len(list)-1)]
}
