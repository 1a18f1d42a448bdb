package knowledge_test

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"tandem/coach/knowledge"
)

// A pair is a message that asks two things, and what each is about.
type pair struct {
	Text, First, Second string
}

func readPairs(t *testing.T) []pair {
	t.Helper()
	file, err := os.Open("testdata/two.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var pairs []pair
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var p pair
		if err := json.Unmarshal(lines.Bytes(), &p); err != nil {
			t.Fatal(err)
		}
		pairs = append(pairs, p)
	}
	return pairs
}

// TestMatch_TwoQuestions_OftenEnough asks that most messages with two
// questions have the first answered and the second offered.
func TestMatch_TwoQuestions_OftenEnough(t *testing.T) {
	base := embedded(t)
	pairs := readPairs(t)
	first, both := 0, 0
	for _, p := range pairs {
		m := base.Match(p.Text)
		if !is(m, p.First) {
			t.Logf("%q: %v first", p.Text, m.Topics)
			continue
		}
		first++
		if m.Second != "" && is(base.Match(m.Second), p.Second) {
			both++
		} else {
			t.Logf("%q: second %q", p.Text, m.Second)
		}
	}
	if first < len(pairs)*90/100 || both < len(pairs)*85/100 {
		t.Errorf("of %d messages the first question is answered in %d, the second offered too in %d", len(pairs), first, both)
	}
}

func is(m knowledge.Match, topic string) bool { return len(m.Topics) > 0 && m.Topics[0] == topic }
