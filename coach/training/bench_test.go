package training

import (
	"testing"
	"time"
)

// The design asks for at most 50 µs an entry.
func BenchmarkParse(b *testing.B) {
	c := Context{Now: time.Date(2026, 11, 23, 19, 30, 0, 0, time.UTC), Zone: time.UTC, Units: Metric, Own: map[string]bool{"sled hill": true}}
	for name, text := range map[string]string{
		"lift":    "lift squat 5x5 100kg @8; bench 3x8 60kg",
		"run":     "run 8km 45:00 rpe 6 easy yesterday 18:30",
		"repeats": "run 6x400m 1:30 r90s rpe 9",
		"typo":    "romanain deadlift 3x8 80kg",
		"own":     "zercher march 3x10 40kg",
		"push":    "Push day: bench 4x8 70kg, ohp 3x8 40kg, dips 3x10, lateral raise 3x15 8kg. 55 min, rpe 7",
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse(text, c); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkLine(b *testing.B) {
	e, err := Parse("lift 60min rpe 8 squat 60x5 w, 100x5x5 @8; bench 3x8 60kg", Context{Now: time.Unix(1_800_000_000, 0)})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		_ = e.Sessions[0].Line(Imperial)
	}
}

func BenchmarkLooksLikeLog_Talk(b *testing.B) {
	for b.Loop() {
		LooksLikeLog("how long should I wait between heavy squats and a tempo run")
	}
}
