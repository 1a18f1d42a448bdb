package coach

import (
	"context"
	"fmt"
	"time"

	"tandem/coach/training"
)

// The notes that settings bring: they are follow-ups without a session, keyed by
// the day they are about, and say nothing once that day has changed.
const (
	TaperNote     = "taper"       // two weeks before the event
	EventWeekNote = "event-week"  // the week of it
	DeloadOver    = "deload-over" // the day after an easy week
	ComeBack      = "come-back"   // the day after a pause
)

// When notes come, on the athlete's clock: those about days to come in the
// evening, those about the day itself before it is trained away.
const (
	noteMorning = 9
	noteEvening = 18
)

// PlanNotes plans what the athlete's event, easy week and pause give reason to
// say. Who gets nothing unasked gets no notes either; what would be due already
// is left out.
func (c *Coach) PlanNotes(ctx context.Context, st Store, a Athlete, now time.Time) error {
	if !a.Reminders.On() || !a.Consent.Allows(Training) {
		return nil
	}
	for _, n := range []struct {
		kind  string
		about training.Date
		days  int // from the day it is about to the day it comes
		hour  int
	}{
		{TaperNote, a.Event, -14, noteEvening}, {EventWeekNote, a.Event, -6, noteEvening},
		{DeloadOver, a.Deload, 1, noteMorning}, {ComeBack, a.Pause.Until, 1, noteMorning},
	} {
		if n.about.IsZero() {
			continue
		}
		due := a.at(n.about.Add(n.days), n.hour)
		if !due.After(now) {
			continue
		}
		err := st.PutFollowUp(ctx, a.ID, FollowUp{Key: n.kind + ":" + n.about.String(), Kind: n.kind, Due: due, Text: n.about.String()})
		if err != nil {
			return fmt.Errorf("plan note: %w", err)
		}
	}
	return nil
}

// noteText is what a note says now; "" when the day it is about has changed. ok
// is false for follow-ups that are no notes. The taper is Bosquet 2007
// (10.1249/mss.0b013e31806010e0): two weeks, 41 to 60 % less volume, intensity
// and frequency kept.
func noteText(a Athlete, kind, about string) (text string, ok bool) {
	day, err := training.ParseDate(about)
	if err != nil {
		return "", false
	}
	switch kind {
	case TaperNote:
		return unless(a.Event != day, fmt.Sprintf("Two weeks to your event (%s). Now cut how much you do by about half, and keep how hard and how often. Heavy legs for the last time in the next days.", day)), true
	case EventWeekNote:
		return unless(a.Event != day, fmt.Sprintf("Your event is on %s, this week. Short and sharp at most; no heavy legs any more. Slower or flat in these days is ordinary, and I read nothing into it.", day)), true
	case DeloadOver:
		return unless(a.Deload != day, "Your easy week is over. Start a step below where you stopped, and build from there. `deload on` if you want another."), true
	case ComeBack:
		return unless(a.Pause.Until != day, comeBack(a.Pause.Reason)), true
	}
	return "", false
}

func unless(gone bool, text string) string {
	if gone {
		return ""
	}
	return text
}

func comeBack(reason string) string {
	switch reason {
	case "ill":
		return "Your pause is over. If you are well again, start with easy days, and hard ones only when those feel ordinary. Still ill? `pause 3d ill`."
	case "injured":
		return "Your pause is over. Start with what does not hurt, and less of it than before. Pain that stays wants a physio or a doctor. `pause 7d injured` if it is too early."
	}
	return "Your pause is over. Start a step below where you stopped: it comes back faster than it went."
}
