package safety

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"

	"tandem/coach/safety/opinion"
)

//go:generate go run ./fit

// The weights of the second opinion; go generate fits them anew to the
// labelled messages in testdata and to the questions of the knowledge base.
//
//go:embed opinion.bin
var opinionFile []byte

// The second opinion speaks when no rule does: a text that scores at least
// worthAsking, and is confirmed with as much as confirmed, is asked about. One word
// says too little; what is told of years ago is left to the rules.
//
// And it is asked when a rule speaks: what it gives less than unconfirmed, by the
// mean of its two answers, is a joke, a song, a lecture or long healed; a word about
// self-harm must be far from any that was meant. A few words leave a joke no room:
// there the rule holds. Command fit prints what other thresholds would give.
const (
	worthAsking         = 0.75
	confirmed           = 0.75
	fewestWords         = 2
	fewestToDoubt       = 5
	unconfirmed         = -1
	unconfirmedSelfharm = -2
	surelyUrgent        = 0.85 // of all kinds of red flag
)

// weighed is what a rule found, unless the second opinion takes it for harmless.
// Where it hears an emergency and the rule only a part of it (a heart that races
// and a head that spins), the emergency is asked about.
func (d *detector) weighed(f Flag, m *message) Flag {
	marks, least := d.marks(m), float32(unconfirmed)
	if f.Group == groupSelfharm {
		least = unconfirmedSelfharm
	}
	if len(m.words) >= fewestToDoubt && (d.opinion.Score(marks)+d.opinion.Confirm(marks))/2 < least {
		return Flag{}
	}
	kind, share := d.opinion.Kind(marks)
	if g := kinds[kind]; f.Tier != T0 && g.Tier == T0 && share >= surelyUrgent {
		g.Unsure, g.Friend, g.Past, g.Matched = true, f.Friend, f.Past, f.Matched
		return g
	}
	return f
}

// kinds are what the second opinion asks about, by the tier and group that it
// was taught: rarer ones are taught with their neighbours.
var kinds = func() map[string]Flag {
	all := map[string]Flag{}
	for kind := range strings.SplitSeq(`T0 chest|T0 heart|T1 heart|T2 heart|T0 breath|T2 breath|T0 faint|T1 faint|T2 faint|
		T1 rhabdo|T0 heat|T1 heat|T0 sodium|T2 bone|T1 injury|T2 injury|T0 neuro|T2 neuro|T1 head|T1 spine|
		T0 clot|T1 clot|T4 selfharm|T4 ed|T2 energy|T0 pregnancy|T3 pregnancy|T3 condition|T3 youth|T3 untrained|T0 stimulant|
		T0 allergy|T0 bleeding|T1 bleeding|T1 illness|T2 illness`, "|") {
		tier, group, _ := strings.Cut(strings.TrimSpace(kind), " ")
		all[tier+" "+group] = Flag{Tier: Tier(tier), Group: group}
	}
	return all
}()

// second is the opinion of the model on a message that no rule matches.
func (d *detector) second(m *message) Flag {
	_, old := m.find(d.who.longAgo, nil)
	_, now := m.find(d.who.now, nil)
	if old && !now || len(m.words) < fewestWords {
		return Flag{}
	}
	marks := d.marks(m)
	if d.opinion.Score(marks) < worthAsking || d.opinion.Confirm(marks) < confirmed {
		return Flag{}
	}
	kind, _ := d.opinion.Kind(marks)
	f := kinds[kind]
	last := len(m.words) - 1
	f.Unsure, f.Friend = true, d.who.friend(m, match{{last, last + 1}})
	return f
}

// Marks returns what the second opinion judges a text by.
func Marks(text string) *opinion.Marks { return detect.marks(detect.message(text)) }

// marks are the words, their pairs and pieces, and the concepts of the rules.
// A word in a denial or in a figure of speech is another word.
func (d *detector) marks(m *message) *opinion.Marks {
	var marks opinion.Marks
	before, last := "", "^"
	for i, w := range m.words {
		text := spelled(w)
		switch {
		case m.negator[i] >= 0:
			text = "not:" + text
		case m.figure[i]:
			text = "figure:" + text
		case w.num < 0 && len(w.typed) >= shortestMended:
			marks.AddPieces(w.typed)
		}
		marks.Add(opinion.Word, text, "")
		marks.Add(opinion.Pair, last, text)
		if before != "" {
			marks.Add(opinion.Pair, before+" ..", text)
		}
		before, last = last, text
	}
	marks.Add(opinion.Pair, last, "$")
	d.markConcepts(m, &marks)
	d.meanings.mark(m, &marks)
	return &marks
}

// spelled is a word, or the size of a number.
func spelled(w word) string {
	if w.num < 0 {
		return w.text
	}
	for _, limit := range []int{12, 59, 299} {
		if w.num <= limit {
			return "to " + strconv.Itoa(limit)
		}
	}
	return "more"
}

func (d *detector) markConcepts(m *message, marks *opinion.Marks) {
	var present []string
	for _, c := range d.concepts {
		if slices.ContainsFunc(m.found.of(c.atom), func(s span) bool { return m.negator[s.from] < 0 }) {
			present = append(present, c.name)
		}
	}
	for i, name := range present {
		marks.Add(opinion.Concept, name, "")
		for _, other := range present[i+1:] {
			marks.Add(opinion.Couple, name, other)
		}
	}
}

// A namedAtom is a concept and its atom in the grammar.
type namedAtom struct {
	name string
	atom int
}

// namedAtoms enters every concept as an atom, in the order of their names.
func (g *grammar) namedAtoms() []namedAtom {
	all := make([]namedAtom, 0, len(g.concepts))
	for name := range g.concepts {
		all = append(all, namedAtom{name: name})
	}
	slices.SortFunc(all, func(a, b namedAtom) int { return strings.Compare(a.name, b.name) })
	for i := range all {
		all[i].atom = g.atom("$" + all[i].name)
	}
	return all
}

// newOpinion reads the embedded weights. The file is part of this package, so
// a damaged one is a bug and panics when the package is loaded.
func newOpinion() *opinion.Model {
	m, err := opinion.Decode(opinionFile)
	if err != nil {
		panic("safety: " + err.Error())
	}
	return m
}
