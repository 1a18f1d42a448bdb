package coach

import (
	"context"
	"fmt"

	"tandem/coach/training"
)

// Kept counts what is kept of an athlete, by class of data.
type Kept struct {
	Sessions int
	CheckIns int
	Notes    int // sessions and check-ins with words or pain in them
}

// Kept counts the athlete's whole log.
func (c *Coach) Kept(ctx context.Context, st Store, a Athlete) (k Kept, err error) {
	err = everySession(ctx, st, a, func(s training.Session) error {
		k.Sessions++
		if s.Note != "" {
			k.Notes++
		}
		return nil
	})
	if err != nil {
		return k, err
	}
	answers, err := st.CheckInsBetween(ctx, a.ID, training.DateOf(firstDay), training.DateOf(lastDay))
	if err != nil {
		return k, fmt.Errorf("load check-ins: %w", err)
	}
	k.CheckIns = len(answers)
	for _, answer := range answers {
		if answer.Pain != "" || answer.Note != "" || answer.NoPain {
			k.Notes++
		}
	}
	return k, nil
}
