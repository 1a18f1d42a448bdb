package advice

import (
	"fmt"
	"testing"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Legs that count as heavy: five sets of five at RPE 8.
const heavySquats = "Back Squat 5x5 100 @8"

// runAfter is a lift from 07:00 to 08:00 and a run that begins a gap later.
func runAfter(gap time.Duration, exercises string, minutes float64, changes ...change) []training.Session {
	r := run(0, "08:00", minutes, changes...)
	r.Start = r.Start.Add(gap)
	return []training.Session{lift(0, "07:00", 60, exercises), r}
}

// liftAfter is a run that ends at 08:00 and a lift that begins a gap later.
func liftAfter(gap time.Duration, exercises string, minutes float64, changes ...change) []training.Session {
	r := run(0, "08:00", minutes, changes...)
	r.Start = r.Start.Add(-time.Duration(minutes * float64(time.Minute)))
	l := lift(0, "08:00", 45, exercises)
	l.Start = l.Start.Add(gap)
	return []training.Session{r, l}
}

// runsBefore are easy runs of some minutes on the days before.
func runsBefore(minutes, km float64, days ...int) []training.Session {
	var out []training.Session
	for _, d := range days {
		out = append(out, run(d, "18:00", minutes, func(s *training.Session) { s.Km, s.RPE = km, effort(4) }))
	}
	return out
}

// nights are check-ins with good answers and these hours of sleep, ending today.
func nights(hours ...float64) []recovery.CheckIn {
	var out []recovery.CheckIn
	for i, h := range hours {
		out = append(out, checkIn(i+1-len(hours), "4 4 4 4 4", h))
	}
	return out
}

// mornings are check-ins with these answers, ending today.
func mornings(answers ...string) []recovery.CheckIn {
	var out []recovery.CheckIn
	for i, a := range answers {
		out = append(out, checkIn(i+1-len(answers), a, 8))
	}
	return out
}

// afterLoad is a heavy leg session that ended so long before today's check-in,
// which says soreness 2.
func afterLoad(since time.Duration) ([]recovery.CheckIn, []training.Session) {
	l := lift(0, "07:00", 60, heavySquats)
	l.Start = l.Start.Add(-since - time.Hour)
	return []recovery.CheckIn{checkIn(0, "4 4 2 4 4", 8)}, []training.Session{l, run(0, "18:00", 30, rated(3))}
}

func TestThresholds_ActAtTheirBoundary(t *testing.T) {
	strong, racer := person(training.Strength, training.Intermediate), person(training.Event, training.Intermediate)
	expert, general := person(training.Strength, training.Advanced), person(training.General, training.Intermediate)
	hiit := []change{rated(9), styled(training.Intervals)}
	type side struct {
		name string
		sees Report
		want Level
	}
	at72, load72 := afterLoad(72 * time.Hour)
	over72, load72s := afterLoad(72*time.Hour + time.Minute)
	at168, load168 := afterLoad(168 * time.Hour)
	over168, load168s := afterLoad(168*time.Hour + time.Minute)
	spike := func(km float64) Report {
		return judge(general, nil, append(runsBefore(60, 10, -35, -10), run(0, "08:00", 60, rated(4), func(s *training.Session) { s.Km = km }))...)
	}
	away := func(days int) Report {
		return judge(strong, nil, lift(-days, "18:00", 60, "Bench Press 3x8 60 @7"), lift(0, "18:00", 60, "Bench Press 3x8 60 @7"))
	}
	tests := []struct {
		threshold, rule string
		sides           []side
	}{
		{"same_session_gap", "hard-run-after-heavy-legs", []side{
			{"59 min", judge(general, nil, runAfter(59*time.Minute, heavySquats, 25, hiit...)...), Orange},
			{"60 min", judge(general, nil, runAfter(60*time.Minute, heavySquats, 25, hiit...)...), ""}}},
		{"partial_gap", "gap-too-short", []side{
			{"2:59", judge(strong, nil, runAfter(179*time.Minute, heavySquats, 25, hiit...)...), Orange},
			{"3:00", judge(strong, nil, runAfter(180*time.Minute, heavySquats, 25, hiit...)...), Yellow}}},
		{"specialist_gap", "gap-too-short", []side{
			{"5:59", judge(expert, nil, runAfter(359*time.Minute, heavySquats, 25, hiit...)...), Orange},
			{"6:00", judge(expert, nil, runAfter(360*time.Minute, heavySquats, 25, hiit...)...), ""}}},
		{"key_run_after_heavy_legs", "key-run-after-heavy-legs", []side{
			{"23:59", judge(racer, nil, lift(-1, "17:01", 60, heavySquats), run(0, "18:00", 40, hiit...)), Orange},
			{"24:00", judge(racer, nil, lift(-1, "17:00", 60, heavySquats), run(0, "18:00", 40, hiit...)), ""}}},
		{"lift_after_cardio_legs", "legs-after-cardio", []side{
			{"7:59", judge(strong, nil, liftAfter(479*time.Minute, heavySquats, 45, rated(7))...), Info},
			{"8:00", judge(strong, nil, liftAfter(480*time.Minute, heavySquats, 45, rated(7))...), ""}}},
		{"cardio_after_lift_max", "cardio-after-lift-dose", []side{
			{"40 min", judge(general, nil, runAfter(0, heavySquats, 40, rated(4))...), ""},
			{"41 min", judge(general, nil, runAfter(0, heavySquats, 41, rated(4))...), Yellow}}},
		{"cardio_after_lift_too_long", "cardio-after-lift-dose", []side{
			{"60 min", judge(general, nil, runAfter(0, heavySquats, 60, rated(4))...), Yellow},
			{"61 min", judge(general, nil, runAfter(0, heavySquats, 61, rated(4))...), Orange}}},
		{"cardio_after_lift_max_rpe", "cardio-after-lift-dose", []side{
			{"RPE 4", judge(general, nil, runAfter(0, "Back Squat 3x8 60 @7", 30, rated(4))...), ""},
			{"RPE 5", judge(general, nil, runAfter(0, "Back Squat 3x8 60 @7", 30, rated(5))...), Yellow},
			{"RPE 6.5", judge(general, nil, runAfter(0, "Back Squat 3x8 60 @7", 30, rated(6.5))...), Yellow},
			{"RPE 7", judge(general, nil, runAfter(0, "Back Squat 3x8 60 @7", 30, rated(7))...), Orange}}},
		{"pre_lift_cardio_free", "run-before-lift", []side{
			{"30 min at RPE 4", judge(strong, nil, liftAfter(0, heavySquats, 30, rated(4))...), ""},
			{"31 min at RPE 4", judge(strong, nil, liftAfter(0, heavySquats, 31, rated(4))...), Yellow},
			{"30 min at RPE 5", judge(strong, nil, liftAfter(0, heavySquats, 30, rated(5))...), Yellow},
			{"31 min at RPE 5", judge(strong, nil, liftAfter(0, heavySquats, 31, rated(5))...), Orange}}},
		{"very_long_run", "long-run-after-lift", []side{
			{"75 min", judge(general, nil, runAfter(0, heavySquats, 75, rated(4))...), ""},
			{"76 min", judge(general, nil, runAfter(0, heavySquats, 76, rated(4))...), Orange}}},
		{"very_long_share", "long-run-after-lift", []side{
			{"100 min, median 80", judge(racer, nil, append(runsBefore(80, 0, -3, -5, -7), runAfter(0, heavySquats, 100, rated(4))...)...), ""},
			{"101 min, median 80", judge(racer, nil, append(runsBefore(80, 0, -3, -5, -7), runAfter(0, heavySquats, 101, rated(4))...)...), Orange}}},
		{"heavy_leg_session", "hard-run-after-heavy-legs", []side{
			{"3 hard sets", judge(general, nil, runAfter(0, "Back Squat 3x8 80 @7", 25, hiit...)...), ""},
			{"4 hard sets", judge(general, nil, runAfter(0, "Back Squat 4x8 80 @7", 25, hiit...)...), Orange}}},
		{"hard_set_rpe", "hard-run-after-heavy-legs", []side{
			{"RPE 6.5", judge(general, nil, runAfter(0, "Back Squat 4x8 80 @6.5", 25, hiit...)...), ""},
			{"RPE 7", judge(general, nil, runAfter(0, "Back Squat 4x8 80 @7", 25, hiit...)...), Orange}}},
		{"heavy_set", "hard-run-after-heavy-legs", []side{
			{"79.9 %", judge(general, nil, runAfter(0, "Back Squat 4x3 79.9% @6", 25, hiit...)...), ""},
			{"80 %", judge(general, nil, runAfter(0, "Back Squat 4x3 80% @6", 25, hiit...)...), Orange}}},
		{"run_spike_small", "run-spike", []side{{"10 %", spike(11), ""}, {"11 %", spike(11.1), Yellow}}},
		{"run_spike_large", "run-spike", []side{{"100 %", spike(20), Yellow}, {"101 %", spike(20.1), Orange}}},
		{"soreness_persist", "soreness", []side{
			{"72 h", judge(strong, at72, load72...), ""}, {"72 h 1 min", judge(strong, over72, load72s...), Yellow}}},
		{"soreness_persist_long", "soreness", []side{
			{"168 h", judge(strong, at168, load168...), Yellow}, {"168 h 1 min", judge(strong, over168, load168s...), Orange}}},
		{"low_item", "low-item", []side{
			{"stress 3, twice", judge(strong, mornings("4 4 4 3 4", "4 4 4 3 4"), run(0, "08:00", 30)), ""},
			{"stress 2, twice", judge(strong, mornings("4 4 4 2 4", "4 4 4 2 4"), run(0, "08:00", 30)), Yellow}}},
		{"low_item_days", "low-item", []side{
			{"once", judge(strong, mornings("4 4 4 4 4", "4 4 4 2 4"), run(0, "08:00", 30)), ""},
			{"twice", judge(strong, mornings("4 4 4 2 4", "4 4 4 2 4"), run(0, "08:00", 30)), Yellow}}},
		{"excessive_fatigue", "fatigue", []side{
			{"2 of 5", judge(strong, mornings("2 4 4 4 4", "4 4 4 4 4", "2 4 4 4 4", "4 4 4 4 4", "4 4 4 4 4"), run(0, "08:00", 30)), ""},
			{"3 of 5", judge(strong, mornings("2 4 4 4 4", "4 4 4 4 4", "2 4 4 4 4", "4 4 4 4 4", "2 4 4 4 4"), run(0, "08:00", 30)), Yellow}}},
		{"sleep_low", "short-sleep", []side{
			{"6.1 h", judge(strong, nights(6.1), run(0, "08:00", 30)), ""}, {"6.0 h", judge(strong, nights(6), run(0, "08:00", 30)), Yellow}}},
		{"sleep_low_nights", "short-sleep", []side{
			{"2 nights", judge(strong, nights(8, 6, 6), run(0, "08:00", 30)), Yellow},
			{"3 nights", judge(strong, nights(6, 5.5, 6), run(0, "08:00", 30)), Orange}}},
		{"return_gap", "return-after-break", []side{{"14 days", away(14), ""}, {"15 days", away(15), Yellow}}},
		{"return_gap_long", "return-after-break", []side{{"42 days", away(42), Yellow}, {"43 days", awayLong(strong, 43), Orange}}},
		{"order_habit", "order-habit", []side{
			{"once", judge(strong, nil, liftAfter(0, heavySquats, 45, rated(7))...), ""},
			{"twice in 7 days", judge(strong, nil, append(daysAgo(6, liftAfter(0, heavySquats, 45, rated(7))), liftAfter(0, heavySquats, 45, rated(7))...)...), Yellow},
			{"twice in 8 days", judge(strong, nil, append(daysAgo(7, liftAfter(0, heavySquats, 45, rated(7))), liftAfter(0, heavySquats, 45, rated(7))...)...), ""}}},
		{"hard_days_in_a_row", "hard-days-in-a-row", []side{
			{"2 days", judge(general, nil, run(-1, "08:00", 40, hiit...), run(0, "09:00", 40, hiit...)), ""},
			{"3 days", judge(general, nil, lift(-2, "08:00", 60, heavySquats), run(-1, "08:00", 40, hiit...), run(0, "09:00", 40, hiit...)), Yellow}}},
		{"taper_window", "taper", []side{
			{"14 days", judge(Profile{Goal: training.Event, Event: monday.Add(14)}, nil, run(-1, "08:00", 30, rated(3)), run(0, "08:00", 30, rated(3))), Info},
			{"15 days", judge(Profile{Goal: training.Event, Event: monday.Add(15)}, nil, run(-1, "08:00", 30, rated(3)), run(0, "08:00", 30, rated(3))), ""}}},
	}
	for _, tt := range tests {
		for _, s := range tt.sides {
			t.Run(tt.threshold+"/"+s.name, func(t *testing.T) {
				if got := level(s.sees, tt.rule); got != s.want {
					t.Errorf("%s is %q, want %q; all: %v", tt.rule, got, s.want, outline(s.sees))
				}
			})
		}
	}
}

// daysAgo moves sessions back.
func daysAgo(n int, sessions []training.Session) []training.Session {
	for i := range sessions {
		sessions[i].Start = sessions[i].Start.AddDate(0, 0, -n)
		sessions[i].ID += fmt.Sprint(n)
	}
	return sessions
}

// awayLong is a session after a break so long that no history is left of it.
func awayLong(p Profile, days int) Report {
	in := input(p, nil, lift(0, "18:00", 60, "Bench Press 3x8 60 @7"))
	in.Last = monday.Add(-days)
	return Evaluate(in)
}

func TestStaleCheckIn_IsNotToday(t *testing.T) {
	for _, tt := range []struct {
		name  string
		hours int
		want  Level
	}{{"36 h", 36, Yellow}, {"37 h", 37, ""}} {
		t.Run(tt.name, func(t *testing.T) {
			c := checkIn(0, "4 4 4 4 4", 5)
			in := input(person(training.Strength, training.Intermediate), []recovery.CheckIn{c}, run(0, "08:00", 30))
			c.At = in.Now.Add(-time.Duration(tt.hours) * time.Hour)
			in.CheckIns = []recovery.CheckIn{c}
			in.Now = in.Now.Add(-4 * time.Hour) // the same date in UTC
			c.At = in.Now.Add(-time.Duration(tt.hours) * time.Hour)
			in.CheckIns[0] = c
			if got := level(Evaluate(in), "short-sleep"); got != tt.want {
				t.Errorf("a short night told %s ago is %q, want %q", tt.name, got, tt.want)
			}
		})
	}
}
