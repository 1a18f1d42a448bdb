package linear

import (
	"math"

	"tandem/coach/knowledge/words"
)

// A Column holds the weights of one class that a Model does not have.
type Column struct {
	weights map[uint32]float32
	bias    float32
}

// Score returns the score of the class, on the Model's scale.
func (c *Column) Score(features []words.Feature) float32 {
	score := c.bias
	for _, f := range features {
		score += f.Value * c.weights[f.Key]
	}
	return score
}

// Rivals are texts that belong to a Model's own classes, or to none, and the
// belief in all those classes together: what a new class is told apart from.
// Columns are fitted one at a time.
type Rivals struct {
	model   *Model
	rows    map[uint32]int // of the features seen, by key
	samples []sample
}

type sample struct {
	features []input
	others   float64 // log of the sum of the exponentials of the Model's scores
	mine     bool
}

// Rivals scores texts once, for any number of columns.
func (m *Model) Rivals(texts [][]words.Feature) *Rivals {
	r := &Rivals{model: m, rows: map[uint32]int{}}
	r.samples = r.sample(texts, false)
	return r
}

func (r *Rivals) sample(texts [][]words.Feature, mine bool) []sample {
	out := make([]sample, len(texts))
	for i, features := range texts {
		out[i] = sample{r.inputs(features), logSum(r.model.Scores(nil, features)), mine}
	}
	return out
}

// inputs gives each feature a row, whether the Model knows it or not: a new
// class has words of its own.
func (r *Rivals) inputs(features []words.Feature) []input {
	out := make([]input, len(features))
	for i, f := range features {
		row, ok := r.rows[f.Key]
		if !ok {
			row = len(r.rows)
			r.rows[f.Key] = row
		}
		out[i] = input{row, f.Value}
	}
	return out
}

// How a column is learned. unheard is its score before anything speaks for
// it: below what the Model's classes have where nothing speaks for them
// either. A sample that is wrong by less than settled is left alone.
const (
	columnEpochs = 30
	columnRate   = 2.0
	unheard      = -4
	settled      = 0.003
)

// FitColumn learns a class beside those of the Model: mine are texts of the
// class, near are texts that look like it and are not. The scores of the
// Model's classes are taken as they are, so that only the new class moves.
func (r *Rivals) FitColumn(mine, near [][]words.Feature) *Column {
	samples := append(r.sample(mine, true), r.sample(near, false)...)
	samples = append(samples, r.samples...)
	weights := make([]float32, len(r.rows))
	for epoch := range columnEpochs {
		rate := columnRate * (1 - float64(epoch)/columnEpochs)
		for _, s := range samples {
			s.pull(weights, rate)
		}
	}
	c := &Column{weights: map[uint32]float32{}, bias: unheard}
	for key, row := range r.rows {
		if w := weights[row]; w != 0 {
			c.weights[key] = w
		}
	}
	return c
}

// pull moves the weights towards what the sample should score.
func (s sample) pull(weights []float32, rate float64) {
	score := float32(unheard)
	for _, f := range s.features {
		score += f.value * weights[f.row]
	}
	gradient := 1 / (1 + math.Exp(s.others-float64(score)))
	if s.mine {
		gradient--
	}
	if math.Abs(gradient) < settled {
		return
	}
	move := float32(rate * gradient)
	for _, f := range s.features {
		weights[f.row] -= move * f.value
	}
}

func logSum(scores []float32) float64 {
	highest := scores[0]
	for _, s := range scores {
		highest = max(highest, s)
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(float64(s - highest))
	}
	return float64(highest) + math.Log(sum)
}
