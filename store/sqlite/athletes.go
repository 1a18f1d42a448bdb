package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"tandem/coach"
)

const (
	athleteColumns = `
	a.id, a.goal, a.experience, a.units, a.zone, a.event, a.deload, a.consent_given, a.consent_version, a.consent_at, a.consent_without,
	a.checkin_at, a.checkin_days, a.checkin_cron, a.quiet, a.nudge, a.after_session, a.six_hours, a.review, a.team,
	a.pause_until, a.pause_reason, a.hold_tier, a.hold_group, a.hold_at, a.set_up, a.created`
	selectAthlete = `
SELECT ` + athleteColumns + ` FROM athletes AS a WHERE a.id = ?`
)

// Athlete returns the settings, or coach.ErrNotFound.
func (t *tx) Athlete(ctx context.Context, id coach.AthleteID) (coach.Athlete, error) {
	if a, known := t.met.Athlete(id); known {
		return a, nil
	}
	a, err := scanAthlete(t.row(ctx, selectAthlete, id))
	if err != nil {
		return coach.Athlete{}, fmt.Errorf("athlete %d: %w", id, missing(err))
	}
	return a, nil
}

// scanAthlete reads athleteColumns, and what comes behind them.
func scanAthlete(row interface{ Scan(...any) error }, more ...any) (a coach.Athlete, err error) {
	r := &a.Reminders
	err = row.Scan(append([]any{&a.ID, &a.Goal, &a.Experience, &a.Units, &a.Zone, dateScan{&a.Event}, dateScan{&a.Deload},
		&a.Consent.Given, &a.Consent.Version, instantScan{&a.Consent.At}, &a.Consent.Without,
		&r.CheckIn, &r.Days, &r.Cron, &r.Quiet, &r.Nudge, &r.AfterSession, &r.SixHours, &r.Review, &r.Team,
		dateScan{&a.Pause.Until}, &a.Pause.Reason, &a.Hold.Tier, &a.Hold.Group, instantScan{&a.Hold.At},
		&a.SetUp, instantScan{&a.Created}}, more...)...)
	return a, err
}

const updateAthlete = `
UPDATE athletes SET goal = ?, experience = ?, units = ?, zone = ?, event = ?, deload = ?,
	consent_given = ?, consent_version = ?, consent_at = ?, consent_without = ?,
	checkin_at = ?, checkin_days = ?, checkin_cron = ?, quiet = ?, nudge = ?, after_session = ?, six_hours = ?, review = ?, team = ?,
	pause_until = ?, pause_reason = ?, hold_tier = ?, hold_group = ?, hold_at = ?, set_up = ?, created = ?, replan = 1
WHERE id = ?`

// SaveAthlete replaces the settings and has the scheduler plan anew.
func (t *tx) SaveAthlete(ctx context.Context, a coach.Athlete) error {
	r := a.Reminders
	n, err := t.exec(ctx, updateAthlete, a.Goal, a.Experience, a.Units, a.Zone, a.Event.String(), a.Deload.String(),
		a.Consent.Given, a.Consent.Version, instant(a.Consent.At), a.Consent.Without,
		r.CheckIn, r.Days, r.Cron, r.Quiet, r.Nudge, r.AfterSession, r.SixHours, r.Review, r.Team,
		a.Pause.Until.String(), a.Pause.Reason, a.Hold.Tier, a.Hold.Group, instant(a.Hold.At),
		a.SetUp, instant(a.Created), a.ID)
	if err == nil && n == 0 {
		err = coach.ErrNotFound
	}
	if err != nil {
		return fmt.Errorf("save athlete %d: %w", a.ID, err)
	}
	return nil
}

const selectOwn = `SELECT name, legs FROM own_exercises WHERE athlete = ?`

// OwnExercises returns the athlete's own exercises; never nil.
func (t *tx) OwnExercises(ctx context.Context, id coach.AthleteID) (map[string]bool, error) {
	out := map[string]bool{}
	err := t.each(ctx, selectOwn, func(r *sql.Rows) error {
		var name string
		var legs bool
		err := r.Scan(&name, &legs)
		out[name] = legs
		return err
	}, id)
	return out, wrap("read own exercises", err)
}

const putOwn = `
INSERT INTO own_exercises (athlete, name, legs) VALUES (?, ?, ?)
ON CONFLICT (athlete, name) DO UPDATE SET legs = excluded.legs`

// PutOwnExercise keeps a name, in lower case, and whether it loads the legs.
func (t *tx) PutOwnExercise(ctx context.Context, id coach.AthleteID, name string, legs bool) error {
	_, err := t.exec(ctx, putOwn, id, strings.ToLower(strings.TrimSpace(name)), legs)
	return wrap("keep own exercise", err)
}
