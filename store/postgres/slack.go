package postgres

import (
	"context"
	"fmt"
	"time"
)

const putInstall = `
INSERT INTO slack_installs (enterprise, team, sealed, at) VALUES ($1, $2, $3, $4)
ON CONFLICT (team, enterprise) DO UPDATE SET sealed = excluded.sealed, at = excluded.at`

// PutInstall keeps the sealed record of a Slack installation, in place of an
// older one. Team is empty for a whole enterprise.
func (s *Store) PutInstall(ctx context.Context, enterprise, team string, sealed []byte, now time.Time) error {
	err := s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, putInstall, enterprise, team, sealed, now.UnixMilli())
		return err
	})
	return wrap("keep slack installation", err)
}

// The team's own record comes before that of its enterprise. A handful of rows.
const selectInstall = `
SELECT enterprise, team, sealed FROM slack_installs
WHERE (team = $2 AND team <> '') OR (team = '' AND enterprise = $1 AND enterprise <> '')
ORDER BY (team = ''), at DESC LIMIT 1`

// Install returns the sealed record of a team, else of its enterprise, or
// coach.ErrNotFound.
func (s *Store) Install(ctx context.Context, enterprise, team string) (foundEnterprise, foundTeam string, sealed []byte, err error) {
	err = s.look(ctx, func(t *tx) error {
		return missing(t.row(ctx, selectInstall, enterprise, team).Scan(&foundEnterprise, &foundTeam, &sealed))
	})
	return foundEnterprise, foundTeam, sealed, wrap("load slack installation", err)
}

const dropInstall = `DELETE FROM slack_installs WHERE enterprise = $1 AND team = $2`

// DropInstall forgets a Slack installation; a missing one is no error.
func (s *Store) DropInstall(ctx context.Context, enterprise, team string) error {
	err := s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, dropInstall, enterprise, team)
		return err
	})
	return wrap("forget slack installation", err)
}

// How long Slack's notes are kept: no message is sent again after days.
const keepSlackNotes = 7 * 24 * time.Hour

const (
	selectSend = `SELECT begun, done FROM slack_sends WHERE id = $1`
	insertSend = `INSERT INTO slack_sends (id, begun) VALUES ($1, $2) ON CONFLICT (id) DO NOTHING`
	dropSends  = `DELETE FROM slack_sends WHERE id IN (SELECT id FROM slack_sends WHERE begun < $1 ORDER BY begun LIMIT 10)`
)

// BeginSend notes that a message is about to go out. It returns when the first
// try was, zero if this is it, and whether one succeeded.
func (s *Store) BeginSend(ctx context.Context, key string, now time.Time) (before time.Time, done bool, err error) {
	err = s.update(ctx, func(t *tx) error {
		n, err := t.exec(ctx, insertSend, key, now.UnixMilli())
		if err != nil {
			return err
		}
		if n == 0 {
			return t.row(ctx, selectSend, key).Scan(instantScan{&before}, &done)
		}
		_, err = t.exec(ctx, dropSends, now.Add(-keepSlackNotes).UnixMilli())
		return err
	})
	return before, done, wrap("note sending", err)
}

const (
	finishSend = `UPDATE slack_sends SET done = true WHERE id = $1`
	dropSend   = `DELETE FROM slack_sends WHERE id = $1 AND NOT done`
)

// EndSend notes that a message went out, or that it certainly did not.
func (s *Store) EndSend(ctx context.Context, key string, done bool) error {
	query := dropSend
	if done {
		query = finishSend
	}
	err := s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, query, key)
		return err
	})
	return wrap("note what was sent", err)
}

const (
	insertUnread = `INSERT INTO slack_unread (at, kind, why, body) VALUES ($1, $2, $3, $4)`
	dropUnread   = `DELETE FROM slack_unread WHERE at < $1 OR seq <= (SELECT max(seq) FROM slack_unread) - 1000`
	countUnread  = `SELECT count(*) FROM slack_unread`
)

// KeepUnread keeps a payload that could not be decoded: for a week, and the
// newest thousand.
func (s *Store) KeepUnread(ctx context.Context, kind, why string, body []byte, now time.Time) error {
	err := s.update(ctx, func(t *tx) error {
		if _, err := t.exec(ctx, insertUnread, now.UnixMilli(), kind, why, body); err != nil {
			return err
		}
		_, err := t.exec(ctx, dropUnread, now.Add(-keepSlackNotes).UnixMilli())
		return err
	})
	return wrap("keep unread payload", err)
}

// Unread is how many payloads are kept that could not be decoded.
func (s *Store) Unread(ctx context.Context) (n int, err error) {
	err = s.look(ctx, func(t *tx) error { return t.row(ctx, countUnread).Scan(&n) })
	if err != nil {
		return 0, fmt.Errorf("count unread payloads: %w", err)
	}
	return n, nil
}
