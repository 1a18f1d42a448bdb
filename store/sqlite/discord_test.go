package sqlite

import (
	"path/filepath"
	"testing"
	"time"

	"tandem/bot"
)

// TestDiscord_WhatIsAPersonsGoesWithThem: the channel and the forms of somebody
// who erases everything are gone; a form of nobody's stays.
func TestDiscord_WhatIsAPersonsGoesWithThem(t *testing.T) {
	ctx, at := t.Context(), time.UnixMilli(1)
	s, err := Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	ana := bot.Person{Platform: "discord", User: "41"}
	err = s.Update(ctx, func(x bot.Tx) error {
		id, _, err := x.Who(ctx, ana, at)
		if err != nil {
			return err
		}
		if id != 1 {
			t.Errorf("athlete %d", id)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, user := range []string{"41", "42"} {
		if err := s.SetDirectChannel(ctx, user, "9"+user, at); err != nil {
			t.Fatal(err)
		}
		if err := s.PutForm(ctx, user, "form "+user, []byte("{}"), at); err != nil {
			t.Fatal(err)
		}
	}
	channel := func(user string) string {
		c, err := s.DirectChannel(ctx, user)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	form := func(user string) bool {
		f, err := s.Form(ctx, "form "+user)
		if err != nil {
			t.Fatal(err)
		}
		return f != nil
	}
	if channel("41") != "941" || channel("42") != "" {
		t.Errorf("channels %q and %q: only a known person's is kept", channel("41"), channel("42"))
	}
	if err := s.Update(ctx, func(x bot.Tx) error { return x.Erase(ctx, 1) }); err != nil {
		t.Fatal(err)
	}
	if channel("41") != "" || form("41") || !form("42") {
		t.Errorf("after erasing: channel %q, form of theirs %v, of nobody's %v", channel("41"), form("41"), form("42"))
	}
}

// TestLeases: one holder at a time; one that lets it end, or whose process is
// dead, loses it.
func TestLeases(t *testing.T) {
	ctx := t.Context()
	path := filepath.Join(t.TempDir(), "tandem.db")
	s, err := Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	at := func(second int) time.Time { return time.Unix(int64(second), 0) }
	for _, step := range []struct {
		holder    string
		now, till int
		want      bool
	}{
		{"one", 0, 30, true},
		{"two", 10, 40, false},
		{"one", 20, 50, true}, // renewed
		{"two", 40, 70, false},
		{"two", 50, 80, true}, // it ended
		{"one", 60, 90, false},
	} {
		held, err := s.TakeLease(ctx, "token", step.holder, at(step.now), at(step.till))
		if err != nil || held != step.want {
			t.Errorf("%s at %d s: held %v, %v", step.holder, step.now, held, err)
		}
	}
	if err := s.DropLease(ctx, "token", "one"); err != nil {
		t.Fatal(err)
	}
	if held, _ := s.TakeLease(ctx, "token", "one", at(61), at(90)); held {
		t.Error("somebody gave another's lease back")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(ctx, path); err != nil { // as after a kill: the lease was never given back
		t.Fatal(err)
	}
	defer s.Close()
	if held, err := s.TakeLease(ctx, "token", "three", at(62), at(92)); !held || err != nil {
		t.Errorf("the lease of a dead process is not free: %v", err)
	}
}
