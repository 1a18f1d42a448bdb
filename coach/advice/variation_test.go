package advice

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/training"
)

// What the scenarios do not spell out, but an expert would say the same of.
func TestVariations(t *testing.T) {
	strong, expert := person(training.Strength, training.Intermediate), person(training.Strength, training.Advanced)
	racer, general := person(training.Event, training.Advanced), person(training.General, training.Intermediate)
	hard := []change{rated(8), styled(training.Intervals)}
	tests := []struct {
		name     string
		profile  Profile
		sessions []training.Session
		want     []string
	}{
		{"a hard run, then heavy squats 4 h later, specialist", expert, liftAfter(4*time.Hour, heavySquats, 50, hard...),
			[]string{"orange gap-too-short", "green all-reps-done", "info second-session-slower", "info fuel"}},
		{"a hard run, then bench, strength", strong, liftAfter(0, "Bench Press 5x5 80 @8", 50, hard...),
			[]string{"info run-before-lift"}},
		{"hard run, then heavy legs, general: the order is free", general, liftAfter(10*time.Minute, heavySquats, 40, hard...),
			[]string{"info fuel", "info gap-too-short"}},
		{"key run in the morning, legs in the evening, racer", racer, liftAfter(8*time.Hour, heavySquats, 60, hard...),
			[]string{"green key-run-first"}},
		{"legs, then the key run, racer", racer, runAfter(10*time.Minute, heavySquats, 50, hard...),
			[]string{"orange hard-run-after-heavy-legs", "yellow hard-on-tired-legs", "info fuel"}},
		{"bench, then intervals: legs are fresh", strong, runAfter(10*time.Minute, "Bench Press 5x5 80 @8", 25, hard...),
			[]string{"info cardio-after-lift-dose"}},
		{"an exercise nobody knows, then intervals: no word on fresh legs", strong, runAfter(10*time.Minute, "Sandbag Thing 3x8 40 @7", 25, hard...),
			[]string{"orange cardio-after-lift-dose"}},
		{"20 min easy before squats is a warm-up", strong, liftAfter(0, heavySquats, 20, rated(3)), nil},
		{"a long walk after legs", strong, runAfter(10*time.Minute, heavySquats, 70, kind(training.Walk)), nil},
		{"legs, then intervals, a beginner", person(training.Hypertrophy, training.Beginner), runAfter(10*time.Minute, heavySquats, 25, hard...),
			[]string{"yellow hard-run-after-heavy-legs", "green fine-at-your-level", "info fuel", "info hard-on-tired-legs"}},
		{"a rest day", strong, []training.Session{run(0, "08:00", 0, kind(training.Rest))}, nil},
		{"a best lift", strong, []training.Session{lift(-8, "18:00", 60, heavySquats), lift(-4, "18:00", 60, heavySquats), lift(0, "18:00", 60, "Back Squat 5x5 105 @8")},
			[]string{"green best-in-six-weeks"}},
		{"a goal nobody told is asked for", Profile{}, runAfter(10*time.Minute, "Back Squat 3x8 60 @6", 25, rated(3)),
			[]string{"green easy-cardio-after-lift"}},
		{"three weeks off, then a run", racer, []training.Session{run(-21, "08:00", 40, km(8), rated(3)), run(0, "08:00", 40, km(8), rated(3))},
			[]string{"yellow return-after-break"}},
		{"heavy legs in the week of the event", Profile{Goal: training.Event, Event: monday.Add(4)},
			[]training.Session{lift(-9, "18:00", 60, heavySquats), lift(0, "18:00", 60, heavySquats)}, []string{"yellow taper"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := judge(tt.profile, nil, tt.sessions...)
			if diff := cmp.Diff(tt.want, outline(r)); diff != "" {
				t.Errorf("findings (-want +got):\n%s\n%+v", diff, r)
			}
			if tt.profile.Goal == "" && !strings.Contains(r.Ask, "goal") {
				t.Errorf("asks %q", r.Ask)
			}
		})
	}
}
