package sqlite_test

import (
	"errors"
	"testing"
	"time"

	"tandem/coach"
	"tandem/store/sqlite"
)

func open(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func TestSlackInstalls_TeamBeforeEnterprise(t *testing.T) {
	s, ctx, now := open(t), t.Context(), time.Now()
	if _, _, _, err := s.Install(ctx, "E1", "T1"); !errors.Is(err, coach.ErrNotFound) {
		t.Fatalf("nothing installed: %v", err)
	}
	for _, i := range [][3]string{{"E1", "", "org"}, {"E1", "T1", "old"}, {"E1", "T1", "team"}, {"", "T2", "alone"}} {
		if err := s.PutInstall(ctx, i[0], i[1], []byte(i[2]), now); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ name, enterprise, team, want string }{
		{"its own", "E1", "T1", "team"},
		{"by the team alone", "", "T1", "team"},
		{"another team of the enterprise", "E1", "T9", "org"},
		{"without an enterprise", "", "T2", "alone"},
		{"the enterprise as workspace", "E1", "E1", "org"},
	} {
		_, _, got, err := s.Install(ctx, c.enterprise, c.team)
		if err != nil || string(got) != c.want {
			t.Errorf("%s: %q, %v; want %q", c.name, got, err, c.want)
		}
	}
	if err := s.DropInstall(ctx, "E1", "T1"); err != nil {
		t.Fatal(err)
	}
	if _, _, _, err := s.Install(ctx, "", "T1"); !errors.Is(err, coach.ErrNotFound) {
		t.Errorf("after the removal: %v", err)
	}
}

func TestSlackSends_RememberWhatBegan(t *testing.T) {
	s, ctx, now := open(t), t.Context(), time.UnixMilli(1_800_000_000_000).UTC()
	begin := func(at time.Time) (time.Time, bool) {
		before, done, err := s.BeginSend(ctx, "k", at)
		if err != nil {
			t.Fatal(err)
		}
		return before, done
	}
	if before, _ := begin(now); !before.IsZero() {
		t.Errorf("the first try came after %v", before)
	}
	if before, done := begin(now.Add(time.Hour)); !before.Equal(now) || done {
		t.Errorf("second try: %v, done %v", before, done)
	}
	if err := s.EndSend(ctx, "k", false); err != nil {
		t.Fatal(err)
	}
	if before, _ := begin(now); !before.IsZero() {
		t.Errorf("after a certain failure there is nothing to look for, yet %v", before)
	}
	if err := s.EndSend(ctx, "k", true); err != nil {
		t.Fatal(err)
	}
	if _, done := begin(now); !done {
		t.Error("what was sent is not known as sent")
	}
	if _, _, err := s.BeginSend(ctx, "other", now.AddDate(0, 0, 8)); err != nil {
		t.Fatal(err)
	}
	if before, _ := begin(now); !before.IsZero() {
		t.Error("kept for more than a week")
	}
}

func TestSlackUnread_KeptForAWeek(t *testing.T) {
	s, ctx, now := open(t), t.Context(), time.Now()
	for _, at := range []time.Time{now.AddDate(0, 0, -8), now.AddDate(0, 0, -6), now} {
		if err := s.KeepUnread(ctx, "events_api", "decode", []byte("{"), at); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Unread(ctx); n != 2 || err != nil {
		t.Errorf("%d kept, %v; want 2", n, err)
	}
}
