package training

import (
	"strings"
	"time"
)

// slashDate reads "20/11" in an endurance session, where a list means nothing
// else, as day and month; the year is settled with the zone.
func slashDate(it item) (Date, bool) {
	t := it.terms[0]
	if len(t.values) != 2 || t.unit != uNone || t.body || t.plus || strings.Count(it.text, "/") != 1 {
		return Date{}, false
	}
	a, b := int(t.values[0]), int(t.values[1])
	if float64(a) != t.values[0] || float64(b) != t.values[1] || a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return Date{}, false
	}
	return Date{Month: time.Month(b), Day: a}, true
}

// slashDate takes a date of which one number can only be the day; else it asks
// which of them is.
func (e *endurance) slashDate(it item, d Date) error {
	first, second := d.Day, int(d.Month)
	named := func(day, month int) string { return number(float64(day)) + " " + time.Month(month).String()[:3] }
	switch {
	case second > 12:
		d.Day, d.Month = second, time.Month(first)
	case first <= 12 && first != second:
		return e.p.ask("Which day is "+it.text+"?", it.from, it.to,
			choice{named(first, second), named(first, second)}, choice{named(second, first), named(second, first)})
	}
	_, err := e.p.facet(e.d, item{meaning: meaning{kind: iDate}, date: d, from: it.from, to: it.to, text: it.text})
	return err
}
