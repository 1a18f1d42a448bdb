package advice

import (
	"regexp"

	"tandem/coach/training"
)

// What to eat around training: a hint, never a number of calories.
var fuelRules = []Rule{
	{ID: "fuel", Looks: "two sessions close together, or a long one, with no word of food",
		Seed: []string{"S15", "S19"}, Evidence: []string{"E25", "E26", "E27"}, check: fuel},
}

// eaten finds food in a session's note.
var eaten = regexp.MustCompile(`(?i)\b(ate|eaten|fuell?ed|meal|shake|protein|carbs|snack|breakfast|lunch|dinner|gels?|recovery drink)\b`)

// fuel: protein and carbohydrate after two sessions (S15, S19); carbohydrate by
// the hour when hard work follows within eight hours (Burke 2011); more of it
// around long runs, which start short after lifting (S05). Said once, and not
// to those who told that they ate.
func fuel(d *day) []note {
	for _, s := range d.Sessions {
		if eaten.MatchString(s.Note) {
			return nil
		}
	}
	var best *note
	for _, p := range d.pairs {
		if n := d.fuelFor(p); n != nil && (best == nil || n.size > best.size) {
			best = n
		}
	}
	if best == nil {
		best = d.fuelAlone()
	}
	if best == nil {
		return nil
	}
	return []note{*best}
}

// fuelFor is the hint for a pair of the day, nil where none is worth reading.
func (d *day) fuelFor(p pair) *note {
	c, lift := p.cardio(), p.lift()
	if p.gap >= specialistGap || d.eatenSince(p.second) {
		return nil
	}
	n := &note{pair: p.key()}
	n.Level = Info
	n.Why = []Reason{{"time between the two", span(p.gap), "under 6 h, no food logged"}}
	switch {
	case c.long && p.liftFirst():
		n.size = 3
		n.Seed, n.Evidence = []string{"S05", "S15", "S19"}, []string{"E27", "E28", "E29"}
		n.Text = "Fuel: lifting takes a good part of the muscles' glycogen. Beyond 60 to 90 min take carbs on the way, and eat carbs with 20 to 40 g of protein after."
	case c.hard() && lift.heavyLegsDay():
		n.size = 2
		n.Seed, n.Evidence = []string{"S19", "S15", "S05"}, []string{"E27", "E26", "E29"}
		n.Text = "Fuel: refuel now. With more training within 8 h, 1.0 to 1.2 g of carbs per kg an hour for 4 h; otherwise a normal meal with 20 to 40 g of protein does it."
	case d.Profile.Goal.LiftsFirst() && lift.heavy && p.liftFirst() && c.kind != training.Walk && d.fine(p):
		n.size = 1
		n.Text = "Fuel: 20 to 40 g of protein and some carbs in the next hour or two round this off."
	default:
		return nil
	}
	return n
}

// eatenSince reports whether so much time has passed since a session that the
// next meal is behind the athlete anyway. A whole day is told what suited it.
func (d *day) eatenSince(b *bout) bool {
	return (d.Focus != "" || d.late()) && d.Now.Sub(b.end) > fuelWithin
}

// fuelAlone is the hint after one long session.
func (d *day) fuelAlone() *note {
	for _, b := range d.today {
		if b.endurance() && b.kind != training.Walk && b.minutes >= longFuelMinutes && !d.eatenSince(b) {
			n := &note{}
			n.Level = Info
			n.Evidence = []string{"E27", "E28"}
			n.Text = "Fuel: after a session this long, eat carbs and 20 to 40 g of protein soon, and drink to thirst."
			n.Why = []Reason{{"length of the " + b.name(), minutes(b.minutes), "90 min or more, no food logged"}}
			return n
		}
	}
	return nil
}
