package advice

import (
	"fmt"
	"slices"
)

// gaveWords put what a layout could not keep into words, by rule.
var gaveWords = map[string]string{
	"run-before-lift":           "%s: cardio comes before the lift",
	"lift-before-key-run":       "%s: the lift comes before the key run",
	"gap-too-short":             "%s: heavy legs and a key session are less than 6 h apart",
	"key-run-after-heavy-legs":  "%s: the key or long run comes less than 24 h after heavy legs",
	"hard-run-after-heavy-legs": "%s: hard running straight after heavy legs",
	"long-run-after-lift":       "%s: the long run straight after lifting",
	"cardio-after-lift-dose":    "%s: more cardio after lifting than sits well there",
	"legs-recovering":           "%s: heavy work on legs that lifted heavy the day before",
	"hard-run-recovering":       "%s: hard work for the legs the day after a hard or long run",
}

// against says what the layout could not keep.
func (s *search) against(week [7]content) []string {
	var out []string
	for i, c := range week {
		for _, n := range s.notes(week[(i+6)%7], c) {
			words, known := gaveWords[n.Rule]
			if !known || n.Level == Info || n.Level == Green {
				continue
			}
			if line := fmt.Sprintf(words, planDays[i].String()[:3]); !slices.Contains(out, line) {
				out = append(out, line)
			}
		}
	}
	if !slices.Contains(week[:], content{}) {
		out = append(out, "there is no free day left")
	}
	return out
}

// kept says which rules the layout keeps, as far as the week has what they are
// about.
func (s *search) kept(week [7]content) []string {
	broken := map[string]bool{}
	shared, apart := false, true
	for i, c := range week {
		for _, n := range s.notes(week[(i+6)%7], c) {
			broken[n.Rule] = broken[n.Rule] || n.Level == Orange || n.Level == Yellow
		}
		if c.layout != alone {
			shared = true
			apart = apart && (c.layout == runMorning || c.layout == liftMorning)
		}
	}
	var out []string
	legs, key := s.menu.lifts[legsDay] > 0, s.menu.runs[keyRun]+s.menu.runs[longRun] > 0
	if legs && key && !broken["key-run-after-heavy-legs"] && !broken["gap-too-short"] && !broken["hard-run-after-heavy-legs"] && !broken["legs-recovering"] {
		out = append(out, "heavy legs stay clear of the key and long runs")
	}
	if shared && apart {
		out = append(out, "6 h or more between two sessions of one day")
	}
	if s.menu.lifts[legsDay] > 1 && !broken["legs-recovering"] {
		out = append(out, "a day between heavy leg days")
	}
	if slices.Contains(week[:], content{}) {
		out = append(out, "a free day")
	}
	return out
}
