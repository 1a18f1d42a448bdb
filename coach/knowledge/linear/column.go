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
		score += f.Value * c.weights[f.Slot]
	}
	return score
}

// FitColumn learns a class beside those of the Model: mine are texts of the
// class, others are not. The scores of the Model's classes are taken as they
// are, so that only the new class moves.
func (m *Model) FitColumn(mine, others [][]words.Feature) *Column {
	type sample struct {
		features []words.Feature
		rivals   float64 // log of the sum of the other classes' exponentials
		mine     bool
		weight   float64
	}
	var samples []sample
	add := func(texts [][]words.Feature, isMine bool, weight float64) {
		for _, features := range texts {
			samples = append(samples, sample{features, logSum(m.Scores(nil, features)), isMine, weight})
		}
	}
	add(mine, true, 1)
	add(others, false, 1)
	const epochs, rate = 30, 2.0
	c := &Column{weights: map[uint32]float32{}}
	for epoch := range epochs {
		step := rate * (1 - float64(epoch)/epochs)
		for _, s := range samples {
			score := float64(c.Score(s.features))
			p := 1 / (1 + math.Exp(s.rivals-score))
			gradient := p
			if s.mine {
				gradient = p - 1
			}
			if math.Abs(gradient) < 0.02 {
				continue
			}
			move := float32(step * gradient * s.weight)
			for _, f := range s.features {
				c.weights[f.Slot] -= move * f.Value
			}
			c.bias -= 0.1 * move
		}
	}
	return c
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
