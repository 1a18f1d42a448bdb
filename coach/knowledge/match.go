package knowledge

import (
	"cmp"
	"slices"
	"strings"

	"tandem/coach/knowledge/linear"
	"tandem/coach/knowledge/words"
)

// Thresholds between the outcomes, chosen by cross-validation; see
// docs/benchmarks.md. A message that only tells something must be about a
// topic more clearly than one that asks.
const (
	asksAbove  = 0.79 // share of belief in all topics together, of a question
	tellsAbove = 0.91 // the same, of a message that asks nothing in so many words
	chatAbove  = 0.50 // share of belief that nothing is asked, of a question
	sureAbove  = 0.35 // belief in the best topic: Answer, whatever the next
	aheadBy    = 1.50 // times the belief in the next: Answer
)

// most is how many topics a Match names.
const most = 3

// Match says what a message asks.
func (b *Base) Match(text string) Match {
	sentences := b.reader.Sentences(text)
	if len(sentences) == 0 {
		return Match{Outcome: Smalltalk}
	}
	m := b.weigh(sentences).decide(asks(sentences))
	if m.Outcome == Clarify {
		b.hearTheQuestion(sentences, &m)
	}
	if m.Outcome == Answer || m.Outcome == Clarify {
		b.splitQuestions(text, sentences, &m)
	}
	return m
}

func asks(sentences []words.Sentence) bool {
	return slices.ContainsFunc(sentences, words.Sentence.Asks)
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

// weigh says what sentences taken together ask. In a long message much is told
// that is of other topics: where the sentences that ask are clear by
// themselves, they count half as much again.
func (b *Base) weigh(sentences []words.Sentence) belief {
	scores := b.scores(sentences)
	if asking := asking(sentences); len(sentences) >= longMessage && len(asking) > 0 && len(asking) < len(sentences) {
		alone := b.scores(asking)
		if b.believe(slices.Clone(alone)).topics[0].share >= clearAbove {
			for i, score := range alone {
				scores[i] = (2*scores[i] + score) / 3
			}
		}
	}
	return b.believe(scores)
}

// longMessage is how many sentences make a message long, clearAbove the belief
// in its best topic that makes what it asks clear.
const (
	longMessage = 3
	clearAbove  = 0.60
)

func asking(sentences []words.Sentence) []words.Sentence {
	var out []words.Sentence
	for _, s := range sentences {
		if s.Asks() {
			out = append(out, s)
		}
	}
	return out
}

// scores returns the score of each class of the model, then of each column.
func (b *Base) scores(sentences []words.Sentence) []float32 {
	features := b.reader.Features(sentences)
	scores := b.model.Scores(make([]float32, 0, len(b.kinds)+len(b.columns)), features)
	for _, c := range b.columns {
		scores = append(scores, c.weights.Score(features))
	}
	return scores
}

// believe turns scores into belief; it overwrites them.
func (b *Base) believe(scores []float32) belief {
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

// decide turns belief into an outcome. asks tells whether the message reads
// as a question.
func (b belief) decide(asks bool) Match {
	needed, chatty := float32(tellsAbove), b.chat > b.out
	if asks {
		needed, chatty = asksAbove, b.chat >= chatAbove
	}
	ours := 1 - b.chat - b.out
	if ours < needed && chatty || len(b.topics) == 0 {
		return Match{Outcome: Smalltalk}
	}
	m := Match{Outcome: Clarify}
	for _, t := range b.topics[:min(most, len(b.topics))] {
		m.Topics = append(m.Topics, t.id)
	}
	best := b.topics[0].share
	switch {
	case ours < needed:
		m.Outcome = Unknown
	case best >= sureAbove || len(b.topics) == 1 || best >= aheadBy*b.topics[1].share:
		m.Outcome = Answer
	}
	return m
}

// hearTheQuestion looks in a long message for the one sentence that asks: if
// that alone is sure of one of the candidates, it is the answer.
func (b *Base) hearTheQuestion(sentences []words.Sentence, m *Match) {
	if len(sentences) < 2 {
		return
	}
	for i, s := range sentences {
		if !s.Asks() {
			continue
		}
		alone := b.weigh(sentences[i : i+1])
		if at := slices.Index(m.Topics, alone.topics[0].id); at >= 0 && alone.topics[0].share >= sureAbove {
			m.Outcome = Answer
			m.Topics[0], m.Topics[at] = m.Topics[at], m.Topics[0]
			return
		}
	}
}
