package bot

import (
	"context"
	"fmt"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// Team is a workspace whose members may opt in to a weekly digest, and the
// channel that it goes to.
type Team struct {
	Platform, Workspace, Channel string
}

// TeamLeast is how many members must take part before anything is counted: with
// fewer, a count would be somebody's answer.
const TeamLeast = 5

// Digest posts a team's week as counts: how many took part, what was done
// together. Nobody's answers, names or loads are in it.
func (r *Router) Digest(ctx context.Context, team Team, members []coach.AthleteID, key string) error {
	var week tally
	err := r.Store.View(ctx, func(tx Tx) error {
		for _, id := range members {
			if err := week.add(ctx, tx, id, r.Now()); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("count the team's week: %w", err)
	}
	if week.people < TeamLeast {
		return Skip("fewer than five take part")
	}
	a, ok := r.adapters[team.Platform]
	if !ok {
		return Skip("platform not connected")
	}
	to := Address{Person: Person{Platform: team.Platform, Workspace: team.Workspace}, Channel: team.Channel}
	return a.Send(ctx, to, Reply{Kind: Review, Public: true, Text: week.text()}, key)
}

// tally is a team's week.
type tally struct {
	people, lifts, cardio, checkIns int
}

// add counts one member who still wants to be counted.
func (w *tally) add(ctx context.Context, tx Tx, id coach.AthleteID, now time.Time) error {
	a, err := tx.Athlete(ctx, id)
	if err != nil || !a.Reminders.Team || !a.Consent.Given {
		return err
	}
	w.people++
	sessions, err := tx.SessionsBetween(ctx, id, now.AddDate(0, 0, -7), now)
	if err != nil {
		return fmt.Errorf("load sessions: %w", err)
	}
	for _, s := range sessions {
		switch {
		case s.Kind == training.Lift:
			w.lifts++
		case s.Cardio():
			w.cardio++
		}
	}
	today := a.Today(now)
	answers, err := tx.CheckInsBetween(ctx, id, today.Add(-6), today)
	if err != nil {
		return fmt.Errorf("load check-ins: %w", err)
	}
	w.checkIns += len(answers)
	return nil
}

func (w *tally) text() string {
	return strings.Join([]string{
		fmt.Sprintf("The team's week, %d of us counted:", w.people),
		"• " + count(w.lifts, "lifting session"),
		"• " + count(w.cardio, "cardio session"),
		"• " + count(w.checkIns, "check-in") + " answered",
		"Only counts, by those who opted in (`reminders team on`).",
	}, "\n")
}
