package knowledge

import (
	"cmp"
	"slices"
	"strings"

	"tandem/coach/knowledge/linear"
	"tandem/coach/knowledge/words"
)

// Thresholds between the outcomes, chosen by cross-validation; see
// docs/benchmarks.md.
const (
	chatAbove   = 0.50 // share of belief that nothing is asked: Smalltalk
	topicsAbove = 0.42 // share of belief that the entries answer it: not Unknown
	sureAbove   = 0.34 // belief in the best topic: Answer, whatever the next
	aheadBy     = 1.50 // times the belief in the next: Answer
)

// most is how many topics a Match names.
const most = 3

// Match says what a message asks.
func (b *Base) Match(text string) Match {
	sentences := b.reader.Sentences(text)
	if len(sentences) == 0 {
		return Match{Outcome: Smalltalk}
	}
	belief := b.weigh(sentences)
	m := belief.decide()
	if m.Outcome == Answer || m.Outcome == Clarify {
		b.splitQuestions(text, sentences, &m)
	}
	return m
}

// A belief says how likely a message asks each topic, something else, or
// nothing. The shares sum to 1.
type belief struct {
	topics    []ranked // best first
	chat, out float32
}

type ranked struct {
	id    string
	share float32
}

// weigh scores sentences taken together.
func (b *Base) weigh(sentences []words.Sentence) belief {
	features := b.reader.Features(sentences)
	scores := b.model.Scores(make([]float32, 0, len(b.kinds)+len(b.columns)), features)
	for _, c := range b.columns {
		scores = append(scores, c.weights.Score(features))
	}
	linear.Softmax(scores)
	var out belief
	for i, share := range scores {
		switch {
		case i >= len(b.kinds):
			out.topics = append(out.topics, ranked{b.columns[i-len(b.kinds)].topic, share})
		case b.kinds[i].topic != "":
			out.topics = append(out.topics, ranked{b.kinds[i].topic, share})
		case b.kinds[i].chat:
			out.chat += share
		default:
			out.out += share
		}
	}
	slices.SortFunc(out.topics, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(y.share, x.share), strings.Compare(x.id, y.id))
	})
	return out
}

// decide turns belief into an outcome.
func (b belief) decide() Match {
	m := Match{}
	for _, t := range b.topics[:min(most, len(b.topics))] {
		m.Topics = append(m.Topics, t.id)
	}
	if len(b.topics) == 0 {
		m.Outcome = Unknown
		return m
	}
	ours := 1 - b.chat - b.out
	best := b.topics[0].share
	switch {
	case b.chat >= chatAbove || b.chat > b.out && ours < topicsAbove:
		return Match{Outcome: Smalltalk}
	case ours < topicsAbove:
		m.Outcome = Unknown
	case best >= sureAbove || len(b.topics) < 2 || best >= aheadBy*b.topics[1].share:
		m.Outcome = Answer
	default:
		m.Outcome = Clarify
	}
	return m
}

// splitQuestions finds a second question: a later sentence that asks another
// topic, and surely. The match is then that of what stands before it.
func (b *Base) splitQuestions(text string, sentences []words.Sentence, m *Match) {
	for i := 1; i < len(sentences); i++ {
		if !sentences[i-1].Question || !sentences[i].Question && len(sentences[i].Tokens) < 4 {
			continue
		}
		first, second := b.weigh(sentences[:i]), b.weigh(sentences[i:])
		one, two := first.decide(), second.decide()
		if one.Outcome != Answer || two.Outcome != Answer || one.Topics[0] == two.Topics[0] {
			continue
		}
		if first.topics[0].share < sureAbove || second.topics[0].share < sureAbove {
			continue
		}
		*m = one
		m.Second = strings.TrimSpace(text[sentences[i].Start:])
		return
	}
}
