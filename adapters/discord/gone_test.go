package discord_test

import (
	"testing"
	"time"
)

// TestRemovedFromServer_TakesThosePeopleInTime: who used the coach on the server
// alone, and nobody when the server only fails for now.
func TestRemovedFromServer_TakesThosePeopleInTime(t *testing.T) {
	r := start(t)
	ana, ben := inServer(r, "41"), dm(r, "42")
	setUp(t, ana)
	setUp(t, ben)
	erased := func() int {
		n, err := r.store.PurgeGone(t.Context(), time.Now().Add(time.Hour))
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	r.Emit("GUILD_DELETE", map[string]any{"id": ana.at.Guild, "unavailable": true})
	r.Interact("41", ana.at, 2, native("help"), "") // comes after it
	r.stored()
	if n := erased(); n != 0 {
		t.Fatalf("a server that fails for now took %d people", n)
	}
	r.Emit("GUILD_DELETE", map[string]any{"id": ana.at.Guild})
	r.stored()
	if n := erased(); n != 1 {
		t.Errorf("%d people erased, want ana alone", n)
	}
}
