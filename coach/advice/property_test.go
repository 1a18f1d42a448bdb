package advice

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// anyDay draws an athlete with up to three weeks of training and check-ins,
// and today's.
func anyDay(t *rapid.T) Input {
	in := Input{Day: monday, Now: at(0, "22:00"), Profile: Profile{
		Goal:       rapid.SampledFrom(append(training.Goals(), "")).Draw(t, "goal"),
		Experience: rapid.SampledFrom([]training.Experience{training.Beginner, training.Intermediate, training.Advanced}).Draw(t, "experience"),
		Units:      training.Metric,
	}}
	for i := range rapid.IntRange(0, 18).Draw(t, "sessions") {
		s := anySession(t)
		s.ID = string(rune('a' + i))
		if s.Day() == monday {
			in.Sessions = append(in.Sessions, s)
		} else {
			in.History = append(in.History, s)
		}
	}
	in.Sessions = append(in.Sessions, func() training.Session { s := anySession(t); s.ID = "today"; s.Start = at(0, "12:00"); return s }())
	for i := range rapid.IntRange(0, 10).Draw(t, "check-ins") {
		item := rapid.IntRange(0, 5)
		in.CheckIns = append(in.CheckIns, recovery.CheckIn{Date: monday.Add(-i), At: at(-i, "07:00"),
			Fatigue: item.Draw(t, "fatigue"), Sleep: item.Draw(t, "sleep"), Soreness: item.Draw(t, "soreness"),
			Stress: item.Draw(t, "stress"), Mood: item.Draw(t, "mood"), SleepHours: float64(rapid.IntRange(0, 9).Draw(t, "hours"))})
	}
	return in
}

func anySession(t *rapid.T) training.Session {
	s := training.Session{Zone: newYork, Minutes: float64(rapid.IntRange(0, 120).Draw(t, "minutes")),
		Start: at(-rapid.SampledFrom([]int{0, 0, 0, 1, 1, 2, 3, 5, 8, 13, 21}).Draw(t, "back"), "00:00").Add(time.Duration(rapid.IntRange(0, 23*60).Draw(t, "clock")) * time.Minute)}
	if rapid.Bool().Draw(t, "rated") {
		s.RPE = effort(float64(rapid.IntRange(1, 10).Draw(t, "rpe")))
	}
	if rapid.Bool().Draw(t, "lift") {
		s.Kind = training.Lift
		for range rapid.IntRange(0, 3).Draw(t, "exercises") {
			set := training.Set{Exercise: rapid.SampledFrom([]string{"Back Squat", "Deadlift", "Bench Press", "Pull-up"}).Draw(t, "exercise"),
				Kg: 2.5 * float64(rapid.IntRange(0, 80).Draw(t, "kg")), Reps: rapid.IntRange(0, 12).Draw(t, "reps")}
			for range rapid.IntRange(1, 6).Draw(t, "sets") {
				s.Sets = append(s.Sets, set)
			}
		}
		s.Region = rapid.SampledFrom([]training.Region{"", training.Legs, training.Upper, training.FullBody}).Draw(t, "region")
		return s
	}
	s.Kind = rapid.SampledFrom([]training.Kind{training.Run, training.Run, training.Ride, training.Walk, training.Other, training.Rest}).Draw(t, "kind")
	s.Km = float64(rapid.IntRange(0, 30).Draw(t, "km"))
	s.Style = rapid.SampledFrom([]training.Style{training.Steady, training.Intervals, training.Tempo, training.LongRun}).Draw(t, "style")
	if rapid.Bool().Draw(t, "tagged") {
		s.Tagged, s.Intensity = true, rapid.SampledFrom([]training.Intensity{training.Easy, training.Moderate, training.Hard}).Draw(t, "intensity")
	}
	return s
}

func TestReport_NeverMoreThanThreeAndOneGreen(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyDay(t)
		r := Evaluate(in)
		greens := 0
		for i, f := range r.Findings {
			if f.Level == Green {
				greens++
			}
			if i > 0 && severity[f.Level] > severity[r.Findings[i-1].Level] {
				t.Errorf("out of order: %v", outline(r))
			}
			if f.Text == "" || len(f.Seed) == 0 || len(f.Evidence) == 0 || len(f.Why) == 0 {
				t.Errorf("stands on nothing: %+v", f)
			}
		}
		if greens > 1 || len(r.Findings)-greens > 3 {
			t.Errorf("too many: %v", outline(r))
		}
		if r.Verdict == "" || r.Next == "" {
			t.Errorf("verdict %q, next %q", r.Verdict, r.Next)
		}
	})
}

func TestReport_DoesNotDependOnTheOrderOfTheInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyDay(t)
		want := Evaluate(in)
		mix := rand.New(rand.NewPCG(1, uint64(rapid.IntRange(0, 99).Draw(t, "mix"))))
		mix.Shuffle(len(in.Sessions), func(i, j int) { in.Sessions[i], in.Sessions[j] = in.Sessions[j], in.Sessions[i] })
		mix.Shuffle(len(in.History), func(i, j int) { in.History[i], in.History[j] = in.History[j], in.History[i] })
		mix.Shuffle(len(in.CheckIns), func(i, j int) { in.CheckIns[i], in.CheckIns[j] = in.CheckIns[j], in.CheckIns[i] })
		if diff := cmp.Diff(want, Evaluate(in)); diff != "" {
			t.Error(diff)
		}
	})
}

var digits = regexp.MustCompile(`\d`)

func TestReport_IsTheSameInPoundsAndMiles(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyDay(t)
		metric := Evaluate(in)
		in.Profile.Units = training.Imperial
		imperial := Evaluate(in)
		if diff := cmp.Diff(outline(metric), outline(imperial)); diff != "" {
			t.Error(diff)
		}
		for i, f := range imperial.Findings {
			if regexp.MustCompile(`\d (kg|km)\b`).MatchString(f.Text) {
				t.Errorf("metric in %q", f.Text)
			}
			if digits.MatchString(f.Text) != digits.MatchString(metric.Findings[i].Text) {
				t.Errorf("%q against %q", f.Text, metric.Findings[i].Text)
			}
		}
	})
}

// interferenceRules are those that S04 lowers for beginners.
var interferenceRules = []string{"run-before-lift", "lift-before-key-run", "order-habit", "gap-too-short", "key-run-after-heavy-legs",
	"hard-run-after-heavy-legs", "long-run-after-lift", "cardio-after-lift-dose", "hard-on-tired-legs", "second-session-slower"}

func TestBeginner_IsNeverToldOrangeAboutInterference(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyDay(t)
		in.Profile.Experience = training.Beginner
		for _, f := range Evaluate(in).Findings {
			if f.Level == Orange && slices.Contains(interferenceRules, f.Rule) {
				t.Errorf("a beginner reads %s: %s", f.Rule, f.Text)
			}
		}
	})
}

func TestPair_HasOneOrangeAtMost(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := look(anyDay(t))
		seen := map[[2]string]string{}
		for _, n := range weigh(d, observe(d, rules)) {
			if n.Level != Orange || n.pair == [2]string{} {
				continue
			}
			if other := seen[n.pair]; other != "" {
				t.Errorf("%s and %s about one pair", other, n.Rule)
			}
			seen[n.pair] = n.Rule
		}
	})
}

// improper is what no text may say: blame, diagnoses, personal odds, other
// people's trademarks.
var improper = regexp.MustCompile(`(?i)\b(gains lost|lost your|lazy|bad|wrong|fail(ed|ure)? to|you should have|overtrain|syndrome|risk of injury|chance of|CTL|ATL|TSB|TSS|dangerous|always|never)\b`)

func TestTexts_AreCalm(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := Evaluate(anyDay(t))
		texts := []string{r.Verdict, r.Next, r.Ask}
		for _, f := range r.Findings {
			texts = append(texts, f.Text)
		}
		for _, text := range texts {
			if word := improper.FindString(text); word != "" {
				t.Errorf("says %q: %s", word, text)
			}
			if regexp.MustCompile(`%!|NaN|Inf|\s{2}| 0 min|\d{3,} min \(`).MatchString(text) {
				t.Errorf("slip in %q", text)
			}
		}
	})
}

func TestToday_OnlyHoldsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := anyDay(t)
		in.Sessions = nil
		order := []recovery.Level{recovery.Ready, recovery.Steady, recovery.HoldBack, recovery.Rest}
		last := Hold(-1)
		for _, l := range order {
			s := Today(in, recovery.Readiness{Level: l})
			if s.Hold < last {
				t.Errorf("%s holds back less than a better morning", l)
			}
			if s.Verdict == "" || s.Next == "" || len(s.Findings) > 4 {
				t.Errorf("%+v", s)
			}
			last = s.Hold
		}
	})
}
