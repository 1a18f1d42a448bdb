package advice

import (
	"cmp"
	"slices"
	"strings"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Hold is how far a day is held back, mildest first. Nothing ever pushes.
type Hold int

// The holds.
const (
	AsPlanned Hold = iota // as planned, no harder
	SpareLegs             // no hard or heavy work for the legs
	Easy                  // easy or short, whatever it is
	RestDay               // nothing, or a walk
)

// Suggestion is what to do today, and why.
type Suggestion struct {
	Hold     Hold
	Verdict  string
	Findings []Finding // the reasons, in order of importance, at most three and one green
	Next     string    // exactly one thing to do
}

// Today suggests what to do on the input's day from readiness, the last 72
// hours and the goal. It may only hold back.
func Today(in Input, r recovery.Readiness) Suggestion {
	d := look(in)
	d.ahead = true
	notes := weigh(d, observe(d, todayRules))
	s := Suggestion{Hold: holdOf(r)}
	for _, n := range notes {
		s.Hold = max(s.Hold, n.holds(d))
	}
	for _, n := range notes {
		if s.Hold == RestDay {
			n.Text = cmp.Or(n.atRest, n.Text)
		}
		s.Findings = append(s.Findings, n.Finding)
	}
	s.Verdict = d.todayVerdict(s.Hold, r)
	s.Next = d.todayNext(s.Hold)
	return s
}

// Text is the whole suggestion as it is read: verdict, reasons, what to do.
func (s Suggestion) Text() string {
	lines := []string{s.Verdict}
	for _, f := range s.Findings {
		lines = append(lines, f.Text)
	}
	return strings.Join(append(lines, "Today: "+s.Next), "\n")
}

// holdOf is what readiness alone allows.
func holdOf(r recovery.Readiness) Hold {
	switch r.Level {
	case recovery.Rest:
		return RestDay
	case recovery.HoldBack:
		return Easy
	}
	return AsPlanned
}

// holds is what a finding allows.
func (n note) holds(d *day) Hold {
	switch n.Rule {
	case "key-run-after-heavy-legs", "legs-recovering", "hard-run-recovering":
		return SpareLegs
	case "no-rest-day":
		return RestDay
	case "keep-lifting", "taper":
		return AsPlanned
	case "short-sleep":
		if n.Level != Orange {
			return AsPlanned // one night is expected to show, not to stop anybody
		}
	}
	if severity[n.Level] >= severity[Yellow] {
		return Easy
	}
	return AsPlanned
}

func (d *day) todayVerdict(h Hold, r recovery.Readiness) string {
	switch {
	case len(d.today) > 1:
		return "You have done both kinds of work today already."
	case h == RestDay:
		return "Rest today."
	case h == Easy:
		return "Keep it easy today."
	case h == SpareLegs:
		return "Train, but spare your legs today."
	case r.Level == recovery.Unknown:
		return "Nothing in your log holds you back today; without a check-in I can't say more."
	}
	return "Train as planned today, no harder."
}

func (d *day) todayNext(h Hold) string {
	pain := d.pain()
	switch {
	case h == RestDay && pain.legs():
		return "Take the day off, and leave alone what hurts."
	case h == RestDay:
		return "Take the day off, or walk for 20 to 30 min."
	case pain != nil:
		return pain.next()
	case len(d.today) > 0:
		return "Leave it at what you have done today, or add " + d.easyLength("20 to 30 min") + " easy at most."
	case h == Easy:
		return "Do " + d.easyLength("30 to 40 min") + " at a pace you can talk at, or light upper-body work."
	case h == SpareLegs && d.runs():
		return "Do upper body, or run easy for " + d.easyLength("30 to 40 min") + "."
	case h == SpareLegs:
		return "Do upper body, or something easy for " + d.easyLength("30 to 40 min") + "."
	case d.Profile.Goal.LiftsFirst():
		return "Do the session you planned; with both today, lift first."
	case d.Profile.Goal.RunsFirst():
		return "Do the session you planned; with both today, the key run first."
	}
	return "Do the session you planned."
}

// easyLength is a usual length of easy work; for beginners not over the longest
// that they have done.
func (d *day) easyLength(usual string) string {
	longest := 0.0
	for _, b := range slices.Concat(d.past, d.today) {
		if b.endurance() && b.kind != training.Walk && !b.guessed {
			longest = max(longest, b.minutes)
		}
	}
	switch {
	case d.Profile.Experience != training.Beginner || longest >= cardioAfterMinutes:
		return usual
	case longest == 0:
		return "10 to 15 min"
	}
	return "up to " + minutes(longest)
}
