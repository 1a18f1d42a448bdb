// Package postgres keeps everything in a PostgreSQL database, for any number of
// processes.
//
// Every [Store.Update] is one transaction. It locks the athlete it is about with
// the first look at them ([tx.Who], [tx.Athlete]), so that two processes never
// change one athlete side by side; whoever takes several locks takes the
// athlete's first. [Store.View] sees one snapshot and cannot write. A process
// that stands still in the middle of a transaction loses it after half a lease,
// and its locks with it.
//
// A waiting message belongs to the process that accepted it (owner.go). A
// process says every few seconds that it is alive; when it is silent for
// leaseTime, another takes over its messages, and what it still tries to answer
// is refused.
//
// Plans are swept by one process at a time, under an advisory lock; due
// deliveries are claimed by all of them, each its own (FOR UPDATE SKIP LOCKED).
//
// The schema is the numbered files in migrations; each runs once, in a
// transaction of its own under an advisory lock, so that processes can start
// together. What is erased is gone for every query at once, and is removed from
// the tables' files by the purge after it (VACUUM); the server's log and the
// operator's backups keep it for as long as they are kept.
package postgres

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5/pgxpool"

	"tandem/bot"
)

// Store is an open database.
type Store struct {
	pool  *pgxpool.Pool
	self  *owner // nil in a store opened to read only
	order order
}

var _ bot.Store = (*Store)(nil)

// maxConns bounds a process's connections, unless the address says otherwise: 16
// deliveries side by side and some room for chat.
const maxConns = 20

// Options change how a process shares the database.
type Options struct {
	// Lease is how long a process may be silent before its messages are taken
	// over by another, by the database's clock; 0 = a minute. A transaction that
	// stands still for half of it is ended.
	Lease time.Duration
}

// Open connects to the database at a postgres:// address, brings its schema up
// to date and joins its processes. Errors: [store.ErrNewer], and what the server
// says, without the password.
func Open(ctx context.Context, url string) (*Store, error) { return OpenWith(ctx, url, Options{}) }

// OpenWith is [Open] with options.
func OpenWith(ctx context.Context, url string, o Options) (*Store, error) {
	if o.Lease <= 0 {
		o.Lease = leaseTime
	}
	pool, err := connect(ctx, url, o.Lease)
	if err != nil {
		return nil, err
	}
	s := &Store{pool: pool}
	if _, _, err := migrate(ctx, pool); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	if s.self, err = join(ctx, s, o.Lease); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

// OpenReadOnly opens an existing database beside the processes that work on it.
// Everything that only reads works. Errors: [store.ErrOlder], [store.ErrNewer].
func OpenReadOnly(ctx context.Context, url string) (*Store, error) {
	pool, err := connect(ctx, url, leaseTime)
	if err != nil {
		return nil, err
	}
	s := &Store{pool: pool}
	if err := current(ctx, pool); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return s, nil
}

func connect(ctx context.Context, url string, lease time.Duration) (*pgxpool.Pool, error) {
	c, err := pgxpool.ParseConfig(url)
	if err != nil {
		return nil, fmt.Errorf("read the address of the database: %w", err)
	}
	if !strings.Contains(url, "pool_max_conns") {
		c.MaxConns = maxConns
	}
	params := c.ConnConfig.RuntimeParams
	if params["application_name"] == "" {
		params["application_name"] = "tandem"
	}
	params["idle_in_transaction_session_timeout"] = fmt.Sprint((lease / 2).Milliseconds())
	pool, err := pgxpool.NewWithConfig(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("connect to the database: %w", err)
	}
	if err := pool.Ping(ctx); err != nil {
		pool.Close()
		return nil, fmt.Errorf("connect to the database: %w", err)
	}
	return pool, nil
}

// Close leaves the database: what waits is the other processes' from now on.
func (s *Store) Close() error {
	err := s.self.leave()
	s.self = nil
	s.pool.Close()
	return err
}

// Backup says how a server is backed up: a copy by us would stand beside the
// operator's own backups and be forgotten by an erasure.
func (s *Store) Backup(context.Context, string) error {
	return errors.New("a PostgreSQL database is backed up with its own programs: pg_dump --format=custom --file=FILE ADDRESS")
}

// wrap says what was being done when err is not nil.
func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}
