package training

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Line is the normalised entry: one line in the athlete's units that [Parse]
// reads back to the same session, without a question. ID and Source are not
// part of it.
func (s Session) Line(u Units) string { return s.LineAt(u, s.Start) }

// LineAt is the [Session.Line] that is to be read at now: it says "sure" also
// of a start that would be asked about then, as one of years ago.
func (s Session) LineAt(u Units, now time.Time) string {
	var b strings.Builder
	if _, odd := s.Doubt(now, u); odd || s.Km > 0 && len(s.Reps) == 0 && !plausibleMinutes(s.Kind, s.Km, s.Minutes) {
		b.WriteString("sure ")
	}
	b.WriteString(s.head())
	if s.Region != "" {
		b.WriteString(" " + regionWords[s.Region])
	}
	if !s.Start.IsZero() {
		b.WriteString(" " + s.startText())
	}
	for _, part := range s.parts(u) {
		b.WriteString(" " + part)
	}
	for _, group := range s.exerciseLines(u) {
		b.WriteString("; " + group)
	}
	if s.Note != "" {
		b.WriteString(" note " + strings.NewReplacer("\r", " ", "\n", " ").Replace(s.Note))
	}
	return b.String()
}

var regionWords = map[Region]string{Legs: "legs", Upper: "upper body", FullBody: "full body", Trunk: "core"}

// head is the word a session begins with.
func (s Session) head() string {
	if s.Kind == Rest {
		return "rest day"
	}
	if s.fartlek() {
		return fartlek
	}
	if s.Kind == Run && s.Style == Recovery {
		return "recovery run"
	}
	if s.Kind == Other && s.Activity != "" {
		return strings.ToLower(s.Activity)
	}
	return string(s.Kind)
}

// startText prints the start so that it reads back to the same instant: local
// time, or with its offset where the clock shows that time twice.
func (s Session) startText() string {
	local := s.Local()
	layout := "2006-01-02 15:04"
	if local.Second() != 0 {
		layout = "2006-01-02 15:04:05"
	}
	if again := time.Date(local.Year(), local.Month(), local.Day(), local.Hour(), local.Minute(), local.Second(), 0, local.Location()); !again.Equal(local.Truncate(time.Second)) {
		return local.Format(time.RFC3339)
	}
	return local.Format(layout)
}

// parts are the facts of the session itself.
func (s Session) parts(u Units) []string {
	var out []string
	put := func(ok bool, text string) {
		if ok {
			out = append(out, text)
		}
	}
	first := s.Tagged && len(s.Reps) > 0 // "2min easy" behind repeats would be their recovery
	put(first, string(s.Intensity))
	for _, r := range s.Reps {
		out = append(out, r.line(u))
	}
	km, _ := repeatSum(s.Reps)
	put(s.Km > 0 && (len(s.Reps) == 0 || s.Km != km), spelledMetres(exactDistance(s.Km, u), s.Km < 0.25))
	put(s.Minutes > 0 && !s.Estimated, s.exactMinutes())
	if s.RPE != nil {
		out = append(out, "rpe "+number(float64(*s.RPE)))
	}
	put(s.HR > 0, "hr "+strconv.Itoa(s.HR))
	put(s.Tagged && !first, string(s.Intensity))
	implied := s.Style == Intervals && (len(s.Reps) > 0 || s.Activity == hiit || s.fartlek())
	switch {
	case s.Style == Recovery && s.Kind == Run && !s.fartlek(): // the head says it
	case s.Style == Recovery: // "30min recovery" would be a rest
		out = append(out, "shakeout")
	default:
		put(s.Style != Steady && !implied, string(s.Style))
	}
	return out
}

// The activities that the grammar itself knows.
const (
	hiit    = "HIIT"
	fartlek = "fartlek"
)

func (s Session) fartlek() bool { return s.Kind == Run && s.Activity == fartlek }

// exactMinutes prints a duration that reads back to the same number of minutes.
func (s Session) exactMinutes() string {
	if s.Minutes == math.Trunc(s.Minutes) {
		return number(s.Minutes) + "min"
	}
	seconds := math.Round(s.Minutes * 60)
	if seconds/60 != s.Minutes || seconds >= 999*3600 {
		return number(s.Minutes) + "min"
	}
	if short := clock(seconds); seconds >= 780 && seconds < 3600 && s.Kind != Lift && len(s.Reps) == 0 && (s.Km == 0 || plausibleMinutes(s.Kind, s.Km, s.Minutes) && !plausibleMinutes(s.Kind, s.Km, s.Minutes*60)) {
		return short
	}
	n := int(seconds)
	return strconv.Itoa(n/3600) + ":" + two(n/60%60) + ":" + two(n%60)
}

// line prints repeats: 6x400m 1:30 r90s.
func (r Interval) line(u Units) string {
	text := strconv.Itoa(r.Count) + "x"
	switch {
	case r.Km > 0:
		text += spelledMetres(exactDistance(r.Km, u), r.Km < 0.02)
		if r.Seconds > 0 {
			text += " " + secondsText(r.Seconds)
		}
	default:
		text += heldText(r.Seconds)
	}
	if r.RestSeconds > 0 {
		text += " r" + number(r.RestSeconds) + "s"
	}
	return text
}

// spelledMetres writes metres out where "m" could as well mean minutes.
func spelledMetres(text string, short bool) string {
	if number, ok := strings.CutSuffix(text, "m"); ok && short && !strings.HasSuffix(text, "km") {
		return number + " metres"
	}
	return text
}

// heldText prints seconds with their unit, whole minutes from two on as such.
func heldText(v float64) string {
	if v >= 120 && math.Mod(v, 60) == 0 {
		return number(v/60) + "min"
	}
	return number(v) + "s"
}

func secondsText(v float64) string {
	if v >= 60 && v == math.Trunc(v) && v < 3600 {
		return clock(v)
	}
	return number(v) + "s"
}

// exerciseLines prints the sets, one text an exercise.
func (s Session) exerciseLines(u Units) []string {
	var out []string
	in := map[int]int{}
	for i := 0; i < len(s.Sets); {
		j := i
		for j < len(s.Sets) && s.Sets[j].Exercise == s.Sets[i].Exercise && s.Sets[j].Superset == s.Sets[i].Superset {
			j++
		}
		name := s.Sets[i].Exercise
		if _, ok := exactExercise(name); !ok {
			name = `"` + plainName(name) + `"`
		}
		if n := s.Sets[i].Superset; n > 0 {
			in[n] = in[n]%9 + 1
			name = string(rune('a'+(n-1)%26)) + strconv.Itoa(in[n]) + " " + name
		}
		out = append(out, name+" "+strings.Join(groupLines(s.Sets[i:j], u), ", "))
		i = j
	}
	return out
}

// groupLines prints runs of equal sets: "5x5 100kg @8".
func groupLines(sets []Set, u Units) []string {
	var out []string
	for i := 0; i < len(sets); {
		j := i + 1
		for j < len(sets) && alike(sets[i], sets[j]) {
			j++
		}
		out = append(out, sets[i].line(j-i, u))
		i = j
	}
	return out
}

// alike reports whether two sets can be told in one group. A failed set ends
// its group.
func alike(a, b Set) bool {
	if a.toFailure() || b.toFailure() {
		return false
	}
	if (a.RPE == nil) != (b.RPE == nil) || a.RPE != nil && *a.RPE != *b.RPE {
		return false
	}
	a.RPE, b.RPE = nil, nil
	return a == b
}

// toFailure reports whether something was done before the set failed.
func (set Set) toFailure() bool {
	return set.Failed && (set.Reps > 0 || set.Seconds > 0 || set.Metres > 0)
}

// line prints n sets like this one.
func (set Set) line(n int, u Units) string {
	count := strconv.Itoa(n) + "x"
	var parts []string
	switch {
	case set.Reps == 0 && set.Seconds > 0:
		parts = append(parts, count+number(set.Seconds)+"sec")
	case set.Reps == 0 && set.Metres > 0:
		parts = append(parts, count+number(set.Metres)+" metres")
	default:
		parts = append(parts, count+strconv.Itoa(set.Reps)+" reps")
		if e, ok := exactExercise(set.Exercise); !ok || !e.Timed && !e.Carried {
			parts[0] = count + strconv.Itoa(set.Reps)
		}
		if set.Seconds > 0 {
			parts = append(parts, number(set.Seconds)+"sec")
		}
	}
	if set.Metres > 0 && (set.Reps > 0 || set.Seconds > 0) {
		parts = append(parts, number(set.Metres)+" metres")
	}
	if set.EachSide {
		parts = append(parts, "each side")
	}
	parts = append(parts, set.loadLine(u))
	if set.Percent > 0 {
		parts = append(parts, number(set.Percent)+"%")
	}
	if set.RPE != nil {
		parts = append(parts, "@"+number(float64(*set.RPE)))
	}
	if set.toFailure() {
		parts = append(parts, "fail")
	}
	if set.Warmup {
		parts = append(parts, "w")
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// loadLine prints what was lifted: 100kg, bw, bw+20kg, bw-15kg.
func (set Set) loadLine(u Units) string {
	switch {
	case set.Bodyweight && set.Kg > 0:
		return "bw+" + exactMass(set.Kg, u)
	case set.Bodyweight && set.Kg < 0:
		return "bw-" + exactMass(-set.Kg, u)
	case set.Bodyweight:
		return "bw"
	case set.Kg != 0:
		return exactMass(set.Kg, u)
	case set.Percent > 0 || set.Seconds > 0 && set.Reps == 0 || set.Metres > 0 && set.Reps == 0:
		return ""
	}
	return "no weight"
}
