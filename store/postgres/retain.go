package postgres

import (
	"context"
	"fmt"
	"time"
)

// retainBatch is how many athletes are gone through in one transaction, so that
// messages get their turn between.
const retainBatch = 200

const (
	selectAthletesAfter = `SELECT id FROM athletes WHERE id > $1 ORDER BY id LIMIT $2`

	// Each by its table's own key, from the athlete's first row. Of the reasons
	// behind answers an athlete has at most store.MaxExplanations.
	retainSessions     = `DELETE FROM sessions WHERE athlete = ANY ($1) AND start < $2`
	retainCheckIns     = `DELETE FROM check_ins WHERE athlete = ANY ($1) AND day < $2`
	retainSkips        = `DELETE FROM skips WHERE athlete = ANY ($1) AND day < $2`
	retainExplanations = `
DELETE FROM explanations WHERE athlete = ANY ($1) AND extract(epoch FROM (body::jsonb ->> 'at')::timestamptz) * 1000 < $2`
)

// Retain deletes every athlete's sessions that started before, their check-ins
// and skips of earlier days, and the reasons behind earlier answers. It returns
// how many sessions and check-ins went. The next Purge clears what the deleted
// rows left in the tables' files.
func (s *Store) Retain(ctx context.Context, before time.Time) (removed int, err error) {
	for after := int64(0); ; {
		var ids []int64
		err := s.look(ctx, func(t *tx) (err error) {
			ids, err = t.ids(ctx, selectAthletesAfter, after, retainBatch)
			return err
		})
		if err != nil || len(ids) == 0 {
			return removed, wrap("retain", err)
		}
		n, err := s.retainOf(ctx, ids, before)
		if err != nil {
			return removed, fmt.Errorf("retain: %w", err)
		}
		removed += n
		after = ids[len(ids)-1]
	}
}

func (s *Store) retainOf(ctx context.Context, ids []int64, before time.Time) (removed int, err error) {
	instant, day := before.UnixMilli(), before.UTC().Format(time.DateOnly)
	err = s.update(ctx, func(t *tx) error {
		for _, step := range []struct {
			query string
			limit any
			told  bool // by the athlete
		}{
			{retainSessions, instant, true},
			{retainCheckIns, day, true},
			{retainSkips, day, false},
			{retainExplanations, instant, false},
		} {
			n, err := t.exec(ctx, step.query, ids, step.limit)
			if err != nil {
				return err
			}
			if step.told {
				removed += int(n)
			}
		}
		if removed == 0 {
			return nil
		}
		_, err := t.exec(ctx, askForVacuum)
		return err
	})
	return removed, err
}
