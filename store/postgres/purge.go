package postgres

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tandem/store"
)

// Each round removes at most a batch of rows, so that messages get their turn
// between. Processes that purge side by side leave each other's rows alone.
const (
	purgeBatch = 2000 // rows

	purgeIDs = `
DELETE FROM inbox WHERE seq IN (
	SELECT seq FROM inbox WHERE state = 'done' AND at < $1 ORDER BY seq LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeDead = `
DELETE FROM inbox WHERE seq IN (
	SELECT seq FROM inbox WHERE state = 'dead' AND at < $1 ORDER BY seq LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeDialogues = `
DELETE FROM dialogues WHERE athlete IN (
	SELECT athlete FROM dialogues WHERE expires < $1 ORDER BY expires LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeDrafts = `
DELETE FROM drafts WHERE (athlete, key) IN (
	SELECT athlete, key FROM drafts WHERE at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeUnread = `
DELETE FROM slack_unread WHERE seq IN (SELECT seq FROM slack_unread WHERE at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeSends = `
DELETE FROM slack_sends WHERE id IN (SELECT id FROM slack_sends WHERE begun < $1 ORDER BY begun LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeForms = `
DELETE FROM discord_forms WHERE key IN (SELECT key FROM discord_forms WHERE at < $1 ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED)`
	purgeQuestions = `
DELETE FROM questions WHERE last < $1 OR text IN (SELECT text FROM questions ORDER BY count DESC, last DESC, text OFFSET $2)`
)

// Purge removes what was kept long enough, and has the files forget who was erased.
func (s *Store) Purge(ctx context.Context, now time.Time) (p store.Purged, err error) {
	before := func(keep time.Duration) int64 { return now.Add(-keep).UnixMilli() }
	for _, step := range []struct {
		query string
		limit int64
		count *int
	}{
		{purgeIDs, before(store.KeepIDs), &p.IDs},
		{purgeDead, before(store.KeepDead), &p.Dead},
		{purgeDialogues, before(0), &p.Dialogues},
		{purgeDrafts, before(store.KeepDrafts), &p.Drafts},
		{purgeUnread, before(keepSlackNotes), &p.Unread},
		{purgeSends, before(keepSlackNotes), &p.Sends},
		{purgeForms, before(keepForms), &p.Forms},
	} {
		if *step.count, err = s.purge(ctx, step.query, step.limit); err != nil {
			return p, fmt.Errorf("purge: %w", err)
		}
	}
	day := now.Add(-store.KeepQuestions).UTC().Format(time.DateOnly)
	gone, err := s.pool.Exec(ctx, purgeQuestions, day, store.MaxQuestions)
	if err != nil {
		return p, fmt.Errorf("purge questions: %w", err)
	}
	p.Questions = int(gone.RowsAffected())
	return p, s.forgetErased(ctx)
}

// purge repeats a query until it removes less than a batch.
func (s *Store) purge(ctx context.Context, query string, limit int64) (total int, err error) {
	for {
		gone, err := s.pool.Exec(ctx, query, limit, purgeBatch)
		n := int(gone.RowsAffected())
		total += n
		if err != nil || n < purgeBatch {
			return total, err
		}
	}
}

const (
	askForVacuum = `INSERT INTO erasures (at) VALUES (clock_timestamp())`
	takeVacuum   = `DELETE FROM erasures`

	// A deleted row's bytes stay in its table until a vacuum makes their room free.
	vacuumPersonal = `
VACUUM athletes, consents, identities, met_in, sessions, check_ins, skips, follow_ups, explanations, own_exercises, dialogues, drafts, inbox, plans, outbox`
)

// forgetErased vacuums the tables if an athlete was erased since the last time.
func (s *Store) forgetErased(ctx context.Context) error {
	asked, err := s.pool.Exec(ctx, takeVacuum)
	if err != nil || asked.RowsAffected() == 0 {
		return wrap("look for erasures", err)
	}
	if _, err := s.pool.Exec(ctx, vacuumPersonal); err != nil {
		_, again := s.pool.Exec(context.WithoutCancel(ctx), askForVacuum)
		return fmt.Errorf("vacuum after an erasure: %w", errors.Join(err, again))
	}
	return nil
}
