package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"tandem/store"
)

func TestMigrate_MakesTheSchemaOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	have, want, err := Schema(t.Context(), path)
	if err != nil || have != 0 || want == 0 {
		t.Fatalf("Schema of no file = %d, %d, %v", have, want, err)
	}
	for _, before := range []int{0, want} {
		from, to, err := Migrate(t.Context(), path)
		if err != nil || from != before || to != want {
			t.Errorf("Migrate = %d to %d, %v; want %d to %d", from, to, err, before, want)
		}
	}
	if have, _, err := Schema(t.Context(), path); err != nil || have != want {
		t.Errorf("Schema = %d, %v; want %d", have, err, want)
	}
}

func TestNewerSchema_IsRefusedByEveryone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	if _, _, err := Migrate(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	exec1(t, path, `PRAGMA user_version = 9999`)
	_, opened := Open(t.Context(), path)
	_, read := OpenReadOnly(t.Context(), path)
	_, _, migrated := Migrate(t.Context(), path)
	for name, err := range map[string]error{"Open": opened, "OpenReadOnly": read, "Migrate": migrated} {
		if !errors.Is(err, store.ErrNewer) || !strings.Contains(err.Error(), "9999") {
			t.Errorf("%s = %v, want ErrNewer with the number", name, err)
		}
	}
	if h, err := Check(t.Context(), path); err != nil || h.Schema != 9999 || h.Schema <= h.Wanted {
		t.Errorf("Check = %+v, %v; want the newer number", h, err)
	}
}

func TestOlderSchema_IsNotReadBesideItsMigration(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	exec1(t, path, fmt.Sprintf(`PRAGMA application_id = %d`, applicationID))
	if _, err := OpenReadOnly(t.Context(), path); !errors.Is(err, store.ErrOlder) {
		t.Errorf("OpenReadOnly = %v, want ErrOlder", err)
	}
}

func TestMigrationThatFails_LeavesNothingBehind(t *testing.T) {
	db := memoryDB(t)
	bad := migration{1, "0001_bad.sql", `CREATE TABLE a (x INTEGER) STRICT; CREATE TABLE a (y INTEGER) STRICT`}
	if err := bad.run(t.Context(), db); err == nil {
		t.Fatal("the migration succeeded")
	}
	var tables int
	if err := db.QueryRow(`SELECT count(*) FROM sqlite_schema`).Scan(&tables); err != nil || tables != 0 {
		t.Errorf("%d tables are left (%v)", tables, err)
	}
	if v, err := version(t.Context(), db); err != nil || v != 0 {
		t.Errorf("version = %d, %v; want 0", v, err)
	}
}

func TestMigrations_AreNumberedWithoutGaps(t *testing.T) {
	for name, files := range map[string]fstest.MapFS{
		"a gap":     {"migrations/0001_a.sql": {}, "migrations/0003_b.sql": {}},
		"a double":  {"migrations/0001_a.sql": {}, "migrations/0001_b.sql": {}},
		"no number": {"migrations/start.sql": {}},
	} {
		if _, err := migrationsIn(files); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
	if _, err := migrations(); err != nil {
		t.Error(err)
	}
}

// A database from before 0009 keeps its messages, and the numbers that it gave.
func TestMigration9_KeepsTheInboxAndItsNumbers(t *testing.T) {
	steps, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	for name, given := range map[string]string{
		"messages are there":  ``,
		"the last was purged": `INSERT INTO inbox (platform, id, at, workspace, person) VALUES ('cli', '3', 3, '', ''); DELETE FROM inbox WHERE id = '3';`,
	} {
		db := memoryDB(t)
		for _, m := range steps[:8] {
			if err := m.run(t.Context(), db); err != nil {
				t.Fatal(err)
			}
		}
		const before = `
INSERT INTO inbox (seq, platform, id, state, at, workspace, person, body, replies, attempts, why) VALUES
	(7, 'cli', '1', 'dead', 1, 'w', 'p', '{"id":"1"}', NULL, 3, 'no'), (8, 'cli', '2', 'waiting', 2, 'w', 'p', '{"id":"2"}', '[]', 0, '');`
		const rows = `SELECT group_concat(concat_ws('|', seq, platform, id, state, at, workspace, person, body, replies, attempts, why), char(10)) FROM inbox`
		if _, err := db.Exec(before + given); err != nil {
			t.Fatal(err)
		}
		had, last := "", 0
		got, next := "", 0
		err := errors.Join(
			db.QueryRow(rows).Scan(&had), db.QueryRow(`SELECT seq FROM sqlite_sequence WHERE name = 'inbox'`).Scan(&last),
			steps[8].run(t.Context(), db),
			db.QueryRow(rows).Scan(&got), db.QueryRow(selectNumber, "cli", "new").Scan(&next))
		if err != nil {
			t.Fatal(err)
		}
		if got != had || next != last+1 {
			t.Errorf("%s: the next number is %d, want %d; rows\n%s\nwant\n%s", name, next, last+1, got, had)
		}
	}
}

// Erasing deletes the athlete's row and leaves the rest to the references; the
// delete is fast only where an index begins with the athlete.
func TestTablesWithAthlete_GoWithTheAthleteByAnIndex(t *testing.T) {
	db := memoryDB(t)
	if _, _, err := migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	const query = `
SELECT t.name,
	EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) WHERE "table" = 'athletes' AND "from" = 'athlete' AND on_delete = 'CASCADE'),
	EXISTS (SELECT 1 FROM pragma_index_list(t.name) AS i JOIN pragma_index_info(i.name) AS c WHERE c.seqno = 0 AND c.name = 'athlete')
		OR EXISTS (SELECT 1 FROM pragma_table_info(t.name) WHERE name = 'athlete' AND pk = 1)
FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS col
WHERE t.type = 'table' AND col.name = 'athlete'`
	rows, err := db.Query(query)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	tables := 0
	for rows.Next() {
		var name string
		var cascades, indexed bool
		if err := rows.Scan(&name, &cascades, &indexed); err != nil {
			t.Fatal(err)
		}
		if tables++; !cascades || !indexed {
			t.Errorf("%s: cascades %v, indexed %v", name, cascades, indexed)
		}
	}
	if tables < 9 {
		t.Errorf("looked at %d tables only", tables)
	}
}

func TestTables_AreStrict(t *testing.T) {
	db := memoryDB(t)
	if _, _, err := migrate(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	var loose sql.NullString
	err := db.QueryRow(`SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' AND NOT strict AND name NOT LIKE 'sqlite%'`).Scan(&loose)
	if err != nil || loose.Valid {
		t.Errorf("tables that are not STRICT: %s (%v)", loose.String, err)
	}
}

func memoryDB(t *testing.T) *sql.DB {
	t.Helper()
	db, err := open(memoryDSN(), 1)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// exec1 runs a statement on a file as some other program would.
func exec1(t *testing.T, path, query string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.ExecContext(context.Background(), query); err != nil {
		t.Fatal(err)
	}
}
