package sqlite

import (
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tandem/store"
	"tandem/store/storetest"
)

func TestStoreOnDisk(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Opened {
		path := filepath.Join(t.TempDir(), "tandem.db")
		s := openAt(t, path)
		return storetest.Opened{
			Store: s,
			Reopen: func() storetest.Store {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				return openAt(t, path)
			},
			Tables: func() map[string]string { return tables(t, s) },
			Files:  func() []string { return []string{path, path + "-wal", path + "-journal"} },
		}
	})
}

func TestStoreInMemory(t *testing.T) {
	storetest.Run(t, func(t *testing.T) storetest.Opened {
		s, err := Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return storetest.Opened{Store: s, Tables: func() map[string]string { return tables(t, s) }}
	})
}

// borrow returns a connection of the pool that nobody else uses.
func borrow(tb testing.TB, p *pool) (c *connection) {
	tb.Helper()
	if err := p.with(tb.Context(), "borrow", func(free *connection) error { c = free; return nil }); err != nil {
		tb.Fatal(err)
	}
	return c
}

// tables writes out every row of every table.
func tables(t *testing.T, s *Store) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := s.look(t.Context(), func(x *tx) error {
		var names []string
		err := x.each(t.Context(), `SELECT name FROM sqlite_schema WHERE type = 'table'`, func(r *sql.Rows) error {
			names = append(names, "")
			return r.Scan(&names[len(names)-1])
		})
		for _, name := range names {
			err = errors.Join(err, x.each(t.Context(), `SELECT * FROM "`+name+`"`, func(r *sql.Rows) error {
				columns, err := r.Columns()
				if err != nil {
					return err
				}
				row, into := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
				for i := range row {
					into[i] = &row[i]
				}
				err = r.Scan(into...)
				for _, column := range row {
					out[name] += string(column) + "|"
				}
				return err
			}))
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// childPath tells the test binary, started once more, that it is the child of
// TestKilledWhileAccepting, and where its database lies.
const childPath = "TANDEM_STORE_CHILD"

func TestKilledWhileAccepting_LosesNothingAcknowledged(t *testing.T) {
	if path := os.Getenv(childPath); path != "" {
		t.Fatal(storetest.AcceptForever(t.Context(), openAt(t, path), os.Stdout))
	}
	var path string
	child := func(t *testing.T) *exec.Cmd {
		path = filepath.Join(t.TempDir(), "tandem.db")
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWhileAccepting_LosesNothingAcknowledged$")
		cmd.Env = append(os.Environ(), childPath+"="+path)
		cmd.Stderr = os.Stderr
		return cmd
	}
	storetest.SurvivesKill(t, child, func(t *testing.T) storetest.Store { return openAt(t, path) })
}

func TestOpen_MakesFolderAndFileForTheOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "data", "deep", "a b?c#%20.db")
	openAt(t, path)
	for name, want := range map[string]os.FileMode{path: 0o600, path + "-wal": 0o600, path + ".lock": 0o600, filepath.Dir(path): 0o700} {
		info, err := os.Stat(name)
		if err != nil {
			t.Errorf("%s: %v", filepath.Base(name), err)
		} else if info.Mode().Perm() != want {
			t.Errorf("%s has mode %v, want %v", filepath.Base(name), info.Mode().Perm(), want)
		}
	}
}

func TestOpen_SettingsAreInForce(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	for pragma, want := range map[string]string{"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000", "secure_delete": "1"} {
		var got string
		if err := borrow(t, s.write).row(t.Context(), "PRAGMA "+pragma).Scan(&got); err != nil || got != want {
			t.Errorf("%s = %q, %v; want %q", pragma, got, err, want)
		}
	}
}

func TestOpen_SecondProcessIsToldWhoHasIt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	first := openAt(t, path)
	_, err := Open(t.Context(), path)
	if !errors.Is(err, store.ErrInUse) || !strings.Contains(err.Error(), "process") {
		t.Fatalf("second Open = %v, want ErrInUse with the process", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	openAt(t, path)
}

func TestOpen_RefusesWhatIsNotOurs(t *testing.T) {
	text := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(text, []byte(strings.Repeat("not a database, just notes\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	other := filepath.Join(t.TempDir(), "other.db")
	exec1(t, other, `CREATE TABLE contacts (name TEXT)`)
	before, err := os.ReadFile(other)
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{text, other} {
		if _, err := Open(t.Context(), path); !errors.Is(err, store.ErrForeign) {
			t.Errorf("Open(%s) = %v, want ErrForeign", filepath.Base(path), err)
		}
		if _, err := Check(t.Context(), path); !errors.Is(err, store.ErrForeign) {
			t.Errorf("Check(%s) = %v, want ErrForeign", filepath.Base(path), err)
		}
	}
	if after, err := os.ReadFile(other); err != nil || string(after) != string(before) {
		t.Errorf("the other program's file was changed (%v)", err)
	}
}

func TestOpenReadOnly_ReadsBesideTheWriterAndWritesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	if _, err := OpenReadOnly(t.Context(), path); err == nil {
		t.Error("a missing file was opened to read only")
	}
	writer := openAt(t, path)
	reader, err := OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	if _, err := writer.Accept(t.Context(), message(1)); err != nil {
		t.Fatal(err)
	}
	if st, err := reader.Stats(t.Context()); err != nil || st.Waiting != 1 || st.Bytes == 0 {
		t.Errorf("stats beside the writer = %+v, %v", st, err)
	}
	if _, err := reader.Accept(t.Context(), message(2)); !errors.Is(err, errReadOnly) {
		t.Errorf("Accept on a reader = %v, want errReadOnly", err)
	}
}
