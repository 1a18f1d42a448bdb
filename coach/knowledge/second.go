package knowledge

import (
	"regexp"
	"slices"
	"strings"

	"tandem/coach/knowledge/words"
)

// How sure two questions in one message must be of their topics, to be taken
// apart: each by itself, and more so where the second's topic stands beside
// the first's anyway. mostCuts bounds the places tried.
const (
	secondAbove = 0.25
	besideAbove = 0.45
	mostCuts    = 4
)

// joint is where a second question is joined on: "and also how", "btw is",
// "2) what".
var joint = regexp.MustCompile(`(?i)[\s,;.?!](` +
	`(?:(?:and|oh|plus|btw|by the way|but|also|2[).:]|another (?:question|thing)|second(?:ly| question)?|asking because)[\s,:]+)+` +
	`(?:if (?:so|not),? )?` +
	`(?:how|hows|if|what|whats|which|when|where|why|who|is|are|do|does|can|could|should|would|will|am|any)\b)`)

// splitQuestions finds a second question: from some place on, another topic
// is asked, and surely, while what stands before it asks one too. The match
// is then that of the first.
func (b *Base) splitQuestions(text string, sentences []words.Sentence, m *Match) {
	for _, at := range cuts(text, sentences) {
		head, tail := b.reader.Sentences(text[:at]), b.reader.Sentences(text[at:])
		if len(head) == 0 || len(tail) == 0 {
			continue
		}
		first, second := b.weigh(head), b.weigh(tail)
		one, two := first.decide(true), second.decide(true)
		if one.Outcome != Answer || two.Outcome != Answer || one.Topics[0] == two.Topics[0] {
			continue
		}
		needed := float32(secondAbove)
		if slices.Contains(one.Topics[:2], two.Topics[0]) {
			needed = besideAbove
		}
		if min(first.topics[0].share, second.topics[0].share) < needed {
			continue
		}
		*m = one
		m.Second = strings.TrimSpace(text[at:])
		return
	}
}

// cuts returns where a second question may begin, in bytes, in order: at a
// sentence that asks after one that asks, and at a joint within a sentence.
func cuts(text string, sentences []words.Sentence) []int {
	var out []int
	for i := 1; i < len(sentences); i++ {
		if sentences[i-1].Asks() && sentences[i].Asks() {
			out = append(out, sentences[i].Start)
		}
	}
	for _, found := range joint.FindAllStringSubmatchIndex(text[:sentences[len(sentences)-1].End], mostCuts) {
		out = append(out, found[2])
	}
	slices.Sort(out)
	out = slices.Compact(out)
	return out[:min(len(out), mostCuts)]
}
