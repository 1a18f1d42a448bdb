package main

import (
	_ "embed"
	"math/rand/v2"
	"strings"

	"tandem/coach/knowledge/measure"
)

//go:embed asides.txt
var asidesText string

//go:embed synonyms.txt
var synonymsText string

// How often a copy of a lesson is altered in each way.
const (
	asideShare    = 0.3 // has a sentence put around it
	exchangeShare = 0.5 // has words exchanged for others,
	exchangeWord  = 0.3 // each of those that can be
	dropShare     = 0.5 // has words left out
	plainShare    = 0.5 // has no capitals and stops
	slipShare     = 0.5 // has slips of the fingers,
	lettersASlip  = 12  // one per so many letters
	wordsADrop    = 7
)

// An alterer rewrites lessons as other people might have typed them.
type alterer struct {
	random   *rand.Rand
	asides   []string
	synonyms map[string][]string // a word or phrase -> the others of its group
}

func newAlterer(seed uint64) *alterer {
	a := &alterer{random: rand.New(rand.NewPCG(seed, seed)), synonyms: map[string][]string{}}
	a.asides = lines(asidesText)
	for _, line := range lines(synonymsText) {
		group := strings.Split(line, ", ")
		for i, phrase := range group {
			for j, other := range group {
				if i != j {
					a.synonyms[phrase] = append(a.synonyms[phrase], other)
				}
			}
		}
	}
	return a
}

func lines(text string) []string {
	var out []string
	for line := range strings.Lines(text) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			out = append(out, line)
		}
	}
	return out
}

func (a *alterer) chance(share float64) bool { return a.random.Float64() < share }

// alter returns the text as another person might have typed it.
func (a *alterer) alter(text string) string {
	if a.chance(asideShare) {
		text = a.putAside(text)
	}
	if a.chance(exchangeShare) {
		text = a.exchange(text)
	}
	if fields := strings.Fields(text); len(fields) > 4 && a.chance(dropShare) {
		text = strings.Join(a.drop(fields), " ")
	}
	if a.chance(plainShare) {
		text = strings.TrimRight(strings.ToLower(text), "?!.")
	}
	if a.chance(slipShare) {
		text = measure.Slips(a.random, text, lettersASlip)
	}
	return text
}

// putAside puts a sentence before the text, or behind it.
func (a *alterer) putAside(text string) string {
	aside := a.asides[a.random.IntN(len(a.asides))]
	if a.random.IntN(3) == 0 {
		return text + " " + aside
	}
	return aside + " " + text
}

// exchange replaces some words and phrases by others of their group, the
// longest phrase first.
func (a *alterer) exchange(text string) string {
	fields := strings.Fields(text)
	var out []string
	for i := 0; i < len(fields); {
		n, others := a.phraseAt(fields, i)
		if n == 0 || !a.chance(exchangeWord) {
			n = max(n, 1)
			out = append(out, fields[i:i+n]...)
		} else {
			out = append(out, others[a.random.IntN(len(others))])
		}
		i += n
	}
	return strings.Join(out, " ")
}

func (a *alterer) phraseAt(fields []string, i int) (int, []string) {
	for n := min(4, len(fields)-i); n > 0; n-- {
		phrase := strings.ToLower(strings.Trim(strings.Join(fields[i:i+n], " "), "?!.,:;\"'()"))
		if others := a.synonyms[phrase]; len(others) > 0 {
			return n, others
		}
	}
	return 0, nil
}

// drop leaves out some words.
func (a *alterer) drop(fields []string) []string {
	var kept []string
	for _, f := range fields {
		if a.random.IntN(wordsADrop) > 0 {
			kept = append(kept, f)
		}
	}
	return kept
}
