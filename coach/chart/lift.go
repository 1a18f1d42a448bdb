package chart

import (
	"math"

	"tandem/coach/training"
)

// LiftPoint is one session's best estimated one-repetition maximum of a lift.
type LiftPoint struct {
	Date training.Date
	Kg   float64 // not rounded
	Low  bool    // low confidence: from 11 or 12 repetitions
}

// LiftData is what one lift's picture shows.
type LiftData struct {
	Exercise string
	Units    training.Units
	Points   []LiftPoint // in order of date
}

// dotsUpTo is how many estimates are drawn as dots of their own; beyond, the
// line alone is clearer.
const dotsUpTo = 80

// poundsPerKg converts what is shown.
const poundsPerKg = 2.2046226218

// Lift paints one lift's estimated maximum over time, in the athlete's units,
// with the best and the latest named. The second result says the same in words.
func Lift(data LiftData) (png []byte, alt string, err error) {
	c, err := newCanvas()
	if err != nil {
		return nil, "", err
	}
	c.write(c.title, c.title.fit(data.Exercise, Width-2*margin), margin, 82, left, ink)
	c.write(c.small, "Estimated one-repetition maximum, "+data.unit(), margin, 146, left, muted)
	if len(data.Points) == 0 {
		c.nothingYet("Nothing to estimate from yet.", "Log working sets of up to 12 repetitions:", "squat 3x5 100kg @8")
	} else {
		c.liftLine(data)
	}
	png, err = encode(c.img)
	return png, data.alt(), err
}

func (d LiftData) unit() string {
	if d.Units == training.Imperial {
		return "lb"
	}
	return "kg"
}

// shown is an estimate as the athlete reads it: to the half kilogram or the
// pound.
func (d LiftData) shown(e LiftPoint) float64 {
	if d.Units == training.Imperial {
		return math.Round(e.Kg * poundsPerKg)
	}
	return math.Round(e.Kg*2) / 2
}

// best is the place of the highest estimate, the latest of equal ones.
func (d LiftData) best() int {
	best := 0
	for i, e := range d.Points {
		if e.Kg >= d.Points[best].Kg {
			best = i
		}
	}
	return best
}

func (c *canvas) liftLine(data LiftData) {
	low, high, anyLow := math.Inf(1), math.Inf(-1), false
	for _, e := range data.Points {
		low, high, anyLow = min(low, data.shown(e)), max(high, data.shown(e)), anyLow || e.Low
	}
	room := max((high-low)*0.12, 0.02*high) // a small change must not look like a leap
	values := ticks(max(low-room, 0), high+room, 6)
	p := plot{x0: margin + c.labelWidth(values), y0: 250, x1: Width - margin, y1: 790, low: values[0], high: values[len(values)-1]}
	c.levels(p, values)
	c.rect(p.x0, p.y1-1, p.x1, p.y1+2, muted)
	if anyLow && len(data.Points) <= dotsUpTo {
		c.dot(point{margin + 16, 190}, 13, blue, true)
		c.write(c.small, "less sure: from 11 or 12 repetitions", margin+44, 202, left, muted)
	}
	from, to := data.Points[0].Date, data.Points[len(data.Points)-1].Date
	x := func(d training.Date) float64 {
		if from == to {
			return (p.x0 + p.x1) / 2
		}
		const inside = 60
		return p.x0 + inside + float64(d.Sub(from))/float64(to.Sub(from))*(p.x1-p.x0-2*inside)
	}
	c.dates(p, dateLabels(from, to), x)
	var line []point
	for _, e := range data.Points {
		line = append(line, point{x(e.Date), p.y(data.shown(e))})
	}
	c.stroke(line, 7, 0, blue)
	radius := min(15, max(9, 400/float64(len(line))))
	for i, at := range line {
		if len(line) <= dotsUpTo || i == data.best() || i == len(line)-1 {
			c.dot(at, radius, blue, data.Points[i].Low)
		}
	}
	c.nameBestAndLatest(data, p, line)
}

// nameBestAndLatest writes the value beside both points; the latest goes below
// its point when the two would touch.
func (c *canvas) nameBestAndLatest(data LiftData, p plot, line []point) {
	best, latest := data.best(), len(line)-1
	value := func(i int) string { return number(data.shown(data.Points[i])) + " " + data.unit() }
	put := func(text string, at point, dy float64) {
		half := c.text.width(text) / 2
		c.label(c.text, text, min(max(at.x, p.x0+half+10), p.x1-half), at.y+dy, ink)
	}
	const above, below = -30, 58
	if best == latest {
		put("best and latest "+value(best), line[best], above)
		return
	}
	put("best "+value(best), line[best], above)
	put("latest "+value(latest), line[latest], below)
}
