package advice

import (
	"regexp"
	"slices"

	"tandem/coach/training"
)

// unwell finds illness and heat in a session's note.
var unwell = regexp.MustCompile(`(?i)\b(ill|sick|flu|fever|cold|heat|heatwave|hot day|too hot|jet ?lag)\b`)

// point is one session's best in one exercise, or the pace of one run.
type point struct {
	day   training.Date
	value float64 // kg; for a run speed in km/h, so that falling is worse
	reps  int
	rpe   *training.RPE
	hr    int // of a run; 0 = not told
}

// trend is a falling row of comparable points, oldest first.
type trend struct {
	name   string
	points []point
	drop   float64 // per cent, first to last
	limit  float64
	run    bool
}

// trends returns falling rows of two or three points that end with today.
func (d *day) trends() []trend {
	if d.trendsDone {
		return d.falling
	}
	d.trendsDone = true
	for _, b := range d.today {
		if b.lift() {
			for _, name := range exerciseNames(b) {
				limit := declineUpper
				if d.lower(name) {
					limit = declineLower
				}
				d.addTrend(trend{name: lowerName(name), points: d.liftPoints(name), limit: limit})
			}
		}
		if b.kind == training.Run && b.easy() {
			d.addTrend(trend{name: "easy running", points: d.runPoints(), limit: declinePace, run: true})
		}
	}
	return d.falling
}

// addTrend keeps a trend that falls far enough and ends with the day, unless it
// is known.
func (d *day) addTrend(t trend) {
	t.points = fallingTail(t.points)
	n := len(t.points)
	if n < 2 || t.points[n-1].day != d.Day {
		return
	}
	first, last := t.points[0], t.points[n-1]
	t.drop = (1 - last.value/first.value) * 100
	if t.drop < t.limit-1e-9 || slices.ContainsFunc(d.falling, func(o trend) bool { return o.name == t.name }) {
		return
	}
	d.falling = append(d.falling, t)
}

// fallingTail returns the last points, at most three, of which each is lower
// than the one before at no less effort and in a similar range of repetitions.
func fallingTail(points []point) []point {
	n := len(points)
	from := n - 1
	for from > 0 && n-from < declineSessions {
		a, b := points[from-1], points[from]
		if b.value >= a.value || easier(b.rpe, a.rpe) || calmer(b.hr, a.hr) || abs(a.reps-b.reps) > comparableReps {
			break
		}
		from--
	}
	return points[max(from, 0):]
}

// calmer reports whether a run's heart rate was lower by more than it wavers.
func calmer(a, b int) bool { return a > 0 && b > 0 && b-a > waveringHR }

// easier reports whether a was told to be less effort than b.
func easier(a, b *training.RPE) bool { return a != nil && b != nil && *a < *b }

func abs(n int) int { return max(n, -n) }

// liftPoints are the comparable session bests of an exercise, oldest first.
// The first time that it was done among other lifts is left out: it is learning.
func (d *day) liftPoints(name string) []point {
	var out []point
	lifted, known := false, false // any lift before, and this one
	for _, b := range slices.Concat(d.past, d.today) {
		if !b.lift() {
			continue
		}
		e, done := b.best()[name]
		learning := done && lifted && !known
		lifted, known = true, known || done
		if done && !learning && !d.explained(b, d.legs(name)) {
			out = append(out, point{day: b.day, value: e.Kg, reps: e.Set.Reps, rpe: e.Set.RPE})
		}
	}
	return out
}

// runPoints are the comparable easy runs, oldest first.
func (d *day) runPoints() []point {
	var out []point
	for _, b := range slices.Concat(d.past, d.today) {
		if b.kind != training.Run || !b.easy() || d.explained(b, true) {
			continue
		}
		if pace, ok := b.pace(); ok {
			out = append(out, point{day: b.day, value: 3600 / pace, rpe: b.rpe, hr: b.sessions[0].HR})
		}
	}
	return out
}

// explained reports whether something other than form explains a weak session:
// it came second, or within a day of heavy legs, or after a short night, or the
// note says ill or hot.
func (d *day) explained(b *bout, legs bool) bool {
	if d.shortNightOn(b.day) || slices.ContainsFunc(b.sessions, func(s training.Session) bool { return unwell.MatchString(s.Note) }) {
		return true
	}
	for _, o := range slices.Concat(d.past, d.today) {
		gap := b.start.Sub(o.end)
		if o == b || o.start.After(b.start) || gap >= keyRunAfterLegsGap {
			continue
		}
		if o.lift() && o.heavyLegsDay() && legs {
			return true
		}
		if o.lift() != b.lift() && gap < legsAfterCardioGap && (o.lift() || o.endurance() && o.costsTheLift()) {
			return true
		}
	}
	return false
}

// exerciseNames are the exercises of a lift in order of the first set.
func exerciseNames(b *bout) []string {
	var out []string
	for _, set := range b.sets() {
		if !slices.Contains(out, set.Exercise) {
			out = append(out, set.Exercise)
		}
	}
	return out
}
