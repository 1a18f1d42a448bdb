package load

import (
	"math"
	"testing"

	"tandem/coach/training"
)

// near fails unless got is want within tolerance.
func near(t *testing.T, what string, got, want, tolerance float64) {
	t.Helper()
	if math.IsNaN(got) || math.Abs(got-want) > tolerance {
		t.Errorf("%s = %v, want %v", what, got, want)
	}
}

func effort(v float64) *training.RPE {
	rpe := training.RPE(v)
	return &rpe
}

// repeat is n days of the same load.
func repeat(value float64, n int) []float64 {
	days := make([]float64, n)
	for i := range days {
		days[i] = value
	}
	return days
}
