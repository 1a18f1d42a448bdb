package words_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/knowledge/words"
)

func reader(t *testing.T) *words.Reader {
	t.Helper()
	r, err := words.NewReader([]string{"the", "should", "after", "running", "before", "protein", "lasagna", "naive"})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSentences_ReadsWhatPeopleType(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"capitals and stops", "Should I RUN?!", "should i run"},
		{"contractions, with and without the apostrophe", "what's up, dont we", "what is up do not we"},
		{"short forms", "b4 u lift w/ me rn", "before you lift with me right now"},
		{"a letter left out", "protin", "protein"},
		{"a letter too many", "runnning", "running"},
		{"letters swapped", "befroe", "before"},
		{"a neighbouring key", "aftwr", "after"},
		{"a known word stays, whatever it is near", "lasagna", "lasagna"},
		{"a short word stays", "rnu", "rnu"},
		{"accents and typographic quotes", "I’d naïve", "i would naive"},
		{"mentions and links", "<@U123> hey @bo see https://a.b/c", "atmention hey atmention see weblink"},
		{"numbers stay whole", "5x5 at 102.5kg, 26.2 mi in 3:30", "5x5 at 102.5kg 26.2 mi in 3:30"},
		{"no words", "👍 ... !!", ""},
	}
	r := reader(t)
	for _, test := range tests {
		var got []string
		for _, s := range r.Sentences(test.text) {
			for _, token := range s.Tokens {
				got = append(got, token.Text)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestSentences_NumbersHaveAClass(t *testing.T) {
	tests := map[string]string{
		"5x5": "#sets", "10k": "#distance", "26.2": "#distance", "8 miles": "#distance",
		"100kg": "#weight", "225 lbs": "#weight", "140 g": "#grams", "45min": "#duration", "30 minutes": "#duration",
		"6 hours": "#hours", "7am": "#clock", "5:30": "#pace", "80%": "#percent", "3x": "#times",
		"i am 52": "#ageolder", "16 years old": "#ageteen", "at 47": "#ageolder", "i am 30": "#age", "in my 50s": "#ageolder",
	}
	r := reader(t)
	for text, want := range tests {
		found := false
		for _, s := range r.Sentences(text) {
			for _, token := range s.Tokens {
				found = found || token.Class == want
			}
		}
		if !found {
			t.Errorf("%q has no %s: %+v", text, want, r.Sentences(text))
		}
	}
}

func TestSentences_CutWhereSentencesEnd(t *testing.T) {
	text := "I run 26.2 mi. Should I lift? ok\nthanks"
	var got []string
	for _, s := range reader(t).Sentences(text) {
		got = append(got, strings.TrimSpace(text[s.Start:s.End]))
	}
	want := []string{"I run 26.2 mi.", "Should I lift?", "ok", "thanks"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAsks(t *testing.T) {
	tests := map[string]bool{
		"run today?":                    true,
		"how long after squats":         true,
		"so should i lift":              true,
		"legs are done, can i still go": true,
		"lift or not":                   true,
		"any thoughts on my plan":       true,
		"did 5x5 squats then ran":       false,
		"running late for standup":      false,
		"thanks coach":                  false,
	}
	r := reader(t)
	for text, want := range tests {
		if got := r.Sentences(text)[0].Asks(); got != want {
			t.Errorf("%q asks: %v, want %v", text, got, want)
		}
	}
}

func TestStem_OneFamilyOneStem(t *testing.T) {
	for _, family := range [][]string{
		{"run", "runs", "running", "ran"},
		{"squat", "squats", "squatted", "squatting"},
		{"calorie", "calories"},
		{"stretch", "stretches", "stretching", "stretched"},
		{"injury", "injuries"},
		{"lift", "lifts", "lifting", "lifted"},
		{"press", "presses", "pressing"},
	} {
		for _, word := range family {
			if got, want := words.Stem(word), words.Stem(family[0]); got != want {
				t.Errorf("%s: %q, want %q as of %s", word, got, want, family[0])
			}
		}
	}
}

func TestFeatures_SameConceptsSharedByOtherWords(t *testing.T) {
	r := reader(t)
	shared := func(a, b string) int {
		slots := map[uint32]bool{}
		for _, f := range r.Features(r.Sentences(a)) {
			slots[f.Key] = true
		}
		n := 0
		for _, f := range r.Features(r.Sentences(b)) {
			if slots[f.Key] {
				n++
			}
		}
		return n
	}
	question := "jogging first or the iron"
	alike, unlike := shared(question, "treadmill first or barbell"), shared(question, "creatine first or the coffee")
	if alike <= unlike {
		t.Errorf("%q shares %d features with a question of its kind, %d with another", question, alike, unlike)
	}
}

func TestFeatures_Bounded(t *testing.T) {
	r := reader(t)
	if n := len(r.Features(r.Sentences(strings.Repeat("squats before running? ", 5000)))); n > 20_000 {
		t.Errorf("%d features of a text without end", n)
	}
}
