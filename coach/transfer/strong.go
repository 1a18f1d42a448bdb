package transfer

import "strings"

// Strong writes one row a set, each with its workout's start and no zone. Its
// iPhone export had no units until 2023; the Android one parts with semicolons
// and translates the header. A 0 stands for nothing, and a rest timer has rows
// of its own.

var strongColumns = struct{ date, workout, exercise, order, weight, weightUnit, reps, rpe, distance, distanceUnit, seconds, notes, workoutNotes, duration []string }{
	date:         []string{"date", "datum", "fecha"},
	workout:      []string{"workout name", "workout-name", "name des workouts", "trainingsname", "nombre del entrenamiento", "nombre de entrenamiento"},
	exercise:     []string{"exercise name", "name der übung", "übungsname", "übung", "nombre del ejercicio", "nombre de ejercicio"},
	order:        []string{"set order", "reihenfolge festlegen", "satzreihenfolge", "reihenfolge", "satz", "satz-nr.", "satznummer", "orden de la serie", "orden de serie"},
	weight:       []string{"weight", "gewicht", "peso"},
	weightUnit:   []string{"weight unit", "gewichtseinheit", "gewicht-einheit", "unidad de peso"},
	reps:         []string{"reps", "wiederh.", "wiederholungen", "wdh.", "wdh", "repeticiones"},
	rpe:          []string{"rpe"},
	distance:     []string{"distance", "entfernung", "distanz", "strecke", "distancia"},
	distanceUnit: []string{"distance unit", "entfernungseinheit", "distanzeinheit", "einheit der entfernung", "unidad de distancia"},
	seconds:      []string{"seconds", "sekunden", "segundos"},
	notes:        []string{"notes", "notizen", "notas"},
	workoutNotes: []string{"workout notes", "workout-notizen", "trainingsnotizen", "notas del entrenamiento"},
	duration:     []string{"duration", "workout duration", "dauer", "workout-dauer", "trainingsdauer", "duración", "duración del entrenamiento"},
}

func isStrong(c content) bool {
	t, n := c.table, strongColumns
	return t != nil && t.column(n.date...) >= 0 && t.column(n.workout...) >= 0 && t.column(n.exercise...) >= 0 && t.column(n.reps...) >= 0
}

func readStrong(c content, b *book) error {
	t, n := c.table, strongColumns
	date, workout, exercise, order := t.column(n.date...), t.column(n.workout...), t.column(n.exercise...), t.column(n.order...)
	weight, weightUnit := t.column(n.weight...), t.column(n.weightUnit...)
	distance, distanceUnit := t.column(n.distance...), t.column(n.distanceUnit...)
	reps, rpe, seconds, duration := t.column(n.reps...), t.column(n.rpe...), t.column(n.seconds...), t.column(n.duration...)
	notes, workoutNotes := t.column(n.notes...), t.column(n.workoutNotes...)
	return t.each(b, func(r *row) {
		kind, counts := strongSet(r.text(order))
		if !counts && r.text(reps) == "" || isRestTimer(r.text(order)) {
			return
		}
		m, ok := b.when(r.text(date), b.o.Zone)
		if !ok {
			r.fail("%q is not a date with a time", clip(r.text(date)))
			return
		}
		l := lifted{exercise: r.text(exercise), reps: r.whole(reps), seconds: r.amount(seconds), warmup: kind == 'W', failure: kind == 'F', rpe: b.rpe(r.number(rpe))}
		if v := r.number(weight); v != 0 {
			l.kg = v * b.kilograms(firstOf(r.text(weightUnit), t.unit(weight)))
		}
		if v := r.amount(distance); v != 0 {
			l.km = v * b.kilometres(firstOf(r.text(distanceUnit), t.unit(distance)))
		}
		took, ok := workoutDuration(r.text(duration))
		if r.text(duration) != "" && !ok {
			r.fail("%q is not a duration", clip(r.text(duration)))
		}
		if r.err != nil {
			return
		}
		w := b.workouts.find(r.text(workout), m)
		w.minutes = max(w.minutes, roundMinutes(took/60))
		w.remark(r.text(workoutNotes))
		if words := r.text(notes); words != "" {
			w.remark(l.exercise + ": " + words)
		}
		b.put(r, w, l)
	})
}

// strongSet reads the set order: a number, or W, D or F for a warm-up, a drop
// set and a set to failure. Anything else is no set.
func strongSet(s string) (kind byte, ok bool) {
	if s == "" {
		return 0, true
	}
	switch c := s[0]; {
	case c >= '0' && c <= '9':
		return 0, true
	case len(s) == 1 || s[1] >= '0' && s[1] <= '9':
		return c &^ 0x20, true // upper case
	}
	return 0, false
}

func isRestTimer(order string) bool {
	order = strings.ToLower(order)
	return strings.Contains(order, "timer") || strings.HasPrefix(order, "rest ") || strings.HasPrefix(order, "pause") || strings.HasPrefix(order, "ruhe")
}

// firstOf is the first of the words that is not empty.
func firstOf(words ...string) string {
	for _, w := range words {
		if w != "" {
			return w
		}
	}
	return ""
}
