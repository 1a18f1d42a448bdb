package sqlite

import (
	"path/filepath"
	"testing"

	"tandem/store/storetest"
)

func TestRetain(t *testing.T) {
	storetest.RunRetain(t, func(t *testing.T) (storetest.Retainer, func() []string) {
		path := filepath.Join(t.TempDir(), "tandem.db")
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s, func() []string { return []string{path, path + "-wal"} }
	})
}
