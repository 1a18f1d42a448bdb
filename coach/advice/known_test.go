package advice

import (
	"strings"
	"testing"
	"time"

	"tandem/coach/training"
)

// logged judges the day of a session right after it was logged, everything
// else having been told before.
func logged(p Profile, focus training.Session, others ...training.Session) Report {
	in := input(p, nil, append(others, focus)...)
	in.Focus = focus.ID
	return Evaluate(in)
}

func TestFirstLog_IsTheOnlySessionThereIs(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	bench := lift(0, "18:00", 30, "Bench Press 5x5 60")
	older := input(p, nil)
	older.Day, older.Sessions, older.Focus = monday.Add(-10), []training.Session{lift(-10, "18:00", 30, "Bench Press 5x5 60")}, "1800l-10"
	followed := older
	followed.Next = monday.Add(-5)
	tests := map[string]struct {
		sees Report
		want Level
	}{
		"nothing else":              {logged(p, bench), Info},
		"a second that day":         {logged(p, bench, lift(0, "08:00", 30, "Back Squat 5x5 60")), ""},
		"right after the first":     {logged(p, bench, lift(0, "17:00", 55, "Back Squat 5x5 60")), ""},
		"a day late":                {logged(p, bench, run(1, "05:00", 30)), Info}, // tomorrow is not done yet
		"ten days late":             {Evaluate(older), Info},
		"late, with one told since": {Evaluate(followed), ""},
		"with something long past":  {awayLong(p, 300), ""},
	}
	for name, tt := range tests {
		if got := level(tt.sees, "first-log"); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}

func TestWhatHasNotBegun_IsNotJudged(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	planned := lift(0, "22:00", 60, heavySquats)
	r := logged(p, planned, run(0, "17:00", 50, rated(8)))
	if len(r.Findings) > 0 || !strings.Contains(r.Verdict, "ahead") {
		t.Errorf("%s %v", r.Verdict, outline(r))
	}
	in := input(p, nil, planned)
	in.Now = at(0, "07:30")
	if s := Today(in, readMonday(in)); strings.Contains(s.Text(), "done today") {
		t.Errorf("counts what is planned as done:\n%s", s.Text())
	}
}

func TestTwins_AreAskedAboutAndCountedOnce(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	first := lift(0, "18:00", 60, heavySquats)
	second := first
	second.ID, second.Start = "again", second.Start.Add(time.Minute)
	r := logged(p, second, first)
	if !strings.Contains(r.Ask, "logged twice") || len(r.Findings) > 0 {
		t.Errorf("asks %q %v", r.Ask, outline(r))
	}
	if d := look(input(p, nil, first, second)); len(d.today) != 1 || d.today[0].hardLegs != 5 {
		t.Errorf("summed: %d", d.today[0].hardLegs)
	}
	other := second
	other.Sets = sets("Back Squat 5x5 102.5 @8")
	if r := logged(p, other, first); strings.Contains(r.Ask, "twice") || !strings.Contains(r.Ask, "overlap") {
		t.Errorf("two lifts at one time: %q", r.Ask)
	}
}

func TestOverlap_IsAskedOnceAndJudgesNothing(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	legs, over := lift(0, "17:00", 60, heavySquats), run(0, "17:30", 45, rated(8))
	r := logged(p, over, legs)
	if !strings.Contains(r.Ask, "overlap") || len(r.Findings) > 0 || !strings.HasPrefix(r.Next, "Answer") {
		t.Errorf("%q %v %q", r.Ask, outline(r), r.Next)
	}
	if r := logged(p, run(0, "20:00", 20, rated(3)), legs, over); strings.Contains(r.Ask, "overlap") {
		t.Errorf("asks again: %q", r.Ask)
	}
}

func TestRunWithoutALength_HasNoOrder(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	unknown := run(0, "18:00", 0, km(8), rated(7))
	for _, r := range []Report{logged(p, unknown, lift(0, "18:00", 60, heavySquats)), logged(p, lift(0, "18:00", 60, heavySquats), unknown)} {
		if !strings.Contains(r.Ask, "How long did your hard run take") || len(r.Findings) > 0 {
			t.Errorf("%q %v", r.Ask, outline(r))
		}
	}
}

func TestCardioOnBothSides_IsNoGoodOrder(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	legs := lift(0, "17:30", 60, heavySquats)
	for name, there := range map[string]training.Session{"easy": run(0, "17:00", 20, rated(3)), "hard": run(0, "16:40", 45, rated(7))} {
		r := logged(p, run(0, "18:35", 20, rated(3)), legs, there)
		if level(r, "good-order") != "" {
			t.Errorf("%s there: %v", name, outline(r))
		}
	}
	r := judge(p, nil, run(0, "15:00", 45, rated(7)), run(0, "16:40", 45, rated(7)), legs)
	if n := len(r.Findings); n == 0 || strings.Count(strings.Join(outline(r), " "), "run-before-lift") != 1 {
		t.Errorf("one order note: %v", outline(r))
	}
}

func TestMismatch_IsSaidOnce(t *testing.T) {
	p := person(training.Endurance, training.Intermediate)
	felt := run(0, "08:00", 40, rated(8), tagged(training.Easy))
	r := logged(p, felt, run(-3, "08:00", 40, rated(3)))
	text := r.Ask + r.Verdict + r.Next
	for _, f := range r.Findings {
		text += f.Text
	}
	if strings.Count(text, "RPE 8") != 1 {
		t.Errorf("%s", text)
	}
	if r := logged(p, run(0, "18:00", 20, rated(3)), felt, run(-3, "08:00", 40, rated(3))); r.Ask != "" {
		t.Errorf("asks again: %q", r.Ask)
	}
}

func TestHeavyLegs_AreThighsAndHips(t *testing.T) {
	d := look(input(Profile{}, nil))
	for text, want := range map[string]bool{
		"Back Squat 5x5 100 @8":          true,
		"Standing Calf Raise 6x10 80 @9": false,
		"Back Squat 5x5 100":             false,
	} {
		if got := d.bout(lift(0, "18:00", 60, text)).heavyLegsDay(); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
	for effort, want := range map[float64]bool{6.5: false, 7: true} {
		if got := d.bout(lift(0, "18:00", 60, "Back Squat 5x5 100", rated(effort))).heavyLegsDay(); got != want {
			t.Errorf("session at RPE %v: %v", effort, got)
		}
	}
	if d := look(input(Profile{}, nil, lift(0, "18:00", 60, "Back Squat 5x5 100"))); d.today[0].heavyLegsDay() {
		t.Error("a set is not heavy against its own estimate")
	}
	if d := look(input(Profile{}, nil, lift(-4, "18:00", 60, "Back Squat 1x3 110 @9"), lift(0, "18:00", 60, "Back Squat 5x5 100"))); !d.today[0].heavyLegsDay() {
		t.Error("100 kg are over 80 % of what was done before")
	}
}
