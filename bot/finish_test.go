package bot_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"log/slog"
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
