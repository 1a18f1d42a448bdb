package advice

import (
	"fmt"
	"testing"

	"tandem/coach/training"
)

// trainedFor is a log of five sessions a week that ends the day before monday.
func trainedFor(sessions int) []training.Session {
	var out []training.Session
	for i := range sessions {
		back := -1 - (sessions-1-i)*7/5
		switch i % 5 {
		case 0, 2, 4:
			out = append(out, lift(back, "18:00", 60, fmt.Sprintf("Back Squat 5x5 %d @8; Bench Press 5x5 80 @8; Barbell Row 3x8 60 @7", 90+i%7)))
		default:
			out = append(out, run(back, "07:00", 45, km(8), rated(4)))
		}
	}
	return out
}

// One log is judged the same way whatever the athlete has behind them: what is
// older than 42 days is passed over.
func BenchmarkEvaluate(b *testing.B) {
	for _, n := range []int{50, 2000} {
		b.Run(fmt.Sprintf("%d sessions", n), func(b *testing.B) {
			in := input(person(training.Strength, training.Intermediate), nil,
				append(trainedFor(n), run(0, "17:00", 45, km(9), rated(7)), lift(0, "17:55", 40, "Back Squat 3x5 95 @9"))...)
			for b.Loop() {
				Evaluate(in)
			}
		})
	}
}

func BenchmarkPlan(b *testing.B) {
	req, err := ParsePlan("3 lifts 3 runs key run tue long run sat two-a-days ok")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Plan(req)
	}
}
