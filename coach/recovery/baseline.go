package recovery

import (
	"math"
	"slices"

	"tandem/coach/training"
)

// What a baseline needs and how it is read. Check-in scores mean something only
// against the person's own (Saw 2016); the numbers are the house's choice.
const (
	BaselineDays    = 28   // days before the day that count
	BaselineAnswers = 7    // complete check-ins among them, at least
	FloorSD         = 1.0  // points; so that a steady person's small dip is not a crisis
	LowZ            = -1.5 // standard deviations below the usual that hold back
)

// Baseline is an athlete's usual total.
type Baseline struct {
	Answers  int     // complete check-ins it is taken from
	Mean     float64 // of their totals
	SD       float64 // population standard deviation, at least FloorSD
	Known    bool    // there are enough answers
	Reliable bool    // and they are not all the same
}

// BaselineOf takes the usual total of the 28 days before day. With fewer than
// seven complete check-ins it is not known. Answers that never vary cannot be
// told from a habit of pressing the same button, so they make no baseline to
// judge by: Known, but not Reliable.
func BaselineOf(checkIns []CheckIn, day training.Date) Baseline {
	var totals []float64
	for _, c := range checkIns {
		age := day.Sub(c.Date)
		if total, ok := c.Total(); ok && age >= 1 && age <= BaselineDays {
			totals = append(totals, float64(total))
		}
	}
	b := Baseline{Answers: len(totals)}
	if b.Answers < BaselineAnswers {
		return b
	}
	sum, squares := 0.0, 0.0
	for _, t := range totals {
		sum += t
	}
	b.Mean = sum / float64(b.Answers)
	for _, t := range totals {
		squares += (t - b.Mean) * (t - b.Mean)
	}
	b.SD = max(math.Sqrt(squares/float64(b.Answers)), FloorSD)
	b.Known = true
	b.Reliable = slices.Max(totals) > slices.Min(totals)
	return b
}

// Z is how far a total lies from the usual, in standard deviations; false
// without a reliable baseline.
func (b Baseline) Z(total int) (float64, bool) {
	if !b.Reliable {
		return 0, false
	}
	return (float64(total) - b.Mean) / b.SD, true
}
