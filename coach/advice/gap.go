package advice

import (
	"fmt"
	"time"

	"tandem/coach/training"
)

// Time between heavy leg work and hard or long running, by elapsed time: across
// midnight and clock changes too.
var gapRules = []Rule{
	{ID: "gap-too-short", Looks: "heavy legs and a key session less than 6 h apart",
		Seed: []string{"S17"}, Evidence: []string{"E12", "E03", "E15"}, check: gapTooShort},
	{ID: "key-run-after-heavy-legs", Looks: "a key run less than 24 h after heavy legs the day before",
		Seed: []string{"S12", "S05"}, Evidence: []string{"E15", "E16", "E17"}, check: keyRunAfterHeavyLegs},
	{ID: "second-session-slower", Looks: "a second session that is slower or weaker because it came second",
		Seed: []string{"S08"}, Evidence: []string{"E17"}, check: secondSessionSlower},
	{ID: "keep-lifting", Looks: "a runner whose lifting only sat in the wrong place",
		Seed: []string{"S12"}, Evidence: []string{"E24"}, check: keepLifting},
}

// gapTooShort: two hard sessions want six hours or separate days (S17). Three
// hours are better than none (Schumann 2022). General goals hear of it only when
// hard running comes close after legs: otherwise the order and the gap are
// theirs (S22). Within one hour the rules of order and of what follows lifting
// speak, but for a key run first, whose order is right and whose gap is not.
func gapTooShort(d *day) []note {
	var out []note
	for _, p := range d.pairs {
		spoken := p.gap < sameSessionGap && (p.liftFirst() || d.Profile.Goal.LiftsFirst())
		if spoken || p.gap >= specialistGap || !p.lift().heavyLegsDay() || !p.cardio().key() {
			continue
		}
		n := note{scale: gapScale, pair: p.key(), fix: "separate", relevant: d.specialised(), size: excess(specialistGap, p.gap)}
		close := p.gap < partialGap
		switch {
		case close && d.specialised() && (p.liftFirst() || d.Profile.Goal.LiftsFirst()):
			n.Level = Orange
		case close && p.liftFirst() || d.specialised():
			n.Level = Yellow
		default:
			n.Level = Info
		}
		n.verdict, n.Text = p.gapWords()
		n.next = "Leave 6 h or more between the two, or give each its own day; a key run does best 24 h or more after heavy legs."
		n.Why = []Reason{{"time between " + p.first.name() + " and " + p.second.name(), span(p.gap), "under 6 h"},
			{"hard leg sets", d.legsValue(p.lift()), "4 or more"}, {p.cardio().name(), minutes(p.cardio().minutes) + ", " + rpe(p.cardio().rpe), "hard or very long"}}
		out = append(out, n)
	}
	return out
}

// gapWords say how short the gap of two hard sessions is.
func (p pair) gapWords() (verdict, text string) {
	first, second := p.first.name(), p.second.name()
	switch {
	case p.gap < sameSessionGap:
		return "Two hard sessions back to back.",
			fmt.Sprintf("Gap: your %s came right after your %s. Six hours between them would let both count.", second, first)
	case p.gap < partialGap:
		return fmt.Sprintf("Two hard sessions %s apart: that is well short of 6 h.", span(p.gap)),
			fmt.Sprintf("Gap: %s between your %s and your %s. That is close to one single session; 6 h would let both count.", span(p.gap), first, second)
	}
	return fmt.Sprintf("Two hard sessions %s apart: that is short of 6 h.", span(p.gap)),
		fmt.Sprintf("Gap: %s between your %s and your %s. That is better than back to back, but short of the 6 h that let both count.", span(p.gap), first, second)
}

// legsValue says how heavy a leg session was.
func (d *day) legsValue(lift *bout) string {
	if lift.regional {
		return "legs, " + rpe(lift.rpe)
	}
	return fmt.Sprint(lift.hardLegs)
}

// keyRunAfterHeavyLegs: the day after heavy legs running costs more and ends
// sooner, even with six hours between (Doma & Deakin 2013), so for endurance and
// race goals the key run waits 24 h. Within one day the six hours of S17 decide.
func keyRunAfterHeavyLegs(d *day) []note {
	if !d.Profile.Goal.RunsFirst() {
		return nil
	}
	var out []note
	for _, p := range d.pairs {
		if !p.liftFirst() || p.sameDay() || p.gap < sameSessionGap || p.gap >= keyRunAfterLegsGap || !p.lift().heavyLegsDay() || !p.cardio().key() {
			continue
		}
		n := note{scale: interference, pair: p.key(), fix: "separate", relevant: true, size: 1 + excess(keyRunAfterLegsGap, p.gap)}
		n.Level = Orange
		n.verdict = "Your " + p.cardio().name() + " came too soon after heavy legs."
		n.Text = fmt.Sprintf("Key run: your %s came %s after your %s%s. For about a day after heavy leg work the same pace costs more and you tire sooner.", p.cardio().name(), span(p.gap), p.lift().name(), shortOf(p.gap, keyRunAfterLegsGap))
		n.next = "Put the next key run 24 h or more after heavy legs, or before them."
		n.Why = []Reason{{"time between " + p.lift().name() + " and " + p.cardio().name(), span(p.gap), "under 24 h"}, {"hard leg sets", d.legsValue(p.lift()), "4 or more"}}
		out = append(out, n)
	}
	return out
}

// shortOf names what is missing to a gap that is nearly long enough.
func shortOf(gap, want time.Duration) string {
	if want-gap > almostOver {
		return ""
	}
	return ", " + span(want-gap) + " short of " + span(want)
}

// secondSessionSlower: what comes second suffers, and that is no decline (S08).
// A hard run within hours of heavy legs is to be judged by effort; a slower easy
// run or a weaker lift is explained.
func secondSessionSlower(d *day) []note {
	var out []note
	for _, p := range d.pairs {
		switch {
		case p.second.day != d.Day && p.first.day != d.Day:
		case p.liftFirst() && p.gap >= sameSessionGap && p.gap < specialistGap && p.lift().heavyLegsDay() && p.cardio().hard():
			n := note{scale: interference, pair: p.key(), relevant: d.Profile.Goal.RunsFirst()}
			n.Level = Yellow
			n.verdict = "Judge the " + p.cardio().hardNoun() + " by effort, not by pace."
			n.Text = "Hours after heavy legs, " + p.cardio().hardNoun() + " is slower or feels harder. Judge it by effort, not against your best."
			n.Why = []Reason{{"time since " + p.lift().name(), span(p.gap), "under 6 h"}}
			out = append(out, n)
		case p.liftFirst() && p.gap < specialistGap && p.lift().loadsLegs():
			out = append(out, d.slowerRun(p)...)
		case !p.liftFirst() && p.gap < legsAfterCardioGap && p.lift().loadsLegs() && p.cardio().costsTheLift():
			out = append(out, d.weakerLift(p)...)
		}
	}
	return out
}

// slowerRun explains an easy run slower than the athlete's usual easy runs.
func (d *day) slowerRun(p pair) []note {
	pace, ok := p.cardio().pace()
	usual := d.usualPace(p.cardio())
	if !ok || usual == 0 || pace < usual*(1+slowerPace/100) {
		return nil
	}
	n := note{pair: p.key()}
	n.Level = Info
	n.Text = fmt.Sprintf("%s after lifting, where %s is your usual: expected on tired legs, and not counted as a decline.", sentence(d.pace(pace)), d.pace(usual))
	n.Why = []Reason{{"pace of the " + p.cardio().name(), d.pace(pace), "3 % over your usual " + d.pace(usual)}}
	return []note{n}
}

// usualPace is the median pace of comparable runs of the history, 0 with fewer
// than three. One that something else explains is not usual.
func (d *day) usualPace(run *bout) float64 {
	var paces []float64
	for _, b := range d.past {
		if pace, ok := b.pace(); ok && b.kind == run.kind && b.effort == run.effort && !d.explained(b, true) {
			paces = append(paces, pace)
		}
	}
	if len(paces) < comparableRuns {
		return 0
	}
	return median(paces)
}

// weakerLift explains a lift below the athlete's usual by the cardio before it.
func (d *day) weakerLift(p pair) []note {
	n := note{pair: p.key(), relevant: d.Profile.Goal.LiftsFirst()}
	n.Level, n.Evidence = Info, []string{"E13", "E14"}
	name, today, usual := d.weaker(p.lift())
	if name == "" {
		if !d.Profile.Goal.LiftsFirst() || p.gap >= specialistGap {
			return nil
		}
		n.Text = fmt.Sprintf("If your %s felt heavier than usual, the %s before %s it. I don't count it as a decline.", p.lift().name(), p.cardio().name(), p.cardio().verb("explains", "explain"))
		n.Why = []Reason{{"time since the " + p.cardio().name(), span(p.gap), "under 8 h"}}
		return []note{n}
	}
	n.Text = fmt.Sprintf("Your %s was down %s (estimated max %s, usually %s). The %s before %s that; it is not counted as a decline.", name, d.on(), d.mass(today), d.mass(usual), p.cardio().name(), p.cardio().verb("explains", "explain"))
	n.Why = []Reason{{"estimated max of " + name, d.mass(today), "below your usual " + d.mass(usual)}, {"time since the " + p.cardio().name(), span(p.gap), "under 8 h"}}
	return []note{n}
}

// weaker finds the leg exercise of a lift whose estimated maximum fell furthest
// below the median of the history, less what something else explains; "" when
// none did.
func (d *day) weaker(lift *bout) (name string, today, usual float64) {
	best, worst := lift.best(), 0.0
	for _, exercise := range exerciseNames(lift) {
		e, ok := best[exercise]
		if !ok || !d.legs(exercise) {
			continue
		}
		var before []float64
		for _, b := range d.past {
			if past, ok := b.best()[exercise]; ok && !d.explained(b, true) {
				before = append(before, past.Kg)
			}
		}
		if m := median(before); m > 0 && 1-e.Kg/m > worst {
			worst = 1 - e.Kg/m
			name, today, usual = lowerName(exercise), e.Kg, m
		}
	}
	return name, today, usual
}

// keepLifting: a runner told to move the legs day is also told to keep it,
// since heavy lifting makes running cheaper (Eihara 2022).
func keepLifting(d *day) []note {
	if !d.Profile.Goal.RunsFirst() || d.Profile.Experience == training.Beginner {
		return nil
	}
	for _, p := range d.pairs {
		if p.liftFirst() && !p.sameDay() && p.gap < keyRunAfterLegsGap && p.lift().heavyLegsDay() && p.cardio().key() {
			n := note{}
			n.Level = Info
			n.Text = "Keep lifting heavy: it makes running more economical. Place it after the key run on the same day, 6 h or more later, or before an easy day."
			n.Why = []Reason{{"goal", string(d.Profile.Goal), "running first"}}
			return []note{n}
		}
	}
	return nil
}
