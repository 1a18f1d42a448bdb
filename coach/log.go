package coach

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"tandem/coach/advice"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// historyDays is how far back a day is judged: the longest window of any rule.
const historyDays = 42

// Logged is what became of a log line.
type Logged struct {
	Sessions    []training.Session // as stored; none while Question is open
	Question    *training.Question // two honest readings: nothing is stored yet
	Unknown     []string           // exercises kept as the athlete's own, to ask about
	Remarks     []string
	Report      advice.Report
	Held        bool   // a red flag is open: no praise, no records
	Explanation string // id for Why?
}

// Log keeps what the line says and judges its day. The error is a
// *training.ParseError where the line is not understood; nothing is stored then.
func (c *Coach) Log(ctx context.Context, st Store, a Athlete, line, key string, now time.Time) (Logged, error) {
	entry, err := c.read(ctx, st, a, line, now)
	if err != nil || entry.Question != nil {
		return Logged{Question: entry.Question}, err
	}
	for i := range entry.Sessions {
		entry.Sessions[i].ID = newID(a.ID, key, i)
		entry.Sessions[i].Source = "chat"
	}
	return c.keep(ctx, st, a, entry, key, now)
}

// Relog puts a corrected line in the place of a session ("" = the last one). A
// line without a time keeps the session's own end.
func (c *Coach) Relog(ctx context.Context, st Store, a Athlete, session, line, key string, now time.Time) (Logged, error) {
	old, err := c.Find(ctx, st, a, session)
	if err != nil {
		return Logged{}, err
	}
	entry, err := c.read(ctx, st, a, line, now)
	if err != nil || entry.Question != nil {
		return Logged{Question: entry.Question}, err
	}
	for i := range entry.Sessions {
		s := &entry.Sessions[i]
		s.ID, s.Source = newID(a.ID, key, i), "chat"
		if untimed := s.End().Sub(now).Abs() < time.Minute; untimed {
			s.Start = old.Start
		}
	}
	entry.Sessions[0].ID = old.ID
	if err := st.DeleteSession(ctx, a.ID, old.ID); err != nil {
		return Logged{}, fmt.Errorf("replace session: %w", err)
	}
	if err := st.DropFollowUps(ctx, a.ID, old.ID); err != nil {
		return Logged{}, fmt.Errorf("drop follow-ups: %w", err)
	}
	return c.keep(ctx, st, a, entry, key, now)
}

// read parses a line in the athlete's units and zone.
func (c *Coach) read(ctx context.Context, st Store, a Athlete, line string, now time.Time) (training.Entry, error) {
	own, err := st.OwnExercises(ctx, a.ID)
	if err != nil {
		return training.Entry{}, fmt.Errorf("load own exercises: %w", err)
	}
	return training.Parse(line, training.Context{Now: now, Zone: a.Location(), Units: a.Units, Own: own})
}

// keep stores sessions, judges the day of the last and plans what to ask later.
func (c *Coach) keep(ctx context.Context, st Store, a Athlete, entry training.Entry, key string, now time.Time) (Logged, error) {
	for i, s := range entry.Sessions {
		if s.Note != "" && a.Consent.Without.Has(Notes) {
			entry.Remarks = append(entry.Remarks, noteNotKept)
		}
		s = a.Consent.session(s)
		entry.Sessions[i] = s
		if err := st.PutSession(ctx, a.ID, s, now); err != nil {
			return Logged{}, fmt.Errorf("store session: %w", err)
		}
	}
	l := Logged{Sessions: entry.Sessions, Unknown: entry.Unknown, Remarks: entry.Remarks, Held: a.Hold.Tier != ""}
	last := entry.Sessions[len(entry.Sessions)-1]
	in, err := c.input(ctx, st, a, last.Day(), now)
	if err != nil {
		return l, err
	}
	in.Focus = last.ID
	for _, s := range entry.Sessions[:len(entry.Sessions)-1] {
		in.Beside = append(in.Beside, s.ID)
	}
	if l.Held {
		return l, nil
	}
	day := advice.Look(in)
	l.Report = day.Report()
	if err := c.planFollowUps(ctx, st, a, day, entry.Sessions, now); err != nil {
		return l, err
	}
	l.Explanation = newID(a.ID, key, 0)
	return l, st.PutExplanation(ctx, a.ID, explain(l.Explanation, now, last.Headline(a.Units), l.Report.Findings))
}

// input gathers what the rules look at for a day.
func (c *Coach) input(ctx context.Context, st Store, a Athlete, day training.Date, now time.Time) (advice.Input, error) {
	in := advice.Input{Profile: a.Profile(day), Now: now, Day: day}
	from, to := a.midnight(day.Add(-historyDays)), a.midnight(day.Add(2))
	sessions, err := st.SessionsBetween(ctx, a.ID, from, to)
	if err != nil {
		return in, fmt.Errorf("load sessions: %w", err)
	}
	for _, s := range sessions {
		switch d := s.Day(); {
		case d == day:
			in.Sessions = append(in.Sessions, s)
		case d.Before(day):
			in.History = append(in.History, s)
		default:
			in.After = append(in.After, s)
		}
	}
	if len(in.History) == 0 {
		if in.Last, err = c.lastBefore(ctx, st, a, from); err != nil {
			return in, err
		}
		if in.Next, err = c.nextAfter(ctx, st, a, to, now); err != nil {
			return in, err
		}
	}
	if in.CheckIns, err = st.CheckInsBetween(ctx, a.ID, day.Add(-28), day); err != nil {
		return in, fmt.Errorf("load check-ins: %w", err)
	}
	if in.Legs, err = st.OwnExercises(ctx, a.ID); err != nil {
		return in, fmt.Errorf("load own exercises: %w", err)
	}
	return in, nil
}

// lastBefore is the last training day before an instant, for somebody who comes
// back after a long break; zero when there is none.
func (c *Coach) lastBefore(ctx context.Context, st Store, a Athlete, before time.Time) (training.Date, error) {
	earlier, err := st.SessionsBetween(ctx, a.ID, before.AddDate(-lookBack, 0, 0), before)
	if err != nil {
		return training.Date{}, fmt.Errorf("load earlier sessions: %w", err)
	}
	if len(earlier) == 0 {
		return training.Date{}, nil
	}
	return earlier[len(earlier)-1].Day(), nil
}

// nextAfter is the first training day from an instant on; zero when there is
// none. A backdated session may be the athlete's first without being the only
// one.
func (c *Coach) nextAfter(ctx context.Context, st Store, a Athlete, from, now time.Time) (training.Date, error) {
	if from.After(now) {
		return training.Date{}, nil
	}
	later, err := st.SessionsBetween(ctx, a.ID, from, now.AddDate(0, 0, 2))
	if err != nil {
		return training.Date{}, fmt.Errorf("load later sessions: %w", err)
	}
	if len(later) == 0 {
		return training.Date{}, nil
	}
	return later[0].Day(), nil
}

// midnight is the instant the day begins on the athlete's clock.
func (a Athlete) midnight(d training.Date) time.Time { return a.at(d, 0) }

// at is the instant of a full hour of the day on the athlete's clock: so many
// hours after midnight it is not, on a day when clocks change.
func (a Athlete) at(d training.Date, hour int) time.Time {
	return time.Date(d.Year, d.Month, d.Day, hour, 0, 0, 0, a.Location())
}

// Find returns a session by id, or the one logged last for "".
func (c *Coach) Find(ctx context.Context, st Store, a Athlete, session string) (training.Session, error) {
	if session == "" {
		return st.LatestLogged(ctx, a.ID)
	}
	return st.Session(ctx, a.ID, session)
}

// Undo takes a session back, and what would have been asked about it.
func (c *Coach) Undo(ctx context.Context, st Store, a Athlete, session string) (training.Session, error) {
	s, err := c.Find(ctx, st, a, session)
	if err != nil {
		return s, err
	}
	if err := st.DeleteSession(ctx, a.ID, s.ID); err != nil {
		return s, fmt.Errorf("delete session: %w", err)
	}
	return s, st.DropFollowUps(ctx, a.ID, s.ID)
}

// LogRest keeps a day without training.
func (c *Coach) LogRest(ctx context.Context, st Store, a Athlete, key string, now time.Time) error {
	if err := st.SkipCheckIn(ctx, a.ID, a.Today(now)); err != nil {
		return fmt.Errorf("leave out the check-in: %w", err)
	}
	return st.PutSession(ctx, a.ID, training.Session{ID: newID(a.ID, key, 0), Kind: training.Rest, Start: now, Zone: a.Location().String(), Source: "chat"}, now)
}

// KeepQuietly stores what a line says beside a red flag, without a word on it.
// A line that is not understood is left; words about harming oneself are never
// kept as a note.
func (c *Coach) KeepQuietly(ctx context.Context, st Store, a Athlete, line, key string, f safety.Flag, now time.Time) ([]training.Session, error) {
	entry, err := c.read(ctx, st, a, line, now)
	var bad *training.ParseError
	if errors.As(err, &bad) || entry.Question != nil {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	for i := range entry.Sessions {
		s := &entry.Sessions[i]
		s.ID, s.Source = newID(a.ID, key, i), "chat"
		if f.Tier == "T4" {
			s.Note = ""
		}
		*s = a.Consent.session(*s)
		if err := st.PutSession(ctx, a.ID, *s, now); err != nil {
			return nil, fmt.Errorf("store session: %w", err)
		}
	}
	return entry.Sessions, nil
}

// planFollowUps keeps what the sessions give reason to ask or say later. What
// would be due already is left out: a backdated log sends no old alerts.
func (c *Coach) planFollowUps(ctx context.Context, st Store, a Athlete, day advice.Day, sessions []training.Session, now time.Time) error {
	for _, s := range sessions {
		for _, f := range day.FollowUps(s) {
			if !f.Due.After(now) || !a.Reminders.wants(f.Kind) {
				continue
			}
			err := st.PutFollowUp(ctx, a.ID, FollowUp{Key: followUpKey(f, s), Kind: f.Kind, Due: f.Due, Session: s.ID, Text: f.Text})
			if err != nil {
				return fmt.Errorf("plan follow-up: %w", err)
			}
		}
	}
	return nil
}

// followUpKey keeps one refuel reminder a day, and one of each other kind a session.
func followUpKey(f advice.FollowUp, s training.Session) string {
	if f.Kind == advice.Refuel {
		return f.Kind + ":" + s.Day().String()
	}
	return f.Kind + ":" + s.ID
}

// wants reports whether the athlete asked for that kind of follow-up.
func (r Reminders) wants(kind string) bool {
	if kind == advice.SixHours {
		return r.SixHours
	}
	return r.AfterSession
}

// explain keeps findings with their reasons.
func explain(id string, at time.Time, title string, findings []advice.Finding) Explanation {
	e := Explanation{ID: id, At: at, Title: title}
	for _, f := range findings {
		e.Findings = append(e.Findings, ExplainedRule{Finding: f, Reasons: slices.Clone(f.Why)})
	}
	return e
}
