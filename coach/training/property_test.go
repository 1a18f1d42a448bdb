package training

import (
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

// drawRPE draws a rating in halves, or none.
func drawRPE(t *rapid.T, label string) *RPE {
	if rapid.Bool().Draw(t, label+" untold") {
		return nil
	}
	r := RPE(float64(rapid.IntRange(2, 20).Draw(t, label)) / 2)
	return &r
}

func drawKg(t *rapid.T) float64 {
	if rapid.Bool().Draw(t, "pounds") {
		return float64(rapid.IntRange(1, 600).Draw(t, "lb")) / 2 * kgPerPound
	}
	return float64(rapid.IntRange(1, 1200).Draw(t, "kg")) / 4
}

func drawKm(t *rapid.T) float64 {
	switch rapid.IntRange(0, 2).Draw(t, "distance unit") {
	case 0:
		return float64(rapid.IntRange(1, 200).Draw(t, "mi")) / 10 * kmPerMile
	case 1:
		return float64(rapid.IntRange(1, 30).Draw(t, "hundred metres")) * 100 / 1000
	}
	return float64(rapid.IntRange(1, 4200).Draw(t, "km")) / 100
}

func drawSet(t *rapid.T, e Exercise) Set {
	set := Set{Exercise: e.Name, Bodyweight: e.Bodyweight, Warmup: rapid.Bool().Draw(t, "warm"), RPE: drawRPE(t, "set rpe")}
	switch {
	case e.Timed:
		set.Seconds = float64(rapid.IntRange(1, 600).Draw(t, "seconds"))
	case e.Carried:
		set.Metres = float64(rapid.IntRange(1, 500).Draw(t, "metres"))
	default:
		set.Reps = rapid.IntRange(0, 200).Draw(t, "reps")
	}
	switch rapid.IntRange(0, 3).Draw(t, "load") {
	case 0:
		set.Kg = drawKg(t)
	case 1:
		set.Percent = float64(rapid.IntRange(30, 110).Draw(t, "percent"))
	case 2:
		set.Bodyweight = true
	}
	if e.Bodyweight && set.Kg > 0 && rapid.Bool().Draw(t, "assisted") {
		set.Kg = -set.Kg
	}
	set.EachSide = rapid.IntRange(0, 4).Draw(t, "side") == 0
	set.Failed = set.Reps == 0 && set.Seconds == 0 && set.Metres == 0 || rapid.IntRange(0, 9).Draw(t, "failed") == 0
	return set
}

func drawLift(t *rapid.T, s *Session) {
	s.Kind = Lift
	s.Region = rapid.SampledFrom([]Region{"", "", Legs, Upper, FullBody, Trunk}).Draw(t, "region")
	own := []Exercise{{Name: "Zercher Thing"}, {Name: "Bob's 21s, slow"}, {Name: "Sprünge (hoch) 90/90"}, {Name: "note at 5x5"}}
	names := rapid.SliceOfN(rapid.SampledFrom(append(Exercises(), own...)), 0, 4).Draw(t, "exercises")
	for _, e := range names {
		n := rapid.IntRange(1, 4).Draw(t, "groups")
		for range n {
			set := drawSet(t, e)
			for range rapid.IntRange(1, 2).Draw(t, "sets") {
				s.Sets = append(s.Sets, set)
			}
		}
	}
	if len(names) > 1 && names[0].Name != names[1].Name && rapid.Bool().Draw(t, "superset") {
		for i := range s.Sets {
			if s.Sets[i].Exercise == names[0].Name || s.Sets[i].Exercise == names[1].Name {
				s.Sets[i].Superset = 3
			}
		}
	}
	if len(s.Sets) > 0 && rapid.Bool().Draw(t, "estimated") {
		s.Minutes, s.Estimated = EstimatedMinutes(*s), len(s.Working()) > 0
	} else {
		s.Minutes = float64(rapid.IntRange(1, 240).Draw(t, "minutes"))
	}
	if s.Minutes == 0 {
		s.Minutes = 10
	}
}

func drawEndurance(t *rapid.T, s *Session) {
	s.Kind = rapid.SampledFrom([]Kind{Run, Run, Ride, Row, Swim, Walk, Other}).Draw(t, "kind")
	if s.Kind == Other {
		s.Activity = rapid.SampledFrom([]string{"", "yoga", "HIIT", "football", "elliptical", "jump rope", "CrossFit", "HYROX", "ski erg"}).Draw(t, "activity")
	}
	s.Style = rapid.SampledFrom([]Style{Steady, Steady, Tempo, Race, LongRun, Recovery, Intervals}).Draw(t, "style")
	if s.Kind == Run && rapid.IntRange(0, 4).Draw(t, "fartlek") == 0 {
		s.Activity = fartlek
		if s.Style == Steady {
			s.Style = Intervals
		}
	}
	if s.Activity == "HIIT" {
		s.Style = Intervals
	}
	if rapid.Bool().Draw(t, "tagged") {
		s.Tagged, s.Intensity = true, rapid.SampledFrom([]Intensity{Easy, Moderate, Hard}).Draw(t, "intensity")
	}
	if s.Kind != Other && rapid.Bool().Draw(t, "distance told") {
		s.Km = drawKm(t)
	}
	s.Minutes = float64(rapid.IntRange(60, 12*3600).Draw(t, "seconds")) / 60
	if rapid.Bool().Draw(t, "whole minutes") {
		s.Minutes = math.Ceil(s.Minutes)
	}
	if s.Style != Intervals || s.Activity == "HIIT" || rapid.Bool().Draw(t, "no repeats") {
		return
	}
	for range rapid.IntRange(1, 3).Draw(t, "kinds of repeat") {
		r := Interval{Count: rapid.IntRange(1, 20).Draw(t, "count"), RestSeconds: float64(rapid.IntRange(0, 300).Draw(t, "rest"))}
		if rapid.Bool().Draw(t, "by distance") {
			r.Km = float64(rapid.IntRange(1, 40).Draw(t, "hundreds")) * 50 / 1000
		} else {
			r.Seconds = float64(rapid.IntRange(5, 1200).Draw(t, "work"))
		}
		s.Reps = append(s.Reps, r)
	}
	for i := range s.Reps { // a rest told once holds for all before it
		if i > 0 && s.Reps[i-1].RestSeconds == 0 {
			s.Reps[i].RestSeconds = 0
		}
	}
	if s.Km == 0 {
		s.Km, _ = repeatSum(s.Reps)
	}
}

// drawSession draws any session that Parse can give.
func drawSession(t *rapid.T) Session {
	zones := []string{"UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe", "America/Nuuk"}
	s := Session{Zone: rapid.SampledFrom(zones).Draw(t, "zone"), Source: "chat"}
	s.Start = time.Unix(rapid.Int64Range(1_735_689_600, 1_798_761_600).Draw(t, "start"), 0).UTC()
	if rapid.IntRange(0, 3).Draw(t, "seconds shown") > 0 {
		s.Start = s.Start.Truncate(time.Minute)
	}
	if rapid.Bool().Draw(t, "a lift") {
		drawLift(t, &s)
	} else {
		drawEndurance(t, &s)
	}
	s.RPE = drawRPE(t, "rpe")
	if rapid.Bool().Draw(t, "pulse") {
		s.HR = rapid.IntRange(25, 250).Draw(t, "hr")
	}
	note := rapid.SampledFrom([]string{"", "", "felt tight in my chest", "5x5 @8; run 5k then rest", "Knie tut weh, 7/10", "note \"quoted\" – ok"})
	s.Note = note.Draw(t, "note")
	if !s.Tagged {
		s.Intensity = Classify(s)
	}
	return s
}

func contextOf(s Session, u Units) Context {
	zone, err := time.LoadLocation(s.Zone)
	if err != nil {
		zone = time.UTC
	}
	return Context{Now: s.Start.Add(time.Hour), Zone: zone, Units: u}
}

func TestLine_ReadsBackToTheSameSession(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		s := drawSession(t)
		units := rapid.SampledFrom([]Units{Metric, Imperial}).Draw(t, "units")
		line := s.Line(units)
		e, err := Parse(line, contextOf(s, units))
		if err != nil {
			t.Fatalf("%q: %v", line, err)
		}
		if e.Question != nil {
			t.Fatalf("%q is asked about: %s", line, e.Question.Ask)
		}
		if len(e.Sessions) != 1 {
			t.Fatalf("%q gives %d sessions", line, len(e.Sessions))
		}
		if diff := cmp.Diff(s, e.Sessions[0], cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%q reads back differently (-session +read):\n%s", line, diff)
		}
	})
}

// drawText draws what a hand on a phone might type: words of the grammar and
// anything else, in any order.
func drawText(t *rapid.T) string {
	words := []string{"squat", "bench press", "run", "lift", "row", "swim", "5x5", "3x8x110", "100", "100kg", "225lb", "62,5", "@8", "@", "rpe", "7",
		"rpe 8", "rir 2", "85,85,80", "8km", "45:00", "1:20", "6x400m", "r90s", "at", "18:30", "yesterday", "mon", "2h ago", "2026-11-20", "note",
		";", "\n", ",", "then", "and", "x", "+", "-", "w", "fail", "bw", "bw+20", "%", "80%", "easy", "tempo", "hr 145", "sure", "log", "\"", "(", ")",
		"a1", "superset", "sets", "of", "reps", "min", "pace 5:30", "/km", "half marathon", "leg day", "set 1:", "nov 20", "99999999999", "🏃", "\u00a0", "é", "plank", "60s", "no weight", "?", "unit: lb", "an hour", "to", "felt", ":muscle:"}
	parts := rapid.SliceOfN(rapid.OneOf(rapid.SampledFrom(words), rapid.StringN(0, 4, 12)), 0, 12).Draw(t, "parts")
	return strings.Join(parts, rapid.SampledFrom([]string{" ", ""}).Draw(t, "between"))
}

func TestParse_NoTextPanicsAndEveryErrorHelps(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		checkParse(t, drawText(t))
	})
}

// checkParse checks what holds for every text at all.
func checkParse(t interface {
	Fatalf(format string, args ...any)
}, text string) {
	c := Context{Now: time.Date(2026, 11, 23, 19, 30, 0, 0, time.UTC), Zone: time.UTC, Units: Metric}
	LooksLikeLog(text)
	e, err := Parse(text, c)
	if err != nil {
		p, ok := err.(*ParseError)
		if !ok {
			t.Fatalf("%q: error %T", text, err)
		}
		if _, err := Parse(p.Example, c); err != nil {
			t.Fatalf("%q: its example %q does not parse: %v", text, p.Example, err)
		}
		return
	}
	if e.Question != nil {
		if n := len(e.Question.Options); n < 2 || n > 3 || len(e.Sessions) > 0 {
			t.Fatalf("%q: a question with %d options and %d sessions", text, n, len(e.Sessions))
		}
		return
	}
	for _, s := range e.Sessions {
		for _, u := range []Units{Metric, Imperial} {
			line := s.Line(u)
			again, err := Parse(line, Context{Now: c.Now, Zone: time.UTC, Units: u})
			if err != nil || again.Question != nil || len(again.Sessions) != 1 {
				t.Fatalf("%q prints %q, which does not read back: %v %+v", text, line, err, again.Question)
			}
			if diff := cmp.Diff(s, again.Sessions[0], cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%q prints %q, which reads back differently:\n%s", text, line, diff)
			}
		}
		s.Headline(Imperial)
		s.Details(Imperial)
	}
}

func TestParse_PoundsAndKilogramsMeanTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		pounds := rapid.IntRange(10, 700).Draw(t, "lb")
		form := rapid.SampledFrom([]string{"squat 5x5 %", "bench 3x8 @%", "deadlift %x5", "row % for 3x8"}).Draw(t, "form")
		with := func(weight string, u Units) Session {
			e, err := Parse(strings.ReplaceAll(form, "%", weight), Context{Now: time.Unix(1_800_000_000, 0), Units: u})
			if err != nil || len(e.Sessions) != 1 {
				t.Skip("asked or refused")
			}
			return e.Sessions[0]
		}
		told, bare := with(number(float64(pounds))+"lb", Metric), with(number(float64(pounds)), Imperial)
		if !slices.EqualFunc(told.Sets, bare.Sets, func(a, b Set) bool { return a.Kg == b.Kg && a.Reps == b.Reps && a.Exercise == b.Exercise }) {
			t.Fatalf("%d lb told: %s; bare: %s", pounds, told.Line(Imperial), bare.Line(Imperial))
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, example := range Examples() {
		f.Add(example)
	}
	for _, text := range []string{"squat 5x5x5", "a1 bench 3x8 60kg + row", "run 6x400 1:30 r90s", "5k 24:30", "\"\" 5x5", "* note\n- 1. x", "bw+", "@@8 @18:30", "1h05m 2h ago",
		"3 rounds: 10 pushups, 15 air squats", "emom 10: 3 cleans 60kg", "run 2k wu, 5k 22:00, 1k cd", "bike 12x40/20", "squat 3x5+ 100kg 5,5,9", "bench 5x5 80kg last set 4 @9",
		"squat warmup 60x5, 100x5", "squat 40kg/side 3x5", "swam 64 lengths", "run 5k 5/11", "c25k w3d1 28min", "easy 30"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) { checkParse(t, text) })
}
