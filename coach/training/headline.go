package training

import (
	"strconv"
	"strings"
)

// Headline is the session in one short line for people, in their units and on
// their own clock: "Lift, Mon 18:00, 60 min, RPE 8".
func (s Session) Headline(u Units) string {
	parts := []string{s.Title()}
	if !s.Start.IsZero() {
		parts = append(parts, s.Local().Format("Mon 15:04"))
	}
	for _, r := range s.Reps {
		parts = append(parts, r.text(u))
	}
	if s.Km > 0 {
		parts = append(parts, Distance(s.Km, u))
	}
	if s.Minutes > 0 {
		text := Duration(s.Minutes)
		if s.Estimated {
			text = "about " + text
		}
		parts = append(parts, text)
	}
	if s.Kind == Run && s.Style != Intervals && !s.Estimated && s.Km > 0 && s.Minutes > 0 {
		parts = append(parts, PaceText(s.Km, s.Minutes, u))
	}
	if s.RPE != nil {
		parts = append(parts, "RPE "+number(float64(*s.RPE)))
	}
	if s.HR > 0 {
		parts = append(parts, "HR "+strconv.Itoa(s.HR))
	}
	if s.Tagged {
		parts = append(parts, string(s.Intensity))
	}
	return strings.Join(parts, ", ")
}

// Title names the session: "Lift", "Leg day", "Tempo run", "Yoga".
func (s Session) Title() string {
	switch {
	case s.Kind == Rest:
		return "Rest day"
	case s.Kind == Lift && s.Region == Legs:
		return "Lift (legs)"
	case s.Kind == Lift && s.Region != "":
		return "Lift (" + regionWords[s.Region] + ")"
	case s.Activity != "" && (s.Kind == Other || s.Activity == fartlek):
		return strings.ToUpper(s.Activity[:1]) + s.Activity[1:]
	}
	kind := string(s.Kind)
	switch s.Style {
	case Tempo, Recovery:
		return upperFirst(string(s.Style)) + " " + kind
	case LongRun:
		return "Long " + kind
	case Intervals:
		return upperFirst(kind) + " intervals"
	case Race:
		return "Race (" + kind + ")"
	}
	return upperFirst(kind)
}

func upperFirst(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// Duration prints minutes for people: "45 min", "48:10", "2 h 20 min".
func Duration(minutes float64) string {
	seconds := roundTo(minutes*60, 1)
	whole := int(seconds)
	switch {
	case whole%60 != 0:
		return clock(seconds)
	case whole < 2*3600:
		return strconv.Itoa(whole/60) + " min"
	case whole%3600 == 0:
		return strconv.Itoa(whole/3600) + " h"
	}
	return strconv.Itoa(whole/3600) + " h " + strconv.Itoa(whole/60%60) + " min"
}
