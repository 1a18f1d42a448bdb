package postgres

import (
	"errors"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
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

func TestSlackInstalls_TeamBeforeEnterprise(t *testing.T) {
	s, ctx := openAt(t, server.Database(t)), t.Context()
	if _, _, _, err := s.Install(ctx, "E1", "T1"); !errors.Is(err, coach.ErrNotFound) {
		t.Fatalf("nothing installed: %v", err)
	}
	for _, i := range [][3]string{{"E1", "", "org"}, {"E1", "T1", "old"}, {"E1", "T1", "team"}, {"", "T2", "alone"}} {
		if err := s.PutInstall(ctx, i[0], i[1], []byte(i[2]), noon); err != nil {
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
	s, ctx := openAt(t, server.Database(t)), t.Context()
	for n, step := range []struct {
		begin      time.Time
		wantBefore time.Time
		wantDone   bool
		end        bool // whether EndSend follows, with success
		success    bool
	}{
		{noon, time.Time{}, false, false, false},
		{noon.Add(time.Hour), noon, false, true, false},
		{noon, time.Time{}, false, true, true},
		{noon.Add(time.Hour), noon, true, false, false},
	} {
		before, done, err := s.BeginSend(ctx, "k", step.begin)
		if err != nil || !before.Equal(step.wantBefore) || done != step.wantDone {
			t.Errorf("step %d: before %v, done %v, %v", n, before, done, err)
		}
		if step.end {
			if err := s.EndSend(ctx, "k", step.success); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, _, err := s.BeginSend(ctx, "other", noon.AddDate(0, 0, 8)); err != nil {
		t.Fatal(err)
	}
	if before, _, err := s.BeginSend(ctx, "k", noon); err != nil || !before.IsZero() {
		t.Errorf("kept for more than a week (%v)", err)
	}
	for _, at := range []time.Time{noon.AddDate(0, 0, -8), noon.AddDate(0, 0, -6), noon} {
		if err := s.KeepUnread(ctx, "events_api", "decode", []byte("{\x00"), at); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Unread(ctx); n != 2 || err != nil {
		t.Errorf("%d unread payloads are kept, %v; want those of a week, 2", n, err)
	}
}

func TestDiscord_WhatIsAPersonsGoesWithThem(t *testing.T) {
	s, ctx := openAt(t, server.Database(t)), t.Context()
	var id coach.AthleteID
	err := s.Update(ctx, func(x bot.Tx) (err error) {
		id, _, err = x.Who(ctx, bot.Person{Platform: "discord", User: "41"}, noon)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, user := range []string{"41", "42"} {
		err := errors.Join(s.SetDirectChannel(ctx, user, "9"+user, noon), s.PutForm(ctx, user, "form "+user, []byte("{}"), noon))
		if err != nil {
			t.Fatal(err)
		}
	}
	look := func(user string) (channel string, form bool) {
		channel, err1 := s.DirectChannel(ctx, user)
		f, err2 := s.Form(ctx, "form "+user)
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		return channel, f != nil
	}
	if known, _ := look("41"); known != "941" {
		t.Errorf("channel %q, want 941", known)
	}
	if unknown, _ := look("42"); unknown != "" {
		t.Errorf("channel %q of nobody is kept", unknown)
	}
	if err := s.Update(ctx, func(x bot.Tx) error { return x.Erase(ctx, id) }); err != nil {
		t.Fatal(err)
	}
	if channel, form := look("41"); channel != "" || form {
		t.Errorf("after erasing: channel %q, form %v", channel, form)
	}
	if _, form := look("42"); !form {
		t.Error("nobody's form is gone")
	}
	if err := s.SetCommandsHash(ctx, "app", "abc", noon); err != nil {
		t.Fatal(err)
	}
	if hash, err := s.CommandsHash(ctx, "app"); hash != "abc" || err != nil {
		t.Errorf("hash %q, %v", hash, err)
	}
}

func TestLeases_HaveOneHolder(t *testing.T) {
	s, ctx := openAt(t, server.Database(t)), t.Context()
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
}
