package advice

import (
	"fmt"
	"strings"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// shortSleep: a night of 6 h or less costs a few per cent of any performance
// (Craven 2022); three in a row are a reason to do less.
func shortSleep(d *day) []note {
	c := d.checkin
	if c == nil || c.SleepHours == 0 || c.SleepHours > shortNight || d.saidToday() {
		return nil
	}
	nights := 0
	for d.shortNightOn(d.Day.Add(-nights)) {
		nights++
	}
	n := note{fix: "sleep", size: float64(nights)}
	n.Level = Yellow
	n.verdict = "Short night: expect a little less."
	n.Text = fmt.Sprintf("You slept %s h. After 6 h or less most people perform a few per cent worse in everything, so %s is no measure of your form.", decimal(c.SleepHours, 1), strings.TrimPrefix(d.on(), "on "))
	n.next = "Aim for 7 h or more tonight."
	if low, ok := c.Total(); ok && low <= recovery.RestTotal {
		n.Level = Orange
		n.verdict = "A short night and low answers: " + d.less() + "."
	}
	if nights >= shortNightsInRow {
		n.Level = Orange
		n.verdict = plural(nights, "short night") + " in a row: " + d.less() + "."
		n.Text = fmt.Sprintf("%d nights in a row of 6 h or less. Sleep is what training turns into progress during, so cut the load until you have caught up.", nights)
		n.next = "Drop the hard part of your next session and sleep 7 h or more tonight."
	}
	n.Why = []Reason{{"sleep", decimal(c.SleepHours, 1) + " h", "6 h or less"}, {"short nights in a row", fmt.Sprint(nights), "3 or more"}}
	if n.Level == Yellow && len(bestInSixWeeks(d)) > 0 {
		n.Level, n.verdict = Info, ""
		n.Text = fmt.Sprintf("You slept %s h, and it went well all the same. Most people perform a few per cent worse after 6 h or less, so make up for it tonight.", decimal(c.SleepHours, 1))
	}
	return d.spared(n)
}

// less is what a bad morning asks for.
func (d *day) less() string {
	if d.late() {
		return "a day for less"
	}
	return "do less today"
}

// shortNightOn reports whether the night before the date was told to be short.
func (d *day) shortNightOn(date training.Date) bool {
	for _, c := range d.CheckIns {
		if c.Date == date && c.SleepHours > 0 && c.SleepHours <= shortNight {
			return true
		}
	}
	return false
}
