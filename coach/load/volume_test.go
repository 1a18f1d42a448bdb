package load

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"tandem/coach/training"
)

func TestVolumeLoad(t *testing.T) {
	five := training.Set{Exercise: "Back Squat", Kg: 100, Reps: 5}
	tests := []struct {
		name  string
		sets  []training.Set
		want  Volume
		known bool
	}{
		{"3×5×100", []training.Set{five, five, five}, Volume{Kg: 1500, Sets: 3}, true},
		{"a set without a repetition adds nothing", []training.Set{five, {Kg: 120, Failed: true}}, Volume{Kg: 500, Sets: 2}, true},
		{"warm-ups are left out", []training.Set{five, {Kg: 60, Reps: 5, Warmup: true}}, Volume{Kg: 500, Sets: 1}, true},
		{"the body's weight is unknown, not zero", []training.Set{{Bodyweight: true, Reps: 10}, {Kg: 20, Bodyweight: true, Reps: 5}}, Volume{Unknown: 2}, false},
		{"part known", []training.Set{five, {Bodyweight: true, Reps: 10}}, Volume{Kg: 500, Sets: 1, Unknown: 1}, true},
		{"a carry is no repetition", []training.Set{{Kg: 32, Metres: 40}}, Volume{Unknown: 1}, false},
		{"each side counts as told", []training.Set{{Kg: 20, Reps: 10, EachSide: true}}, Volume{Kg: 200, Sets: 1}, true},
		{"nothing", nil, Volume{}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := VolumeLoad(tt.sets)
			if diff := cmp.Diff(tt.want, got); diff != "" || got.Known() != tt.known {
				t.Errorf("known %v\n%s", got.Known(), diff)
			}
		})
	}
}

func TestMuscleSets_CountsHelpersHalf(t *testing.T) {
	muscles := func(exercise string) (primary, secondary []string) {
		switch exercise {
		case "Bench Press":
			return []string{"chest"}, []string{"triceps", "front delts"}
		case "Back Squat":
			return []string{"quads", "glutes"}, nil
		case "Leg Press":
			return []string{"quads"}, []string{"glutes"}
		}
		return nil, nil
	}
	sets := func(n int, set training.Set) []training.Set { return slices.Repeat([]training.Set{set}, n) }
	tests := []struct {
		name string
		sets []training.Set
		want map[string]float64
	}{
		{"four of bench", sets(4, training.Set{Exercise: "Bench Press", Kg: 80, Reps: 8}),
			map[string]float64{"chest": 4, "triceps": 2, "front delts": 2}},
		{"squat and leg press", slices.Concat(sets(3, training.Set{Exercise: "Back Squat", Kg: 100, Reps: 5}), sets(3, training.Set{Exercise: "Leg Press", Kg: 150, Reps: 10})),
			map[string]float64{"quads": 6, "glutes": 4.5}},
		{"warm-ups, easy sets and failures do not count", []training.Set{
			{Exercise: "Back Squat", Kg: 60, Reps: 5, Warmup: true},
			{Exercise: "Back Squat", Kg: 80, Reps: 5, RPE: effort(5.5)},
			{Exercise: "Back Squat", Kg: 140, Failed: true},
			{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: effort(6)},
		}, map[string]float64{"quads": 1, "glutes": 1}},
		{"an exercise nobody knows", sets(2, training.Set{Exercise: "Dinosaur curl", Kg: 10, Reps: 5}), map[string]float64{}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, MuscleSets(tt.sets, muscles)); diff != "" {
				t.Error(diff)
			}
		})
	}
}
