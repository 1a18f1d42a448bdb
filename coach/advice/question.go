package advice

import (
	"slices"
	"strings"

	"tandem/coach/training"
)

// clash is a question that has to be answered before two sessions, or one, can
// be judged.
type clash struct {
	ask   string
	about []string // ids of the sessions
}

// clash is the first question about the sessions of the day that the judgement
// is about; nil when their times and efforts fit.
func (d *day) clash() *clash {
	for _, t := range d.twins {
		c := &clash{about: []string{t.kept.ID, t.other.ID}}
		b := d.find(t.kept)
		if b == nil || !d.triggers(b) && !slices.Contains(d.Beside, t.other.ID) {
			continue
		}
		c.ask = "Is this " + d.bout(t.kept).name() + " (" + d.bout(t.kept).clock() + ") the same as the last one: logged twice? I count it once; `undo` takes one of them back."
		if strings.HasSuffix(d.bout(t.kept).name(), "s") {
			c.ask = strings.Replace(c.ask, "Is this", "Are these", 1)
		}
		return c
	}
	for _, p := range d.overlaps {
		if d.asks(p) {
			return &clash{"Your " + p.first.name() + " (" + p.first.clock() + ") and your " + p.second.name() + " (" + p.second.clock() +
				") overlap by " + span(-p.gap) + ". When did each one start?", p.ids()}
		}
	}
	for _, p := range d.untimed {
		if d.asks(p) && p.sameDay() && p.gap < specialistGap && p.cardio().kind != training.Walk {
			return &clash{"How long did your " + p.cardio().name() + " take, and when did it begin? Without that I can't set it beside your " + p.lift().name() + ".", p.ids()}
		}
	}
	if b := d.mismatch(); b != nil {
		return &clash{"You called the " + strings.TrimPrefix(strings.TrimPrefix(b.name(), "hard "), "easy ") + " easy but felt it at " + rpe(b.rpe) +
			". Was it hot, are you coming down with something, or is one of the two a slip (or the watch)?", nil}
	}
	return nil
}

// asks reports whether a pair is what the judgement is about.
func (d *day) asks(p pair) bool {
	return (d.triggers(p.first) || d.triggers(p.second)) && (p.first.day == d.Day || p.second.day == d.Day)
}

// ids are the sessions of both.
func (p pair) ids() []string {
	var out []string
	for _, s := range slices.Concat(p.first.sessions, p.second.sessions) {
		out = append(out, s.ID)
	}
	return out
}

// question is what to ask with a judgement: a clash, or the goal.
func (d *day) question(c *clash) string {
	if c != nil {
		return c.ask
	}
	if d.Profile.Goal == "" && (len(d.pairs) > 0 || d.firstLog()) {
		return "What is your main goal: strength, muscle, power, endurance, a race, fat loss or general fitness?"
	}
	return ""
}

// mismatch is the session that the judgement is about, if it was called easy
// and felt hard.
func (d *day) mismatch() *bout {
	for _, b := range d.today {
		if b.mismatch && d.triggers(b) {
			return b
		}
	}
	return nil
}

// firstLog reports whether the athlete has one session and no other.
func (d *day) firstLog() bool {
	return len(d.past)+len(d.later) == 0 && d.Last.IsZero() && len(d.today) == 1 && len(d.today[0].sessions) == 1 &&
		len(d.twins) == 0 && d.Next.IsZero()
}
