package postgres

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/coach"
	"tandem/scheduler"
)

var _ scheduler.Store = (*Store)(nil)

// One look at the head of five indexes; nothing is read beside. What a job queue
// carries wants attention only when that has not brought it.
const selectNextDue = `
SELECT EXISTS (SELECT 1 FROM athletes WHERE replan),
	(SELECT min(due) FROM plans),
	(SELECT min(due) FROM follow_ups WHERE sent IS NULL),
	least((SELECT min(next) FROM outbox WHERE next IS NOT NULL AND queued IS NULL),
		(SELECT min(queued) FROM outbox WHERE queued IS NOT NULL))`

// NextDue is the earliest moment at which something is to be done; the zero
// time when settings changed, false when nothing is planned.
func (s *Store) NextDue(ctx context.Context) (time.Time, bool, error) {
	var changed bool
	var plan, followUp, delivery *int64
	if err := s.pool.QueryRow(ctx, selectNextDue).Scan(&changed, &plan, &followUp, &delivery); err != nil {
		return time.Time{}, false, fmt.Errorf("read what is due next: %w", err)
	}
	if changed {
		return time.Time{}, true, nil
	}
	var first time.Time
	for _, ms := range []*int64{plan, followUp, delivery} {
		if at := moment(ms); ms != nil && (first.IsZero() || at.Before(first)) {
			first = at
		}
	}
	return first, !first.IsZero(), nil
}

const tryLock = `SELECT pg_try_advisory_xact_lock($1)`

// sweeping runs fn in a transaction as the only one that plans, on all
// processes; not at all while another does.
func (s *Store) sweeping(ctx context.Context, fn func(*tx) error) error {
	return s.update(ctx, func(t *tx) error {
		var alone bool
		if err := t.row(ctx, tryLock, int64(sweepLock)).Scan(&alone); err != nil || !alone {
			return err
		}
		return fn(t)
	})
}

const (
	// By athletes_replan. Who is in a conversation now is left for later.
	selectReplan = `SELECT ` + athleteColumns + ` FROM athletes a WHERE a.replan ORDER BY a.id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`
	planned      = `UPDATE athletes SET replan = false WHERE id = ANY ($1)`
	planColumns  = `SELECT id, athlete, team, kind, rule, zone, from_day, day, due FROM plans `
	selectPlans  = planColumns + `WHERE athlete = ANY ($1) ORDER BY athlete, kind`
	deletePlans  = `DELETE FROM plans WHERE athlete = ANY ($1)`
	insertPlans  = `
INSERT INTO plans (athlete, team, kind, rule, zone, from_day, day, due, since)
SELECT *, $9::bigint FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bigint[])`
)

// Replan replaces the plans of athletes whose settings changed.
func (s *Store) Replan(ctx context.Context, now time.Time, limit int, derive func(coach.Athlete, []scheduler.Plan) ([]scheduler.Plan, bool)) (n int, err error) {
	err = s.sweeping(ctx, func(t *tx) error {
		athletes, err := t.athletes(ctx, selectReplan, limit)
		if err != nil || len(athletes) == 0 {
			return err
		}
		have, err := t.plansOf(ctx, athletes)
		if err != nil {
			return err
		}
		var done []int64
		var plans []scheduler.Plan
		for _, a := range athletes {
			if ps, ok := derive(a, have[a.ID]); ok {
				done, plans = append(done, int64(a.ID)), append(plans, ps...)
			}
		}
		n = len(done)
		if n == 0 {
			return nil
		}
		if _, err := t.exec(ctx, deletePlans, done); err != nil {
			return err
		}
		if err := t.insertPlans(ctx, plans, now); err != nil {
			return err
		}
		_, err = t.exec(ctx, planned, done)
		return err
	})
	return n, wrap("plan anew", err)
}

func (t *tx) athletes(ctx context.Context, query string, args ...any) (out []coach.Athlete, err error) {
	err = t.each(ctx, query, func(r pgx.Rows) error {
		a, err := scanAthlete(r)
		out = append(out, a)
		return err
	}, args...)
	return out, err
}

func (t *tx) plansOf(ctx context.Context, athletes []coach.Athlete) (map[coach.AthleteID][]scheduler.Plan, error) {
	ids := make([]int64, len(athletes))
	for i, a := range athletes {
		ids[i] = int64(a.ID)
	}
	plans, err := t.plans(ctx, selectPlans, ids)
	of := map[coach.AthleteID][]scheduler.Plan{}
	for _, p := range plans {
		of[p.Athlete] = append(of[p.Athlete], p)
	}
	return of, err
}

// insertPlans keeps all of them in one statement.
func (t *tx) insertPlans(ctx context.Context, plans []scheduler.Plan, now time.Time) error {
	if len(plans) == 0 {
		return nil
	}
	var athletes []*int64
	var teams, kinds, rules, zones, from, days []string
	var due []int64
	for _, p := range plans {
		athletes, teams, kinds = append(athletes, holder(p.Athlete)), append(teams, p.Team), append(kinds, string(p.Kind))
		rules, zones = append(rules, p.Rule), append(zones, p.Zone)
		from, days, due = append(from, p.From.String()), append(days, p.Date.String()), append(due, p.Due.UnixMilli())
	}
	_, err := t.exec(ctx, insertPlans, athletes, teams, kinds, rules, zones, from, days, due, now.UnixMilli())
	return err
}

// holder is an athlete's id, NULL for a team.
func holder(id coach.AthleteID) *int64 {
	if id == 0 {
		return nil
	}
	n := int64(id)
	return &n
}

// plans reads planColumns.
func (t *tx) plans(ctx context.Context, query string, args ...any) (out []scheduler.Plan, err error) {
	err = t.each(ctx, query, func(r pgx.Rows) error {
		var p scheduler.Plan
		var athlete *int64
		err := r.Scan(&p.ID, &athlete, &p.Team, &p.Kind, &p.Rule, &p.Zone, dateScan{&p.From}, dateScan{&p.Date}, instantScan{&p.Due})
		if athlete != nil {
			p.Athlete = coach.AthleteID(*athlete)
		}
		out = append(out, p)
		return err
	}, args...)
	return out, err
}

func (t *tx) ids(ctx context.Context, query string, args ...any) (out []int64, err error) {
	err = t.each(ctx, query, func(r pgx.Rows) error {
		var id int64
		err := r.Scan(&id)
		out = append(out, id)
		return err
	}, args...)
	return out, err
}

const (
	// In order of the primary key, from where the last batch ended.
	selectLaterPlans = planColumns + `WHERE id > $1 AND due > $2 ORDER BY id LIMIT $3`

	// Not what another process has moved meanwhile.
	movePlans = `
UPDATE plans SET day = moved.day, due = moved.due
FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[]) AS moved (id, was, day, due)
WHERE plans.id = moved.id AND plans.due = moved.was`

	refreshBatch = 1000 // plans
)

// RefreshPlans has every plan due after now looked at again.
func (s *Store) RefreshPlans(ctx context.Context, now time.Time, again func(scheduler.Plan) scheduler.Plan) (changed int, err error) {
	for after := int64(0); ; {
		var plans []scheduler.Plan
		err := s.look(ctx, func(t *tx) (err error) {
			plans, err = t.plans(ctx, selectLaterPlans, after, now.UnixMilli(), refreshBatch)
			return err
		})
		if err != nil || len(plans) == 0 {
			return changed, wrap("refresh plans", err)
		}
		var moved moves
		for _, p := range plans {
			if q := again(p); !q.Due.Equal(p.Due) || q.Date != p.Date {
				moved.add(p, q)
			}
		}
		err = s.update(ctx, func(t *tx) error { return t.move(ctx, moved) })
		if err != nil {
			return changed, fmt.Errorf("refresh plans: %w", err)
		}
		changed += len(moved.ids)
		after = plans[len(plans)-1].ID
	}
}

// moves are plans with a new date and instant.
type moves struct {
	ids, was []int64
	days     []string
	due      []int64
}

func (m *moves) add(from, to scheduler.Plan) {
	m.ids, m.was = append(m.ids, from.ID), append(m.was, from.Due.UnixMilli())
	m.days, m.due = append(m.days, to.Date.String()), append(m.due, to.Due.UnixMilli())
}

func (t *tx) move(ctx context.Context, m moves) error {
	if len(m.ids) == 0 {
		return nil
	}
	_, err := t.exec(ctx, movePlans, m.ids, m.was, m.days, m.due)
	return err
}

const countPlanned = `SELECT count(*) FROM plans WHERE due >= $1 AND due < $2`

// PlannedWithin counts the plans due in [from, to).
func (s *Store) PlannedWithin(ctx context.Context, from, to time.Time) (n int, err error) {
	err = s.pool.QueryRow(ctx, countPlanned, from.UnixMilli(), to.UnixMilli()).Scan(&n)
	return n, wrap("count plans", err)
}

// By plans_due; the identity that the athlete used last is where a delivery goes.
const selectLanes = `
SELECT p.athlete, coalesce(i.platform, ''), coalesce(i.workspace, '') FROM plans p
LEFT JOIN LATERAL (
	SELECT platform, workspace FROM identities WHERE athlete = p.athlete
	ORDER BY turned_to DESC, platform, workspace, person LIMIT 1) i ON true
WHERE p.due >= $1 AND p.due < $2 AND p.athlete IS NOT NULL`

// DueLanes tells of each athlete's plan due in [from, to) whose limits it counts against.
func (s *Store) DueLanes(ctx context.Context, from, to time.Time, tell func(coach.AthleteID, scheduler.Lane)) error {
	err := s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectLanes, func(r pgx.Rows) error {
			var id coach.AthleteID
			var l scheduler.Lane
			if err := r.Scan(&id, &l.Platform, &l.Workspace); err != nil {
				return err
			}
			tell(id, l)
			return nil
		}, from.UnixMilli(), to.UnixMilli())
	})
	return wrap("read whose limits plans count against", err)
}

const (
	deleteTeamPlans = `DELETE FROM plans WHERE athlete IS NULL`

	// By the identities' primary key.
	selectMembers = `
SELECT DISTINCT a.id FROM identities i JOIN athletes a ON a.id = i.athlete
WHERE i.platform = $1 AND i.workspace = $2 AND a.team AND a.consent_given ORDER BY a.id`
)

// PlanTeams replaces the plans of teams. Processes that start together take
// their turns.
func (s *Store) PlanTeams(ctx context.Context, plans []scheduler.Plan) error {
	err := s.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, lockUntilCommit, int64(sweepLock)); err != nil {
			return err
		}
		if _, err := t.exec(ctx, deleteTeamPlans); err != nil {
			return err
		}
		for _, p := range plans {
			if err := t.insertPlans(ctx, []scheduler.Plan{p}, p.Due); err != nil {
				return err
			}
		}
		return nil
	})
	return wrap("plan teams", err)
}

// TeamMembers are the athletes of a workspace who opted in.
func (s *Store) TeamMembers(ctx context.Context, platform, workspace string) (out []coach.AthleteID, err error) {
	err = s.look(ctx, func(t *tx) error {
		ids, err := t.ids(ctx, selectMembers, platform, workspace)
		for _, id := range ids {
			out = append(out, coach.AthleteID(id))
		}
		return err
	})
	return out, wrap("read team", err)
}
