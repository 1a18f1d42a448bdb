package advice

import (
	"strings"
	"testing"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

func TestWeek_WithOneSession_SaysWhatWouldHelp(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	r := reviewed(p, nil, append(steadyWeeks(3), lift(-2, "18:00", 60, "Back Squat 3x5 100 @8"))...)
	if r.Verdict != "A quiet week." || !strings.HasPrefix(r.Change, "Plan one more day") {
		t.Errorf("%s\n%s", r.Verdict, r.Change)
	}
	p.Deload = true
	r = reviewed(p, nil, append(steadyWeeks(3), lift(-2, "18:00", 60, "Back Squat 3x5 100 @8"))...)
	if !strings.HasPrefix(r.Verdict, "An easy week, as planned") || !strings.Contains(r.Text(), "planned easy week") || strings.Contains(r.Change, "one more day") {
		t.Errorf("%s", r.Text())
	}
}

func TestWeek_SaysThatAnEventIsNear(t *testing.T) {
	for days, want := range map[int]bool{14: true, 15: false} {
		p := person(training.Event, training.Intermediate)
		p.Event = monday.Add(days)
		r := reviewed(p, nil, append(steadyWeeks(3), lift(-5, "18:00", 60, "Bench Press 3x8 60 @7"), run(-2, "10:00", 40, km(6), rated(4)))...)
		if got := strings.Contains(r.Text(), "to your event") && strings.Contains(r.Change, "Cut volume"); got != want {
			t.Errorf("%d days:\n%s", days, r.Text())
		}
	}
}

func TestWeek_SpeaksOfItsDaysAndInWholeNumbers(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	short := []recovery.CheckIn{checkIn(-2, "4 4 4 4 4", 5.5), checkIn(0, "4 4 4 4 4", 5)}
	sessions := append(steadyWeeks(1), run(-2, "10:00", 33.3, km(6), rated(4.5)), run(0, "10:00", 30, km(5), rated(4)), run(-1, "10:00", 0, km(5)))
	text := reviewed(p, short, sessions...).Text()
	for _, want := range []string{"On 2 days, for example Mon: You slept 5 h", "that day is no measure", "1 session is not in it"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q:\n%s", want, text)
		}
	}
	for _, never := range []string{"today", "of which", "want of", "269.8"} {
		if strings.Contains(text, never) {
			t.Errorf("says %q:\n%s", never, text)
		}
	}
}

func TestWeek_CountsWhatIsDoneOnce(t *testing.T) {
	first := lift(-1, "18:00", 60, heavySquats, rated(8))
	again := first
	again.ID = "again"
	r := reviewed(person(training.Strength, training.Intermediate), nil, first, again, run(0, "21:30", 40, rated(4)))
	if r.Lifts != 1 || r.Cardio != 0 || r.LiftLoad != 480 {
		t.Errorf("%+v", r)
	}
}
