package transfer

import (
	"strings"
	"time"
)

// Liftosaur writes one row a set, with what was asked for beside what was done:
// only what was done counts.

func isLiftosaur(c content) bool {
	return c.table != nil && c.table.has("workout datetime", "exercise", "completed reps", "completed weight value")
}

func readLiftosaur(c content, b *book) error {
	t := c.table
	date, day, exercise, warmup := t.column("workout datetime"), t.column("day name"), t.column("exercise"), t.column("is warmup set?")
	reps, rpe, weight, unit := t.column("completed reps"), t.column("completed rpe"), t.column("completed weight value"), t.column("completed weight unit")
	took, words := t.column("completed reps time"), t.column("notes")
	return t.each(b, func(r *row) {
		m, ok := b.when(r.text(date), b.o.Zone)
		if !ok {
			r.fail("%q is not a date with a time", clip(r.text(date)))
			return
		}
		l := lifted{exercise: r.text(exercise), reps: r.whole(reps), rpe: b.rpe(r.number(rpe)), warmup: isYes(r.text(warmup))}
		if v := r.number(weight); v != 0 {
			l.kg = v * b.kilograms(r.text(unit))
		}
		w := b.workouts.find(r.text(day), m)
		if done, ok := b.parseMoment(r.text(took), b.o.Zone); ok && done.at.After(m.at) {
			w.minutes = max(w.minutes, roundMinutes(done.at.Sub(m.at).Truncate(time.Second).Minutes()))
		}
		if note := r.text(words); note != "" {
			w.remark(l.exercise + ": " + note)
		}
		b.put(r, w, l)
	})
}

func isYes(s string) bool {
	s = strings.ToLower(s)
	return s == "1" || s == "true" || s == "yes"
}
