package load

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
	"tandem/coach/training"
)

func TestFoster(t *testing.T) {
	tests := []struct {
		rpe     training.RPE
		minutes float64
		want    float64
	}{{7, 60, 420}, {4, 45, 180}, {8, 75, 600}, {0, 30, 0}, {7.5, 60, 450}, {10, 1440, 14400}}
	for _, tt := range tests {
		got, err := Foster(tt.rpe, tt.minutes)
		if err != nil || got != tt.want {
			t.Errorf("Foster(%v, %v) = %v, %v, want %v", tt.rpe, tt.minutes, got, err, tt.want)
		}
	}
	for _, bad := range []struct {
		rpe     training.RPE
		minutes float64
		word    string
	}{{-1, 60, "effort"}, {10.5, 60, "effort"}, {5, 0, "duration"}, {5, -3, "duration"}, {5, 1441, "duration"}} {
		if _, err := Foster(bad.rpe, bad.minutes); err == nil || !strings.Contains(err.Error(), bad.word) {
			t.Errorf("Foster(%v, %v): error %v, want one about %s", bad.rpe, bad.minutes, err, bad.word)
		}
	}
}

func TestOfSession_NamesItsBasis(t *testing.T) {
	heavy := []training.Set{
		{Exercise: "Back Squat", Kg: 60, Reps: 5, RPE: effort(4), Warmup: true},
		{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: effort(8)},
		{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: effort(9)},
		{Exercise: "Back Squat", Kg: 80, Reps: 8, RPE: effort(5)},
	}
	silent := []training.Set{{Exercise: "Bench Press", Kg: 60, Reps: 5}, {Exercise: "Bench Press", Kg: 60, Reps: 5}}
	tests := []struct {
		name  string
		in    training.Session
		want  Session
		known bool
		ask   string // words that what to add must have
	}{
		{"both told", training.Session{Kind: training.Run, Minutes: 45, RPE: effort(4)},
			Session{Load: 180, RPE: 4, RPEBasis: Told, Minutes: 45, DurationBasis: Told}, true, ""},
		{"duration counted from sets by the parser", training.Session{Kind: training.Lift, Minutes: 20, Estimated: true, RPE: effort(7)},
			Session{Load: 140, RPE: 7, RPEBasis: Told, Minutes: 20, DurationBasis: Estimated}, true, ""},
		{"duration missing: 4 minutes a working set", training.Session{Kind: training.Lift, RPE: effort(7), Sets: heavy},
			Session{Load: 84, RPE: 7, RPEBasis: Told, Minutes: 12, DurationBasis: Estimated}, true, ""},
		{"effort missing: median of the top sets less 1", training.Session{Kind: training.Lift, Minutes: 60, Sets: heavy},
			Session{Load: 450, RPE: 7.5, RPEBasis: Estimated, Minutes: 60, DurationBasis: Told}, true, ""},
		{"sets without effort give none", training.Session{Kind: training.Lift, Minutes: 60, Sets: silent},
			Session{RPEBasis: Missing, Minutes: 60, DurationBasis: Told}, false, "rpe 7"},
		{"a run without effort", training.Session{Kind: training.Run, Minutes: 48},
			Session{RPEBasis: Missing, Minutes: 48, DurationBasis: Told}, false, "rpe 7"},
		{"a run without duration", training.Session{Kind: training.Run, Km: 8, RPE: effort(3)},
			Session{RPE: 3, RPEBasis: Told, DurationBasis: Missing}, false, "60min"},
		{"neither", training.Session{Kind: training.Ride},
			Session{RPEBasis: Missing, DurationBasis: Missing}, false, "rpe 7 60min"},
		{"a rest day is a load of zero", training.Session{Kind: training.Rest},
			Session{RPEBasis: Told, DurationBasis: Told}, true, ""},
		{"an effort of zero is an effort", training.Session{Kind: training.Walk, Minutes: 30, RPE: effort(0)},
			Session{RPEBasis: Told, Minutes: 30, DurationBasis: Told}, true, ""},
		{"not believable", training.Session{Kind: training.Ride, Minutes: 2000, RPE: effort(3)},
			Session{RPE: 3, RPEBasis: Told, Minutes: 2000, DurationBasis: Told}, false, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, known := OfSession(tt.in)
			if diff := cmp.Diff(tt.want, got); diff != "" || known != tt.known {
				t.Errorf("known %v, want %v\n%s", known, tt.known, diff)
			}
			if ask := got.Ask(); (tt.ask == "") != (ask == "") || !strings.Contains(ask, tt.ask) {
				t.Errorf("asks %q, want words %q", ask, tt.ask)
			}
		})
	}
}

func TestOfSession_EstimatedEffortStaysWithin3To9(t *testing.T) {
	for told, want := range map[float64]training.RPE{2: 3, 4: 3, 6.5: 5.5, 10: 9} {
		got, _ := OfSession(training.Session{Kind: training.Lift, Minutes: 30,
			Sets: []training.Set{{Exercise: "Deadlift", Kg: 140, Reps: 3, RPE: effort(told)}}})
		if got.RPE != want || !got.Estimated() {
			t.Errorf("top set at %v: session effort %v, want %v, estimated", told, got.RPE, want)
		}
	}
}

func TestDaily_SumsByTheAthletesOwnDate(t *testing.T) {
	at := func(s string) time.Time {
		instant, err := time.Parse(time.RFC3339, s)
		if err != nil {
			t.Fatal(err)
		}
		return instant
	}
	run := func(start string) training.Session {
		return training.Session{Kind: training.Run, Start: at(start), Zone: "America/New_York", Minutes: 30, RPE: effort(4)}
	}
	sessions := []training.Session{
		run("2027-03-01T03:00:00Z"), // the evening of 28 February in New York
		run("2027-03-01T12:00:00Z"),
		run("2027-03-01T22:00:00Z"),
		{Kind: training.Run, Start: at("2027-03-02T12:00:00Z"), Zone: "America/New_York", Minutes: 30}, // no effort told
		run("2027-03-04T12:00:00Z"), // after the span
	}
	got := Daily(sessions, training.Date{Year: 2027, Month: 2, Day: 28}, training.Date{Year: 2027, Month: 3, Day: 3})
	if diff := cmp.Diff([]float64{120, 240, 0, 0}, got); diff != "" {
		t.Error(diff)
	}
	if got := Daily(sessions, training.Date{Year: 2027, Month: 3, Day: 2}, training.Date{Year: 2027, Month: 3, Day: 1}); len(got) != 0 {
		t.Errorf("a span that ends before it begins: %v", got)
	}
}

func TestDaily_LosesNoLoad(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := time.Date(2027, 3, 1, 0, 0, 0, 0, time.UTC)
		var sessions []training.Session
		total := 0.0
		for range rapid.IntRange(0, 20).Draw(t, "sessions") {
			s := training.Session{Kind: training.Run, Zone: "UTC", RPE: effort(float64(rapid.IntRange(0, 10).Draw(t, "rpe"))),
				Minutes: float64(rapid.IntRange(1, 300).Draw(t, "minutes")),
				Start:   from.Add(time.Duration(rapid.IntRange(0, 28*24-1).Draw(t, "hour")) * time.Hour)}
			sessions = append(sessions, s)
			total += float64(*s.RPE) * s.Minutes
		}
		sum := 0.0
		for _, v := range Daily(sessions, training.DateOf(from), training.DateOf(from).Add(27)) {
			sum += v
		}
		if sum != total {
			t.Fatalf("days sum to %v, sessions to %v", sum, total)
		}
	})
}
