package coach

import (
	"context"
	"time"

	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// The outcomes of a question. Safety comes before the four of the knowledge base.
const (
	Answered  = "answer"
	Clarify   = "clarify"
	Unknown   = "unknown"
	Safety    = "safety"
	Smalltalk = "smalltalk"
)

// Answer is what the coach says to a question.
type Answer struct {
	Outcome string
	Topics  []string    // at most three entry ids, best first
	Flag    safety.Flag // for Safety
	Text    string      // the whole answer as it is read
	Parts   []Part      // the same in parts
	Sources []string    // evidence ids, each followed by its DOI
	Second  string      // a second question in the message, to offer next

	// Goal is the one that the question names, "" for none. It wins over the
	// athlete's setting, in this answer and in those that are chosen from it.
	Goal training.Goal

	Counted bool // the question was kept for the owner of the knowledge base
}

// Part is a titled piece of an answer.
type Part struct{ Title, Body string }

// Ask answers a question for somebody with that goal ("" = not told).
func (c *Coach) Ask(text string, goal training.Goal) Answer {
	if f := c.Screen(text); f.Found() {
		return Answer{Outcome: Safety, Flag: f, Text: c.SafetyAnswer(f)}
	}
	base := c.base.Load()
	m := base.Match(text)
	if no := declined(text); no != "" {
		return Answer{Outcome: Unknown, Topics: m.Topics, Text: no}
	}
	named := goalIn(text)
	switch m.Outcome {
	case knowledge.Answer:
		a := c.topic(m.Topics[0], goal, named)
		a.Topics, a.Second, a.Goal = m.Topics, m.Second, named
		return a
	case knowledge.Clarify:
		return Answer{Outcome: Clarify, Topics: m.Topics, Goal: named, Text: "Which of these do you mean?\n" + c.titles(m.Topics)}
	case knowledge.Smalltalk:
		return Answer{Outcome: Smalltalk, Text: smalltalk(text)}
	}
	if tellsOnly(text) {
		return Answer{Outcome: Smalltalk, Text: smalltalk(text)}
	}
	if foreign(text) {
		return Answer{Outcome: Unknown, Topics: m.Topics, Text: foreignText}
	}
	return Answer{Outcome: Unknown, Topics: m.Topics, Goal: named,
		Text: "I don't have that, and I'd rather not guess. The nearest I can answer:\n" + c.titles(m.Topics)}
}

// AskFor answers for an athlete and keeps the reasons; a question without an
// answer is counted, without who asked it.
func (c *Coach) AskFor(ctx context.Context, st Store, a Athlete, text, key string, now time.Time) (Answer, error) {
	if ans, ok, err := c.ForOtherGoal(ctx, st, a, text, key, now); ok || err != nil {
		return ans, err
	}
	ans := c.Ask(text, a.Goal)
	switch ans.Outcome {
	case Unknown:
		if declined(text) != "" {
			return ans, nil
		}
		ans.Counted = true
		return ans, st.CountQuestion(ctx, text, ans.Topics, now)
	case Answered:
		return ans, c.explainTopic(ctx, st, a, ans.Topics[0], key, now)
	}
	return ans, nil
}

// TopicFor answers with one entry for a goal ("" = the athlete's) and keeps
// the reasons.
func (c *Coach) TopicFor(ctx context.Context, st Store, a Athlete, topic string, goal training.Goal, key string, now time.Time) (Answer, error) {
	ans := c.topic(topic, a.Goal, goal)
	if ans.Outcome != Answered {
		return ans, nil
	}
	return ans, c.explainTopic(ctx, st, a, topic, key, now)
}

func (c *Coach) explainTopic(ctx context.Context, st Store, a Athlete, topic, key string, now time.Time) error {
	e, _ := c.Entry(topic)
	return st.PutExplanation(ctx, a.ID, Explanation{ID: newID(a.ID, key, 0), At: now, Title: e.Title, Topic: topic})
}
