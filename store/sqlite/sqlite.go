// Package sqlite keeps everything in one SQLite file, for one process.
//
// One connection writes, one transaction at a time; a pool of read-only
// connections serves [Store.View] beside it, each call on one snapshot. A
// commit is on the disk when it returns (WAL, synchronous=FULL). Deleted bytes
// are overwritten (secure_delete), so that what is erased is gone from the file
// and, after the checkpoint that follows an erasure, from its log.
//
// [Open] holds a lock beside the file for as long as the store is open: a
// second process is refused with [store.ErrInUse], and a killed one frees it.
// Reading is open to others at any time: [OpenReadOnly], [Check].
//
// The schema is the numbered files in migrations; each runs once, in a
// transaction of its own, and the number of the last is the file's
// user_version. Queries stand beside the methods that use them; those that run
// with every message are also named in statements.go and prepared once.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"

	driver "modernc.org/sqlite"

	"tandem/bot"
)

// Store is an open database.
type Store struct {
	path   string // "" = in memory
	write  *pool  // of one connection; nil in a store opened to read only
	read   *pool
	unlock func() error
}

var _ bot.Store = (*Store)(nil)

// Open opens the database at path for this process alone and brings its schema
// up to date. A missing folder is made for the owner only (0700), and so is the
// file (0600). Errors: [store.ErrInUse], [store.ErrNewer], [store.ErrForeign].
func Open(ctx context.Context, path string) (*Store, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, fmt.Errorf("make folder for the database: %w", err)
	}
	unlock, err := lock(path + ".lock")
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	s, err := openLocked(ctx, path)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open %s: %w", path, explained(err)), unlock())
	}
	s.unlock = unlock
	return s, nil
}

func openLocked(ctx context.Context, path string) (*Store, error) {
	if err := create(path); err != nil {
		return nil, err
	}
	if have, want, err := Schema(ctx, path); err != nil {
		return nil, err
	} else if have > want {
		return nil, newer(have, want)
	}
	syncByData()
	s := &Store{path: path, unlock: func() error { return nil }}
	db, err := open(writerDSN(path), 1)
	if err != nil {
		return nil, err
	}
	if _, _, err = migrate(ctx, db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if s.write, err = newPool(ctx, db, 1, hotWrites); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	if err = s.freeLeases(ctx); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if err = s.openReaders(ctx, readers()); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// OpenReadOnly opens an existing database beside the process that writes it.
// Update fails; everything that only reads, and Backup, works. Errors:
// [store.ErrOlder], [store.ErrNewer], [store.ErrForeign].
func OpenReadOnly(ctx context.Context, path string) (*Store, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	s := &Store{path: path, unlock: func() error { return nil }}
	if err := s.openReaders(ctx, 1); err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return s, nil
}

// openReaders gives the store up to n connections to read by.
func (s *Store) openReaders(ctx context.Context, n int) error {
	db, err := open(readerDSN(s.path), n)
	if err != nil {
		return err
	}
	if err = current(ctx, db); err == nil {
		s.read, err = newPool(ctx, db, n, hotReads)
	}
	if err != nil {
		return errors.Join(err, db.Close())
	}
	return nil
}

// Memory opens an empty database that is gone when it is closed. Its one
// connection serves reads too: View inside Update would wait for ever.
func Memory(ctx context.Context) (*Store, error) {
	db, err := open(memoryDSN(), 1)
	if err != nil {
		return nil, err
	}
	s := &Store{unlock: func() error { return nil }}
	if _, _, err = migrate(ctx, db); err == nil {
		s.write, err = newPool(ctx, db, 1, hotWrites)
	}
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	s.read = s.write
	return s, nil
}

// Close ends the readers, then the writer, which folds the log into the file,
// and lets other processes in. It waits for transactions that are on.
func (s *Store) Close() error {
	errs := []error{s.read.close(), s.write.close(), s.unlock()}
	s.unlock = func() error { return nil }
	return errors.Join(errs...)
}

// Path is where the database lies, "" for one in memory.
func (s *Store) Path() string { return s.path }

// open returns a pool of at most n connections that are kept.
func open(dsn string, n int) (*sql.DB, error) {
	db, err := sql.Open("sqlite", dsn)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// readers is how many reads go on side by side.
func readers() int { return max(4, runtime.GOMAXPROCS(0)) }

// create makes an empty file that only the owner can read. SQLite gives the
// files it puts beside it the same permissions.
func create(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if errors.Is(err, os.ErrExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("make the database file: %w", err)
	}
	return f.Close()
}

// syncByData lets commits sync with fdatasync, as SQLite is built on every
// Linux distribution; where the system has none, they go on with fsync.
func syncByData() {
	if _, err := driver.Fdatasync(true); err != nil && !errors.Is(err, driver.ErrFdatasyncUnavailable) {
		panic(err) // the library documents no other error
	}
}
