package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/coach"
	"tandem/scheduler"
)

const (
	// By plans_due.
	selectDuePlans = planColumns + `WHERE due <= $1 ORDER BY due, id LIMIT $2`
	deleteOver     = `DELETE FROM plans WHERE id = ANY ($1)`

	// Keeps athletes from being erased until the commit; who is not there any more
	// is not returned.
	holdAthletes = `SELECT id FROM athletes WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE`

	insertOccurrences = `
INSERT INTO outbox (athlete, team, kind, once, day, due, promised, expires, state, next, session, text, why, ended)
SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::bigint[],
	$9::text[], $10::bigint[], $11::text[], $12::text[], $13::text[], $14::bigint[])
ON CONFLICT DO NOTHING`
)

// SweepPlans turns due plans into occurrences and moves them on, all of a batch
// or none; nothing while another process sweeps.
func (s *Store) SweepPlans(ctx context.Context, now time.Time, limit int, advance func(scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan)) (n int, err error) {
	err = s.sweeping(ctx, func(t *tx) error {
		plans, err := t.plans(ctx, selectDuePlans, now.UnixMilli(), limit)
		if err != nil || len(plans) == 0 {
			return err
		}
		n = len(plans)
		held := make([]int64, 0, n)
		for _, p := range plans {
			held = append(held, int64(p.Athlete))
		}
		there, err := t.hold(ctx, held)
		if err != nil {
			return err
		}
		var occurrences []scheduler.Occurrence
		var moved moves
		var over []int64
		for _, p := range plans {
			if p.Athlete != 0 && !there[p.Athlete] {
				continue
			}
			made, next := advance(p)
			occurrences = append(occurrences, made...)
			if next.Due.IsZero() {
				over = append(over, p.ID)
			} else {
				moved.add(p, next)
			}
		}
		if err := t.occur(ctx, occurrences, now); err != nil {
			return err
		}
		if err := t.move(ctx, moved); err != nil || len(over) == 0 {
			return err
		}
		_, err = t.exec(ctx, deleteOver, over)
		return err
	})
	return n, wrap("sweep plans", err)
}

// hold keeps athletes from being erased until the commit, and tells who is there.
func (t *tx) hold(ctx context.Context, ids []int64) (map[coach.AthleteID]bool, error) {
	found, err := t.ids(ctx, holdAthletes, ids)
	there := make(map[coach.AthleteID]bool, len(found))
	for _, id := range found {
		there[coach.AthleteID(id)] = true
	}
	return there, err
}

// occur keeps occurrences, each unless there was one already. Their athletes are held.
func (t *tx) occur(ctx context.Context, occurrences []scheduler.Occurrence, now time.Time) error {
	if len(occurrences) == 0 {
		return nil
	}
	var athletes, next, ended []*int64
	var teams, kinds, onces, days, states, sessions, texts, whys []string
	var due, promised, expires []int64
	for _, o := range occurrences {
		athletes, teams = append(athletes, holder(o.Athlete)), append(teams, o.Team)
		kinds, onces, days = append(kinds, string(o.Kind)), append(onces, o.Once), append(days, o.Date.String())
		due, promised, expires = append(due, o.Due.UnixMilli()), append(promised, o.Promised.UnixMilli()), append(expires, o.Expires.UnixMilli())
		states = append(states, string(o.State))
		if o.State.Final() {
			next, ended = append(next, nil), append(ended, instant(now))
		} else {
			next, ended = append(next, instant(o.Promised)), append(ended, nil)
		}
		sessions, texts, whys = append(sessions, o.Session), append(texts, o.Text), append(whys, o.Why)
	}
	_, err := t.exec(ctx, insertOccurrences, athletes, teams, kinds, onces, days, due, promised, expires,
		states, next, sessions, texts, whys, ended)
	return err
}

const (
	// By follow_ups_due.
	selectDueFollowUps = `
SELECT f.athlete, f.key, f.kind, f.due, f.session, f.text, a.zone
FROM follow_ups f JOIN athletes a ON a.id = f.athlete
WHERE f.sent IS NULL AND f.due <= $1 ORDER BY f.due LIMIT $2 FOR KEY SHARE OF a SKIP LOCKED`

	// What a follow-up says goes with it; the date of one put off is no secret,
	// and tells that the athlete was there.
	takeFollowUps = `
UPDATE follow_ups f SET sent = $1, text = CASE f.kind WHEN 'snoozed' THEN f.text ELSE '' END
FROM unnest($2::bigint[], $3::text[]) AS taken (athlete, key) WHERE f.athlete = taken.athlete AND f.key = taken.key`
)

// SweepFollowUps turns due follow-ups into occurrences; nothing while another
// process sweeps.
func (s *Store) SweepFollowUps(ctx context.Context, now time.Time, limit int, occur func(coach.AthleteID, string, coach.FollowUp) scheduler.Occurrence) (n int, err error) {
	err = s.sweeping(ctx, func(t *tx) error {
		var occurrences []scheduler.Occurrence
		var athletes []int64
		var keys []string
		err := t.each(ctx, selectDueFollowUps, func(r pgx.Rows) error {
			var id coach.AthleteID
			var zone string
			var f coach.FollowUp
			if err := r.Scan(&id, &f.Key, &f.Kind, instantScan{&f.Due}, &f.Session, &f.Text, &zone); err != nil {
				return err
			}
			occurrences = append(occurrences, occur(id, zone, f))
			athletes, keys = append(athletes, int64(id)), append(keys, f.Key)
			return nil
		}, now.UnixMilli(), limit)
		if err != nil || len(keys) == 0 {
			return err
		}
		n = len(keys)
		if err := t.occur(ctx, occurrences, now); err != nil {
			return err
		}
		_, err = t.exec(ctx, takeFollowUps, now.UnixMilli(), athletes, keys)
		return err
	})
	return n, wrap("sweep follow-ups", err)
}

const (
	purgeOutbox = `
DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE ended < $1 ORDER BY ended LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeFollowUps = `
DELETE FROM follow_ups WHERE (athlete, key) IN (
	SELECT athlete, key FROM follow_ups WHERE sent < $1 ORDER BY sent LIMIT $2 FOR UPDATE SKIP LOCKED)`
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
const forgetMissed = `DELETE FROM outbox WHERE state = 'expired' AND due > $1`

// ForgetMissed forgets what expired before it was due.
func (s *Store) ForgetMissed(ctx context.Context, now time.Time) (n int, err error) {
	gone, err := s.pool.Exec(ctx, forgetMissed, now.UnixMilli())
	return int(gone.RowsAffected()), wrap("forget missed deliveries", err)
}
