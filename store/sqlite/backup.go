package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Backup writes a consistent copy to path while the database is in use, checks
// it and only then gives it its name: a file that has the name is whole. An
// older file of the name is replaced.
func (s *Store) Backup(ctx context.Context, path string) error {
	part := path + ".part"
	if err := os.Remove(part); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("remove an unfinished backup: %w", err)
	}
	err := s.copyTo(ctx, part)
	if err != nil {
		return errors.Join(fmt.Errorf("back up to %s: %w", path, err), ignoreMissing(os.Remove(part)))
	}
	if err := os.Rename(part, path); err != nil {
		return fmt.Errorf("name the backup: %w", err)
	}
	return syncFolder(filepath.Dir(path))
}

func (s *Store) copyTo(ctx context.Context, part string) error {
	if err := create(part); err != nil { // VACUUM INTO takes an empty file: this one is ours alone
		return err
	}
	err := s.read.with(ctx, "copy", func(c *connection) error {
		_, err := c.exec(ctx, `VACUUM INTO ?`, part)
		return wrap("copy", err)
	})
	if err != nil {
		return err
	}
	if err := syncFile(part); err != nil {
		return fmt.Errorf("sync: %w", err)
	}
	return verify(ctx, part)
}

// verify opens a copy and has SQLite check every page of it.
func verify(ctx context.Context, path string) error {
	db, err := open(readerDSN(path), 1)
	if err != nil {
		return err
	}
	defer db.Close()
	if err := current(ctx, db); err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	faults, err := integrity(ctx, db)
	if err != nil {
		return fmt.Errorf("check the copy: %w", err)
	}
	if len(faults) > 0 {
		return fmt.Errorf("the copy is damaged: %s", faults[0])
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes a rename in the folder last. Windows has no such thing.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open the backup's folder: %w", err)
	}
	if err := f.Sync(); err != nil && !errors.Is(err, errors.ErrUnsupported) && filepath.Separator == '/' {
		return errors.Join(fmt.Errorf("sync the backup's folder: %w", err), f.Close())
	}
	return f.Close()
}

func ignoreMissing(err error) error {
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	return err
}
