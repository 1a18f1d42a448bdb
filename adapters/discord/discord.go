// Package discord carries the conversation over Discord: commands, presses,
// forms, direct messages and mentions become a [bot.Message]; a [bot.Reply]
// becomes messages with buttons.
//
// Coming in. One gateway connection a shard, without any privileged intent. An
// event is decoded from its raw JSON, only the fields that are needed, so that
// a component of tomorrow costs nothing; what cannot be decoded at all is kept
// and counted. What is for the coach is stored first ([bot.Inbox]); only then
// the interaction is acknowledged, or the event counts as seen: a connection
// that drops is resumed from the last event that was stored, and so is one of a
// process that ended ([session]). Typed options become the same command line
// that everybody types ([lineOf]).
//
// Going out. An interaction is acknowledged at once, privately where others
// could read along, and its answer follows within the fifteen minutes that its
// token lives; later, and after everything else, the answer is a direct
// message. The answer is an edit of the message that acknowledges, since an edit
// is the same once or twice; a further message after an unknown outcome is sent
// again and says so ([bot.SentAgain]). In a channel the coach never says what is
// meant for one person.
// Every message names nobody ([discordgo.MessageAllowedMentions], empty), the
// words in it are escaped, and what is sent to a channel carries a nonce made
// of its idempotency key. No call to Discord is made from the goroutine that
// reads the gateway, and nothing waits without bound: a wait that is too long
// comes back as [bot.RetryAfter].
//
// discordgo is the vocabulary (commands, components, embeds, endpoints) and
// makes the requests, behind a transport of our own that paces them and reads
// every refusal ([guard]), because the library sleeps with a lock held, keeps a
// rate limit for every interaction for ever, posts again after a 502, and reads
// a page of HTML as broken JSON. Its gateway is not used: it reconnects for
// ever after Discord said no, ends the session it wants to resume, and sees a
// dead connection after five heartbeats only ([shard]).
package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/sync/errgroup"

	"tandem/bot"
)

// Name is the platform's name.
const Name = "discord"

// Intents are what the coach hears: servers it is in, messages in them (their
// words only where it is mentioned) and direct messages. None is privileged.
const Intents = 1<<0 | 1<<9 | 1<<12

// Options are what an Adapter needs.
type Options struct {
	Token         string // of the bot, without "Bot "
	ApplicationID string // "" = read from the token
	ShardCount    int    // 0 = 1
	ShardIDs      []int  // of this process; none = all
	Store         Store
	Now           func() time.Time
	Log           *slog.Logger
	Limited       func(what string) // is told of each call that Discord answers with 429; nil = nobody counts

	// For tests and unusual networks; the zero values are right elsewhere.
	API    string                                     // base URL instead of https://discord.com
	HTTP   *http.Client                               // makes every call
	Dialer *websocket.Dialer                          // opens the gateway
	Wait   func(context.Context, time.Duration) error // sleeps
}

// Adapter is Discord.
type Adapter struct {
	o      Options
	rest   *rest
	sent   *ledger // what was sent lately, by key
	tokens *tokens // interactions that may still be answered
	closed *closed // people whose direct messages are closed
	chores chan func(context.Context)
	unread atomic.Int64

	fetching atomic.Int64 // messages that wait for their file and are not stored yet

	late  atomic.Int64 // interactions that Discord had given up on
	twice *window      // interactions that somebody else had answered

	holder string // of the leases of this run

	mu       sync.Mutex
	troubles map[int]error // by shard that is not connected
	ended    error         // Run has returned
	fatal    chan error
}

var _ bot.Adapter = (*Adapter)(nil)

var errToken = errors.New("discord does not take the token (401); reset it in the developer portal under Bot and put the new one into discord.token")

// New returns an adapter. Errors name the setting that is wrong.
func New(o Options) (*Adapter, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	if o.Store == nil || o.Log == nil {
		return nil, errors.New("discord: a store and a log are needed")
	}
	client, err := newREST(o)
	if err != nil {
		return nil, err
	}
	a := &Adapter{o: o, rest: client, sent: newLedger(o.Now), tokens: newTokens(o.Now), closed: newClosed(o.Now),
		chores: make(chan func(context.Context), 256), twice: newWindow(o.Now, 10*time.Minute),
		troubles: map[int]error{}, fatal: make(chan error, 1)}
	client.unauthorized = func() {
		a.fail(errToken)
	}
	return a, nil
}

// filled is the options with what can be known, or what is wrong with them.
func (o Options) filled() (Options, error) {
	if o.ShardCount == 0 {
		o.ShardCount = 1
	}
	if o.ApplicationID == "" {
		o.ApplicationID, _ = ApplicationID(o.Token)
	}
	switch {
	case o.Token == "":
		return o, errors.New("discord.token is missing: copy it from the developer portal, under Bot")
	case strings.Count(o.Token, ".") != 2 || strings.ContainsAny(o.Token, " \t\n"):
		return o, errors.New("discord.token is not a bot's token, which has three parts with dots between: copy it from the developer portal, under Bot (not the client secret or the public key, and without the word Bot)")
	case o.ApplicationID == "":
		return o, errors.New("discord.application_id is missing, and the token does not hold it: copy it from the developer portal, under General Information")
	case o.Now == nil:
		return o, errors.New("discord: a clock is needed")
	}
	for _, id := range o.ShardIDs {
		if id < 0 || id >= o.ShardCount {
			return o, fmt.Errorf("discord.shard_ids has %d, but with shard_count = %d the shards are 0 to %d", id, o.ShardCount, o.ShardCount-1)
		}
	}
	if len(o.ShardIDs) == 0 {
		for id := range o.ShardCount {
			o.ShardIDs = append(o.ShardIDs, id)
		}
	}
	if o.Wait == nil {
		o.Wait = sleep
	}
	if o.Limited == nil {
		o.Limited = func(string) {}
	}
	if o.Dialer == nil {
		o.Dialer = &websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: 15 * time.Second}
	}
	return o, nil
}

// Name returns "discord".
func (a *Adapter) Name() string { return Name }

// Unread is how many events could not be decoded since the start. They are kept
// in the store for a week.
func (a *Adapter) Unread() int64 { return a.unread.Load() }

// Late is how many interactions came too late to be acknowledged.
func (a *Adapter) Late() int64 { return a.late.Load() }

// Health says why the coach no longer listens, or which shard is not connected
// and why; nil when all are.
func (a *Adapter) Health() error {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.ended != nil {
		return a.ended
	}
	for _, id := range slices.Sorted(maps.Keys(a.troubles)) {
		return fmt.Errorf("shard %d: %w", id, a.troubles[id])
	}
	return nil
}

func (a *Adapter) trouble(id int, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if err == nil {
		delete(a.troubles, id)
		return
	}
	a.troubles[id] = err
}

// fail ends Run with the first fatal error.
func (a *Adapter) fail(err error) {
	select {
	case a.fatal <- err:
	default: // ending already
	}
}

// Run listens until ctx ends, or until Discord refuses for good: the error then
// says what to do. What was heard is acknowledged before it returns.
func (a *Adapter) Run(ctx context.Context, in bot.Inbox) error {
	err := a.listen(ctx, in)
	if ctx.Err() != nil {
		err = nil
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.ended = err; err == nil {
		a.ended = errors.New("stopped")
	}
	return err
}

func (a *Adapter) listen(ctx context.Context, in bot.Inbox) error {
	release, err := a.lease(ctx)
	if err != nil {
		return err
	}
	defer release()
	for _, id := range a.o.ShardIDs {
		a.trouble(id, errors.New("connecting"))
	}
	registered := a.register(ctx)
	if errors.Is(registered, bot.ErrGone) {
		return errToken
	}
	e := newEar(a, in)
	finishChores := a.doChores(ctx)
	defer finishChores()
	work, ctx := errgroup.WithContext(ctx)
	work.Go(func() error {
		select {
		case err := <-a.fatal:
			return err
		case <-ctx.Done():
			return nil
		}
	})
	starts := newStarts(a)
	for _, id := range a.o.ShardIDs {
		s := &shard{Adapter: a, ear: e, id: id, starts: starts}
		work.Go(func() error { return s.run(ctx) })
	}
	work.Go(func() error { return a.keepLease(ctx) })
	if registered != nil {
		work.Go(func() error { return a.registerLater(ctx, registered) })
	}
	return work.Wait()
}
