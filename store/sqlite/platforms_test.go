package sqlite

import (
	"path/filepath"
	"testing"
	"time"

	"tandem/store/storetest"
)

func TestPlatforms(t *testing.T) {
	storetest.RunPlatforms(t, func(t *testing.T) storetest.PlatformKeeper {
		s, err := Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	})
}

// TestLease_OfADeadProcessIsFree: a file has one process, so what opens it is
// the only one that can hold anything.
func TestLease_OfADeadProcessIsFree(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "tandem.db")
	at := func(second int) time.Time { return time.Unix(int64(second), 0) }
	s := openAt(t, path)
	if held, err := s.TakeLease(ctx, "token", "one", at(0), at(30)); !held || err != nil {
		t.Fatalf("a free lease: held %v, %v", held, err)
	}
	if err := s.Close(); err != nil { // as after a kill: the lease was never given back
		t.Fatal(err)
	}
	if held, err := openAt(t, path).TakeLease(ctx, "token", "two", at(1), at(31)); !held || err != nil {
		t.Errorf("the lease of a dead process is not free: %v", err)
	}
}
