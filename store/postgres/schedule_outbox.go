package postgres

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/coach"
	"tandem/scheduler"
)

const (
	releaseClaims = `
UPDATE outbox SET state = 'planned', next = promised, queued = NULL WHERE next IS NOT NULL AND state = 'claimed'`

	// By outbox_next. Claims whose lease is over are due as well: their next is the
	// lease's end. What another process is claiming at this moment is passed over.
	claimDue = `
WITH due AS MATERIALIZED (
	SELECT id FROM outbox WHERE queued IS NULL AND next <= $2 ORDER BY next, id LIMIT $3 FOR UPDATE SKIP LOCKED)
UPDATE outbox SET state = 'claimed', attempts = attempts + 1, next = $1 FROM due WHERE outbox.id = due.id RETURNING outbox.id`
)

// ReleaseClaims gives back what a killed process had in hand.
func (s *Store) ReleaseClaims(ctx context.Context, now time.Time) (n int, err error) {
	done, err := s.pool.Exec(ctx, releaseClaims)
	return int(done.RowsAffected()), wrap("release claims", err)
}

// ClaimDeliveries takes what is due and no other process has, then gathers the facts.
func (s *Store) ClaimDeliveries(ctx context.Context, now, lease time.Time, limit int) (out []scheduler.Claim, err error) {
	var ids []int64
	err = s.update(ctx, func(t *tx) (err error) {
		ids, err = t.ids(ctx, claimDue, lease.UnixMilli(), now.UnixMilli(), limit)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("claim deliveries: %w", err)
	}
	return s.claims(ctx, ids)
}

// The identity that the athlete used last is where a delivery goes. A row of
// silence, by outbox_once, ends with an answer, a skip or a snooze, and with
// settings that were saved.
const (
	selectClaims = `
SELECT o.id, coalesce(o.athlete, 0), o.team, o.kind, o.once, o.day, o.due, o.promised, o.expires, o.attempts - 1, o.session, o.text,
	coalesce(i.platform, ''), coalesce(i.workspace, ''), coalesce(NOT i.reachable, false),
	coalesce(silent.n, 0), coalesce(silent.since, ''), coalesce(previous.sent, false), coalesce(put_off.yes, false)
FROM outbox o
LEFT JOIN LATERAL (
	SELECT platform, workspace, reachable FROM identities WHERE athlete = o.athlete
	ORDER BY turned_to DESC, platform, workspace, person LIMIT 1) i ON true
LEFT JOIN LATERAL (
	SELECT count(*) AS n, min(s.once) AS since FROM outbox s
	WHERE s.athlete = o.athlete AND s.kind = 'checkin' AND s.state = 'sent' AND s.once < o.once
		AND s.once > coalesce((SELECT max(day) FROM check_ins WHERE athlete = o.athlete), '')
		AND s.once > coalesce((SELECT max(day) FROM skips WHERE athlete = o.athlete), '')
		AND s.once > coalesce((SELECT max(text) FROM follow_ups WHERE athlete = o.athlete AND kind = 'snoozed'), '')
		AND s.ended > coalesce((SELECT since FROM plans WHERE athlete = o.athlete AND kind = 'checkin'), 0)
	) silent ON o.kind = 'checkin'
LEFT JOIN LATERAL (
	SELECT p.state = 'sent' AS sent FROM outbox p
	WHERE p.athlete = o.athlete AND p.kind = 'checkin' AND p.once < o.once ORDER BY p.once DESC LIMIT 1) previous ON silent.n > 0
LEFT JOIN LATERAL (
	SELECT true AS yes FROM follow_ups f
	WHERE f.athlete = o.athlete AND f.kind = 'snoozed' AND f.text = o.day LIMIT 1) put_off ON o.kind = 'nudge'
WHERE o.id = ANY ($1) ORDER BY o.promised, o.id`

	selectAthletes = `SELECT ` + athleteColumns + ` FROM athletes a WHERE a.id = ANY ($1)`
)

// claims reads what was claimed, with the facts that decide on it.
func (s *Store) claims(ctx context.Context, ids []int64) (out []scheduler.Claim, err error) {
	if len(ids) == 0 {
		return nil, nil
	}
	err = s.look(ctx, func(t *tx) error {
		var people []int64
		err := t.each(ctx, selectClaims, func(r pgx.Rows) error {
			c, err := scanClaim(r)
			out, people = append(out, c), append(people, int64(c.Athlete))
			return err
		}, ids)
		if err != nil {
			return err
		}
		athletes, err := t.athletes(ctx, selectAthletes, people)
		who := make(map[coach.AthleteID]coach.Athlete, len(athletes))
		for _, a := range athletes {
			who[a.ID] = a
		}
		for i := range out {
			out[i].Who = who[out[i].Athlete]
		}
		return err
	})
	return out, wrap("read claims", err)
}

func scanClaim(r pgx.Rows) (c scheduler.Claim, err error) {
	var team, once string
	var lane scheduler.Lane
	err = r.Scan(&c.ID, &c.Athlete, &team, &c.Kind, &once, dateScan{&c.Date}, instantScan{&c.Due}, instantScan{&c.Promised},
		instantScan{&c.Expires}, &c.Attempts, &c.Session, &c.Text,
		&lane.Platform, &lane.Workspace, &c.Closed, &c.Silent, dateScan{&c.SilentSince}, &c.PreviousSent, &c.Snoozed)
	c.Key = scheduler.Key(c.Athlete, team, c.Kind, once)
	c.Lane = lane
	if team != "" {
		c.Lane.Platform, c.Lane.Workspace, _ = strings.Cut(team, "/")
	}
	return c, err
}

const (
	markDelivery = `
UPDATE outbox SET state = $3::text, why = $4, next = $5::bigint, promised = coalesce($6::bigint, promised), late = late OR $7, ended = $8::bigint,
	queued = NULL, attempts = attempts - ($3::text = 'planned')::int,
	session = CASE WHEN $8::bigint IS NULL THEN session ELSE '' END, text = CASE WHEN $8::bigint IS NULL THEN text ELSE '' END
WHERE id = $1 AND attempts = $2::bigint + 1 AND state = 'claimed'`

	// Locks are taken in the order athlete, delivery.
	holdReceiver = `SELECT 1 FROM athletes WHERE id = (SELECT athlete FROM outbox WHERE id = $1) FOR KEY SHARE`

	// The person could not be written to: nobody tries again until they are heard of.
	closePerson = `
UPDATE identities SET reachable = false WHERE (platform, workspace, person) IN (
	SELECT platform, workspace, person FROM identities WHERE athlete = (SELECT athlete FROM outbox WHERE id = $1)
	ORDER BY turned_to DESC, platform, workspace, person LIMIT 1)`
)

// MarkDelivery ends a claim, and keeps what follows from it.
func (s *Store) MarkDelivery(ctx context.Context, m scheduler.Mark) error {
	if m.To != scheduler.Unreachable && len(m.Then) == 0 {
		done, err := s.pool.Exec(ctx, markDelivery, plain(markArgs(m))...)
		if err == nil && done.RowsAffected() == 0 {
			return scheduler.ErrLost
		}
		return wrap("mark delivery", err)
	}
	return s.MarkWith(ctx, m, nil)
}

// MarkWith is MarkDelivery with what a job queue has to do in the same transaction.
func (s *Store) MarkWith(ctx context.Context, m scheduler.Mark, also func(pgx.Tx) error) error {
	err := s.update(ctx, func(t *tx) error {
		if err := t.mark(ctx, m); err != nil || also == nil {
			return err
		}
		return also(t.Tx)
	})
	if errors.Is(err, scheduler.ErrLost) {
		return err
	}
	return wrap("mark delivery", err)
}

func markArgs(m scheduler.Mark) []any {
	next, ended := instant(m.Next), instant(time.Time{})
	if m.To.Final() {
		next, ended = nil, instant(m.At)
	}
	return []any{m.ID, m.Attempts, m.To, m.Why, next, instant(m.Promised), m.Late, ended}
}

func (t *tx) mark(ctx context.Context, m scheduler.Mark) error {
	if m.To == scheduler.Unreachable || len(m.Then) > 0 {
		if _, err := t.exec(ctx, holdReceiver, m.ID); err != nil {
			return err
		}
	}
	n, err := t.exec(ctx, markDelivery, markArgs(m)...)
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
	return t.occur(ctx, slices.Clone(m.Then), m.At)
}

const selectRivals = `
SELECT id, kind, state, ended FROM outbox
WHERE athlete = $1 AND (state = 'claimed' OR next <= $2 OR (state = 'sent' AND late AND ended >= $3)) ORDER BY id`

// Rivals are the athlete's other deliveries around a late one.
func (s *Store) Rivals(ctx context.Context, id coach.AthleteID, now, since time.Time) (out []scheduler.Rival, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectRivals, func(r pgx.Rows) error {
			var v scheduler.Rival
			err := r.Scan(&v.ID, &v.Kind, &v.State, instantScan{&v.At})
			out = append(out, v)
			return err
		}, id, now.UnixMilli(), since.UnixMilli())
	})
	return out, wrap("read rivals", err)
}

const selectDead = `
SELECT id, coalesce(athlete, 0), kind, day, why, ended FROM outbox WHERE state = 'dead' ORDER BY id DESC LIMIT $1`

// DeadLetters are the deliveries that failed for good, the newest first.
func (s *Store) DeadLetters(ctx context.Context, limit int) (out []scheduler.DeadLetter, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.each(ctx, selectDead, func(r pgx.Rows) error {
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
SELECT (SELECT count(*) FROM outbox WHERE next IS NOT NULL), (SELECT min(promised) FROM outbox WHERE next <= $1),
	(SELECT count(*) FROM outbox WHERE state = 'dead')`
	selectHerd = `SELECT due / 60000, count(*) FROM plans GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 1`
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
		if errors.Is(err, pgx.ErrNoRows) {
			return nil
		}
		st.HerdAt = time.UnixMilli(minute * 60000).UTC()
		return err
	})
	return st, wrap("read the outbox's standing", err)
}
