package discord_test

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
	"tandem/bot/bottest"
	"tandem/store/sqlite"
)

// What the child process of TestKill9 is told.
const (
	childAPI   = "TANDEM_TEST_DISCORD"  // the fake's address
	childStore = "TANDEM_TEST_DATABASE" // the SQLite file
	childMute  = "TANDEM_TEST_MUTE"     // it hears and stores, and answers nothing
)

// TestChild is the process that TestKill9 kills; by itself it does nothing.
func TestChild(t *testing.T) {
	api, path := os.Getenv(childAPI), os.Getenv(childStore)
	if api == "" {
		t.Skip("runs only as the child of TestKill9")
	}
	store, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	a, err := discord.New(optionsAt(api, store))
	if err != nil {
		t.Fatal(err)
	}
	router := bottest.Wire(t, store, planner{}, time.Now, a)
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute) // should the parent die
	defer cancel()
	if os.Getenv(childMute) == "" {
		go func() { _ = router.Run(ctx) }()
	}
	if err := a.Run(ctx, router); err != nil {
		t.Fatal(err)
	}
}

// TestKill9_BetweenStoringAndAnswering: a process that is killed after it has
// acknowledged leaves nothing locked, and the next one answers, once.
func TestKill9_BetweenStoringAndAnswering(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	f := discordfake.New(t)
	path := filepath.Join(t.TempDir(), "tandem.db")
	child := func(mute string) *exec.Cmd {
		c := exec.Command(os.Args[0], "-test.run=^TestChild$")
		c.Env = append(os.Environ(), childAPI+"="+f.URL(), childStore+"="+path, childMute+"="+mute)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = c.Process.Kill(); _ = c.Wait() })
		return c
	}
	first := child("1")
	f.Connected(1)
	at := discordfake.Where{Guild: "700", Channel: "701"}
	mark := f.Mark()
	x := f.Interact("41", at, 2, native("help"), "")
	f.Answered(x) // so it is stored
	if err := first.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = first.Wait() // killed: an error
	if got := f.Since(mark, "41"); len(got) != 0 {
		t.Fatalf("answered before it was killed: %v", got)
	}
	mark = f.Mark()
	child("")
	f.Shown(mark)
	f.Connected(2)
	if got := f.Since(mark, "41"); len(got) != 1 || got[0].Only != "41" {
		t.Errorf("%d answers, want one, for the person alone", len(got))
	}
}
