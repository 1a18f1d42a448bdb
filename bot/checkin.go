package bot

import (
	"context"
	"fmt"
	"regexp"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// checkIn takes answers, all or some, by command or by a button of the
// check-in's rows ("checkin on 2026-11-24 fatigue 4"). Without answers it shows
// the check-in.
func (t *talk) checkIn(ctx context.Context, rest string) ([]Reply, error) {
	rest = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(rest, "in "), "now"))
	return t.withConsent(ctx, coach.Recovery, "checkin "+rest, func() ([]Reply, error) {
		day, words, err := checkInDay(rest, t.a.Today(t.now))
		if err != nil {
			return one(say(err.Error())), nil
		}
		if t.m.Press != "" && t.Coach.CheckInClosed(t.a, day, t.now) {
			return t.staleCheckIn(ctx)
		}
		if words == "" || words == "in" {
			return t.showCheckIn(ctx, day, false)
		}
		answers, err := recovery.Parse(words)
		if err != nil {
			return one(say(err.Error() + "\nNothing was kept.")), nil
		}
		answers.Date, answers.At = day, t.now
		got, err := t.Coach.CheckIn(ctx, t.tx, t.a, answers, t.now)
		if err != nil {
			return nil, fmt.Errorf("check in: %w", err)
		}
		return one(t.checkedInReply(got)), nil
	})
}

var (
	fiveRE = regexp.MustCompile(`^[1-5]([ ,/]+[1-5]){4}\b`)
	itemRE = regexp.MustCompile(`(?i)\b(fatigue|sleep|soreness|stress|mood) ?[:=]? ?[1-5]\b`)
)

// bareAnswers takes a check-in's answers without the word: five numbers, or two
// items or more by name.
func bareAnswers(text string) (string, bool) {
	asked := strings.Contains(text, "?")
	return text, !asked && (fiveRE.MatchString(text) || len(itemRE.FindAllString(text, 2)) == 2)
}

// checkInDay splits off the "on DATE" that the buttons carry.
func checkInDay(rest string, today training.Date) (training.Date, string, error) {
	after, ok := strings.CutPrefix(rest, "on ")
	if !ok {
		return today, rest, nil
	}
	word, words := firstWord(after)
	day, err := training.ParseDate(word)
	return day, words, err
}

// staleCheckIn answers a button of a day that is over with today's check-in.
func (t *talk) staleCheckIn(ctx context.Context) ([]Reply, error) {
	replies, err := t.showCheckIn(ctx, t.a.Today(t.now), false)
	if err == nil {
		replies[0].Text = "That check-in is closed. Here is today's:\n\n" + replies[0].Text
	}
	return replies, err
}

// showCheckIn is the check-in itself, with what is answered already.
func (t *talk) showCheckIn(ctx context.Context, day training.Date, update bool) ([]Reply, error) {
	c, err := t.Coach.CheckInOf(ctx, t.tx, t.a, day)
	if err != nil {
		return nil, fmt.Errorf("load check-in: %w", err)
	}
	r := t.checkInReply(c, day)
	r.Kind, r.Update = Answer, update
	return one(r), nil
}

// answersCheckIn begins the command of each button of a check-in's scales.
const answersCheckIn = "checkin on "

// UpdatesInPlace reports whether pressing a button of that command changes the
// message it stands on: a check-in while it is answered. It is known before the
// command is carried out, for platforms that must say so at once.
func UpdatesInPlace(command string) bool { return strings.HasPrefix(command, answersCheckIn) }

// checkInReply asks the five items, sleep hours and pain.
func (t *talk) checkInReply(c recovery.CheckIn, day training.Date) Reply {
	r := Reply{Kind: CheckIn}
	on := answersCheckIn + day.String() + " "
	lines := []string{"How are you " + dayPart(t.now.In(t.a.Location())) + "? Each from 1 to 5, 5 is best:"}
	for _, item := range recovery.Items() {
		name := sentence(string(item))
		row := Row{Label: name, Chosen: c.Value(item)}
		for v := recovery.Worst; v <= recovery.Best; v++ {
			row.Buttons = append(row.Buttons, Button{Label: fmt.Sprintf("%s %d", name, v), Command: fmt.Sprintf("%s%s %d/5", on, item, v)})
		}
		r.Rows = append(r.Rows, row)
		line := fmt.Sprintf("• %s: 1 %s … 5 %s", name, recovery.Anchor(item, recovery.Worst), recovery.Anchor(item, recovery.Best))
		if row.Chosen > 0 {
			line += fmt.Sprintf(" — you said %d", row.Chosen)
		}
		lines = append(lines, line)
	}
	lines = append(lines, "In one line: `checkin 4 3 4 4 5 sleep 7.5h` (fatigue, sleep, soreness, stress, mood), and `pain left knee` if something hurts.")
	r.Text = strings.Join(lines, "\n")
	r.Sections = []Section{{Body: r.Text}}
	r.Buttons = []Button{{Label: "Snooze", Command: "snooze 1h"}, {Label: "Skip", Command: "skip"}, {Label: "Pause", Command: "pause 7d"}}
	r.Form = CheckInForm(day)
	return r
}

// dayPart is what people call this time of the day.
func dayPart(local time.Time) string {
	switch h := local.Hour(); {
	case h >= 4 && h < 12:
		return "this morning"
	case h >= 17:
		return "this evening"
	}
	return "today"
}

// checkedInReply says how ready the athlete is and what to do with it. While
// items are missing it shows the rest of the check-in.
func (t *talk) checkedInReply(got coach.CheckedIn) Reply {
	if !got.CheckIn.Complete() && t.m.Press != "" {
		r := t.checkInReply(got.CheckIn, got.CheckIn.Date)
		r.Kind, r.Update = Answer, true
		return r
	}
	r := Reply{Kind: Answer, Update: t.m.Press != "", Findings: got.Findings}
	r.Sections = []Section{{Title: "Check-in", Body: got.Echo}}
	if t.a.Hold.Tier == "" {
		r.Sections = append(r.Sections, Section{Body: got.Verdict})
		for _, f := range got.Findings {
			r.Sections = append(r.Sections, Section{Title: levelMarks[f.Level], Body: f.Text, Level: f.Level})
		}
		if got.Next != "" {
			r.Sections = append(r.Sections, Section{Title: "Next", Body: got.Next})
		}
		r.Buttons = []Button{{Label: "Why?", Command: "why " + got.Explanation}}
	} else {
		r.Findings = nil
		r.Sections = append(r.Sections, Section{Body: "Kept. Has somebody looked at what you told me of? `cleared` when they have."})
	}
	r.Text = plainText(r.Sections)
	return r
}
