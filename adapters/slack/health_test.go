package slack_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
)

// unwell expects Health to say why.
func (w *workspace) unwell(why string) {
	w.t.Helper()
	err := w.adapter.Health()
	if err == nil || !strings.Contains(err.Error(), why) {
		w.t.Errorf("health is %v, want %q", err, why)
	}
}

func (w *workspace) well() {
	w.t.Helper()
	w.must(w.Say(ana, "help")) // acknowledged over a socket that is open
	if err := w.adapter.Health(); err != nil {
		w.t.Errorf("connected, and health is %v", err)
	}
}

func TestHealth_TellsWhatIsWrong(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode+" connected", func(t *testing.T) { open(t, mode).well() })
		t.Run(mode+" bot token revoked under way", func(t *testing.T) {
			w := open(t, mode)
			w.must(w.Say(ana, "help"))
			w.Break("chat.postMessage", slackfake.Fault{Code: "token_revoked"})
			w.settle()
			w.unwell("token_revoked")
			w.must(w.Say(ana, "help"))
			w.settle()
			w.well()
		})
	}
	t.Run("before the first connection", func(t *testing.T) {
		w := prepare(t)
		a, err := slack.New(slack.Options{Mode: modeWS, BotToken: slackfake.BotToken, AppToken: slackfake.AppToken, Store: w.store, Now: w.clock.Now, API: w.API(), HTTP: w.Client()})
		w.must(err)
		w.adapter = a
		w.unwell("connecting")
	})
	t.Run("switched off", func(t *testing.T) {
		w := open(t, modeWS)
		w.Raw(`{"type":"disconnect","reason":"link_disabled"}`)
		w.awaitEnd()
		w.unwell("Socket Mode is switched off")
	})
	t.Run("app token refused", func(t *testing.T) {
		w := open(t, modeWS)
		w.Break("apps.connections.open", slackfake.Fault{Code: "invalid_auth"})
		w.Warn()
		w.awaitEnd()
		w.unwell("slack.app_token")
	})
	t.Run("both sockets cut, until one is open again", func(t *testing.T) {
		waiting, again := make(chan struct{}, 8), make(chan struct{})
		w := open(t, modeWS, func(o *slack.Options) {
			o.Wait = func(ctx context.Context, _ time.Duration) error {
				waiting <- struct{}{}
				select {
				case <-again:
				case <-ctx.Done():
				}
				return ctx.Err()
			}
		})
		w.Raw(`{"type":"disconnect","reason":"too_many_websockets"}`)
		<-waiting
		<-waiting
		w.unwell("no socket is open: slack disconnects: too_many_websockets")
		close(again)
		w.Await("socket", 4)
		w.well()
	})
}
