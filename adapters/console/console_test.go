package console_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"tandem/adapters/console"
	"tandem/bot"
	"tandem/bot/bottest"
	"tandem/coach"
	"tandem/store/sqlite"
)

// planner stands in for the scheduler: check-ins come tomorrow.
type planner struct{}

func (planner) Check(coach.Athlete) error { return nil }

func (planner) Next(a coach.Athlete, now time.Time) (time.Time, bool) {
	return now.Add(24 * time.Hour), a.Reminders.On()
}

// mouth speaks through the adapter's own send, one message at a time.
type mouth struct {
	adapter *console.Console
	router  *bot.Router
	heard   *recorder
	n       int
	now     time.Time
}

// recorder is the adapter as the router sees it, with what went through.
type recorder struct {
	*console.Console
	replies []bot.Reply
}

func (r *recorder) Send(ctx context.Context, to bot.Address, reply bot.Reply, key string) error {
	r.replies = append(r.replies, reply)
	return r.Console.Send(ctx, to, reply, key)
}

func open(t *testing.T) bottest.Mouth {
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	m := &mouth{now: time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)}
	clock := func() time.Time { return m.now }
	out, err := os.Create(t.TempDir() + "/out")
	if err != nil {
		t.Fatal(err)
	}
	m.adapter = console.New(console.Options{In: os.Stdin, Out: out, Now: clock, Folder: t.TempDir()})
	m.heard = &recorder{Console: m.adapter}
	m.router = bottest.Wire(t, store, planner{}, clock, m.heard)
	return m
}

func (m *mouth) Say(t *testing.T, text string) []bottest.Heard {
	return m.deliver(t, bot.Message{Text: text})
}

func (m *mouth) Press(t *testing.T, label string) []bottest.Heard {
	for i := len(m.heard.replies) - 1; i >= 0; i-- {
		for _, b := range m.heard.replies[i].Buttons {
			if b.Label == label {
				return m.deliver(t, bot.Message{Press: b.Command})
			}
		}
	}
	t.Fatalf("no message has a button %q", label)
	return nil
}

func (m *mouth) deliver(t *testing.T, msg bot.Message) []bottest.Heard {
	t.Helper()
	m.n++
	m.now = m.now.Add(time.Minute)
	msg.ID, msg.From, msg.Direct, msg.Addressed = fmt.Sprint(m.n), bot.Person{Platform: console.Name, User: "me"}, true, true
	before := len(m.heard.replies)
	if _, err := m.router.Accept(t.Context(), msg); err != nil {
		t.Fatal(err)
	}
	bottest.Settle(t, m.router)
	var heard []bottest.Heard
	for _, r := range m.heard.replies[before:] {
		h := bottest.Heard{Text: r.Text}
		for _, b := range r.Buttons {
			h.Buttons = append(h.Buttons, b.Label)
		}
		heard = append(heard, h)
	}
	return heard
}

func TestConversations(t *testing.T) { bottest.Conversations(t, open) }

func TestPipe_OneAnswerALine(t *testing.T) {
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(w, "is running after lifting bad?\n\n1\nexit")
	w.Close()
	var out strings.Builder
	var router *bot.Router
	c := console.New(console.Options{In: in, Out: &out, Now: time.Now, Settled: func(ctx context.Context) error { return router.Settle(ctx) }})
	router = bottest.Wire(t, store, planner{}, time.Now, c)
	if err := c.Run(t.Context(), router); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"[1] Why?", "How sure"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %q in\n%s", want, out.String())
		}
	}
}
