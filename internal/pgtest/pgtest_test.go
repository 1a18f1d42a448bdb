package pgtest

import (
	"os"
	"testing"

	"github.com/jackc/pgx/v5"
)

func TestServer_LendsDatabasesAndLeavesNothing(t *testing.T) {
	var s Server
	t.Cleanup(func() { // the first to be asked for is the last to run
		s.Stop()
		if _, err := os.Stat(s.dir); !os.IsNotExist(err) {
			t.Errorf("the server's files are left: %v", err)
		}
	})
	for range 2 {
		conn, err := pgx.Connect(t.Context(), s.Database(t))
		if err != nil {
			t.Fatal(err)
		}
		var tables int
		if err := conn.QueryRow(t.Context(), `SELECT count(*) FROM pg_tables WHERE schemaname = 'public'`).Scan(&tables); err != nil || tables != 0 {
			t.Errorf("a new database has %d tables (%v)", tables, err)
		}
		if _, err := conn.Exec(t.Context(), `CREATE TABLE mine (n int)`); err != nil {
			t.Error(err)
		}
		conn.Close(t.Context())
	}
}

func TestHaltAndResume_KeepWhatWasCommitted(t *testing.T) {
	s := Server{Durable: true} // a crash loses what no disk was asked to keep
	t.Cleanup(s.Stop)
	address := s.Database(t)
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Exec(t.Context(), `CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)`); err != nil {
		t.Fatal(err)
	}
	if err := s.Halt(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := conn.Ping(t.Context()); err == nil {
		t.Error("the connection outlived its server")
	}
	if err := s.Resume(t.Context()); err != nil {
		t.Fatal(err)
	}
	again, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer again.Close(t.Context())
	var n int
	if err := again.QueryRow(t.Context(), `SELECT n FROM kept`).Scan(&n); err != nil || n != 42 {
		t.Errorf("kept %d, %v", n, err)
	}
}
