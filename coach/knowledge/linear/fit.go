package linear

import (
	"math"
	"math/rand/v2"

	"tandem/coach/knowledge/words"
)

// An Example is a text's features and the class that is right. Where several
// would do, any of them is right.
type Example struct {
	Features []words.Feature
	Classes  []int
	Weight   float32
}

// Options of fitting.
type Options struct {
	Epochs  int
	Rate    float32 // of learning, AdaGrad
	Decay   float32 // pull of weights towards 0, a step
	Dropout float32 // share of features left out at each look
	Smooth  float32 // share of belief spread over the other classes
	Seed    uint64
}

// Fit learns a Model of the known features by multinomial logistic regression,
// AdaGrad steps over the shuffled examples. The same examples and options give
// the same Model.
func Fit(known []uint32, classes []string, examples []Example, o Options) *Model {
	n := len(classes)
	f := &fitter{
		n: n, options: o, known: known,
		weights: make([]float32, len(known)*n), squares: make([]float32, len(known)*n),
		bias: make([]float32, n), biasSquares: make([]float32, n),
		random: rand.New(rand.NewPCG(o.Seed, 1)),
	}
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	for epoch := range o.Epochs {
		f.rate = o.Rate * (1 - 0.9*float32(epoch)/float32(o.Epochs))
		f.random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			f.step(examples[i])
		}
	}
	return f.model(classes)
}

// A fitter holds the weights while they are learned.
type fitter struct {
	n       int
	options Options
	rate    float32
	random  *rand.Rand

	known             []uint32
	weights, squares  []float32 // feature by feature
	bias, biasSquares []float32
	kept              []input
}

// An input is a known feature of an example, by its row of weights.
type input struct {
	row   int
	value float32
}

// step moves the weights towards one example.
func (f *fitter) step(e Example) {
	features := f.drop(e.Features)
	belief := make([]float32, f.n)
	copy(belief, f.bias)
	for _, x := range features {
		for c, w := range f.weights[x.row*f.n:][:f.n] {
			belief[c] += x.value * w
		}
	}
	Softmax(belief)
	gradient := f.gradient(belief, e)
	for _, x := range features {
		at := x.row * f.n
		row, squares := f.weights[at:][:f.n], f.squares[at:][:f.n]
		for c, g := range gradient {
			g = g*x.value + f.options.Decay*row[c]
			squares[c] += g * g
			row[c] -= f.rate * g / (sqrt(squares[c]) + 1e-4)
		}
	}
	for c, g := range gradient {
		f.biasSquares[c] += g * g
		f.bias[c] -= f.rate * 0.1 * g / (sqrt(f.biasSquares[c]) + 1e-4)
	}
}

// gradient is belief minus what it should have been, times the weight. It
// overwrites belief.
func (f *fitter) gradient(belief []float32, e Example) []float32 {
	var right float32
	for _, c := range e.Classes {
		right += belief[c]
	}
	right = max(right, 1e-9)
	target := make([]float32, len(e.Classes))
	for i, c := range e.Classes {
		target[i] = (1 - f.options.Smooth) * belief[c] / right
	}
	spread := f.options.Smooth / float32(f.n)
	for c := range belief {
		belief[c] = (belief[c] - spread) * e.Weight
	}
	for i, c := range e.Classes {
		belief[c] -= target[i] * e.Weight
	}
	return belief
}

// drop leaves out a share of the known features, so that none is relied on
// alone.
func (f *fitter) drop(features []words.Feature) []input {
	f.kept = f.kept[:0]
	keep := 1 - f.options.Dropout
	rows(f.known, features, func(row int, value float32) {
		if keep >= 1 || f.random.Float32() < keep {
			f.kept = append(f.kept, input{row, value / keep})
		}
	})
	return f.kept
}

func (f *fitter) model(classes []string) *Model {
	return rounded(f.known, classes, f.bias, f.weights)
}

// rounded returns a Model with its weights rounded to a byte each, a scale a
// class.
func rounded(known []uint32, classes []string, bias, weights []float32) *Model {
	n := len(classes)
	m := &Model{Classes: classes, known: known, bias: bias, scale: make([]float32, n), weights: make([]byte, len(weights))}
	for i, w := range weights {
		m.scale[i%n] = max(m.scale[i%n], abs(w)/127)
	}
	for i, w := range weights {
		if s := m.scale[i%n]; s > 0 {
			m.weights[i] = byte(int8(math.Round(float64(w / s))))
		}
	}
	return m
}

// Average returns the Model whose scores are the mean of those of the given,
// which have the same classes and know the same features: what chance taught one of them weighs less.
func Average(models []*Model) *Model {
	first, share := models[0], 1/float32(len(models))
	n := len(first.Classes)
	bias, weights := make([]float32, n), make([]float32, len(first.weights))
	for _, m := range models {
		for c, b := range m.bias {
			bias[c] += b * share
		}
		for i, w := range m.weights {
			weights[i] += float32(int8(w)) * m.scale[i%n] * share
		}
	}
	return rounded(first.known, first.Classes, bias, weights)
}

func sqrt(x float32) float32 { return float32(math.Sqrt(float64(x))) }

func abs(x float32) float32 {
	if x < 0 {
		return -x
	}
	return x
}
