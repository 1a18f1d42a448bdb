package advice

import (
	"strings"
	"testing"

	"tandem/coach/training"
)

func TestLoadText_ShowsWhatThereAreDaysFor(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	young := reviewed(p, nil, lift(-5, "18:00", 60, "Back Squat 5x5 105 @8"), run(-2, "10:00", 50, km(9), rated(4))).LoadText()
	for _, want := range []string{"Load 620: lifting 420, cardio 200", "Wed 420", "Sat 200", "from 14 days of training on: day 6"} {
		if !strings.Contains(young, want) {
			t.Errorf("does not say %q:\n%s", want, young)
		}
	}
	if strings.Contains(young, "Monotony") || strings.Contains(young, "form") {
		t.Errorf("shows what six days cannot:\n%s", young)
	}
	old := reviewed(p, nil, append(steadyWeeks(8), lift(-5, "18:00", 60, "Back Squat 5x5 105 @8"), run(-2, "10:00", 50, km(9), rated(4)))...).LoadText()
	for _, want := range []string{"Fitness ", "fatigue ", "form ", "six-week average", "Monotony 0.6, strain "} {
		if !strings.Contains(old, want) {
			t.Errorf("does not say %q:\n%s", want, old)
		}
	}
	heavy := reviewed(p, nil, append(steadyWeeks(8), lift(-5, "18:00", 300, "Back Squat 5x5 105 @8"), run(-1, "10:00", 240, km(30), rated(8)))...).LoadText()
	if !strings.Contains(heavy, "form −2") || strings.Contains(heavy, "−,") || !strings.Contains(heavy, "weighs more") {
		t.Errorf("a heavy week:\n%s", heavy)
	}
	if strings.Contains(old, "building") {
		t.Errorf("still building after nine weeks:\n%s", old)
	}
}
