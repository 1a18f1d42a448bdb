package training

import (
	"fmt"
	"time"
)

// Context is what a reader of quick entries must know beside the text.
type Context struct {
	Now   time.Time
	Zone  *time.Location  // the athlete's; nil = UTC
	Units Units           // bare numbers are in these; "" = metric
	Own   map[string]bool // the athlete's own exercises, lower case: does it load the legs?
}

// Entry is what one message said.
type Entry struct {
	Sessions []Session // ready to be stored when Question is nil; without ID
	Question *Question // nothing may be stored before it is answered
	Unknown  []string  // exercises in neither the vocabulary nor Context.Own: ask "legs or not?"
	Remarks  []string  // short things worth telling, as `read 62,5 as 62.5 kg`
}

// Question is asked when a text has two honest readings or holds a value that
// is probably a slip.
type Question struct {
	Ask     string
	Options []Option // two or three
}

// Option is one answer: its button and the whole entry rewritten so that it
// parses without the question. The option Edit carries the entry as it was, and
// [PlannedLabel] one that is not stored.
type Option struct{ Label, Line string }

// PlannedLabel is the answer that a session is still to come. Its line gives a
// [*ParseError], so that nothing is stored.
const PlannedLabel = "It is planned"

// ParseError says which word could not be read, what was expected in its
// place, and shows a whole entry that works.
type ParseError struct{ Word, Expected, Example string }

// Error is the sentence an athlete reads.
func (e *ParseError) Error() string {
	if e.Word == "" {
		return fmt.Sprintf("I expected %s. Try: %s", e.Expected, e.Example)
	}
	return fmt.Sprintf("I can't read %q: I expected %s. Try: %s", e.Word, e.Expected, e.Example)
}
