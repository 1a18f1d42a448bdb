// Package slack carries the conversation over Slack: what people say, press and
// send in becomes a [bot.Message]; a [bot.Reply] becomes Block Kit.
//
// Coming in. Socket Mode and HTTP hand the same JSON to one ear. It decodes
// only the fields it needs, so that a strange block in a message costs nothing;
// what it cannot decode at all is acknowledged, kept as it came and counted.
// What is for the coach is stored first ([bot.Inbox]), then acknowledged; only a
// form is opened before, because its trigger lives for three seconds. A
// message's delivery id is its place (team, channel, ts), so that retries, two
// connections and two events for one message are one message.
//
// Going out. Every answer is for the person alone: ephemeral where they spoke
// in a channel, a direct message otherwise. Text is never markup: blocks are
// rich text made of literal elements, and the plain text beside them is escaped.
// A message in a conversation carries its idempotency key as metadata. What was
// begun is noted before and what was done after; a second try looks in the
// conversation first whether the message is there. Ephemeral messages cannot be
// looked up: after an unknown outcome they are said again, and say so
// ([bot.SentAgain]), since an answer twice is better than none. One that takes
// the place of another is the same once or twice.
//
// Nothing here waits without bound: calls are paced a method and a channel,
// a wait that is too long comes back as [bot.RetryAfter].
//
// slack-go makes the calls of the Web API and is the vocabulary of Block Kit.
// Its socket client is not used: it closes a connection on Slack's warning
// before the next one is open, and what Slack sends in between is lost.
package slack

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"tandem/bot"
)

// Name is the platform's name.
const Name = "slack"

// Options are what an Adapter needs.
type Options struct {
	Mode          string // "socket" or "http"
	BotToken      string // xoxb-…: one workspace; "" = workspaces install themselves
	AppToken      string // xapp-…, for Socket Mode
	SigningSecret string // for HTTP
	ClientID      string // with ClientSecret and TokenKey: installs by OAuth
	ClientSecret  string
	TokenKey      []byte // 32 bytes
	Listen        string // host:port for HTTP and installs
	PublicURL     string // https://… of it
	Commands      Commands
	Store         Store
	Now           func() time.Time
	Log           *slog.Logger
	Limited       func(method string) // is told of each call that Slack answers with 429; nil = nobody counts

	// For tests and unusual networks; the zero values are right elsewhere.
	Listener net.Listener                               // open already, instead of Listen
	API      string                                     // base URL of the Web API, with a slash at the end
	HTTP     *http.Client                               // makes every call
	Wait     func(context.Context, time.Duration) error // sleeps
	Silence  time.Duration                              // a socket that is silent this long is dead; 0 = 40 s
}

// Commands are the names of the slash commands in a workspace.
type Commands struct {
	Coach, Log, CheckIn string
}

// Adapter is Slack.
type Adapter struct {
	o        Options
	pace     *pacer
	zones    *zones
	budget   *budgets
	homes    drawings
	incoming incoming
	seal     *sealer // nil = one workspace
	chores   chan func(context.Context)
	unread   atomic.Int64
	desk     atomic.Pointer[bot.Desk] // of the conversation that is listened for

	standing standing

	mu       sync.Mutex
	installs map[string]Install // by workspace
}

var _ bot.Adapter = (*Adapter)(nil)

// New returns an adapter. Errors name the setting that is missing.
func New(o Options) (*Adapter, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	if o.HTTP == nil {
		o.HTTP = &http.Client{Timeout: 10 * time.Second}
	}
	client := *o.HTTP
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse } // Slack needs none, and a token goes nowhere else
	o.HTTP = &client
	if o.Limited == nil {
		o.Limited = func(string) {}
	}
	if o.Wait == nil {
		o.Wait = sleep
	}
	if o.API == "" {
		o.API = "https://slack.com/api/"
	}
	if o.Silence == 0 {
		o.Silence = 40 * time.Second
	}
	a := &Adapter{o: o, pace: newPacer(o.Now, o.Wait), zones: newZones(o.Now), budget: newBudgets(o.Now), homes: drawings{of: map[bot.Person]bool{}},
		incoming: incoming{now: o.Now, of: map[string]*arrival{}},
		chores:   make(chan func(context.Context), 256), installs: map[string]Install{}}
	if len(o.TokenKey) > 0 {
		var err error
		if a.seal, err = newSealer(o.TokenKey); err != nil {
			return nil, err
		}
	}
	return a, nil
}

func (o Options) check() error {
	oauth := o.ClientID != "" && o.ClientSecret != "" && len(o.TokenKey) > 0
	switch {
	case o.Mode != "socket" && o.Mode != "http":
		return fmt.Errorf("slack.mode is %q: socket or http", o.Mode)
	case o.Mode == "socket" && o.AppToken == "":
		return errors.New("slack.app_token is missing: Socket Mode needs an app-level token (xapp-…) with connections:write")
	case o.Mode == "http" && o.SigningSecret == "":
		return errors.New("slack.signing_secret is missing: without it nobody can tell Slack's requests from others'")
	case o.BotToken == "" && !oauth:
		return errors.New("slack.bot_token is missing; for several workspaces set client_id, client_secret and token_key instead")
	}
	return nil
}

// Name returns "slack".
func (a *Adapter) Name() string { return Name }

// Unread is how many payloads could not be decoded since the start. They were
// acknowledged and are kept in the store for a week.
func (a *Adapter) Unread() int64 { return a.unread.Load() }

// Run listens until ctx ends, or until Slack refuses for good: the error then
// says what to do.
func (a *Adapter) Run(ctx context.Context, in bot.Inbox) error {
	err := a.listen(ctx, in)
	a.standing.end(err)
	return err
}

func (a *Adapter) listen(ctx context.Context, in bot.Inbox) error {
	if a.o.BotToken != "" {
		if err := a.introduce(ctx); err != nil {
			return err
		}
	}
	a.standing.meet()
	e := newEar(a, in)
	if err := e.installed(ctx, a.known("")); err != nil {
		return err
	}
	work, ctx := errgroup.WithContext(ctx)
	work.Go(func() error {
		select {
		case err := <-e.gone:
			return err
		case <-ctx.Done():
			return nil
		}
	})
	for range 4 {
		work.Go(func() error { return a.doChores(ctx) })
	}
	if a.o.Mode == "socket" {
		work.Go(func() error { return e.listenSocket(ctx) })
	}
	if a.o.Mode == "http" || a.o.ClientID != "" {
		work.Go(func() error { return e.listenHTTP(ctx) })
	}
	return work.Wait()
}

// soon runs a chore after the acknowledgement; false = too much is waiting, and
// it will not run.
func (a *Adapter) soon(chore func(context.Context)) bool {
	select {
	case a.chores <- chore:
		return true
	default:
		return false
	}
}

func (a *Adapter) doChores(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return nil
		case chore := <-a.chores:
			within, cancel := context.WithTimeout(ctx, 15*time.Second)
			a.do(within, chore)
			cancel()
		}
	}
}

// do keeps a panic over one chore from ending the process.
func (a *Adapter) do(ctx context.Context, chore func(context.Context)) {
	defer func() {
		if p := recover(); p != nil {
			a.o.Log.ErrorContext(ctx, "panic in a chore of the slack adapter", "panic", bot.Panicked(p), "stack", string(debug.Stack()))
		}
	}()
	chore(ctx)
}

func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}
