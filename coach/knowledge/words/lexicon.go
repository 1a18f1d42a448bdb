package words

import (
	"fmt"
	"slices"
	"strings"
)

// longestPhrase is the most words a phrase of the concept table has.
const longestPhrase = 5

// A lexicon knows which concepts a word or phrase belongs to.
type lexicon struct {
	phrases map[string][]string // stems joined by a space -> concepts
	words   []string            // every word of the table, as written
}

// parseConcepts reads the table of concepts: "NAME = phrase, phrase, …", an
// indented line going on, "#" a comment.
func parseConcepts(table string) (lexicon, error) {
	l := lexicon{phrases: map[string][]string{}}
	name := ""
	for i, line := range strings.Split(table, "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		list := line
		if line[0] != ' ' && line[0] != '\t' {
			head, rest, ok := strings.Cut(line, "=")
			if !ok {
				return l, fmt.Errorf("concepts: line %d: no \"=\"", i+1)
			}
			name, list = strings.TrimSpace(head), rest
		}
		if name == "" {
			return l, fmt.Errorf("concepts: line %d: no concept to go on with", i+1)
		}
		for phrase := range strings.SplitSeq(list, ",") {
			l.add(name, strings.TrimSpace(phrase))
		}
	}
	slices.Sort(l.words)
	l.words = slices.Compact(l.words)
	return l, nil
}

func (l *lexicon) add(concept, phrase string) {
	parts := split(phrase)
	if len(parts) == 0 || len(parts) > longestPhrase {
		return
	}
	stems := make([]string, len(parts))
	for i, part := range parts {
		part = strings.ReplaceAll(part, "'", "")
		l.words = append(l.words, part)
		stems[i] = Stem(part)
	}
	key := strings.Join(stems, " ")
	if !slices.Contains(l.phrases[key], concept) {
		l.phrases[key] = append(l.phrases[key], concept)
	}
}

// A hit is where a message names concepts.
type hit struct {
	at, length int // in words
	concepts   []string
}

// find returns the concepts of a run of words, the longest phrase first at
// each place; a word within a found phrase is not looked up again.
func (l *lexicon) find(tokens []Token) []hit {
	var hits []hit
	for i := 0; i < len(tokens); {
		h := l.longestAt(tokens, i)
		if h.length == 0 {
			i++
			continue
		}
		hits = append(hits, h)
		i += h.length
	}
	return hits
}

func (l *lexicon) longestAt(tokens []Token, i int) hit {
	var key [128]byte
	buf := key[:0]
	best := hit{}
	for n := 1; n <= longestPhrase && i+n <= len(tokens); n++ {
		if n > 1 {
			buf = append(buf, ' ')
		}
		buf = append(buf, tokens[i+n-1].Stem...)
		if concepts, ok := l.phrases[string(buf)]; ok {
			best = hit{i, n, concepts}
		}
	}
	return best
}

// parseSlang reads the table of short forms: "short = long", "#" a comment.
func parseSlang(table string) (map[string][]string, error) {
	slang := map[string][]string{}
	for i, line := range strings.Split(table, "\n") {
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		short, long, ok := strings.Cut(line, " = ")
		if !ok {
			return nil, fmt.Errorf("slang: line %d: no \" = \"", i+1)
		}
		slang[strings.TrimSpace(short)] = strings.Fields(long)
	}
	return slang, nil
}
