package discord

import (
	"context"
	"fmt"
	"log/slog"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"tandem/adapters/discord/discordfake"
	"tandem/bot"
	"tandem/store/sqlite"
)

// quiet is an adapter that only sends, to a fake.
func quiet(t *testing.T, f *discordfake.Server, wait func(context.Context, time.Duration) error) *Adapter {
	t.Helper()
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	a, err := New(Options{Token: discordfake.Token, Store: store, Now: time.Now, Log: slog.New(slog.DiscardHandler), API: f.URL(),
		HTTP: discordfake.Client(), Dialer: discordfake.Dialer(), Wait: wait})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func noWait(ctx context.Context, _ time.Duration) error { return ctx.Err() }

// buckets counts the rate limits that the library keeps.
func buckets(s *discordgo.Session) int {
	return reflect.ValueOf(s.Ratelimiter).Elem().FieldByName("buckets").Len()
}

// TestLibrary_KeepsNoBucketAnInteraction: its own calls keep one for each, for
// ever; ours none, and neither does the pacer.
func TestLibrary_KeepsNoBucketAnInteraction(t *testing.T) {
	f := discordfake.New(t)
	a := quiet(t, f, noWait)
	for n := range 500 {
		x := f.Interact("41", discordfake.Where{Guild: "1", Channel: "2"}, kindCommand, map[string]any{"name": "help"}, "")
		i := interaction{ID: x.ID, Token: x.Token}
		if err := a.call(t.Context(), i, callback{Type: answerLater, Data: later{Flags: flagEphemeral}}); err != nil {
			t.Fatal(err)
		}
		to := bot.Address{Person: person("41"), Handle: handle{Token: x.Token, At: time.Now().Unix()}.String()}
		if err := a.Send(t.Context(), to, bot.Reply{Text: "Hello"}, fmt.Sprint(n)); err != nil {
			t.Fatal(err)
		}
	}
	if n := buckets(a.rest.session); n != 0 {
		t.Errorf("the library keeps %d buckets", n)
	}
	if n := a.rest.pace.size(); n != 0 {
		t.Errorf("the pacer keeps %d lanes", n)
	}

	// That this is a guard: the library's own call does keep one.
	x := f.Interact("41", discordfake.Where{Guild: "1", Channel: "2"}, kindCommand, map[string]any{"name": "help"}, "")
	err := a.rest.session.InteractionRespond(&discordgo.Interaction{ID: x.ID, Token: x.Token}, &discordgo.InteractionResponse{Type: discordgo.InteractionResponseDeferredChannelMessageWithSource})
	if err != nil {
		t.Fatal(err)
	}
	if n := buckets(a.rest.session); n != 1 {
		t.Errorf("the library keeps %d buckets of its own call, so this guard is no longer needed", n)
	}
}

// TestExhaustedBucket_WaitsForNobodyElse: the library sleeps with its lock held
// and hears no cancellation. Here another channel goes on, and a cancelled wait
// ends.
func TestExhaustedBucket_WaitsForNobodyElse(t *testing.T) {
	f := discordfake.New(t)
	f.Limit("POST /channels/941", 1, time.Hour)
	waits := make(chan struct{}, 1)
	a := quiet(t, f, func(ctx context.Context, d time.Duration) error {
		waits <- struct{}{}
		<-ctx.Done() // an hour, unless cancelled
		return ctx.Err()
	})
	send := func(ctx context.Context, who, key string) error {
		return a.Send(ctx, bot.Address{Person: person(who)}, bot.Reply{Text: "Hello"}, key)
	}
	if err := send(t.Context(), "41", "a"); err != nil {
		t.Fatal(err)
	}
	if err := send(t.Context(), "41", "b"); err == nil || !strings.Contains(err.Error(), "rate limited") {
		t.Errorf("on the exhausted channel: %v, want to come again later", err)
	}
	if err := send(t.Context(), "42", "c"); err != nil {
		t.Errorf("on another channel: %v", err)
	}
	f.Limit("POST /channels/943", 1, 20*time.Second)
	if err := send(t.Context(), "43", "d"); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- send(ctx, "43", "e") }()
	<-waits
	cancel()
	if err := <-done; err == nil {
		t.Error("a cancelled wait sent all the same")
	}
}

// TestPanicOverAnEvent_EndsNothing
func TestPanicOverAnEvent_EndsNothing(t *testing.T) {
	a := quiet(t, discordfake.New(t), noWait)
	e := newEar(a, nil) // storing panics
	if err := e.hear(t.Context(), "MESSAGE_CREATE", []byte(`{"id": "1", "channel_id": "2", "author": {"id": "41"}, "content": "help"}`), false); err != nil {
		t.Error(err)
	}
	if a.Unread() != 1 {
		t.Errorf("%d events counted, want 1", a.Unread())
	}
}

// TestNoRealService: a test's connections go to this machine only.
func TestNoRealService(t *testing.T) {
	if _, err := discordfake.Client().Get("https://discord.com/api/v10/gateway"); err == nil || !strings.Contains(err.Error(), "a test tried to reach") {
		t.Errorf("the client: %v", err)
	}
	if _, _, err := discordfake.Dialer().Dial("wss://gateway.discord.gg/", nil); err == nil || !strings.Contains(err.Error(), "a test tried to reach") {
		t.Errorf("the dialer: %v", err)
	}
}

// TestSecretsStayOutOfErrors: an address may hold an interaction's token.
func TestSecretsStayOutOfErrors(t *testing.T) {
	f := discordfake.New(t)
	a := quiet(t, f, noWait)
	for range 3 {
		f.Break(discordfake.Fault{Match: "PATCH /webhooks/", Hang: true})
	}
	err := a.editOriginal(t.Context(), handle{Token: "sesame"}, notice("hello"))
	if err == nil || strings.Contains(err.Error(), "sesame") {
		t.Errorf("error %v", err)
	}
}
