package discord_test

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
	"tandem/bot"
	"tandem/bot/bottest"
	"tandem/coach"
	"tandem/store/sqlite"
)

// rig is a whole coach behind a fake Discord.
type rig struct {
	*discordfake.Server
	t       *testing.T
	store   *sqlite.Store
	adapter *discord.Adapter
	router  *bot.Router
	heard   chan struct{} // one for each message that was stored
	refuse  func() error  // nil = everything is stored
	ended   chan error    // of Run
	stop    context.CancelFunc
}

// inbox counts what is stored, and can be made to fail.
type inbox struct{ *rig }

func (i inbox) Accept(ctx context.Context, m bot.Message) (bool, error) {
	if i.refuse != nil {
		if err := i.refuse(); err != nil {
			return false, err
		}
	}
	fresh, err := i.router.Accept(ctx, m)
	if err == nil {
		i.heard <- struct{}{}
	}
	return fresh, err
}

func (i inbox) Suggest(ctx context.Context, p bot.Person, what, prefix string, n int) ([]string, error) {
	return i.router.Suggest(ctx, p, what, prefix, n)
}

func (i inbox) Left(ctx context.Context, p bot.Place) error {
	err := i.router.Left(ctx, p)
	if err == nil {
		i.heard <- struct{}{}
	}
	return err
}

func (i inbox) Back(ctx context.Context, p bot.Place) error { return i.router.Back(ctx, p) }

var errFull = errors.New("the disk is full")

type planner struct{}

func (planner) Check(coach.Athlete) error                       { return nil }
func (planner) Next(coach.Athlete, time.Time) (time.Time, bool) { return time.Time{}, false }

// noWait passes the time at once.
func noWait(ctx context.Context, _ time.Duration) error { return ctx.Err() }

func newStore(t *testing.T) *sqlite.Store {
	t.Helper()
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	return store
}

// options are those of an adapter that can reach the fake and nothing else.
func options(f *discordfake.Server, store discord.Store) discord.Options {
	return optionsAt(f.URL(), store)
}

func optionsAt(api string, store discord.Store) discord.Options {
	return discord.Options{Token: discordfake.Token, Store: store, Now: time.Now, Log: slog.New(slog.DiscardHandler),
		API: api, HTTP: discordfake.Client(), Dialer: discordfake.Dialer(), Wait: noWait}
}

// start connects a coach to a new fake.
func start(t *testing.T, change ...func(*discord.Options)) *rig {
	t.Helper()
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.connect(change...)
	r.Connected(1)
	return r
}

func (r *rig) connect(change ...func(*discord.Options)) {
	r.t.Helper()
	o := options(r.Server, r.store)
	for _, c := range change {
		c(&o)
	}
	a, err := discord.New(o)
	if err != nil {
		r.t.Fatal(err)
	}
	r.adapter, r.heard, r.ended = a, make(chan struct{}, 1000), make(chan error, 1)
	r.router = bottest.Wire(r.t, r.store, planner{}, o.Now, a)
	ctx, stop := context.WithCancel(context.Background())
	r.stop = stop
	done := make(chan struct{})
	go func() {
		defer close(done)
		r.ended <- r.adapter.Run(ctx, inbox{r})
	}()
	r.t.Cleanup(func() { stop(); <-done })
}

// stored waits for the next message to be stored, then lets the coach answer.
func (r *rig) stored() {
	r.t.Helper()
	select {
	case <-r.heard:
	case <-time.After(20 * time.Second):
		r.t.Fatal("nothing was stored")
	}
	settle(r.t, r)
}

// settle lets the coach answer all that is stored.
func settle(t *testing.T, r *rig) {
	t.Helper()
	bottest.Settle(t, r.router)
}

// mouth is a person in a place: their direct messages, or a server's channel,
// where they use commands and mentions.
type mouth struct {
	*rig
	person string
	at     discordfake.Where
}

func (m mouth) Say(t *testing.T, text string) []bottest.Heard {
	t.Helper()
	mark := m.Mark()
	if m.at.Guild == "" {
		m.Server.Say(m.person, m.at, text)
	} else if data, ok := command(text); ok {
		m.Interact(m.person, m.at, 2, data, "")
	} else {
		m.Server.Say(m.person, m.at, "<@"+discordfake.Application+"> "+text)
	}
	m.stored()
	return m.got(mark)
}

func (m mouth) Press(t *testing.T, label string) []bottest.Heard {
	t.Helper()
	mark := m.Mark()
	on, button, ok := m.Find(m.person, label)
	if !ok {
		t.Fatalf("no button %q", label)
	}
	at := m.at
	if on.Channel != at.Channel {
		at = discordfake.Where{Channel: on.Channel}
	}
	m.Interact(m.person, at, 3, map[string]any{"custom_id": button.CustomID, "component_type": 2}, on.ID)
	m.stored()
	return m.got(mark)
}

func (m mouth) got(mark int) (out []bottest.Heard) {
	for _, s := range m.Since(mark, m.person) {
		h := bottest.Heard{Text: s.Text()}
		for _, b := range s.Buttons() {
			h.Buttons = append(h.Buttons, b.Label)
		}
		out = append(out, h)
	}
	return out
}

// command is a typed line as the native command for it.
func command(text string) (map[string]any, bool) {
	sub := func(name string, options ...any) map[string]any {
		return map[string]any{"name": name, "type": 1, "options": options}
	}
	word, rest, _ := strings.Cut(strings.TrimPrefix(text, "/"), " ")
	switch {
	case !strings.HasPrefix(text, "/"):
	case word == "log":
		return native("log", sub("text", value("line", rest))), true
	case word == "start":
		return native("settings", sub("start")), true
	case word == "history":
		return native("history"), true
	}
	return nil, false
}

func native(name string, options ...any) map[string]any {
	return map[string]any{"id": "1", "name": name, "type": 1, "options": options}
}

func value(name string, v any) map[string]any {
	kind := 3
	if _, ok := v.(string); !ok {
		kind = 10
	}
	return map[string]any{"name": name, "type": kind, "value": v}
}

func dm(r *rig, person string) mouth {
	return mouth{r, person, discordfake.Where{Channel: r.DM(person)}}
}

func inServer(r *rig, person string) mouth {
	return mouth{r, person, discordfake.Where{Guild: "700", Channel: "701"}}
}

func TestConversations_InDirectMessages(t *testing.T) {
	bottest.Conversations(t, func(t *testing.T) bottest.Mouth { return dm(start(t), "41") })
}

// TestConversations_InAServer: commands are answered there for the person
// alone, mentions by direct message.
func TestConversations_InAServer(t *testing.T) {
	bottest.Conversations(t, func(t *testing.T) bottest.Mouth { return inServer(start(t), "41") })
}
