package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"tandem/store"
)

//go:embed migrations/*.sql
var migrationFiles embed.FS

// applicationID marks the file as ours: "TAND" in ASCII.
const applicationID = 0x54414E44

// migration is one step of the schema.
type migration struct {
	number int // 1, 2, 3 ... without a gap
	name   string
	sql    string
}

// migrations returns the steps in order.
func migrations() ([]migration, error) { return migrationsIn(migrationFiles) }

func migrationsIn(files fs.FS) ([]migration, error) {
	names, err := fs.Glob(files, "migrations/*.sql")
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
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		out = append(out, migration{i + 1, base, string(text)})
	}
	return out, nil
}

// Schema returns the number of the file's last migration and that of the
// program's last. Equal is up to date; a file that does not exist has 0.
func Schema(ctx context.Context, path string) (have, want int, err error) {
	steps, err := migrations()
	if err != nil {
		return 0, 0, err
	}
	if !exists(path) {
		return 0, len(steps), nil
	}
	db, err := open(readerDSN(path), 1)
	if err != nil {
		return 0, 0, err
	}
	defer db.Close()
	have, err = version(ctx, db)
	return have, len(steps), err
}

// Migrate brings the schema of the file up to date and returns its number
// before and after. [Open] does the same.
func Migrate(ctx context.Context, path string) (from, to int, err error) {
	from, _, err = Schema(ctx, path)
	if err != nil {
		return 0, 0, err
	}
	s, err := Open(ctx, path)
	if err != nil {
		return from, from, err
	}
	steps, err := migrations()
	return from, len(steps), errors.Join(err, s.Close())
}

// migrate runs the steps that the database has not seen.
func migrate(ctx context.Context, db *sql.DB) (from, to int, err error) {
	steps, err := migrations()
	if err != nil {
		return 0, 0, err
	}
	if from, err = version(ctx, db); err != nil {
		return 0, 0, err
	}
	if from > len(steps) {
		return from, from, newer(from, len(steps))
	}
	for _, m := range steps[from:] {
		if err := m.run(ctx, db); err != nil {
			return from, m.number - 1, fmt.Errorf("migration %s: %w", m.name, err)
		}
	}
	return from, len(steps), nil
}

// run makes the step and notes that it is made, both or neither.
func (m migration) run(ctx context.Context, db *sql.DB) error {
	t, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer t.Rollback()
	if _, err := t.ExecContext(ctx, m.sql); err != nil {
		return err
	}
	// A pragma takes no parameters; both values are numbers of this program.
	mark := fmt.Sprintf("PRAGMA user_version = %d; PRAGMA application_id = %d", m.number, applicationID)
	if _, err := t.ExecContext(ctx, mark); err != nil {
		return err
	}
	return t.Commit()
}

// current is an error unless the schema is the program's own.
func current(ctx context.Context, db *sql.DB) error {
	steps, err := migrations()
	if err != nil {
		return err
	}
	have, err := version(ctx, db)
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

// version is the number of the last migration; 0 for an empty file.
func version(ctx context.Context, db *sql.DB) (int, error) {
	var number, owner, tables int
	const query = `SELECT user_version, application_id, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version, pragma_application_id`
	if err := db.QueryRowContext(ctx, query).Scan(&number, &owner, &tables); err != nil {
		return 0, unreadable(err)
	}
	if owner != applicationID && (tables > 0 || number > 0) {
		return 0, store.ErrForeign
	}
	return number, nil
}

func newer(have, want int) error {
	return fmt.Errorf("%w (schema %d, this version knows %d)", store.ErrNewer, have, want)
}
