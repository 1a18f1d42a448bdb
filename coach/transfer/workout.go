package transfer

import (
	"math"
	"slices"
	"strings"
	"time"

	"tandem/coach/training"
)

// workouts gathers the rows of a file by the workout they belong to, in the
// order of the file.
type workouts struct {
	byKey map[string]*workout
	order []*workout
}

// workout is one visit to the gym as lifting apps keep it: sets, and perhaps a
// run on the treadmill among them.
type workout struct {
	title, wall string
	start       time.Time
	minutes     float64 // 0 = not told
	notes       []string
	sets        []training.Set
	cardio      []bout
}

// bout is endurance work inside a workout, behind its first so many sets.
type bout struct {
	behind  int
	kind    training.Kind
	name    string
	km      float64
	minutes float64
	rpe     *training.RPE
}

// find returns the workout with that title and start.
func (w *workouts) find(title string, m moment) *workout {
	if n := len(w.order); n > 0 && w.order[n-1].wall == m.wall && w.order[n-1].title == title {
		return w.order[n-1]
	}
	if w.byKey == nil {
		w.byKey = map[string]*workout{}
	}
	w.tighten()
	key := m.wall + "|" + title
	found, ok := w.byKey[key]
	if !ok {
		found = &workout{title: strings.Clone(title), wall: m.wall, start: m.at}
		w.byKey[key] = found
		w.order = append(w.order, found)
	}
	return found
}

// tighten gives back the room that the sets of the last workout left over: a
// file holds up to 200,000 of them.
func (w *workouts) tighten() {
	if n := len(w.order); n > 0 {
		last := w.order[n-1]
		last.sets = append(make([]training.Set, 0, len(last.sets)), last.sets...)
	}
}

// remark keeps words about the workout once.
func (w *workout) remark(words string) {
	if words != "" && !slices.Contains(w.notes, words) {
		w.notes = append(w.notes, strings.Clone(words))
	}
}

// lifted is a row of a lifting app, in our units.
type lifted struct {
	exercise string
	kg       float64
	reps     int
	seconds  float64
	km       float64
	rpe      *training.RPE
	warmup   bool
	failure  bool // the set was taken to the point where no rep was left
	superset int
}

// put adds a row to the workout. Endurance work goes beside the sets; a row
// without reps, time and distance is none.
func (b *book) put(r *row, w *workout, l lifted) {
	if l.exercise == "" {
		r.fail("no exercise")
	}
	if l.reps == 0 && l.seconds == 0 && l.km == 0 {
		r.fail("no reps, time or distance for %s", clip(l.exercise))
	}
	if r.err != nil {
		return
	}
	if kind, ok := machineOf(l.exercise); ok && l.reps == 0 {
		w.ran(bout{len(w.sets), kind, strings.ToLower(l.exercise), l.km, l.seconds / 60, l.rpe})
		return
	}
	e := b.exercise(l.exercise)
	s := training.Set{Exercise: e.Name, Kg: l.kg, Reps: l.reps, RPE: l.rpe, Seconds: l.seconds, Metres: roundMetres(l.km), Warmup: l.warmup, Superset: l.superset}
	s.Bodyweight = e.Bodyweight || l.kg == 0 && !e.Carried
	if l.failure && s.RPE == nil && l.reps > 0 {
		s.RPE = b.rpe(10)
	}
	if l.reps > 0 && !e.Timed {
		s.Seconds = 0 // some apps time every set; only a hold is told in seconds
	}
	w.sets = append(w.sets, s)
}

// ran adds endurance work; what follows directly on the same kind belongs to it.
func (w *workout) ran(c bout) {
	if n := len(w.cardio); n > 0 && w.cardio[n-1].behind == c.behind && w.cardio[n-1].name == c.name {
		w.cardio[n-1].km += c.km
		w.cardio[n-1].minutes += c.minutes
		return
	}
	c.name = strings.Clone(c.name)
	w.cardio = append(w.cardio, c)
}

// settle makes sessions of all workouts.
func (w *workouts) settle(b *book) {
	b.expect(len(w.order))
	for i, one := range w.order {
		for n, s := range one.sessions(b) {
			identity := []string{one.wall, one.title}
			if n > 0 {
				identity = append(identity, string(s.Kind), string(rune('0'+n%10)))
			}
			b.add(s, identity...)
		}
		w.order[i] = nil
	}
	*w = workouts{}
}

// sessions parts a workout where lifting turns into endurance work and back:
// what came first matters for what the coach says. The parts follow one another
// from the start.
func (w *workout) sessions(b *book) []training.Session {
	parts := w.parts()
	if len(parts) > 1 {
		b.assume("Endurance work inside a lifting workout is kept as its own session, in the order of the rows.")
	}
	w.share(parts)
	at := w.start
	for i := range parts {
		parts[i].Start = at
		if i == 0 {
			parts[i].Note = note(append([]string{w.title}, w.notes...)...)
		}
		at = parts[i].End()
	}
	return parts
}

func (w *workout) parts() []training.Session {
	var parts []training.Session
	lift := func(sets []training.Set) {
		if len(sets) > 0 {
			parts = append(parts, training.Session{Kind: training.Lift, Sets: slices.Clip(sets)})
		}
	}
	from := 0
	for _, c := range w.cardio {
		lift(w.sets[from:c.behind])
		from = c.behind
		s := training.Session{Kind: c.kind, Km: c.km, Minutes: c.minutes, RPE: c.rpe}
		if c.kind == training.Other {
			s.Activity = c.name
		}
		parts = append(parts, s)
	}
	lift(w.sets[from:])
	return parts
}

// share gives the lifting parts what the workout's time leaves beside the
// endurance work, by their working sets; without a time they are estimated.
func (w *workout) share(parts []training.Session) {
	left, sets, untimed := w.minutes, 0, 0
	for _, p := range parts {
		left -= p.Minutes
		switch {
		case p.Kind == training.Lift:
			sets += len(p.Sets)
		case p.Minutes == 0:
			untimed++
		}
	}
	for i := range parts {
		p := &parts[i]
		switch {
		case p.Kind != training.Lift && p.Minutes == 0 && len(parts) == 1:
			p.Minutes = w.minutes
		case p.Kind != training.Lift:
		case left > 0 && untimed == 0:
			p.Minutes = roundMinutes(left * float64(len(p.Sets)) / float64(sets))
		default:
			p.Minutes, p.Estimated = training.EstimatedMinutes(*p), true
		}
	}
}

func roundMinutes(m float64) float64 { return math.Round(m*100) / 100 }

func roundMetres(km float64) float64 { return math.Round(km*1e6) / 1e3 }
