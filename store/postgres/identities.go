package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
)

const (
	// Behind the athlete's columns: whether another identity was used since,
	// whether the coach had lost its way to this one, and whether it is reachable.
	selectPerson = `
SELECT ` + athleteColumns + `,
	EXISTS (SELECT 1 FROM identities other WHERE other.athlete = mine.athlete AND other.turned_to > mine.turned_to),
	mine.gone IS NOT NULL, mine.reachable
FROM identities mine JOIN athletes a ON a.id = mine.athlete
WHERE mine.platform = $1 AND mine.workspace = $2 AND mine.person = $3`
	turnTo         = `UPDATE identities SET turned_to = $1 WHERE platform = $2 AND workspace = $3 AND person = $4`
	insertAthlete  = `INSERT INTO athletes (units, created) VALUES ($1, $2) RETURNING id`
	insertIdentity = `
INSERT INTO identities (platform, workspace, person, athlete, turned_to) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (platform, workspace, person) DO NOTHING`
)

// Who returns the person's athlete, and makes one on first sight; in a View a
// stranger is coach.ErrNotFound. In an update the athlete is this transaction's
// alone from here on.
func (t *tx) Who(ctx context.Context, p bot.Person, now time.Time) (id coach.AthleteID, fresh bool, err error) {
	var elsewhere, gone, reachable bool
	a, err := scanAthlete(t.row(ctx, t.alone(selectPerson), p.Platform, p.Workspace, p.User), &elsewhere, &gone, &reachable)
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
	case t.view || !errors.Is(err, pgx.ErrNoRows):
		return 0, false, fmt.Errorf("look up person: %w", missing(err))
	}
	id, made, err := t.newAthlete(ctx, p, now)
	if err == nil && !made { // another process met them meanwhile
		return t.Who(ctx, p, now)
	}
	return id, true, err
}

func (t *tx) newAthlete(ctx context.Context, p bot.Person, now time.Time) (id coach.AthleteID, made bool, err error) {
	if err := t.row(ctx, insertAthlete, training.Metric, now.UnixMilli()).Scan(&id); err != nil {
		return 0, false, fmt.Errorf("make athlete: %w", err)
	}
	n, err := t.exec(ctx, insertIdentity, p.Platform, p.Workspace, p.User, id, now.UnixMilli())
	if err == nil && n == 0 {
		_, err = t.exec(ctx, deleteAthlete, id)
	}
	return id, n == 1, wrap("keep identity", err)
}

// By identities_athlete, from its end.
const selectAddresses = `
SELECT platform, workspace, person FROM identities
WHERE athlete = $1 AND gone IS NULL ORDER BY turned_to DESC, platform DESC, workspace DESC, person DESC`

// Addresses returns the athlete's identities that the coach has a way to, the
// last used first, reachable or not.
func (t *tx) Addresses(ctx context.Context, id coach.AthleteID) (out []bot.Address, err error) {
	err = t.each(ctx, selectAddresses, func(r pgx.Rows) error {
		var a bot.Address
		err := r.Scan(&a.Platform, &a.Workspace, &a.User)
		out = append(out, a)
		return err
	}, id)
	return out, wrap("read addresses", err)
}

const setReachable = `UPDATE identities SET reachable = $1 WHERE platform = $2 AND workspace = $3 AND person = $4`

// Reachable notes whether the platform takes messages to the person.
func (t *tx) Reachable(ctx context.Context, p bot.Person, ok bool) error {
	t.met.Forget()
	_, err := t.exec(ctx, setReachable, ok, p.Platform, p.Workspace, p.User)
	return wrap("note whether the person is reachable", err)
}

const selectReachable = `SELECT reachable FROM identities WHERE platform = $1 AND workspace = $2 AND person = $3`

// IsReachable is what was noted last; true for people never tried.
func (t *tx) IsReachable(ctx context.Context, p bot.Person) (ok bool, err error) {
	if ok, known := t.met.Reachable(p); known {
		return ok, nil
	}
	err = t.row(ctx, selectReachable, p.Platform, p.Workspace, p.User).Scan(&ok)
	if errors.Is(err, pgx.ErrNoRows) {
		return true, nil
	}
	return ok, wrap("read whether the person is reachable", err)
}
