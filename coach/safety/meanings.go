package safety

import (
	_ "embed"
	"strings"

	"tandem/coach/safety/opinion"
)

//go:embed meanings.txt
var meaningsFile string

// meanings are everyday words under the name of what they mean. Only the
// second opinion reads them: rules need words that are more certain.
type meanings struct{ grammar *grammar }

// apart is how many words two meanings may stand apart to count as a pair.
const apart = 8

func newMeanings() meanings {
	concepts := map[string]string{}
	m := meanings{grammar: newGrammar(concepts)}
	for _, line := range splitLines(meaningsFile) {
		if name, words, ok := strings.Cut(line, ": "); ok && !strings.HasPrefix(line, "#") {
			concepts[name] = words
			m.grammar.atom("$" + name)
		}
	}
	return m
}

// mark enters the meanings of a text, and those that stand near each other. A
// meaning in a denial is another meaning.
func (n meanings) mark(m *message, marks *opinion.Marks) {
	hits := n.grammar.scan(m.words, m.figure)
	for i, h := range hits {
		b := n.number(m, h)
		marks.AddNumbers(opinion.Meaning, b, 0)
		for j := i - 1; j >= 0 && m.distance(hits[j].at, h.at) <= apart; j-- {
			if hits[j].atom != h.atom {
				a := n.number(m, hits[j])
				marks.AddNumbers(opinion.Meanings, min(a, b), max(a, b))
			}
		}
	}
}

// number tells a meaning, and the same one denied, from all others.
func (n meanings) number(m *message, h hit) int {
	if m.negator[h.at.from] >= 0 {
		return len(n.grammar.ids) + h.atom
	}
	return h.atom
}
