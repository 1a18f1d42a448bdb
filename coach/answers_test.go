package coach_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"tandem/coach/knowledge"
	"tandem/coach/training"
)

// The longest answers that still read on a phone: with the goal known, and
// without it, when what each goal changes stands below the answer.
const (
	screen         = 1200
	screenAllGoals = 1300
)

// aboutItself is the coach speaking of itself as of somebody else.
var aboutItself = regexp.MustCompile(`(?i)\b(the|this) coach('s)?\b`)

// TestAnswers_ReadOnAPhone: every answer of the knowledge base, for every goal,
// is short enough, speaks in the first person, and says nothing twice.
func TestAnswers_ReadOnAPhone(t *testing.T) {
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	c := newCoach(t)
	for _, e := range base.Entries() {
		for _, goal := range append(training.Goals(), "") {
			text := c.Topic(e.ID, goal).Text
			limit := screen
			if goal == "" {
				limit = screenAllGoals
			}
			if n := utf8.RuneCountInString(text); n > limit {
				t.Errorf("%s for %q: %d characters, at most %d fit", e.ID, goal, n, limit)
			}
			if m := aboutItself.FindString(text); m != "" {
				t.Errorf("%s for %q: speaks of %q instead of itself", e.ID, goal, m)
			}
		}
	}
}

// TestAnswers_ShareNoSentence: two answers beside each other do not read as if
// a machine had pasted them.
func TestAnswers_ShareNoSentence(t *testing.T) {
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	marks := regexp.MustCompile(`\s*\[[^\]]*\]`)
	said := map[string]string{}
	for _, e := range base.Entries() {
		lines := append(append([]string{e.Verdict}, e.Why...), e.Do...)
		for _, text := range e.Goals {
			lines = append(lines, text)
		}
		for _, line := range lines {
			for sentence := range strings.SplitSeq(marks.ReplaceAllString(line, ""), ". ") {
				sentence = strings.ToLower(strings.Trim(sentence, " ."))
				if len(strings.Fields(sentence)) < 6 {
					continue
				}
				if other, twice := said[sentence]; twice {
					t.Errorf("%s and %s both say %q", other, e.ID, sentence)
				}
				said[sentence] = e.ID
			}
		}
	}
}
