package safety

import (
	"maps"

	"tandem/coach/safety/opinion"
)

// A rule names a pattern that is a red flag, and the patterns that make it
// harmless when one of them stands near (see guardNear).
type rule struct {
	tier   Tier
	group  string
	unsure bool
	named  bool
	find   pattern
	unless []pattern

	source string
	guards []string
}

// sure is a rule that is certain; ask one that asks back.
func sure(tier Tier, find string, unless ...string) rule {
	return rule{tier: tier, source: find, guards: unless}
}

func ask(tier Tier, find string, unless ...string) rule {
	return rule{tier: tier, source: find, guards: unless, unsure: true}
}

// A ruleSet is the rules of one group with the concepts that only they use.
type ruleSet struct {
	group    string
	named    bool // it goes by names or ages, which leave no doubt: the second opinion has none
	concepts map[string]string
	rules    []rule
}

// allRules lists the groups; adding one is a file and a line here.
func allRules() []ruleSet {
	return []ruleSet{
		chestRules, heartRules, breathRules, faintRules, rhabdoRules, heatRules,
		injuryRules, boneRules, neuroRules, spineRules, headRules, clotRules,
		selfharmRules, eatingRules, energyRules, pregnancyRules, conditionRules, namedRules,
		youthRules, untrainedRules,
		stimulantRules, sodiumRules, allergyRules, bleedingRules, illnessRules,
		tiredRules, unusualBreathRules, unbornRules,
	}
}

// shortestName is from how many letters a name is mended towards: a slip of a
// shorter one is another word ("cron" is no Crohn's).
const shortestName = 8

// A detector is the compiled rules.
type detector struct {
	rules   []rule
	rulesOf map[int][]int // places of rules in the list, by their rarest atom
	grammar *grammar
	figures *grammar
	speller speller
	body    map[string]bool // words that a denial reaches across
	who     who

	concepts []namedAtom // every concept of the grammar
	opinion  *opinion.Model
	meanings meanings
}

var detect = newDetector()

func newDetector() *detector {
	shared := maps.Clone(concepts)
	merge(shared, whoConcepts)
	for _, s := range allRules() {
		merge(shared, s.concepts)
	}
	d := &detector{grammar: newGrammar(shared), figures: newGrammar(shared)}
	for _, s := range allRules() {
		d.grammar.mendFrom = 0
		if s.named {
			d.grammar.mendFrom = shortestName
		}
		for _, r := range s.rules {
			r.group, r.named, r.find = s.group, s.named, d.grammar.compile(r.source)
			d.rules = append(d.rules, r)
		}
	}
	d.grammar.mendFrom = 0
	d.rulesOf = map[int][]int{}
	for i, r := range d.rules {
		atom := d.grammar.rarest(r.find)
		d.rulesOf[atom] = append(d.rulesOf[atom], i)
	}
	d.grammar.guarding = true
	for i := range d.rules {
		d.rules[i].compileGuards(d.grammar)
	}
	d.who = newWho(d.grammar)
	for _, f := range splitLines(figuresOfSpeech) {
		d.figures.atom(f)
	}
	d.concepts, d.opinion = d.grammar.namedAtoms(), newOpinion()
	d.meanings = newMeanings()
	d.body = d.grammar.wordsOf(deniable...)
	d.speller = newSpeller(d.grammar.vocab, d.grammar.mendable)
	return d
}

// merge adds concepts; two of one name are a bug in the tables.
func merge(into, more map[string]string) {
	for name, words := range more {
		if _, ok := into[name]; ok {
			panic("safety: two concepts named " + name)
		}
		into[name] = words
	}
}

func (r *rule) compileGuards(g *grammar) {
	for _, u := range r.guards {
		r.unless = append(r.unless, g.compile(u))
	}
}

// deniable are the concepts that a denial reaches across ("no chest pain").
var deniable = []string{
	"arm", "leg", "joint", "bone", "body", "pain", "swollen", "dizzy", "vomit", "blood", "numb",
	"chest", "chesthurt", "palpitation", "urine", "darkened", "out", "breathless", "calf",
}

// wordsOf returns the words of concepts.
func (g *grammar) wordsOf(names ...string) map[string]bool {
	probe := newGrammar(g.concepts)
	for _, n := range names {
		probe.atom("$" + n)
	}
	return probe.vocab
}
