package load

import (
	"fmt"
	"math"
)

// The time constants of fitness and fatigue in days, the field's usual ones.
const (
	fitnessDays = 42
	fatigueDays = 7
)

// ShownFrom is the number of days of data from which fitness and fatigue are
// shown, and FullAt from which they are complete.
const (
	ShownFrom = 14
	FullAt    = fitnessDays
)

// Balance is fitness and fatigue at the end of a day, in load a day.
type Balance struct {
	Fitness float64 // what six weeks of training add up to
	Fatigue float64 // what the last week of it weighs
}

// Form is fitness minus fatigue: what is carried into the next day. Above zero
// is rested, below is loaded.
func (b Balance) Form() float64 { return b.Fitness - b.Fatigue }

// Curve returns the balance after each day of a daily series, oldest first.
//
// The form is the exponential one: x = load·(1−k) + x_before·k with
// k = e^(−1/τ), τ 42 days for fitness and 7 for fatigue, so that after τ equal
// days 63.2 % is reached. (Another form in use takes 1/τ for 1−k and reads
// slightly higher.) Seed with the zero Balance for an athlete who starts now, or
// with [FirstWeek] when the series begins in the middle of a longer history.
func Curve(days []float64, seed Balance) []Balance {
	fitness := smooth(days, seed.Fitness, 1-math.Exp(-1.0/fitnessDays))
	fatigue := smooth(days, seed.Fatigue, 1-math.Exp(-1.0/fatigueDays))
	out := make([]Balance, len(days))
	for i := range days {
		out[i] = Balance{Fitness: fitness[i], Fatigue: fatigue[i]}
	}
	return out
}

// FirstWeek is a balance in which fitness and fatigue both stand at the mean of
// the first seven days, or of as many as there are.
func FirstWeek(days []float64) Balance {
	if len(days) == 0 {
		return Balance{}
	}
	m := mean(days[:min(7, len(days))])
	return Balance{Fitness: m, Fatigue: m}
}

// Building labels a curve that is still short: "building 20/42"; "" when n days
// of data are enough, and false when there are too few to show it at all.
func Building(n int) (label string, shown bool) {
	if n < ShownFrom {
		return fmt.Sprintf("building %d/%d", max(n, 0), FullAt), false
	}
	if n < FullAt {
		return fmt.Sprintf("building %d/%d", n, FullAt), true
	}
	return "", true
}

// smooth follows a series with x += gain·(value−x), from seed.
func smooth(values []float64, seed, gain float64) []float64 {
	out := make([]float64, len(values))
	x := seed
	for i, v := range values {
		x += gain * (v - x)
		out[i] = x
	}
	return out
}
