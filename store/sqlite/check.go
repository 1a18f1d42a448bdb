package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	driver "modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"

	"tandem/store"
)

// Health is what can be told of a database from beside it, while it is used or not.
type Health struct {
	Exists      bool        // nothing below is set when there is no file yet, but Folder*
	Schema      int         // number of its last migration
	Wanted      int         // number of this program's last migration
	Faults      []string    // what the integrity check found; empty = sound
	Mode        fs.FileMode // of the file; more than 0600 lets others read health data
	FolderMode  fs.FileMode // of its folder, 0 when that is missing
	Bytes       int64       // size with its log
	FreeBytes   int64       // room on the disk; -1 = the system does not say
	NotWritable error       // why this user cannot write it, nil if they can
	InUse       error       // store.ErrInUse with the process that has it open, nil if none has
}

// Check looks at the database without changing it. The error is
// store.ErrForeign, or that the file cannot be read at all.
func Check(ctx context.Context, path string) (Health, error) {
	h := Health{FreeBytes: -1}
	folder := filepath.Dir(path)
	if info, err := os.Stat(folder); err == nil {
		h.FolderMode = info.Mode().Perm()
		h.NotWritable = writable(folder)
	}
	if free, err := freeBytes(folder); err == nil {
		h.FreeBytes = free
	}
	steps, err := migrations()
	if err != nil {
		return h, err
	}
	h.Wanted = len(steps)
	info, err := os.Stat(path)
	if errors.Is(err, os.ErrNotExist) {
		return h, nil
	}
	if err != nil {
		return h, fmt.Errorf("check database: %w", err)
	}
	h.Exists, h.Mode, h.Bytes = true, info.Mode().Perm(), diskBytes(path)
	if err := writable(path); err != nil {
		h.NotWritable = err
	}
	h.InUse = locked(path + ".lock")
	return h, h.read(ctx, path)
}

// read fills in what the file itself says.
func (h *Health) read(ctx context.Context, path string) error {
	db, err := open(readerDSN(path), 1)
	if err != nil {
		return err
	}
	defer db.Close()
	if h.Schema, err = version(ctx, db); err != nil {
		return fmt.Errorf("check database: %w", err)
	}
	if h.Faults, err = integrity(ctx, db); err != nil {
		return fmt.Errorf("check database: %w", err)
	}
	return nil
}

// integrity returns what SQLite's own check of every page, index and reference finds.
func integrity(ctx context.Context, db *sql.DB) (faults []string, err error) {
	rows, err := db.QueryContext(ctx, `PRAGMA integrity_check(10)`)
	if err != nil {
		return nil, unreadable(err)
	}
	defer rows.Close()
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, err
		}
		if line != "ok" {
			faults = append(faults, line)
		}
	}
	return faults, rows.Err()
}

// The inbox by inbox_open.
const selectStats = `
SELECT (SELECT count(*) FROM athletes),
	(SELECT count(*) FROM inbox WHERE state = 'waiting' AND state <> 'done'),
	(SELECT min(at) FROM inbox WHERE state = 'waiting' AND state <> 'done'),
	(SELECT count(*) FROM inbox WHERE state = 'dead' AND state <> 'done'),
	(SELECT count(*) FROM identities WHERE reachable = 0),
	(SELECT count(*) FROM identities WHERE gone IS NOT NULL)`

// Stats returns the numbers an operator watches.
func (s *Store) Stats(ctx context.Context) (st store.Stats, err error) {
	err = s.look(ctx, func(t *tx) error {
		return t.row(ctx, selectStats).Scan(&st.Athletes, &st.Waiting, instantScan{&st.Oldest}, &st.Dead, &st.Unreachable, &st.Gone)
	})
	st.Bytes = diskBytes(s.path)
	return st, wrap("read stats", err)
}

// diskBytes is the size of the file and its log; 0 in memory.
func diskBytes(path string) (n int64) {
	for _, name := range []string{path, path + "-wal"} {
		if info, err := os.Stat(name); err == nil {
			n += info.Size()
		}
	}
	return n
}

// unreadable turns SQLite's "not a database" into store.ErrForeign.
func unreadable(err error) error {
	var fault *driver.Error
	if errors.As(err, &fault) && fault.Code() == lib.SQLITE_NOTADB {
		return store.ErrForeign
	}
	return err
}

// wrap says what was being done when err is not nil.
func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}
