package bot_test

import (
	"context"
	"log/slog"
	"slices"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/store/sqlite"
)

// limited is an adapter whose platform asks to wait many times.
type limited struct {
	mouth
	asks int
}

func (l *limited) Send(ctx context.Context, to bot.Address, r bot.Reply, key string) error {
	if l.asks > 0 {
		l.asks--
		return bot.RetryAfter{Wait: time.Millisecond}
	}
	return l.mouth.Send(ctx, to, r, key)
}

// TestRateLimited_IsNoFailedAttempt: a platform that asks for patience, however
// often, costs no message its reply.
func TestRateLimited_IsNoFailedAttempt(t *testing.T) {
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	m := &limited{asks: 20}
	r := bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner{}, Adapters: []bot.Adapter{m},
		Now: func() time.Time { return clock }, Log: slog.New(slog.DiscardHandler)})
	if _, err := r.Accept(t.Context(), said("one", "ana", "help")); err != nil {
		t.Fatal(err)
	}
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(m.sent) != 1 || !strings.Contains(m.sent[0], "m1.0") {
		t.Errorf("sent %q", m.sent)
	}
}

// patience is an adapter whose platform takes nothing for ana for an hour.
type patience struct{ mouth }

func (p *patience) Send(ctx context.Context, to bot.Address, r bot.Reply, key string) error {
	if to.User == "ana" && time.Since(began) < time.Hour {
		return bot.RetryAfter{Wait: time.Hour - time.Since(began)}
	}
	return p.mouth.Send(ctx, to, r, key)
}

func (p *patience) all() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Clone(p.sent)
}

// began is when a bubble's clock starts.
var began = time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)

// TestWaitingForThePlatform_HoldsNoWorker: with a single worker, others are
// answered at once while one person's reply waits an hour; then that one is.
func TestWaitingForThePlatform_HoldsNoWorker(t *testing.T) {
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	synctest.Test(t, func(t *testing.T) {
		store, err := sqlite.Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer store.Close()
		m := &patience{}
		r := bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner{}, Adapters: []bot.Adapter{m},
			Now: time.Now, Log: slog.New(slog.DiscardHandler), Workers: 1})
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- r.Run(ctx) }()
		for _, who := range []string{"ana", "ben"} {
			if _, err := r.Accept(ctx, said(who, who, "/help")); err != nil {
				t.Error(err)
			}
			synctest.Wait()
		}
		if sent := m.all(); len(sent) != 1 || !strings.HasPrefix(sent[0], "ben ") {
			t.Errorf("while ana's reply waits: %q", sent)
		}
		time.Sleep(time.Hour + rescanned)
		if sent := m.all(); len(sent) != 2 {
			t.Errorf("an hour later: %d replies", len(sent))
		}
		stop()
		<-done
	})
}

// rescanned is more than a look at the inbox takes to come around.
const rescanned = 10 * time.Second
