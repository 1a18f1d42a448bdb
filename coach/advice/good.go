package advice

import (
	"fmt"
	"slices"

	"tandem/coach/training"
)

// What went well. The greens of a day are told as one. None of them promises
// less soreness (Van Hooren & Peake 2018).
var goodRules = []Rule{
	{ID: "good-order", Looks: "the order that the goal asks for",
		Seed: []string{"S11"}, Evidence: []string{"E08", "E09"}, check: goodOrder},
	{ID: "key-run-first", Looks: "a key run done before the lift",
		Seed: []string{"S12", "S24"}, Evidence: []string{"E10", "E15"}, check: keyRunFirst},
	{ID: "easy-cardio-after-lift", Looks: "easy cardio of up to 40 min after lifting",
		Seed: []string{"S13", "S16", "S09"}, Evidence: []string{"E40"}, check: easyCardioAfterLift},
	{ID: "upper-body-then-run", Looks: "running after lifting that left the legs alone",
		Seed: []string{"S13", "S22"}, Evidence: []string{"E13"}, check: upperBodyThenRun},
	{ID: "both-in-one-day", Looks: "lifting and cardio on one day, for general fitness",
		Seed: []string{"S09", "S22"}, Evidence: []string{"E45"}, check: bothInOneDay},
	{ID: "fine-at-your-level", Looks: "a beginner who does both",
		Seed: []string{"S04"}, Evidence: []string{"E05"}, check: fineAtYourLevel},
	{ID: "soreness-expected", Looks: "a beginner's soreness one to three days after new work",
		Seed: []string{"S18"}, Evidence: []string{"E35"}, check: sorenessExpected},
	{ID: "best-in-six-weeks", Looks: "an estimated maximum above everything in the last six weeks",
		Seed: []string{"S21"}, Evidence: []string{"E43"}, check: bestInSixWeeks},
	{ID: "kept-easy", Looks: "an easy session on a morning that asked for one",
		Seed: []string{"S18"}, Evidence: []string{"E42"}, check: keptEasy},
	{ID: "all-reps-done", Looks: "every set done in a lift that came second",
		Seed: []string{"S08"}, Evidence: []string{"E14"}, check: allRepsDone},
}

// fine reports whether nothing speaks against a pair: easy enough, short
// enough, in a good order.
func (d *day) fine(p pair) bool {
	c := p.cardio()
	if p.gap >= specialistGap || c.key() || c.effort == "" && c.minutes > cardioAfterTooLong {
		return false
	}
	if !p.liftFirst() {
		return !d.Profile.Goal.LiftsFirst() || !c.costsTheLift()
	}
	if p.gap >= sameSessionGap {
		return true
	}
	level, hit := d.dose(p)
	return !hit || level == Info
}

// finePair is the first fine pair of the day that the test allows. A walk needs
// no praise.
func (d *day) finePair(allow func(pair) bool) *pair {
	for i, p := range d.pairs {
		if p.sameDay() && p.cardio().kind != training.Walk && d.fine(p) && allow(p) {
			return &d.pairs[i]
		}
	}
	return nil
}

// goodOrder: lifting first is right for strength, muscle and power (S11).
func goodOrder(d *day) []note {
	p := d.finePair(func(p pair) bool { return p.liftFirst() && !d.cardioBefore(p.lift()) })
	if p == nil || !d.Profile.Goal.LiftsFirst() || len(runBeforeLift(d)) > 0 {
		return nil
	}
	n := d.praise(*p, "Lifting first is the right order for "+d.goalNoun()+".")
	n.Why = []Reason{{"order, for a goal of " + string(d.Profile.Goal), p.lift().name() + ", then " + p.cardio().timed(), "lifting first"}}
	return []note{n}
}

// cardioBefore reports whether cardio came within hours before a lift too, or at
// a time that is not known.
func (d *day) cardioBefore(lift *bout) bool {
	return slices.ContainsFunc(slices.Concat(d.pairs, d.untimed), func(p pair) bool {
		return p.second == lift && p.gap < specialistGap && p.first.kind != training.Walk
	})
}

// praise starts a green note about a pair.
func (d *day) praise(p pair, text string) note {
	n := note{pair: p.key(), relevant: d.specialised()}
	n.Level, n.Text = Green, text
	n.verdict = "Good day: lifting and " + p.cardio().noun() + " fit together."
	n.next = d.repeat(p)
	return n
}

// repeat is what to do after a day that needs no change.
func (d *day) repeat(p pair) string {
	switch {
	case p.lift().heavyLegsDay():
		return "Do it like this again, with about 48 h before the next heavy leg day."
	case d.Profile.Experience == training.Beginner:
		return "Nothing to fix; next week add 5 min to the " + p.cardio().kindNoun() + " at most."
	}
	return "Nothing to fix: do it like this again."
}

// keyRunFirst: for endurance and races the session that counts came first.
func keyRunFirst(d *day) []note {
	if !d.Profile.Goal.RunsFirst() || len(liftBeforeKeyRun(d)) > 0 {
		return nil
	}
	for _, p := range d.pairs {
		if p.liftFirst() || !p.sameDay() || !p.cardio().key() || p.lift().heavyLegsDay() && p.gap < specialistGap {
			continue
		}
		n := d.praise(p, sentence(p.cardio().the(p.cardio().name()))+" first, lifting after it: the right way round for your goal.")
		n.next = ""
		n.Why = []Reason{{"order, for a goal of " + string(d.Profile.Goal), p.cardio().timed() + ", then " + p.lift().name(), "the key run first"}}
		return []note{n}
	}
	return nil
}

// easyCardioAfterLift: low to moderate, up to 40 minutes (S13). Less than 20 is
// a cool-down and as good. For runners it is simply an easy run.
func easyCardioAfterLift(d *day) []note {
	p := d.finePair(func(p pair) bool {
		return p.liftFirst() && p.gap < sameSessionGap && p.cardio().effort != "" && p.cardio().minutes <= cardioAfterMinutes && !d.upperOnly(p.lift())
	})
	if p == nil || d.Profile.Goal.RunsFirst() {
		return nil
	}
	c := p.cardio()
	text := sentence(c.a(c.timed())) + " after lifting " + c.verb("sits", "sit") + " well"
	switch {
	case c.minutes > 0 && c.minutes < 20:
		text += ": a cool-down like that costs you nothing."
	case c.minutes > 0:
		text += ", within the 20 to 40 min that suit it."
	default:
		text += "."
	}
	n := d.praise(*p, text)
	if c.kind == training.Ride {
		n.Text += " Cycling is, if anything, a little kinder to the legs than running."
		n.Evidence = []string{"E02", "E04"}
	}
	n.Why = []Reason{{"cardio after lifting", minutes(c.minutes) + ", " + d.effortValue(c), "up to 40 min, easy to moderate"}}
	return []note{n}
}

// upperBodyThenRun: what cardio does to a lift is local (Sporer & Wenger 2003),
// and so is the other way round.
func upperBodyThenRun(d *day) []note {
	p := d.finePair(func(p pair) bool { return p.liftFirst() && d.upperOnly(p.lift()) })
	if p == nil || d.Profile.Goal.RunsFirst() {
		return nil
	}
	n := d.praise(*p, "Upper-body lifting leaves your running legs alone, so the "+p.cardio().timed()+" after it "+p.cardio().verb("is", "are")+" fine.")
	if d.Profile.Experience == training.Beginner {
		n.Evidence = []string{"E13", "E05"}
	}
	n.Why = []Reason{{"leg sets before the " + p.cardio().kindNoun(), fmt.Sprint(p.lift().legSets), "1 or more would matter"}}
	return []note{n}
}

// bothInOneDay: for general fitness and fat loss the order is free, and doing
// both saves time and is good for the heart (S09, S22).
func bothInOneDay(d *day) []note {
	p := d.finePair(func(pair) bool { return true })
	if p == nil || d.specialised() {
		return nil
	}
	total := p.first.minutes + p.second.minutes
	text := "Lifting and cardio on one day: both count, in either order."
	if p.gap < sameSessionGap && p.first.minutes > 0 && p.second.minutes > 0 {
		text = fmt.Sprintf("Lifting and cardio in %s: both count, in either order, and it saves time.", minutes(total))
	}
	n := d.praise(*p, text)
	n.Why = []Reason{{"goal", d.goalNoun(), "the order is free"}}
	return []note{n}
}
