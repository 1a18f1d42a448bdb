package load

import (
	"testing"

	"pgregory.net/rapid"
)

const halfMarathon, marathon = 21.0975, 42.195

func TestVDOT(t *testing.T) {
	tests := []struct{ km, minutes, want, tolerance float64 }{
		{5, 24 + 34.0/60, 39.11039839652726, 1e-9},
		{10, 40, 51.9440826680247, 1e-9},
		{5, 20, 49.8062, 1e-3},
		{halfMarathon, 90, 50.9769, 1e-3},
		{marathon, 180, 53.5283, 1e-3},
	}
	for _, tt := range tests {
		got, ok := VDOT(tt.km, tt.minutes)
		if !ok {
			t.Errorf("%v km in %v min is a race", tt.km, tt.minutes)
		}
		near(t, "VDOT", got, tt.want, tt.tolerance)
	}
	for _, minutes := range []float64{0, 3.4, 240.1} {
		if _, ok := VDOT(5, minutes); ok {
			t.Errorf("%v minutes are outside what the formula holds for", minutes)
		}
	}
}

func TestRiegel(t *testing.T) {
	tests := []struct{ km, minutes, target, seconds float64 }{
		{5, 25, 10, 3127.397},
		{5, 25, halfMarathon, 6900.299},
		{5, 25, marathon, 14386.651},
		{5, 22, halfMarathon, 1*3600 + 41*60 + 12},
		{10, 45, halfMarathon, 1*3600 + 39*60 + 17},
	}
	for _, tt := range tests {
		got, ok := Riegel(tt.km, tt.minutes, tt.target)
		if !ok {
			t.Errorf("%v km in %v min is a race", tt.km, tt.minutes)
		}
		tolerance := 1e-3
		if tt.seconds == float64(int(tt.seconds)) {
			tolerance = 0.5 // published to the second
		}
		near(t, "seconds", got*60, tt.seconds, tolerance)
	}
	if _, ok := Riegel(1, 3, 5); ok {
		t.Error("three minutes are too short")
	}
}

func TestRaces_FasterIsBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		km := rapid.Float64Range(3, 30).Draw(t, "km")
		minutes := km * rapid.Float64Range(3, 7).Draw(t, "pace")
		fast, _ := VDOT(km, minutes)
		slow, _ := VDOT(km, minutes*1.01)
		if fast <= slow {
			t.Fatalf("%v km in %v min rates %v, slower rates %v", km, minutes, fast, slow)
		}
		same, ok := Riegel(km, minutes, km)
		if !ok || same != minutes {
			t.Fatalf("the same distance predicts %v of %v", same, minutes)
		}
	})
}
