package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
	"tandem/store"
)

// errReadOnly: a store opened to read only was asked to write.
var errReadOnly = errors.New("the database is opened to read only")

// tx is one transaction; every query of the package runs on one.
type tx struct {
	*connection
	view   bool        // nothing may be written
	met    store.Met   // the person that Who looked up
	taken  *bot.Stored // a message that is not written yet
	erased bool        // an athlete was: the disk is to forget them after the commit
}

var _ bot.Tx = (*tx)(nil)

// Update runs fn in one transaction; its error, or a panic, rolls all back.
func (s *Store) Update(ctx context.Context, fn func(bot.Tx) error) error {
	return s.update(ctx, func(t *tx) error { return fn(t) })
}

// View runs fn over one snapshot. Writing in it fails, or in memory comes to
// nothing.
func (s *Store) View(ctx context.Context, fn func(bot.Tx) error) error {
	return s.look(ctx, func(t *tx) error { return fn(t) })
}

// The statements around a transaction. One that writes takes the file's lock at
// once: to ask for it later could fail in the middle.
const (
	beginWrite = `BEGIN IMMEDIATE`
	beginRead  = `BEGIN`
	commit     = `COMMIT`
	rollback   = `ROLLBACK`
)

// update runs fn in a transaction of the one writer, when it is its turn, and
// commits it.
func (s *Store) update(ctx context.Context, fn func(*tx) error) error {
	if s.write == nil {
		return errReadOnly
	}
	erased := false
	err := s.write.with(ctx, "begin", func(c *connection) error {
		t := &tx{connection: c}
		defer func() { erased = t.erased }()
		return c.transaction(ctx, beginWrite, commit, func() error {
			if err := fn(t); err != nil {
				return err
			}
			return t.writeTaken(ctx, nil)
		})
	})
	if err != nil {
		return explained(err)
	}
	if erased {
		s.forget(ctx)
	}
	return nil
}

// look runs fn over one snapshot.
func (s *Store) look(ctx context.Context, fn func(*tx) error) error {
	return s.read.with(ctx, "begin to read", func(c *connection) error {
		return c.transaction(ctx, beginRead, rollback, func() error { return fn(&tx{connection: c, view: true}) })
	})
}

func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	t.met.Wrote()
	return t.connection.exec(ctx, query, args...)
}

// each scans every row of a query.
func (t *tx) each(ctx context.Context, query string, scan func(*sql.Rows) error, args ...any) error {
	rows, err := t.query(ctx, query, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// missing turns "no such row" into coach.ErrNotFound.
func missing(err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return coach.ErrNotFound
	}
	return err
}

// instant is a moment as it is stored: UTC milliseconds, NULL = never.
func instant(at time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: at.UnixMilli(), Valid: !at.IsZero()}
}

func moment(at sql.NullInt64) time.Time {
	if !at.Valid {
		return time.Time{}
	}
	return time.UnixMilli(at.Int64).UTC()
}

// dateScan reads a stored day into a date, "" as the zero one.
type dateScan struct{ to *training.Date }

func (d dateScan) Scan(v any) error {
	text, ok := v.(string)
	if !ok || text == "" {
		*d.to = training.Date{}
		return nil
	}
	var err error
	*d.to, err = training.ParseDate(text)
	return err
}

// instantScan reads stored milliseconds into a moment, NULL as the zero one.
type instantScan struct{ to *time.Time }

func (i instantScan) Scan(v any) error {
	ms, ok := v.(int64)
	*i.to = moment(sql.NullInt64{Int64: ms, Valid: ok})
	return nil
}
