package discord

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/bwmarrin/discordgo"
)

// gateway is where and how often one may connect.
type gateway struct {
	URL    string `json:"url"`
	Shards int    `json:"shards"`
	Limit  struct {
		Total       int   `json:"total"`
		Remaining   int   `json:"remaining"`
		ResetAfter  int64 `json:"reset_after"` // milliseconds
		Concurrency int   `json:"max_concurrency"`
	} `json:"session_start_limit"`
}

func (a *Adapter) gatewayOf(ctx context.Context) (g gateway, err error) {
	err = a.rest.get(ctx, discordgo.EndpointGatewayBot, "gateway", &g)
	return g, err
}

// starts counts and spaces the sessions that are begun. Discord resets the
// token of a bot that begins more than 1000 a day, so the last are never used.
type starts struct {
	*Adapter
	hour *window
	mu   sync.Mutex
	last map[int]time.Time // by bucket of Discord's concurrency
}

const (
	keepStarts  = 20 // of the day's 1000
	maxHour     = 60 // sessions begun in an hour by this process
	startsApart = 5 * time.Second
)

func newStarts(a *Adapter) *starts {
	return &starts{Adapter: a, hour: newWindow(a.o.Now, time.Hour), last: map[int]time.Time{}}
}

// take waits for the right to begin a session and returns where.
func (t *starts) take(ctx context.Context, shard int) (url string, err error) {
	g, err := t.gatewayOf(ctx)
	if err != nil {
		return "", fmt.Errorf("ask for the gateway: %w", err)
	}
	t.mu.Lock() // also keeps the others waiting
	defer t.mu.Unlock()
	switch {
	case g.Limit.Total > 0 && g.Limit.Remaining <= keepStarts:
		wait := time.Duration(g.Limit.ResetAfter) * time.Millisecond
		t.trouble(shard, fmt.Errorf("only %d of the day's %d connections are left; waiting %s", g.Limit.Remaining, g.Limit.Total, wait.Round(time.Minute)))
		t.o.Log.ErrorContext(ctx, "discord connections used up; waiting", "remaining", g.Limit.Remaining, "wait", wait)
		if err := t.o.Wait(ctx, wait); err != nil {
			return "", err
		}
	case t.hour.recent() >= maxHour*max(len(t.o.ShardIDs), 1):
		t.trouble(shard, fmt.Errorf("%d connections begun within an hour; waiting for a while", t.hour.recent()))
		if err := t.o.Wait(ctx, 15*time.Minute); err != nil {
			return "", err
		}
	}
	bucket := shard % max(g.Limit.Concurrency, 1)
	if since := t.o.Now().Sub(t.last[bucket]); since < startsApart {
		if err := t.o.Wait(ctx, startsApart-since); err != nil {
			return "", err
		}
	}
	t.last[bucket] = t.o.Now()
	t.hour.add()
	return g.URL, nil
}
