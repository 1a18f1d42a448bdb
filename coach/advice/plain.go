package advice

import (
	"fmt"

	"tandem/coach/training"
)

// A session that no rule has anything to say about is met with a fact of its
// own: what went up, what felt easier, or simply that it is in.

// plain is the verdict on the session just logged, else on the day's last.
func (d *day) plain() string {
	b := d.today[len(d.today)-1]
	for _, o := range d.today {
		if d.Focus != "" && o.has(d.Focus) {
			b = o
		}
	}
	switch {
	case b.lift():
		return d.plainLift(b)
	case b.kind == training.Walk:
		return "A walk counts too."
	case !b.endurance():
		return sentence(b.kindNoun()) + " is in."
	case b.sessions[0].Style == training.LongRun || b.long:
		return "A long one is in: well done."
	case b.hard():
		return "That was a hard one: well done."
	case b.easy():
		return d.nth(b) + ", kept easy."
	}
	if b.km() > 0 {
		return d.nth(b) + " is in: " + d.exactly(b.km()) + "."
	}
	return d.nth(b) + " is in."
}

// plainLift compares a lift with the last time its exercises were done.
func (d *day) plainLift(b *bout) string {
	for _, name := range exerciseNames(b) {
		now := topOf(b, name)
		last := topOf(d.lastLike(b, name, now), name)
		if last.sets == 0 || now.kg == 0 || last.kg == 0 {
			continue
		}
		switch more := now.reps - last.reps; {
		case now.kg > last.kg:
			return fmt.Sprintf("%s up %s on last time: well done.", sentence(lowerName(name)), d.step(now.kg-last.kg))
		case now.kg == last.kg && more > 0 && now.sets == last.sets:
			return fmt.Sprintf("%s more of %s than last time: well done.", sentence(plural(more, "rep")), lowerName(name))
		case now.kg == last.kg && more == 0 && easier(now.rpe, last.rpe):
			return fmt.Sprintf("The same %s as last time, and it felt easier: well done.", lowerName(name))
		}
	}
	if n := len(b.sets()); n > 0 {
		return d.nth(b) + " is in: " + plural(n, "working set") + "."
	}
	return d.nth(b) + " is in."
}

// step prints a difference of weights to the quarter, so that a small step is
// told as what it is.
func (d *day) step(kg float64) string {
	if d.Profile.Units == training.Imperial {
		return decimal(kg/kgPerLb, 0) + " lb"
	}
	return decimal(kg, 2) + " kg"
}

// top is the heaviest weight of an exercise in a lift.
type top struct {
	kg   float64
	reps int // at that weight, in all sets
	sets int
	rpe  *training.RPE // the highest told
}

func topOf(b *bout, name string) top {
	var t top
	if b == nil {
		return t
	}
	for _, set := range b.sets() {
		if set.Exercise != name || set.Failed || set.Reps == 0 || set.Bodyweight {
			continue
		}
		if set.Kg > t.kg {
			t = top{kg: set.Kg}
		}
		if set.Kg == t.kg {
			t.reps, t.sets = t.reps+set.Reps, t.sets+1
			if set.RPE != nil && (t.rpe == nil || *set.RPE > *t.rpe) {
				t.rpe = set.RPE
			}
		}
	}
	return t
}

// like reports whether two tops are of about the same repetitions a set, so that
// a heavy day is not held against a light one.
func (t top) like(o top) bool {
	return t.sets > 0 && o.sets > 0 && abs(t.reps/t.sets-o.reps/o.sets) <= 1
}

// lastLike is the last lift before b with the exercise in about the same
// repetitions, nil for none.
func (d *day) lastLike(b *bout, name string, now top) *bout {
	var last *bout
	for _, list := range [][]*bout{d.past, d.today} {
		for _, o := range list {
			if o != b && o.lift() && o.start.Before(b.start) && now.like(topOf(o, name)) {
				last = o
			}
		}
	}
	return last
}

// ordinals count sessions in words.
var ordinals = []string{"", "", "second", "third", "fourth", "fifth", "sixth", "seventh"}

// nth counts a session among those of its kind in seven days: "Your third run
// in seven days".
func (d *day) nth(b *bout) string {
	noun := string(b.kind)
	if !b.lift() {
		noun = b.kindNoun()
	}
	n := 1
	for _, list := range [][]*bout{d.past, d.today} {
		for _, o := range list {
			if o != b && o.kind == b.kind && o.start.Before(b.start) && d.Day.Sub(o.day) < 7 && (b.kind != training.Other || o.kindNoun() == b.kindNoun()) {
				n++
			}
		}
	}
	if n == 1 || n >= len(ordinals) {
		return "Your " + noun
	}
	return "Your " + ordinals[n] + " " + noun + " in seven days"
}
