package load

import (
	"testing"

	"pgregory.net/rapid"
)

func TestCurve_IsTheExponentialForm(t *testing.T) {
	fifty := Balance{Fitness: 50, Fatigue: 50}
	tests := []struct {
		name                   string
		seed                   Balance
		days                   []float64
		fitness, fatigue, form float64
	}{
		{"one day of 100", Balance{}, repeat(100, 1), 2.3528, 13.3122, -10.9594},
		{"a week of 100", Balance{}, repeat(100, 7), 15.3518, 63.2121, -47.8602},
		{"42 days of 100", Balance{}, repeat(100, 42), 63.2121, 99.7521, -36.5401},
		{"a rest day from 50", fifty, repeat(0, 1), 48.8236, 43.3439, 5.4797},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			curve := Curve(tt.days, tt.seed)
			last := curve[len(curve)-1]
			near(t, "fitness", last.Fitness, tt.fitness, 1e-3)
			near(t, "fatigue", last.Fatigue, tt.fatigue, 1e-3)
			near(t, "form", last.Form(), tt.form, 1e-3)
		})
	}
}

// The recursion is shared by every smoothed load in the field; they differ in
// the gain alone. These are the published values of the others.
func TestSmooth_AgreesWithTheOtherFormsInUse(t *testing.T) {
	rise := append(repeat(300, 21), repeat(600, 7)...)
	stop := append(repeat(300, 28), repeat(0, 7)...)
	tests := []struct {
		name string
		days []float64
		seed float64
		gain float64
		want float64
	}{
		{"1/42, one day", repeat(100, 1), 0, 1.0 / 42, 2.3810},
		{"1/7, one day", repeat(100, 1), 0, 1.0 / 7, 14.2857},
		{"1/42, a week", repeat(100, 7), 0, 1.0 / 42, 15.5223},
		{"1/7, a week", repeat(100, 7), 0, 1.0 / 7, 66.0083},
		{"1/42, 42 days", repeat(100, 42), 0, 1.0 / 42, 63.6544},
		{"1/7, 42 days", repeat(100, 42), 0, 1.0 / 7, 99.8457},
		{"1/42, a rest day from 50", repeat(0, 1), 50, 1.0 / 42, 48.8095},
		{"1/7, a rest day from 50", repeat(0, 1), 50, 1.0 / 7, 42.8571},
		{"1/42, 150 from 50", repeat(150, 1), 50, 1.0 / 42, 52.3810},
		{"1/7, 150 from 50", repeat(150, 1), 50, 1.0 / 7, 64.2857},
		{"2/8, rising", rise, 300, 2.0 / 8, 559.9548},
		{"2/29, rising", rise, 300, 2.0 / 29, 418.0795},
		{"2/8, stopped", stop, 300, 2.0 / 8, 40.0452},
		{"2/29, stopped", stop, 300, 2.0 / 29, 181.9205},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := smooth(tt.days, tt.seed, tt.gain)
			near(t, "last", got[len(got)-1], tt.want, 1e-3)
		})
	}
}

func TestCurve_StaysWithinWhatWasDone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		days := rapid.SliceOfN(rapid.Float64Range(0, 2000), 1, 120).Draw(t, "days")
		highest := 0.0
		for i, b := range Curve(days, Balance{}) {
			highest = max(highest, days[i])
			if b.Fitness < 0 || b.Fatigue < 0 || b.Fitness > highest || b.Fatigue > highest {
				t.Fatalf("day %d: %+v outside 0 to %v", i, b, highest)
			}
		}
	})
}

func TestFirstWeek(t *testing.T) {
	if got := FirstWeek([]float64{70, 0, 0, 0, 0, 0, 70, 999}); got != (Balance{20, 20}) {
		t.Errorf("mean of the first seven days: %+v", got)
	}
	if got := FirstWeek([]float64{10, 30}); got != (Balance{20, 20}) {
		t.Errorf("two days: %+v", got)
	}
	if got := FirstWeek(nil); got != (Balance{}) {
		t.Errorf("no days: %+v", got)
	}
}

func TestBuilding_IsShownFrom14DaysAndSilentFrom42(t *testing.T) {
	tests := []struct {
		days  int
		label string
		shown bool
	}{{0, "building 0/42", false}, {13, "building 13/42", false}, {14, "building 14/42", true}, {41, "building 41/42", true}, {42, "", true}, {400, "", true}}
	for _, tt := range tests {
		if label, shown := Building(tt.days); label != tt.label || shown != tt.shown {
			t.Errorf("Building(%d) = %q, %v, want %q, %v", tt.days, label, shown, tt.label, tt.shown)
		}
	}
}
