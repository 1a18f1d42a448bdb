package coach

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tandem/coach/chart"
	"tandem/coach/load"
	"tandem/coach/training"
)

// History is a look back.
type History struct {
	Text     string
	Sessions []training.Session
	Picture  []byte // PNG of one exercise's estimated maximum; nil = none
	Alt      string
}

const (
	shownSessions = 8
	lookBack      = 2 // years
)

// History tells the last sessions, or the last and best sets of an exercise. It
// looks further back than some years only where those have nothing to tell.
func (c *Coach) History(ctx context.Context, st Store, a Athlete, exercise string, now time.Time) (h History, err error) {
	for _, from := range []time.Time{now.AddDate(-lookBack, 0, 0), firstDay} {
		sessions, err := st.SessionsBetween(ctx, a.ID, from, now.AddDate(0, 0, 1))
		if err != nil {
			return History{}, fmt.Errorf("load sessions: %w", err)
		}
		if h, err = historyOf(a, exercise, sessions, now); err != nil || len(h.Sessions) > 0 {
			return h, err
		}
	}
	return h, nil
}

func historyOf(a Athlete, exercise string, sessions []training.Session, now time.Time) (History, error) {
	if exercise != "" {
		if kind := training.Kind(strings.ToLower(strings.TrimSuffix(exercise, "s"))); kind.Endurance() && slices.Contains(kinds, kind) {
			return kindHistory(a, kind, sessions, now), nil
		}
		return exerciseHistory(a, exercise, sessions)
	}
	if len(sessions) == 0 {
		return History{Text: "Nothing logged yet. `log squat 5x5 100kg` or `log run 5k 28:00` starts it."}, nil
	}
	h := History{Sessions: newest(sessions, shownSessions)}
	lines := []string{"Your last session:"}
	if n := len(h.Sessions); n > 1 {
		lines[0] = fmt.Sprintf("Your last %d sessions:", n)
	}
	for _, s := range h.Sessions {
		lines = append(lines, "• "+dated(s, a, now))
	}
	h.Text = strings.Join(lines, "\n")
	return h, nil
}

// dated is a session in one line, with its date where the weekday alone could
// be that of another week, and the year where the date could be this one's.
func dated(s training.Session, a Athlete, now time.Time) string {
	line := s.Headline(a.Units)
	with := "Mon 2 Jan 15:04"
	switch days := a.Today(now).Sub(s.Day()); {
	case days < 6:
		return line
	case days > 300:
		with = "Mon 2 Jan 2006 15:04"
	}
	return strings.Replace(line, s.Local().Format("Mon 15:04"), s.Local().Format(with), 1)
}

var kinds = []training.Kind{training.Run, training.Ride, training.Row, training.Swim, training.Walk}

func kindHistory(a Athlete, kind training.Kind, sessions []training.Session, now time.Time) History {
	sessions = slices.DeleteFunc(slices.Clone(sessions), func(s training.Session) bool { return s.Kind != kind })
	if len(sessions) == 0 {
		return History{Text: fmt.Sprintf("No %s logged yet.", kind)}
	}
	h := History{Sessions: newest(sessions, shownSessions)}
	lines := []string{fmt.Sprintf("Your last %ss:", kind)}
	for _, s := range h.Sessions {
		lines = append(lines, "• "+dated(s, a, now))
	}
	longest := slices.MaxFunc(sessions, func(x, y training.Session) int { return int(1000 * (x.Km - y.Km)) })
	if longest.Km > 0 {
		lines = append(lines, "Longest: "+training.Distance(longest.Km, a.Units)+" on "+longest.Day().String()+".")
	}
	h.Text = strings.Join(lines, "\n")
	return h
}

// newest returns the last n, the newest last.
func newest(sessions []training.Session, n int) []training.Session {
	return sessions[max(0, len(sessions)-n):]
}

func exerciseHistory(a Athlete, exercise string, sessions []training.Session) (History, error) {
	name := exercise
	if e, ok := training.FindExercise(exercise); ok {
		name = e.Name
	}
	var with []training.Session
	var points []chart.LiftPoint
	var best load.Estimate
	var heaviest training.Set
	bestDay, heavyDay := training.Date{}, training.Date{}
	for _, s := range sessions {
		if !slices.ContainsFunc(s.Sets, func(set training.Set) bool { return strings.EqualFold(set.Exercise, name) }) {
			continue
		}
		with = append(with, s)
		for _, set := range s.Working() {
			if strings.EqualFold(set.Exercise, name) && set.Reps > 0 && !set.Failed && (set.Kg > heaviest.Kg || set.Kg == heaviest.Kg && set.Reps > heaviest.Reps) {
				heaviest, heavyDay = set, s.Day()
			}
		}
		est, ok := load.Best(s.Sets, name)
		if !ok {
			continue
		}
		points = append(points, chart.LiftPoint{Date: s.Day(), Kg: est.Kg, Low: est.Low})
		if est.Kg > best.Kg {
			best, bestDay = est, s.Day()
		}
	}
	if len(with) == 0 {
		return History{Text: fmt.Sprintf("No %q in your log. `history` shows the last sessions.", exercise)}, nil
	}
	h := History{Sessions: newest(with, shownSessions)}
	lines := []string{name + ", last sessions:"}
	for _, s := range h.Sessions {
		lines = append(lines, "• "+s.Day().String()+": "+setsOf(s, name, a.Units))
	}
	if heaviest.Kg > 0 {
		lines = append(lines, fmt.Sprintf("Heaviest set: %s × %d on %s.", training.Weight(heaviest.Kg, a.Units), heaviest.Reps, heavyDay))
	}
	if best.Kg > 0 {
		lines = append(lines, fmt.Sprintf("Best estimated max: %s on %s (an estimate, not a lift you did).", training.Weight(halfKilo(best.Kg), a.Units), bestDay))
	}
	h.Text = strings.Join(lines, "\n")
	if len(points) < 2 {
		return h, nil
	}
	var err error
	h.Picture, h.Alt, err = chart.Lift(chart.LiftData{Exercise: name, Units: a.Units, Points: points})
	return h, err
}

// halfKilo rounds an estimate to what it is good for.
func halfKilo(kg float64) float64 { return float64(int(kg*2+0.5)) / 2 }

// setsOf is one exercise of a session in a line.
func setsOf(s training.Session, name string, u training.Units) string {
	for _, line := range s.Details(u) {
		if strings.HasPrefix(line, name) {
			return strings.TrimSpace(strings.TrimPrefix(line, name))
		}
	}
	return s.Headline(u)
}
