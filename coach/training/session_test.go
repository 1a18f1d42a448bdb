package training

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// only parses an entry that gives one session.
func only(t *testing.T, text string, c Context) Session {
	t.Helper()
	e, err := Parse(text, c)
	if err != nil || e.Question != nil || len(e.Sessions) != 1 {
		t.Fatalf("Parse(%q) = %+v, %v; want one session", text, e, err)
	}
	return e.Sessions[0]
}

func rpe(v float64) *RPE { r := RPE(v); return &r }

func TestParse_SessionAsStored(t *testing.T) {
	t.Parallel()
	c := goldenNow(t)
	at := func(day, hour, minute int) time.Time { return time.Date(2026, 11, day, hour-1, minute, 0, 0, time.UTC) }
	tests := map[string]Session{
		"lift squat 2x5 100kg @8 60min at 18:00": {
			Kind: Lift, Start: at(23, 18, 0), Minutes: 60,
			Sets: []Set{{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: rpe(8)}, {Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: rpe(8)}},
		},
		"run 8km 45:00 rpe 6 easy": {
			Kind: Run, Start: at(23, 18, 45), Minutes: 45, RPE: rpe(6), Km: 8, Intensity: Easy, Tagged: true,
		},
		"run 6x400m 1:30 r90s rpe 9": {
			Kind: Run, Start: at(23, 19, 13), Minutes: 16.5, Estimated: true, RPE: rpe(9), Km: 2.4, Intensity: Hard, Style: Intervals,
			Reps: []Interval{{Count: 6, Km: 0.4, Seconds: 90, RestSeconds: 90}},
		},
		"hiit 20min":          {Kind: Other, Activity: "HIIT", Start: at(23, 19, 10), Minutes: 20, Style: Intervals, Intensity: Hard},
		"leg day 60min rpe 7": {Kind: Lift, Region: Legs, Start: at(23, 18, 30), Minutes: 60, RPE: rpe(7)},
		"squat 1x5 100kg": {
			Kind: Lift, Start: at(23, 19, 26), Minutes: 4, Estimated: true, Sets: []Set{{Exercise: "Back Squat", Kg: 100, Reps: 5}},
		},
		"deadlift 60x5 w, 100x0": {
			Kind: Lift, Start: at(23, 19, 26), Minutes: 4, Estimated: true,
			Sets: []Set{{Exercise: "Deadlift", Kg: 60, Reps: 5, Warmup: true}, {Exercise: "Deadlift", Kg: 100, Failed: true}},
		},
		"pull ups bw+20 1x5, plank 60s": {
			Kind: Lift, Start: at(23, 19, 22), Minutes: 8, Estimated: true,
			Sets: []Set{{Exercise: "Pull-Up", Kg: 20, Bodyweight: true, Reps: 5}, {Exercise: "Plank", Bodyweight: true, Seconds: 60}},
		},
		"run 30min easy hr 130 yesterday 7:15am note legs heavy": {
			Kind: Run, Start: at(22, 7, 15), Minutes: 30, HR: 130, Intensity: Easy, Tagged: true, Note: "legs heavy",
		},
	}
	for text, want := range tests {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			want.Zone, want.Source = "Europe/Berlin", "chat"
			got := only(t, text, c)
			if got.Start.Location() != time.UTC {
				t.Errorf("the start is in %v, want UTC", got.Start.Location())
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestParse_SessionsFollowOneAnother(t *testing.T) {
	t.Parallel()
	c := goldenNow(t)
	tests := map[string][]string{
		"lift 60min squat 5x5 100kg then run 20min easy":              {"18:10", "19:10"},
		"lift at 17:00 60min squat 5x5 100kg then run 20min easy":     {"17:00", "18:00"},
		"lift 60min squat 5x5 100kg; run 20min easy at 18:00":         {"17:00", "18:00"},
		"lift at 7:00 60min squat 5x5 100kg; run 20min easy at 18:00": {"07:00", "18:00"},
		"swim 30min; bike 60min; run 30min":                           {"17:30", "18:00", "19:00"},
	}
	for text, want := range tests {
		e, err := Parse(text, c)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		var got []string
		for _, s := range e.Sessions {
			got = append(got, s.Local().Format("15:04"))
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q starts at %v, want %v", text, got, want)
		}
	}
}

func TestParse_ClocksThatJump(t *testing.T) {
	t.Parallel()
	zone, err := time.LoadLocation("America/New_York")
	if err != nil {
		t.Fatal(err)
	}
	// On 1 November 2026 the hour from 1:00 comes twice in New York.
	c := Context{Now: time.Date(2026, 11, 1, 1, 45, 0, 0, zone).Add(time.Hour), Zone: zone, Units: Imperial}
	s := only(t, "run 30min easy", c)
	if got := s.Start.In(zone).Format(time.RFC3339); got != "2026-11-01T01:15:00-05:00" {
		t.Errorf("a run of 30 min that ended at the second 1:45 starts at %s", got)
	}
	if again := only(t, s.Line(Imperial), c); !again.Start.Equal(s.Start) {
		t.Errorf("%q reads back to %v, want %v", s.Line(Imperial), again.Start, s.Start)
	}
}

func TestClassify(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		text     string
		want     Intensity
		conflict bool
	}{
		"a tag comes first":               {"run 5km 30:00 easy rpe 6", Easy, false},
		"easy at RPE 7 counts as hard":    {"run 5km 30:00 easy rpe 7", Hard, true},
		"easy at RPE 6.5 stays easy":      {"run 5km 30:00 easy rpe 6.5", Easy, false},
		"RPE 4 is easy":                   {"run 5km 30:00 rpe 4", Easy, false},
		"RPE 4.5 is moderate":             {"run 5km 30:00 rpe 4.5", Moderate, false},
		"RPE 6.5 is moderate":             {"run 5km 30:00 rpe 6.5", Moderate, false},
		"RPE 7 is hard":                   {"run 5km 30:00 rpe 7", Hard, false},
		"a tempo run is hard":             {"tempo run 5km 30:00", Hard, false},
		"a tempo run at RPE 6 goes by it": {"tempo run 5km 30:00 rpe 6", Moderate, false},
		"a jog is easy":                   {"jog 5km 30:00", Easy, false},
		"zone 2 is easy":                  {"ride 60min z2", Easy, false},
		"zone 3 is moderate":              {"ride 60min z3", Moderate, false},
		"nothing told is unknown":         {"run 5km 30:00", "", false},
		"a lift has no class":             {"leg day 60min rpe 8", "", false},
	}
	for name, tt := range tests {
		s := only(t, tt.text, goldenNow(t))
		if got := Classify(s); got != tt.want || s.Conflict() != tt.conflict {
			t.Errorf("%s: %q is %q, conflict %v; want %q, %v", name, tt.text, got, s.Conflict(), tt.want, tt.conflict)
		}
	}
}

func TestLoadsLegs(t *testing.T) {
	t.Parallel()
	c := goldenNow(t)
	own := map[string]bool{"sled hill": true, "ring thing": false}
	for text, want := range map[string]bool{
		"squat 5x5 100kg": true, "bench 5x5 80kg": false, "leg day 60min": true, "full body 60min": true, "upper body 60min": false,
		"squat 60x5 w, bench 3x5 80kg": false, "bench 3x5 80kg; lunge 3x10 20kg": true, "run 5km 30:00": true, "ride 60min": true,
		"swim 30min": false, "yoga 45min": false, "football 90min": true, "sled hill 3x10 40kg": true, "ring thing 3x10 bw": false, "rest day": false,
	} {
		if got := only(t, strings.Replace(text, "squat 60x5 w, bench", "squat 60x5 w; bench", 1), Context{Now: c.Now, Zone: c.Zone, Own: own}).LoadsLegs(own); got != want {
			t.Errorf("%q loads the legs: %v, want %v", text, got, want)
		}
	}
}

func TestDoubt_AtItsLimits(t *testing.T) {
	t.Parallel()
	c := goldenNow(t)
	tests := map[string]bool{ // is it asked about?
		"squat 1x1 600kg": false, "squat 1x1 600.5kg": true,
		"squat 1x200 20kg": false, "squat 1x201 20kg": true,
		"squat 30x5 60kg": false, "squat 31x5 60kg": true,
		"run 12h": false, "run 12h 1min": true,
		"run 200km 12h": false, "ride 300km 11h": false,
		"run 200km 32:00:00": true,
		"run 10km 25:00":     false, "run 10km 24:59": true,
		"run 1km 15:00": false, "run 1km 0:15:01": true,
		"run 5km 30:00 2024-11-24": false, "run 5km 30:00 2024-11-22": true,
		"sure squat 1x1 700kg": false,
	}
	for text, want := range tests {
		e, err := Parse(text, c)
		if err != nil {
			t.Errorf("%q: %v", text, err)
			continue
		}
		if got := e.Question != nil; got != want {
			t.Errorf("%q is asked about: %v, want %v (%+v)", text, got, want, e.Question)
		}
	}
}

func TestParse_StartThatIsStillAhead(t *testing.T) {
	t.Parallel()
	tests := map[string]struct{ asked, started string }{ // typed on Monday, 23 November, at 19:30
		"squat 5x5 100kg at 19:40":                   {"", "2026-11-23 19:40"},
		"squat 5x5 100kg at 19:41":                   {"19:41 today is still ahead. When was it?", "2026-11-22 19:41"},
		"log squat 5x5 100kg today 21:00":            {"21:00 today is still ahead. When was it?", "2026-11-22 21:00"},
		"squat 5x5 100kg 21:00-22:00":                {"21:00 today is still ahead. When was it?", "2026-11-22 21:00"},
		"run 5km 30:00 2026-11-23T20:00:00Z":         {"21:00 today is still ahead. When was it?", "2026-11-22 21:00"},
		"run 5km 30:00 2026-11-24 08:00":             {"08:00 tomorrow is still ahead. When was it?", "2026-11-23 08:00"},
		"run 5km 30:00 2026-11-24":                   {"19:30 tomorrow is still ahead. When was it?", "2026-11-23 19:00"},
		"sure squat 5x5 100kg at 21:00":              {"", "2026-11-23 21:00"},
		"squat 5x5 100kg 100min then run 20min easy": {"", "2026-11-23 17:30"},
	}
	c := goldenNow(t)
	for text, tt := range tests {
		e, err := Parse(text, c)
		if err != nil || (e.Question != nil) != (tt.asked != "") {
			t.Errorf("%q: %+v, %v", text, e.Question, err)
			continue
		}
		if e.Question != nil {
			if e.Question.Ask != tt.asked || e.Question.Options[1].Label != PlannedLabel {
				t.Errorf("%q is asked %q with %+v", text, e.Question.Ask, e.Question.Options)
			}
			text = e.Question.Options[0].Line
			if e, err = Parse(text, c); err != nil || e.Question != nil {
				t.Errorf("answered, %q: %+v, %v", text, e.Question, err)
				continue
			}
		}
		if got := e.Sessions[0].Local().Format("2006-01-02 15:04"); got != tt.started {
			t.Errorf("%q started at %s, want %s", text, got, tt.started)
		}
	}
	for _, text := range []string{"run 5km 30:00 2026-11-26", "sure run 5km 30:00 2026-11-26", "run 5km 30:00 2027-05-01 18:00"} {
		if e, err := Parse(text, c); err == nil {
			t.Errorf("%q is days ahead, but gave %+v", text, e)
		}
	}
}

func TestSession_WithoutDurationHasNoEnd(t *testing.T) {
	t.Parallel()
	c := goldenNow(t)
	far := only(t, "run 5km", c)
	if far.Timed() || !far.End().Equal(far.Start) || far.Headline(Metric) != "Run, Mon 19:30, 5 km" {
		t.Errorf("a run of 5 km without its time: timed %v, %v to %v, %q", far.Timed(), far.Start, far.End(), far.Headline(Metric))
	}
	for _, text := range []string{"run 5km 30:00", "squat 5x5 100kg"} {
		if !only(t, text, c).Timed() {
			t.Errorf("%q is not timed", text)
		}
	}
}

func TestLineAt_OldSessionIsNotAskedAboutAgain(t *testing.T) {
	t.Parallel()
	c := goldenNow(t)
	old := only(t, "sure run 5km 30:00 2024-01-05 18:00", c)
	again, err := Parse(old.LineAt(Metric, c.Now), c)
	if err != nil || again.Question != nil {
		t.Fatalf("%q: %+v, %v", old.LineAt(Metric, c.Now), again.Question, err)
	}
	if diff := cmp.Diff([]Session{old}, again.Sessions); diff != "" {
		t.Error(diff)
	}
}

func TestHeadlineAndDetails(t *testing.T) {
	t.Parallel()
	tests := map[string]struct {
		units   Units
		head    string
		details []string
	}{
		"lift squat 5x5 100kg @8; bench 8,8,6 60kg at 18:00 60min; rpe 8": {Metric, "Lift, Mon 18:00, 60 min, RPE 8",
			[]string{"Back Squat 5×5 100 kg @8", "Bench Press 2×8 60 kg, 1×6 60 kg"}},
		"squat 60x5 w, 100x0 yesterday 18:30":         {Metric, "Lift, Sun 18:30, about 4 min", []string{"Back Squat 1×5 60 kg warm-up, 1×0 100 kg failed"}},
		"pull ups 3x5 +10kg, plank 60s 18:00":         {Imperial, "Lift, Mon 18:00, about 16 min", []string{"Pull-Up 3×5 body weight + 22 lb", "Plank 1×60 s body weight"}},
		"run 8km 45:00 rpe 6 easy at 18:00":           {Metric, "Run, Mon 18:00, 8 km, 45 min, 5:38 /km, RPE 6, easy", nil},
		"run 5mi 40:00 at 18:00":                      {Imperial, "Run, Mon 18:00, 5 mi, 40 min, 8:00 /mi", nil},
		"run 6x400m 1:30 r90s rpe 9 at 18:00":         {Metric, "Run intervals, Mon 18:00, 6×400 m in 1:30 (rest 90 s), 2.4 km, about 16:30, RPE 9", nil},
		"fartlek 8km 42:00 at 18:00":                  {Metric, "Fartlek, Mon 18:00, 8 km, 42 min", nil},
		"deadlift 1x3 140kg failed at 18:00":          {Metric, "Lift, Mon 18:00, about 4 min", []string{"Deadlift 1×3 140 kg failed"}},
		"deadlift 1x3 140kg to failure at 18:00":      {Metric, "Lift, Mon 18:00, about 4 min", []string{"Deadlift 1×3 140 kg @10 to failure"}},
		"hyrox sim 70min at 18:00":                    {Metric, "HYROX, Mon 18:00, 70 min", nil},
		"leg day 60min rpe 7 at 18:00":                {Metric, "Lift (legs), Mon 18:00, 60 min, RPE 7", nil},
		"yoga 75min at 18:00":                         {Metric, "Yoga, Mon 18:00, 75 min", nil},
		"rest day at 8:00":                            {Metric, "Rest day, Mon 08:00", nil},
		"a1 bench 3x8 60kg; a2 row 3x8 50kg at 18:00": {Metric, "Lift, Mon 18:00, about 24 min", []string{"Bench Press 3×8 60 kg (superset A)", "Barbell Row 3×8 50 kg (superset A)"}},
		"marathon 3:58:12 at 9:00":                    {Metric, "Run, Mon 09:00, 42.2 km, 3:58:12, 5:39 /km", nil},
	}
	for text, tt := range tests {
		s := only(t, text, goldenNow(t))
		if got := s.Headline(tt.units); got != tt.head {
			t.Errorf("%q is headed %q, want %q", text, got, tt.head)
		}
		if diff := cmp.Diff(tt.details, s.Details(tt.units)); diff != "" {
			t.Errorf("%q in detail (-want +got):\n%s", text, diff)
		}
	}
}

func TestHelp_EveryExampleParses(t *testing.T) {
	t.Parallel()
	for _, example := range Examples() {
		if !strings.Contains(Help(), example) {
			t.Errorf("Help does not show %q", example)
		}
		e, err := Parse(example, Context{Now: time.Unix(1_800_000_000, 0)})
		if err != nil || e.Question != nil || len(e.Remarks) > 0 || len(e.Unknown) > 0 {
			t.Errorf("%q: %v %+v", example, err, e)
		}
	}
}

func TestUnits_PrintedForPeople(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ got, want string }{
		{Weight(62.5, Metric), "62.5 kg"}, {Weight(100, Imperial), "220.5 lb"}, {Weight(225*kgPerPound, Imperial), "225 lb"},
		{Distance(0.4, Metric), "400 m"}, {Distance(10, Imperial), "6.21 mi"}, {Distance(5*kmPerMile, Imperial), "5 mi"},
		{PaceText(8, 45, Metric), "5:38 /km"}, {PaceText(0, 45, Metric), ""}, {Duration(45), "45 min"}, {Duration(119), "119 min"}, {Duration(120), "2 h"}, {Duration(140), "2 h 20 min"}, {Duration(48 + 10.0/60), "48:10"},
	} {
		if tt.got != tt.want {
			t.Errorf("printed %q, want %q", tt.got, tt.want)
		}
	}
}
