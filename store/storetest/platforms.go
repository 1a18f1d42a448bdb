package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/store"
)

// A PlatformKeeper keeps what the adapters of chat platforms need of a store:
// the interfaces slack.Store and discord.Store together. Its methods are
// documented there.
type PlatformKeeper interface {
	Store

	PutInstall(ctx context.Context, enterprise, team string, sealed []byte, now time.Time) error
	Install(ctx context.Context, enterprise, team string) (foundEnterprise, foundTeam string, sealed []byte, err error)
	DropInstall(ctx context.Context, enterprise, team string) error

	BeginSend(ctx context.Context, key string, now time.Time) (before time.Time, done bool, err error)
	EndSend(ctx context.Context, key string, done bool) error

	KeepUnread(ctx context.Context, kind, why string, body []byte, now time.Time) error
	Unread(ctx context.Context) (int, error)

	CommandsHash(ctx context.Context, application string) (string, error)
	SetCommandsHash(ctx context.Context, application, hash string, now time.Time) error
	DirectChannel(ctx context.Context, user string) (string, error)
	SetDirectChannel(ctx context.Context, user, channel string, now time.Time) error
	PutForm(ctx context.Context, user, key string, form []byte, now time.Time) error
	Form(ctx context.Context, key string) ([]byte, error)
	TakeLease(ctx context.Context, name, holder string, now, until time.Time) (bool, error)
	DropLease(ctx context.Context, name, holder string) error
}

// RunPlatforms tries what a PlatformKeeper promises; open is called once for
// every test.
func RunPlatforms(t *testing.T, open func(t *testing.T) PlatformKeeper) {
	for _, test := range []struct {
		name string
		run  func(t *testing.T, s PlatformKeeper)
	}{
		{"an install of the team goes before one of the enterprise", installOfTheTeam},
		{"a send remembers what began, for a week", sendRemembers},
		{"what could not be read is kept for a week", unreadForAWeek},
		{"a purge drops what is over, though nothing new comes", purgedAlone},
		{"the hash of the commands is kept", commandsHash},
		{"what is a person's goes with them", personsGoes},
		{"a lease has one holder", leaseHasOneHolder},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			test.run(t, open(t))
		})
	}
}

func installOfTheTeam(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
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

func sendRemembers(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
	for n, step := range []struct {
		begin      time.Time
		wantBefore time.Time
		wantDone   bool
		end        bool // whether EndSend follows
		success    bool
	}{
		{begin: noon},
		{begin: noon.Add(time.Hour), wantBefore: noon, end: true}, // known not to have been sent: nothing to look for
		{begin: noon, end: true, success: true},
		{begin: noon.Add(time.Hour), wantBefore: noon, wantDone: true},
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
}

func unreadForAWeek(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
	for _, at := range []time.Time{noon.AddDate(0, 0, -8), noon.AddDate(0, 0, -6), noon} {
		if err := s.KeepUnread(ctx, "events_api", "decode", []byte("{\x00"), at); err != nil {
			t.Fatal(err)
		}
	}
	if n, err := s.Unread(ctx); n != 2 || err != nil {
		t.Errorf("%d kept, %v; want 2", n, err)
	}
}

func purgedAlone(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
	_, _, begun := s.BeginSend(ctx, "k", noon)
	if err := errors.Join(begun, s.KeepUnread(ctx, "events_api", "decode", []byte("{"), noon), s.PutForm(ctx, "41", "form", []byte("{}"), noon)); err != nil {
		t.Fatal(err)
	}
	for _, step := range []struct {
		days int
		want store.Purged
	}{{7, store.Purged{}}, {8, store.Purged{Unread: 1, Sends: 1}}, {60, store.Purged{}}, {61, store.Purged{Forms: 1}}} {
		if got, err := s.Purge(ctx, noon.AddDate(0, 0, step.days)); err != nil || got != step.want {
			t.Errorf("after %d days: %+v, %v; want %+v", step.days, got, err, step.want)
		}
	}
}

func commandsHash(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
	if hash, err := s.CommandsHash(ctx, "app"); hash != "" || err != nil {
		t.Errorf("before it is known: %q, %v", hash, err)
	}
	for _, hash := range []string{"abc", "def"} {
		if err := s.SetCommandsHash(ctx, "app", hash, noon); err != nil {
			t.Fatal(err)
		}
		if got, err := s.CommandsHash(ctx, "app"); got != hash || err != nil {
			t.Errorf("hash %q, %v; want %q", got, err, hash)
		}
	}
}

// personsGoes: the channel and the forms of somebody who erases everything are
// gone; a form of nobody's stays.
func personsGoes(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
	id := meet(t, s, bot.Person{Platform: "discord", User: "41"})
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
	if known, form := look("41"); known != "941" || !form {
		t.Errorf("channel %q, form %v; want both kept", known, form)
	}
	if unknown, _ := look("42"); unknown != "" {
		t.Errorf("channel %q of nobody is kept", unknown)
	}
	write(t, s, func(ctx context.Context, tx bot.Tx) error { return tx.Erase(ctx, id) })
	if channel, form := look("41"); channel != "" || form {
		t.Errorf("after erasing: channel %q, form %v", channel, form)
	}
	if _, form := look("42"); !form {
		t.Error("nobody's form is gone")
	}
}

// leaseHasOneHolder: one that lets it end loses it.
func leaseHasOneHolder(t *testing.T, s PlatformKeeper) {
	ctx := t.Context()
	at := func(second int) time.Time { return noon.Add(time.Duration(second) * time.Second) }
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
