package advice

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"unicode/utf8"
)

// painWords find pain in a session's note; painless ones take it back. Red
// flags are the safety room's and have been looked for before.
var (
	painWords = regexp.MustCompile(`(?i)\b(pain(ful)?|hurts?|hurting)\b`)
	painless  = regexp.MustCompile(`(?i)\b(no|not|without|zero|never|didn'?t|doesn'?t|nothing)\b[^.,;]{0,20}\b(pain|painful|hurts?|hurting)\b|\bpain[- ]?free\b|\bpain (is |was )?(gone|0)\b`)
)

// Where pain is, as far as words tell: parts that running and jumping load, and
// parts that they do not.
var (
	legWords   = regexp.MustCompile(`(?i)\b(knees?|shins?|cal(f|ves)|achilles|ankles?|f(oo|ee)t|heels?|toes?|hips?|thighs?|ham(string|mie)s?|quad(ricep)?s?|groin|legs?|glutes?|plantar|arch(es)?|it ?band|(lower )?back|pelvis|butt)\b`)
	upperWords = regexp.MustCompile(`(?i)\b(shoulders?|elbows?|wrists?|hands?|fingers?|thumbs?|necks?|forearms?|biceps?|triceps?|upper back|arms?|ribs?|pecs?|chest)\b`)
	outOfTen   = regexp.MustCompile(`(?i)\b(10|[0-9])(?:[.,]\d)?\s*(?:/|out of|of)\s*10\b`)
)

// strongPain is the pain of ten from which impact stops.
const strongPain = 6

// pain is what the athlete told of it on the judged day.
type pain struct {
	words string // all that tells where it is
	where string // of the check-in, when short enough to repeat
}

// pain returns what was told, nil for none.
func (d *day) pain() *pain {
	p := &pain{}
	if d.checkin != nil && d.checkin.Pain != "" {
		p.words = d.checkin.Pain
		if utf8.RuneCountInString(p.words) <= 30 {
			p.where = " (" + p.words + ")"
		}
	}
	for _, s := range d.Sessions {
		if painWords.MatchString(s.Note) && !painless.MatchString(s.Note) {
			p.words += " " + s.Note
		}
	}
	if p.words == "" {
		return nil
	}
	return p
}

// legs reports whether the pain may be one that impact loads: of the legs, the
// hips or the back, or of a place that is not known.
func (p *pain) legs() bool {
	return p != nil && (legWords.MatchString(p.words) && !upperBack(p.words) || !upperWords.MatchString(p.words))
}

// upperBack reports whether the only word of the back is the upper one.
func upperBack(words string) bool {
	return !legWords.MatchString(upperWords.ReplaceAllString(words, ""))
}

// strong reports whether the pain was told at 6 of 10 or more.
func (p *pain) strong() bool {
	for _, m := range outOfTen.FindAllStringSubmatch(p.words, -1) {
		if n, err := strconv.Atoi(m[1]); err == nil && n >= strongPain {
			return true
		}
	}
	return false
}

// next is what can be done beside the pain: nothing with impact where it may be
// the legs.
func (p *pain) next() string {
	switch {
	case p.legs() && p.strong():
		return "Stop everything with impact; cycle or swim easy, or train your upper body, only if that is free of pain."
	case p.legs():
		return "No impact: cycle or swim easy, or train your upper body, as long as it is free of pain."
	}
	return "Leave out whatever hurts; legs and easy cardio are fine if they are free of pain."
}

// painTold: pain is not soreness. The part that hurts rests; what does not hurt
// may go on; two weeks of it are for a professional.
func painTold(d *day) []note {
	p := d.pain()
	if p == nil {
		return nil
	}
	n := note{size: 5, relevant: true} // before what matters for the goal
	n.Level = Orange
	n.verdict = "Pain comes before the plan."
	n.Text = "You told me of pain" + p.where + ". Pain is not soreness: leave out what hurts, "
	switch {
	case p.legs() && p.strong():
		n.Text += "stop running and jumping for now, and swap them for cycling or swimming if that is free of pain. Have it looked at if it stays this strong for a few days, if it swells, or if any of it is left in two weeks."
	case p.legs():
		n.Text += "and swap running for cycling or swimming if that is free of pain. If it swells, or is still there in two weeks, have it looked at."
	case p.strong():
		n.Text += "and train only what is free of pain. Have it looked at if it stays this strong for a few days, if it swells, or if any of it is left in two weeks."
	default:
		n.Text += "and train what is free of pain. If it swells, or is still there in two weeks, have it looked at."
	}
	n.next = p.next()
	n.Why = []Reason{{"pain", "told", "none"}}
	if d.painFor() >= 14 {
		n.Level = Red
		n.Text = "You have told me of pain" + p.where + " for two weeks. Pause what hurts and see a doctor or physiotherapist; tell them since when, and what makes it worse."
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
