package slack_test

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack/slacktest"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
	"tandem/bot/bottest"
	"tandem/store/sqlite"
)

// slack-go's own test server, which was not written here, as the Socket Mode
// server: an envelope goes in over its socket, the acknowledgement comes back
// over it, the answer through its Web API.
func TestSlacktest_EnvelopeAcknowledgementAnswer(t *testing.T) {
	answers := make(chan string, 1)
	server := slacktest.NewTestServer(func(c slacktest.Customize) {
		c.Handle("/chat.postMessage", func(w http.ResponseWriter, r *http.Request) { // its own does not show what was posted
			answers <- r.FormValue("text")
			fmt.Fprint(w, `{"ok":true,"channel":"D1","ts":"1700000001.000100"}`)
		})
	})
	server.Start()
	t.Cleanup(server.Stop)
	store, err := sqlite.Memory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	clock := slackfake.NewClock(time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC))
	a, err := slack.New(slack.Options{Mode: "socket", BotToken: "xoxb-1", AppToken: "xapp-1", Commands: commands, Store: store, Now: clock.Now, Wait: clock.Wait,
		Log: slog.New(slog.DiscardHandler), API: server.GetAPIURL()})
	if err != nil {
		t.Fatal(err)
	}
	router := bottest.Wire(t, store, planner{}, clock.Now, a)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- a.Run(ctx, router) }()
	defer func() { stop(); <-ended }()

	server.SendToWebsocket(`{"envelope_id":"e-1","type":"events_api","payload":{"type":"event_callback","team_id":"T1","event_id":"Ev1",` +
		`"event":{"type":"message","channel_type":"im","channel":"D1","user":"U1","text":"should I run after squats?","ts":"1700000000.000100"}}}`)
	await(t, "an acknowledgement", func() bool { return strings.Contains(fmt.Sprint(server.GetSeenInboundMessages()), "e-1") })
	bottest.Settle(t, router)
	if text := <-answers; !strings.Contains(text, "new here") {
		t.Errorf("answer:\n%s", text)
	}
}

// await polls for something that another process or goroutine does.
func await(t *testing.T, what string, happened func() bool) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !happened(); {
		if time.Now().After(deadline) {
			t.Fatalf("%s did not come", what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}
