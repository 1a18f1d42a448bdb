package opinion

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"
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
// alone. Factors learn more slowly, from a random start, and only those of marks
// that enough lessons have. Found by leaving files of messages out (command fit).
const (
	epochs  = 40
	rate    = 0.3
	decay   = 1e-3
	dropout = 0.4
	redness = 1.5 // how much more a red flag counts than a look-alike
	plain   = 3   // and a text that nobody would take for one

	factorRate  = 0.3 * rate
	factorDecay = 6e-3
	factorStart = 0.07 // standard deviation
	often       = 20   // lessons
)

// Fit learns a Model.
func Fit(lessons []Lesson) *Model {
	m := &Model{}
	red := func(l Lesson) bool { return l.Kind != "" }
	worrying := slices.DeleteFunc(slices.Clone(lessons), func(l Lesson) bool { return l.Plain })
	flags := slices.DeleteFunc(slices.Clone(lessons), func(l Lesson) bool { return !red(l) })
	for _, l := range flags {
		if !slices.Contains(m.names, l.Kind) {
			m.names = append(m.names, l.Kind)
		}
	}
	slices.Sort(m.names)
	m.kinds = make([]column, len(m.names))

	var each sync.WaitGroup
	each.Go(func() { m.red = machine(lessons, red) })
	each.Go(func() { m.confirm = machine(worrying, red) })
	for i, name := range m.names {
		each.Go(func() {
			l := newLearner(kindBits, 1)
			l.learn(flags, func(l Lesson) bool { return l.Kind == name })
			m.kinds[i] = l.column()
		})
	}
	each.Wait()
	return m
}

// machine learns a column with factors.
func machine(lessons []Lesson, right func(Lesson) bool) column {
	l := newLearner(slotBits, redness)
	l.addFactors(lessons)
	l.learn(lessons, right)
	c := l.column()
	c.factors = newFactors(l.factors, l.hasFactors)
	return c
}

// A learner holds the weights of one class while they are learned.
type learner struct {
	boost             float32 // how much more a text of the class counts
	random            *rand.Rand
	weights, squares  []float32
	bias, biasSquares float32

	taught                 []int // how many lessons have a mark of the slot
	factors, factorSquares []float32

	kept []kept
	sum  [rank]float32
}

// A kept mark is one that was not left out.
type kept struct {
	slot  uint32
	value float32
}

func newLearner(bits int, boost float32) *learner {
	return &learner{
		boost:   boost,
		random:  rand.New(rand.NewPCG(1, 2)),
		weights: make([]float32, 1<<bits),
		squares: make([]float32, 1<<bits),
	}
}

// addFactors gives factors to the marks that lessons have often.
func (l *learner) addFactors(lessons []Lesson) {
	l.taught = make([]int, len(l.weights))
	for _, lesson := range lessons {
		for _, set := range lesson.Marks.sets {
			for _, slot := range set {
				l.taught[slot]++
			}
		}
	}
	l.factors, l.factorSquares = make([]float32, rank*len(l.weights)), make([]float32, rank*len(l.weights))
	for i := range l.factors {
		if l.hasFactors(i / rank) {
			l.factors[i] = float32(l.random.NormFloat64() * factorStart)
		}
	}
}

func (l *learner) hasFactors(slot int) bool { return l.taught != nil && l.taught[slot] >= often }

func (l *learner) learn(lessons []Lesson, right func(Lesson) bool) {
	order := l.random.Perm(len(lessons))
	weight := func(i int) float32 {
		switch {
		case right(lessons[i]):
			return l.boost
		case lessons[i].Plain:
			return plain
		}
		return 1
	}
	for epoch := range epochs {
		pace := 1 - 0.9*float32(epoch)/epochs
		l.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.look(lessons[i].Marks, right(lessons[i]), weight(i), pace)
		}
	}
}

// look moves the weights towards one lesson.
func (l *learner) look(marks *Marks, right bool, weight, pace float32) {
	gradient := float32(1 / (1 + math.Exp(-float64(l.score(marks)))))
	if right {
		gradient--
	}
	gradient *= weight
	for _, k := range l.kept {
		g := gradient*k.value + decay*l.weights[k.slot]
		l.squares[k.slot] += g * g
		l.weights[k.slot] -= pace * rate * g / (sqrt(l.squares[k.slot]) + 1e-4)
		if !l.hasFactors(int(k.slot)) {
			continue
		}
		for f, sum := range l.sum {
			i := rank*int(k.slot) + f
			g := gradient*k.value*(sum-k.value*l.factors[i]) + factorDecay*l.factors[i]
			l.factorSquares[i] += g * g
			l.factors[i] -= pace * factorRate * g / (sqrt(l.factorSquares[i]) + 1e-3)
		}
	}
	l.biasSquares += gradient * gradient
	l.bias -= pace * rate * 0.1 * gradient / (sqrt(l.biasSquares) + 1e-4)
}

// score keeps some of the marks, and returns what they say together.
func (l *learner) score(marks *Marks) float32 {
	score, mask := l.bias, uint32(len(l.weights)-1)
	l.kept, l.sum = l.kept[:0], [rank]float32{}
	squares := float32(0)
	for sort, set := range marks.sets {
		value := marks.value(Sort(sort)) / (1 - dropout)
		for _, slot := range set {
			if l.random.Float32() < dropout {
				continue
			}
			slot &= mask
			l.kept = append(l.kept, kept{slot, value})
			score += value * l.weights[slot]
			if !l.hasFactors(int(slot)) {
				continue
			}
			for f, x := range l.factors[rank*slot : rank*(slot+1)] {
				l.sum[f] += value * x
				squares += value * x * value * x
			}
		}
	}
	score -= squares / 2
	for _, x := range l.sum {
		score += x * x / 2
	}
	return score
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
