package slack_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/slack-go/slack/slackevents"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
	"tandem/store/sqlite"
)

func TestSocket_SilentDeathIsNoticed(t *testing.T) {
	w := open(t, modeWS, func(o *slack.Options) { o.Silence = 300 * time.Millisecond })
	w.Freeze()
	w.Await("socket", 3) // a third connection, in place of the dead one
	w.must(w.Say(ana, "should I run after squats?"))
	w.settle()
	if len(w.heard(ana)) == 0 {
		t.Error("not heard after the reconnection")
	}
}

func TestSocket_WarnedRefreshUnderLoadLosesNothing(t *testing.T) {
	w := open(t, modeWS)
	const people, each = 8, 25
	var talking sync.WaitGroup
	errs := make(chan error, people*each)
	for p := range people {
		talking.Go(func() {
			for i := range each {
				errs <- w.Say(fmt.Sprintf("U0P%d", p), fmt.Sprint("note to self ", i))
			}
		})
	}
	for i := range 3 {
		old := w.Warn()
		w.Await("socket", 3+i) // the next is open while the old one is still read
		if err := old.Deliver(slackfake.Event, w.SayBody("U0LATE", fmt.Sprint("said over the old one ", i))); err != nil {
			t.Errorf("between warning and end: %v", err)
		}
		old.Cut()
	}
	talking.Wait()
	close(errs)
	for err := range errs {
		w.must(err)
	}
	n := 0
	w.must(eachWaiting(w.store, func(bot.Stored) { n++ }))
	if n != people*each+3 {
		t.Errorf("%d of %d messages arrived once", n, people*each+3)
	}
}

func eachWaiting(s *sqlite.Store, fn func(bot.Stored)) error {
	waiting, err := s.Waiting(context.Background(), 0, 10_000)
	for _, m := range waiting {
		fn(m)
	}
	return err
}

// awaitEnd waits until the adapter has given up.
func (w *workspace) awaitEnd() {
	w.t.Helper()
	select {
	case <-w.ended:
	case <-time.After(10 * time.Second):
		w.t.Fatal("it listens on")
	}
}

func TestSocket_SwitchedOffEndsWithWhatToDo(t *testing.T) {
	w := open(t, modeWS)
	w.Raw(`{"type":"disconnect","reason":"link_disabled"}`)
	w.awaitEnd()
	if err := w.err; err == nil || !strings.Contains(err.Error(), "Socket Mode is switched off") {
		t.Errorf("Run returned %v", err)
	}
}

func TestSocket_RefusedTokenEndsWithWhatToDo(t *testing.T) {
	w := open(t, modeWS)
	w.Break("apps.connections.open", slackfake.Fault{Code: "invalid_auth"})
	w.Warn()
	w.awaitEnd()
	if err := w.err; err == nil || !strings.Contains(err.Error(), "slack.app_token") {
		t.Errorf("Run returned %v", err)
	}
}

func TestSocket_OpensAgainAfterTrouble(t *testing.T) {
	w := open(t, modeWS)
	w.Break("apps.connections.open", slackfake.Fault{Status: 500}, slackfake.Fault{Status: 429, RetryAfter: time.Second}, slackfake.Fault{Hangup: true})
	w.Raw(`{"type":"disconnect","reason":"too_many_websockets"}`)
	w.Await("socket", 4)
}

func TestUninstalled_EndsWithWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name  string
		event map[string]any
	}{
		{"app uninstalled", map[string]any{"type": "app_uninstalled"}},
		{"bot token revoked", map[string]any{"type": "tokens_revoked", "tokens": map[string]any{"bot": []string{"U0BOT"}}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, modeWS)
			_, _ = w.Deliver(slackfake.Event, w.EventBody(c.event)) // the end may come before the acknowledgement
			w.awaitEnd()
			if err := w.err; err == nil || !strings.Contains(err.Error(), "install it again") {
				t.Errorf("Run returned %v", err)
			}
		})
	}
}

func TestEvents_TwiceAndOutOfOrderCountOnce(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			w := open(t, mode)
			w.setUp(ana)
			first, second := w.SayBody(ana, "log run 8km 45:00 rpe 6"), w.SayBody(ana, "log run 5km 30:00 rpe 5")
			again := map[string]any{}
			for k, v := range first {
				again[k] = v
			}
			again["event_id"] = "EvOther" // Slack has sent one message under eleven event ids
			for _, body := range []map[string]any{second, first, first, again, second} {
				_, err := w.Deliver(slackfake.Event, body)
				w.must(err)
			}
			w.settle()
			text := w.say(ana, "/history")
			if last := text[len(text)-1].Text; strings.Contains(last, "last 3") || !strings.Contains(last, "8 km") || !strings.Contains(last, "5 km") {
				t.Errorf("history:\n%s", last)
			}
		})
	}
}

// refusing is an inbox whose disk is full a few times.
type refusing struct {
	bot.Inbox
	mu   sync.Mutex
	left int
}

func (r *refusing) Accept(ctx context.Context, m bot.Message) (bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.left > 0 {
		r.left--
		return false, fmt.Errorf("disk full")
	}
	return r.Inbox.Accept(ctx, m)
}

func TestEvents_NotStoredAreNotAcknowledged(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			w := prepare(t)
			w.wrap = func(in bot.Inbox) bot.Inbox { return &refusing{Inbox: in, left: 1} }
			w.start(mode)
			w.must(w.Say(ana, "hello")) // Slack's retries bring it in the end
			w.settle()
			if len(w.heard(ana)) == 0 {
				t.Error("no answer")
			}
		})
	}
}

// slack-go refuses a whole event for one block that it does not know; the words
// are heard all the same.
func TestStrangeBlocks_CostNoMessage(t *testing.T) {
	w := open(t, modeWS)
	body := w.SayBody(ana, "should I run after squats?")
	body["event"].(map[string]any)["blocks"] = []any{map[string]any{"type": 7}, map[string]any{"type": "hologram", "elements": "none"}}
	raw, err := json.Marshal(body)
	w.must(err)
	if _, err := slackevents.ParseEvent(raw, slackevents.OptionNoVerifyToken()); err == nil {
		t.Error("slack-go reads this now: the test proves nothing any more")
	}
	_, err = w.Deliver(slackfake.Event, body)
	w.must(err)
	w.settle()
	if len(w.heard(ana)) != 1 || w.adapter.Unread() != 0 {
		t.Errorf("not heard; %d not understood", w.adapter.Unread())
	}
}

func TestNotStored_IsSaidWhereSlackDoesNotTryAgain(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			w := prepare(t)
			in := &refusing{}
			w.wrap = func(i bot.Inbox) bot.Inbox { in.Inbox = i; return in }
			w.start(mode)
			in.refuse(1)
			answer, err := w.Type(ana, gym, "/coach", "today")
			if err != nil || !strings.Contains(string(answer), "try again") {
				t.Errorf("a command: %s, %v", answer, err)
			}
			_, err = w.Type(ana, gym, "/log", "")
			w.must(err)
			w.Await("views.open", 1)
			in.refuse(1)
			wrong, err := w.Submit(ana, w.Views()[0], map[string]string{"kind": "run", "distance": "8km"})
			if err != nil || !strings.Contains(fmt.Sprint(wrong), "try again") {
				t.Errorf("a form: %v, %v", wrong, err)
			}
		})
	}
}

func (r *refusing) refuse(n int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.left = n
}

func TestSocket_AnswersPings(t *testing.T) {
	w := open(t, modeWS)
	w.Ping()
	w.Await("pong", 2)
}

func TestRateLimitedEvents_AreNoMistake(t *testing.T) {
	w := open(t, modeHTTP)
	_, err := w.Deliver(slackfake.Event, map[string]any{"type": "app_rate_limited", "team_id": slackfake.Team, "minute_rate_limited": 1518467820})
	if err != nil || w.adapter.Unread() != 0 {
		t.Errorf("%v, %d not understood", err, w.adapter.Unread())
	}
}

func TestUnreadable_IsAcknowledgedKeptAndCounted(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			w := open(t, mode)
			for _, payload := range []string{`{"type":"event_callback","event":{"type":["not","a","string"]}}`, `[1,2]`, `"words"`} {
				if _, err := w.Deliver(slackfake.Event, json.RawMessage(payload)); err != nil {
					t.Errorf("%s: %v", payload, err)
				}
			}
			n, err := w.store.Unread(context.Background())
			if n != 3 || w.adapter.Unread() != 3 || err != nil {
				t.Errorf("%d kept, %d counted, %v", n, w.adapter.Unread(), err)
			}
			w.must(w.Say(ana, "hello"))
		})
	}
}

func TestLongText_IsTakenAndAnswered(t *testing.T) {
	for name, text := range map[string]string{
		"words":    strings.Repeat("my squat felt heavy today ", 1600),
		"one word": strings.Repeat("a", 40_000),
		"entities": strings.Repeat("<&>", 13_000),
		"emoji":    strings.Repeat("🏋️‍♀️", 3_000),
	} {
		t.Run(name, func(t *testing.T) {
			w := open(t, modeHTTP)
			w.setUp(ana)
			if got := w.say(ana, text); len(got) == 0 {
				t.Error("no answer")
			}
		})
	}
}

func TestStaleButtons_AllAnswerPolitely(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	for _, text := range []string{"/log squat 5x5 100kg @8", "checkin", "week", "settings", "data", "should I run after squats?", "checkin 4 3 4 4 5", "/history"} {
		w.say(ana, text)
	}
	w.clock.Advance(60 * 24 * time.Hour)
	var labels []string
	for _, m := range w.Messages(ana) {
		for _, l := range m.Labels() {
			if !slices.Contains(labels, l) {
				labels = append(labels, l)
			}
		}
	}
	for _, l := range labels {
		if l == "Log a session" || l == "Correct this log" || l == "Sleep, pain, note" || l == "Your city" {
			continue // opens a form
		}
		if ok, err := w.Press(ana, l); !ok || err != nil {
			continue // the message it stood on was replaced
		}
		w.settle()
		got := w.heard(ana)
		if len(got) == 0 {
			t.Errorf("%q: no answer", l)
		}
		for _, m := range got {
			if strings.Contains(m.Text, "went wrong") {
				t.Errorf("%q: %s", l, m.Text)
			}
		}
		w.clock.Advance(time.Minute)
	}
	if len(labels) < 20 {
		t.Errorf("only %d buttons were there to press", len(labels))
	}
}

func TestKilledBetweenStoringAndReplying(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	w.must(w.Say(ana, "log run 8km 45:00 rpe 6")) // stored, acknowledged, not answered
	w.stop()
	<-w.ended
	w.start(modeHTTP) // the next process, on the same store
	w.settle()
	if n := w.count("8 km"); n != 1 {
		t.Errorf("%d answers after the restart", n)
	}
}

func TestZones_AskedOnceAndMovedOnTheirWord(t *testing.T) {
	w := open(t, modeHTTP)
	w.Zones[ana] = "America/New_York"
	w.say(ana, "start")
	w.Await("users.info", 1)
	for _, label := range []string{"Yes, keep it", "Strength"} {
		w.press(ana, label)
	}
	if got := w.press(ana, "A while"); !strings.Contains(got[0].Text, "America/New_York") {
		t.Fatalf("the zone is not offered: %s", got[0].Text)
	}
	if got := w.say(ana, "no"); !strings.Contains(got[0].Text, "Which city's clock") {
		t.Errorf("after a no: %s", got[0].Text)
	}
	w.press(ana, "Yes")
	w.press(ana, "07:00")
	if n := len(w.Calls("users.info")); n != 1 {
		t.Errorf("asked %d times", n)
	}
	_, err := w.Deliver(slackfake.Event, w.EventBody(map[string]any{"type": "user_change", "user": map[string]any{"id": ana, "tz": "Asia/Tokyo"}}))
	w.must(err)
	deadline := time.Now().Add(5 * time.Second)
	var got []slackfake.Message
	for len(got) == 0 && time.Now().Before(deadline) {
		w.settle()
		got = w.heard(ana)
	}
	if len(got) != 1 || !strings.Contains(got[0].Text, "Asia/Tokyo") {
		t.Fatalf("%+v", got)
	}
	if got := w.press(ana, "Move them"); !strings.Contains(got[0].Text, "Asia/Tokyo") {
		t.Errorf("%+v", got)
	}
}

func TestZones_MovedWhileNobodyListened(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana) // lives by Berlin's clock
	w.Zones[ana] = "Asia/Tokyo"
	w.stop()
	<-w.ended
	w.start(modeHTTP)
	offered := func() (n int) {
		for _, m := range w.Messages(ana) {
			if strings.Contains(m.Text, "Asia/Tokyo") {
				n++
			}
		}
		return n
	}
	w.say(ana, "today")
	for deadline := time.Now().Add(5 * time.Second); offered() == 0 && time.Now().Before(deadline); {
		w.settle()
	}
	w.press(ana, "Leave them")
	w.stop()
	<-w.ended
	w.start(modeHTTP)
	calls := len(w.Calls("users.info"))
	w.say(ana, "today")
	w.Await("users.info", calls+1)
	w.settle()
	if n := offered(); n != 1 {
		t.Errorf("offered %d times", n)
	}
}

func TestZones_StrangersAreLeftAlone(t *testing.T) {
	w := open(t, modeHTTP)
	_, err := w.Deliver(slackfake.Event, w.EventBody(map[string]any{"type": "user_change", "user": map[string]any{"id": bob, "tz": "Asia/Tokyo"}}))
	w.must(err)
	w.must(w.Say(ana, "hello"))
	w.settle()
	if got := w.heard(bob); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}

func TestOthersWords_AreNotForTheCoach(t *testing.T) {
	w := open(t, modeHTTP)
	for name, event := range map[string]map[string]any{
		"its own":           {"type": "message", "channel_type": "im", "channel": "D1", "user": slackfake.BotUser, "text": "x", "ts": "1.1"},
		"another app's":     {"type": "message", "channel_type": "im", "channel": "D1", "user": bob, "bot_id": "B1", "text": "x", "ts": "1.2"},
		"an edit":           {"type": "message", "subtype": "message_changed", "channel_type": "im", "channel": "D1", "ts": "1.3"},
		"said in a channel": {"type": "message", "channel_type": "channel", "channel": gym, "user": bob, "text": "x", "ts": "1.4"},
	} {
		_, err := w.Deliver(slackfake.Event, w.EventBody(event))
		w.must(err)
		w.must(eachWaiting(w.store, func(bot.Stored) { t.Errorf("%s was taken", name) }))
	}
}

// TestSamples delivers every payload that Slack's own SDK has as a sample.
func TestSamples_AreAllTaken(t *testing.T) {
	root := specs + "java-slack-sdk-samples/json-logs/samples/"
	if _, err := os.Stat(root); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal(err)
		}
		t.Skip("no sample payloads beside the project")
	}
	kinds := map[string]string{"events": slackfake.Event, "app-backend/interactive-components": slackfake.Interactive, "app-backend/views": slackfake.Interactive,
		"app-backend/dialogs": slackfake.Interactive, "app-backend/slash-commands": slackfake.Command}
	w := open(t, modeWS, func(o *slack.Options) { // of many workspaces, so that an uninstall is not the end
		o.BotToken, o.ClientID, o.ClientSecret, o.TokenKey = "", slackfake.ClientID, slackfake.ClientSecret, make([]byte, 32)
	})
	taken := 0
	for folder, kind := range kinds {
		files, err := filepath.Glob(root + folder + "/*.json")
		w.must(err)
		for _, f := range files {
			data, err := os.ReadFile(f)
			w.must(err)
			if _, err := w.Deliver(kind, json.RawMessage(data)); err != nil {
				t.Errorf("%s: %v", filepath.Base(f), err)
			}
			taken++
		}
	}
	if taken < 25 || w.adapter.Unread() != 0 {
		t.Errorf("%d taken, %d not understood", taken, w.adapter.Unread())
	}
}
