package training

import (
	"math"
	"strconv"
	"strings"
)

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

// carried prints the metres of a carry, in yards where they were told so.
func carried(metres float64, u Units) string {
	if yards := math.Round(metres / (kmPerYard * 1000)); u == Imperial && math.Abs(yards*kmPerYard*1000-metres) < 0.01 {
		return number(yards) + " yd"
	}
	return number(roundTo(metres, 0.1)) + " m"
}

// text prints n sets like this one for people.
func (set Set) text(n int, u Units) string {
	text := strconv.Itoa(n) + "×"
	switch {
	case set.Reps == 0 && set.Seconds > 0:
		text += number(set.Seconds) + " s"
	case set.Reps == 0 && set.Metres > 0:
		text += carried(set.Metres, u)
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
