package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"tandem/coach"
	"tandem/scheduler"
)

const (
	selectDuePlans = `
SELECT id, athlete, team, kind, rule, zone, from_day, day, due FROM plans WHERE due <= ? ORDER BY due LIMIT ?`

	insertOccurrence = `
INSERT INTO outbox (athlete, team, kind, once, day, due, promised, expires, state, next, session, text, why, ended)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
)

// SweepPlans turns due plans into occurrences and moves them on, all of a batch
// or none.
func (s *Store) SweepPlans(ctx context.Context, now time.Time, limit int, advance func(scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan)) (n int, err error) {
	err = s.update(ctx, func(t *tx) error {
		plans, err := t.plans(ctx, selectDuePlans, now.UnixMilli(), limit)
		if err != nil {
			return err
		}
		n = len(plans)
		for _, p := range plans {
			occurrences, moved := advance(p)
			for _, o := range occurrences {
				if err := t.occur(ctx, o, now); err != nil {
					return err
				}
			}
			if moved.Due.IsZero() {
				_, err = t.exec(ctx, deletePlan, p.ID)
			} else {
				_, err = t.exec(ctx, movePlan, moved.Date.String(), moved.Due.UnixMilli(), p.ID)
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return n, wrap("sweep plans", err)
}

// occur keeps an occurrence unless there was one already.
func (t *tx) occur(ctx context.Context, o scheduler.Occurrence, now time.Time) error {
	next, ended := instant(o.Promised), sql.NullInt64{}
	if o.State.Final() {
		next, ended = sql.NullInt64{}, instant(now)
	}
	_, err := t.exec(ctx, insertOccurrence, owner(o.Athlete), o.Team, o.Kind, o.Once, o.Date.String(),
		o.Due.UnixMilli(), o.Promised.UnixMilli(), o.Expires.UnixMilli(), o.State, next, o.Session, o.Text, o.Why, ended)
	return err
}

const (
	// By follow_ups_due.
	selectDueFollowUps = `
SELECT f.athlete, f.key, f.kind, f.due, f.session, f.text, a.zone
FROM follow_ups f JOIN athletes a ON a.id = f.athlete
WHERE f.sent IS NULL AND f.due <= ? ORDER BY f.due LIMIT ?`

	// What a follow-up says goes with it; the date of one put off is no secret,
	// and tells that the athlete was there.
	takeFollowUp = `
UPDATE follow_ups SET sent = ?, text = CASE kind WHEN 'snoozed' THEN text ELSE '' END WHERE athlete = ? AND key = ?`
)

// SweepFollowUps turns due follow-ups into occurrences.
func (s *Store) SweepFollowUps(ctx context.Context, now time.Time, limit int, occur func(coach.AthleteID, string, coach.FollowUp) scheduler.Occurrence) (n int, err error) {
	type due struct {
		id   coach.AthleteID
		zone string
		coach.FollowUp
	}
	err = s.update(ctx, func(t *tx) error {
		var found []due
		err := t.each(ctx, selectDueFollowUps, func(r *sql.Rows) error {
			var f due
			err := r.Scan(&f.id, &f.Key, &f.Kind, instantScan{&f.Due}, &f.Session, &f.Text, &f.zone)
			found = append(found, f)
			return err
		}, now.UnixMilli(), limit)
		if err != nil {
			return err
		}
		n = len(found)
		for _, f := range found {
			if err := t.occur(ctx, occur(f.id, f.zone, f.FollowUp), now); err != nil {
				return err
			}
			if _, err := t.exec(ctx, takeFollowUp, now.UnixMilli(), f.id, f.Key); err != nil {
				return err
			}
		}
		return nil
	})
	return n, wrap("sweep follow-ups", err)
}

const (
	purgeOutbox    = `DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE ended < ?1 ORDER BY ended LIMIT ?2)`
	purgeFollowUps = `
DELETE FROM follow_ups WHERE (athlete, key) IN (SELECT athlete, key FROM follow_ups WHERE sent < ?1 ORDER BY sent LIMIT ?2)`
)

// PurgeOutbox forgets deliveries that ended before, and follow-ups sent before.
func (s *Store) PurgeOutbox(ctx context.Context, before time.Time) (n int, err error) {
	for _, query := range []string{purgeOutbox, purgeFollowUps} {
		gone, err := s.purge(ctx, query, before.UnixMilli())
		if err != nil {
			return n, fmt.Errorf("purge outbox: %w", err)
		}
		n += gone
	}
	return n, nil
}

// Looks at every row: clocks are seldom put back.
const forgetMissed = `DELETE FROM outbox WHERE state = 'expired' AND due > ?`

// ForgetMissed forgets what expired before it was due.
func (s *Store) ForgetMissed(ctx context.Context, now time.Time) (n int, err error) {
	err = s.update(ctx, func(t *tx) error {
		rows, err := t.exec(ctx, forgetMissed, now.UnixMilli())
		n = int(rows)
		return err
	})
	return n, wrap("forget missed deliveries", err)
}
