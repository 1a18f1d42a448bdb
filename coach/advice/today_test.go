package advice

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// suggest asks on Monday morning at 07:30.
func suggest(p Profile, checkIns []recovery.CheckIn, sessions ...training.Session) Suggestion {
	in := input(p, checkIns, sessions...)
	in.Now = at(0, "07:30")
	return Today(in, recovery.Read(monday, checkIns))
}

func TestToday(t *testing.T) {
	strong, racer := person(training.Strength, training.Intermediate), person(training.Event, training.Advanced)
	good := mornings("4 4 4 4 4")
	tests := []struct {
		name     string
		profile  Profile
		checkIns []recovery.CheckIn
		sessions []training.Session
		hold     Hold
		rules    []string
		says     string
	}{
		{"nothing holds back", strong, good, nil, AsPlanned, nil, "as planned"},
		{"no check-in", strong, nil, nil, AsPlanned, nil, "without a check-in"},
		{"one short night is expected to show", strong, nights(5.5), nil, AsPlanned, []string{"short-sleep"}, "5.5 h"},
		{"three short nights", strong, nights(5.5, 6, 5), nil, Easy, []string{"short-sleep"}, "easy"},
		{"all answers at 1", strong, mornings("1 1 1 1 1"), nil, RestDay, []string{"tired-check-in"}, "Rest today"},
		{"heavy legs yesterday evening, strength", strong, good, []training.Session{lift(-1, "18:00", 60, heavySquats)},
			SpareLegs, []string{"legs-recovering"}, "19:00 tomorrow"},
		{"SC07: key run planned after heavy legs, tired and sore", racer, mornings("2 3 2 3 3"), []training.Session{lift(-1, "19:00", 75, heavySquats)},
			Easy, []string{"key-run-after-heavy-legs", "tired-check-in", "keep-lifting"}, "30 to 40 min"},
		{"a long run yesterday", racer, good, []training.Session{run(-1, "09:00", 100, rated(4), styled(training.LongRun))},
			SpareLegs, []string{"hard-run-recovering"}, "until 10:40 today"},
		{"six days in a row", racer, good, runsBefore(30, 5, -6, -5, -4, -3, -2, -1), RestDay, []string{"no-rest-day"}, "6 days in a row"},
		{"five days in a row", racer, good, runsBefore(30, 5, -5, -4, -3, -2, -1), AsPlanned, nil, "key run first"},
		{"pain", racer, []recovery.CheckIn{func() recovery.CheckIn { c := checkIn(0, "4 4 4 4 4", 8); c.Pain = "left shin"; return c }()}, nil,
			Easy, []string{"pain"}, "left shin"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := suggest(tt.profile, tt.checkIns, tt.sessions...)
			if s.Hold != tt.hold {
				t.Errorf("holds %d, want %d", s.Hold, tt.hold)
			}
			var rules []string
			for _, f := range s.Findings {
				rules = append(rules, f.Rule)
			}
			if diff := cmp.Diff(tt.rules, rules); diff != "" {
				t.Error(diff)
			}
			if !strings.Contains(s.Text(), tt.says) {
				t.Errorf("does not say %q:\n%s", tt.says, s.Text())
			}
		})
	}
}

// A beginner is not warned about a key run the way an advanced runner is.
func TestToday_BeginnerIsWarnedOneStepLess(t *testing.T) {
	legs := lift(-1, "19:00", 75, heavySquats)
	for e, want := range map[training.Experience]Level{training.Beginner: Yellow, training.Advanced: Orange} {
		if s := suggest(person(training.Event, e), nil, legs); s.Findings[0].Level != want {
			t.Errorf("%s: %s, want %s", e, s.Findings[0].Level, want)
		}
	}
}

func TestFollowUps(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	kinds := func(in Input, s training.Session) []string {
		var out []string
		for _, f := range Look(in).FollowUps(s) {
			out = append(out, f.Kind+" "+f.Due.Sub(s.End()).String())
			if f.Text == "" {
				t.Errorf("%s says nothing", f.Kind)
			}
		}
		return out
	}
	legs := lift(0, "18:00", 60, heavySquats)
	jog := run(0, "19:05", 25, rated(3))
	tests := []struct {
		name string
		of   training.Session
		day  []training.Session
		want []string
	}{
		{"heavy legs", legs, []training.Session{legs}, []string{"refuel 30m0s", "six-hours 6h0m0s", "soreness-24h 24h0m0s", "soreness-72h 72h0m0s"}},
		{"heavy legs with a run after them already", legs, []training.Session{legs, jog}, []string{"refuel 30m0s", "soreness-24h 24h0m0s", "soreness-72h 72h0m0s"}},
		{"an easy run alone", jog, []training.Session{jog}, nil},
		{"an easy run as the second session", jog, []training.Session{legs, jog}, []string{"refuel 30m0s"}},
		{"a hard run", run(0, "18:00", 40, rated(8)), nil, []string{"refuel 30m0s"}},
		{"a hard run with food in the note", run(0, "18:00", 40, rated(8), noted("big dinner after")), nil, nil},
		{"light upper body", lift(0, "18:00", 40, "Bench Press 3x10 40 @6"), nil, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(tt.want, kinds(input(p, nil, tt.day...), tt.of)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// readMonday is the readiness of the input's day.
func readMonday(in Input) recovery.Readiness { return recovery.Read(in.Day, in.CheckIns) }
