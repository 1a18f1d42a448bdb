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

// text prints repeats for people: "6×400 m in 1:30, rest 90 s".
func (r Interval) text(u Units) string {
	text := strconv.Itoa(r.Count) + "×"
	switch {
	case r.Km > 0:
		text += Distance(r.Km, u)
		if r.Seconds > 0 {
			text += " in " + clock(r.Seconds)
		}
	case r.Seconds < 100:
		text += number(r.Seconds) + " s"
	default:
		text += Duration(r.Seconds / 60)
	}
	if r.RestSeconds > 0 {
		text += " (rest " + number(r.RestSeconds) + " s)"
	}
	return text
}

// Details are the sets for people, one line an exercise:
// "Back Squat 5×5 100 kg @8". Empty for other sessions.
func (s Session) Details(u Units) []string {
	var out []string
	for i := 0; i < len(s.Sets); {
		j := i
		for j < len(s.Sets) && s.Sets[j].Exercise == s.Sets[i].Exercise && s.Sets[j].Superset == s.Sets[i].Superset {
			j++
		}
		var groups []string
		for k := i; k < j; {
			n := 1
			for k+n < j && alike(s.Sets[k], s.Sets[k+n]) {
				n++
			}
			groups = append(groups, s.Sets[k].text(n, u))
			k += n
		}
		line := s.Sets[i].Exercise + " " + strings.Join(groups, ", ")
		if s.Sets[i].Superset > 0 {
			line += " (superset " + string(rune('A'+(s.Sets[i].Superset-1)%26)) + ")"
		}
		out = append(out, line)
		i = j
	}
	return out
}

// text prints n sets like this one for people.
func (set Set) text(n int, u Units) string {
	text := strconv.Itoa(n) + "×"
	switch {
	case set.Reps == 0 && set.Seconds > 0:
		text += number(set.Seconds) + " s"
	case set.Reps == 0 && set.Metres > 0:
		text += number(set.Metres) + " m"
	default:
		text += strconv.Itoa(set.Reps)
	}
	if set.EachSide {
		text += " each side"
	}
	switch {
	case set.Bodyweight && set.Kg > 0:
		text += " body weight + " + Weight(set.Kg, u)
	case set.Bodyweight && set.Kg < 0:
		text += " body weight − " + Weight(-set.Kg, u)
	case set.Bodyweight:
		text += " body weight"
	case set.Kg > 0:
		text += " " + Weight(set.Kg, u)
	}
	if set.Percent > 0 {
		text += " " + number(set.Percent) + "%"
	}
	if set.RPE != nil {
		text += " @" + number(float64(*set.RPE))
	}
	switch {
	case set.Warmup:
		text += " warm-up"
	case set.toFailure() && set.RPE != nil && *set.RPE == mostRPE:
		text += " to failure"
	case set.Failed:
		text += " failed"
	}
	return text
}
