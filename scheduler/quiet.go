package scheduler

import (
	"fmt"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
	"tandem/scheduler/clock"
)

// quietSpan is a part of the local day in which nothing is sent, in minutes
// after midnight; to may be before from, across midnight. The zero value is none.
type quietSpan struct{ from, to int }

// parseQuiet reads "22:00-06:30"; "" is none.
func parseQuiet(text string) (quietSpan, error) {
	if text == "" {
		return quietSpan{}, nil
	}
	from, to, ok := strings.Cut(text, "-")
	if !ok {
		return quietSpan{}, fmt.Errorf("%q is not a span: write quiet hours as 22:00-06:30", text)
	}
	fh, fm, err := clock.TimeOfDay(from)
	if err != nil {
		return quietSpan{}, fmt.Errorf("quiet hours: %w", err)
	}
	th, tm, err := clock.TimeOfDay(to)
	if err != nil {
		return quietSpan{}, fmt.Errorf("quiet hours: %w", err)
	}
	q := quietSpan{fh*60 + fm, th*60 + tm}
	if q.from == q.to {
		return quietSpan{}, fmt.Errorf("quiet hours %q begin when they end: write a span like 22:00-06:30, or off", text)
	}
	return q, nil
}

// quietOf is the athlete's quiet span; what cannot be read is none, since
// [Planner.Check] refused it when it was set.
func quietOf(a coach.Athlete) quietSpan {
	q, _ := parseQuiet(a.Reminders.Quiet)
	return q
}

// holds reports whether the moment, on the athlete's clock, is inside.
func (q quietSpan) holds(local time.Time) bool {
	m := local.Hour()*60 + local.Minute()
	if q.from <= q.to {
		return q.from <= m && m < q.to
	}
	return m >= q.from || m < q.to
}

// end is the first moment after local at which the span is over.
func (q quietSpan) end(local time.Time) time.Time {
	day := training.DateOf(local)
	at := clock.At(day, q.to/60, q.to%60, local.Location())
	if !at.After(local) {
		at = clock.At(day.Add(1), q.to/60, q.to%60, local.Location())
	}
	return at
}
