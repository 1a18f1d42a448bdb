package transfer

import (
	"strings"
	"time"
)

// Fitbod writes one row a set with an instant and its offset; the sets of one
// workout share it, or follow one another within the hour. A multiplier of 2
// marks a weight that is held in each hand.

func isFitbod(c content) bool {
	return c.table != nil && c.table.has("date", "exercise", "reps", "weight", "iswarmup")
}

// sameVisit is how far apart two rows of one workout can be.
const sameVisit = time.Hour

func readFitbod(c content, b *book) error {
	t := c.table
	date, exercise, reps, weight, seconds := t.column("date"), t.column("exercise"), t.column("reps"), t.column("weight"), t.column("duration")
	distance, warmup, words, multiplier := t.column("distance"), t.column("iswarmup"), t.column("note"), t.column("multiplier")
	var visit moment
	var last time.Time
	return t.each(b, func(r *row) {
		m, ok := b.when(r.text(date), b.o.Zone)
		if !ok {
			r.fail("%q is not a date with a time", clip(r.text(date)))
			return
		}
		l := lifted{exercise: r.text(exercise), reps: r.whole(reps), seconds: r.amount(seconds), warmup: strings.EqualFold(r.text(warmup), "true")}
		if v := r.number(weight); v != 0 {
			l.kg = v * b.kilograms(t.unit(weight))
		}
		if v := r.amount(distance); v != 0 {
			l.km = v * b.kilometres(firstOf(t.unit(distance), "m"))
		}
		if n := r.amount(multiplier); n > 1 && l.kg != 0 {
			b.assume("Weights that Fitbod counts twice are kept as the weight in each hand, as you would type them.")
		}
		if r.err != nil {
			return
		}
		if visit.wall == "" || m.at.Sub(last).Abs() > sameVisit {
			visit = m
		}
		last = m.at
		w := b.workouts.find("", visit)
		if m.at.Before(w.start) { // the file runs backwards
			w.start = m.at
		}
		if note := r.text(words); note != "" {
			w.remark(l.exercise + ": " + note)
		}
		b.put(r, w, l)
	})
}
