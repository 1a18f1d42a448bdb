package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
)

const (
	selectPerson = `SELECT athlete FROM identities WHERE platform = ? AND workspace = ? AND person = ?`

	insertAthlete  = `INSERT INTO athletes (units, created) VALUES (?, ?) RETURNING id`
	insertIdentity = `INSERT INTO identities (platform, workspace, person, athlete, turned_to) VALUES (?, ?, ?, ?, ?)`

	// Writes only when the athlete used another identity since.
	turnTo = `
UPDATE identities SET turned_to = ?1
WHERE platform = ?2 AND workspace = ?3 AND person = ?4 AND EXISTS (
	SELECT 1 FROM identities AS other WHERE other.athlete = identities.athlete AND other.turned_to > identities.turned_to)`
)

// Who returns the person's athlete, and makes one on first sight; in a View a
// stranger is coach.ErrNotFound.
func (t *tx) Who(ctx context.Context, p bot.Person, now time.Time) (id coach.AthleteID, fresh bool, err error) {
	err = t.row(ctx, selectPerson, p.Platform, p.Workspace, p.User).Scan(&id)
	switch {
	case err == nil && t.view:
		return id, false, nil
	case err == nil:
		_, err = t.exec(ctx, turnTo, now.UnixMilli(), p.Platform, p.Workspace, p.User)
		return id, false, wrap("note the identity in use", err)
	case !errors.Is(err, sql.ErrNoRows):
		return 0, false, fmt.Errorf("look up person: %w", err)
	case t.view:
		return 0, false, fmt.Errorf("look up person: %w", coach.ErrNotFound)
	}
	if err = t.row(ctx, insertAthlete, training.Metric, now.UnixMilli()).Scan(&id); err != nil {
		return 0, false, fmt.Errorf("make athlete: %w", err)
	}
	_, err = t.exec(ctx, insertIdentity, p.Platform, p.Workspace, p.User, id, now.UnixMilli())
	return id, true, wrap("keep identity", err)
}

// By identities_athlete.
const selectAddresses = `
SELECT platform, workspace, person FROM identities
WHERE athlete = ? ORDER BY turned_to DESC, platform, workspace, person`

// Addresses returns the athlete's identities, the last used first, reachable or not.
func (t *tx) Addresses(ctx context.Context, id coach.AthleteID) (out []bot.Address, err error) {
	err = t.each(ctx, selectAddresses, func(r *sql.Rows) error {
		var a bot.Address
		err := r.Scan(&a.Platform, &a.Workspace, &a.User)
		out = append(out, a)
		return err
	}, id)
	return out, wrap("read addresses", err)
}

const setReachable = `UPDATE identities SET reachable = ? WHERE platform = ? AND workspace = ? AND person = ?`

// Reachable notes whether the platform takes messages to the person.
func (t *tx) Reachable(ctx context.Context, p bot.Person, ok bool) error {
	_, err := t.exec(ctx, setReachable, ok, p.Platform, p.Workspace, p.User)
	return wrap("note whether the person is reachable", err)
}

const selectReachable = `SELECT reachable FROM identities WHERE platform = ? AND workspace = ? AND person = ?`

// IsReachable is what was noted last; true for people never tried.
func (t *tx) IsReachable(ctx context.Context, p bot.Person) (ok bool, err error) {
	err = t.row(ctx, selectReachable, p.Platform, p.Workspace, p.User).Scan(&ok)
	if errors.Is(err, sql.ErrNoRows) {
		return true, nil
	}
	return ok, wrap("read whether the person is reachable", err)
}
