package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"sync"
)

var errClosed = errors.New("the database is closed")

// pool lends connections that stay open, one to a caller, in the order of their
// coming. The library's own pool is served at random, begins and ends every
// transaction with words to be parsed, and watches each, and each reading
// query in one, from a goroutine: all that costs as much as a small query.
type pool struct {
	db   *sql.DB
	hot  []string         // queries that each connection prepares when it is opened
	free chan *connection // open ones that nobody uses
	more chan struct{}    // one for each that may still be opened
	shut chan struct{}    // closed when the pool is
	once sync.Once
}

// connection is one of a pool, with its prepared statements by their text.
type connection struct {
	*sql.Conn
	stmts map[string]*sql.Stmt
}

// newPool returns a pool of at most n connections; one is open already.
func newPool(ctx context.Context, db *sql.DB, n int, hot []string) (*pool, error) {
	p := &pool{db: db, hot: hot, free: make(chan *connection, n), more: make(chan struct{}, n), shut: make(chan struct{})}
	first, err := p.open(ctx)
	if err != nil {
		return nil, err
	}
	p.free <- first
	for range n - 1 {
		p.more <- struct{}{}
	}
	return p, nil
}

func (p *pool) open(ctx context.Context) (*connection, error) {
	conn, err := p.db.Conn(ctx)
	if err != nil {
		return nil, fmt.Errorf("connect: %w", err)
	}
	c := &connection{Conn: conn, stmts: make(map[string]*sql.Stmt, len(p.hot))}
	for _, query := range p.hot {
		if c.stmts[query], err = conn.PrepareContext(ctx, query); err != nil {
			delete(c.stmts, query)
			return nil, errors.Join(fmt.Errorf("prepare %q: %w", query, err), c.close())
		}
	}
	return c, nil
}

// with lends a connection to fn. An error that comes before says what for.
func (p *pool) with(ctx context.Context, what string, fn func(*connection) error) error {
	c, err := p.take(ctx)
	if err != nil {
		return fmt.Errorf("%s: %w", what, explained(err))
	}
	broken := false
	defer func() { p.giveBack(c, broken) }()
	err = fn(c)
	broken = errors.Is(err, sql.ErrConnDone) || errors.Is(err, driver.ErrBadConn)
	return err
}

// giveBack takes a connection back; in the place of a broken one another is opened.
func (p *pool) giveBack(c *connection, broken bool) {
	if !broken {
		p.free <- c
		return
	}
	_ = c.close() // it is of no use, whatever is wrong with it
	p.more <- struct{}{}
}

// take prefers a connection that is open to opening one more.
func (p *pool) take(ctx context.Context) (*connection, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case c := <-p.free:
		return c, nil
	default:
	}
	select {
	case c := <-p.free:
		return c, nil
	case <-p.more:
		c, err := p.open(ctx)
		if err != nil {
			p.more <- struct{}{}
		}
		return c, err
	case <-p.shut:
		return nil, errClosed
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// close waits until every connection is back, and closes them, once.
func (p *pool) close() (err error) {
	if p == nil {
		return nil
	}
	p.once.Do(func() {
		close(p.shut)
		var errs []error
		for range cap(p.free) {
			select {
			case c := <-p.free:
				errs = append(errs, c.close())
			case <-p.more:
			}
		}
		err = errors.Join(append(errs, p.db.Close())...)
	})
	return err
}

// close ends the statements first: while one is left, SQLite does not close the
// file, nor fold its log into it.
func (c *connection) close() error {
	var errs []error
	for _, st := range c.stmts {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, c.Close())...)
}

// transaction runs fn between the two statements; its error, or a panic, rolls
// all back.
func (c *connection) transaction(ctx context.Context, begin, end string, fn func() error) error {
	if _, err := c.exec(ctx, begin); err != nil {
		return fmt.Errorf("begin: %w", err)
	}
	ended := false
	defer func() {
		if !ended { // SQLite may have rolled back by itself, and then says so
			_, _ = c.exec(context.WithoutCancel(ctx), rollback)
		}
	}()
	if err := fn(); err != nil {
		return err
	}
	if _, err := c.exec(ctx, end); err != nil {
		return fmt.Errorf("commit: %w", err)
	}
	ended = true
	return nil
}

// exec, query and row run a query, prepared if it is one of the hot ones.
//
// Those take microseconds, and the library's watching for a cancellation in the
// middle costs as much again: they are looked after between one and the next.
func (c *connection) exec(ctx context.Context, query string, args ...any) (int64, error) {
	var res sql.Result
	var err error
	if st, ok := c.stmts[query]; !ok {
		res, err = c.ExecContext(ctx, query, args...)
	} else if err = ctx.Err(); err == nil {
		res, err = st.ExecContext(context.WithoutCancel(ctx), args...)
	}
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}

func (c *connection) query(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	st, ok := c.stmts[query]
	if !ok {
		return c.QueryContext(ctx, query, args...)
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return st.QueryContext(context.WithoutCancel(ctx), args...)
}

func (c *connection) row(ctx context.Context, query string, args ...any) *sql.Row {
	if st, ok := c.stmts[query]; ok && ctx.Err() == nil {
		return st.QueryRowContext(context.WithoutCancel(ctx), args...)
	}
	return c.QueryRowContext(ctx, query, args...)
}
