package transfer

import (
	"bytes"
	"time"

	"tandem/coach/training"
)

// Strava's bulk archive lists activities with some names twice: the first
// Distance is for reading (km), the last is metres. Dates are UTC. The header
// is in the athlete's language.

var stravaColumns = struct{ id, date, name, kind, words, elapsed, moving, distance, pulse, effort []string }{
	id:       []string{"activity id", "aktivitäts-id", "id de actividad", "id de la actividad", "identifiant de l'activité", "id de l'activité"},
	date:     []string{"activity date", "aktivitätsdatum", "fecha de la actividad", "fecha de actividad", "date de l'activité"},
	name:     []string{"activity name", "name der aktivität", "aktivitätsname", "nombre de la actividad", "nombre de actividad", "nom de l'activité"},
	kind:     []string{"activity type", "aktivitätsart", "aktivitätstyp", "tipo de actividad", "type d'activité"},
	words:    []string{"activity description", "aktivitätsbeschreibung", "beschreibung der aktivität", "descripción de la actividad", "descripción de actividad", "description de l'activité"},
	elapsed:  []string{"elapsed time", "verstrichene zeit", "tiempo transcurrido", "temps écoulé"},
	moving:   []string{"moving time", "bewegungszeit", "tiempo en movimiento", "temps en mouvement", "temps de déplacement"},
	distance: []string{"distance", "distanz", "distancia"},
	pulse:    []string{"average heart rate", "durchschnittliche herzfrequenz", "frecuencia cardíaca promedio", "ritmo cardíaco promedio", "fréquence cardiaque moyenne"},
	effort:   []string{"perceived exertion", "gefühlte anstrengung", "esfuerzo percibido", "effort perçu"},
}

func isStrava(c content) bool {
	t, n := c.table, stravaColumns
	return t != nil && t.column(n.id...) >= 0 && t.column(n.date...) >= 0 && t.column(n.kind...) >= 0
}

func readStrava(c content, b *book) error {
	t, n := c.table, stravaColumns
	id, date, name, kind, words := t.column(n.id...), t.column(n.date...), t.column(n.name...), t.column(n.kind...), t.column(n.words...)
	elapsed, moving, pulse, effort := t.lastColumn(n.elapsed...), t.column(n.moving...), t.column(n.pulse...), t.column(n.effort...)
	distance, metres := t.lastColumn(n.distance...), t.column(n.distance...) != t.lastColumn(n.distance...)
	b.expect(bytes.Count(c.data, []byte("\n")))
	return t.each(b, func(r *row) {
		m, ok := b.when(r.text(date), time.UTC)
		if !ok {
			r.fail("%q is not a date with a time", clip(r.text(date)))
			return
		}
		s := training.Session{Start: m.at, HR: b.pulse(r.amount(pulse)), RPE: b.rpe(r.number(effort)), Note: note(r.text(name), r.text(words))}
		s.Kind, s.Activity = sportOf(r.text(kind))
		seconds := r.amount(moving)
		if seconds == 0 {
			seconds = r.amount(elapsed)
		}
		s.Minutes, s.Km = roundMinutes(seconds/60), r.amount(distance)
		if metres || s.Kind == training.Swim {
			s.Km /= 1000
		} else if s.Km > 0 {
			b.assume("Strava's distances are read as km.")
		}
		if s.Kind == training.Lift {
			s.Km, s.Region = 0, regionOf(r.text(name))
		}
		if r.err == nil {
			b.add(s, firstOf(r.text(id), m.wall))
		}
	})
}
