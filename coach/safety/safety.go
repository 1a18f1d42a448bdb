// Package safety reads what an athlete writes for signs that training advice
// is the wrong answer: chest pain, fainting, dark urine, a bone that hurts at
// night, a wish not to live.
//
// Check runs on every text before anything else looks at it (questions, log
// notes, check-in notes). It is a small grammar, not a list of sentences: a text
// is folded and cut into words (read.go), single slips of the finger are mended
// towards the words that the rules know (spelling.go), figures of speech are set
// aside (figures.go), denials are marked (negation.go), and rules over concepts
// ("chest" near "pain", in any order, within so many words) are tried, each with
// the neighbours that make it harmless (pattern.go, match.go). The rules are
// data, one file a group. Of several matches the most urgent counts. A small
// model that was fitted to labelled messages gives a second opinion
// (second.go): when no rule matches it may ask, always Unsure, and when one
// matches it may know the words for a joke or a lecture.
//
// A Flag is not a diagnosis. Its Answer (answers.go) says what to do first and
// comes alone. In doubt a Flag is Unsure: the answer asks one short question and
// shows the emergency sentence. Check keeps nothing, logs nothing, knows no
// clock, and never panics; it reads at most maxText bytes.
//
// Tiers and wording follow the ACSM list of major signs and symptoms, the ACSM
// consensus on exertional heat illness (doi 10.1249/JSR.0000000000000878), the
// REDs consensus, ACOG's signs to stop, and PAR-Q+.
package safety

import (
	"cmp"
	"slices"
	"strings"
)

// Tier is how urgent a finding is; "" means that nothing was found.
type Tier string

const (
	T0 Tier = "T0" // emergency now
	T1 Tier = "T1" // same-day medical care
	T2 Tier = "T2" // stop and get it checked this week
	T3 Tier = "T3" // a clinician first
	T4 Tier = "T4" // mental health, eating
)

// Flag is what Check found in a text; the zero value is nothing.
type Flag struct {
	Tier    Tier
	Group   string // chest, heart, breath, faint, rhabdo, heat, bone, injury, neuro, spine, head, clot, selfharm, ed, energy, pregnancy, condition, stimulant, sodium, allergy, bleeding, illness
	Friend  bool   // somebody else's symptom
	Past    bool   // told of the past
	Unsure  bool   // in doubt: ask, and show the emergency sentence
	Matched string // the words that triggered it; never logged
}

// Found says whether there is anything to answer.
func (f Flag) Found() bool { return f.Tier != "" }

// Check returns the most urgent red flag in a text, or the zero Flag. It is
// pure, safe for concurrent use, and takes any input.
func Check(text string) Flag {
	f := detect.check(text)
	if note, ok := noteIn(text); ok {
		if g := detect.check(note); g.Found() && (!f.Found() || f.Unsure && !g.Unsure || moreUrgent(g, f)) {
			return g
		}
	}
	return f
}

// noteIn returns the note of a line that logs something: what stands beside it
// there are figures and names, which say nothing about the words of the note.
func noteIn(line string) (string, bool) {
	_, note, ok := strings.Cut(strings.ToLower(line), " note ")
	return note, ok
}

// RulesCheck is Check without the second opinion.
func RulesCheck(text string) Flag {
	f, _ := detect.byRules(detect.message(text))
	return f
}

func (d *detector) check(text string) Flag {
	m := d.message(text)
	f, named := d.byRules(m)
	switch {
	case !f.Found():
		return d.second(m)
	case named:
		return f
	}
	return d.weighed(f, m)
}

// byRules returns the most urgent of the flags that a rule raises, and whether
// the rule leaves no doubt.
func (d *detector) byRules(m *message) (best Flag, named bool) {
	for _, i := range d.candidates(m) {
		r := &d.rules[i]
		if best.Found() && !moreUrgent(r.flag(), best) {
			continue
		}
		f, ok := d.try(r, m)
		if ok && (!best.Found() || moreUrgent(f, best)) {
			best, named = f, r.named
		}
	}
	return best, named
}

// candidates are the rules, in their order, whose rarest atom stands in the
// message: the others cannot match.
func (d *detector) candidates(m *message) []int {
	var all []int
	for _, atom := range m.found.atoms {
		all = append(all, d.rulesOf[atom]...)
	}
	slices.Sort(all)
	return all
}

// message reads a text, mends its spelling, and finds all atoms in it.
func (d *detector) message(text string) *message {
	words := read(text)
	words = joinMyself(words)
	for i := range words {
		if words[i].num < 0 {
			words[i].text = d.speller.mend(words[i].text)
		}
	}
	m := &message{words: words, figure: d.figures.covered(words)}
	m.negator = d.grammar.deny(words, d.body)
	m.found = d.grammar.byAtom(d.grammar.scan(words, m.figure))
	return m
}

// try applies one rule.
func (d *detector) try(r *rule, m *message) (Flag, bool) {
	found, ok := m.find(r.find, func(hit match) bool {
		return !m.guarded(r, hit) && !d.who.machine(m, hit)
	})
	if !ok {
		return Flag{}, false
	}
	f := r.flag()
	f.Friend = d.who.friend(m, found)
	f.Matched = m.quote(found)
	return d.who.past(m, found, f)
}

// guarded says whether one of the rule's guards stands near the match.
func (m *message) guarded(r *rule, hit match) bool {
	for _, u := range r.unless {
		_, near := m.find(u, func(guard match) bool {
			return m.distance(guard.bounds(), hit.bounds()) <= guardNear
		})
		if near {
			return true
		}
	}
	return false
}

func (m *message) quote(found match) string {
	used := make([]bool, len(m.words))
	for _, s := range found {
		for i := s.from; i < s.to; i++ {
			used[i] = true
		}
	}
	var quoted []string
	for i, w := range m.words {
		if used[i] {
			quoted = append(quoted, w.typed)
		}
	}
	return strings.Join(quoted, " ")
}

func (r *rule) flag() Flag { return Flag{Tier: r.tier, Group: r.group, Unsure: r.unsure} }

// moreUrgent orders flags: emergency, self-harm, same day, eating, this week,
// clinician first; of the same, the one that is sure.
func moreUrgent(a, b Flag) bool {
	if c := cmp.Compare(urgency(a), urgency(b)); c != 0 {
		return c < 0
	}
	return b.Unsure && !a.Unsure
}

func urgency(f Flag) int {
	switch {
	case f.Tier == T0:
		return 0
	case f.Group == groupSelfharm:
		return 1
	case f.Tier == T1:
		return 2
	case f.Tier == T4:
		return 3
	case f.Tier == T2:
		return 4
	}
	return 5
}
