package coach

import (
	"context"
	"fmt"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// RecoveryReminder is the follow-up that three short nights or falling scores
// bring.
const RecoveryReminder = "recovery"

// How often the reminder comes, and how far back it is worked out from the
// check-ins whether it came: it has no memory of its own.
const (
	reminderEvery = 7
	reminderBack  = 120
)

// remindRecovery plans one reminder, for the evening, when nights were short or
// scores fall; one in seven days at most.
func (c *Coach) remindRecovery(ctx context.Context, st Store, a Athlete, got CheckedIn, now time.Time) error {
	if !a.Reminders.AfterSession || a.Hold.Tier != "" {
		return nil
	}
	day := got.CheckIn.Date
	evening := a.at(day, 20)
	if !evening.After(now) {
		return nil
	}
	past, err := st.CheckInsBetween(ctx, a.ID, day.Add(-reminderBack), day)
	if err != nil {
		return fmt.Errorf("load check-ins: %w", err)
	}
	text := recoveryAdvice(got.Readiness, past)
	if text == "" || !recoveryDue(past, day) {
		return nil
	}
	err = st.PutFollowUp(ctx, a.ID, FollowUp{Key: "recovery:" + day.String(), Kind: RecoveryReminder, Due: evening, Text: text})
	if err != nil {
		return fmt.Errorf("plan recovery reminder: %w", err)
	}
	return nil
}

// recoveryDue reports whether the day's check-in brings the reminder, given
// that every seven days at most one did. checkIns are in order of date.
func recoveryDue(checkIns []recovery.CheckIn, day training.Date) bool {
	var last training.Date
	for i, one := range checkIns {
		if !last.IsZero() && one.Date.Sub(last) < reminderEvery {
			continue
		}
		if recoveryAdvice(recovery.Read(one.Date, checkIns[:i+1]), checkIns[:i+1]) != "" {
			last = one.Date
		}
	}
	return last == day
}

// recoveryAdvice is what the evening's reminder says; "" for nothing. checkIns
// end with the day's.
func recoveryAdvice(r recovery.Readiness, checkIns []recovery.CheckIn) string {
	const tonight = " Tonight: eat enough, go to bed early, and keep tomorrow easy or free."
	for _, f := range r.Flags {
		switch f.Kind {
		case recovery.FewHours:
			return "Three short nights or more in a row. Tonight: an hour earlier to bed, and tomorrow's training shorter and easier until you have slept."
		case recovery.LowTotal:
			return "Your scores are below your own usual." + tonight
		case recovery.Tired:
			return "You have been tired at most of your last check-ins." + tonight
		}
	}
	if from, to, falling := fall(checkIns); falling {
		return fmt.Sprintf("Your scores have fallen from %d to %d over your last %d check-ins.", from, to, fallAnswers) + tonight
	}
	return ""
}

// What counts as falling scores: the house's choice, so that a single poor
// morning is none, and a slide is seen before there is a baseline.
const (
	fallAnswers = 3 // complete check-ins in a row, each lower than the one before
	fallPoints  = 4 // of 25, from the first of them to the last
)

// fall reports whether the last check-ins slide, and from where to where.
func fall(checkIns []recovery.CheckIn) (from, to int, falling bool) {
	n := len(checkIns)
	if n < fallAnswers {
		return 0, 0, false
	}
	last := checkIns[n-fallAnswers:]
	for i, c := range last {
		total, complete := c.Total()
		switch {
		case !complete:
			return 0, 0, false
		case i == 0:
			from = total
		case total >= to || c.Date.Sub(last[i-1].Date) > recovery.LowGapDays:
			return 0, 0, false
		}
		to = total
	}
	return from, to, from-to >= fallPoints
}
