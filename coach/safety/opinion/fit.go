package opinion

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Lesson is the marks of a text, and the kind of red flag that it is; ""
// says that it is harmless. Plain is one that nobody would take for a red flag.
type Lesson struct {
	Marks *Marks
	Kind  string
	Plain bool
}

// Learning: AdaGrad steps of logistic regression over the shuffled lessons,
// with a share of the marks left out at each look so that none is relied on
// alone. Found by leaving one file of messages out at a time (command fit).
const (
	epochs  = 30
	rate    = 0.3
	decay   = 1e-3
	dropout = 0.4
	redness = 1.5 // how much more a red flag counts than a harmless text
)

// Fit learns a Model.
func Fit(lessons []Lesson) *Model {
	m := &Model{}
	red := func(l Lesson) bool { return l.Kind != "" }
	m.red = fit(lessons, slotBits, red, redness)
	worrying := slices.DeleteFunc(slices.Clone(lessons), func(l Lesson) bool { return l.Plain })
	m.confirm = fit(worrying, slotBits, red, redness)
	flags := slices.DeleteFunc(slices.Clone(lessons), func(l Lesson) bool { return !red(l) })
	for _, l := range flags {
		if !slices.Contains(m.names, l.Kind) {
			m.names = append(m.names, l.Kind)
		}
	}
	slices.Sort(m.names)
	for _, name := range m.names {
		m.kinds = append(m.kinds, fit(flags, kindBits, func(l Lesson) bool { return l.Kind == name }, 1))
	}
	return m
}

// A learner holds the weights of one class while they are learned.
type learner struct {
	weights, squares  []float32
	bias, biasSquares float32
}

func fit(lessons []Lesson, bits int, right func(Lesson) bool, boost float32) column {
	l := learner{weights: make([]float32, 1<<bits), squares: make([]float32, 1<<bits)}
	random := rand.New(rand.NewPCG(1, 2))
	order := random.Perm(len(lessons))
	for epoch := range epochs {
		step := rate * (1 - 0.9*float32(epoch)/epochs)
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.look(lessons[i].Marks, right(lessons[i]), step, boost, random)
		}
	}
	return l.column()
}

// look moves the weights towards one lesson.
func (l *learner) look(marks *Marks, right bool, step, boost float32, random *rand.Rand) {
	type mark struct {
		slot  uint32
		value float32
	}
	var kept []mark
	score, mask := l.bias, uint32(len(l.weights)-1)
	for sort, set := range marks.sets {
		value := marks.value(Sort(sort)) / (1 - dropout)
		for _, slot := range set {
			if random.Float32() >= dropout {
				kept = append(kept, mark{slot & mask, value})
				score += value * l.weights[slot&mask]
			}
		}
	}
	gradient := float32(1 / (1 + math.Exp(-float64(score))))
	if right {
		gradient = (gradient - 1) * boost
	}
	for _, k := range kept {
		g := gradient*k.value + decay*l.weights[k.slot]
		l.squares[k.slot] += g * g
		l.weights[k.slot] -= step * g / (sqrt(l.squares[k.slot]) + 1e-4)
	}
	l.biasSquares += gradient * gradient
	l.bias -= step * 0.1 * gradient / (sqrt(l.biasSquares) + 1e-4)
}

// column rounds the weights to a byte each.
func (l *learner) column() column {
	c := column{bias: l.bias, weights: make([]byte, len(l.weights))}
	for _, w := range l.weights {
		c.scale = max(c.scale, w/127, -w/127)
	}
	if c.scale == 0 {
		return c
	}
	for i, w := range l.weights {
		c.weights[i] = byte(int8(math.Round(float64(w / c.scale))))
	}
	return c
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }
