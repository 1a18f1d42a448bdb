package advice

import (
	"strings"
	"testing"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

func TestPlainSession_IsMetWithAFactOfItsOwn(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	imperial := p
	imperial.Units = training.Imperial
	before := lift(-4, "18:00", 60, "Back Squat 3x5 100 @8")
	tests := map[string]struct {
		sees Report
		want string
	}{
		"more weight":         {logged(p, lift(0, "18:00", 60, "Back Squat 3x5 101.25 @8"), before), "Back squat up 1.25 kg on last time: well done."},
		"more weight, in lb":  {logged(imperial, lift(0, "18:00", 60, "Back Squat 3x5 102.26796185 @8"), before), "Back squat up 5 lb on last time: well done."},
		"more reps":           {logged(p, lift(0, "18:00", 60, "Back Squat 3x6 100 @8"), before), "3 reps more of back squat than last time: well done."},
		"a light day between": {logged(p, lift(0, "18:00", 60, "Back Squat 3x5 102.5 @9"), before, lift(-2, "18:00", 60, "Back Squat 3x10 80 @8")), "Back squat up 2.5 kg on last time: well done."},
		"felt easier":         {logged(p, lift(0, "18:00", 60, "Back Squat 3x5 100 @7.5"), before), "The same back squat as last time, and it felt easier: well done."},
		"the same":            {logged(p, lift(0, "18:00", 60, "Back Squat 3x5 100 @8"), before), "Your second lift in seven days is in: 3 working sets."},
		"another exercise":    {logged(p, lift(0, "18:00", 60, "Bench Press 3x5 60 @8"), lift(-9, "18:00", 60, "Back Squat 3x5 100 @8")), "Your lift is in: 3 working sets."},
		"an easy run":         {logged(p, run(0, "18:00", 30, rated(3)), run(-2, "18:00", 30, rated(3)), run(-4, "18:00", 30, rated(3))), "Your third run in seven days, kept easy."},
		"a hard run":          {logged(p, run(0, "18:00", 30, rated(8)), run(-4, "18:00", 30, rated(3))), "That was a hard one: well done."},
		"a long run":          {logged(p, run(0, "08:00", 80, rated(4)), run(-4, "18:00", 30, rated(3))), "A long one is in: well done."},
		"a walk":              {logged(p, run(0, "18:00", 30, kind(training.Walk)), before), "A walk counts too."},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if tt.sees.Verdict != tt.want {
				t.Errorf("%q, want %q; %v", tt.sees.Verdict, tt.want, outline(tt.sees))
			}
		})
	}
}

func TestEasyOnALowMorning_IsTheRightCall(t *testing.T) {
	p := person(training.Endurance, training.Intermediate)
	tired := mornings("2 4 4 4 4", "2 4 4 4 4", "2 4 4 4 4")
	past := run(-4, "18:00", 30, rated(3))
	easy := judge(p, tired, past, run(0, "18:00", 30, rated(3)))
	if easy.Verdict != "Easy was the right call today." || level(easy, "kept-easy") != Green || level(easy, "fatigue") != Yellow {
		t.Errorf("%s %v", easy.Verdict, outline(easy))
	}
	hard := judge(p, tired, past, run(0, "18:00", 30, rated(8)))
	if level(hard, "kept-easy") != "" || !strings.Contains(hard.Verdict, "asking for less") {
		t.Errorf("%s %v", hard.Verdict, outline(hard))
	}
	if good := judge(p, mornings("4 4 4 4 4"), past, run(0, "18:00", 30, rated(3))); level(good, "kept-easy") != "" {
		t.Errorf("on a good morning: %v", outline(good))
	}
}

func TestFatigue_ThatIsOverIsCalledSo(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	r := judge(p, mornings("2 4 4 4 4", "2 4 4 4 4", "2 4 4 4 4", "3 4 4 4 4", "4 4 4 4 4"), lift(0, "18:00", 60, heavySquats))
	if level(r, "fatigue") != Yellow || !strings.Contains(r.Verdict, "Fresher") || strings.Contains(r.Findings[0].Text, "more than you recover") {
		t.Errorf("%s %+v", r.Verdict, r.Findings)
	}
}

func TestBestOnAShortNight_IsNotScolded(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	r := judge(p, []recovery.CheckIn{checkIn(0, "4 4 4 4 4", 5.5)}, lift(-8, "18:00", 60, heavySquats), lift(-4, "18:00", 60, heavySquats), lift(0, "18:00", 60, "Back Squat 5x5 105 @8"))
	if level(r, "short-sleep") != Info || !strings.Contains(r.Verdict, "best back squat") {
		t.Errorf("%s %v", r.Verdict, outline(r))
	}
	for _, f := range r.Findings {
		if strings.Contains(f.Text, "no measure") {
			t.Errorf("%s", f.Text)
		}
	}
}

func TestBest_IsToldWithTheLiftThatBringsIt(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	best := lift(0, "08:00", 60, "Back Squat 5x5 105 @8")
	past := []training.Session{lift(-8, "18:00", 60, heavySquats), lift(-4, "18:00", 60, heavySquats), best}
	if r := logged(p, run(0, "18:00", 30, rated(3)), past...); level(r, "best-in-six-weeks") != "" {
		t.Errorf("told again with the run: %v", outline(r))
	}
	if r := logged(p, best, past[:2]...); level(r, "best-in-six-weeks") != Green {
		t.Errorf("%v", outline(r))
	}
}

func TestToday_LeavesOutARecoveryThatIsAlmostOver(t *testing.T) {
	p := person(training.Endurance, training.Intermediate)
	for name, tt := range map[string]struct {
		at   string
		want bool
	}{"22 h ago": {"13:00", true}, "23 h ago": {"12:00", false}} {
		r := run(-1, tt.at, 60, rated(8))
		in := input(p, nil, r)
		in.Now = at(0, "12:00")
		s := Today(in, recovery.Read(in.Day, in.CheckIns))
		told := false
		for _, f := range s.Findings {
			told = told || f.Rule == "hard-run-recovering"
		}
		if told != tt.want {
			t.Errorf("%s: told %v: %+v", name, told, s)
		}
	}
}

func TestKeyRunJustShortOfADay_SaysByHowMuch(t *testing.T) {
	r := judge(person(training.Event, training.Intermediate), nil, lift(-1, "17:15", 60, heavySquats), run(0, "17:30", 40, rated(8), styled(training.Intervals)))
	if level(r, "key-run-after-heavy-legs") != Orange || !strings.Contains(r.Findings[0].Text, "45 min short of 24 h") {
		t.Errorf("%+v", r.Findings)
	}
}
