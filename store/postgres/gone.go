package postgres

import (
	"context"
	"time"

	"tandem/bot"
	"tandem/coach"
)

const (
	leaveWorkspace = `UPDATE identities SET gone = $1 WHERE platform = $2 AND workspace = $3 AND gone IS NULL`
	// Unless they have the coach for themselves: of that no platform tells the end.
	leavePerson = `
UPDATE identities SET gone = $1 WHERE platform = $2 AND workspace = $3 AND person = $4 AND gone IS NULL
AND NOT EXISTS (SELECT 1 FROM met_in own WHERE own.platform = $2 AND own.workspace = $3 AND own.person = $4 AND own.server = '` + bot.OwnAccount + `')`
	// Those who used the coach nowhere else.
	leaveServer = `
UPDATE identities SET gone = $1
WHERE gone IS NULL AND (platform, workspace, person) IN (SELECT platform, workspace, person FROM met_in WHERE platform = $2 AND server = $3)
AND NOT EXISTS (SELECT 1 FROM met_in elsewhere WHERE elsewhere.platform = identities.platform
	AND elsewhere.workspace = identities.workspace AND elsewhere.person = identities.person AND elsewhere.server <> $3)`
	forgetServer = `DELETE FROM met_in WHERE platform = $1 AND server = $2`

	// Of athletes who cannot be met anywhere else.
	stopPlans = `
DELETE FROM plans WHERE athlete IN (SELECT athlete FROM identities WHERE gone = $1)
AND NOT EXISTS (SELECT 1 FROM identities other WHERE other.athlete = plans.athlete AND other.gone IS NULL)`

	planBack      = `UPDATE athletes SET replan = true WHERE id IN (SELECT athlete FROM identities WHERE platform = $1 AND workspace = $2 AND gone IS NOT NULL)`
	backWorkspace = `UPDATE identities SET gone = NULL WHERE platform = $1 AND workspace = $2 AND gone IS NOT NULL`

	backPerson = `UPDATE identities SET gone = NULL WHERE platform = $1 AND workspace = $2 AND person = $3`
	planAnew   = `UPDATE athletes SET replan = true WHERE id = $1`

	insertMet = `INSERT INTO met_in (platform, workspace, person, server) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`
)

// Left notes that the coach lost its way to the people of a place: nothing is
// planned for them any more. It returns how many they are.
func (s *Store) Left(ctx context.Context, p bot.Place, now time.Time) (people int, err error) {
	at := now.UnixMilli()
	err = s.update(ctx, func(t *tx) error {
		var n int64
		var err error
		switch {
		case p.Server != "":
			if n, err = t.exec(ctx, leaveServer, at, p.Platform, p.Server); err == nil {
				_, err = t.exec(ctx, forgetServer, p.Platform, p.Server)
			}
		case p.User != "":
			n, err = t.exec(ctx, leavePerson, at, p.Platform, p.Workspace, p.User)
		default:
			n, err = t.exec(ctx, leaveWorkspace, at, p.Platform, p.Workspace)
		}
		if err != nil || n == 0 {
			return err
		}
		people = int(n)
		_, err = t.exec(ctx, stopPlans, at)
		return err
	})
	return people, wrap("note who cannot be met any more", err)
}

// Back undoes Left for a workspace: what its people want is planned anew.
func (s *Store) Back(ctx context.Context, p bot.Place) (people int, err error) {
	err = s.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, planBack, p.Platform, p.Workspace); err != nil {
			return err
		}
		n, err := t.exec(ctx, backWorkspace, p.Platform, p.Workspace)
		people = int(n)
		return err
	})
	return people, wrap("note who can be met again", err)
}

// isBack notes that a person who had gone is there.
func (t *tx) isBack(ctx context.Context, p bot.Person, id coach.AthleteID) error {
	if _, err := t.exec(ctx, backPerson, p.Platform, p.Workspace, p.User); err != nil {
		return wrap("note that the person is back", err)
	}
	_, err := t.exec(ctx, planAnew, id)
	return wrap("plan anew", err)
}

// MetIn notes on which server the person used the coach.
func (t *tx) MetIn(ctx context.Context, p bot.Person, server string) error {
	_, err := t.exec(ctx, insertMet, p.Platform, p.Workspace, p.User, server)
	return wrap("note the server", err)
}

const (
	// By identities_gone.
	selectGone = `
SELECT DISTINCT athlete FROM identities WHERE gone < $1
AND NOT EXISTS (SELECT 1 FROM identities other WHERE other.athlete = identities.athlete AND other.gone >= $1) LIMIT $2`
	selectHere = `SELECT count(*) FROM identities WHERE athlete = $1 AND (gone IS NULL OR gone >= $2)`
	dropGone   = `DELETE FROM identities WHERE athlete = $1 AND gone < $2`
)

// goneBatch is how many athletes are looked up at a time; each is erased in a
// transaction of their own.
const goneBatch = 100

// PurgeGone erases the athletes whom the coach has had no way to since before
// the instant, and returns how many. Of somebody who can be met elsewhere only
// the lost identity goes.
func (s *Store) PurgeGone(ctx context.Context, before time.Time) (erased int, err error) {
	limit := before.UnixMilli()
	for {
		var ids []int64
		err := s.look(ctx, func(t *tx) (err error) {
			ids, err = t.ids(ctx, selectGone, limit, goneBatch)
			return err
		})
		if err != nil || len(ids) == 0 {
			return erased, wrap("look for people who have gone", err)
		}
		for _, id := range ids {
			err := s.update(ctx, func(t *tx) error {
				if _, err := t.exec(ctx, lockAthlete, id); err != nil {
					return err
				}
				var here int
				if err := t.row(ctx, selectHere, id, limit).Scan(&here); err != nil {
					return err
				}
				if here > 0 {
					_, err := t.exec(ctx, dropGone, id, limit)
					return err
				}
				erased++
				return t.Erase(ctx, coach.AthleteID(id))
			})
			if err != nil {
				return erased, wrap("erase who has gone", err)
			}
		}
	}
}
