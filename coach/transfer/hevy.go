package transfer

// Hevy writes one row a set: 14 columns, metric or imperial by name, local time
// without a zone, sets counted from 0. Our own table has the same columns.

func isHevy(c content) bool {
	return c.table != nil && c.table.has("title", "start_time", "exercise_title", "set_type", "reps")
}

func readHevy(c content, b *book) error {
	h := hevyColumns(c.table)
	return c.table.each(b, func(r *row) {
		if m, l, ok := h.set(r, b); ok {
			w := b.workouts.find(r.text(h.title), m)
			h.remark(r, w, m, b)
			b.put(r, w, l)
		}
	})
}

// hevy is where Hevy's columns are in a file.
type hevy struct {
	title, start, end, description, exercise, superset, notes, kind, weight, reps, distance, seconds, rpe int

	weightUnit, distanceUnit string
}

func hevyColumns(t *table) hevy {
	h := hevy{
		title: t.column("title"), start: t.column("start_time"), end: t.column("end_time"), description: t.column("description"),
		exercise: t.column("exercise_title"), superset: t.column("superset_id"), notes: t.column("exercise_notes"), kind: t.column("set_type"),
		weight: t.column("weight_kg"), reps: t.column("reps"), distance: t.column("distance_km"), seconds: t.column("duration_seconds"), rpe: t.column("rpe"),
		weightUnit: "kg", distanceUnit: "km",
	}
	if h.weight < 0 {
		h.weight, h.weightUnit = t.column("weight_lbs", "weight_lb"), "lb"
	}
	if h.distance < 0 {
		h.distance, h.distanceUnit = t.column("distance_miles", "distance_mi"), "mi"
	}
	if h.distance < 0 {
		h.distance, h.distanceUnit = t.column("distance_meters", "distance_m"), "m"
	}
	return h
}

// set reads one row; what is wrong with it stays in r.err.
func (h hevy) set(r *row, b *book) (moment, lifted, bool) {
	m, ok := b.when(r.text(h.start), b.o.Zone)
	if !ok {
		r.fail("%q is not a date with a time", clip(r.text(h.start)))
		return m, lifted{}, false
	}
	kind := r.text(h.kind)
	l := lifted{
		exercise: r.text(h.exercise), reps: r.whole(h.reps), seconds: r.amount(h.seconds), rpe: b.rpe(r.number(h.rpe)),
		warmup: kind == "warmup", failure: kind == "failure",
		kg: r.number(h.weight) * b.kilograms(h.weightUnit), km: r.amount(h.distance) * b.kilometres(h.distanceUnit),
	}
	if r.text(h.superset) != "" {
		l.superset = r.whole(h.superset) + 1
	}
	return m, l, r.err == nil
}

// remark keeps the workout's end and words, which every row repeats.
func (h hevy) remark(r *row, w *workout, m moment, b *book) {
	if w.minutes == 0 {
		if end, ok := b.parseMoment(r.text(h.end), b.o.Zone); ok && end.at.After(m.at) {
			w.minutes = roundMinutes(end.at.Sub(m.at).Minutes())
		}
	}
	w.remark(r.text(h.description))
	if words := r.text(h.notes); words != "" {
		w.remark(r.text(h.exercise) + ": " + words)
	}
}
