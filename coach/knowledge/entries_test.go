package knowledge_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"tandem/coach/knowledge"
)

func TestEntries_CoverEveryTopic(t *testing.T) {
	data, err := os.ReadFile("../../../shared/faq/taxonomy.json")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skip("the list of topics is not here")
	}
	if err != nil {
		t.Fatal(err)
	}
	var list struct {
		Topics []struct{ ID, Title, Group string }
	}
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	base := embedded(t)
	for _, topic := range list.Topics {
		e, ok := base.Entry(topic.ID)
		if !ok {
			t.Errorf("topic %s has no entry", topic.ID)
			continue
		}
		if e.Product != (topic.Group == "product") {
			t.Errorf("%s: about the coach: %v", topic.ID, e.Product)
		}
	}
	if got := len(base.Entries()); got != len(list.Topics) {
		t.Errorf("%d entries for %d topics", got, len(list.Topics))
	}
}

func TestEntries_HaveWhatAnAnswerNeeds(t *testing.T) {
	for _, e := range embedded(t).Entries() {
		if len(e.Phrasings) < 12 {
			t.Errorf("%s: %d phrasings, want 12", e.ID, len(e.Phrasings))
		}
		if len(e.Why) == 0 || len(e.Do) == 0 {
			t.Errorf("%s: %d reasons and %d steps", e.ID, len(e.Why), len(e.Do))
		}
		if len(e.Related) < 2 || len(e.Related) > 4 {
			t.Errorf("%s: %d related entries, want 2 to 4", e.ID, len(e.Related))
		}
		if !e.Product && e.Grade != knowledge.Opinion && len(e.Seed)+len(e.Evidence) == 0 {
			t.Errorf("%s: %s without a source", e.ID, e.Grade)
		}
	}
}

// TestEntries_EveryRuleOfTheSeedCanBeAsked asks for each rule of the seed
// article, and expects an entry that stands on it. S23 is no rule: it is the
// five questions published with the article; see TestMatch_FirstTopic.
func TestEntries_EveryRuleOfTheSeedCanBeAsked(t *testing.T) {
	questions := map[string]string{
		"S01": "is running after lifting bad for me?",
		"S02": "what does concurrent training mean",
		"S03": "how do mTOR and AMPK get in each other's way",
		"S04": "how big is the interference effect really",
		"S05": "does heavy lifting empty my glycogen before a run",
		"S06": "does cardio raise cortisol and cancel the testosterone from lifting",
		"S07": "is it risky to run on legs that are tired from weights",
		"S08": "why am I slower when I run after the gym",
		"S09": "what are the advantages of a run after weights",
		"S10": "disadvantages of running right after lifting",
		"S11": "I want to get stronger, so weights before the run?",
		"S12": "training for a half, should the run come before the weights",
		"S13": "how many minutes of easy cardio after weights",
		"S14": "can I do HIIT straight after heavy squats",
		"S15": "what should I eat after lifting and running to recover",
		"S16": "does an easy jog after lifting work as active recovery",
		"S17": "how many hours between lifting and running",
		"S18": "how do I know that I am overdoing it",
		"S19": "what should I eat before I train",
		"S20": "should I put strength or endurance first this season",
		"S21": "how fast should I add miles and weight",
		"S22": "general fitness only: does it matter whether I lift or run first",
		"S24": "powerlifter here, which goes first, run or lift",
	}
	base := embedded(t)
	for rule, question := range questions {
		m := base.Match(question)
		stands := slices.ContainsFunc(m.Topics, func(id string) bool {
			e, _ := base.Entry(id)
			return slices.Contains(e.Seed, rule)
		})
		if m.Outcome != knowledge.Answer && m.Outcome != knowledge.Clarify || !stands {
			t.Errorf("%s: %q: %s %v, none stands on it", rule, question, m.Outcome, m.Topics)
		}
	}
}

func TestEntry_GoalFallsBackToItsNeighbour(t *testing.T) {
	e := knowledge.Entry{Goals: map[string]string{"strength": "lift first", "endurance": "run first"}}
	for goal, want := range map[string]string{
		"strength": "lift first", "power": "lift first",
		"endurance": "run first", "event": "run first",
		"fat_loss": "", "general": "",
	} {
		if got := e.For(goal); got != want {
			t.Errorf("%s: %q, want %q", goal, got, want)
		}
	}
}

func TestModel_WasFittedOnTheseEntries(t *testing.T) {
	lessons, err := knowledge.Lessons()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := embedded(t).Fingerprint(), knowledge.Fingerprint(lessons); got != want {
		t.Errorf("model.bin was fitted on other lessons (%s, now %s): run go generate ./coach/knowledge", got, want)
	}
}
