package sqlite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/store"
)

func TestBackup_IsWholeWhileMessagesComeIn(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	s := openAt(t, path)
	for i := range 100 {
		if _, err := s.Accept(t.Context(), message(i)); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	written := make(chan int)
	go func() {
		n := 100
		for ; ctx.Err() == nil; n++ {
			if _, err := s.Accept(ctx, message(n)); err != nil && ctx.Err() == nil {
				t.Error(err)
			}
		}
		written <- n
	}()
	copied := filepath.Join(t.TempDir(), "copy.db")
	err := s.Backup(t.Context(), copied)
	stop()
	n := <-written
	if err != nil {
		t.Fatal(err)
	}
	restored := openAt(t, copied)
	st, err := restored.Stats(t.Context())
	if err != nil || st.Waiting < 100 || st.Waiting > n {
		t.Errorf("%d messages in the copy (%v), want 100 to %d", st.Waiting, err, n)
	}
	if info, err := os.Stat(copied); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy has mode %v (%v), want 0600", info.Mode(), err)
	}
}

func TestBackup_ReplacesAnOlderOneAndTheRestOfACrash(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	to := filepath.Join(t.TempDir(), "copy.db")
	for i := range 2 {
		if err := os.WriteFile(to+".part", []byte("cut off"), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Accept(t.Context(), message(i)); err != nil {
			t.Fatal(err)
		}
		if err := s.Backup(t.Context(), to); err != nil {
			t.Fatal(err)
		}
		copied, err := OpenReadOnly(t.Context(), to)
		if err != nil {
			t.Fatal(err)
		}
		if st, err := copied.Stats(t.Context()); err != nil || st.Waiting != i+1 {
			t.Errorf("%d messages in the copy (%v), want %d", st.Waiting, err, i+1)
		}
		copied.Close()
	}
	if _, err := os.Stat(to + ".part"); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("an unfinished copy is left (%v)", err)
	}
}

func TestBackup_BesideTheRunningProcessAndFromMemory(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	writer := openAt(t, path)
	if _, err := writer.Accept(t.Context(), message(1)); err != nil {
		t.Fatal(err)
	}
	beside, err := OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer beside.Close()
	memory, err := Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer memory.Close()
	for name, s := range map[string]*Store{"beside": beside, "memory": memory} {
		if err := s.Backup(t.Context(), filepath.Join(t.TempDir(), name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestBackup_ThatCannotBeWrittenLeavesNothing(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	to := filepath.Join(t.TempDir(), "missing", "copy.db")
	if err := s.Backup(t.Context(), to); err == nil || !strings.Contains(err.Error(), to) {
		t.Errorf("Backup = %v, want an error that names the file", err)
	}
}

func TestCheck(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "tandem.db")
	h, err := Check(t.Context(), path)
	if err != nil || h.Exists || h.FolderMode == 0 || h.FreeBytes == 0 || h.NotWritable != nil {
		t.Errorf("no file yet: %+v, %v", h, err)
	}
	s := openAt(t, path)
	h, err = Check(t.Context(), path)
	if err != nil || !h.Exists || h.Schema != h.Wanted || len(h.Faults) > 0 || h.Mode != 0o600 || h.Bytes == 0 || !errors.Is(h.InUse, store.ErrInUse) {
		t.Errorf("in use: %+v, %v", h, err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if h, err = Check(t.Context(), path); err != nil || h.InUse != nil {
		t.Errorf("closed: %+v, %v", h, err)
	}
}

func TestCheck_FindsDamage(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	s := openAt(t, path)
	for i := range 300 {
		if _, err := s.Accept(t.Context(), message(i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	for at := info.Size() - 4096; at > info.Size()-10*4096; at -= 4096 {
		if _, err := f.WriteAt([]byte("damaged by a test"), at); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if h, err := Check(t.Context(), path); err == nil && len(h.Faults) == 0 {
		t.Errorf("Check = %+v, want the damage", h)
	}
}

func TestFollowUpThatWasSent_IsNeitherChangedNorDropped(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	err := s.update(t.Context(), func(x *tx) error {
		id, _, err := x.Who(t.Context(), bot.Person{Platform: "console", User: "me"}, time.UnixMilli(0))
		if err != nil {
			return err
		}
		put := func(key, text string) error {
			return x.PutFollowUp(t.Context(), id, coach.FollowUp{Key: key, Kind: "soreness", Due: time.UnixMilli(5), Session: "s", Text: text})
		}
		if err := errors.Join(put("sent", "first"), put("open", "first"), put("other", "first")); err != nil {
			return err
		}
		if _, err := x.exec(t.Context(), `UPDATE follow_ups SET sent = 5 WHERE key = 'sent'`); err != nil {
			return err
		}
		if err := errors.Join(put("sent", "second"), put("open", "second")); err != nil {
			return err
		}
		for step, want := range []string{"open:second other:first sent:first", "sent:first"} {
			var got string
			if err := x.row(t.Context(), `SELECT group_concat(key || ':' || text, ' ') FROM (SELECT key, text FROM follow_ups ORDER BY key)`).Scan(&got); err != nil {
				return err
			}
			if got != want {
				t.Errorf("step %d: %q, want %q", step, got, want)
			}
			if err := x.DropFollowUps(t.Context(), id, "s"); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSaveAthlete_AsksForANewPlan(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	err := s.update(t.Context(), func(x *tx) error {
		id, _, err := x.Who(t.Context(), bot.Person{Platform: "console", User: "me"}, time.UnixMilli(0))
		if err != nil {
			return err
		}
		for step, want := range []bool{false, true} {
			var replan bool
			if err := x.row(t.Context(), `SELECT replan FROM athletes WHERE id = ?`, id).Scan(&replan); err != nil {
				return err
			}
			if replan != want {
				t.Errorf("step %d: replan = %v, want %v", step, replan, want)
			}
			if err := x.SaveAthlete(t.Context(), coach.Athlete{ID: id}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// openAt opens a store that is closed with the test.
func openAt(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func message(n int) bot.Message {
	return bot.Message{ID: fmt.Sprint(n), From: bot.Person{Platform: "console", User: "me"}, At: time.UnixMilli(int64(n)), Direct: true, Text: "/log run 8km 45:00"}
}
