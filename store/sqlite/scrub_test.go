package sqlite

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
)

// A reader with an old snapshot keeps erased words in the log; the purge after
// it takes them away.
func TestErase_WhileSomebodyReads_IsFinishedByThePurge(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	s := openAt(t, path)
	id := athleteWithNotes(t, s, "zinnober", 50)
	err := s.View(t.Context(), func(x bot.Tx) error {
		if _, err := x.Athlete(t.Context(), id); err != nil { // takes the snapshot
			return err
		}
		return s.Update(t.Context(), func(x bot.Tx) error { return x.Erase(t.Context(), id) })
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := countInFiles(t, "zinnober", path, path+"-wal"); n == 0 {
		t.Fatal("the reader did not hold anything up: the test proves nothing")
	}
	if _, err := s.Purge(t.Context(), time.UnixMilli(0)); err != nil {
		t.Fatal(err)
	}
	if n := countInFiles(t, "zinnober", path, path+"-wal"); n > 0 {
		t.Errorf("%d erased words are left after the purge", n)
	}
}

func TestScrub_ClearsTheMiddleOfPagesAndHarmsNone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	s := openAt(t, path)
	var ids []coach.AthleteID
	for n := range 6 {
		ids = append(ids, athleteWithNotes(t, s, fmt.Sprintf("word%d", n), 150))
	}
	if err := s.scrub(t.Context()); err != nil {
		t.Fatal(err)
	}
	dirty, err := s.dirtyPages(t.Context(), 1, pages(t, s))
	if err != nil || len(dirty) > 0 {
		t.Errorf("pages %v are not clean after the scrub (%v)", dirty, err)
	}
	if faults, err := integrity(t.Context(), s.read.db); err != nil || len(faults) > 0 {
		t.Errorf("the scrub damaged the file: %v, %v", faults, err)
	}
	for n, id := range ids {
		err := s.View(t.Context(), func(x bot.Tx) error {
			got, err := x.SessionsBetween(t.Context(), id, time.UnixMilli(0), time.UnixMilli(1e15))
			if len(got) != 150 || !strings.HasPrefix(got[149].Note, fmt.Sprintf("word%d", n)) {
				t.Errorf("athlete %d has %d sessions", n, len(got))
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestMiddle_IsOnlyThatOfTreePages(t *testing.T) {
	leaf := func(header int) []byte { // one cell, 100 bytes from the end
		page := make([]byte, 4096)
		copy(page[header:], []byte{leafTable, 0, 0, 0, 1, 15, 156, 0})
		return page
	}
	for name, c := range map[string]struct {
		number int
		page   []byte
		want   int
	}{
		"leaf":                          {2, leaf(0), 3996 - 10},
		"first page":                    {1, leaf(100), 3996 - 110},
		"chain of a long value":         {2, append([]byte{0, 0, 0, 9}, make([]byte, 4092)...), 0},
		"cut off":                       {2, leaf(0)[:6], 0},
		"cells where the content is":    {2, append([]byte{leafTable, 0, 0, 15, 255, 0, 9, 0}, make([]byte, 4088)...), 0},
		"content beyond the end":        {2, append([]byte{leafTable, 0, 0, 0, 1, 255, 255, 0}, make([]byte, 4088)...), 0},
		"inner page, without any cells": {2, append([]byte{innerIndex, 0, 0, 0, 0, 16, 0, 0}, make([]byte, 4088)...), 4096 - 12},
	} {
		if got := len(middle(c.number, c.page)); got != c.want {
			t.Errorf("%s: %d bytes, want %d", name, got, c.want)
		}
	}
}

// athleteWithNotes stores sessions with notes of many lengths, in no order of
// time, so that pages are split in every way.
func athleteWithNotes(t *testing.T, s *Store, word string, n int) (id coach.AthleteID) {
	t.Helper()
	for i := range n {
		err := s.Update(t.Context(), func(x bot.Tx) (err error) {
			at := time.UnixMilli(int64(i * 7919 % n * 1000))
			if id, _, err = x.Who(t.Context(), bot.Person{Platform: "console", User: word}, at); err != nil {
				return err
			}
			note := strings.Repeat(word+" ", 1+i*37%300)
			return x.PutSession(t.Context(), id, training.Session{ID: fmt.Sprint(i), Start: at, Note: note}, at)
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return id
}

func countInFiles(t *testing.T, word string, names ...string) (n int) {
	t.Helper()
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n += bytes.Count(data, []byte(word))
	}
	return n
}

func pages(t *testing.T, s *Store) (n int) {
	t.Helper()
	if err := borrow(t, s.read).row(t.Context(), `PRAGMA page_count`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}
