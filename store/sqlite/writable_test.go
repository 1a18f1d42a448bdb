package sqlite

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestWritable_Writes: it is no use unless a page goes to the disk.
func TestWritable_Writes(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	s := openAt(t, path)
	before, err := os.ReadFile(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Writable(t.Context()); err != nil {
		t.Fatal(err)
	}
	after, err := os.ReadFile(path + "-wal")
	if err != nil {
		t.Fatal(err)
	}
	if len(after) <= len(before) {
		t.Errorf("the log has %d bytes, had %d: nothing was written", len(after), len(before))
	}
	if have, want, err := Schema(t.Context(), path); err != nil || have != want {
		t.Errorf("schema %d of %d, %v", have, want, err)
	}
}

func TestWritable_SaysWhenItIsNot(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tandem.db")
	s := openAt(t, path)
	other, err := open(writerDSN(path), 1)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	hold, err := other.Begin()
	if err != nil {
		t.Fatal(err)
	}
	defer hold.Rollback()
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if err := s.Writable(ctx); err == nil || !strings.Contains(err.Error(), "write to the database") {
		t.Errorf("while another process holds the lock: %v", err)
	}
	if err := hold.Rollback(); err != nil {
		t.Fatal(err)
	}
	if err := s.Writable(t.Context()); err != nil {
		t.Errorf("after it let go: %v", err)
	}
}
