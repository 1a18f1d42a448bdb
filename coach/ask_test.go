package coach_test

import (
	"slices"
	"strings"
	"testing"

	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/training"
)

func newCoach(t *testing.T) *coach.Coach {
	t.Helper()
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return coach.New(base, safety.Contacts{})
}

// TestEverySeedRuleCanBeAskedAbout: a plain question about each rule of the
// document the coach was grown from gets an entry that stands on that rule.
func TestEverySeedRuleCanBeAskedAbout(t *testing.T) {
	c := newCoach(t)
	for _, tt := range []struct{ rule, question string }{
		{"S01", "is it bad to run after lifting weights?"},
		{"S02", "what is concurrent training?"},
		{"S03", "what do mTOR and AMPK have to do with running and lifting?"},
		{"S04", "does cardio kill my strength gains?"},
		{"S05", "why is running so hard after heavy squats, is it glycogen?"},
		{"S06", "does cardio after weights lower my testosterone and growth hormone?"},
		{"S07", "does running on tired legs after lifting change my form?"},
		{"S08", "why am I slower on runs after lifting?"},
		{"S09", "what are the benefits of combining running and lifting?"},
		{"S10", "what are the drawbacks of running after lifting?"},
		{"S11", "should I lift or run first if I want to get stronger?"},
		{"S12", "marathon training: run first or lift first?"},
		{"S13", "how long and how hard should I run after lifting?"},
		{"S14", "can I do HIIT right after heavy lifting?"},
		{"S15", "how much sleep do I need to recover from lifting and running?"},
		{"S16", "is an easy jog after weights a good cool-down?"},
		{"S17", "how many hours between lifting and running?"},
		{"S18", "how do I know I'm overtraining?"},
		{"S19", "what should I eat before lifting and running?"},
		{"S20", "how do I decide what to prioritise, running or lifting?"},
		{"S21", "how fast should I increase my mileage and weights?"},
		{"S22", "does the order of cardio and weights matter for general fitness?"},
		{"S23", "What is concurrent training?"},
		{"S24", "I'm a powerlifter, how should I fit in running?"},
	} {
		ans := c.Ask(tt.question, "")
		if ans.Outcome != coach.Answered {
			t.Errorf("%s, %q: outcome %s, topics %v", tt.rule, tt.question, ans.Outcome, ans.Topics)
			continue
		}
		e, _ := c.Entry(ans.Topics[0])
		if !slices.Contains(e.Seed, tt.rule) && tt.rule != "S23" {
			t.Errorf("%s, %q: answered by %s, which stands on %v", tt.rule, tt.question, e.ID, e.Seed)
		}
	}
}

// TestAnswers_NameRuleAndSource: an answer about training says how sure it is
// and by whom, and its brackets are left for Why?.
func TestAnswers_NameRuleAndSource(t *testing.T) {
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	c := newCoach(t)
	for _, e := range base.Entries() {
		for _, goal := range append(training.Goals(), "") {
			ans := c.Topic(e.ID, goal)
			if strings.ContainsAny(ans.Text, "[]") {
				t.Errorf("%s for %q: source marks are left in the text", e.ID, goal)
			}
			if !strings.HasPrefix(ans.Text, e.Verdict) {
				t.Errorf("%s for %q: the verdict does not come first", e.ID, goal)
			}
			if e.Product && strings.Contains(ans.Text, "\nWhy:") {
				t.Errorf("%s: what the coach does is headed as a reason", e.ID)
			}
			if !e.Product && (len(ans.Sources) == 0 && len(e.Seed)+len(e.Evidence) > 0 || !strings.Contains(ans.Text, "How sure: ")) {
				t.Errorf("%s for %q: no source", e.ID, goal)
			}
		}
	}
}

// TestGoalInTheQuestionWins: who names a goal is answered for it, whatever is
// set.
func TestGoalInTheQuestionWins(t *testing.T) {
	c := newCoach(t)
	ans := c.Ask("should i run or lift first, i want a stronger squat", training.Event)
	if !strings.Contains(ans.Text, "For strength:") {
		t.Errorf("not answered for strength:\n%s", ans.Text)
	}
	if ans := c.Ask("is running after lifting bad for hypertrophy", training.Power); !strings.Contains(ans.Text, "For muscle: This holds") || strings.Contains(ans.Text, "For power") {
		t.Errorf("a goal that changes nothing is not answered to:\n%s", ans.Text)
	}
	if ans := c.Ask("should i run or lift first?", training.Event); !strings.Contains(ans.Text, "For your event:") {
		t.Errorf("not answered for the event:\n%s", ans.Text)
	}
}

// TestSafetyComesBeforeAnAnswer: a red flag inside a question is answered alone.
func TestSafetyComesBeforeAnAnswer(t *testing.T) {
	ans := newCoach(t).Ask("should I lift first? my chest felt tight on the hill", training.Strength)
	if ans.Outcome != coach.Safety || ans.Flag.Tier != safety.T0 || strings.Contains(ans.Text, "How sure") {
		t.Errorf("outcome %s, tier %s:\n%s", ans.Outcome, ans.Flag.Tier, ans.Text)
	}
}

// TestHowSure_OpinionIsNotDressedAsResearch: what coaches think stands apart
// from the studies that only parts of it rest on, and strong
// evidence names its best sources first.
func TestHowSure_OpinionIsNotDressedAsResearch(t *testing.T) {
	c := newCoach(t)
	for topic, want := range map[string]string{
		"deload":       "How sure: expert opinion; parts of it rest on Bosquet 2007; Wang 2023; Bell 2023",
		"interference": "How sure: strong evidence (Schumann 2022; Petré 2021; Wilson 2012)",
		"benefits":     "How sure: some evidence (Schumann 2022; Eihara 2022; Llanos-Lagos 2024; Van Hooren & Peake 2018)",
	} {
		if text := c.Topic(topic, "").Text; !strings.HasSuffix(text, want) {
			t.Errorf("%s: want %q at the end of\n%s", topic, want, text)
		}
	}
}
