package advice

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// scenario is a day an expert has judged.
type scenario struct {
	name     string
	profile  Profile
	checkIns []recovery.CheckIn
	sessions []training.Session
	want     []string            // outline, in order
	stands   map[string][]string // ids a finding must name
	says     []string            // in the whole report
	never    []string
}

func person(g training.Goal, e training.Experience) Profile {
	return Profile{Goal: g, Experience: e, Units: training.Metric}
}

var scenarios = []scenario{
	{name: "SC01 squats, then an easy jog",
		profile:  person(training.Strength, training.Intermediate),
		checkIns: []recovery.CheckIn{checkIn(0, "4 4 3 3 4", 7.5)},
		sessions: []training.Session{lift(0, "18:00", 60, "Back Squat 5x5 100 @8"), run(0, "19:05", 25, km(4), rated(3))},
		want:     []string{"green good-order", "info fuel"},
		stands:   map[string][]string{"good-order": {"S11", "E08", "E09", "S13"}, "fuel": {"S15", "S19", "E25", "E26", "E27"}},
		says:     []string{"25-min", "20 to 40 min", "protein", "48 h"},
		never:    []string{"interfer", "soreness", "blunt"}},
	{name: "SC01 with food in the note",
		profile:  person(training.Strength, training.Intermediate),
		sessions: []training.Session{lift(0, "18:00", 60, "Back Squat 5x5 100 @8"), run(0, "19:05", 25, km(4), rated(3), noted("ate right after"))},
		want:     []string{"green good-order"}},
	{name: "SC02 tempo before squats",
		profile: person(training.Strength, training.Intermediate),
		sessions: []training.Session{
			lift(-7, "18:00", 60, "Back Squat 3x5 100 @8"), lift(-4, "18:00", 60, "Back Squat 3x5 100 @8"),
			run(0, "17:00", 45, km(9), rated(7), styled(training.Tempo)), lift(0, "17:55", 40, "Back Squat 3x5 95 @9")},
		want:   []string{"orange run-before-lift", "green all-reps-done", "info second-session-slower"},
		stands: map[string][]string{"run-before-lift": {"S11", "S24", "E08", "E14", "E13"}, "second-session-slower": {"S08"}},
		says:   []string{"45-min tempo run", "All 15 back squat reps", "not counted as a decline", "6 h"},
		never:  []string{"lost"}},
	{name: "SC02 twice in a week",
		profile: person(training.Strength, training.Intermediate),
		sessions: []training.Session{
			run(-3, "17:00", 45, km(9), rated(7), styled(training.Tempo)), lift(-3, "17:55", 40, "Back Squat 3x5 95 @9"),
			run(0, "17:00", 45, km(9), rated(7), styled(training.Tempo)), lift(0, "17:55", 40, "Back Squat 3x5 95 @9")},
		want: []string{"orange run-before-lift", "yellow order-habit", "green all-reps-done", "info second-session-slower"}},
	{name: "SC03 intervals right after heavy legs",
		profile: person(training.Hypertrophy, training.Advanced),
		sessions: []training.Session{lift(0, "07:00", 60, "Deadlift 4x3 85% @9; Leg Press 4x8 180 @8"),
			run(0, "08:10", 22, rated(9), styled(training.Intervals))},
		want:   []string{"orange hard-run-after-heavy-legs", "yellow hard-on-tired-legs", "info fuel"},
		stands: map[string][]string{"hard-run-after-heavy-legs": {"S14", "S10", "E05", "E07"}, "hard-on-tired-legs": {"S07", "S05"}, "fuel": {"E27"}},
		says:   []string{"another day", "6 h", "22 min", "1.0 to 1.2 g"},
		never:  []string{"your gains", "injur", "lost"}},
	{name: "SC04 easy jog after upper body",
		profile: person(training.General, training.Beginner),
		sessions: []training.Session{lift(0, "12:00", 45, "Bench Press 3x8 50 @6; Barbell Row 3x8 40 @6; Overhead Press 3x8 30 @6", rated(6)),
			run(0, "12:50", 30, rated(3))},
		want:   []string{"green upper-body-then-run"},
		stands: map[string][]string{"upper-body-then-run": {"S13", "S22", "S09", "E13", "E05"}},
		says:   []string{"75 min", "5 min"},
		never:  []string{"order is", "first next", "interfer"}},
	{name: "SC05 heavy squats and a threshold run 3 h 30 apart",
		profile: person(training.Strength, training.Advanced),
		sessions: []training.Session{lift(0, "07:00", 90, "Back Squat 5x3 150 @9"),
			run(0, "12:00", 50, km(12), rated(8))},
		want:   []string{"orange gap-too-short", "yellow second-session-slower", "info fuel"},
		stands: map[string][]string{"gap-too-short": {"S17", "E12", "E03", "E15"}, "second-session-slower": {"S08"}, "fuel": {"S19", "E27"}},
		says:   []string{"3 h 30", "24 h"}},
	{name: "SC05b the same gap, easy, beginner, general",
		profile: person(training.General, training.Beginner),
		sessions: []training.Session{lift(0, "07:00", 90, "Back Squat 3x8 40 @6"),
			run(0, "12:00", 30, rated(3))},
		want: []string{"green both-in-one-day"}},
	{name: "SC05c 5 h 59",
		profile:  person(training.Strength, training.Advanced),
		sessions: []training.Session{lift(0, "07:00", 90, "Back Squat 5x3 150 @9"), run(0, "14:29", 50, km(12), rated(8))},
		want:     []string{"orange gap-too-short", "yellow second-session-slower", "info fuel"}},
	{name: "SC05c 6 h 00",
		profile:  person(training.Strength, training.Advanced),
		sessions: []training.Session{lift(0, "07:00", 90, "Back Squat 5x3 150 @9"), run(0, "14:30", 50, km(12), rated(8))},
		says:     []string{"6 h"}},
	{name: "SC05c 6 h 00 for a race",
		profile:  person(training.Event, training.Advanced),
		sessions: []training.Session{lift(0, "07:00", 90, "Back Squat 5x3 150 @9"), run(0, "14:30", 50, km(12), rated(8))}},
	{name: "SC05d 7 h over midnight",
		profile:  person(training.Strength, training.Advanced),
		sessions: []training.Session{lift(-1, "21:00", 90, "Back Squat 5x3 150 @9"), run(0, "05:30", 50, km(12), rated(8))}},
	{name: "SC06 a long run straight after lifting",
		profile: person(training.General, training.Intermediate),
		sessions: []training.Session{run(-10, "09:00", 70, km(12), rated(4)), lift(-5, "18:00", 60, "", rated(6), region(training.Upper)),
			lift(0, "09:00", 60, "", rated(7), region(training.FullBody)), run(0, "10:10", 85, km(14), rated(6))},
		want:   []string{"orange long-run-after-lift", "yellow run-spike", "info fuel"},
		stands: map[string][]string{"long-run-after-lift": {"S13", "S14"}, "run-spike": {"S21", "E36"}, "fuel": {"S05", "E27", "E28", "E29"}},
		says:   []string{"16.7", "13 km", "own day"}},
	{name: "SC07 key run the morning after heavy legs, tired and sore",
		profile:  Profile{Goal: training.Event, Experience: training.Advanced, Event: monday.Add(63)},
		checkIns: []recovery.CheckIn{checkIn(0, "2 3 2 3 3", 7)},
		sessions: []training.Session{lift(-1, "19:00", 75, "", rated(9), region(training.Legs)),
			run(0, "07:30", 60, km(11), rated(8), styled(training.Intervals))},
		want:   []string{"orange key-run-after-heavy-legs", "yellow tired-check-in", "info keep-lifting"},
		stands: map[string][]string{"key-run-after-heavy-legs": {"S12", "S05", "E15", "E16", "E17"}, "keep-lifting": {"E24"}},
		says:   []string{"24 to 48 h", "30 to 40 min"}},
	{name: "SC08 a beginner doubles the distance",
		profile:  person(training.General, training.Beginner),
		checkIns: []recovery.CheckIn{checkIn(0, "3 4 2 3 4", 7.5)},
		sessions: []training.Session{run(-8, "18:00", 20, km(3), rated(5)), lift(-3, "18:00", 45, "", rated(6), region(training.FullBody)),
			lift(-1, "12:30", 45, "", rated(6), region(training.FullBody)), run(0, "19:00", 42, km(6), rated(6))},
		want:   []string{"yellow run-spike", "green soreness-expected"},
		stands: map[string][]string{"run-spike": {"S21", "E36"}, "soreness-expected": {"E35", "S04", "E05"}},
		says:   []string{"3.3 km", "expected"},
		never:  []string{"monoton", "interfer", "load trend"}},
	{name: "SC14 the first log, nothing else known",
		sessions: []training.Session{lift(0, "18:00", 20, "Bench Press 5x5 60")},
		want:     []string{"info first-log", "info not-enough-data"},
		says:     []string{"1,500 kg", "70 kg", "goal", "`rpe 7`", "28 days"},
		never:    []string{"order", "score"}},
	{name: "X05 ten days without a log",
		profile:  person(training.Strength, training.Intermediate),
		sessions: []training.Session{lift(-10, "18:00", 60, "Back Squat 3x5 100 @8"), lift(0, "18:00", 60, "Back Squat 3x5 100 @8")}},
	{name: "X07 easy, felt at 8",
		profile:  person(training.Endurance, training.Intermediate),
		sessions: []training.Session{run(-3, "18:00", 40, rated(3)), run(0, "18:00", 40, rated(8), tagged(training.Easy))},
		want:     []string{"info effort-mismatch"},
		says:     []string{"hot", "slip", "One question"}},
	{name: "X13 35 min of moderate cycling after lifting",
		profile:  person(training.Strength, training.Intermediate),
		sessions: []training.Session{lift(0, "18:00", 60, "Back Squat 3x8 80 @7"), run(0, "19:05", 35, kind(training.Ride), tagged(training.Moderate), rated(5))},
		want:     []string{"green good-order"},
		stands:   map[string][]string{"good-order": {"S13", "E02", "E04"}}},
	{name: "X15 15 min jog after lifting",
		profile:  person(training.Strength, training.Intermediate),
		sessions: []training.Session{lift(0, "18:00", 60, "Back Squat 3x8 80 @7"), run(0, "19:05", 15, rated(3))},
		want:     []string{"green good-order"},
		never:    []string{"too short", "under 20"}},
	{name: "X17 a racer lifts, then runs easy",
		profile:  person(training.Event, training.Advanced),
		sessions: []training.Session{lift(0, "18:00", 60, "Back Squat 5x5 100 @8"), run(0, "19:05", 40, rated(3))}},
	{name: "X03 pain is not soreness",
		profile:  person(training.Endurance, training.Intermediate),
		checkIns: []recovery.CheckIn{func() recovery.CheckIn { c := checkIn(0, "4 4 4 4 4", 8); c.Pain = "knee 6/10"; return c }()},
		sessions: []training.Session{run(-3, "18:00", 40, km(7), rated(3)), run(0, "18:00", 40, km(7), rated(3))},
		want:     []string{"orange pain"},
		says:     []string{"not soreness", "cycling", "two weeks"}},
	{name: "sessions that overlap are asked about",
		profile:  person(training.Strength, training.Intermediate),
		sessions: []training.Session{lift(0, "18:00", 60, "Back Squat 5x5 100 @8"), run(0, "18:30", 30, rated(8))},
		says:     []string{"overlap by 30 min", "When did each one start?"}},
}

func TestScenarios(t *testing.T) {
	for _, sc := range scenarios {
		t.Run(sc.name, func(t *testing.T) {
			r := judge(sc.profile, sc.checkIns, sc.sessions...)
			if diff := cmp.Diff(sc.want, outline(r)); diff != "" {
				t.Errorf("findings (-want +got):\n%s", diff)
			}
			text := r.Ask + "\n" + r.Verdict + "\n" + r.Next
			for _, f := range r.Findings {
				text += "\n" + f.Text
				if len(f.Seed) == 0 || len(f.Evidence) == 0 || len(f.Why) == 0 {
					t.Errorf("%s stands on nothing: %+v", f.Rule, f)
				}
			}
			for rule, ids := range sc.stands {
				f := find(t, r, rule)
				for _, id := range ids {
					if !slices.Contains(f.Seed, id) && !slices.Contains(f.Evidence, id) {
						t.Errorf("%s does not name %s: %v %v", rule, id, f.Seed, f.Evidence)
					}
				}
			}
			for _, word := range sc.says {
				if !strings.Contains(text, word) {
					t.Errorf("does not say %q:\n%s", word, text)
				}
			}
			for _, word := range sc.never {
				if strings.Contains(strings.ToLower(text), word) {
					t.Errorf("says %q:\n%s", word, text)
				}
			}
			if r.Verdict == "" || r.Next == "" || strings.Contains(r.Verdict, "\n") {
				t.Errorf("verdict %q, next %q", r.Verdict, r.Next)
			}
		})
	}
}
