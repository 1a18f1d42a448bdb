// Package clock turns local wall time into instants.
//
// A plan says "07:00 in Berlin". On most days one instant shows that on the
// wall. When clocks change there may be none, or two. The rule:
//
//   - a time that does not exist on a day is due at the moment of the change
//     that jumps over it;
//   - a time that exists twice is due the first time only;
//   - a day that does not exist (Apia, 30 December 2011) has no occurrence;
//   - an occurrence is known by its nominal local date, even when its instant
//     falls on the next one (23:30 in Nuuk, on the night when 23:00 becomes 00:00).
//
// All three are one sentence: due is the first instant at which the clock on
// the wall shows the nominal time or a later one.
//
// robfig/cron reads cron expressions; the walk through the days is ours, since
// that library's own drops the occurrences of a gap and doubles those of an
// overlap.
package clock

import (
	"time"

	"tandem/coach/training"
)

// At is the instant of the nominal hour and minute on a date in a zone.
func At(day training.Date, hour, minute int, loc *time.Location) time.Time {
	return first(time.Date(day.Year, day.Month, day.Day, hour, minute, 0, 0, time.UTC), loc)
}

// Exists reports whether the zone's calendar has the date.
func Exists(day training.Date, loc *time.Location) bool {
	return training.DateOf(At(day, 0, 0, loc)) == day
}

// farthest is more than any zone was ever ahead of UTC.
const farthest = 26 * time.Hour

// first is the first instant at which a clock in loc shows wall (written as if
// it were UTC) or later.
func first(wall time.Time, loc *time.Location) time.Time {
	at := wall.Add(-farthest).In(loc)
	for {
		_, end := at.ZoneBounds()
		_, offset := at.Zone()
		due := wall.Add(-time.Duration(offset) * time.Second).In(loc)
		switch {
		case due.Before(at):
			return at // the change to this stretch jumped over the time
		case end.IsZero() || due.Before(end):
			return due
		}
		at = end
	}
}

// changeHorizon is how far ahead a change of clocks is looked for: those that
// come once a year are inside.
const changeHorizon = 400 * 24 * time.Hour

// NextChange is the first moment after the instant at which the zone's clocks
// are put forward or back; false when there is none within 400 days.
func NextChange(after time.Time, loc *time.Location) (time.Time, bool) {
	at := after.In(loc)
	for {
		_, end := at.ZoneBounds()
		if end.IsZero() || end.Sub(after) > changeHorizon {
			return time.Time{}, false
		}
		_, was := end.Add(-time.Nanosecond).Zone()
		if _, is := end.Zone(); is != was {
			return end, true
		}
		at = end
	}
}
