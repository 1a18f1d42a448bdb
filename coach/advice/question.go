package advice

import (
	"strings"
)

// question is what has to be known before the day can be judged: a clash of
// times, an effort that does not fit, or the goal.
func (d *day) question() string {
	if len(d.overlaps) > 0 {
		p := d.overlaps[0]
		return "Your " + p.first.name() + " (" + p.first.clock() + ") and your " + p.second.name() + " (" + p.second.clock() +
			") overlap by " + span(-p.gap) + ". When did each one start?"
	}
	if b := d.mismatch(); b != nil {
		return "You called the " + strings.TrimPrefix(strings.TrimPrefix(b.name(), "hard "), "easy ") + " easy but felt it at " + rpe(b.rpe) +
			". Was it hot, are you coming down with something, or is one of the two a slip (or the watch)?"
	}
	if d.Profile.Goal == "" && (len(d.pairs) > 0 || d.firstLog()) {
		return "What is your main goal: strength, muscle, power, endurance, a race, fat loss or general fitness?"
	}
	return ""
}

// mismatch is the session of the day that was called easy and felt hard.
func (d *day) mismatch() *bout {
	for _, b := range d.today {
		if b.mismatch {
			return b
		}
	}
	return nil
}

// firstLog reports whether nothing is known from before this day.
func (d *day) firstLog() bool { return len(d.past) == 0 && d.Last.IsZero() && len(d.today) == 1 }
