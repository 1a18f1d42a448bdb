package sqlite

import (
	"context"
	"fmt"
	"time"

	"tandem/store"
)

// The oldest rows come first, and each round removes at most a batch of them,
// so that messages get their turn between.
const (
	purgeBatch = 2000 // rows

	// Up to the first that is to stay, so that those after it are not looked at;
	// one from beyond the next two days, of a clock that was wrong, does not count.
	purgeIDs = `
DELETE FROM inbox WHERE seq IN (
	SELECT seq FROM inbox
	WHERE state = 'done' AND at < ?1
		AND seq < coalesce((SELECT seq FROM inbox WHERE at BETWEEN ?1 AND ?1 + 200000000 ORDER BY seq LIMIT 1), 9223372036854775807)
	ORDER BY seq LIMIT ?2)`
	purgeDead = `
DELETE FROM inbox WHERE seq IN (SELECT seq FROM inbox WHERE state = 'dead' AND state <> 'done' AND at < ?1 ORDER BY seq LIMIT ?2)`
	purgeDialogues = `
DELETE FROM dialogues WHERE athlete IN (SELECT athlete FROM dialogues WHERE expires < ?1 LIMIT ?2)`
	purgeDrafts = `
DELETE FROM drafts WHERE (athlete, key) IN (SELECT athlete, key FROM drafts WHERE at < ?1 ORDER BY at LIMIT ?2)`
	purgeUnread = `
DELETE FROM slack_unread WHERE seq IN (SELECT seq FROM slack_unread WHERE at < ?1 ORDER BY at LIMIT ?2)`
	purgeSends = `
DELETE FROM slack_sends WHERE id IN (SELECT id FROM slack_sends WHERE begun < ?1 ORDER BY begun LIMIT ?2)`
	purgeForms = `
DELETE FROM discord_forms WHERE key IN (SELECT key FROM discord_forms WHERE at < ?1 ORDER BY at LIMIT ?2)`
	purgeQuestions = `
DELETE FROM questions WHERE last < ?1 OR text IN (SELECT text FROM questions ORDER BY count DESC, last DESC, text LIMIT -1 OFFSET ?2)`
)

// Purge removes what was kept long enough, and has the disk forget it.
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
	err = s.update(ctx, func(t *tx) error {
		day := now.Add(-store.KeepQuestions).UTC().Format(time.DateOnly)
		n, err := t.exec(ctx, purgeQuestions, day, store.MaxQuestions)
		p.Questions = int(n)
		return err
	})
	if err != nil {
		return p, fmt.Errorf("purge questions: %w", err)
	}
	return p, s.forgetRest(ctx)
}

// purge repeats a query until it removes less than a batch.
func (s *Store) purge(ctx context.Context, query string, limit int64) (total int, err error) {
	for {
		var n int64
		err := s.update(ctx, func(t *tx) (err error) {
			n, err = t.exec(ctx, query, limit, purgeBatch)
			return err
		})
		total += int(n)
		if err != nil || n < purgeBatch {
			return total, err
		}
	}
}
