package coach

import (
	"time"

	"tandem/coach/advice"
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
