package advice

import (
	"fmt"
	"slices"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// fineAtYourLevel: the untrained lose nothing by doing both (Petré 2021). Said
// in the first weeks, when people ask themselves, on the day that brings the two
// together.
func fineAtYourLevel(d *day) []note {
	if d.Profile.Experience != training.Beginner || len(d.today) == 0 || d.specialised() && len(d.pairs) == 0 {
		return nil
	}
	if d.daysKnown() > firstWeeks {
		return nil
	}
	lift, run, said := false, false, false
	for _, b := range slices.Concat(d.past, d.today) {
		if d.Day.Sub(b.day) >= 7 {
			continue
		}
		said = said || lift && run && (b.day != d.Day || d.told()) // the two had come together before
		lift, run = lift || b.lift(), run || b.endurance()
		said = said || lift && run && b.day != d.Day
	}
	if !lift || !run || said || len(d.overlaps) > 0 || d.finePair(func(pair) bool { return true }) != nil {
		return nil
	}
	n := note{}
	n.Level = Green
	n.Text = "Lifting and " + d.cardioWord() + " in one week are fine at your level: neither holds the other back."
	n.Why = []Reason{{"experience", string(d.Profile.Experience), "interference shows in trained people"}}
	return []note{n}
}

// sorenessExpected: soreness after new work peaks at 24 to 72 h and is less
// the next time (Cheung 2003). Said to beginners, with no promise of more.
func sorenessExpected(d *day) []note {
	c := d.checkin
	if d.Profile.Experience != training.Beginner || c == nil || c.Soreness == 0 || c.Soreness > recovery.LowItem || d.daysKnown() > firstWeeks {
		return nil
	}
	at := checkInTime(*c)
	for _, b := range slices.Backward(slices.Concat(d.past, d.today)) {
		hours := at.Sub(b.end).Hours()
		if hours < 0 || !b.lift() {
			continue
		}
		if hours > sorenessHours {
			return nil
		}
		n := note{relevant: true}
		n.Level = Green
		n.Text = "Being sore one to three days after new work is expected, and there will be less of it next time."
		n.Why = []Reason{{"hours since lifting", decimal(hours, 0), "up to 72"}}
		return []note{n}
	}
	return nil
}

// keptEasy: on a morning of low answers an easy session is what helps, and who
// kept to that hears it.
func keptEasy(d *day) []note {
	if !d.sparing() || d.pain() != nil || len(fatigued(d))+len(lowItems(d))+len(shortSleep(d)) == 0 {
		return nil
	}
	n := note{}
	n.Level = Green
	n.verdict = "Easy was the right call today."
	if d.late() {
		n.verdict = "Easy was the right call."
	}
	n.Text = "You kept it easy when your answers asked for it."
	n.Why = []Reason{{"effort on a low morning", "easy, " + minutes(d.today[len(d.today)-1].minutes), "easy, up to 60 min"}}
	return []note{n}
}

// allRepsDone: a true word beside the criticism of the order.
func allRepsDone(d *day) []note {
	if !d.Profile.Goal.LiftsFirst() {
		return nil
	}
	for _, p := range d.pairs {
		if p.liftFirst() || p.second.day != d.Day || d.fine(p) || p.gap >= specialistGap || !p.lift().loadsLegs() {
			continue
		}
		reps, name := 0, ""
		for _, set := range p.lift().sets() {
			if set.Failed || set.Reps == 0 {
				return nil
			}
			if d.legs(set.Exercise) && (name == "" || name == set.Exercise) {
				name = set.Exercise
				reps += set.Reps
			}
		}
		if name == "" {
			return nil
		}
		n := note{pair: p.key()}
		n.Level = Green
		n.Text = fmt.Sprintf("All %d %s reps done, on tired legs.", reps, lowerName(name))
		n.Why = []Reason{{"failed sets", "0", "0"}}
		return []note{n}
	}
	return nil
}
