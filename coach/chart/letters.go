package chart

import (
	"fmt"
	"math"
	"strings"
)

// cells is the length of the longest bar of a drawing in letters: with the day
// before it and the number after it a line fits a phone.
const cells = 14

// letter is how each series shows in a drawing made of letters. They differ by
// pattern alone, since letters have one colour.
var letter = [3]string{"█", "▒", "░"}

// Letters draws the load of a few days for where no picture can be shown: a line
// a day in letters of one width, lifting and running apart, under them what each
// pattern means. words say the same. Both are empty where no load was logged.
func Letters(days []Day) (drawing, words string) {
	var most float64
	sums := [3]float64{}
	for _, d := range days {
		most = max(most, d.total())
		for i, s := range series {
			sums[i] += s.of(d)
		}
	}
	if most == 0 {
		return "", ""
	}
	var lines, said, legend []string
	for _, d := range days {
		date := fmt.Sprintf("%.3s %2d", d.Date.Weekday(), d.Date.Day)
		if d.total() == 0 {
			lines = append(lines, date+"  ·")
			continue
		}
		lines = append(lines, date+"  "+bar(d, most)+" "+number(d.total()))
		said = append(said, fmt.Sprintf("%.3s %d %s", d.Date.Weekday(), d.Date.Day, shares([3]float64{d.Lift, d.Run, d.Other})))
	}
	for i, s := range series {
		if sums[i] > 0 {
			legend = append(legend, letter[i]+" "+strings.ToLower(s.name))
		}
	}
	lines = append(lines, strings.Join(legend, "  "))
	return strings.Join(lines, "\n"), "Load day by day: " + strings.Join(said, "; ") + "."
}

// bar is a day's load, the most of any day being all cells. What was done shows
// with one cell at least.
func bar(d Day, most float64) string {
	var b strings.Builder
	for i, s := range series {
		if v := s.of(d); v > 0 {
			b.WriteString(strings.Repeat(letter[i], max(1, int(math.Round(v/most*cells)))))
		}
	}
	return b.String()
}
