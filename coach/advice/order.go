package advice

import (
	"fmt"
	"time"

	"tandem/coach/training"
)

// The order of the day, by goal: lifting first for strength, muscle and power;
// the key run first for endurance and races; free for everything else (S22).
var orderRules = []Rule{
	{ID: "run-before-lift", Looks: "cardio that takes the edge off a lift that comes first for the goal",
		Seed: []string{"S11", "S24"}, Evidence: []string{"E08", "E14", "E13"}, check: runBeforeLift},
	{ID: "lift-before-key-run", Looks: "lifting ahead of a hard or long run that comes first for the goal",
		Seed: []string{"S12", "S24"}, Evidence: []string{"E10", "E15", "E17"}, check: liftBeforeKeyRun},
	{ID: "order-habit", Looks: "the same order problem twice in a week",
		Seed: []string{"S11", "S12"}, Evidence: []string{"E08"}, check: orderHabitual},
	{ID: "legs-after-cardio", Looks: "leg work 6 to 8 h after cardio",
		Seed: []string{"S08"}, Evidence: []string{"E13"}, check: legsAfterCardio},
}

// costsTheLift reports whether cardio of this kind leaves strength lower right
// after: over 30 minutes, or more than easy (Markov 2022). A walk is training
// only when it was felt as such.
func (b *bout) costsTheLift() bool {
	long := b.minutes > freeCardioMinutes && b.kind != training.Walk
	return long || b.effort == training.Moderate || b.hard()
}

// runBeforeLift: a goal of strength, muscle or power wants the lift first
// (S11, S24). Easy cardio of up to 30 minutes is a warm-up and free; from six
// hours on there is nothing to say. The arms do not mind tired legs (Sporer &
// Wenger 2003), so an upper-body lift is only mentioned.
func runBeforeLift(d *day) []note {
	if !d.Profile.Goal.LiftsFirst() {
		return nil
	}
	var out []note
	for _, p := range d.pairs {
		if p.liftFirst() || p.gap >= specialistGap || !p.cardio().costsTheLift() {
			continue
		}
		out = append(out, d.orderNote(p))
	}
	return out
}

func (d *day) orderNote(p pair) note {
	run, lift := p.cardio(), p.lift()
	long := run.minutes > freeCardioMinutes
	level := Yellow
	switch {
	case !lift.loadsLegs():
		level = Info
	case p.gap < partialGap && (run.hard() || long && run.effort == training.Moderate):
		level = Orange
	}
	n := note{scale: interference, pair: p.key(), fix: "separate", relevant: true, size: excess(specialistGap, p.gap)}
	n.Level = level
	n.Why = []Reason{
		{"order, for a goal of " + string(d.Profile.Goal), run.timed() + ", then " + lift.name(), "lifting first"},
		{"cardio before the lift", minutes(run.minutes) + ", " + rpe(run.rpe), "free up to 30 min at RPE 4"},
		{"time between the two", span(p.gap), "under 6 h"},
	}
	if level == Info {
		n.Text = fmt.Sprintf("Your %s came before %s. That is tiring for legs rather than arms, so it costs the lift little; lifting first stays the safer order for your goal.", run.timed(), lift.name())
		return n
	}
	n.verdict = "You want " + d.goalNoun() + " first, and " + d.on() + " the " + run.timed() + " came before your " + lift.name() + "."
	n.Text = fmt.Sprintf("Order: the %s came %s your %s. %s For your goal the lift goes first.", run.timed(), before(p.gap), lift.name(), costOf(run))
	n.next = "Next time, do your " + lift.name() + " first and keep the cardio after it easy, " + d.easyLength("20 to 40 min") + "; or leave 6 h or more between them."
	return n
}

// costOf says what cardio of this kind does to the legs.
func costOf(run *bout) string {
	if run.minutes > freeCardioMinutes {
		return "Cardio of more than about 30 min leaves legs weaker for hours, up to 8 h in one small study."
	}
	return "Cardio above an easy effort leaves legs weaker for hours."
}

// liftBeforeKeyRun: endurance and race goals want the key run fresh (S12).
// Only hard and long runs have an order; before an easy one lifting is fine.
// The size of the gap is judged by the gap rules; this one adds the order.
func liftBeforeKeyRun(d *day) []note {
	if !d.Profile.Goal.RunsFirst() {
		return nil
	}
	var out []note
	for _, p := range d.pairs {
		if !p.liftFirst() || !p.sameDay() || p.gap >= specialistGap || !p.cardio().key() || !p.lift().loadsLegs() {
			continue
		}
		n := note{scale: interference, pair: p.key(), fix: "separate", relevant: true, size: excess(specialistGap, p.gap)}
		n.Level = Yellow
		n.verdict = "Your " + p.cardio().name() + " is the session that counts, and it came after your " + p.lift().name() + "."
		n.Text = fmt.Sprintf("Order: your %s came %s your %s. For your goal the key run does better first; lift after it, or on another day.", p.cardio().timed(), after(p.gap), p.lift().name())
		n.next = "Do the " + p.cardio().name() + " first next time, and lift 6 h or more later."
		n.Why = []Reason{{"order, for a goal of " + string(d.Profile.Goal), p.lift().name() + ", then " + p.cardio().timed(), "the key run first"}}
		out = append(out, n)
	}
	return out
}

// orderHabitual: twice in seven days is a plan that needs changing rather than
// a day that went otherwise.
func orderHabitual(d *day) []note {
	count, today := 0, false
	for _, p := range d.weekPairs() {
		if !d.wrongOrder(p) {
			continue
		}
		count++
		today = today || p.second.day == d.Day
	}
	if !today || count < orderHabit {
		return nil
	}
	n := note{scale: interference, fix: "order-habit", relevant: true, size: float64(count)}
	n.Level = Yellow
	first, other := "lifting", "run"
	if d.Profile.Goal.RunsFirst() {
		first, other = "the key run", "lift"
	}
	n.verdict = "The order of your two sessions is becoming a habit."
	n.Text = fmt.Sprintf("That is %d times in seven days. Plan %s first on days with both, or give the %s its own day.", count, first, other)
	n.next = "Plan one day this week with " + first + " first."
	n.Why = []Reason{{"days with the order against your goal, last 7", plural(count, "time"), "2 or more"}}
	return []note{n}
}

// wrongOrder reports whether a pair has the order that the goal advises against.
func (d *day) wrongOrder(p pair) bool {
	if p.gap >= specialistGap || !p.lift().loadsLegs() {
		return false
	}
	if d.Profile.Goal.LiftsFirst() {
		return !p.liftFirst() && p.cardio().costsTheLift()
	}
	return d.Profile.Goal.RunsFirst() && p.liftFirst() && p.cardio().key() && p.sameDay()
}

// legsAfterCardio: from six to eight hours after hard cardio, legs may still
// lift a little less (Sporer & Wenger 2003); worth knowing, nothing to change.
func legsAfterCardio(d *day) []note {
	if !d.Profile.Goal.LiftsFirst() {
		return nil
	}
	for _, p := range d.pairs {
		if p.liftFirst() || p.gap < specialistGap || p.gap >= legsAfterCardioGap || !p.cardio().hard() || !p.lift().loadsLegs() {
			continue
		}
		n := note{pair: p.key(), relevant: true}
		n.Level = Info
		n.Text = fmt.Sprintf("%s after %s your legs may still be a little short of their best; a set or two fewer is no step back.", sentence(span(p.gap)), p.cardio().a(p.cardio().name()))
		n.Why = []Reason{{"time between cardio and leg work", span(p.gap), "under 8 h"}}
		return []note{n}
	}
	return nil
}

// goalNoun names the goal inside a sentence.
func (d *day) goalNoun() string {
	switch d.Profile.Goal {
	case training.Hypertrophy:
		return "muscle"
	case training.FatLoss:
		return "fat loss"
	case training.Event:
		return "the race"
	case training.General, "":
		return "general fitness"
	}
	return string(d.Profile.Goal)
}

// before and after put a gap into words.
func before(gap time.Duration) string {
	if gap < sameSessionGap {
		return "right before"
	}
	return span(gap) + " before"
}

func after(gap time.Duration) string {
	if gap < sameSessionGap {
		return "right after"
	}
	return span(gap) + " after"
}

// shortlyAfter is a gap of under an hour with its minutes.
func shortlyAfter(gap time.Duration) string {
	if gap < time.Minute {
		return "straight after"
	}
	return span(gap) + " after"
}

// excess is how far a gap falls short of its limit, as a share.
func excess(limit, gap time.Duration) float64 { return float64(limit-gap) / float64(limit) }
