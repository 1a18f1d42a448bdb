package postgres

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
	"tandem/store"
)

// tx is one transaction.
type tx struct {
	pgx.Tx
	view  bool      // nothing may be written
	met   store.Met // the person that Who looked up
	self  int64     // this process, whose messages may be answered
	store *Store
	taken []int64 // numbers given to messages
}

var _ bot.Tx = (*tx)(nil)

// Update runs fn in one transaction; its error, or a panic, rolls all back.
func (s *Store) Update(ctx context.Context, fn func(bot.Tx) error) error {
	return s.update(ctx, func(t *tx) error { return fn(t) })
}

// View runs fn over one snapshot. Writing in it fails.
func (s *Store) View(ctx context.Context, fn func(bot.Tx) error) error {
	return s.look(ctx, func(t *tx) error { return fn(t) })
}

func (s *Store) update(ctx context.Context, fn func(*tx) error) error {
	begun, err := s.pool.Begin(ctx)
	if err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	defer begun.Rollback(context.WithoutCancel(ctx)) // does nothing after the commit
	t := &tx{Tx: begun, self: s.self.number(), store: s}
	defer func() {
		for _, seq := range t.taken {
			s.order.end(seq)
		}
	}()
	if err := fn(t); err != nil {
		return err
	}
	if err := begun.Commit(ctx); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	return nil
}

// look runs fn in a transaction that is rolled back.
func (s *Store) look(ctx context.Context, fn func(*tx) error) error {
	begun, err := s.pool.BeginTx(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly})
	if err != nil {
		return fmt.Errorf("begin to read: %w", err)
	}
	defer begun.Rollback(context.WithoutCancel(ctx))
	return fn(&tx{Tx: begun, view: true})
}

// alone makes a query lock the athlete's row until the transaction ends; a view
// locks nothing.
func (t *tx) alone(query string) string {
	if t.view {
		return query
	}
	return query + " FOR NO KEY UPDATE OF a"
}

func (t *tx) exec(ctx context.Context, query string, args ...any) (int64, error) {
	t.met.Wrote()
	done, err := t.Exec(ctx, query, plain(args)...)
	return done.RowsAffected(), err
}

func (t *tx) row(ctx context.Context, query string, args ...any) pgx.Row {
	return t.QueryRow(ctx, query, plain(args)...)
}

// each scans every row of a query.
func (t *tx) each(ctx context.Context, query string, scan func(pgx.Rows) error, args ...any) error {
	rows, err := t.Query(ctx, query, plain(args)...)
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

// plain makes texts such as the server takes: it refuses a zero byte and what
// is not UTF-8, which people can send and which mean nothing.
func plain(args []any) []any {
	for i, a := range args {
		v := reflect.ValueOf(a)
		if v.Kind() != reflect.String {
			continue
		}
		args[i] = strings.ReplaceAll(strings.ToValidUTF8(v.String(), "\uFFFD"), "\x00", "")
	}
	return args
}

// missing turns "no such row" into coach.ErrNotFound.
func missing(err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return coach.ErrNotFound
	}
	return err
}

// instant is a moment as it is stored: UTC milliseconds, NULL = never.
func instant(at time.Time) *int64 {
	if at.IsZero() {
		return nil
	}
	ms := at.UnixMilli()
	return &ms
}

func moment(ms *int64) time.Time {
	if ms == nil {
		return time.Time{}
	}
	return time.UnixMilli(*ms).UTC()
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
	if !ok {
		*i.to = time.Time{}
		return nil
	}
	*i.to = time.UnixMilli(ms).UTC()
	return nil
}
