package postgres

import (
	"os"
	"os/exec"
	"testing"

	"github.com/jackc/pgx/v5"

	"tandem/internal/pgtest"
	"tandem/store/storetest"
)

// server is the tests' own; it starts with the first that needs it.
var server pgtest.Server

func TestMain(m *testing.M) {
	code := m.Run()
	server.Stop()
	os.Exit(code)
}

// fresh is an empty store that can be opened again.
func fresh(t *testing.T) storetest.Opened {
	url := server.Database(t)
	s := openAt(t, url)
	return storetest.Opened{
		Store: s,
		Reopen: func() storetest.Store {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return openAt(t, url)
		},
		Tables: func() map[string]string { return tables(t, s) },
	}
}

// tables writes out every row of every table, River's among them.
func tables(t *testing.T, s *Store) map[string]string {
	t.Helper()
	out := map[string]string{}
	rows, err := s.pool.Query(t.Context(), `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`)
	if err != nil {
		t.Fatal(err)
	}
	names, err := pgx.CollectRows(rows, pgx.RowTo[string])
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		var text string
		err := s.pool.QueryRow(t.Context(), `SELECT coalesce(string_agg(row_to_json(x)::text, '|'), '') FROM `+pgx.Identifier{name}.Sanitize()+` x`).Scan(&text)
		if err != nil {
			t.Fatal(err)
		}
		out[name] = text
	}
	return out
}

func openAt(t testing.TB, url string) *Store {
	t.Helper()
	s, err := Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestStore(t *testing.T)    { storetest.Run(t, fresh) }
func TestSchedule(t *testing.T) { storetest.Schedule(t, fresh) }

// childURL tells the test binary, started once more, that it is the child of
// TestKilledWhileAccepting, and where its database is.
const childURL = "TANDEM_POSTGRES_CHILD"

func TestKilledWhileAccepting_LosesNothingAcknowledged(t *testing.T) {
	if url := os.Getenv(childURL); url != "" {
		t.Fatal(storetest.AcceptForever(t.Context(), openAt(t, url), os.Stdout))
	}
	var url string
	child := func(t *testing.T) *exec.Cmd {
		url = server.Database(t)
		cmd := exec.Command(os.Args[0], "-test.run=^TestKilledWhileAccepting_LosesNothingAcknowledged$")
		cmd.Env = append(os.Environ(), childURL+"="+url)
		cmd.Stderr = os.Stderr
		return cmd
	}
	storetest.SurvivesKill(t, child, func(t *testing.T) storetest.Store { return openAt(t, url) })
}
