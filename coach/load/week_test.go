package load

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestWeekOf(t *testing.T) {
	tests := []struct {
		name                              string
		days                              [7]float64
		total, mean, sd, monotony, strain float64
		sameness                          Sameness
	}{
		{"mixed", [7]float64{420, 180, 0, 600, 0, 300, 0}, 1500, 214.2857, 219.5357, 0.9761, 1464.13, Varied},
		{"six alike and a rest day", [7]float64{300, 300, 300, 300, 300, 300, 0}, 1800, 257.1429, 104.9781, 2.4495, 4409.08, Varied},
		{"hard and easy in turn", [7]float64{400, 200, 400, 200, 400, 200, 0}, 1800, 257.1429, 139.9708, 1.8371, 3306.81, Varied},
		{"one session", [7]float64{600, 0, 0, 0, 0, 0, 0}, 600, 85.7143, 209.9563, 0.4082, 244.95, Varied},
		{"every day the same", [7]float64{300, 300, 300, 300, 300, 300, 300}, 2100, 300, 0, 0, 0, Identical},
		{"every day the same, not a round number", [7]float64{0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1}, 0.7, 0.1, 0, 0, 0, Identical},
		{"nothing", [7]float64{}, 0, 0, 0, 0, 0, AllRest},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			w := WeekOf(tt.days)
			near(t, "total", w.Total, tt.total, 1e-3)
			near(t, "mean", w.Mean, tt.mean, 1e-3)
			near(t, "SD", w.SD, tt.sd, 1e-3)
			near(t, "monotony", w.Monotony, tt.monotony, 1e-3)
			near(t, "strain", w.Strain, tt.strain, 1e-2)
			if w.Sameness != tt.sameness {
				t.Errorf("sameness %q, want %q", w.Sameness, tt.sameness)
			}
		})
	}
}

func TestWeekOf_MonotonyDoesNotDependOnScaleOrOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var days, scaled [7]float64
		factor := rapid.Float64Range(0.1, 10).Draw(t, "factor")
		for i := range days {
			days[i] = float64(rapid.IntRange(0, 1000).Draw(t, "load"))
			scaled[6-i] = days[i] * factor
		}
		a, b := WeekOf(days), WeekOf(scaled)
		if a.Sameness == Varied && math.Abs(a.Monotony-b.Monotony) > 1e-6*a.Monotony {
			t.Fatalf("monotony %v, scaled and reversed %v", a.Monotony, b.Monotony)
		}
		if a.Sameness != Varied && (a.Monotony != 0 || a.Strain != 0) {
			t.Fatalf("%s week has a monotony: %+v", a.Sameness, a)
		}
	})
}

func TestHighMonotony_NeedsEightWeeksOfOnesOwn(t *testing.T) {
	if _, known := HighMonotony([]float64{1, 2, 3, 4, 5, 6, 7}); known {
		t.Error("seven weeks are too few")
	}
	if got, known := HighMonotony([]float64{8, 1, 2, 3, 4, 5, 6, 7}); !known || got != 8 {
		t.Errorf("eight weeks: %v, %v", got, known)
	}
	if got, _ := HighMonotony([]float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}); got != 9 {
		t.Errorf("nine in ten of 1..10 stay at or below %v, want 9", got)
	}
}

func TestVersusUsual(t *testing.T) {
	tests := []struct {
		name  string
		days  []float64
		ratio float64
		known bool
	}{
		{"twice the usual", append(repeat(300, 21), repeat(600, 7)...), 2, true},
		{"as usual", repeat(300, 28), 1, true},
		{"a week off", append(repeat(300, 28), repeat(0, 7)...), 0, true},
		{"27 days are too few", repeat(300, 27), 0, false},
		{"no usual to compare with", append(repeat(0, 21), repeat(600, 7)...), 0, false},
		{"nothing", nil, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			u, known := VersusUsual(tt.days)
			if u.Ratio != tt.ratio || known != tt.known {
				t.Errorf("%+v, %v, want ratio %v, %v", u, known, tt.ratio, tt.known)
			}
		})
	}
}
