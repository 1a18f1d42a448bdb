package postgres

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"

	"tandem/bot"
	"tandem/store"
)

func TestOpen_ManyProcessesMakeTheSchemaOnce(t *testing.T) {
	url := server.Database(t)
	var all sync.WaitGroup
	for range 6 {
		all.Go(func() {
			s, err := Open(t.Context(), url)
			if err != nil {
				t.Error(err)
				return
			}
			s.Close()
		})
	}
	all.Wait()
	have, want, err := Schema(t.Context(), url)
	if err != nil || have != want || want == 0 {
		t.Errorf("schema %d, want %d (%v)", have, want, err)
	}
}

func TestOpen_RefusesAnotherVersionsSchema(t *testing.T) {
	url := server.Database(t)
	if _, err := OpenReadOnly(t.Context(), url); !errors.Is(err, store.ErrOlder) {
		t.Errorf("an empty database, to read only: %v, want ErrOlder", err)
	}
	if from, to, err := Migrate(t.Context(), url); err != nil || from != 0 || to == 0 {
		t.Fatalf("Migrate = %d, %d, %v", from, to, err)
	}
	if from, to, err := Migrate(t.Context(), url); err != nil || from != to {
		t.Errorf("Migrate again = %d, %d, %v", from, to, err)
	}
	command(t, url, `INSERT INTO tandem_schema (number, name) VALUES (99, 'from the future')`)
	for name, open := range map[string]func() error{
		"Open":         func() error { _, err := Open(t.Context(), url); return err },
		"OpenReadOnly": func() error { _, err := OpenReadOnly(t.Context(), url); return err },
		"Migrate":      func() error { _, _, err := Migrate(t.Context(), url); return err },
	} {
		if err := open(); !errors.Is(err, store.ErrNewer) {
			t.Errorf("%s = %v, want ErrNewer", name, err)
		}
	}
}

func TestOpen_TellsWhatIsWrongWithoutThePassword(t *testing.T) {
	for name, url := range map[string]string{
		"nobody listens":   "postgres://me:hunter2@127.0.0.1:1/db?connect_timeout=2",
		"no such database": server.Database(t) + "x&password=hunter2",
		"no address":       "postgres://me:hunter2@host:port/db",
	} {
		_, err := Open(t.Context(), url)
		if err == nil || strings.Contains(err.Error(), "hunter2") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestOpenReadOnly_ReadsBesideTheProcesses(t *testing.T) {
	url := server.Database(t)
	s := openAt(t, url)
	accept(t, s, "1")
	r, err := OpenReadOnly(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	if st, err := r.Stats(t.Context()); err != nil || st.Waiting != 1 || st.Bytes == 0 {
		t.Errorf("stats = %+v, %v", st, err)
	}
	if err := r.Backup(t.Context(), "x"); err == nil || !strings.Contains(err.Error(), "pg_dump") {
		t.Errorf("Backup = %v, want the name of the server's own program", err)
	}
	h, err := Check(t.Context(), url)
	if err != nil || h.Schema != h.Wanted || h.Processes != 1 || h.Server == "" {
		t.Errorf("health = %+v, %v", h, err)
	}
}

func TestWords_KeepWhatTheServerRefusesOut(t *testing.T) {
	s := openAt(t, server.Database(t))
	err := s.Update(t.Context(), func(x bot.Tx) error {
		id, _, err := x.Who(t.Context(), ana, noon)
		if err != nil {
			return err
		}
		if err := x.PutDraft(t.Context(), id, "k", "a\x00b\xff💪", noon); err != nil {
			return err
		}
		words, err := x.Draft(t.Context(), id, "k")
		if words != "ab\uFFFD💪" {
			t.Errorf("draft = %q", words)
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func command(t testing.TB, url, sql string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(context.WithoutCancel(t.Context()))
	if _, err := conn.Exec(t.Context(), sql); err != nil {
		t.Fatal(err)
	}
}
