package advice

import (
	"fmt"
	"strings"

	"tandem/coach/load"
)

// loadLines are the week's load in numbers: its days, what six weeks and one
// week of training add up to, and how even the days were. Nothing is shown
// before there are the days it needs, and none of it is a risk of anything.
func (w *week) loadLines() []string {
	if len(w.daily) == 0 {
		return nil
	}
	week := make([]float64, 7)
	copy(week[max(0, 7-len(w.daily)):], w.daily[max(0, len(w.daily)-7):])
	var days []string
	for i, value := range week {
		days = append(days, w.from.Add(i).Weekday().String()[:3]+" "+whole(value))
	}
	lines := []string{"Day by day: " + strings.Join(days, ", ") + "."}
	label, shown := load.Building(len(w.daily))
	curve := load.Curve(w.daily, load.Balance{})
	if now := curve[len(curve)-1]; shown {
		line := fmt.Sprintf("Fitness %s, fatigue %s, form %s", whole(now.Fitness), whole(now.Fatigue), signed(now.Form()))
		if label != "" {
			line += " (" + label + " days)"
		}
		lines = append(lines, line+": "+formWords(now)+".")
	} else {
		lines = append(lines, fmt.Sprintf("Fitness and fatigue show from %d days of training on: day %d.", load.ShownFrom, len(w.daily)))
	}
	if is := load.WeekOf([7]float64(week)); is.Sameness == load.Varied && len(w.daily) >= 7 {
		lines = append(lines, fmt.Sprintf("Monotony %s, strain %s: how even the days were, and that times the load. Compare them with your own other weeks.", decimal(is.Monotony, 1), whole(is.Strain)))
	}
	return lines
}

// signed prints a number with its sign.
func signed(x float64) string {
	switch {
	case x >= 0.5:
		return "+" + whole(x)
	case x <= -0.5:
		return "−" + whole(-x)
	}
	return "0"
}

// formWords say what the balance means: more in the last week than in six, or less.
func formWords(b load.Balance) string {
	switch {
	case b.Form() < -formNear*b.Fitness:
		return "the last week weighs more than your six-week average"
	case b.Form() > formNear*b.Fitness:
		return "the last week was lighter than your six-week average"
	}
	return "the last week weighs about as much as your six-week average"
}

// LoadText is the week's load as it is read.
func (r WeekReport) LoadText() string {
	if r.Empty {
		return r.Verdict
	}
	return strings.Join(append([]string{r.LoadLine}, r.Load...), "\n")
}
