package coach_test

import (
	"strings"
	"testing"

	"tandem/coach"
)

// TestSmalltalk_FitsWhatWasSaid: thanks, anger, a goodbye, pictures, a workout
// and another language each get an answer of their own, with a way on.
func TestSmalltalk_FitsWhatWasSaid(t *testing.T) {
	c := newCoach(t)
	for said, want := range map[string]string{
		"thx man that helped":                    "You're welcome",
		"thanks":                                 "You're welcome",
		"fuck this":                              "other words",
		"you suck":                               "other words",
		"good night":                             "rest well",
		"💪🏃":                                     "I only read words",
		"???":                                    "I only read words",
		"hello":                                  "I'm here",
		"lol":                                    "I'm here",
		"did 5x5 squats at 100 then ran 20 easy": "reads as a workout",
		"went for a run":                         "need a little more",
		"筋トレの後に走ってもいいですか": "only read English",
	} {
		ans := c.Ask(said, "")
		if ans.Outcome != coach.Smalltalk || !strings.Contains(ans.Text, want) {
			t.Errorf("%q: %s, %q, want %q", said, ans.Outcome, ans.Text, want)
		}
	}
}

// TestOtherLanguages_AreToldSo: a question in another language is not answered
// by the nearest English words, and English with a borrowed word is no other
// language.
func TestOtherLanguages_AreToldSo(t *testing.T) {
	c := newCoach(t)
	for _, said := range []string{
		"kann ich nach dem krafttraining laufen",
		"puedo correr despues de pesas",
		"est-ce que je peux courir après la muscu",
		"posso correre dopo i pesi?",
		"mag ik na het sporten hardlopen",
		"можно ли бегать после силовой тренировки",
	} {
		if ans := c.Ask(said, ""); ans.Outcome == coach.Answered || !strings.Contains(ans.Text, "English") {
			t.Errorf("%q: %s, %q", said, ans.Outcome, ans.Text)
		}
	}
	for _, said := range []string{
		"what is the capital of la france and der spiegel",
		"how do I reverse a linked list in go",
		"de load or de train",
	} {
		if ans := c.Ask(said, ""); strings.Contains(ans.Text, "English") {
			t.Errorf("%q is taken for another language", said)
		}
	}
}
