// Package recovery turns check-in answers into readiness: five items from 1 to
// 5 (5 best), sleep hours and pain, read against the athlete's own baseline.
//
// A missing item means no total, and too few answers mean no baseline: the
// package says so instead of filling the gap. Readiness may only hold training
// back, it never pushes.
package recovery

import (
	"time"

	"tandem/coach/training"
)

// CheckIn is one morning's answers. Items are 1 to 5, 5 best, 0 = not answered;
// the five items are those of McLean 2010 (IJSPP 5:367).
type CheckIn struct {
	Date       training.Date // the athlete's local date it is for
	At         time.Time     // when it was (last) answered, UTC
	Fatigue    int
	Sleep      int
	Soreness   int
	Stress     int
	Mood       int
	SleepHours float64 // 0 = not told
	Pain       string  // where and what, in the athlete's words; "" = none told. Pain is not soreness.
	NoPain     bool    // the athlete said that nothing hurts
	Note       string
}

// Complete reports whether all five items are answered.
func (c CheckIn) Complete() bool {
	return c.Fatigue > 0 && c.Sleep > 0 && c.Soreness > 0 && c.Stress > 0 && c.Mood > 0
}

// Total is the sum of the five items, 5 to 25, higher is better; false when an
// item is missing, which is never imputed.
func (c CheckIn) Total() (int, bool) {
	if !c.Complete() {
		return 0, false
	}
	return c.Fatigue + c.Sleep + c.Soreness + c.Stress + c.Mood, true
}
