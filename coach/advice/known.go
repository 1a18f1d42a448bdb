package advice

import (
	"slices"
	"time"

	"tandem/coach/training"
)

// What of the input is training done, each session once, and how the judged
// day lies to the day it is judged on.

// twinMinutes is how far apart two sessions may begin and still be one that was
// logged twice.
const twinMinutes = 2 * time.Minute

// twin is a session that is in the log twice.
type twin struct{ kept, other training.Session }

// begun keeps the sessions that have begun: what is planned is not done.
func (d *day) begun(sessions []training.Session) []training.Session {
	return slices.DeleteFunc(slices.Clone(sessions), d.notBegun)
}

func (d *day) notBegun(s training.Session) bool {
	return !d.Now.IsZero() && s.Start.After(d.Now.Add(twinMinutes))
}

// once keeps each session once, in order; a copy is remembered as a twin and
// never summed.
func (d *day) once(sessions []training.Session) []training.Session {
	var out []training.Session
	for _, s := range inOrder(sessions) {
		i := slices.IndexFunc(out, func(o training.Session) bool { return same(o, s) })
		if i < 0 {
			out = append(out, s)
			continue
		}
		d.twins = append(d.twins, twin{out[i], s})
		if s.ID != "" && s.ID == d.Focus {
			d.Focus = out[i].ID
		}
	}
	return out
}

// same reports whether two sessions look like one that was logged twice: of one
// kind, begun within two minutes, with the same sets or the same distance.
func same(a, b training.Session) bool {
	if a.Kind != b.Kind || a.Kind == training.Rest || b.Start.Sub(a.Start).Abs() > twinMinutes || len(a.Sets) != len(b.Sets) || a.Km != b.Km {
		return false
	}
	if len(a.Sets) == 0 && a.Km == 0 && (a.Minutes != b.Minutes || a.Region != b.Region || a.Activity != b.Activity) {
		return false
	}
	for i, x := range a.Sets {
		y := b.Sets[i]
		if x.Exercise != y.Exercise || x.Kg != y.Kg || x.Reps != y.Reps || x.Seconds != y.Seconds || x.Metres != y.Metres {
			return false
		}
	}
	return true
}

// here is the athlete's zone: that of the sessions told last.
func (d *day) here() *time.Location {
	for _, sessions := range [][]training.Session{d.Sessions, d.History, d.After} {
		if n := len(sessions); n > 0 {
			return d.zone(sessions[n-1].Zone)
		}
	}
	return d.Now.Location()
}

// nowDay is the athlete's date at the instant of the judgement.
func (d *day) nowDay() training.Date { return training.DateOf(d.Now.In(d.here())) }

// late reports whether a day is judged that is over.
func (d *day) late() bool { return d.review || d.Day.Before(d.nowDay()) }

// on is the judged day inside a sentence: "today", "on Wednesday".
func (d *day) on() string {
	switch back := d.nowDay().Sub(d.Day); {
	case d.review:
		return "that day"
	case back <= 0:
		return "today"
	case back < 7:
		return "on " + d.Day.Weekday().String()
	}
	return "on " + d.noon().Format("2 January")
}

// noon is the middle of the judged day on the clock of no zone.
func (d *day) noon() time.Time {
	return time.Date(d.Day.Year, d.Day.Month, d.Day.Day, 12, 0, 0, 0, time.UTC)
}

// told reports whether the day's first session was logged before the one in
// focus: what is not about that one has been said then.
func (d *day) told() bool {
	if d.just == "" || len(d.today) == 0 {
		return false
	}
	first := d.today[0].sessions[0].ID
	return first != d.just && !slices.Contains(d.Beside, first)
}

// triggers reports whether a bout is what the judgement is about: the session
// just logged, one told with it, or any when the whole day is judged.
func (d *day) triggers(b *bout) bool {
	return d.about(b) || slices.ContainsFunc(d.Beside, b.has)
}

// runs reports whether the athlete runs at all, as far as is known.
func (d *day) runs() bool {
	if d.Profile.Goal.RunsFirst() {
		return true
	}
	return slices.ContainsFunc(slices.Concat(d.past, d.today, d.later), func(b *bout) bool { return b.kind == training.Run })
}
