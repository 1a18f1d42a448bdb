package postgres

import (
	"testing"

	"tandem/store/storetest"
)

func TestRetain(t *testing.T) {
	storetest.RunRetain(t, func(t *testing.T) (storetest.Retainer, func() []string) {
		return openAt(t, server.Database(t)), nil
	})
}

func TestWritable_SaysWhenItIsNot(t *testing.T) {
	url := server.Database(t)
	if err := openAt(t, url).Writable(t.Context()); err != nil {
		t.Errorf("a fresh database: %v", err)
	}
	follower, err := OpenReadOnly(t.Context(), url+"&default_transaction_read_only=on")
	if err != nil {
		t.Fatal(err)
	}
	defer follower.Close()
	if err := follower.Writable(t.Context()); err == nil {
		t.Error("a database that takes no changes is said to be writable")
	}
}

func TestPlatforms(t *testing.T) {
	storetest.RunPlatforms(t, func(t *testing.T) storetest.PlatformKeeper { return openAt(t, server.Database(t)) })
}
