// Package measure says how well a matcher finds the entry that a message asks
// for: over messages as people write them, labelled by other hands, as they
// stand and with slips of the fingers. It measures package knowledge and its
// peers alike; nothing in the bot uses it.
package measure

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"time"
)

// A Message is one of a labelled set. Kind is "in_scope", "out_of_scope",
// "not_a_question", "red_flag" or "benign_lookalike"; a topic is given where
// an entry should answer.
type Message struct {
	Text    string   `json:"text"`
	Topic   string   `json:"topic"`
	AlsoOK  []string `json:"also_ok"`
	Kind    string   `json:"kind"`
	Source  string   `json:"source_type"` // "forum", "article", "qna", "app", "written"
	Outside string   `json:"oos_type"`    // of out_of_scope: "near" (fitness, but not ours) or "far"
}

// Right tells whether a topic answers the message.
func (m Message) Right(topic string) bool {
	return topic == m.Topic || slices.Contains(m.AlsoOK, topic)
}

// Read reads a file of messages, one JSON object a line.
func Read(path string) ([]Message, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read messages: %w", err)
	}
	defer file.Close()
	var out []Message
	lines := bufio.NewScanner(file)
	for n := 1; lines.Scan(); n++ {
		var m Message
		if err := json.Unmarshal(lines.Bytes(), &m); err != nil {
			return nil, fmt.Errorf("read messages: %s:%d: %w", path, n, err)
		}
		out = append(out, m)
	}
	return out, lines.Err()
}

// A Result is what a matcher makes of a text: topics, best first, and how
// sure it is that it should answer at all.
type Result struct {
	Topics []string
	Score  float64
}

// A Matcher finds topics for a text.
type Matcher func(text string) Result

// Figures are shares in percent, but the times.
type Figures struct {
	Top1, Top3, Top1Forum, Top1Noisy float64
	Engaged                          float64 // in scope: answered, or asked which was meant
	Refused, RefusedNear, RefusedFar float64 // out of scope: not answered
	AmbientAnswered                  float64
	Median, P99                      time.Duration
}

// Metrics returns the figures by unit, as benchmarks report them.
func (f Figures) Metrics() map[string]float64 {
	return map[string]float64{
		"top1_%": f.Top1, "top3_%": f.Top3, "forum_%": f.Top1Forum, "slips_%": f.Top1Noisy,
		"engaged_%": f.Engaged, "refused_%": f.Refused, "refused-near_%": f.RefusedNear, "refused-far_%": f.RefusedFar,
		"ambient-answered_%": f.AmbientAnswered,
		"median_µs":          float64(f.Median.Microseconds()), "p99_µs": float64(f.P99.Microseconds()),
	}
}

// repeats is how many times each message is read with slips, lettersASlip how
// many letters there are to one.
const (
	repeats      = 5
	lettersASlip = 12
)

// Of measures a matcher. It counts as answering where its score reaches
// threshold.
func Of(match Matcher, messages []Message, threshold float64) Figures {
	var top1, top3, forum, noisy, engaged, refused, near, far, ambient share
	var took []time.Duration
	random := rand.New(rand.NewPCG(3, 3))
	for _, m := range messages {
		r := match(m.Text)
		took = append(took, timeOf(match, m.Text))
		answers := r.Score >= threshold
		switch {
		case m.Topic != "":
			rank := slices.IndexFunc(r.Topics, m.Right)
			top1.add(rank == 0)
			top3.add(rank >= 0 && rank < 3)
			engaged.add(answers)
			if m.Source == "forum" {
				forum.add(rank == 0)
			}
			for range repeats {
				topics := match(Slips(random, m.Text, lettersASlip)).Topics
				noisy.add(len(topics) > 0 && m.Right(topics[0]))
			}
		case m.Kind == "out_of_scope":
			refused.add(!answers)
			if m.Outside == "near" {
				near.add(!answers)
			} else {
				far.add(!answers)
			}
		case m.Kind == "not_a_question":
			ambient.add(answers)
		}
	}
	slices.Sort(took)
	return Figures{
		Top1: top1.percent(), Top3: top3.percent(), Top1Forum: forum.percent(), Top1Noisy: noisy.percent(),
		Engaged: engaged.percent(), Refused: refused.percent(), RefusedNear: near.percent(), RefusedFar: far.percent(),
		AmbientAnswered: ambient.percent(),
		Median:          took[len(took)/2], P99: took[len(took)*99/100],
	}
}

// timeOf returns how long a text takes: the best of three, so that the p99 is
// that of the texts and not of what else the machine did.
func timeOf(match Matcher, text string) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		match(text)
		best = min(best, time.Since(start))
	}
	return best
}

// ThresholdFor returns the score at which a matcher answers the given share
// of the messages that have a topic.
func ThresholdFor(match Matcher, messages []Message, share float64) float64 {
	var scores []float64
	for _, m := range messages {
		if m.Topic != "" {
			scores = append(scores, match(m.Text).Score)
		}
	}
	slices.Sort(scores)
	return scores[int(float64(len(scores))*(1-share))]
}

// A share counts how many of some things are so.
type share struct{ hits, of int }

func (s *share) add(hit bool) {
	s.of++
	if hit {
		s.hits++
	}
}

func (s share) percent() float64 { return 100 * float64(s.hits) / float64(max(s.of, 1)) }
