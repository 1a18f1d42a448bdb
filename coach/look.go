package coach

import (
	"context"
	"fmt"
	"time"

	"tandem/coach/advice"
	"tandem/coach/chart"
	"tandem/coach/load"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// LoadOf is a session's load in arbitrary units, 0 when it is not known.
func LoadOf(s training.Session) float64 {
	l, ok := load.OfSession(s)
	if !ok {
		return 0
	}
	return l.Load
}

// HeldText is what stands in place of advice while a red flag is open.
const HeldText = "No training advice until somebody has looked at the warning sign you told me of. Write `cleared` when they have."

// DayPlan is what to do today.
type DayPlan struct {
	Text        string
	Findings    []advice.Finding
	CheckedIn   bool
	Explanation string
}

// Today says what to do today, from readiness, the last 72 hours and the goal.
// It may only hold back.
func (c *Coach) Today(ctx context.Context, st Store, a Athlete, key string, now time.Time) (DayPlan, error) {
	if a.Hold.Tier != "" {
		return DayPlan{Text: HeldText}, nil
	}
	in, err := c.input(ctx, st, a, a.Today(now), now)
	if err != nil {
		return DayPlan{}, err
	}
	r := recovery.Read(in.Day, in.CheckIns)
	s := advice.Today(in, r)
	d := DayPlan{Text: s.Text(), Findings: s.Findings, CheckedIn: r.Level != recovery.Unknown, Explanation: newID(a.ID, key, 0)}
	return d, st.PutExplanation(ctx, a.ID, explain(d.Explanation, now, "today", s.Findings))
}

// Weekly is a week in words and a picture.
type Weekly struct {
	Text        string
	Load        string // the load alone, in numbers
	Findings    []advice.Finding
	Picture     []byte // PNG; nil = too little to draw
	Alt         string
	Drawing     string // the seven days in letters of one width; "" = no load in them
	DayByDay    string // the drawing in words
	Empty       bool   // nothing was logged or answered
	Explanation string
}

// Week is the last seven days, today included.
func (c *Coach) Week(ctx context.Context, st Store, a Athlete, key string, now time.Time) (Weekly, error) {
	w, err := c.WeekOf(ctx, st, a, a.Today(now), now)
	if err != nil {
		return w, err
	}
	w.Explanation = newID(a.ID, key, 0)
	return w, st.PutExplanation(ctx, a.ID, explain(w.Explanation, now, "your week", w.Findings))
}

// How many days the load picture goes back: less for an athlete who has not
// logged as long, down to two weeks.
const (
	pictureDays     = 42
	pictureDaysLess = 14
)

// pictureFrom is the first day of the load picture that ends with day.
func pictureFrom(sessions []training.Session, checkIns []recovery.CheckIn, day training.Date) training.Date {
	from, first := day.Add(1-pictureDays), day.Add(1-pictureDaysLess)
	for _, s := range sessions {
		if d := s.Day(); d.Before(first) {
			first = d
		}
	}
	for _, c := range checkIns {
		if c.Date.Before(first) {
			first = c.Date
		}
	}
	if first.Before(from) {
		return from
	}
	return first
}

// WeekOf is the seven days that end with the day.
func (c *Coach) WeekOf(ctx context.Context, st Store, a Athlete, day training.Date, now time.Time) (Weekly, error) {
	sessions, err := st.SessionsBetween(ctx, a.ID, a.midnight(day.Add(-370)), a.midnight(day.Add(1)))
	if err != nil {
		return Weekly{}, fmt.Errorf("load sessions: %w", err)
	}
	checkIns, err := st.CheckInsBetween(ctx, a.ID, day.Add(-pictureDays), day)
	if err != nil {
		return Weekly{}, fmt.Errorf("load check-ins: %w", err)
	}
	legs, err := st.OwnExercises(ctx, a.ID)
	if err != nil {
		return Weekly{}, fmt.Errorf("load own exercises: %w", err)
	}
	rep := advice.Week(advice.WeekInput{Profile: a.Profile(day), Now: now, Day: day, Sessions: sessions, CheckIns: checkIns, Legs: legs})
	w := Weekly{Text: rep.Text(), Load: rep.LoadText(), Findings: rep.Findings, Empty: rep.Empty}
	if w.Empty {
		return w, nil
	}
	history := chart.LoadHistory(sessions, checkIns, pictureFrom(sessions, checkIns, day), day)
	w.Drawing, w.DayByDay = chart.Letters(history.Days[len(history.Days)-7:])
	w.Picture, w.Alt, err = chart.Load(history)
	if err != nil {
		return w, fmt.Errorf("draw the week: %w", err)
	}
	return w, nil
}
