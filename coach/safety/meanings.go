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
type meanings struct {
	grammar *grammar
	names   []string // by atom
}

// apart is how many words two meanings may stand apart to count as a pair.
const apart = 8

func newMeanings() meanings {
	concepts := map[string]string{}
	m := meanings{grammar: newGrammar(concepts)}
	for _, line := range splitLines(meaningsFile) {
		name, words, ok := strings.Cut(line, ": ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		concepts[name] = words
		m.grammar.atom("$" + name)
		m.names = append(m.names, name)
	}
	return m
}

// mark enters the meanings of a text, and those that stand near each other. A
// meaning in a denial is another meaning.
func (n meanings) mark(m *message, marks *opinion.Marks) {
	hits := n.grammar.scan(m.words, m.figure)
	named := make([]string, len(hits))
	for i, h := range hits {
		named[i] = n.names[h.atom]
		if m.negator[h.at.from] >= 0 {
			named[i] = "not:" + named[i]
		}
		marks.Add(opinion.Meaning, named[i], "")
		for j := i - 1; j >= 0 && m.distance(hits[j].at, h.at) <= apart; j-- {
			if hits[j].atom != h.atom {
				marks.Add(opinion.Meanings, min(named[i], named[j]), max(named[i], named[j]))
			}
		}
	}
}
