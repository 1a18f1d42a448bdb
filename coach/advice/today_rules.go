package advice

import (
	"fmt"
	"slices"
	"time"

	"tandem/coach/training"
)

// todayRules look ahead: at the check-in and the last 72 hours, before
// anything is done today.
var todayRules = slices.Concat([]Rule{
	{ID: "key-run-after-heavy-legs", Looks: "a key run that would come less than 24 h after heavy legs",
		Seed: []string{"S12", "S05"}, Evidence: []string{"E15", "E16", "E17"}, check: keyRunWaits},
	legsRule, runRule,
	{ID: "no-rest-day", Looks: "six days of training in a row",
		Seed: []string{"S10", "S15"}, Evidence: []string{"E16"}, check: noRestDay},
	{ID: "keep-lifting", Looks: "a runner whose lifting only sits in the wrong place",
		Seed: []string{"S12"}, Evidence: []string{"E24"}, check: keepLiftingToday},
}, recoveryRules, []Rule{deloadRule, taperRule})

var (
	legsRule = Rule{ID: "legs-recovering", Looks: "heavy legs less than 48 h ago",
		Seed: []string{"S10", "S07"}, Evidence: []string{"E17", "E35"}, check: legsRecovering}
	runRule = Rule{ID: "hard-run-recovering", Looks: "a hard or very long run less than 24 h ago",
		Seed: []string{"S10"}, Evidence: []string{"E13", "E17"}, check: runRecovering}
)

// lastHeavyLegs is how long before now the last heavy leg session ended; false
// when that is 72 hours or more.
func (d *day) lastHeavyLegs() (*bout, time.Duration) {
	return d.last(func(b *bout) bool { return b.lift() && b.heavyLegsDay() })
}

// last is the latest bout of the last 72 hours that the test allows.
func (d *day) last(allow func(*bout) bool) (*bout, time.Duration) {
	for _, b := range slices.Backward(slices.Concat(d.past, d.today)) {
		if since := d.Now.Sub(b.end); allow(b) && since >= 0 && since.Hours() < sorenessHours {
			return b, since
		}
	}
	return nil, 0
}

// keyRunWaits: for endurance and race goals a key run waits until 24 h after
// heavy legs (Doma & Deakin 2013).
func keyRunWaits(d *day) []note {
	b, since := d.lastHeavyLegs()
	if b == nil || since >= keyRunAfterLegsGap || !d.Profile.Goal.RunsFirst() {
		return nil
	}
	n := note{scale: interference, relevant: true, fix: "spare-legs", size: 2}
	n.Level = Orange
	again := d.when(b, keyRunAfterLegsGap)
	n.Text = fmt.Sprintf("%s A key run costs more and ends sooner for about a day after that, so leave intervals, tempo and the long run until %s.",
		b.ago(since), again.Words)
	n.Instants = []training.Instant{again}
	n.atRest = b.ago(since)
	n.Why = []Reason{{"time since " + b.name(), span(since), "under 24 h"}}
	return []note{n}
}

// ago says how long a bout has been over, in a sentence.
func (b *bout) ago(since time.Duration) string {
	if since < sameSessionGap {
		return "Your " + b.name() + " " + b.verb("is", "are") + " only just done."
	}
	return "Your " + b.name() + " " + b.verb("was", "were") + " " + span(since) + " ago."
}

// when names the moment some time after a bout: "19:30 today" or "tomorrow 07:00".
func (d *day) when(b *bout, later time.Duration) training.Instant {
	t := b.local.Add(b.end.Sub(b.start) + later)
	now := d.Now.In(b.local.Location())
	switch {
	case t.YearDay() == now.YearDay() && t.Year() == now.Year():
		return training.Instant{At: t, Words: t.Format("15:04") + " today"}
	case t.Sub(now) < 48*time.Hour && t.YearDay() == now.AddDate(0, 0, 1).YearDay():
		return training.Instant{At: t, Words: t.Format("15:04") + " tomorrow"}
	}
	return training.Instant{At: t, Words: t.Format("Monday 15:04")}
}

// legsRecovering: heavy legs want about 48 hours before the next (soreness
// peaks at 24 to 72 h, Cheung 2003). Where a key run has to wait for them, that
// says it already.
func legsRecovering(d *day) []note {
	b, since := d.lastHeavyLegs()
	if b == nil || since >= legsRestGap || d.ahead && since > legsRestGap-almostOver || len(keyRunWaits(d)) > 0 {
		return nil
	}
	n := note{fix: "spare-legs", size: 1}
	n.Level = Yellow
	if since >= keyRunAfterLegsGap {
		n.Level = Info
	}
	again := d.when(b, legsRestGap)
	n.atRest = fmt.Sprintf("%s Heavy legs again from %s.", b.ago(since), again.Words)
	n.Text = fmt.Sprintf("%s Heavy legs again from %s; until then upper body or easy %s.", b.ago(since), again.Words, d.cardioWord())
	n.Instants = []training.Instant{again}
	n.Why = []Reason{{"time since " + b.name(), span(since), "under 48 h"}}
	return []note{n}
}

// runRecovering: the day after a hard or very long run is an easy one.
func runRecovering(d *day) []note {
	b, since := d.last(func(b *bout) bool { return b.endurance() && b.key() })
	if b == nil || since >= keyRunAfterLegsGap || d.ahead && since > keyRunAfterLegsGap-almostOver {
		return nil
	}
	n := note{fix: "spare-legs", size: 1}
	n.Level = Yellow
	again := d.when(b, keyRunAfterLegsGap)
	n.Text = fmt.Sprintf("%s Leave %s and heavy legs until %s.", b.ago(since), b.hardNoun(), again.Words)
	n.Instants = []training.Instant{again}
	n.Why = []Reason{{"time since the " + b.name(), span(since), "under 24 h"}}
	return []note{n}
}

// noRestDay: training every day lets fatigue pile up (Doma & Deakin 2015).
func noRestDay(d *day) []note {
	trained := map[int]bool{}
	for _, b := range d.past {
		if b.kind != "walk" {
			trained[d.Day.Sub(b.day)] = true
		}
	}
	row := 0
	for trained[row+1] {
		row++
	}
	if row < trainingDaysInRow {
		return nil
	}
	n := note{size: float64(row)}
	n.Level = Yellow
	n.Text = fmt.Sprintf("You have trained %d days in a row. A day off now is part of the training.", row)
	n.Why = []Reason{{"training days in a row", fmt.Sprint(row), "6 or more"}}
	return []note{n}
}

// keepLiftingToday goes with a key run that waits for the legs.
func keepLiftingToday(d *day) []note {
	if len(keyRunWaits(d)) == 0 {
		return nil
	}
	n := note{}
	n.Level = Info
	n.Text = "Keep lifting heavy: it makes running more economical. Place it after the key run, 6 h or more later, or before an easy day."
	n.Why = []Reason{{"goal", string(d.Profile.Goal), "running first"}}
	return []note{n}
}
