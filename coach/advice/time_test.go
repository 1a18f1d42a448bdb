package advice

import (
	"strings"
	"testing"

	"tandem/coach/training"
)

// The clocks of New York go forward on 2027-03-14 at 02:00.
func TestGap_IsElapsedTimeAcrossAClockChange(t *testing.T) {
	in := Input{Profile: person(training.Strength, training.Advanced), Day: monday.Add(13), Now: at(13, "12:00")}
	in.History = []training.Session{lift(12, "21:30", 60, heavySquats)}
	in.Sessions = []training.Session{run(13, "05:00", 40, rated(9))}
	f := find(t, Evaluate(in), "gap-too-short")
	if f.Level != Orange || !strings.Contains(f.Text, "5 h 30") {
		t.Errorf("22:30 to 05:00 is 5 h 30 in the night the clocks go forward: %s %s", f.Level, f.Text)
	}
	in.Sessions = []training.Session{run(13, "05:30", 40, rated(9))}
	if r := Evaluate(in); level(r, "gap-too-short") != "" {
		t.Errorf("22:30 to 05:30 is 6 h: %v", outline(r))
	}
}

// The day is the athlete's own, whatever the date in UTC.
func TestDay_IsTheAthletesOwn(t *testing.T) {
	late := run(0, "22:30", 30, rated(3)) // already Tuesday in UTC
	in := input(person(training.Strength, training.Intermediate), nil, lift(0, "21:25", 60, "Back Squat 3x8 60 @7"), late)
	in.Now = at(0, "23:30")
	if len(in.Sessions) != 2 {
		t.Fatal("both are Monday's")
	}
	if r := Evaluate(in); level(r, "good-order") != Green {
		t.Errorf("lift, then an easy run: %v", outline(r))
	}
}

// A session logged a day late is judged as if it had been logged in time.
func TestBackdatedLog_IsJudgedWithItsNeighbours(t *testing.T) {
	p := person(training.Event, training.Advanced)
	legs, key := lift(-1, "19:00", 60, heavySquats), run(0, "07:00", 50, rated(8), styled(training.Intervals))
	intime := judge(p, nil, legs, key)
	in := Input{Profile: p, Now: at(0, "12:00"), Day: monday.Add(-1), Sessions: []training.Session{legs}, After: []training.Session{key}, Focus: legs.ID}
	late := Evaluate(in)
	if level(intime, "key-run-after-heavy-legs") != Orange || level(late, "key-run-after-heavy-legs") != Orange {
		t.Errorf("in time %v, late %v", outline(intime), outline(late))
	}
}

// A lift logged in several messages is one lift.
func TestLiftsInSeveralMessages_AreOne(t *testing.T) {
	first, second := lift(0, "18:00", 15, "Back Squat 2x5 100 @8"), lift(0, "18:20", 15, "Leg Press 2x10 150 @8")
	r := judge(person(training.General, training.Intermediate), nil, first, second, run(0, "18:40", 20, rated(9)))
	if level(r, "hard-run-after-heavy-legs") != Orange {
		t.Errorf("four hard leg sets in two messages: %v", outline(r))
	}
}

// A lift whose length is only estimated does not clash with what follows.
func TestEstimatedLength_DoesNotClash(t *testing.T) {
	l := lift(0, "18:00", 60, heavySquats)
	l.Estimated = true
	r := judge(person(training.Strength, training.Intermediate), nil, l, run(0, "18:50", 25, rated(3)))
	if r.Ask != "" || level(r, "good-order") != Green {
		t.Errorf("asks %q; %v", r.Ask, outline(r))
	}
}

func TestHIIT_CountsAsCardio(t *testing.T) {
	hiit := run(0, "08:05", 20, rated(9), kind(training.Other), styled(training.Intervals), func(s *training.Session) { s.Activity = "HIIT" })
	r := judge(person(training.Hypertrophy, training.Advanced), nil, lift(0, "07:00", 60, heavySquats), hiit)
	if f := find(t, r, "hard-run-after-heavy-legs"); !strings.Contains(f.Text, "HIIT") {
		t.Errorf("%s", f.Text)
	}
	yoga := run(0, "08:05", 20, kind(training.Other), func(s *training.Session) { s.Activity = "yoga" })
	if r := judge(person(training.Hypertrophy, training.Advanced), nil, lift(0, "07:00", 60, heavySquats), yoga); len(r.Findings) > 1 {
		t.Errorf("yoga is no cardio: %v", outline(r))
	}
}

func TestOwnExercise_LoadsTheLegsAsTheAthleteSays(t *testing.T) {
	in := input(person(training.General, training.Intermediate), nil,
		lift(0, "07:00", 60, "Sandbag Thing 5x8 60 @8"), run(0, "08:05", 20, rated(9)))
	if r := Evaluate(in); level(r, "hard-run-after-heavy-legs") != "" {
		t.Errorf("nothing says legs: %v", outline(r))
	}
	in.Legs = map[string]bool{"sandbag thing": true}
	if r := Evaluate(in); level(r, "hard-run-after-heavy-legs") != Orange {
		t.Errorf("the athlete says legs: %v", outline(r))
	}
}

// What is older than 42 days changes nothing.
func TestHistory_BeyondSixWeeksIsPassedOver(t *testing.T) {
	in := input(person(training.Strength, training.Intermediate), nil, append(trainedFor(30), run(0, "17:00", 45, km(9), rated(7)), lift(0, "17:55", 40, "Back Squat 3x5 95 @9"))...)
	want := Evaluate(in)
	in.History = append(in.History, lift(-200, "18:00", 60, "Back Squat 3x5 300 @8"), run(-100, "18:00", 600, km(100)))
	got := Evaluate(in)
	if got.Verdict != want.Verdict || len(got.Findings) != len(want.Findings) || got.Findings[0].Text != want.Findings[0].Text {
		t.Errorf("%v against %v", outline(got), outline(want))
	}
}
