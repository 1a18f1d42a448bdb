package advice

import (
	"fmt"
	"regexp"
	"slices"
	"unicode/utf8"
)

// painWords find pain in a session's note; painless ones take it back. Red
// flags are the safety room's and have been looked for before.
var (
	painWords = regexp.MustCompile(`(?i)\b(pain(ful)?|hurts?|hurting)\b`)
	painless  = regexp.MustCompile(`(?i)\b(no|not|without|zero|never|didn'?t|doesn'?t|nothing)\b[^.,;]{0,20}\b(pain|painful|hurts?|hurting)\b|\bpain[- ]?free\b|\bpain (is |was )?(gone|0)\b`)
)

// painTold: pain is not soreness. The part that hurts rests; what does not hurt
// may go on; two weeks of it are for a professional.
func painTold(d *day) []note {
	where, told := "", false
	if d.checkin != nil && d.checkin.Pain != "" {
		told, where = true, d.checkin.Pain
	}
	for _, s := range d.Sessions {
		told = told || painWords.MatchString(s.Note) && !painless.MatchString(s.Note)
	}
	if !told {
		return nil
	}
	if where != "" && utf8.RuneCountInString(where) <= 30 {
		where = " (" + where + ")"
	} else {
		where = ""
	}
	n := note{size: 5}
	n.Level = Orange
	n.verdict = "Pain comes before the plan."
	n.Text = "You told me of pain" + where + ". Pain is not soreness: leave out what hurts, and swap running for cycling if that is free of pain. If it swells, or is still there in two weeks, have it looked at."
	n.next = "Leave out whatever hurts today."
	n.Why = []Reason{{"pain", "told", "none"}}
	if d.painFor() >= 14 {
		n.Level = Red
		n.Text = "You have told me of pain" + where + " for two weeks. Pause what hurts and see a doctor or physiotherapist; tell them since when, and what makes it worse."
		n.next = "Book a visit with a doctor or physiotherapist, and rest what hurts until then."
		n.Why = []Reason{{"days with pain told", fmt.Sprint(d.painFor()), "14 or more"}}
	}
	return []note{n}
}

// painFor is how many days back check-ins told of pain without one in between
// that said none.
func (d *day) painFor() int {
	days := 0
	for _, c := range slices.Backward(d.CheckIns) {
		if c.Date.Sub(d.Day) > 0 {
			continue
		}
		if c.NoPain {
			break
		}
		if c.Pain != "" {
			days = d.Day.Sub(c.Date)
		}
	}
	return days
}
