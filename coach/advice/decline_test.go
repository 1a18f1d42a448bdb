package advice

import (
	"strings"
	"testing"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// squats are squat sessions a week apart, ending today, one weight each.
func squats(weights ...string) []training.Session {
	var out []training.Session
	for i, w := range weights {
		out = append(out, lift(-4*(len(weights)-1-i), "18:00", 60, "Back Squat 3x5 "+w+" @8"))
	}
	return out
}

func TestDecline(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	deload := p
	deload.Deload = true
	race := p
	race.Event = monday.Add(5)
	shortNight := []recovery.CheckIn{checkIn(0, "4 4 4 4 4", 5.5)}
	tests := []struct {
		name     string
		profile  Profile
		checkIns []recovery.CheckIn
		sessions []training.Session
		want     Level
	}{
		{"three falling by 5 % are one", p, nil, squats("100", "97", "95"), Yellow},
		{"two falling are an early word", p, nil, squats("95", "100", "95"), Info},
		{"a fall of 3.9 % is noise for legs", p, nil, squats("100", "98", "96.1"), ""},
		{"a fall of 4 % is not", p, nil, squats("100", "98", "96"), Yellow},
		{"rising at the end is none", p, nil, squats("100", "95", "96"), ""},
		{"muted in a deload", deload, nil, squats("100", "97", "95"), ""},
		{"muted in the week of the event", race, nil, squats("100", "97", "95"), ""},
		{"after a short night today does not count", p, shortNight, squats("100", "97", "95"), ""},
		{"after a run today does not count", p, nil, append(squats("100", "97", "95"), run(0, "16:50", 45, rated(7))), ""},
		{"with another rep range today does not count", p, nil,
			[]training.Session{lift(-8, "18:00", 60, "Back Squat 3x5 100 @8"), lift(-4, "18:00", 60, "Back Squat 3x5 97 @8"), lift(0, "18:00", 60, "Back Squat 3x10 80 @9")}, ""},
		{"at less effort it is no decline", p, nil,
			[]training.Session{lift(-8, "18:00", 60, "Back Squat 3x5 100 @8"), lift(-4, "18:00", 60, "Back Squat 3x5 97 @8"), lift(0, "18:00", 60, "Back Squat 3x5 93 @7.5")}, ""},
		{"ill in the note does not count", p, nil,
			append(squats("100", "97"), lift(0, "20:00", 60, "Back Squat 3x5 95 @8", noted("still sick"))), ""},
		{"upper body falls at 3 %", p, nil,
			[]training.Session{lift(-8, "18:00", 60, "Bench Press 3x5 100 @8"), lift(-4, "18:00", 60, "Bench Press 3x5 98 @8"), lift(0, "18:00", 60, "Bench Press 3x5 97 @8")}, Yellow},
		{"easy runs 3 % slower at the same effort", p, nil,
			[]training.Session{run(-8, "18:00", 50, km(10), rated(4)), run(-4, "18:00", 51, km(10), rated(4)), run(0, "18:00", 52, km(10), rated(4))}, Yellow},
		{"easy runs 2.9 % slower are noise", p, nil,
			[]training.Session{run(-8, "18:00", 50, km(10), rated(4)), run(-4, "18:00", 51, km(10), rated(4)), run(0, "18:00", 51.5, km(10), rated(4))}, ""},
		{"the first time of an exercise is learning", p, nil, []training.Session{lift(-20, "18:00", 60, "Bench Press 3x5 80 @8"),
			lift(-8, "18:00", 60, "Front Squat 3x5 100 @8"), lift(-4, "18:00", 60, "Front Squat 3x5 97 @8"), lift(0, "18:00", 60, "Front Squat 3x5 95 @8")}, ""},
		{"easy runs slower at a lower heart rate were easier", p, nil,
			[]training.Session{run(-8, "18:00", 50, km(10), rated(4), pulse(150)), run(-4, "18:00", 51, km(10), rated(4), pulse(146)), run(0, "18:00", 52, km(10), rated(4), pulse(142))}, ""},
		{"easy runs slower at the same heart rate are one", p, nil,
			[]training.Session{run(-8, "18:00", 50, km(10), rated(4), pulse(150)), run(-4, "18:00", 51, km(10), rated(4), pulse(148)), run(0, "18:00", 52, km(10), rated(4), pulse(149))}, Yellow},
		{"easy runs slower after legs do not count", p, nil,
			[]training.Session{run(-8, "18:00", 50, km(10), rated(4)), run(-4, "18:00", 51, km(10), rated(4)),
				lift(0, "09:00", 60, heavySquats), run(0, "18:00", 52, km(10), rated(4))}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := judge(tt.profile, tt.checkIns, tt.sessions...)
			if got := level(r, "decline"); got != tt.want {
				t.Errorf("decline is %q, want %q; all: %v", got, tt.want, outline(r))
			}
		})
	}
}

// Fatigue, soreness that stays and falling performance are three signs; two of
// them together ask for a change.
func TestTwoSignsTogether_AskForLess(t *testing.T) {
	tired := mornings("2 4 4 4 4", "2 4 4 4 4", "2 4 4 4 4")
	r := judge(person(training.Strength, training.Intermediate), tired, squats("100", "97", "95")...)
	f := r.Findings[0]
	if f.Level != Orange || !strings.Contains(r.Next, "third") {
		t.Errorf("%v\n%s", outline(r), r.Next)
	}
	if len(r.Findings) != 1 {
		t.Errorf("one fix is told once: %v", outline(r))
	}
}

func TestDeloadIsSuggested(t *testing.T) {
	p := person(training.Strength, training.Intermediate)
	two := func(day int, kg string) training.Session {
		return lift(day, "18:00", 60, "Bench Press 3x5 "+kg+" @8; Barbell Row 3x5 "+kg+" @8")
	}
	r := judge(p, nil, two(-8, "100"), two(-4, "97"), two(0, "94"))
	if f := find(t, r, "deload-suggest"); !strings.Contains(f.Text, "2 lifts") {
		t.Errorf("two falling lifts: %v %s", outline(r), f.Text)
	}
	if r := judge(p, mornings("2 2 2 2 2", "2 2 2 2 2"), run(0, "08:00", 30, rated(3))); level(r, "deload-suggest") != "" {
		t.Errorf("two check-ins are no pattern: %v", outline(r))
	}
	if r := judge(p, mornings("2 2 2 2 2", "2 2 2 2 2", "2 2 2 2 2"), run(0, "08:00", 30, rated(3))); level(r, "deload-suggest") == "" {
		t.Errorf("three low check-ins: %v", outline(r))
	}
	if r := judge(p, mornings("2 2 2 2 2", "2 2 2 2 2", "2 2 2 2 3"), run(0, "08:00", 30, rated(3))); level(r, "deload-suggest") != "" {
		t.Errorf("an average above 2: %v", outline(r))
	}
}

// pulse is a run's average heart rate.
func pulse(bpm int) change { return func(s *training.Session) { s.HR = bpm } }
