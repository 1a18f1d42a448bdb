package chart

import (
	"fmt"
	"math"
	"strconv"
	"time"

	"tandem/coach/training"
)

// plot is the rectangle that data is drawn in, and its scales.
type plot struct {
	x0, y0, x1, y1 float64 // pixels; y0 is the top
	low, high      float64 // values at the bottom and at the top
}

// y is where a value lies.
func (p plot) y(value float64) float64 {
	return p.y1 - (value-p.low)/(p.high-p.low)*(p.y1-p.y0)
}

// ticks are round values from at or below low to at or above high, about as
// many steps as asked for.
func ticks(low, high float64, steps int) []float64 {
	if !(high > low) {
		high = low + 1
	}
	raw := (high - low) / float64(steps)
	magnitude := math.Pow(10, math.Floor(math.Log10(raw)))
	step := 10 * magnitude
	for _, m := range []float64{1, 2, 2.5, 5} {
		if m*magnitude >= raw-1e-9*magnitude {
			step = m * magnitude
			break
		}
	}
	var out []float64
	for i := math.Floor(low/step + 1e-9); ; i++ {
		out = append(out, i*step)
		if i*step >= high-1e-9*step {
			return out
		}
	}
}

// number prints 1,250 or 2.5, at most one decimal.
func number(v float64) string {
	s := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	end := len(s)
	for i, r := range s {
		if r == '.' {
			end = i
		}
	}
	for i := end - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// levels draws a line and its number at the left for each tick.
func (c *canvas) levels(p plot, values []float64) {
	for _, v := range values {
		y := p.y(v)
		c.rect(p.x0, y-1, p.x1, y+1, grid)
		c.write(c.small, number(v), p.x0-16, y+smallSize*0.36, right, muted)
	}
}

// labelWidth is the space the numbers of levels need.
func (c *canvas) labelWidth(values []float64) float64 {
	widest := 0.0
	for _, v := range values {
		widest = max(widest, c.small.width(number(v)))
	}
	return widest + 16
}

// dateLabel is a date worth naming below a chart.
type dateLabel struct {
	date training.Date
	text string
}

// dateLabels names days, Mondays, months or years, by how long the span is.
func dateLabels(from, to training.Date) []dateLabel {
	var out []dateLabel
	span := to.Sub(from)
	for i := range span + 1 {
		d := from.Add(i)
		month := d.Month.String()[:3]
		switch {
		case span < 10:
			out = append(out, dateLabel{d, fmt.Sprintf("%s %d", d.Weekday().String()[:3], d.Day)})
		case span < 100:
			if d.Weekday() == time.Monday {
				out = append(out, dateLabel{d, fmt.Sprintf("%d %s", d.Day, month)})
			}
		case span < 800:
			if d.Day == 1 {
				out = append(out, dateLabel{d, fmt.Sprintf("%s %d", month, d.Year)})
			}
		case d.Day == 1 && d.Month == time.January:
			out = append(out, dateLabel{d, strconv.Itoa(d.Year)})
		}
	}
	if len(out) == 0 {
		out = append(out, dateLabel{from, long(from)})
	}
	return out
}

// dates writes labels below a plot, leaving out those that would touch the one
// before.
func (c *canvas) dates(p plot, labels []dateLabel, x func(training.Date) float64) {
	free := math.Inf(-1)
	for _, l := range labels {
		half := c.small.width(l.text) / 2
		at := min(max(x(l.date), half+8), Width-half-8)
		if at-half < free {
			continue
		}
		c.rect(x(l.date)-1, p.y1, x(l.date)+1, p.y1+10, muted)
		c.write(c.small, l.text, at, p.y1+12+smallSize, center, muted)
		free = at + half + 28
	}
}

// long prints 3 March 2027.
func long(d training.Date) string {
	return fmt.Sprintf("%d %s %d", d.Day, d.Month, d.Year)
}

// span prints "1 to 28 March 2027", naming what differs.
func span(from, to training.Date) string {
	switch {
	case from == to:
		return long(to)
	case from.Year == to.Year && from.Month == to.Month:
		return fmt.Sprintf("%d to %s", from.Day, long(to))
	case from.Year == to.Year:
		return fmt.Sprintf("%d %s to %s", from.Day, from.Month, long(to))
	}
	return long(from) + " to " + long(to)
}
