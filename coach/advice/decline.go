package advice

import (
	"fmt"
	"strings"
)

// Falling performance, told from tired days: what was lifted or run under
// conditions that explain it is not compared (S08).
var declineRules = []Rule{
	{ID: "decline", Looks: "three comparable sessions, each below the one before",
		Seed: []string{"S18"}, Evidence: []string{"E33"}, check: decline},
	deloadRule,
}

var deloadRule = Rule{ID: "deload-suggest", Looks: "two lifts falling, or answers low across the board",
	Seed: []string{"S18"}, Evidence: []string{"E39"}, check: deloadSuggest}

// declining returns the exercises, and easy running, whose last points fall,
// in the order of the day's bouts. Nothing in an easy week or an event week.
func (d *day) declining() []trend {
	if d.relaxed() {
		return nil
	}
	var out []trend
	for _, t := range d.trends() {
		if len(t.points) >= declineSessions {
			out = append(out, t)
		}
	}
	return out
}

// decline: three comparable sessions falling by more than an estimate's error
// (S18). Two are an early word.
func decline(d *day) []note {
	if d.relaxed() {
		return nil
	}
	var out []note
	for _, t := range d.trends() {
		first, last := t.points[0], t.points[len(t.points)-1]
		was, now := d.mass(first.value), d.mass(last.value)
		if t.run {
			was, now = d.pace(3600/first.value), d.pace(3600/last.value)
		}
		var n note
		if len(t.points) < declineSessions {
			n.Level = Info
			n.Text = fmt.Sprintf("%s went from %s to %s. Two sessions are no trend; I look again at the next.", sentence(t.name), was, now)
		} else {
			n = d.easeOff(t.name + " is falling")
			n.Text = fmt.Sprintf("%s fell in three comparable sessions, from %s to %s (%s). Sessions that something else explains are left out.", sentence(t.name), was, now, percent(t.drop))
		}
		n.size = t.drop / t.limit
		n.Why = []Reason{{"change in " + t.name + " over " + plural(len(t.points), "comparable session"), was + " to " + now + ", " + decimal(t.drop, 1) + " % down",
			decimal(t.limit, 0) + " % over 3 sessions, each lower, at no less effort"}}
		out = append(out, n)
	}
	return out
}

// deloadSuggest: two falling lifts, or a mean answer of 2 of 5 or less over the
// last check-ins, are when coaches plan an easy week (Bell 2023).
func deloadSuggest(d *day) []note {
	if d.relaxed() {
		return nil
	}
	lifts := 0
	for _, t := range d.declining() {
		if !t.run {
			lifts++
		}
	}
	level, of := d.itemLevel()
	low := of >= deloadCheckIns && level <= deloadItemLevel
	if lifts < deloadLifts && !low {
		return nil
	}
	n := d.easeOff("time for an easy week")
	n.size = 9 // leads over the single signs it is made of
	n.next = "Make next week an easy one: about half the sets, nothing to failure, easy " + d.cardioWord() + " only (`deload` tells me)."
	if lifts >= deloadLifts {
		n.Text = fmt.Sprintf("%d lifts are falling at once. An easy week usually brings them back.", lifts)
		n.Why = append(n.Why, Reason{"lifts that fall", fmt.Sprint(lifts), "2 or more"})
	}
	if low {
		n.Text = strings.TrimSpace(n.Text + fmt.Sprintf(" Your last %d check-ins average %s of 5. An easy week is the usual answer to that.", of, decimal(level, 1)))
		n.Why = append(n.Why, Reason{fmt.Sprintf("average answer of the last %d check-ins", of), decimal(level, 1) + " of 5", "2 or less"})
	}
	return []note{n}
}
