package advice

import (
	"slices"

	"tandem/coach/recovery"
)

// belowUsualRule reads the day's check-in against the athlete's own.
var belowUsualRule = Rule{ID: "below-usual", Looks: "a check-in far below the athlete's own usual",
	Seed: []string{"S18"}, Evidence: []string{"E42"}, check: belowUsual}

// belowUsual: a total of 1.5 standard deviations under the usual, or one item
// two points under its own, on a day with hard work done or ahead. Scores mean
// something only against a person's own (Saw 2016); without a baseline, or with
// one that never varies, there is nothing to say.
func belowUsual(d *day) []note {
	hard := slices.ContainsFunc(d.today, func(b *bout) bool { return b.key() || b.lift() && b.heavy })
	if d.checkin == nil || !hard && !d.ahead || d.saidToday() {
		return nil
	}
	for _, f := range recovery.Read(d.Day, d.CheckIns).Flags {
		if f.Kind != recovery.LowTotal && f.Kind != recovery.Drop {
			continue
		}
		n := note{fix: "ease-off", size: 0.5}
		n.Level = Yellow
		n.verdict = "You checked in below your usual."
		n.Text = f.Text + " Hard work is worth more on another day."
		n.next = "Make the next session an easy one."
		n.Why = []Reason{{"check-in against your usual", f.Value, f.Threshold}}
		return d.spared(n)
	}
	return nil
}
