package advice

import (
	"fmt"
)

// bestInSixWeeks: a lift done in two sessions or more before, and now with an
// estimated maximum above all of them. It is an estimate: effort is told to
// about one repetition (Halperin 2022).
func bestInSixWeeks(d *day) []note {
	for _, b := range d.today {
		if !b.lift() || !d.triggers(b) {
			continue
		}
		for _, name := range exerciseNames(b) {
			now, ok := b.best()[name]
			before, times := d.bestBefore(b, name)
			if !ok || now.Low || times < 2 || now.Kg <= before*(1+recordMargin/100) {
				continue
			}
			n := note{relevant: d.Profile.Goal.LiftsFirst()}
			n.Level = Green
			n.verdict = "Your best " + lowerName(name) + " " + d.asLong() + "."
			n.Text = fmt.Sprintf("Best %s %s: an estimated max of %s, up from %s.", lowerName(name), d.asLong(), d.mass(now.Kg), d.mass(before))
			n.Why = []Reason{{"estimated max of " + lowerName(name), d.mass(now.Kg), "above " + d.mass(before) + ", the best of " + plural(d.daysKnown(), "day")}}
			return []note{n}
		}
	}
	return nil
}

// bestBefore is the highest estimate of an exercise before a bout, and in how
// many sessions it was done.
func (d *day) bestBefore(b *bout, name string) (kg float64, times int) {
	for _, o := range d.past {
		if e, ok := o.best()[name]; ok && o != b {
			kg = max(kg, e.Kg)
			times++
		}
	}
	return kg, times
}

// asLong is how long a best has been the best, as far as is known: weeks that
// have begun count, since nobody trains on the first day of each.
func (d *day) asLong() string {
	switch weeks := (d.daysKnown() + 4) / 7; {
	case weeks >= historyDays/7:
		return "in six weeks"
	case weeks > 1:
		return "in " + fmt.Sprint(weeks) + " weeks"
	}
	return "so far"
}
