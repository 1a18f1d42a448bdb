package app

import (
	"context"
	"fmt"
	"io/fs"
	"log/slog"
	"path/filepath"
	"time"

	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/store"
)

// How often the house is looked after.
const (
	purgeEvery  = time.Hour
	retainEvery = 24 * time.Hour
	reloadEvery = 15 * time.Second
)

// purger forgets what was kept long enough.
type purger interface {
	Purge(ctx context.Context, now time.Time) (store.Purged, error)
	PurgeGone(ctx context.Context, before time.Time) (erased int, err error)
}

// purge forgets at the start and every hour, until ctx ends; after goneDays the
// people whom the coach was removed from.
func purge(ctx context.Context, p purger, goneDays int, now func() time.Time, log *slog.Logger) error {
	return every(ctx, purgeEvery, func() {
		erased, err := p.PurgeGone(ctx, now().AddDate(0, 0, -goneDays))
		switch {
		case err != nil && ctx.Err() == nil:
			log.Error("people of removed places not erased", "gone_days", goneDays, "error", err)
		case erased > 0:
			log.Info("people of removed places erased", "gone_days", goneDays, "people", erased)
		}
		gone, err := p.Purge(ctx, now())
		if err != nil && ctx.Err() == nil {
			log.Error("purge", "error", err)
			return
		}
		log.Debug("purged", "ids", gone.IDs, "drafts", gone.Drafts, "dead", gone.Dead, "unread", gone.Unread)
	})
}

// retainer deletes what athletes told before an instant.
type retainer interface {
	Retain(ctx context.Context, before time.Time) (removed int, err error)
}

// retain deletes sessions and check-ins older than the configured days, at the
// start and daily, until ctx ends; 0 days = nothing ever.
func retain(ctx context.Context, r retainer, days int, now func() time.Time, log *slog.Logger) error {
	if days == 0 {
		return nil
	}
	return every(ctx, retainEvery, func() {
		removed, err := r.Retain(ctx, now().AddDate(0, 0, -days))
		if err != nil && ctx.Err() == nil {
			log.Error("retention", "keep_days", days, "error", err)
			return
		}
		log.Info("retention done", "keep_days", days, "removed", removed)
	})
}

// reload swaps the knowledge base when the community's entries change. A folder
// that cannot be read leaves the last good base in place.
func reload(ctx context.Context, c *coach.Coach, folder string, log *slog.Logger) error {
	if folder == "" {
		return nil
	}
	last := fingerprint(folder)
	return every(ctx, reloadEvery, func() {
		at := fingerprint(folder)
		if at == last {
			return
		}
		last = at
		base, err := knowledge.Embedded()
		if err == nil {
			base, err = withOwnEntries(base, folder)
		}
		if err != nil {
			log.Error("entries not reloaded, the last good ones stay", "error", err)
			return
		}
		c.Learn(base)
		log.Info("entries reloaded", "folder", folder)
	})
}

// fingerprint changes when an entry of the folder does.
func fingerprint(folder string) string {
	sum := ""
	_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error { // what cannot be read is told by the reload
		if err != nil || d.IsDir() {
			return nil
		}
		if info, err := d.Info(); err == nil {
			sum += fmt.Sprintf("%s %d %d\n", path, info.Size(), info.ModTime().UnixNano())
		}
		return nil
	})
	return sum
}

// every runs fn now and at each tick until ctx ends.
func every(ctx context.Context, d time.Duration, fn func()) error {
	tick := time.NewTicker(d)
	defer tick.Stop()
	for {
		fn()
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
	}
}
