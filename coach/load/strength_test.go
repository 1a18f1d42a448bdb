package load

import (
	"math"
	"testing"

	"pgregory.net/rapid"
	"tandem/coach/training"
)

func TestOneRepMaximumFormulas(t *testing.T) {
	tests := []struct{ weight, reps, epley, brzycki, wathan float64 }{
		{100, 1, 100, 100, 100},
		{100, 3, 110, 105.8824, 108.9797},
		{100, 5, 116.6667, 112.5, 116.5825},
		{100, 8, 126.6667, 124.1379, 127.6714},
		{100, 10, 133.3333, 133.3333, 134.7467},
		{80, 12, 112, 115.2, 113.1967},
	}
	for _, tt := range tests {
		near(t, "Epley", Epley(tt.weight, tt.reps), tt.epley, 1e-3)
		near(t, "Wathan", Wathan(tt.weight, tt.reps), tt.wathan, 1e-3)
		b, ok := Brzycki(tt.weight, tt.reps)
		if !ok {
			t.Errorf("Brzycki is defined at %v", tt.reps)
		}
		near(t, "Brzycki", b, tt.brzycki, 1e-3)
	}
	for _, reps := range []float64{0, 37, 40} {
		if got, ok := Brzycki(100, reps); ok {
			t.Errorf("Brzycki at %v = %v, want undefined", reps, got)
		}
	}
}

func TestOneRepMaximum_IsLinearInWeightAndRisesWithReps(t *testing.T) {
	brzycki := func(w, r float64) float64 { v, _ := Brzycki(w, r); return v }
	for name, formula := range map[string]func(w, r float64) float64{"Epley": Epley, "Brzycki": brzycki, "Wathan": Wathan} {
		rapid.Check(t, func(t *rapid.T) {
			kg := rapid.Float64Range(1, 500).Draw(t, "kg")
			reps := float64(rapid.IntRange(1, 11).Draw(t, "reps"))
			const pounds = 2.2046226218
			if a, b := formula(kg, reps)*pounds, formula(kg*pounds, reps); math.Abs(a-b) > 1e-9*a {
				t.Fatalf("%s: %v by kilograms, %v by pounds", name, a, b)
			}
			if formula(kg, reps+1) <= formula(kg, reps) {
				t.Fatalf("%s does not rise from %v repetitions", name, reps)
			}
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		halves := rapid.IntRange(2, 23).Draw(t, "halves")
		if Epley(100, float64(halves+1)/2) <= Epley(100, float64(halves)/2) {
			t.Fatalf("Epley does not rise from %v effective repetitions", float64(halves)/2)
		}
		kg := rapid.Float64Range(1, 500).Draw(t, "kg")
		if math.Abs(Epley(kg, 10)-brzycki(kg, 10)) > 1e-9*kg {
			t.Fatalf("Epley and Brzycki meet at 10 repetitions, not at %v kg", kg)
		}
	})
}

func TestOfSet(t *testing.T) {
	tests := []struct {
		name string
		set  training.Set
		want float64 // 0 = no estimate
		low  bool
	}{
		{"one repetition is the maximum", training.Set{Kg: 100, Reps: 1}, 100, false},
		{"no effort told", training.Set{Kg: 60, Reps: 5}, 70, false},
		{"two in reserve", training.Set{Kg: 100, Reps: 5, RPE: effort(8)}, 123.3333, false},
		{"a single at 8", training.Set{Kg: 100, Reps: 1, RPE: effort(8)}, 110, false},
		{"half a repetition in reserve", training.Set{Kg: 90, Reps: 1, RPE: effort(9.5)}, 93, false},
		{"four in reserve are believed", training.Set{Kg: 100, Reps: 3, RPE: effort(6)}, 123.3333, false},
		{"more are not", training.Set{Kg: 100, Reps: 3, RPE: effort(5.5)}, 0, false},
		{"ten repetitions are sound", training.Set{Kg: 60, Reps: 10}, 80, false},
		{"eleven are not quite", training.Set{Kg: 60, Reps: 11}, 82, true},
		{"nor twelve with reserve", training.Set{Kg: 60, Reps: 8, RPE: effort(6)}, 84, true},
		{"thirteen give none", training.Set{Kg: 60, Reps: 13}, 0, false},
		{"nor do ten with three in reserve", training.Set{Kg: 60, Reps: 10, RPE: effort(7)}, 0, false},
		{"a warm-up", training.Set{Kg: 60, Reps: 5, Warmup: true}, 0, false},
		{"a failed set", training.Set{Kg: 120, Reps: 2, Failed: true}, 0, false},
		{"no repetition", training.Set{Kg: 120}, 0, false},
		{"the body is part of the load", training.Set{Kg: 20, Bodyweight: true, Reps: 5}, 0, false},
		{"a hold", training.Set{Kg: 20, Reps: 1, Seconds: 30}, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok := OfSet(tt.set)
			if ok != (tt.want > 0) || got.Low != tt.low {
				t.Fatalf("%+v, %v", got, ok)
			}
			near(t, "kg", got.Kg, tt.want, 1e-3)
		})
	}
}

func TestBest_IsTheHighestOfTheExercise(t *testing.T) {
	sets := []training.Set{
		{Exercise: "Back Squat", Kg: 60, Reps: 8, Warmup: true},
		{Exercise: "Back Squat", Kg: 100, Reps: 5},
		{Exercise: "Back Squat", Kg: 110, Reps: 2},
		{Exercise: "Back Squat", Kg: 130, Failed: true},
		{Exercise: "Deadlift", Kg: 150, Reps: 3},
	}
	got, ok := Best(sets, "back squat")
	if !ok || got.Set.Kg != 110 {
		t.Errorf("%+v, %v", got, ok)
	}
	if _, ok := Best(sets, "Bench Press"); ok {
		t.Error("an exercise that was not done has no best")
	}
}

func TestPercentOfMax(t *testing.T) {
	tests := []struct {
		reps int
		rpe  training.RPE
		want float64 // 0 = outside the chart
	}{
		{1, 10, 100}, {1, 8, 92.2}, {5, 8, 81.1}, {3, 9, 89.2}, {5, 9, 83.7}, {1, 9.5, 97.8}, {12, 6, 61.8}, {12, 10, 69.6},
		{0, 10, 0}, {13, 10, 0}, {5, 5.5, 0}, {5, 10.5, 0}, {5, 8.3, 0},
	}
	for _, tt := range tests {
		got, ok := PercentOfMax(tt.reps, tt.rpe)
		if got != tt.want || ok != (tt.want > 0) {
			t.Errorf("%d at %v = %v, %v, want %v", tt.reps, tt.rpe, got, ok, tt.want)
		}
	}
	near(t, "100 kg for 5 at 8", 100/0.811, 123.3046, 1e-3)
	share, _ := PercentOfMax(5, 9)
	near(t, "110 kg for 5 at 9", 110/share*100, 131.4217, 1e-3)
}

func TestPercentOfMax_FallsWithEveryHalfRepetition(t *testing.T) {
	for i := 1; i < len(percentOfMax); i++ {
		if percentOfMax[i] >= percentOfMax[i-1] {
			t.Errorf("entry %d: %v after %v", i, percentOfMax[i], percentOfMax[i-1])
		}
	}
}
