package coach

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"tandem/coach/evidence"
	"tandem/coach/knowledge"
	"tandem/coach/training"
)

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
