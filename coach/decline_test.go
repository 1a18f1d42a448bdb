package coach_test

import (
	"strings"
	"testing"

	"tandem/coach"
)

// TestDeclines: drugs, and weight for those who are still growing, are declined
// with whom to ask, by safety where a weight is to be cut; what only sounds like
// it is answered.
func TestDeclines(t *testing.T) {
	c := newCoach(t)
	for question, want := range map[string]string{
		"should i take steroids":                    "doctor",
		"what sarms dose for cutting":               "doctor",
		"is trt ok while marathon training":         "doctor",
		"i'm 14 and want to lose 10 kg fast":        "growing",
		"im 13 what should my calories be":          "growing",
		"i'm 15, how do i cut weight for wrestling": "growing",
		"my son is 12 and wants to lose belly fat":  "growing",
		"how many calories should I eat, i am 16":   "growing",
	} {
		ans := c.Ask(question, "")
		if ans.Outcome != coach.Unknown && ans.Outcome != coach.Safety || !strings.Contains(ans.Text, want) {
			t.Errorf("%q: %s, %q", question, ans.Outcome, ans.Text)
		}
	}
	for _, question := range []string{"how do i lose fat while running and lifting", "i'm 41 and want to lose fat", "can a 15 year old lift weights", "should i take creatine"} {
		if ans := c.Ask(question, ""); strings.Contains(ans.Text, "growing I give no numbers") || strings.Contains(ans.Text, "I don't advise on drugs") {
			t.Errorf("%q is declined", question)
		}
	}
}
