package training

import (
	"fmt"
	"math"
	"time"
)

// Above these a value is probably a slip and is asked about, never refused:
// the house's rule.
const (
	mostKg         = 600
	mostReps       = 200
	mostSetsAlike  = 30 // of one exercise in a session
	mostHours      = 12
	mostRunKm      = 200
	fastestPace    = 150.0 // s/km
	slowestPace    = 900.0
	mostPercent    = 110
	aheadTold      = 10 * time.Minute // of clocks that differ; a later start is asked about
	furthestAhead  = 24 * time.Hour   // a later one is refused in an entry
	longestAgoYear = 2
)

// speeds are the km/h that people cover in a sport; running is 2:30 to 15:00 /km.
var speeds = map[Kind][2]float64{
	Run:   {3600 / slowestPace, 3600 / fastestPace},
	Ride:  {5, 80},
	Row:   {4, 25},
	Swim:  {0.5, 8},
	Walk:  {1, 12},
	Other: {0.5, 100}, // on skis, on skates, on the elliptical
}

// plausibleMinutes reports whether km can have been covered in so many minutes.
// Without a distance, or in another sport, nothing speaks against it.
func plausibleMinutes(k Kind, km, minutes float64) bool {
	limits, ok := speeds[k]
	if !ok || km == 0 || minutes == 0 {
		return true
	}
	speed := km / (minutes / 60)
	const rounding = 1e-9
	return speed >= limits[0]-rounding && speed <= limits[1]+rounding
}

// Doubt says in a few words what is implausible about a session, with the
// value as the athlete would read it, and false when nothing is.
func (s Session) Doubt(now time.Time, u Units) (string, bool) {
	alike := map[string]int{}
	for _, set := range s.Sets {
		if len(s.Sets) > mostSetsAlike {
			alike[set.Exercise]++
		}
		switch {
		case math.Abs(set.Kg) > mostKg:
			return Weight(set.Kg, u) + " on " + set.Exercise, true
		case set.Reps > mostReps:
			return fmt.Sprintf("%d reps of %s", set.Reps, set.Exercise), true
		case alike[set.Exercise] > mostSetsAlike:
			return fmt.Sprintf("more than %d sets of %s", mostSetsAlike, set.Exercise), true
		case set.Percent > mostPercent:
			return number(set.Percent) + "% on " + set.Exercise, true
		}
	}
	switch far := s.Kind == Run || s.Kind == Walk; {
	case s.Minutes > mostHours*60:
		return "a duration of " + Duration(s.Minutes), true
	case !s.Estimated && s.Minutes > 0 && s.Minutes*60 < worked(s.Reps):
		return "a duration of " + Duration(s.Minutes) + " with " + Duration(math.Round(worked(s.Reps))/60) + " of repeats", true
	case far && s.Km > mostRunKm:
		return "a distance of " + Distance(s.Km, u), true
	case !s.Estimated && s.Style != Intervals && !plausibleMinutes(s.Kind, s.Km, s.Minutes):
		return "a pace of " + PaceText(s.Km, s.Minutes, u), true
	case s.Start.IsZero():
		return "", false
	case s.Start.After(now.Add(furthestAhead)):
		return s.Local().Format("2 Jan 2006") + ", a day that is still ahead,", true
	case s.Start.Before(now.AddDate(-longestAgoYear, 0, 0)):
		return s.Local().Format("2 Jan 2006") + ", more than two years ago,", true
	}
	return "", false
}

// doubt asks about the first implausible value, unless the entry says "sure".
func (p *parser) doubt() error {
	if p.sure {
		return nil
	}
	for _, d := range p.drafts {
		if what, ok := d.session.Doubt(p.now, p.c.Units); ok {
			return &asking{doubt: true, question: Question{
				Ask:     "Is " + what + " right?",
				Options: []Option{{"Yes", "sure " + stripLog(p.text)}, {"Edit", p.text}},
			}}
		}
	}
	return nil
}

// stripLog drops the command in front of an entry.
func stripLog(text string) string {
	r := &reader{tok: lex(text)}
	r.skipCommand()
	if r.i > 0 && r.peek(0).is(':') {
		r.i++
	}
	if r.i == 0 || r.i >= len(r.tok) {
		return text
	}
	return text[r.tok[r.i].from:]
}
