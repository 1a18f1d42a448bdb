package advice

import (
	"strings"
	"testing"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// words of a report, all of it.
func (r Report) words() string {
	parts := []string{r.Ask, r.Verdict}
	for _, f := range r.Findings {
		parts = append(parts, f.Text)
	}
	return strings.Join(append(parts, r.Next), "\n")
}

func TestLateLog_NamesTheDayAndNoMeal(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	day := liftAfter(0, heavySquats, 45, rated(7))
	in := input(p, nil, day...)
	in.Focus, in.Now = day[1].ID, at(3, "08:00")
	r := Evaluate(in)
	if !strings.Contains(r.Verdict, "on Monday") || strings.Contains(r.words(), "today") || level(r, "fuel") != "" {
		t.Errorf("%s", r.words())
	}
}

func TestFuel_IsForTheNextThreeHours(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	day := []training.Session{lift(0, "17:00", 60, heavySquats), run(0, "18:10", 25, rated(3))} // ends 18:35
	for clock, want := range map[string]Level{"21:35": Info, "21:36": ""} {
		in := input(p, nil, day...)
		in.Focus, in.Now = day[1].ID, at(0, clock)
		if got := level(Evaluate(in), "fuel"); got != want {
			t.Errorf("%s: %q", clock, got)
		}
	}
}

func TestCardioAfterLift_SaysWhatWasTooMuch(t *testing.T) {
	p := person(training.General, training.Intermediate)
	f := find(t, judge(p, nil, runAfter(0, "Back Squat 3x8 60 @7", 35, rated(5))...), "cardio-after-lift-dose")
	if !strings.Contains(f.Text, "harder than") || !strings.Contains(f.Text, "length was fine") || !strings.HasPrefix(f.Text, "A 35-min run") {
		t.Errorf("effort: %s", f.Text)
	}
	f = find(t, judge(p, nil, runAfter(0, "Back Squat 3x8 60 @7", 50, rated(3))...), "cardio-after-lift-dose")
	if !strings.Contains(f.Text, "more than the easy 20 to 40 min") {
		t.Errorf("minutes: %s", f.Text)
	}
}

func TestRunSpike_IsSoftWhereLittleIsKnown(t *testing.T) {
	p := person(training.Endurance, training.Intermediate)
	spike := func(first int, u training.Units) (Report, Finding) {
		p.Units = u
		r := judge(p, nil, run(first, "08:00", 30, km(5), rated(3)), run(-2, "08:00", 30, km(5), rated(3)), run(0, "08:00", 60, km(11), rated(3)))
		return r, find(t, r, "run-spike")
	}
	for first, want := range map[int]Level{-6: Info, -7: Yellow, -29: Yellow, -30: Orange} {
		r, f := spike(first, training.Metric)
		if f.Level != want || strings.Contains(f.Text, "I know only") != (want != Orange) || strings.Contains(r.Next, "5.5 km") != (want != Info) {
			t.Errorf("%d: %s %s\n%s", first, f.Level, f.Text, r.Next)
		}
	}
	if _, f := spike(-30, training.Imperial); !strings.Contains(f.Text, "6.84 mi") || !strings.Contains(f.Text, "3.11 mi") {
		t.Errorf("%s", f.Text)
	}
}

func TestAlerts_AreForTheSessionThatBringsThem(t *testing.T) {
	p := person(training.Endurance, training.Intermediate)
	back, evening := run(0, "08:00", 60, km(11), rated(3)), run(0, "18:00", 20, km(2), rated(3))
	past := []training.Session{run(-20, "08:00", 30, km(5), rated(3)), run(-40, "08:00", 30, km(5), rated(3)), back}
	r := logged(p, back, past[:2]...)
	if level(r, "run-spike") == "" || level(r, "return-after-break") == "" {
		t.Errorf("%v", outline(r))
	}
	if r := logged(p, evening, past...); level(r, "run-spike") != "" || level(r, "return-after-break") != "" {
		t.Errorf("again: %v", outline(r))
	}
	if r := judge(p, nil, append(past, evening)...); level(r, "run-spike") == "" {
		t.Errorf("the whole day keeps it: %v", outline(r))
	}
}

func TestFatigue_IsOfLateAndSaidOnceADay(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	tired := mornings("2 4 4 4 4", "2 4 4 4 4", "2 4 4 4 4")
	first, second := lift(0, "08:00", 40, "Bench Press 3x8 60 @6"), run(0, "18:00", 20, rated(3))
	in := input(p, tired, first, second)
	in.Focus = second.ID
	if r := Evaluate(in); level(r, "fatigue") != "" {
		t.Errorf("an easy second session hears it again: %v", outline(r))
	}
	hard := input(p, tired, first, lift(0, "18:00", 60, heavySquats))
	hard.Focus = hard.Sessions[1].ID
	if r := Evaluate(hard); level(r, "fatigue") != Info || strings.Contains(r.Verdict, "less") {
		t.Errorf("%s %v", r.Verdict, outline(r))
	}
	in.Focus = first.ID
	if r := Evaluate(in); level(r, "fatigue") != Yellow {
		t.Errorf("first: %v", outline(r))
	}
	in.Sessions, in.Focus = in.Sessions[:1], first.ID
	in.CheckIns = tired[:2]
	in.CheckIns = append(in.CheckIns, checkIn(-5, "2 4 4 4 4", 8))
	in.CheckIns[1].At = in.Now.Add(-36*time.Hour - time.Minute)
	if r := Evaluate(in); level(r, "fatigue") != "" {
		t.Errorf("stale: %v", outline(r))
	}
}

func TestUsual_LeavesOutWhatSomethingElseExplains(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	past := []training.Session{lift(-12, "18:00", 60, "Back Squat 3x5 100 @8")}
	for _, d := range []int{-9, -6, -3} {
		past = append(past, run(d, "16:30", 45, rated(7)), lift(d, "18:00", 60, "Back Squat 3x5 90 @8"))
	}
	r := judge(p, nil, append(past, run(0, "16:30", 45, rated(7)), lift(0, "18:00", 60, "Back Squat 3x5 95 @8"))...)
	if f := find(t, r, "second-session-slower"); !strings.Contains(f.Text, "usually 123.5 kg") {
		t.Errorf("%s", f.Text)
	}
}

func TestBest_IsOfAsManyWeeksAsAreKnown(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	for first, want := range map[int]string{-5: "so far", -18: "in 3 weeks", -40: "in six weeks"} {
		r := judge(p, nil, lift(first, "18:00", 60, "Bench Press 3x5 60 @8"), lift(-4, "18:00", 60, "Bench Press 3x5 60 @8"), lift(0, "18:00", 60, "Bench Press 3x5 70 @8"))
		if f := find(t, r, "best-in-six-weeks"); !strings.Contains(f.Text, want) {
			t.Errorf("%d: %s", first, f.Text)
		}
	}
}

func TestCheckIn_IsOnlyAskedForWhenPlanned(t *testing.T) {
	for planned, want := range map[bool]bool{true: true, false: false} {
		p := person(training.Strength, training.Intermediate)
		p.CheckIns = planned
		if r := logged(p, lift(0, "18:00", 30, "Bench Press 5x5 60")); strings.Contains(r.Next, "Check in") != want {
			t.Errorf("planned %v: %s", planned, r.Next)
		}
	}
}

func TestBeginner_IsNotSentFurtherThanTheyHaveBeen(t *testing.T) {
	p := person(training.General, training.Beginner)
	morning := mornings("4 4 4 1 4", "4 4 4 1 4")
	for longest, want := range map[float64]string{18: "up to 18 min", 60: "30 to 40 min"} {
		if s := suggest(p, morning, run(-3, "18:00", longest, rated(3))); !strings.Contains(s.Next, want) {
			t.Errorf("%v min: %s", longest, s.Next)
		}
	}
}

func TestPain_IsFreeOfImpact(t *testing.T) {
	p := person(training.Endurance, training.Intermediate)
	told := func(words string, answers string) Suggestion {
		c := checkIn(0, answers, 8)
		c.Pain = words
		return suggest(p, []recovery.CheckIn{c}, run(-3, "18:00", 60, rated(3)))
	}
	for words, want := range map[string]string{"left knee": "No impact: cycle or swim", "knee 6/10": "Stop everything with impact", "left shoulder": "Leave out whatever hurts",
		"upper back": "Leave out whatever hurts", "lower back 7 out of 10": "Stop everything with impact", "somewhere": "No impact"} {
		if s := told(words, "4 4 4 4 4"); !strings.Contains(s.Next, want) || strings.Contains(s.Next, "run easy") {
			t.Errorf("%s: %s", words, s.Next)
		}
	}
	if s := told("knee", "1 1 1 1 1"); strings.Contains(s.Next, "walk") {
		t.Errorf("%s", s.Next)
	}
}

func TestRestDay_SuggestsNoTraining(t *testing.T) {
	for _, answers := range []string{"1 1 1 1 1", "2 2 2 2 2"} {
		s := suggest(person(training.General, training.Intermediate), mornings(answers, answers), lift(-1, "18:00", 60, heavySquats), run(-2, "18:00", 30, rated(3)))
		text := s.Text()
		if s.Verdict != "Rest today." || strings.Contains(text, "easy") || strings.Contains(text, "upper body") {
			t.Errorf("%s:\n%s", answers, text)
		}
	}
	worst := checkIn(0, "1 1 1 1 1", 3)
	if s := suggest(person(training.General, training.Intermediate), []recovery.CheckIn{worst}); severity[s.Findings[0].Level] < severity[Orange] {
		t.Errorf("%+v", s.Findings)
	}
	if r := judge(person(training.General, training.Intermediate), []recovery.CheckIn{worst}, run(0, "18:00", 30, rated(3))); severity[r.Findings[0].Level] < severity[Orange] {
		t.Errorf("%v", outline(r))
	}
}

func TestFineAtYourLevel_IsSaidOnceAWeek(t *testing.T) {
	p := person(training.General, training.Beginner)
	full := func(d int) training.Session { return lift(d, "18:00", 45, "", rated(5), region(training.FullBody)) }
	past := []training.Session{full(-5)}
	if r := logged(p, run(-3, "18:00", 20, rated(3)), past...); r.Verdict == "" {
		t.Error("no verdict")
	}
	past = append(past, run(-3, "18:00", 20, rated(3)))
	if r := logged(p, full(0), past...); level(r, "fine-at-your-level") != "" {
		t.Errorf("%v", outline(r))
	}
	if r := logged(p, run(0, "18:00", 20, rated(3)), full(-5)); level(r, "fine-at-your-level") != Green {
		t.Errorf("%v", outline(r))
	}
}

func TestWords_AgreeInNumber(t *testing.T) {
	d := look(input(Profile{}, nil))
	intervals := d.bout(run(0, "08:00", 25, styled(training.Intervals)))
	easy := d.bout(run(0, "08:00", 27, rated(3)))
	eight := d.bout(run(0, "08:00", 18, rated(8)))
	for got, want := range map[string]string{
		intervals.ago(23 * time.Hour):  "Your intervals were 23 h ago.",
		easy.ago(time.Minute):          "Your easy run is only just done.",
		easy.a(easy.timed()):           "a 27-min easy run",
		eight.a(eight.timed()):         "an 18-min hard run",
		easy.a(easy.name()):            "an easy run",
		intervals.a(intervals.timed()): "25-min intervals",
		percent(83.3):                  "83 %",
		percent(16.66):                 "16.7 %",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestPain_ComesBeforeWhatTheGoalAsksFor(t *testing.T) {
	told := checkIn(0, "4 4 4 4 4", 8)
	told.Pain = "left knee"
	s := suggest(person(training.Endurance, training.Advanced), []recovery.CheckIn{told}, lift(-1, "20:00", 60, heavySquats))
	if len(s.Findings) < 2 || s.Findings[0].Rule != "pain" {
		t.Errorf("%+v", s.Findings)
	}
}

func TestFirstLog_NamesAMaximumOfABarbellOnly(t *testing.T) {
	p := person(training.General, training.Beginner)
	r := logged(p, lift(0, "18:00", 30, "Kettlebell Swing 3x10 16; Back Squat 3x5 60"))
	if len(r.Findings) == 0 || !strings.Contains(r.Findings[0].Text, "estimated back squat max about 70 kg") {
		t.Errorf("%+v", r.Findings)
	}
	if r := logged(p, lift(0, "18:00", 30, "Kettlebell Swing 3x10 16")); strings.Contains(r.Findings[0].Text, "max") {
		t.Errorf("%s", r.Findings[0].Text)
	}
}

// TestPair_IsToldOnce: what the second of two sessions brought is not said again
// with every session logged after it, nor set by set.
func TestPair_IsToldOnce(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	hard := run(0, "10:00", 40, rated(7))
	squats := lift(0, "11:30", 30, heavySquats)
	if r := logged(p, squats, hard); level(r, "run-before-lift") != Orange {
		t.Fatalf("the lift after the run: %q", outline(r))
	}
	for name, next := range map[string]training.Session{
		"another exercise": lift(0, "12:05", 15, "Bench Press 3x5 80 @7"),
		"an easy run":      run(0, "19:30", 20, rated(2)),
	} {
		if r := logged(p, next, hard, squats); level(r, "run-before-lift") != "" {
			t.Errorf("%s: told again: %q", name, outline(r))
		}
	}
	if r := judge(p, nil, hard, squats, run(0, "19:30", 20, rated(2))); level(r, "run-before-lift") != Orange {
		t.Errorf("the whole day: %q", outline(r))
	}
}

func TestWalk_CostsNoLiftUnlessItWasFelt(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	walk := run(0, "08:00", 60, kind(training.Walk))
	squats := lift(0, "12:00", 45, heavySquats)
	if r := judge(p, nil, walk, squats); level(r, "run-before-lift") != "" {
		t.Errorf("a stroll: %q", outline(r))
	}
	walk.RPE = effort(6)
	if r := judge(p, nil, walk, squats); level(r, "run-before-lift") == "" {
		t.Errorf("a hard march: %q", outline(r))
	}
}

// TestRunSpike_IsABeginnersFromTheirFirstWeek: a beginner has no longer runs that
// the log does not know; anybody else may.
func TestRunSpike_IsABeginnersFromTheirFirstWeek(t *testing.T) {
	for experience, want := range map[training.Experience]Level{training.Beginner: Yellow, training.Intermediate: Info} {
		p := person(training.General, experience)
		r := judge(p, nil, run(-4, "08:00", 21, km(3), rated(4)), run(0, "08:00", 45, km(6), rated(5)))
		f := find(t, r, "run-spike")
		if f.Level != want {
			t.Errorf("%s: %s %q", experience, f.Level, f.Text)
		}
		if next := strings.Contains(r.Next, "3.3 km"); next != (want == Yellow) {
			t.Errorf("%s: %q", experience, r.Next)
		}
	}
}
