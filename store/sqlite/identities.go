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
	// Behind the athlete's columns: whether another identity was used since,
	// whether the coach had lost its way to this one, and whether it is reachable.
	selectPerson = `
SELECT ` + athleteColumns + `,
	EXISTS (SELECT 1 FROM identities AS other WHERE other.athlete = mine.athlete AND other.turned_to > mine.turned_to),
	mine.gone IS NOT NULL, mine.reachable
FROM identities AS mine JOIN athletes AS a ON a.id = mine.athlete WHERE mine.platform = ? AND mine.workspace = ? AND mine.person = ?`
	turnTo         = `UPDATE identities SET turned_to = ? WHERE platform = ? AND workspace = ? AND person = ?`
	insertAthlete  = `INSERT INTO athletes (units, created) VALUES (?, ?) RETURNING id`
	insertIdentity = `INSERT INTO identities (platform, workspace, person, athlete, turned_to) VALUES (?, ?, ?, ?, ?)`
)

// Who returns the person's athlete, and makes one on first sight; in a View a
// stranger is coach.ErrNotFound.
func (t *tx) Who(ctx context.Context, p bot.Person, now time.Time) (id coach.AthleteID, fresh bool, err error) {
	var elsewhere, gone, reachable bool
	a, err := scanAthlete(t.row(ctx, selectPerson, p.Platform, p.Workspace, p.User), &elsewhere, &gone, &reachable)
	id = a.ID
	if err == nil {
		t.met.Meet(p, a, reachable)
	}
	if err == nil && gone && !t.view {
		t.met.Forget()
		err = t.isBack(ctx, p, id)
	}
	switch {
	case err == nil && elsewhere && !t.view:
		_, err = t.exec(ctx, turnTo, now.UnixMilli(), p.Platform, p.Workspace, p.User)
		return id, false, wrap("note the identity in use", err)
	case err == nil:
		return id, false, nil
	case t.view || !errors.Is(err, sql.ErrNoRows):
		return 0, false, fmt.Errorf("look up person: %w", missing(err))
	}
	id, err = t.newAthlete(ctx, p, now)
	return id, true, err
}

func (t *tx) newAthlete(ctx context.Context, p bot.Person, now time.Time) (id coach.AthleteID, err error) {
	if err := t.row(ctx, insertAthlete, training.Metric, now.UnixMilli()).Scan(&id); err != nil {
		return 0, fmt.Errorf("make athlete: %w", err)
	}
	_, err = t.exec(ctx, insertIdentity, p.Platform, p.Workspace, p.User, id, now.UnixMilli())
	return id, wrap("keep identity", err)
}

// By identities_athlete, from its end.
const selectAddresses = `
SELECT platform, workspace, person FROM identities
WHERE athlete = ? AND gone IS NULL ORDER BY turned_to DESC, platform DESC, workspace DESC, person DESC`

// Addresses returns the athlete's identities that the coach has a way to, the
// last used first, reachable or not.
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
	t.met.Forget()
	_, err := t.exec(ctx, setReachable, ok, p.Platform, p.Workspace, p.User)
	return wrap("note whether the person is reachable", err)
}

const selectReachable = `SELECT reachable FROM identities WHERE platform = ? AND workspace = ? AND person = ?`

// IsReachable is what was noted last; true for people never tried.
func (t *tx) IsReachable(ctx context.Context, p bot.Person) (ok bool, err error) {
	if ok, known := t.met.Reachable(p); known {
		return ok, nil
	}
	err = t.row(ctx, selectReachable, p.Platform, p.Workspace, p.User).Scan(&ok)
	if errors.Is(err, sql.ErrNoRows) {
		return true, nil
	}
	return ok, wrap("read whether the person is reachable", err)
}
