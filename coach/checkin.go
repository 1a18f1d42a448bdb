package coach

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tandem/coach/advice"
	"tandem/coach/recovery"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// CheckedIn is what a check-in gave.
type CheckedIn struct {
	CheckIn     recovery.CheckIn
	Readiness   recovery.Readiness
	Echo        string // the answers as they were kept
	Verdict     string
	Findings    []advice.Finding
	Next        string
	Explanation string
}

// CheckIn puts answers over those the day has already, and judges them against
// the athlete's own baseline and log.
func (c *Coach) CheckIn(ctx context.Context, st Store, a Athlete, answers recovery.CheckIn, now time.Time) (CheckedIn, error) {
	kept, err := c.CheckInOf(ctx, st, a, answers.Date)
	if err != nil {
		return CheckedIn{}, err
	}
	left := a.Consent.Without.Has(Notes) && (answers.Pain != "" || answers.Note != "")
	kept = kept.Merge(a.Consent.answers(answers))
	if err := st.PutCheckIn(ctx, a.ID, kept); err != nil {
		return CheckedIn{}, fmt.Errorf("store check-in: %w", err)
	}
	in, err := c.input(ctx, st, a, kept.Date, now)
	if err != nil {
		return CheckedIn{}, err
	}
	got := CheckedIn{CheckIn: kept, Readiness: recovery.Read(kept.Date, in.CheckIns), Echo: echo(kept)}
	if left {
		got.Echo = strings.TrimPrefix(got.Echo+". "+noteNotKept, ". ")
	}
	s := advice.Today(in, got.Readiness)
	got.Verdict, got.Findings, got.Next = got.Readiness.Text, s.Findings, s.Next
	if s.Hold > advice.AsPlanned { // the log holds back further than the answers alone
		got.Verdict = s.Verdict
	}
	if err := c.remindRecovery(ctx, st, a, got, now); err != nil {
		return got, err
	}
	got.Explanation = newID(a.ID, "checkin|"+kept.Date.String(), 0)
	return got, st.PutExplanation(ctx, a.ID, explain(got.Explanation, now, "Check-in of "+kept.Date.String(), got.Findings))
}

// CheckInOf is what the athlete answered for a day so far; empty answers if none.
func (c *Coach) CheckInOf(ctx context.Context, st Store, a Athlete, day training.Date) (recovery.CheckIn, error) {
	found, err := st.CheckInsBetween(ctx, a.ID, day, day)
	if err != nil {
		return recovery.CheckIn{}, fmt.Errorf("load check-in: %w", err)
	}
	if len(found) == 0 {
		return recovery.CheckIn{Date: day}, nil
	}
	return found[0], nil
}

// CheckInKnown says why a day's check-in need not be asked: answered, skipped,
// or a rest day that was logged; "" when it is open.
func (c *Coach) CheckInKnown(ctx context.Context, st Store, a Athlete, day training.Date) (string, error) {
	got, err := c.CheckInOf(ctx, st, a, day)
	if err != nil {
		return "", err
	}
	if got.Complete() {
		return "answered already", nil
	}
	skipped, err := st.CheckInSkipped(ctx, a.ID, day)
	if err != nil {
		return "", fmt.Errorf("look for a skip: %w", err)
	}
	if skipped {
		return "skipped by the athlete, or a rest day", nil
	}
	return "", nil
}

// CheckInClosed reports whether a day's answers can no longer be changed by its
// buttons: they can through the following noon of the athlete's clock.
func (c *Coach) CheckInClosed(a Athlete, day training.Date, now time.Time) bool {
	return !now.Before(a.at(day.Add(1), 12))
}

// KeepCheckInQuietly stores answers beside a red flag, without judging them.
func (c *Coach) KeepCheckInQuietly(ctx context.Context, st Store, a Athlete, words string, f safety.Flag, now time.Time) error {
	answers, err := recovery.Parse(words)
	if err != nil {
		return nil
	}
	if f.Tier == safety.T4 {
		answers.Note, answers.Pain = "", ""
	}
	answers.Date, answers.At = a.Today(now), now
	kept, err := c.CheckInOf(ctx, st, a, answers.Date)
	if err != nil {
		return err
	}
	return st.PutCheckIn(ctx, a.ID, kept.Merge(a.Consent.answers(answers)))
}

// echo is the answers in words.
func echo(c recovery.CheckIn) string {
	var parts []string
	for _, item := range recovery.Items() {
		if v := c.Value(item); v > 0 {
			parts = append(parts, fmt.Sprintf("%s %d (%s)", item, v, recovery.Anchor(item, v)))
		}
	}
	if total, ok := c.Total(); ok {
		parts = append(parts, fmt.Sprintf("total %d of 25", total))
	}
	if c.SleepHours > 0 {
		parts = append(parts, fmt.Sprintf("slept %g h", c.SleepHours))
	}
	if c.Pain != "" {
		parts = append(parts, "pain: "+c.Pain)
	}
	return strings.Join(parts, ", ")
}

// FollowUp is what a planned message says now; "" when the athlete has answered
// it meanwhile, by words or by deed. ErrNotFound means that its session was
// taken back.
func (c *Coach) FollowUp(ctx context.Context, st Store, a Athlete, kind, session, text string, now time.Time) (string, error) {
	if note, ok := noteText(a, kind, text); ok {
		return note, nil
	}
	var about training.Session
	if session != "" {
		var err error
		if about, err = st.Session(ctx, a.ID, session); err != nil {
			return "", err
		}
	}
	switch kind {
	case advice.Soreness24, advice.Soreness72:
		today, err := c.CheckInOf(ctx, st, a, a.Today(now))
		if err != nil || today.Soreness > 0 {
			return "", err
		}
		// After newer leg work the legs are sore of that, and it asks by itself.
		newer, err := c.heavyLegsSince(ctx, st, a, about, now)
		if err != nil || newer {
			return "", err
		}
	case advice.SixHours:
		since, err := st.SessionsBetween(ctx, a.ID, about.End(), now)
		if err != nil {
			return "", fmt.Errorf("load sessions: %w", err)
		}
		if slices.ContainsFunc(since, training.Session.Cardio) {
			return "", nil
		}
	}
	return text, nil
}

// heavyLegsSince reports whether a session after this one will ask about sore
// legs itself.
func (c *Coach) heavyLegsSince(ctx context.Context, st Store, a Athlete, about training.Session, now time.Time) (bool, error) {
	for day := about.Day(); !a.Today(now).Before(day); day = day.Add(1) {
		in, err := c.input(ctx, st, a, day, now)
		if err != nil {
			return false, err
		}
		looked := advice.Look(in)
		for _, s := range in.Sessions {
			asks := func(f advice.FollowUp) bool { return f.Kind == advice.Soreness24 }
			if s.Start.After(about.Start) && slices.ContainsFunc(looked.FollowUps(s), asks) {
				return true, nil
			}
		}
	}
	return false, nil
}
