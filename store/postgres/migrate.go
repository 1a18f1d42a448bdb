package postgres

import (
	"context"
	"embed"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"tandem/store"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// The keys of the advisory locks: "TAND" in ASCII, and what is locked.
const (
	schemaLock = 0x54414E44_00000001
	sweepLock  = 0x54414E44_00000002
)

// migration is one step of the schema.
type migration struct {
	number int // 1, 2, 3 ... without a gap
	name   string
	sql    string
}

// migrations returns the steps in order.
func migrations() ([]migration, error) {
	names, err := fs.Glob(migrationFiles, "migrations/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for i, name := range names {
		base := path.Base(name)
		number, _, _ := strings.Cut(base, "_")
		if n, err := strconv.Atoi(number); err != nil || n != i+1 {
			return nil, fmt.Errorf("migration %s: its number must be %04d", base, i+1)
		}
		text, err := migrationFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		out = append(out, migration{i + 1, base, string(text)})
	}
	return out, nil
}

// Schema returns the number of the database's last migration and that of the
// program's last; an empty database has 0.
func Schema(ctx context.Context, url string) (have, want int, err error) {
	steps, err := migrations()
	if err != nil {
		return 0, 0, err
	}
	pool, err := connect(ctx, url, leaseTime)
	if err != nil {
		return 0, len(steps), err
	}
	defer pool.Close()
	have, err = version(ctx, pool)
	return have, len(steps), err
}

// Migrate brings the schema up to date and returns its number before and after.
// [Open] does the same.
func Migrate(ctx context.Context, url string) (from, to int, err error) {
	pool, err := connect(ctx, url, leaseTime)
	if err != nil {
		return 0, 0, err
	}
	defer pool.Close()
	return migrate(ctx, pool)
}

// migrate runs the steps that the database has not seen.
func migrate(ctx context.Context, pool *pgxpool.Pool) (from, to int, err error) {
	steps, err := migrations()
	if err != nil {
		return 0, 0, err
	}
	if from, err = version(ctx, pool); err != nil {
		return 0, 0, err
	}
	if from > len(steps) {
		return from, from, newer(from, len(steps))
	}
	for _, m := range steps[from:] {
		if err := m.run(ctx, pool); err != nil {
			return from, m.number - 1, fmt.Errorf("migration %s: %w", m.name, err)
		}
	}
	return from, len(steps), nil
}

const (
	lockUntilCommit = `SELECT pg_advisory_xact_lock($1)`
	makeSchemaTable = `
CREATE TABLE IF NOT EXISTS tandem_schema (number BIGINT PRIMARY KEY, name TEXT NOT NULL, made TIMESTAMPTZ NOT NULL DEFAULT now())`
	noteMigration = `INSERT INTO tandem_schema (number, name) VALUES ($1, $2)`
)

// run makes the step and notes that it is made, both or neither; nothing when
// another process has made it meanwhile.
func (m migration) run(ctx context.Context, pool *pgxpool.Pool) error {
	return pgx.BeginFunc(ctx, pool, func(t pgx.Tx) error {
		if _, err := t.Exec(ctx, lockUntilCommit, int64(schemaLock)); err != nil {
			return err
		}
		if _, err := t.Exec(ctx, makeSchemaTable); err != nil {
			return err
		}
		have, err := version(ctx, t)
		if err != nil || have >= m.number {
			return err
		}
		if _, err := t.Exec(ctx, m.sql); err != nil {
			return err
		}
		_, err = t.Exec(ctx, noteMigration, m.number, m.name)
		return err
	})
}

// querier is a pool or a transaction.
type querier interface {
	QueryRow(ctx context.Context, query string, args ...any) pgx.Row
}

const (
	findSchemaTable = `SELECT to_regclass('tandem_schema') IS NOT NULL`
	selectSchema    = `SELECT coalesce(max(number), 0) FROM tandem_schema`
)

// version is the number of the last migration; 0 for an empty database.
func version(ctx context.Context, q querier) (n int, err error) {
	var found bool
	if err := q.QueryRow(ctx, findSchemaTable).Scan(&found); err != nil || !found {
		return 0, wrap("read the schema's number", err)
	}
	err = q.QueryRow(ctx, selectSchema).Scan(&n)
	return n, wrap("read the schema's number", err)
}

// current is an error unless the schema is the program's own.
func current(ctx context.Context, q querier) error {
	steps, err := migrations()
	if err != nil {
		return err
	}
	have, err := version(ctx, q)
	switch {
	case err != nil:
		return err
	case have > len(steps):
		return newer(have, len(steps))
	case have < len(steps):
		return fmt.Errorf("%w (schema %d, wanted %d)", store.ErrOlder, have, len(steps))
	}
	return nil
}

func newer(have, want int) error {
	return fmt.Errorf("%w (schema %d, this version knows %d)", store.ErrNewer, have, want)
}
