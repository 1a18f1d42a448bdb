package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"math"
	"strings"
	"time"

	"tandem/coach"
	"tandem/scheduler"
)

var _ scheduler.Store = (*Store)(nil)

// One look at the head of four indexes, and one number: it runs every second.
// 0 = settings changed; nothing = the greatest number there is.
const (
	selectNextDue = `
SELECT iif(EXISTS (SELECT 1 FROM athletes WHERE replan = 1), 0, min(
	coalesce((SELECT min(due) FROM plans), ?1),
	coalesce((SELECT min(due) FROM follow_ups WHERE sent IS NULL), ?1),
	coalesce((SELECT min(next) FROM outbox WHERE next IS NOT NULL), ?1)))`
	nothing = math.MaxInt64
)

// NextDue is the earliest moment at which something is to be done; the zero
// time when settings changed, false when nothing is planned.
func (s *Store) NextDue(ctx context.Context) (time.Time, bool, error) {
	var first int64
	err := s.read.with(ctx, "wait", func(c *connection) error { return c.row(ctx, selectNextDue, nothing).Scan(&first) })
	switch {
	case err != nil:
		return time.Time{}, false, fmt.Errorf("read what is due next: %w", err)
	case first == 0:
		return time.Time{}, true, nil
	case first == nothing:
		return time.Time{}, false, nil
	}
	return time.UnixMilli(first).UTC(), true, nil
}

const (
	selectReplan = `SELECT id FROM athletes WHERE replan = 1 ORDER BY id LIMIT ?`
	planned      = `UPDATE athletes SET replan = 0 WHERE id = ?`
	selectPlans  = `
SELECT id, athlete, team, kind, rule, zone, from_day, day, due FROM plans WHERE athlete = ? ORDER BY kind`
	deletePlans = `DELETE FROM plans WHERE athlete = ?`
	insertPlan  = `
INSERT INTO plans (athlete, team, kind, rule, zone, from_day, day, due, since) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`
)

// Replan replaces the plans of athletes whose settings changed.
func (s *Store) Replan(ctx context.Context, now time.Time, limit int, derive func(coach.Athlete, []scheduler.Plan) ([]scheduler.Plan, bool)) (n int, err error) {
	err = s.update(ctx, func(t *tx) error {
		ids, err := t.ids(ctx, selectReplan, limit)
		if err != nil {
			return err
		}
		for _, id := range ids {
			done, err := t.replan(ctx, coach.AthleteID(id), now, derive)
			if err != nil {
				return fmt.Errorf("athlete %d: %w", id, err)
			}
			if done {
				n++
			}
		}
		return nil
	})
	return n, wrap("plan anew", err)
}

func (t *tx) replan(ctx context.Context, id coach.AthleteID, now time.Time, derive func(coach.Athlete, []scheduler.Plan) ([]scheduler.Plan, bool)) (bool, error) {
	a, err := t.Athlete(ctx, id)
	if err != nil {
		return false, err
	}
	have, err := t.plans(ctx, selectPlans, id)
	if err != nil {
		return false, err
	}
	plans, ok := derive(a, have)
	if !ok {
		return false, nil
	}
	if _, err := t.exec(ctx, deletePlans, id); err != nil {
		return false, err
	}
	for _, p := range plans {
		if err := t.insertPlan(ctx, p, now); err != nil {
			return false, err
		}
	}
	_, err = t.exec(ctx, planned, id)
	return true, err
}

func (t *tx) insertPlan(ctx context.Context, p scheduler.Plan, now time.Time) error {
	_, err := t.exec(ctx, insertPlan, owner(p.Athlete), p.Team, p.Kind, p.Rule, p.Zone, p.From.String(), p.Date.String(), p.Due.UnixMilli(), now.UnixMilli())
	return err
}

// owner is an athlete's id, NULL for a team.
func owner(id coach.AthleteID) sql.NullInt64 {
	return sql.NullInt64{Int64: int64(id), Valid: id != 0}
}

// plans reads the columns of selectPlans.
func (t *tx) plans(ctx context.Context, query string, args ...any) (out []scheduler.Plan, err error) {
	err = t.each(ctx, query, func(r *sql.Rows) error {
		var p scheduler.Plan
		var athlete sql.NullInt64
		err := r.Scan(&p.ID, &athlete, &p.Team, &p.Kind, &p.Rule, &p.Zone, dateScan{&p.From}, dateScan{&p.Date}, instantScan{&p.Due})
		p.Athlete = coach.AthleteID(athlete.Int64)
		out = append(out, p)
		return err
	}, args...)
	return out, err
}

func (t *tx) ids(ctx context.Context, query string, args ...any) (out []int64, err error) {
	err = t.each(ctx, query, func(r *sql.Rows) error {
		var id int64
		err := r.Scan(&id)
		out = append(out, id)
		return err
	}, args...)
	return out, err
}

const (
	// In order of the primary key, from where the last batch ended.
	selectLaterPlans = `
SELECT id, athlete, team, kind, rule, zone, from_day, day, due FROM plans WHERE id > ? AND due > ? ORDER BY id LIMIT ?`
	movePlan   = `UPDATE plans SET day = ?, due = ? WHERE id = ?`
	deletePlan = `DELETE FROM plans WHERE id = ?`

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
		n, err := s.moveAll(ctx, plans, again)
		if err != nil {
			return changed, fmt.Errorf("refresh plans: %w", err)
		}
		changed += n
		after = plans[len(plans)-1].ID
	}
}

// moveAll keeps those plans that are due at another moment than they say.
func (s *Store) moveAll(ctx context.Context, plans []scheduler.Plan, again func(scheduler.Plan) scheduler.Plan) (n int, err error) {
	var moved []scheduler.Plan
	for _, p := range plans {
		if q := again(p); !q.Due.Equal(p.Due) || q.Date != p.Date {
			moved = append(moved, q)
		}
	}
	if len(moved) == 0 {
		return 0, nil
	}
	return len(moved), s.update(ctx, func(t *tx) error {
		for _, p := range moved {
			if _, err := t.exec(ctx, movePlan, p.Date.String(), p.Due.UnixMilli(), p.ID); err != nil {
				return err
			}
		}
		return nil
	})
}

const countPlanned = `SELECT count(*) FROM plans WHERE due >= ? AND due < ?`

// PlannedWithin counts the plans due in [from, to).
func (s *Store) PlannedWithin(ctx context.Context, from, to time.Time) (n int, err error) {
	err = s.look(ctx, func(t *tx) error { return t.row(ctx, countPlanned, from.UnixMilli(), to.UnixMilli()).Scan(&n) })
	return n, wrap("count plans", err)
}

// By plans_due; the identity that the athlete used last is where a delivery goes.
const selectLanes = `
SELECT p.athlete, coalesce((SELECT platform || char(31) || workspace FROM identities i
	WHERE i.athlete = p.athlete ORDER BY turned_to DESC, platform, workspace, person LIMIT 1), '')
FROM plans p WHERE p.due >= ? AND p.due < ? AND p.athlete IS NOT NULL`

// DueLanes tells of each athlete's plan due in [from, to) whose limits it counts against.
func (s *Store) DueLanes(ctx context.Context, from, to time.Time, tell func(coach.AthleteID, scheduler.Lane)) error {
	err := s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectLanes, func(r *sql.Rows) error {
			var id coach.AthleteID
			var where string
			if err := r.Scan(&id, &where); err != nil {
				return err
			}
			platform, workspace, _ := strings.Cut(where, "\x1f")
			tell(id, scheduler.Lane{Platform: platform, Workspace: workspace})
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
WHERE i.platform = ? AND i.workspace = ? AND a.team = 1 AND a.consent_given = 1 ORDER BY a.id`
)

// PlanTeams replaces the plans of teams.
func (s *Store) PlanTeams(ctx context.Context, plans []scheduler.Plan) error {
	err := s.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, deleteTeamPlans); err != nil {
			return err
		}
		for _, p := range plans {
			if err := t.insertPlan(ctx, p, p.Due); err != nil {
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
