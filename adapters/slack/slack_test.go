package slack_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
	"tandem/bot/bottest"
	"tandem/coach"
	"tandem/store/sqlite"
)

const (
	ana      = "U0ANA"
	bob      = "U0BOB"
	gym      = "C0GYM"
	specs    = "../../../shared/specs/"
	modeHTTP = "http"
	modeWS   = "socket"
)

var commands = slack.Commands{Coach: "/coach", Log: "/log", CheckIn: "/checkin"}

// schema is Block Kit's, where the reference files are at hand; without them the
// published limits are checked alone.
func schema(t testing.TB) *slackfake.Schema {
	t.Helper()
	s, err := slackfake.LoadSchema(specs + "slack-block-kit.schema.json")
	if errors.Is(err, os.ErrNotExist) {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the Block Kit schema is missing: %v", err)
		}
		t.Log("no Block Kit schema at " + specs + ": blocks are checked by limits alone")
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// planner stands in for the scheduler: check-ins come tomorrow.
type planner struct{}

func (planner) Check(coach.Athlete) error { return nil }

func (planner) Next(a coach.Athlete, now time.Time) (time.Time, bool) {
	return now.Add(24 * time.Hour), a.Reminders.On()
}

// workspace is the coach, connected to a stand-in for Slack.
type workspace struct {
	*slackfake.Server
	t       testing.TB
	clock   *slackfake.Clock
	store   *sqlite.Store
	router  *bot.Router
	adapter *slack.Adapter
	stop    context.CancelFunc
	ended   chan struct{} // Run has returned
	err     error         // what
	wrap    func(bot.Inbox) bot.Inbox
	address string // of HTTP
	seen    map[string]bool
}

// open connects a new coach over a transport.
func open(t testing.TB, mode string, change ...func(*slack.Options)) *workspace {
	t.Helper()
	w := prepare(t)
	w.start(mode, change...)
	return w
}

// prepare makes a workspace that no coach is connected to yet.
func prepare(t testing.TB) *workspace {
	t.Helper()
	store, err := sqlite.Memory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	w := &workspace{t: t, clock: slackfake.NewClock(time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)), store: store, seen: map[string]bool{}}
	w.Server = slackfake.New(t, w.clock, schema(t))
	return w
}

// start runs an adapter and a router over the workspace's store.
func (w *workspace) start(mode string, change ...func(*slack.Options)) {
	t := w.t
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w.address = "http://" + l.Addr().String()
	o := slack.Options{Mode: mode, BotToken: slackfake.BotToken, AppToken: slackfake.AppToken, SigningSecret: slackfake.SigningSecret, Listener: l,
		Commands: commands, Store: w.store, Now: w.clock.Now, Wait: w.clock.Wait, Log: slog.New(slog.DiscardHandler), API: w.API(), HTTP: w.Client()}
	for _, c := range change {
		c(&o)
	}
	if w.adapter, err = slack.New(o); err != nil {
		t.Fatal(err)
	}
	if t, ok := t.(*testing.T); ok {
		w.router = bottest.Wire(t, w.store, planner{}, w.clock.Now, w.adapter)
	}
	ctx, stop := context.WithCancel(context.Background())
	var inbox bot.Inbox = w.router
	if w.wrap != nil {
		inbox = w.wrap(inbox)
	}
	ended := make(chan struct{})
	w.stop, w.ended = stop, ended
	go func() {
		defer close(ended)
		w.err = w.adapter.Run(ctx, inbox)
	}()
	t.Cleanup(func() {
		stop()
		l.Close()
		<-ended
	})
	if o.Mode == modeHTTP {
		w.SendTo(w.address)
		if o.BotToken != "" {
			w.Await("auth.test", 1)
		}
	} else {
		w.Await("socket", 2)
	}
}

func (w *workspace) settle() {
	w.t.Helper()
	if err := w.router.Settle(context.Background()); err != nil {
		w.t.Fatal(err)
	}
}

func (w *workspace) must(err error) {
	w.t.Helper()
	if err != nil {
		w.t.Fatal(err)
	}
}

// heard is what a person got since it was last asked.
func (w *workspace) heard(user string) (out []slackfake.Message) {
	for _, m := range w.Messages(user) {
		key := fmt.Sprint(m.TS, "/", m.Updated)
		if !w.seen[key] {
			w.seen[key] = true
			out = append(out, m)
		}
	}
	return out
}

// Say types a slash command where there is one for it, else a direct message.
func (w *workspace) say(user, text string) []slackfake.Message {
	w.t.Helper()
	w.clock.Advance(time.Minute)
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "/log", "/checkin":
		_, err := w.Type(user, slackfake.Direct(user), word, rest)
		w.must(err)
	case "/start", "/history":
		_, err := w.Type(user, gym, "/coach", strings.TrimPrefix(text, "/"))
		w.must(err)
	default:
		w.must(w.Say(user, text))
	}
	w.settle()
	return w.heard(user)
}

func (w *workspace) press(user, label string) []slackfake.Message {
	w.t.Helper()
	w.clock.Advance(time.Minute)
	ok, err := w.Press(user, label)
	w.must(err)
	if !ok {
		w.t.Fatalf("no message has a button %q", label)
	}
	w.settle()
	return w.heard(user)
}

// setUp takes a person through the first talk.
func (w *workspace) setUp(user string) {
	w.t.Helper()
	w.say(user, "start")
	for _, label := range []string{"Yes, keep it", "Strength", "A while"} {
		w.press(user, label)
	}
	w.say(user, "Berlin")
	w.press(user, "07:00")
}

// mouth is a person of the scenarios.
type mouth struct{ *workspace }

func (m mouth) Say(t *testing.T, text string) []bottest.Heard { return carried(m.say(ana, text)) }

func (m mouth) Press(t *testing.T, label string) []bottest.Heard { return carried(m.press(ana, label)) }

func carried(ms []slackfake.Message) (out []bottest.Heard) {
	for _, m := range ms {
		out = append(out, bottest.Heard{Text: m.Text, Buttons: m.Labels()})
	}
	return out
}

func TestConversations(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			bottest.Conversations(t, func(t *testing.T) bottest.Mouth { return mouth{open(t, mode)} })
		})
	}
}

func TestSchema_IsAtHand(t *testing.T) {
	if schema(t) == nil {
		t.Skip("no reference files beside the project: blocks are checked by limits alone")
	}
}

// newServer is somebody else's server.
func newServer(t *testing.T, handle http.HandlerFunc) string {
	s := httptest.NewServer(handle)
	t.Cleanup(s.Close)
	return s.URL
}
