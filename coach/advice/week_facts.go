package advice

import (
	"fmt"
	"math"

	"tandem/coach/load"
	"tandem/coach/training"
)

// count fills the numbers of a week.
func (w *week) count(r *WeekReport) {
	for i, s := range w.all {
		if w.days[i].Before(w.from) || s.Kind == training.Rest {
			continue
		}
		value, known := load.OfSession(s)
		if !known && s.Kind != training.Walk { // nobody rates a walk
			r.Unknown++
		}
		switch {
		case s.Kind == training.Lift:
			r.Lifts++
			if known {
				r.LiftLoad += value.Load
			}
		case s.Cardio():
			r.Cardio++
			if known {
				r.CardioLoad += value.Load
			}
			if s.Kind == training.Run {
				r.RunKm += s.Km
			}
		default:
			r.Other++
		}
	}
}

// plannedFacts say why a week was meant to be a lighter one.
func (w *week) plannedFacts() []string {
	var facts []string
	if w.Profile.Deload {
		facts = append(facts, "This is a planned easy week.")
	}
	switch left, ahead := w.tapering(); {
	case ahead && left == 0:
		facts = append(facts, "Your event is today.")
	case ahead:
		facts = append(facts, plural(left, "day")+" to your event: less volume is the plan, at the same intensity.")
	}
	return facts
}

// loadFacts are what was done and how it compares with the athlete's usual.
func (w *week) loadFacts(r *WeekReport) []string {
	var done []string
	if r.Lifts > 0 {
		done = append(done, plural(r.Lifts, "lift"))
	}
	if r.Cardio > 0 {
		done = append(done, plural(r.Cardio, "cardio session"))
	}
	if r.Other > 0 {
		done = append(done, plural(r.Other, "other session"))
	}
	line := list(done)
	if r.RunKm > 0 {
		line += " (" + w.distance(r.RunKm) + " of running)"
	}
	free := "no day"
	if n := w.restDays(); n > 0 {
		free = plural(n, "day")
	}
	facts := []string{sentence(line) + ", " + free + " without training."}
	total := r.LiftLoad + r.CardioLoad
	if total == 0 {
		return append(facts, "No load yet: it needs how hard a session was and how long it took.")
	}
	load := fmt.Sprintf("Load %s: lifting %s, cardio %s", whole(total), whole(r.LiftLoad), whole(r.CardioLoad))
	if u, ok := w.usual(); ok {
		load += fmt.Sprintf("; %s your usual of the three weeks before", versus(u.Ratio))
	}
	load += "."
	if r.Unknown > 0 {
		load += " " + plural(r.Unknown, "session") + " " + are(r.Unknown) + " not in it: how hard or how long is missing."
	}
	return append(facts, load)
}

// usual compares the week with the three before it, once there are 28 days.
func (w *week) usual() (load.Usual, bool) {
	return load.VersusUsual(w.daily)
}

// whole prints a load, which is no finer than that.
func whole(x float64) string { return commas(math.Round(x)) }

// are is the verb for so many.
func are(n int) string {
	if n == 1 {
		return "is"
	}
	return "are"
}

func versus(ratio float64) string {
	percent := (ratio - 1) * 100
	switch {
	case percent > 10:
		return decimal(percent, 0) + " % above"
	case percent < -10:
		return decimal(-percent, 0) + " % below"
	}
	return "about"
}

// restDays counts the days without training.
func (w *week) restDays() int {
	trained := map[training.Date]bool{}
	for _, b := range w.mine {
		trained[b.day] = true
	}
	return 7 - len(trained)
}

// orderFacts are the habits of order and gap on days with both.
func (w *week) orderFacts() []string {
	first, both := 0, 0
	var shortest *pair
	for _, p := range w.weekPairs() {
		if p.sameDay() {
			both++
			if p.liftFirst() {
				first++
			}
		}
		if p.lift().heavyLegsDay() && p.cardio().key() && (shortest == nil || p.gap < shortest.gap) {
			shortest = &p
		}
	}
	var facts []string
	if both > 0 {
		facts = append(facts, orderFact(first, both))
	}
	if shortest != nil {
		facts = append(facts, fmt.Sprintf("The smallest gap between heavy legs and a key session was %s.", span(shortest.gap)))
	}
	return facts
}

// orderFact says how often lifting came first.
func orderFact(first, both int) string {
	switch {
	case both == 1 && first == 1:
		return "Lifting came first on the one day with both."
	case both == 1:
		return "Cardio came first on the one day with both."
	}
	return fmt.Sprintf("Lifting came first on %d of %d days with both.", first, both)
}
