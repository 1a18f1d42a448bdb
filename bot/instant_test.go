package bot_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/store/sqlite"
)

// notebook is an adapter that keeps replies whole.
type notebook struct {
	mouth
	router  *bot.Router
	replies []bot.Reply
}

func (n *notebook) Send(_ context.Context, _ bot.Address, r bot.Reply, _ string) error {
	n.replies = append(n.replies, r)
	return nil
}

// ana is somebody new who says or presses one thing after another, each answered
// with the reply that is returned.
func ana(t *testing.T) (n *notebook, say func(text, press string) bot.Reply) {
	t.Helper()
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	n = &notebook{}
	n.router = bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: dawn{}, Adapters: []bot.Adapter{n},
		Now: func() time.Time { return clock }, Log: slog.New(slog.DiscardHandler)})
	return n, func(text, press string) bot.Reply {
		t.Helper()
		m := bot.Message{ID: fmt.Sprint(len(n.replies)), From: bot.Person{Platform: "test", User: "ana"}, Direct: true, Addressed: true, Text: text, Press: press, At: clock}
		if _, err := n.router.Accept(t.Context(), m); err != nil {
			t.Fatal(err)
		}
		if err := n.router.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		return n.replies[len(n.replies)-1]
	}
}

// dawn plans every check-in for seven o'clock UTC the next day.
type dawn struct{}

func (dawn) Check(coach.Athlete) error { return nil }

func (dawn) Next(_ coach.Athlete, now time.Time) (time.Time, bool) {
	return now.Truncate(24 * time.Hour).Add(31 * time.Hour), true
}

// TestUpdatesInPlace_IsKnownFromTheCommand: a platform that must say at once
// whether a press changes its message learns it before the press is carried out.
func TestUpdatesInPlace_IsKnownFromTheCommand(t *testing.T) {
	n, say := ana(t)
	for _, text := range []string{"start", "yes", "strength", "beginner", "Berlin", "07:00"} {
		say(text, "")
	}
	asked := say("checkin", "")
	presses := []string{"snooze 1h", "week", "settings", "pause 7d"}
	for _, row := range asked.Rows {
		presses = append(presses, row.Buttons[3].Command)
	}
	for _, command := range append(presses, "why") {
		got := say("", command)
		if got.Update != bot.UpdatesInPlace(command) {
			t.Errorf("%q updates: %v; foreseen: %v", command, got.Update, bot.UpdatesInPlace(command))
		}
	}
	if len(n.replies) < 12 {
		t.Errorf("only %d replies", len(n.replies))
	}
}

// TestReplies_GiveTheInstantsTheyName: so that a platform can show them on the
// reader's own clock; the text names them on the athlete's.
func TestReplies_GiveTheInstantsTheyName(t *testing.T) {
	n, say := ana(t)
	for _, text := range []string{"start", "yes", "strength", "beginner", "Berlin", "07:00", "/log lift squat 5x5 100kg @8"} {
		say(text, "")
	}
	dawnInBerlin := time.Date(2027, 3, 2, 7, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		say, words string
		at         time.Time
	}{
		{"snooze 1h", "20:00", clock.Add(time.Hour)},
		{"settings", "Tue 2 Mar, 08:00", dawnInBerlin},
		{"reminders 07:00", "Tue 2 Mar, 08:00", dawnInBerlin},
		{"hello", "Tue 2 Mar, 08:00", dawnInBerlin},
		{"today", "Wednesday 19:00", clock.Add(48 * time.Hour)},
	} {
		got := say(tt.say, "")
		if !strings.Contains(got.Text, tt.words) {
			t.Errorf("%s: no %q in %q", tt.say, tt.words, got.Text)
		}
		if named := got.Named(); len(named) != 1 || named[0].Words != tt.words || !named[0].At.Equal(tt.at) {
			t.Errorf("%s names %+v, want %s as %q", tt.say, named, tt.at, tt.words)
		}
	}
	if got := say("help", ""); len(got.Named()) != 0 {
		t.Errorf("help names %+v", got.Named())
	}
	home, err := n.router.Home(t.Context(), bot.Person{Platform: "test", User: "ana"})
	if err != nil || len(home.Named()) < 2 {
		t.Errorf("home names %+v, %v; want the next check-in and when legs are ready", home.Named(), err)
	}
}
