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

func readPairs(t testing.TB) []pair {
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
		one, two := p.found(base)
		first, both = first+count(one), both+count(one && two)
		if !one || !two {
			t.Logf("%q: the first is found: %t, the second: %t", p.Text, one, two)
		}
	}
	if first < len(pairs)*90/100 || both < len(pairs)*85/100 {
		t.Errorf("of %d messages the first question is answered in %d, the second offered too in %d", len(pairs), first, both)
	}
}

// found tells which of the two questions are: the first answered, the second
// offered in words that ask for its topic.
func (p pair) found(base *knowledge.Base) (first, second bool) {
	m := base.Match(p.Text)
	return is(m, p.First), m.Second != "" && is(base.Match(m.Second), p.Second)
}

func is(m knowledge.Match, topic string) bool { return len(m.Topics) > 0 && m.Topics[0] == topic }

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
