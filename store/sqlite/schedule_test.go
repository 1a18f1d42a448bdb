package sqlite

import (
	"path/filepath"
	"testing"

	"tandem/store/storetest"
)

func TestScheduleOnDisk(t *testing.T) {
	storetest.Schedule(t, func(t *testing.T) storetest.Opened {
		return storetest.Opened{Store: openAt(t, filepath.Join(t.TempDir(), "tandem.db"))}
	})
}

func TestScheduleInMemory(t *testing.T) {
	storetest.Schedule(t, func(t *testing.T) storetest.Opened {
		s, err := Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return storetest.Opened{Store: s}
	})
}
