package app

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"tandem/internal/config"
)

// documented returns the entry that the operator's page shows.
func documented(t *testing.T) string {
	t.Helper()
	page, err := os.ReadFile("../../docs/operations.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(page), "```markdown\n")
	entry, _, found := strings.Cut(rest, "```\n")
	if !found {
		t.Fatal("docs/operations.md shows no entry")
	}
	return entry
}

// TestOwnEntries_AreReadAgainWhenTheyChange: the documented entry answers, a
// changed one answers otherwise, a broken one is told with file and line and
// the last good one stays, and what is deleted is gone. Nothing is restarted.
func TestOwnEntries_AreReadAgainWhenTheyChange(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "climbing.md")
	put := func(text string) {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	entry := documented(t)
	put(entry)
	synctest.Test(t, func(t *testing.T) {
		c, err := newCoach(config.Config{Knowledge: config.Knowledge{Folder: dir}})
		if err != nil {
			t.Fatal(err)
		}
		said := newSink()
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		go func() { _ = reload(ctx, c, dir, slog.New(slog.NewTextHandler(said, nil))) }() // ends with ctx
		answer := func() string {
			time.Sleep(reloadEvery + time.Second)
			synctest.Wait()
			return c.Ask("does climbing count as upper body?", "").Text
		}
		if got := answer(); !strings.HasPrefix(got, "Climbing counts as an upper-body day") {
			t.Fatalf("not answered by the folder's entry: %s", got)
		}
		put(strings.Replace(entry, "Climbing counts as an upper-body day", "Climbing is a leg day here", 1))
		if got := answer(); !strings.HasPrefix(got, "Climbing is a leg day here") {
			t.Errorf("the change was not read: %s", got)
		}
		put(strings.Replace(entry, "grade =", "graed =", 1))
		if got := answer(); !strings.HasPrefix(got, "Climbing is a leg day here") {
			t.Errorf("a broken entry took the good one away: %s", got)
		}
		if want := `climbing.md:4: unknown key \"graed\"`; !strings.Contains(said.String(), want) {
			t.Errorf("no %s in the log:\n%s", want, said.String())
		}
		if err := os.Remove(file); err != nil {
			t.Fatal(err)
		}
		if got := answer(); strings.Contains(got, "limbing") {
			t.Errorf("a deleted entry still answers: %s", got)
		}
	})
}
