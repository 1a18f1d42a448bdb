package chart

import (
	"fmt"
	"strings"

	"tandem/coach/load"
)

// alt says in words what the picture shows.
func (d LoadData) alt() string {
	if d.empty() {
		return "Training load: nothing to show yet. Log a session with its effort and minutes."
	}
	parts := []string{fmt.Sprintf("Training load, %s.", span(d.Days[0].Date, d.Days[len(d.Days)-1].Date))}
	var best Day
	sums, trained, checked, low, high, last := [3]float64{}, 0, 0, 25, 5, 0
	for _, day := range d.Days {
		for i, s := range series {
			sums[i] += s.of(day)
		}
		if day.total() > 0 {
			trained++
		}
		if day.total() > best.total() {
			best = day
		}
		if day.CheckIn > 0 {
			checked++
			low, high, last = min(low, day.CheckIn), max(high, day.CheckIn), day.CheckIn
		}
	}
	if trained > 0 {
		parts = append(parts, fmt.Sprintf("%s in all on %s: %s.", number(sums[0]+sums[1]+sums[2]), count(trained, "day"), shares(sums)),
			fmt.Sprintf("Highest day: %s with %s.", long(best.Date), number(best.total())))
	} else {
		parts = append(parts, "No load logged.")
	}
	label, shown := d.showsBalance()
	if shown {
		now := d.Balance[len(d.Balance)-1]
		text := fmt.Sprintf("Fitness %.0f, fatigue %.0f now", now.Fitness, now.Fatigue)
		if label != "" {
			text += " (" + label + ")"
		}
		parts = append(parts, text+".")
	} else if label != "" {
		parts = append(parts, fmt.Sprintf("Fitness and fatigue are shown from %d days: %s.", load.ShownFrom, label))
	}
	switch {
	case checked == 0:
		parts = append(parts, "No check-ins.")
	case checked == 1:
		parts = append(parts, fmt.Sprintf("One check-in: %d of 25.", last))
	default:
		parts = append(parts, fmt.Sprintf("%d check-ins between %d and %d of 25, the last %d.", checked, low, high, last))
	}
	return strings.Join(parts, " ")
}

// shares names the load of each series that has one.
func shares(sums [3]float64) string {
	var parts []string
	for i, s := range series {
		if sums[i] > 0 {
			parts = append(parts, strings.ToLower(s.name)+" "+number(sums[i]))
		}
	}
	return strings.Join(parts, ", ")
}

func count(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// alt says in words what the picture shows.
func (d LiftData) alt() string {
	if len(d.Points) == 0 {
		return d.Exercise + ", estimated one-repetition maximum: nothing to estimate from yet."
	}
	value := func(e LiftPoint) string {
		text := number(d.shown(e)) + " " + d.unit()
		if e.Low {
			text += " (less sure)"
		}
		return text
	}
	first, last, best := d.Points[0], d.Points[len(d.Points)-1], d.Points[d.best()]
	parts := []string{fmt.Sprintf("%s, estimated one-repetition maximum.", d.Exercise)}
	if len(d.Points) == 1 {
		return parts[0] + fmt.Sprintf(" One session, %s: %s.", long(first.Date), value(first))
	}
	parts = append(parts,
		fmt.Sprintf("%s, %s.", count(len(d.Points), "session"), span(first.Date, last.Date)),
		fmt.Sprintf("First %s, latest %s, best %s on %s.", value(first), value(last), value(best), long(best.Date)))
	return strings.Join(parts, " ")
}
