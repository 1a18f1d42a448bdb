package coach

import (
	"context"
	"fmt"
	"strings"
	"time"

	"tandem/coach/advice"
	"tandem/coach/evidence"
)

// Explanation is what stands behind an answer: enough to say why after a
// restart, word for word the same.
type Explanation struct {
	ID       string          `json:"id"`
	At       time.Time       `json:"at"`
	Title    string          `json:"title"` // what was answered
	Topic    string          `json:"topic,omitempty"`
	Findings []ExplainedRule `json:"findings,omitempty"`
}

// ExplainedRule is one finding with what was compared.
type ExplainedRule struct {
	advice.Finding
	Reasons []advice.Reason `json:"reasons,omitempty"`
}

// Why says what stands behind an explanation ("" = the newest): rule, inputs,
// threshold and source of each finding.
func (c *Coach) Why(ctx context.Context, st Store, a Athlete, id string) (string, error) {
	e, err := st.Explanation(ctx, a.ID, id)
	if err != nil {
		return "", err
	}
	if e.Topic != "" {
		return c.WhyTopic(e.Topic), nil
	}
	if len(e.Findings) == 0 {
		return e.Title + ": no rule had anything to say, so there is nothing behind it.", nil
	}
	parts := []string{"Why, for " + e.Title + ":"}
	for _, f := range e.Findings {
		parts = append(parts, explainedText(f))
	}
	return strings.Join(parts, "\n\n"), nil
}

func explainedText(f ExplainedRule) string {
	lines := []string{fmt.Sprintf("%s (%s)", strings.ReplaceAll(f.Rule, "-", " "), f.Level)}
	for _, r := range f.Reasons {
		line := fmt.Sprintf("• %s: %s", r.Input, r.Value)
		if r.Threshold != "" {
			line += "; limit: " + r.Threshold
		}
		lines = append(lines, line)
	}
	return strings.Join(append(lines, standsOn(f.Seed, f.Evidence)...), "\n")
}

// WhyTopic says what an entry stands on.
func (c *Coach) WhyTopic(id string) string {
	e, ok := c.Entry(id)
	if !ok {
		return "That topic is gone from my knowledge base."
	}
	lines := []string{e.Title, "How sure: " + e.Grade + ". Last reviewed " + e.Reviewed.Format("2 Jan 2006") + "."}
	if e.Product {
		return strings.Join(append(lines, "This one is about myself: it says what I do."), "\n")
	}
	return strings.Join(append(lines, standsOn(e.Seed, e.Evidence)...), "\n")
}

// standsOn lists seed rules and sources in words, with the DOI to look them up.
func standsOn(seed, rows []string) []string {
	var lines []string
	for _, id := range seed {
		if r, ok := evidence.SeedRule(id); ok {
			lines = append(lines, fmt.Sprintf("• Rule %s: %s", id, r.Text))
		}
	}
	for _, id := range rows {
		s, ok := evidence.Get(id)
		if !ok {
			continue
		}
		line := fmt.Sprintf("• %s %s: %s", id, s.Short, s.Claim)
		if s.DOI != "" {
			line += " doi.org/" + s.DOI
		}
		lines = append(lines, line)
	}
	if len(lines) == 0 {
		return []string{"• No study of mine: plain caution."}
	}
	return lines
}
