package safety

import (
	"fmt"
	"strconv"
	"strings"
)

// A pattern says which words must stand how near to each other:
//
//	cant feel            one word behind the other
//	cant feel .. arm     with up to three words between (..6: up to six, ..0: none)
//	$chest & $pain       in any order, up to seven words apart (&3: up to three)
//	$pregnant && bleed   anywhere in the message
//	calf|lower leg       one of these phrases; $name is a concept, [28-45] a number
//
// Distances count punctuation too (see commaGap, sentenceGap).
type pattern struct {
	parts [][]sequence // joined by &&; within a part by &
	near  [][]int      // near[p][s]: how near sequence s of part p must be
}

type sequence struct {
	atoms []int
	gaps  []int // gaps[i]: words allowed between atom i-1 and atom i
}

const (
	defaultGap  = 3
	defaultNear = 7
	guardNear   = 14   // a guard farther from the match than this does not silence it
	maxFound    = 200  // places of one atom or sequence that are looked at
	maxTried    = 2000 // combinations of them
)

// A grammar holds every atom (an item of a pattern) once, and finds all of
// them in one pass over the words.
type grammar struct {
	concepts map[string]string
	ids      map[string]int
	ways     map[int]int         // how many phrases and ranges an atom has
	phrases  map[string][]phrase // by first word
	place    map[string]int      // a phrase -> its place among those of its first word
	ranges   []numberRange
	vocab    map[string]bool // every word of a pattern
	guarding bool            // words entered now are not worth mending towards
	mendFrom int             // letters: nor are shorter ones
	mendable map[string]bool // the words of patterns that are not guards
}

type phrase struct {
	rest  []string
	atoms []int
}

type numberRange struct{ low, high, atom int }

func newGrammar(concepts map[string]string) *grammar {
	return &grammar{
		concepts: concepts,
		ids:      map[string]int{},
		ways:     map[int]int{},
		phrases:  map[string][]phrase{},
		place:    map[string]int{},
		vocab:    map[string]bool{},
		mendable: map[string]bool{},
	}
}

// compile reads a pattern. The rules are constants of this package, so a
// mistake in one is a bug and panics when the package is loaded.
func (g *grammar) compile(source string) pattern {
	var p pattern
	for part := range strings.SplitSeq(source, "&&") {
		seqs, near := g.part(strings.Fields(part))
		p.parts, p.near = append(p.parts, seqs), append(p.near, near)
	}
	return p
}

// part reads what stands between two &&: segments of words joined by gaps.
func (g *grammar) part(items []string) (seqs []sequence, near []int) {
	current, gap, distance := sequence{}, 0, 0
	var segment []string
	flush := func() {
		for _, a := range g.segment(segment) {
			current.atoms, current.gaps = append(current.atoms, a), append(current.gaps, gap)
			gap = 0
		}
		segment = segment[:0]
	}
	for _, item := range items {
		switch {
		case strings.HasPrefix(item, ".."):
			flush()
			gap = numberAfter(item, "..", defaultGap)
		case strings.HasPrefix(item, "&"):
			flush()
			seqs, near = append(seqs, current), append(near, distance)
			current, gap, distance = sequence{}, 0, numberAfter(item, "&", defaultNear)
		default:
			segment = append(segment, item)
		}
	}
	flush()
	if len(current.atoms) == 0 {
		panic(fmt.Sprintf("safety: empty sequence in %q", strings.Join(items, " ")))
	}
	return append(seqs, current), append(near, distance)
}

// segment makes one atom of an alternation of phrases, or one of each word.
func (g *grammar) segment(words []string) []int {
	whole := strings.Join(words, " ")
	if strings.Contains(whole, "|") || !strings.ContainsAny(whole, "$[") && whole != "" {
		return []int{g.atom(whole)}
	}
	var atoms []int
	for _, w := range words {
		atoms = append(atoms, g.atom(w))
	}
	return atoms
}

// rarest returns the atom of a pattern that has the fewest ways to be said: all
// of a pattern's atoms must stand in a message that it matches.
func (g *grammar) rarest(p pattern) int {
	best := -1
	for _, seqs := range p.parts {
		for _, s := range seqs {
			for _, a := range s.atoms {
				if best < 0 || g.ways[a] < g.ways[best] {
					best = a
				}
			}
		}
	}
	return best
}

func numberAfter(item, prefix string, otherwise int) int {
	digits := strings.TrimPrefix(item, prefix)
	if digits == "" {
		return otherwise
	}
	n, err := strconv.Atoi(digits)
	if err != nil {
		panic(fmt.Sprintf("safety: distance %q: %v", item, err))
	}
	return n
}

// atom returns the number of an item, entering its words when it is new.
func (g *grammar) atom(item string) int {
	if id, ok := g.ids[item]; ok {
		return id
	}
	id := len(g.ids)
	g.ids[item] = id
	for alternative := range strings.SplitSeq(item, "|") {
		g.enter(strings.TrimSpace(alternative), id)
	}
	return id
}

func (g *grammar) enter(alternative string, id int) {
	if name, ok := strings.CutPrefix(alternative, "$"); ok {
		words, ok := g.concepts[name]
		if !ok {
			panic("safety: no concept " + alternative)
		}
		for w := range strings.SplitSeq(words, "|") {
			g.enter(strings.TrimSpace(w), id)
		}
		return
	}
	if span, ok := strings.CutPrefix(alternative, "["); ok {
		var low, high int
		if _, err := fmt.Sscanf(span, "%d-%d]", &low, &high); err != nil {
			panic(fmt.Sprintf("safety: number range %q: %v", alternative, err))
		}
		g.ranges = append(g.ranges, numberRange{low, high, id})
		g.ways[id]++
		return
	}
	for _, form := range forms(alternative) {
		words := strings.FieldsFunc(form, func(r rune) bool { return r == ' ' || r == '_' })
		for _, w := range words {
			g.vocab[w] = true
			if !g.guarding && len(w) >= g.mendFrom {
				g.mendable[w] = true
			}
		}
		g.enterPhrase(words, id)
	}
}

func (g *grammar) enterPhrase(words []string, id int) {
	whole := strings.Join(words, " ")
	list := g.phrases[words[0]]
	i, ok := g.place[whole]
	if !ok {
		i = len(list)
		g.place[whole] = i
		list = append(list, phrase{rest: words[1:]})
		g.phrases[words[0]] = list
	}
	if atoms := list[i].atoms; len(atoms) == 0 || atoms[len(atoms)-1] != id {
		list[i].atoms = append(atoms, id)
		g.ways[id]++
	}
}

// forms spells out a regular verb marked with a tilde: "faint~" is faint,
// faints, fainted, fainting; in a phrase the tilde stands on its first word.
func forms(s string) []string {
	stem, rest, ok := strings.Cut(s, "~")
	if !ok {
		return []string{s}
	}
	past, ing := stem+"ed", stem+"ing"
	if e, ok := strings.CutSuffix(stem, "e"); ok {
		past, ing = e+"ed", e+"ing"
	}
	return []string{stem + rest, stem + "s" + rest, past + rest, ing + rest}
}

// A span is the words [from, to) of a message.
type span struct{ from, to int }

// A match is the spans that made a pattern true, one an atom.
type match []span

func (m match) bounds() span {
	b := m[0]
	for _, s := range m[1:] {
		b.from, b.to = min(b.from, s.from), max(b.to, s.to)
	}
	return b
}
