package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
)

// errReadOnly: a store opened to read only was asked to write.
var errReadOnly = errors.New("the database is opened to read only")

// tx is one transaction; every query of the package runs on one.
type tx struct {
	*sql.Tx
	stmts  statements
	view   bool // nothing may be written
	erased bool // an athlete was: the disk is to forget them after the commit
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

// update runs fn in a transaction of the one writer and commits it.
func (s *Store) update(ctx context.Context, fn func(*tx) error) error {
	t := &tx{stmts: s.stmts}
	if err := s.commit(ctx, t, fn); err != nil {
		return err
	}
	if t.erased {
		s.forget(ctx)
	}
	return nil
}

// commit runs fn when it is its turn, in the order of coming: the library's own
// queue for the connection is served at random.
func (s *Store) commit(ctx context.Context, t *tx, fn func(*tx) error) error {
	if s.write == nil {
		return errReadOnly
	}
	select {
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
	}
	if err := ctx.Err(); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	var err error
	t.Tx, err = s.write.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("begin: %w", explained(err))
	}
	defer t.Rollback() // does nothing after the commit
	if err := fn(t); err != nil {
		return explained(err)
	}
	if err := t.Commit(); err != nil {
		return fmt.Errorf("commit: %w", explained(err))
	}
	return nil
}

// look runs fn in a transaction that is rolled back.
func (s *Store) look(ctx context.Context, fn func(*tx) error) error {
	begun, err := s.read.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return fmt.Errorf("begin to read: %w", explained(err))
	}
	defer begun.Rollback()
	return fn(&tx{Tx: begun, stmts: s.looks, view: true})
}

// exec, query and row run a query, prepared if it is one of the hot ones.
//
// Those take microseconds, and the library's watching for a cancellation in the
// middle costs as much again: they are looked after between one and the next.
func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	var res sql.Result
	var err error
	if st, ok := t.stmts[query]; !ok {
		res, err = t.ExecContext(ctx, query, args...)
	} else if err = ctx.Err(); err == nil {
		ctx = context.WithoutCancel(ctx)
		res, err = t.StmtContext(ctx, st).ExecContext(ctx, args...)
	}
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (t *tx) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, ok := t.stmts[query]
	if !ok {
		return t.QueryContext(ctx, query, args...)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	ctx = context.WithoutCancel(ctx)
	return t.StmtContext(ctx, st).QueryContext(ctx, args...)
}

func (t *tx) row(ctx context.Context, query string, args ...any) *sql.Row {
	if st, ok := t.stmts[query]; ok && ctx.Err() == nil {
		ctx = context.WithoutCancel(ctx)
		return t.StmtContext(ctx, st).QueryRowContext(ctx, args...)
	}
	return t.QueryRowContext(ctx, query, args...)
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
