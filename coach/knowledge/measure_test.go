package knowledge_test

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"

	"tandem/coach/knowledge"
	"tandem/coach/knowledge/measure"
)

// devFile holds messages as people write them, labelled by other hands. None
// of them is in the entries or the corpus.
const devFile = "../../../shared/faq/dev.jsonl"

func readDev(t testing.TB) []measure.Message {
	t.Helper()
	messages, err := measure.Read(devFile)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skipf("%s is not here: nothing to measure with", devFile)
	}
	if err != nil {
		t.Fatal(err)
	}
	return messages
}

func embedded(t testing.TB) *knowledge.Base {
	t.Helper()
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return base
}

// matcher lets the outcome be measured: an answer, or a question which was
// meant, counts as answering.
func matcher(base *knowledge.Base) measure.Matcher {
	return func(text string) measure.Result {
		m := base.Match(text)
		r := measure.Result{Topics: m.Topics}
		if m.Outcome == knowledge.Answer || m.Outcome == knowledge.Clarify {
			r.Score = 1
		}
		return r
	}
}

func TestMatch_FindsTheRightEntryOftenEnough(t *testing.T) {
	f := measure.Of(matcher(embedded(t)), readDev(t), 1)
	tests := []struct {
		name      string
		got, want float64
	}{
		{"the first topic is right", f.Top1, 80},
		{"one of three topics is right", f.Top3, 92},
		{"the first topic is right, forum wording", f.Top1Forum, 70},
		{"the first topic is right, with slips", f.Top1Noisy, 72},
		{"answered or clarified, in scope", f.Engaged, 92},
		{"not answered, out of scope", f.Refused, 85},
		{"not answered, fitness that is not ours", f.RefusedNear, 75},
		{"ambient talk left alone", 100 - f.AmbientAnswered, 98},
	}
	for _, test := range tests {
		if test.got < test.want {
			t.Errorf("%s: %.1f %%, want at least %.0f %%", test.name, test.got, test.want)
		}
	}
}

// TestThresholds_HoldInEveryFifth chooses nothing: it asks
// whether each fifth of the messages alone is refused and answered well.
func TestThresholds_HoldInEveryFifth(t *testing.T) {
	messages, match := readDev(t), matcher(embedded(t))
	const folds = 5
	for fold := range folds {
		var part []measure.Message
		for i, m := range messages {
			if i%folds == fold {
				part = append(part, m)
			}
		}
		f := measure.Of(match, part, 1)
		if f.Engaged < 88 || f.Refused < 75 {
			t.Errorf("fifth %d: %.1f %% answered, %.1f %% refused", fold+1, f.Engaged, f.Refused)
		}
	}
}

func TestCorpus_HoldsNoneOfTheMessagesMeasuredWith(t *testing.T) {
	lessons, err := knowledge.Lessons()
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]bool{}
	for _, l := range lessons {
		known[letters(l.Text)] = true
	}
	for _, m := range readDev(t) {
		// Everybody says "thanks!"; four words in the same order are no chance.
		if text := letters(m.Text); len(text) >= 20 && known[text] {
			t.Errorf("%q is learned by heart", m.Text)
		}
	}
}

func letters(text string) string {
	return string(slices.DeleteFunc([]byte(text), func(c byte) bool {
		return (c|0x20 < 'a' || c|0x20 > 'z') && (c < '0' || c > '9')
	}))
}
