package knowledge_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tandem/coach/knowledge"
)

func TestMatch_FirstTopic(t *testing.T) {
	tests := []struct {
		name, text string
		outcome    knowledge.Outcome
		topic      string
	}{
		// the five questions published with the seed article
		{"published 1", "What is concurrent training?", knowledge.Answer, "concurrent_basics"},
		{"published 2", "Does running after lifting negatively affect muscle gains?", knowledge.Answer, "interference"},
		{"published 3", "What are the main benefits of running after lifting?", knowledge.Answer, "benefits"},
		{"published 4", "Are there any drawbacks to running after lifting?", knowledge.Answer, "drawbacks"},
		{"published 5", "How can I best optimize my workout if I want to run after lifting?", knowledge.Answer, "cardio_dose_after"},

		{"terse", "squats then a 5k, which first?", knowledge.Answer, "order"},
		{"slang", "tryna keep my gainz, does joggin kill em??", knowledge.Answer, "interference"},
		{"no stops, no capitals", "how many hrs btwn my run and lifting", knowledge.Answer, "session_gap"},
		{"non-native", "how much hours i must wait between gym and run", knowledge.Answer, "session_gap"},
		{"slips", "hwo much protien do i nedd a day", knowledge.Answer, "protein_daily"},
		{"more slips", "cna i run teh day aftr leg dya", knowledge.Answer, "after_leg_day"},
		{"numbers and units", "is 140 g of protein enough at 82 kg", knowledge.Answer, "protein_daily"},
		{"the question in the middle", "Been lifting for three years, bench 100, squat 140. My girlfriend got me into parkrun. Should I lift first or run first when I do both? I train at 6 am. Thanks all!", knowledge.Answer, "order"},
		{"about the coach", "do u store what i tell u", knowledge.Answer, "bot_privacy"},

		{"another sport's technique", "mixed grip or straps for a heavy deadlift?", knowledge.Unknown, ""},
		{"alcohol", "can i drink beer after squats", knowledge.Unknown, ""},
		{"gear", "what's the best treadmill to buy", knowledge.Unknown, ""},
		{"far away", "how do i cook lasagna", knowledge.Unknown, ""},
		{"code", "why does my python script not run", knowledge.Unknown, ""},

		{"greeting", "hey coach", knowledge.Smalltalk, ""},
		{"thanks", "thx, that helped!", knowledge.Smalltalk, ""},
		{"office", "running late, start the standup without me", knowledge.Smalltalk, ""},
		{"a workout told", "did 5x5 squats at 100 then ran 20 easy", knowledge.Smalltalk, ""},
		{"nothing", "", knowledge.Smalltalk, ""},
		{"an emoji", "👍", knowledge.Smalltalk, ""},
	}
	base := embedded(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := base.Match(test.text)
			if m.Outcome != test.outcome {
				t.Errorf("%q: %s %v, want %s", test.text, m.Outcome, m.Topics, test.outcome)
			}
			if test.topic != "" && (len(m.Topics) == 0 || m.Topics[0] != test.topic) {
				t.Errorf("%q: %v, want %s first", test.text, m.Topics, test.topic)
			}
			if m.Second != "" {
				t.Errorf("%q: a second question %q", test.text, m.Second)
			}
		})
	}
}

func TestMatch_TwoQuestions_AnswersTheFirstAndKeepsTheSecond(t *testing.T) {
	tests := []struct{ text, first, second string }{
		{"should i lift or run first? and how much protein do i need?", "order", "and how much protein do i need?"},
		{"How much sleep do I need? Also, is creatine ok for runners?", "sleep", "Also, is creatine ok for runners?"},
		{"can i run the day after leg day? who can see my messages?", "after_leg_day", "who can see my messages?"},
	}
	base := embedded(t)
	for _, test := range tests {
		m := base.Match(test.text)
		want := knowledge.Match{Outcome: knowledge.Answer, Topics: m.Topics, Second: test.second}
		if diff := cmp.Diff(want, m); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
		if len(m.Topics) == 0 || m.Topics[0] != test.first {
			t.Errorf("%q: %v, want %s first", test.text, m.Topics, test.first)
		}
	}
}

func TestMatch_OneQuestionInTwoSentencesIsNotTakenApart(t *testing.T) {
	base := embedded(t)
	for _, text := range []string{
		"Should I lift first? Or should I run first?",
		"Is running after lifting bad? Will it do any harm?",
		"How long should I wait after squats? Is three hours enough before my run?",
		"how long and how hard should I run after weights",
		"my race is on sunday, do i still squat on thursday or is that me done until after",
		"how many days of lifting and how many days of running in a week",
	} {
		if m := base.Match(text); m.Second != "" {
			t.Errorf("%q: a second question %q", text, m.Second)
		}
	}
}

// holds are the invariants of every Match.
func holds(base *knowledge.Base, text string) string {
	m := base.Match(text)
	if diff := cmp.Diff(m, base.Match(text)); diff != "" {
		return "two answers to one text: " + diff
	}
	if len(m.Topics) > 3 || (m.Outcome == knowledge.Smalltalk) != (len(m.Topics) == 0) {
		return string(m.Outcome) + " with topics " + strings.Join(m.Topics, " ")
	}
	for _, id := range m.Topics {
		if _, ok := base.Entry(id); !ok {
			return "no entry " + id
		}
	}
	if m.Second != "" && !strings.Contains(text, m.Second) {
		return "second question made up: " + m.Second
	}
	return ""
}

func TestMatch_AnyText(t *testing.T) {
	base := embedded(t)
	words := []string{"run", "lift", "?", ".", "squats", "5x5", "10k", "at 47", "@bo", "<@U1>", "https://x.y", "éà", "w/", "26.2", "\n", "não", "👟", "'", "s&c", "1/2"}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(
			rapid.String(),
			rapid.Map(rapid.SliceOfN(rapid.SampledFrom(words), 0, 40), func(s []string) string { return strings.Join(s, " ") }),
		).Draw(t, "text")
		if fault := holds(base, text); fault != "" {
			t.Fatal(fault)
		}
	})
}

func FuzzMatch(f *testing.F) {
	base := embedded(f)
	for _, seed := range []string{"", "should i run? or lift?", "\xff\xfe", "a\u0301", strings.Repeat("run ", 3000), "5x", "x5%", ".;?!"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if fault := holds(base, text); fault != "" {
			t.Fatal(fault)
		}
	})
}

func TestMatch_ManyAtOnce(t *testing.T) {
	base := embedded(t)
	want := base.Match("run or lift first?")
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			for range 50 {
				if diff := cmp.Diff(want, base.Match("run or lift first?")); diff != "" {
					t.Error(diff)
				}
			}
		})
	}
	group.Wait()
}
