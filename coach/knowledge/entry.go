package knowledge

import (
	"slices"
	"time"
)

// Grades of evidence that an entry may claim.
const (
	Strong  = "strong evidence"
	Some    = "some evidence"
	Opinion = "expert opinion"
	Product = "about the coach" // the entry tells about the coach itself
)

// MaxVerdict is the longest verdict, in characters: two lines on a phone.
const MaxVerdict = 160

// An Entry is the coach's answer to one topic.
type Entry struct {
	ID      string
	Title   string
	Verdict string   // one line
	Why, Do []string // a reason or a step each; sources stay in brackets at the end, "[E08]"

	// Goals holds what differs for a goal. Keys are the goals of package
	// training: strength, hypertrophy, power, endurance, event, fat_loss,
	// general. See For.
	Goals map[string]string

	Phrasings []string // messages that ask this
	Not       []string // messages that share its words and ask something else
	Related   []string // ids of neighbouring entries
	Seed      []string // rules of the seed article, S01 to S24
	Evidence  []string // rows of the evidence table, E01 to E45

	Grade    string
	Reviewed time.Time // a date, midnight UTC
	Product  bool      // about the coach, not about training

	at origin
}

// For returns what the entry adds for a goal, or "". Power reads as strength
// and an event as endurance where they have no section of their own.
func (e Entry) For(goal string) string {
	if text, ok := e.Goals[goal]; ok {
		return text
	}
	switch goal {
	case "power":
		return e.Goals["strength"]
	case "event":
		return e.Goals["endurance"]
	}
	return ""
}

func (e Entry) clone() Entry {
	e.Why, e.Do = slices.Clone(e.Why), slices.Clone(e.Do)
	e.Phrasings, e.Not = slices.Clone(e.Phrasings), slices.Clone(e.Not)
	e.Related = slices.Clone(e.Related)
	e.Seed, e.Evidence = slices.Clone(e.Seed), slices.Clone(e.Evidence)
	goals := make(map[string]string, len(e.Goals))
	for goal, text := range e.Goals {
		goals[goal] = text
	}
	e.Goals = goals
	return e
}

// goalSections maps the headings a body may have to goals.
var goalSections = map[string]string{
	"Strength":    "strength",
	"Hypertrophy": "hypertrophy",
	"Power":       "power",
	"Endurance":   "endurance",
	"Event":       "event",
	"Fat loss":    "fat_loss",
	"General":     "general",
}
