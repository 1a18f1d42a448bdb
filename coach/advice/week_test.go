package advice

import (
	"strings"
	"testing"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// reviewed is the week that ends on monday.
func reviewed(p Profile, checkIns []recovery.CheckIn, sessions ...training.Session) WeekReport {
	return Week(WeekInput{Profile: p, Now: at(0, "20:00"), Day: monday, Sessions: sessions, CheckIns: checkIns})
}

// steadyWeeks are weeks of the same training before the last one: squats on
// Wednesday and an easy run on Saturday.
func steadyWeeks(n int) []training.Session {
	var out []training.Session
	for k := n; k >= 1; k-- {
		out = append(out, lift(-7*k-5, "18:00", 60, "Back Squat 5x5 100 @8"), run(-7*k-2, "10:00", 50, km(8), rated(4)))
	}
	return out
}

func TestWeek_CountsLoadOrderAndRecords(t *testing.T) {
	r := reviewed(person(training.Strength, training.Intermediate), nil, append(steadyWeeks(5),
		lift(-5, "18:00", 60, "Back Squat 5x5 105 @8"), run(-5, "19:05", 25, km(4), rated(3)), run(-2, "10:00", 50, km(9), rated(4)))...)
	if r.Lifts != 1 || r.Cardio != 2 || r.RunKm != 13 || r.LiftLoad != 420 || r.CardioLoad != 275 || r.Unknown != 0 {
		t.Errorf("%+v", r)
	}
	text := r.Text()
	for _, want := range []string{"1 lift and 2 cardio sessions (13 km of running), 5 days without training", "Load 695", "your usual",
		"first on the one day with both", "Record: Back Squat: estimated max 129.5 kg, before 123.5 kg", "Record: Longest run: 9 km, before 8 km"} {
		if !strings.Contains(text, want) {
			t.Errorf("does not say %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "CTL") || r.Empty || r.Change == "" {
		t.Errorf("%s", text)
	}
}

func TestWeek_NamesTheDayAndOneThingToChange(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	r := reviewed(p, nil, append(steadyWeeks(1), daysAgo(5, liftAfter(0, heavySquats, 45, rated(7)))...)...)
	if r.Change != "On days with both, lift first." || len(r.Findings) == 0 || !strings.HasPrefix(r.Findings[0].Text, "Wed: ") {
		t.Errorf("%s\n%v", r.Change, r.Findings)
	}
}

func TestWeek_WithoutTraining(t *testing.T) {
	if r := reviewed(person(training.Strength, training.Intermediate), nil, steadyWeeks(2)...); !r.Empty || r.Verdict == "" || r.Change == "" || len(r.Findings) > 0 {
		t.Errorf("%+v", r)
	}
}

func TestWeek_KnowsItsUsualOnlyAfterFourWeeks(t *testing.T) {
	p := person(training.General, training.Intermediate)
	for first, want := range map[int]bool{-26: false, -27: true} {
		r := reviewed(p, nil, run(first, "10:00", 50, km(8), rated(4)), run(-2, "10:00", 50, km(8), rated(4)))
		if got := strings.Contains(r.Text(), "your usual"); got != want {
			t.Errorf("first log %d days back: %s", first, r.Text())
		}
	}
}

func TestWeek_MonotonyIsHeldAgainstOnesOwn(t *testing.T) {
	p := person(training.General, training.Intermediate)
	even := func(weeks int) []training.Session {
		sessions := steadyWeeks(weeks)
		for d := -6; d <= -1; d++ {
			sessions = append(sessions, run(d, "10:00", 50, km(5), rated(4)))
		}
		return sessions
	}
	if r := reviewed(p, nil, even(9)...); !hasRule(r.Findings, "monotony") {
		t.Errorf("an even week after nine uneven ones: %v", r.Findings)
	}
	if r := reviewed(p, nil, even(7)...); hasRule(r.Findings, "monotony") {
		t.Errorf("seven weeks are not enough: %v", r.Findings)
	}
}

func TestWeek_VolumeIsReadOnceFourWeeksAreKnown(t *testing.T) {
	strong := person(training.Hypertrophy, training.Intermediate)
	little := append(steadyWeeks(5), lift(-3, "18:00", 60, "Bench Press 3x10 60 @8"))
	if r := reviewed(strong, nil, little...); !hasRule(r.Findings, "volume-low") {
		t.Errorf("three sets of bench: %v", r.Findings)
	}
	strong.Deload = true
	if r := reviewed(strong, nil, little...); hasRule(r.Findings, "volume-low") {
		t.Errorf("little is the plan in a deload: %v", r.Findings)
	}
}

// Fifteen sets are the top of the range for an intermediate: 130 % of it is 19.5.
func TestVolume_HighFrom130Percent(t *testing.T) {
	p := person(training.Hypertrophy, training.Intermediate)
	for sets, want := range map[string]Level{"19": "", "20": Yellow} {
		r := judge(p, nil, append(steadyWeeks(5), lift(0, "18:00", 80, "Bench Press "+sets+"x8 60 @8"))...)
		if got := level(r, "volume-per-muscle"); got != want {
			t.Errorf("%s sets: %q, want %q", sets, got, want)
		}
	}
}

func TestWeek_SleepTarget(t *testing.T) {
	p := person(training.General, training.Intermediate)
	day := run(-1, "10:00", 50, km(8), rated(4))
	for name, tt := range map[string]struct {
		nights []float64
		want   bool
	}{"7 h": {[]float64{7, 7, 7, 7, 7}, false}, "6.9 h": {[]float64{7, 7, 7, 7, 6.5}, true}, "four nights": {[]float64{6.5, 6.5, 6.5, 6.5}, false}} {
		if r := reviewed(p, nights(tt.nights...), day); hasRule(r.Findings, "sleep-target") != tt.want {
			t.Errorf("%s: %v", name, r.Findings)
		}
	}
}

func TestWeek_WithoutADayOff(t *testing.T) {
	r := reviewed(person(training.Endurance, training.Intermediate), nil, append(runsBefore(30, 5, -6, -5, -4, -3, -2, -1), run(0, "18:00", 30, km(5), rated(4)))...)
	if !hasRule(r.Findings, "no-rest-day") || r.Change != "Keep one day free." {
		t.Errorf("%v, %s", r.Findings, r.Change)
	}
}

func hasRule(findings []Finding, rule string) bool {
	for _, f := range findings {
		if f.Rule == rule {
			return true
		}
	}
	return false
}
