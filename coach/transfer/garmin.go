package transfer

import (
	"encoding/csv"
	"strings"

	"tandem/coach/training"
)

// Garmin Connect's list of activities changes its columns with the year and
// the sports on the page. Nothing is "--", the time is local without a zone,
// the distance is in the profile's unit, which the file does not say, and the
// numbers are in the browser's locale.

var garminColumns = struct{ kind, date, title, distance, time, moving, elapsed, pulse []string }{
	kind:     []string{"activity type", "aktivitätstyp", "tipo de actividad", "type d'activité"},
	date:     []string{"date", "datum", "fecha"},
	title:    []string{"title", "titel", "título", "titre"},
	distance: []string{"distance", "distanz", "distancia"},
	time:     []string{"time", "zeit", "tiempo", "durée", "temps", "duration"},
	moving:   []string{"moving time", "zeit in bewegung", "tiempo en movimiento", "temps de déplacement"},
	elapsed:  []string{"elapsed time", "verstrichene zeit", "tiempo transcurrido", "temps écoulé"},
	pulse:    []string{"avg hr", "average hr", "ø herzfrequenz", "ø hf", "durchschn. hf", "frecuencia cardiaca media", "frecuencia cardíaca media", "fc media", "fréquence cardiaque moyenne", "fc moy."},
}

func isGarmin(c content) bool {
	t, n := c.table, garminColumns
	return t != nil && t.column(n.kind...) >= 0 && t.column(n.date...) >= 0 && t.column(n.distance...) >= 0 && t.column(n.time...) >= 0
}

func readGarmin(c content, b *book) error {
	t, n := c.table, garminColumns
	kind, date, title, distance := t.column(n.kind...), t.column(n.date...), t.column(n.title...), t.column(n.distance...)
	times := []int{t.column(n.time...), t.column(n.moving...), t.column(n.elapsed...)}
	pulse := t.column(n.pulse...)
	if t.decimalCommas(distance) {
		t.numbers = commaDecimal
	}
	return t.each(b, func(r *row) {
		m, ok := b.when(r.text(date), b.o.Zone)
		if !ok {
			r.fail("%q is not a date with a time", clip(r.text(date)))
			return
		}
		s := training.Session{Start: m.at, HR: b.pulse(r.amount(pulse)), Note: note(r.text(title))}
		s.Kind, s.Activity = sportOf(r.text(kind))
		for _, col := range times {
			took, ok := duration(r.text(col), false)
			if r.text(col) != "" && !ok {
				r.fail("%q is not a duration", clip(r.text(col)))
			}
			if s.Minutes = roundMinutes(took / 60); s.Minutes > 0 {
				break
			}
		}
		if s.Kind == training.Lift {
			s.Region = regionOf(r.text(title))
		}
		s.Km = b.garminDistance(s.Kind, r.amount(distance))
		if r.err == nil {
			b.add(s, m.wall, r.text(kind), r.text(title))
		}
	})
}

// garminDistance reads a distance in the profile's unit. Swims are in metres
// or yards.
func (b *book) garminDistance(k training.Kind, v float64) float64 {
	switch {
	case v == 0 || k == training.Lift:
		return 0
	case k == training.Swim && b.o.Units == training.Imperial:
		b.assume("Garmin's swims are read in yards.")
		return v * kmPerYard
	case k == training.Swim:
		b.assume("Garmin's swims are read in metres.")
		return v / 1000
	}
	return v * b.kilometres("")
}

// decimalCommas reports whether the column writes 7,00 for seven: the first
// rows tell.
func (t *table) decimalCommas(col int) bool {
	csvr := t.reader()
	for range 2000 {
		cells, err := csvr.Read()
		if err != nil && !isFieldError(err) {
			return false
		}
		if col >= len(cells) {
			continue
		}
		s := strings.TrimSpace(cells[col])
		comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
		if comma > point && comma >= 0 && len(s)-comma != 4 {
			return true
		}
		if point > comma && point >= 0 && len(s)-point != 4 {
			return false
		}
	}
	return false
}

func isFieldError(err error) bool {
	_, ok := err.(*csv.ParseError)
	return ok
}
