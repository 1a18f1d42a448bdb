package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"tandem/coach"
	"tandem/scheduler"
)

const (
	releaseClaims = `
UPDATE outbox SET state = 'planned', next = promised WHERE next IS NOT NULL AND state = 'claimed'`

	// Claims whose lease is over are due as well: their next is the lease's end.
	claimDeliveries = `
UPDATE outbox SET state = 'claimed', attempts = attempts + 1, next = ?
WHERE id IN (SELECT id FROM outbox WHERE next <= ? ORDER BY next, id LIMIT ?) RETURNING id`
)

// ReleaseClaims gives back what a killed process had in hand.
func (s *Store) ReleaseClaims(ctx context.Context, now time.Time) (n int, err error) {
	err = s.update(ctx, func(t *tx) error {
		rows, err := t.exec(ctx, releaseClaims)
		n = int(rows)
		return err
	})
	return n, wrap("release claims", err)
}

// ClaimDeliveries takes what is due, then gathers the facts beside the writer.
func (s *Store) ClaimDeliveries(ctx context.Context, now, lease time.Time, limit int) (out []scheduler.Claim, err error) {
	var ids []int64
	err = s.update(ctx, func(t *tx) (err error) {
		ids, err = t.ids(ctx, claimDeliveries, lease.UnixMilli(), now.UnixMilli(), limit)
		return err
	})
	if err != nil || len(ids) == 0 {
		return nil, wrap("claim deliveries", err)
	}
	err = s.look(ctx, func(t *tx) (err error) {
		out, err = t.claims(ctx, ids)
		return err
	})
	return out, wrap("read claims", err)
}

// The identity that the athlete used last is where a delivery goes.
const selectClaims = `
SELECT o.id, o.athlete, o.team, o.kind, o.once, o.day, o.due, o.promised, o.expires, o.attempts - 1, o.session, o.text,
	coalesce((SELECT platform || char(31) || workspace || char(31) || reachable FROM identities i
		WHERE i.athlete = o.athlete ORDER BY turned_to DESC, platform, workspace, person LIMIT 1), '')
FROM outbox o WHERE o.id IN (SELECT value FROM json_each(?)) ORDER BY o.promised, o.id`

func (t *tx) claims(ctx context.Context, ids []int64) (out []scheduler.Claim, err error) {
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, err
	}
	err = t.each(ctx, selectClaims, func(r *sql.Rows) error {
		c, err := scanClaim(r)
		out = append(out, c)
		return err
	}, string(list))
	if err != nil {
		return nil, err
	}
	for i := range out {
		if err := t.addFacts(ctx, &out[i]); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func scanClaim(r *sql.Rows) (c scheduler.Claim, err error) {
	var athlete sql.NullInt64
	var team, once, identity string
	err = r.Scan(&c.ID, &athlete, &team, &c.Kind, &once, dateScan{&c.Date}, instantScan{&c.Due}, instantScan{&c.Promised},
		instantScan{&c.Expires}, &c.Attempts, &c.Session, &c.Text, &identity)
	c.Athlete = coach.AthleteID(athlete.Int64)
	c.Key = scheduler.Key(c.Athlete, team, c.Kind, once)
	if team != "" {
		c.Lane.Platform, c.Lane.Workspace, _ = strings.Cut(team, "/")
	}
	if parts := strings.Split(identity, "\x1f"); len(parts) == 3 {
		c.Lane, c.Closed = scheduler.Lane{Platform: parts[0], Workspace: parts[1]}, parts[2] == "0"
	}
	return c, err
}

const (
	// By outbox_once. A row of silence ends with an answer, a skip or a snooze,
	// and with settings that were saved.
	selectSilence = `
SELECT count(*), coalesce(min(once), '') FROM outbox
WHERE athlete = ?1 AND kind = 'checkin' AND state = 'sent' AND once < ?2
	AND once > coalesce((SELECT max(day) FROM check_ins WHERE athlete = ?1), '')
	AND once > coalesce((SELECT max(day) FROM skips WHERE athlete = ?1), '')
	AND once > coalesce((SELECT max(text) FROM follow_ups WHERE athlete = ?1 AND kind = 'snoozed'), '')
	AND ended > coalesce((SELECT since FROM plans WHERE athlete = ?1 AND kind = 'checkin'), 0)`

	selectPrevious = `
SELECT state = 'sent' FROM outbox WHERE athlete = ? AND kind = 'checkin' AND once < ? ORDER BY once DESC LIMIT 1`

	selectSnoozed = `
SELECT EXISTS (SELECT 1 FROM follow_ups WHERE athlete = ? AND kind = 'snoozed' AND text = ?)`
)

// addFacts reads what decides on a claim.
func (t *tx) addFacts(ctx context.Context, c *scheduler.Claim) (err error) {
	if c.Athlete == 0 {
		return nil
	}
	if c.Who, err = t.Athlete(ctx, c.Athlete); err != nil {
		return err
	}
	switch c.Kind {
	case scheduler.CheckIn:
		err = t.row(ctx, selectSilence, c.Athlete, c.Date.String()).Scan(&c.Silent, dateScan{&c.SilentSince})
		if err != nil || c.Silent == 0 {
			return err
		}
		err = t.row(ctx, selectPrevious, c.Athlete, c.Date.String()).Scan(&c.PreviousSent)
	case scheduler.Nudge:
		err = t.row(ctx, selectSnoozed, c.Athlete, c.Date.String()).Scan(&c.Snoozed)
	}
	return err
}

const (
	markDelivery = `
UPDATE outbox SET state = ?3, why = ?4, next = ?5, promised = coalesce(?6, promised), late = max(late, ?7), ended = ?8,
	attempts = attempts - (?3 = 'planned'),
	session = iif(?8 IS NULL, session, ''), text = iif(?8 IS NULL, text, '')
WHERE id = ?1 AND attempts = ?2 + 1 AND state = 'claimed'`

	// The person could not be written to: nobody tries again until they are heard of.
	closePerson = `
UPDATE identities SET reachable = 0 WHERE (platform, workspace, person) IN (
	SELECT platform, workspace, person FROM identities WHERE athlete = (SELECT athlete FROM outbox WHERE id = ?)
	ORDER BY turned_to DESC, platform, workspace, person LIMIT 1)`
)

// MarkDelivery ends a claim, and keeps what follows from it.
func (s *Store) MarkDelivery(ctx context.Context, m scheduler.Mark) error {
	next, ended := instant(m.Next), sql.NullInt64{}
	if m.To.Final() {
		next, ended = sql.NullInt64{}, instant(m.At)
	}
	err := s.update(ctx, func(t *tx) error {
		n, err := t.exec(ctx, markDelivery, m.ID, m.Attempts, m.To, m.Why, next, instant(m.Promised), m.Late, ended)
		if err != nil {
			return err
		}
		if n == 0 {
			return scheduler.ErrLost
		}
		if m.To == scheduler.Unreachable {
			if _, err := t.exec(ctx, closePerson, m.ID); err != nil {
				return err
			}
		}
		for _, o := range m.Then {
			if err := t.occur(ctx, o, m.At); err != nil {
				return err
			}
		}
		return nil
	})
	if errors.Is(err, scheduler.ErrLost) {
		return err
	}
	return wrap("mark delivery", err)
}

const selectRivals = `
SELECT id, kind, state, ended FROM outbox
WHERE athlete = ?1 AND (state = 'claimed' OR next <= ?2 OR (state = 'sent' AND late = 1 AND ended >= ?3)) ORDER BY id`

// Rivals are the athlete's other deliveries around a late one.
func (s *Store) Rivals(ctx context.Context, id coach.AthleteID, now, since time.Time) (out []scheduler.Rival, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectRivals, func(r *sql.Rows) error {
			var v scheduler.Rival
			err := r.Scan(&v.ID, &v.Kind, &v.State, instantScan{&v.At})
			out = append(out, v)
			return err
		}, id, now.UnixMilli(), since.UnixMilli())
	})
	return out, wrap("read rivals", err)
}

const selectDead = `
SELECT id, coalesce(athlete, 0), kind, day, why, ended FROM outbox WHERE state = 'dead' ORDER BY id DESC LIMIT ?`

// DeadLetters are the deliveries that failed for good, the newest first.
func (s *Store) DeadLetters(ctx context.Context, limit int) (out []scheduler.DeadLetter, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectDead, func(r *sql.Rows) error {
			var d scheduler.DeadLetter
			err := r.Scan(&d.ID, &d.Athlete, &d.Kind, dateScan{&d.Date}, &d.Why, instantScan{&d.At})
			out = append(out, d)
			return err
		}, limit)
	})
	return out, wrap("read dead letters", err)
}

const (
	selectStanding = `
SELECT (SELECT count(*) FROM outbox WHERE next IS NOT NULL), (SELECT min(promised) FROM outbox WHERE next <= ?),
	(SELECT count(*) FROM outbox WHERE state = 'dead')`
	// By plans_due first, so that only the different instants are sorted.
	selectHerd = `
SELECT due / 60000, sum(n) FROM (SELECT due, count(*) AS n FROM plans GROUP BY due) GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`
)

// Standing is what an operator watches of the outbox.
func (s *Store) Standing(ctx context.Context, now time.Time) (st scheduler.Standing, err error) {
	err = s.look(ctx, func(t *tx) error {
		err := t.row(ctx, selectStanding, now.UnixMilli()).Scan(&st.Waiting, instantScan{&st.Oldest}, &st.Dead)
		if err != nil {
			return err
		}
		var minute int64
		err = t.row(ctx, selectHerd).Scan(&minute, &st.Herd)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		st.HerdAt = time.UnixMilli(minute * 60000).UTC()
		return err
	})
	if err != nil {
		return st, fmt.Errorf("read the outbox's standing: %w", err)
	}
	return st, nil
}
