package training

import "time"

// Instant is a moment that a text names, in the words that stand for it there:
// on the athlete's clock. Where a platform knows the reader's own clock it may
// show the moment on that instead.
type Instant struct {
	At    time.Time `json:"at"`
	Words string    `json:"words"`
}

// NamesDay reports whether the words name more than a time of day.
func (i Instant) NamesDay() bool { return len(i.Words) > len("15:04") }
