// Package evidence holds what the coach stands on: the studies E01 to E45 and
// the seed rules S01 to S24, as constant tables.
//
// Every answer and every finding names rows of these tables, so an athlete can
// ask why and look the source up. The tables are facts about publications and
// never change at run time; an id, once given, keeps its meaning for good
// because it stands in stored findings. Where a row of the field's evidence
// lies between two grades, the lower one is given.
package evidence

import "slices"

// Grade is how sure it is that advice built on a source is right for adults
// who train for themselves.
type Grade = string

// The grades, best first.
const (
	High Grade = "High"
	Med  Grade = "Med"
	Low  Grade = "Low"
)

// Source is a study, review or guideline.
type Source struct {
	ID    string   // E01 to E45
	Short string   // authors and year, as they are cited in a text
	DOI   string   // bare ("10.…"); "" = none recorded
	More  []string // further DOIs, when the row stands on more than one publication
	Claim string   // what it shows, in one line
	Grade Grade
}

// DOIs returns every DOI of the source, the leading one first; none for a row
// without any.
func (s Source) DOIs() []string {
	if s.DOI == "" {
		return slices.Clone(s.More)
	}
	return append([]string{s.DOI}, s.More...)
}

// Rule is a seed rule: a sentence of the text that the coach was grown from.
type Rule struct {
	ID   string // S01 to S24
	Text string
}

// Get returns the source with that id, such as "E09".
func Get(id string) (Source, bool) {
	i := slices.IndexFunc(sources, func(s Source) bool { return s.ID == id })
	if i < 0 {
		return Source{}, false
	}
	return sources[i], true
}

// All returns every source, E01 first.
func All() []Source { return slices.Clone(sources) }

// SeedRule returns the seed rule with that id, such as "S14".
func SeedRule(id string) (Rule, bool) {
	i := slices.IndexFunc(rules, func(r Rule) bool { return r.ID == id })
	if i < 0 {
		return Rule{}, false
	}
	return rules[i], true
}

// Rules returns every seed rule, S01 first.
func Rules() []Rule { return slices.Clone(rules) }

// Cite returns each id followed by the DOIs of its source, in the order given
// and each entry once: ["E09", "10.1080/02640414.2017.1364405"]. An id without
// a source in the tables, such as a seed rule's, stands alone.
func Cite(ids []string) []string {
	var out []string
	add := func(s string) {
		if !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	for _, id := range ids {
		add(id)
		source, _ := Get(id)
		for _, doi := range source.DOIs() {
			add(doi)
		}
	}
	return out
}
