package bot_test

import (
	"context"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/store/sqlite"
	"time"
)

// gate is a platform that sends nothing before it is opened.
type gate struct {
	open chan struct{}
	mu   sync.Mutex
	sent []string // workspaces, in order
}

func (g *gate) Name() string                               { return "test" }
func (g *gate) Run(ctx context.Context, _ bot.Inbox) error { <-ctx.Done(); return nil }
func (g *gate) Send(_ context.Context, to bot.Address, _ bot.Reply, _ string) error {
	<-g.open
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sent = append(g.sent, to.Workspace)
	return nil
}

// TestFloodOfAWorkspace_KeepsNobodyElseWaiting: two thousand messages of one
// workspace wait when three of another come. With one worker those have their
// turn after at most as many of the flood; and all of the flood is answered.
func TestFloodOfAWorkspace_KeepsNobodyElseWaiting(t *testing.T) {
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
		g := &gate{open: make(chan struct{})}
		r := bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner{}, Adapters: []bot.Adapter{g},
			Now: func() time.Time { return clock }, Log: slog.New(slog.DiscardHandler), Workers: 1})
		hear := func(workspace string, n int) {
			for i := range n {
				m := said(fmt.Sprint(workspace, i), fmt.Sprint("U", i%500), "/help")
				m.From.Workspace = workspace
				if _, err := r.Accept(t.Context(), m); err != nil {
					t.Error(err)
				}
			}
		}
		const flood, few = 2000, 3
		hear("flood", flood)
		hear("small", few)
		ctx, stop := context.WithCancel(t.Context())
		done := make(chan error)
		go func() { done <- r.Run(ctx) }()
		synctest.Wait()
		if n := r.InMemory("test/small"); n != few {
			t.Errorf("%d of the other workspace are in line, want %d", n, few)
		}
		close(g.open)
		if err := r.Settled(ctx); err != nil {
			t.Error(err)
		}
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if got := strings.Count(strings.Join(g.sent[:2*few+1], " "), "small"); got != few {
			t.Errorf("of the first %d replies %d went to the other workspace: %v", 2*few+1, got, g.sent[:2*few+1])
		}
		if len(g.sent) != flood+few {
			t.Errorf("%d replies, want %d", len(g.sent), flood+few)
		}
	})
}

// TestFloodOfAWorkspace_IsCutShort: what a whole workspace says over its limit is
// dropped, each of its people hears so once, and others are heard.
func TestFloodOfAWorkspace_IsCutShort(t *testing.T) {
	r, m, _ := flooded(t)
	r = bot.New(bot.Config{Coach: r.Coach, Store: r.Store, Planner: planner{}, Adapters: []bot.Adapter{m}, Now: r.Now, Log: r.Log,
		Limit: bot.Limit{PerMinute: 30, Burst: 20}, Crowd: bot.Limit{PerMinute: 60, Burst: 50}})
	var all []bot.Message
	for i := range 200 {
		one := said(fmt.Sprint(i), fmt.Sprint("U", i%100), "/help")
		one.From.Workspace = "T1"
		all = append(all, one)
	}
	other := said("other", "ben", "/help")
	other.From.Workspace = "T2"
	sent := hear(t, r, m, append(all, other)...)
	told := strings.Count(strings.Join(sent, "\n"), "More is being said to me here")
	if told != 100 || len(sent) != 50+100+1 {
		t.Errorf("%d replies, %d of them say that it is too much; want 151 and 100", len(sent), told)
	}
}
