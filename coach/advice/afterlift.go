package advice

import (
	"fmt"
	"slices"

	"tandem/coach/training"
)

// Cardio within an hour of lifting: what kind, how hard, how long.
var afterLiftRules = []Rule{
	{ID: "hard-run-after-heavy-legs", Looks: "intervals, tempo or racing straight after heavy legs",
		Seed: []string{"S14", "S10"}, Evidence: []string{"E05", "E07"}, check: hardRunAfterHeavyLegs},
	{ID: "long-run-after-lift", Looks: "a very long session straight after lifting",
		Seed: []string{"S13", "S14"}, Evidence: []string{"E05", "E29"}, check: longRunAfterLift},
	{ID: "cardio-after-lift-dose", Looks: "cardio after lifting beyond 40 min or RPE 4",
		Seed: []string{"S13"}, Evidence: []string{"E02", "E05"}, check: cardioDose},
	{ID: "hard-on-tired-legs", Looks: "fast running on legs that have just lifted",
		Seed: []string{"S07", "S05"}, Evidence: []string{"E17", "E29"}, check: hardOnTiredLegs},
}

// straightAfterLift are the pairs with cardio less than an hour after a lift.
func (d *day) straightAfterLift() []pair {
	var out []pair
	for _, p := range d.pairs {
		if p.liftFirst() && p.gap < sameSessionGap {
			out = append(out, p)
		}
	}
	return out
}

// hardRunAfterHeavyLegs: the one combination the seed tells to avoid (S14). In
// trained people leg strength suffers most when both share a session (Petré
// 2021), and intervals cost some growth of the fibres (Monserdà-Vilaró 2023).
func hardRunAfterHeavyLegs(d *day) []note {
	var out []note
	for _, p := range d.straightAfterLift() {
		if !p.lift().heavyLegsDay() || !p.cardio().hard() {
			continue
		}
		n := note{scale: interference, pair: p.key(), fix: "separate", relevant: d.specialised(), size: 3}
		n.Level = Orange
		n.verdict = sentence(p.cardio().hardNoun()) + " right after heavy legs: keep those two apart."
		n.Text = fmt.Sprintf("Your %s came %s your %s. That is the one pairing to avoid: in trained people legs get less strong when both share a session.", p.cardio().name(), shortlyAfter(p.gap), p.lift().name())
		if d.Profile.Experience == training.Beginner {
			n.verdict = sentence(p.cardio().hardNoun()) + " right after heavy legs: better with some hours between."
			n.Text = fmt.Sprintf("Your %s came %s your %s. At your stage it costs little, and both get better with some hours between.", p.cardio().name(), shortlyAfter(p.gap), p.lift().name())
		}
		n.next = "Move the " + p.cardio().name() + " to another day, or leave 6 h or more; straight after legs keep it easy."
		n.Why = []Reason{{"time between " + p.lift().name() + " and " + p.cardio().name(), span(p.gap), "under 60 min"},
			{"hard leg sets", d.legsValue(p.lift()), "4 or more"}, {"effort of the " + p.cardio().name(), d.effortValue(p.cardio()), "RPE 7, intervals, tempo or race"}}
		out = append(out, n)
	}
	return out
}

// longRunAfterLift: very long is over 75 minutes and 1.25 times the median run
// (S14). After upper-body work alone the legs are fresh.
func longRunAfterLift(d *day) []note {
	var out []note
	for _, p := range d.straightAfterLift() {
		c := p.cardio()
		if !c.long {
			continue
		}
		n := note{scale: interference, pair: p.key(), fix: "separate", relevant: d.specialised(), size: 2 + c.minutes/veryLongMinutes}
		n.Level = Orange
		if d.upperOnly(p.lift()) {
			n.Level = Info
		}
		n.verdict = "That was a very long " + c.kindNoun() + " to do straight after lifting."
		n.Text = fmt.Sprintf("%s straight after lifting is far past the 20 to 40 min that sit well there: long work on emptied legs drains both sessions.", sentence(minutes(c.minutes)))
		n.next = "Give the long " + c.kindNoun() + " its own day" + d.capAdvice(c) + "."
		n.Why = []Reason{{"cardio after lifting", minutes(c.minutes), "over 75 min and 1.25 × your median run"}, {"time between the two", span(p.gap), "under 60 min"}}
		out = append(out, n)
	}
	return out
}

// upperOnly reports whether a lift is known to leave the legs alone.
func (d *day) upperOnly(lift *bout) bool {
	if lift.loadsLegs() {
		return false
	}
	if len(lift.sets()) > 0 {
		return !slices.ContainsFunc(lift.sets(), func(set training.Set) bool { return !d.placed(set.Exercise) })
	}
	r := lift.sessions[0].Region
	return r == training.Upper || r == training.Trunk
}

// cardioDose: easy to moderate for up to 40 minutes sits well after lifting
// (S13). Under 20 minutes is a cool-down and fine. Upper-body lifting leaves
// only the whole-body fatigue; and for runners, easy running has no cap but the
// very long run.
func cardioDose(d *day) []note {
	var out []note
	for _, p := range d.straightAfterLift() {
		c := p.cardio()
		level, hit := d.dose(p)
		if !hit {
			continue
		}
		n := note{scale: interference, pair: p.key(), fix: "separate", relevant: d.Profile.Goal.LiftsFirst(), size: max(c.minutes/cardioAfterMinutes, 1)}
		n.Level = level
		n.verdict = "A bit much cardio straight after lifting."
		n.Text = fmt.Sprintf("%s straight after lifting is more than the easy 20 to 40 min that sit well there.", sentence(c.a(c.rated())))
		if c.minutes <= cardioAfterMinutes {
			n.verdict = "A bit hard for cardio straight after lifting."
			n.Text = fmt.Sprintf("%s straight after lifting was harder than what sits well there, RPE 4 or less; its length was fine.", sentence(c.a(c.rated())))
			if c.minutes == 0 {
				n.Text = fmt.Sprintf("%s straight after lifting was harder than what sits well there, RPE 4 or less.", sentence(c.a(c.rated())))
			}
		}
		if level == Orange && (c.minutes > cardioAfterTooLong || p.lift().heavy) {
			n.Seed = []string{"S13", "S14"}
		}
		if d.upperOnly(p.lift()) {
			n.verdict = ""
			n.Text = fmt.Sprintf("Your legs were fresh for the %s, since %s leaves them alone; only the tiredness of the whole body carries over.", c.timed(), p.lift().name())
			n.Evidence = []string{"E13"}
		}
		n.next = "After lifting, keep cardio at a pace you can talk at, " + d.easyLength("20 to 40 min") + "."
		n.Why = []Reason{{"cardio after lifting", minutes(c.minutes), "up to 40 min"}, {"effort", d.effortValue(c), "up to RPE 4"}}
		out = append(out, n)
	}
	return out
}

// dose returns the level for what was done after the lift.
func (d *day) dose(p pair) (Level, bool) {
	c := p.cardio()
	if c.long || c.hard() && p.lift().heavyLegsDay() {
		return "", false // the rules above speak
	}
	if d.upperOnly(p.lift()) {
		return Info, c.hard() || c.minutes > cardioAfterTooLong && !d.Profile.Goal.RunsFirst()
	}
	tooHard := c.effort == training.Moderate && c.rpe != nil && float64(*c.rpe) > easyRPE && !(c.kind != training.Run && c.sessions[0].Tagged)
	tooLong := c.minutes > cardioAfterMinutes && !(d.Profile.Goal.RunsFirst() && c.easy())
	switch {
	case c.kind == training.Walk && !c.hard():
		return "", false
	case c.hard(), tooLong && c.minutes > cardioAfterTooLong:
		return Orange, true
	case tooHard, tooLong:
		return Yellow, true
	}
	return "", false
}

// hardOnTiredLegs: fatigue changes how you run (S07) and fuel is lower (S05),
// so the quality of fast running suffers right after heavy legs.
func hardOnTiredLegs(d *day) []note {
	var out []note
	for _, p := range d.straightAfterLift() {
		c := p.cardio()
		if !p.lift().heavyLegsDay() || !c.hard() {
			continue
		}
		n := note{scale: interference, pair: p.key(), relevant: d.Profile.Goal.RunsFirst()}
		n.Level = Yellow
		what := sentence(c.a(c.name()))
		if c.minutes > 0 {
			what = sentence(minutes(c.minutes)) + " of hard work"
		}
		n.Text = what + " on tired legs: expect less quality and less tidy form, and don't read much into the splits."
		n.verdict = "Fast work on tired legs is worth less."
		n.Why = []Reason{{"time since " + p.lift().name(), span(p.gap), "under 60 min"}, {"effort of the " + c.name(), d.effortValue(c), "RPE 7, intervals, tempo or race"}}
		out = append(out, n)
	}
	return out
}
