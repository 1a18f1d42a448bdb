package sqlite

import (
	"context"
	"encoding/binary"
	"fmt"
	"time"
)

// secure_delete overwrites what is deleted, with one gap: when SQLite spreads
// the rows of a full page over its neighbours, copies of moved rows stay in the
// unused middle of the page. Scrubbing clears those middles, page by page, with
// the page format of https://sqlite.org/fileformat2.html#b_tree_pages.

// scrubTime is how long a person who erases waits for it at most. What is left
// then is the purge's.
const scrubTime = 2 * time.Second

// scrubStretch is how many pages are looked at on one snapshot.
const scrubStretch = 1000

const (
	askForScrub = `INSERT INTO scrubbing (one) VALUES (1) ON CONFLICT DO NOTHING`
	scrubAsked  = `SELECT EXISTS (SELECT 1 FROM scrubbing)`
	scrubDone   = `DELETE FROM scrubbing`

	selectPage = `SELECT data FROM sqlite_dbpage WHERE pgno = ?`
	updatePage = `UPDATE sqlite_dbpage SET data = ? WHERE pgno = ?`
)

// forget removes what an erasure left in unused bytes and in the log, as far as
// it can at once. It has no error to tell: the erasure is committed, and what
// could not be done now is asked for and done by the next purge.
func (s *Store) forget(ctx context.Context) {
	if s.path == "" {
		return
	}
	limited, cancel := context.WithTimeout(ctx, scrubTime)
	defer cancel()
	if s.scrub(limited) == nil {
		s.cutLog(ctx)
	}
}

// forgetRest empties the log and, if an athlete was erased since the last time,
// does what forget did not come to. It looks at every page once more: rows that
// moved while forget was looking could have slipped by.
func (s *Store) forgetRest(ctx context.Context) error {
	if s.path == "" {
		return nil
	}
	var asked bool
	err := s.look(ctx, func(t *tx) error { return t.row(ctx, scrubAsked).Scan(&asked) })
	if err != nil {
		return fmt.Errorf("look for erasures: %w", err)
	}
	if !asked {
		_, err := s.cutLog(ctx)
		return err
	}
	if err := s.scrub(ctx); err != nil {
		return err
	}
	if cut, err := s.cutLog(ctx); err != nil || !cut {
		return err
	}
	return s.update(ctx, func(t *tx) error {
		_, err := t.exec(ctx, scrubDone)
		return err
	})
}

// scrub clears the unused middle of every page. It looks from a reader and
// writes only the pages that need it, so that messages get their turn between.
func (s *Store) scrub(ctx context.Context) error {
	var last int
	err := s.look(ctx, func(t *tx) error { return t.row(ctx, `PRAGMA page_count`).Scan(&last) })
	if err != nil {
		return fmt.Errorf("scrub: %w", err)
	}
	for first := 1; first <= last; first += scrubStretch {
		dirty, err := s.dirtyPages(ctx, first, min(first+scrubStretch-1, last))
		if err == nil && len(dirty) > 0 {
			err = s.update(ctx, func(t *tx) error { return t.clean(ctx, dirty) })
		}
		if err != nil {
			return fmt.Errorf("scrub pages from %d: %w", first, err)
		}
	}
	return nil
}

// dirtyPages returns the pages of first..last whose middle is not empty.
func (s *Store) dirtyPages(ctx context.Context, first, last int) (dirty []int, err error) {
	err = s.look(ctx, func(t *tx) error {
		page, err := t.PrepareContext(ctx, selectPage)
		if err != nil {
			return err
		}
		defer page.Close()
		for n := first; n <= last; n++ {
			var data []byte
			if err := page.QueryRowContext(ctx, n).Scan(&data); err != nil {
				return err
			}
			if wipe(middle(n, data)) {
				dirty = append(dirty, n)
			}
		}
		return nil
	})
	return dirty, err
}

// clean empties the middles of the pages, as they are now.
func (t *tx) clean(ctx context.Context, pages []int) error {
	for _, n := range pages {
		var data []byte
		if err := t.row(ctx, selectPage, n).Scan(&data); err != nil {
			return err
		}
		if !wipe(middle(n, data)) {
			continue
		}
		if _, err := t.exec(ctx, updatePage, data, n); err != nil {
			return err
		}
	}
	return nil
}

// The kinds of b-tree pages, in their first byte. Every other page begins with
// a page number in four bytes, whose first is 0 or 1 up to 32 million pages.
const (
	innerIndex = 2
	innerTable = 5
	leafIndex  = 10
	leafTable  = 13
)

// middle is the unallocated space of a b-tree page: between the pointers to its
// cells and the first cell. It is empty for every other kind of page.
func middle(number int, page []byte) []byte {
	header := 0
	if number == 1 {
		header = 100 // the file's own
	}
	if len(page) < header+12 {
		return nil
	}
	size := 0
	switch page[header] {
	case innerIndex, innerTable:
		size = 12
	case leafIndex, leafTable:
		size = 8
	default:
		return nil
	}
	cells := int(binary.BigEndian.Uint16(page[header+3:]))
	from := header + size + 2*cells
	to := int(binary.BigEndian.Uint16(page[header+5:]))
	if from > to || to > len(page) {
		return nil
	}
	return page[from:to]
}

// wipe zeroes the bytes and reports whether any was not zero.
func wipe(bytes []byte) (changed bool) {
	for i, b := range bytes {
		if b != 0 {
			bytes[i], changed = 0, true
		}
	}
	return changed
}

// cutTime is how long readers may hold up the cutting of the log.
const cutTime = 500 * time.Millisecond

// cutLog folds the log into the file and empties it, so that no erased byte
// stays on the disk. False: a reader holds an old snapshot, try again later.
func (s *Store) cutLog(ctx context.Context) (cut bool, err error) {
	limited, cancel := context.WithTimeout(ctx, cutTime)
	defer cancel()
	var busy, frames, folded int
	err = s.write.with(limited, "wait", func(c *connection) error {
		return c.row(limited, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &frames, &folded)
	})
	if err != nil && ctx.Err() == nil && limited.Err() != nil {
		return false, nil // waited long enough
	}
	return busy == 0, wrap("cut the log off", err)
}
