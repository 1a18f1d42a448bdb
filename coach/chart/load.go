package chart

import (
	"image/color"

	"tandem/coach/load"
	"tandem/coach/training"
)

// Day is what one local date adds to the load picture.
type Day struct {
	Date    training.Date
	Lift    float64 // load of lifting, arbitrary units
	Run     float64 // of running
	Other   float64 // of everything else
	CheckIn int     // the check-in's total, 5 to 25; 0 = none or not complete
}

func (d Day) total() float64 { return d.Lift + d.Run + d.Other }

// LoadData is what the load picture shows.
type LoadData struct {
	Days       []Day          // consecutive dates, oldest first; the last 120 are drawn
	Balance    []load.Balance // at the end of each of Days; nil = not computed
	DaysOfData int            // since the first session; decides whether Balance is shown
}

// maxDays is how many days have room.
const maxDays = 120

// series are the kinds of load, from the bottom of a bar up.
var series = []struct {
	name    string
	of      func(Day) float64
	fill    color.RGBA
	pattern pattern // nil = plain
	over    color.RGBA
}{
	{name: "Lifting", of: func(d Day) float64 { return d.Lift }, fill: blue},
	{name: "Running", of: func(d Day) float64 { return d.Run }, fill: orange, pattern: strokes, over: brown},
	{name: "Other", of: func(d Day) float64 { return d.Other }, fill: green, pattern: dots, over: paper},
}

// Load paints daily load as bars, lifting and running apart, with fitness and
// fatigue as lines once there are 14 days of data, and the check-ins below. The
// second result says the same in words.
func Load(data LoadData) (png []byte, alt string, err error) {
	data = data.recent()
	c, err := newCanvas()
	if err != nil {
		return nil, "", err
	}
	c.write(c.title, "Training load", margin, 82, left, ink)
	if len(data.Days) > 0 {
		c.write(c.small, span(data.Days[0].Date, data.Days[len(data.Days)-1].Date), Width-margin, 80, right, muted)
	}
	if data.empty() {
		c.nothingYet("Nothing to show yet.", "Log a session with its effort and minutes:", "run 8k 45min rpe 4")
	} else {
		c.loadLegend(data)
		p := c.loadBars(data)
		c.balanceLines(data, p)
		c.checkIns(data, p)
	}
	png, err = encode(c.img)
	return png, data.alt(), err
}

func (d LoadData) recent() LoadData {
	if cut := len(d.Days) - maxDays; cut > 0 {
		d.Days = d.Days[cut:]
		if len(d.Balance) > cut {
			d.Balance = d.Balance[cut:]
		}
	}
	if len(d.Balance) != len(d.Days) {
		d.Balance = nil
	}
	return d
}

// empty reports whether there is neither a load nor a check-in.
func (d LoadData) empty() bool {
	for _, day := range d.Days {
		if day.total() > 0 || day.CheckIn > 0 {
			return false
		}
	}
	return true
}

// has reports whether any day has load of a series.
func (d LoadData) has(of func(Day) float64) bool {
	for _, day := range d.Days {
		if of(day) > 0 {
			return true
		}
	}
	return false
}

// showsBalance reports whether fitness and fatigue are drawn, and their label
// while they still build up.
func (d LoadData) showsBalance() (label string, shown bool) {
	label, shown = load.Building(d.DaysOfData)
	return label, shown && len(d.Balance) > 0
}

// nothingYet writes lines in the middle, the first in bold.
func (c *canvas) nothingYet(first string, lines ...string) {
	const middle = Height/2 - 10
	c.write(c.title, first, Width/2, middle, center, ink)
	for i, line := range lines {
		c.write(c.text, line, Width/2, middle+80+float64(i)*62, center, muted)
	}
}

func (c *canvas) loadLegend(data LoadData) {
	const baseline, swatch, gap = 152, 40, 44
	x := float64(margin)
	put := func(name string, drawSample func(x float64)) {
		drawSample(x)
		c.write(c.small, name, x+swatch+14, baseline, left, ink)
		x += swatch + 14 + c.small.width(name) + gap
	}
	for _, s := range series {
		if data.has(s.of) {
			put(s.name, func(x float64) {
				c.rect(x, baseline-28, x+swatch, baseline+2, s.fill)
				if s.pattern != nil {
					c.texture(x, baseline-28, x+swatch, baseline+2, s.pattern, s.over)
				}
			})
		}
	}
	label, shown := data.showsBalance()
	if shown {
		put("Fitness", func(x float64) { c.stroke([]point{{x, baseline - 12}, {x + swatch, baseline - 12}}, 8, 0, ink) })
		put("Fatigue", func(x float64) {
			c.stroke([]point{{x, baseline - 12}, {x + swatch, baseline - 12}}, 8, 14, vermillion)
		})
	} else if label != "" {
		label = "fitness " + label
	}
	c.write(c.small, label, Width-margin, baseline, right, muted)
}

// loadBars draws the axis and the bars, and returns where they are.
func (c *canvas) loadBars(data LoadData) plot {
	highest := 0.0
	for i, day := range data.Days {
		highest = max(highest, day.total())
		if _, shown := data.showsBalance(); shown {
			highest = max(highest, data.Balance[i].Fitness, data.Balance[i].Fatigue)
		}
	}
	values := ticks(0, max(highest, 100), 3)
	p := plot{x0: margin + c.labelWidth(values), y0: 196, x1: Width - margin, y1: 600, high: values[len(values)-1]}
	c.levels(p, values)
	slot := (p.x1 - p.x0) / float64(len(data.Days))
	width := min(slot*0.72, 90)
	for i, day := range data.Days {
		x, y := p.x0+(float64(i)+0.5)*slot-width/2, p.y1
		for _, s := range series {
			value := s.of(day)
			if value <= 0 {
				continue
			}
			top := y - (p.y1 - p.y(value))
			c.rect(x, top, x+width, y, s.fill)
			if s.pattern != nil {
				c.texture(x, top, x+width, y, s.pattern, s.over)
			}
			if y < p.y1 && y-top > 6 {
				c.rect(x, y-3, x+width, y, paper)
			}
			y = top
		}
	}
	if highest == 0 {
		c.label(c.text, "No load logged yet", (p.x0+p.x1)/2, (p.y0+p.y1)/2, muted)
	}
	c.rect(p.x0, p.y1-1, p.x1, p.y1+2, muted)
	from := data.Days[0].Date
	c.dates(p, dateLabels(from, data.Days[len(data.Days)-1].Date), func(d training.Date) float64 {
		return p.x0 + (float64(d.Sub(from))+0.5)*slot
	})
	return p
}

func (c *canvas) balanceLines(data LoadData, p plot) {
	if _, shown := data.showsBalance(); !shown {
		return
	}
	slot := (p.x1 - p.x0) / float64(len(data.Days))
	var fitness, fatigue []point
	for i, b := range data.Balance {
		if i < len(data.Days)-data.DaysOfData { // before the first session nothing is known, which is not zero
			continue
		}
		x := p.x0 + (float64(i)+0.5)*slot
		fitness = append(fitness, point{x, p.y(b.Fitness)})
		fatigue = append(fatigue, point{x, p.y(b.Fatigue)})
	}
	c.stroke(fatigue, 7, 22, vermillion)
	c.stroke(fitness, 8, 0, ink)
}

// checkIns draws totals below the bars, on the same days.
func (c *canvas) checkIns(data LoadData, above plot) {
	p := plot{x0: above.x0, x1: above.x1, y0: 738, y1: 866, low: 5, high: 25}
	c.write(c.small, "Check-in total, best 25", margin, 704, left, ink)
	slot := (p.x1 - p.x0) / float64(len(data.Days))
	var run, answered []point
	c.levels(p, []float64{5, 15, 25})
	for i, day := range data.Days {
		at := point{p.x0 + (float64(i)+0.5)*slot, p.y(float64(day.CheckIn))}
		if day.CheckIn > 0 {
			run, answered = append(run, at), append(answered, at)
		}
		if (day.CheckIn == 0 || i == len(data.Days)-1) && len(run) > 0 {
			c.stroke(run, 5, 0, muted)
			run = nil
		}
	}
	for _, at := range answered {
		c.dot(at, min(13, max(8, slot*0.4)), green, false)
	}
	if len(answered) == 0 {
		c.label(c.text, "No check-ins yet", (p.x0+p.x1)/2, (p.y0+p.y1)/2+14, muted)
	}
}
