package coach

import (
	"cmp"
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"tandem/coach/evidence"
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

// Topic is one entry as an answer, fitted to the athlete's goal.
func (c *Coach) Topic(id string, goal training.Goal) Answer { return c.topic(id, goal, "") }

// topic is one entry as an answer. A goal that the question named wins over
// the athlete's, and is answered to even where it changes nothing.
func (c *Coach) topic(id string, goal, named training.Goal) Answer {
	goal = cmp.Or(named, goal)
	e, ok := c.Entry(id)
	if !ok {
		return Answer{Outcome: Unknown, Text: "That topic is gone from my knowledge base. Ask me in your own words, and I'll look again."}
	}
	parts := []Part{{"", e.Verdict}}
	why := "Why"
	if e.Product {
		why = "How it works"
	}
	if len(e.Why) > 0 {
		parts = append(parts, Part{why, bullets(e.Why)})
	}
	if len(e.Do) > 0 {
		parts = append(parts, Part{"What to do", bullets(e.Do)})
	}
	differs := forGoal(e, goal)
	if named != "" && len(differs) == 0 && !e.Product {
		differs = []Part{{"For " + goalNames[named], "This holds as it stands."}}
	}
	parts = append(parts, differs...)
	if !e.Product {
		parts = append(parts, Part{"How sure", sureness(e)})
	}
	return Answer{Outcome: Answered, Topics: []string{id}, Text: joinParts(parts), Parts: parts, Sources: sources(e)}
}

// goalNames are the words for a goal in an answer.
var goalNames = map[training.Goal]string{
	training.Strength: "strength", training.Hypertrophy: "muscle", training.Power: "power",
	training.Endurance: "endurance", training.Event: "your event", training.FatLoss: "fat loss",
	training.General: "general fitness",
}

// forGoal is what the goal changes; for an unknown goal, what each would.
func forGoal(e knowledge.Entry, goal training.Goal) []Part {
	if goal != "" {
		if text := e.For(string(goal)); text != "" {
			return []Part{{"For " + goalNames[goal], plain(text)}}
		}
		return nil
	}
	var lines []string
	for _, g := range training.Goals() {
		if text := e.Goals[string(g)]; text != "" {
			lines = append(lines, "For "+goalNames[g]+": "+plain(text))
		}
	}
	if len(lines) == 0 {
		return nil
	}
	return []Part{{"It depends on your goal", bullets(lines)}}
}

// sureness is an entry's grade with three of its sources, in the entry's
// order; strong evidence names its best first. An opinion names them as what
// parts of it rest on: as a whole it is nobody's finding.
func sureness(e knowledge.Entry) string {
	var found []evidence.Source
	for _, id := range e.Evidence {
		if s, ok := evidence.Get(id); ok {
			found = append(found, s)
		}
	}
	if e.Grade == knowledge.Strong {
		order := []evidence.Grade{evidence.High, evidence.Med, evidence.Low}
		slices.SortStableFunc(found, func(x, y evidence.Source) int {
			return slices.Index(order, x.Grade) - slices.Index(order, y.Grade)
		})
	}
	var names []string
	for _, s := range found[:min(3, len(found))] {
		names = append(names, s.Short)
	}
	if len(names) == 0 && len(e.Seed) > 0 {
		names = append(names, "rule "+strings.Join(e.Seed, ", "))
	}
	from := strings.Join(names, "; ")
	switch {
	case from == "":
		return e.Grade + "; no study that I know stands behind it"
	case e.Grade == knowledge.Opinion:
		return e.Grade + "; parts of it rest on " + from
	}
	return e.Grade + " (" + from + ")"
}

func sources(e knowledge.Entry) []string {
	if cited := evidence.Cite(e.Evidence); len(cited) > 0 {
		return cited
	}
	return e.Seed
}

// titles lists entries as questions, one a line.
func (c *Coach) titles(ids []string) string {
	var lines []string
	for _, id := range ids {
		if e, ok := c.Entry(id); ok {
			lines = append(lines, e.Title)
		}
	}
	return bullets(lines)
}

// brackets are the source marks at the end of an entry's sentences; Why? shows
// them in words.
var brackets = regexp.MustCompile(`\s*\[(?:[ES]\d\d(?:,\s*)?)+\]`)

func plain(text string) string { return brackets.ReplaceAllString(text, "") }

func bullets(lines []string) string {
	var b strings.Builder
	for i, l := range lines {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString("• " + plain(l))
	}
	return b.String()
}

func joinParts(parts []Part) string {
	var out []string
	for _, p := range parts {
		switch {
		case p.Title == "":
			out = append(out, p.Body)
		case strings.HasPrefix(p.Body, "•"):
			out = append(out, p.Title+":\n"+p.Body)
		default:
			out = append(out, p.Title+": "+p.Body)
		}
	}
	return strings.Join(out, "\n\n")
}
