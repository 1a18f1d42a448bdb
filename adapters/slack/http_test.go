package slack_test

import (
	"bytes"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
)

// post sends a request of somebody's making, signed or not.
func (w *workspace) post(path, contentType, body string, sign func(*http.Request)) (status int, answer string) {
	w.t.Helper()
	req, err := http.NewRequest(http.MethodPost, w.address+path, strings.NewReader(body))
	w.must(err)
	req.Header.Set("Content-Type", contentType)
	if sign != nil {
		sign(req)
	}
	res, err := http.DefaultClient.Do(req)
	w.must(err)
	defer res.Body.Close()
	b, err := io.ReadAll(res.Body)
	w.must(err)
	return res.StatusCode, string(b)
}

func (w *workspace) event(user, text string) string {
	b, err := json.Marshal(w.SayBody(user, text))
	w.must(err)
	return string(b)
}

func TestHTTP_OnlySlackIsHeard(t *testing.T) {
	w := open(t, modeHTTP)
	body := w.event(ana, "hello")
	signed := func(at time.Duration) func(*http.Request) {
		return func(r *http.Request) { slackfake.Sign(r, []byte(body), w.clock.Now().Add(at)) }
	}
	change := func(header, value string) func(*http.Request) {
		return func(r *http.Request) { signed(0)(r); r.Header.Set(header, value) }
	}
	for _, c := range []struct {
		name string
		sign func(*http.Request)
		want int
	}{
		{"not signed", nil, 401},
		{"signed over another body", func(r *http.Request) { slackfake.Sign(r, []byte(body+" "), w.clock.Now()) }, 401},
		{"six minutes old", signed(-6 * time.Minute), 401},
		{"six minutes ahead", signed(6 * time.Minute), 401},
		{"a timestamp beyond all time", change("X-Slack-Request-Timestamp", "9999999999999999"), 401},
		{"another version of signature", change("X-Slack-Signature", "v1=00"), 401},
		{"a short signature", change("X-Slack-Signature", "v0=00"), 401},
		{"signed", signed(-4 * time.Minute), 200},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, _ := w.post("/slack/events", "application/json", body, c.sign); got != c.want {
				t.Errorf("status %d, want %d", got, c.want)
			}
		})
	}
	w.settle()
	if n := len(w.heard(ana)); n != 1 {
		t.Errorf("%d answers to one message that was let in", n)
	}
}

func TestHTTP_ReplayedRequestDoesNothing(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	form := url.Values{"command": {"/log"}, "text": {"run 8km 45:00"}, "user_id": {ana}, "team_id": {slackfake.Team}, "channel_id": {gym}, "trigger_id": {"t.1"}}.Encode()
	at := w.clock.Now()
	for range 2 {
		status, _ := w.post("/slack/commands", "application/x-www-form-urlencoded", form, func(r *http.Request) { slackfake.Sign(r, []byte(form), at) })
		if status != 200 {
			t.Fatalf("status %d", status)
		}
		w.clock.Advance(time.Minute)
	}
	w.settle()
	// Signed anew by whoever held it, it is still the same command.
	w.post("/slack/commands", "application/x-www-form-urlencoded", form, func(r *http.Request) { slackfake.Sign(r, []byte(form), w.clock.Now()) })
	w.settle()
	if text := w.say(ana, "/history")[0].Text; strings.Contains(text, "last 2") || !strings.Contains(text, "8 km") {
		t.Errorf("not logged once:\n%s", text)
	}
}

// TestHTTP_ReplayedRequestOpensNothing: a form leaves no message behind by which
// a second request could be known.
func TestHTTP_ReplayedRequestOpensNothing(t *testing.T) {
	w := open(t, modeHTTP)
	form := url.Values{"command": {"/log"}, "user_id": {ana}, "team_id": {slackfake.Team}, "channel_id": {gym}, "trigger_id": {"t.1"}}.Encode()
	at := w.clock.Now()
	sign := func(r *http.Request) { slackfake.Sign(r, []byte(form), at) }
	w.post("/slack/commands", "application/x-www-form-urlencoded", form, sign)
	w.Await("views.open", 1)
	w.post("/slack/commands", "application/x-www-form-urlencoded", form, sign)
	w.must(w.Say(ana, "help"))
	w.settle()
	w.Await("users.info", 1) // a chore that came after
	if n := len(w.Calls("views.open")); n != 1 {
		t.Errorf("a form was opened %d times", n)
	}
}

func TestHTTP_PayloadOnlyFromTheBody(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	payload := `{"type":"block_actions","team":{"id":"T0TEST"},"user":{"id":"U0ANA"},"trigger_id":"t","actions":[{"type":"button","action_id":"press.1","value":"data erase everything"}]}`
	status, _ := w.post("/slack/interactive?payload="+url.QueryEscape(payload), "application/x-www-form-urlencoded", "x=1",
		func(r *http.Request) { slackfake.Sign(r, []byte("x=1"), w.clock.Now()) })
	w.settle()
	for _, m := range w.heard(ana) {
		if strings.Contains(m.Text, "gone") {
			t.Errorf("status %d: what was not signed was done: %s", status, m.Text)
		}
	}
}

func TestHTTP_Challenge(t *testing.T) {
	w := open(t, modeHTTP)
	body := `{"type":"url_verification","challenge":"3eZbrw1aB"}`
	if status, _ := w.post("/slack/events", "application/json", body, nil); status != 401 {
		t.Errorf("unsigned challenge: status %d", status)
	}
	status, answer := w.post("/slack/events", "application/json", body, func(r *http.Request) { slackfake.Sign(r, []byte(body), w.clock.Now()) })
	if status != 200 || !strings.Contains(answer, "3eZbrw1aB") {
		t.Errorf("%d %s", status, answer)
	}
}

func TestHTTP_LargeBodyIsRefused(t *testing.T) {
	w := open(t, modeHTTP)
	body := string(bytes.Repeat([]byte("x"), 2<<20))
	if status, _ := w.post("/slack/events", "application/json", body, func(r *http.Request) { slackfake.Sign(r, []byte(body), w.clock.Now()) }); status != 413 {
		t.Errorf("status %d", status)
	}
}

// TestAnswers_FollowNoRedirect: an answer, or a token, goes nowhere else than to
// the address that was checked.
func TestAnswers_FollowNoRedirect(t *testing.T) {
	w := open(t, modeHTTP)
	called := false
	elsewhere := newServer(t, func(http.ResponseWriter, *http.Request) { called = true })
	to := toAna
	to.Handle = w.Handle(ana, gym)
	w.Break("response_url", slackfake.Fault{Status: http.StatusTemporaryRedirect, Location: elsewhere})
	if err := w.adapter.Send(t.Context(), to, reply("Easy today."), "m1"); err == nil {
		t.Error("sent, to whom?")
	}
	if called {
		t.Error("the answer went to another server")
	}
}

func TestAnswers_GoOnlyToSlack(t *testing.T) {
	w := open(t, modeHTTP)
	called := false
	elsewhere := newServer(t, func(http.ResponseWriter, *http.Request) { called = true })
	form := url.Values{"command": {"/coach"}, "text": {"help"}, "user_id": {ana}, "team_id": {slackfake.Team}, "channel_id": {gym}, "trigger_id": {"t.1"}, "response_url": {elsewhere}}.Encode()
	w.post("/slack/commands", "application/x-www-form-urlencoded", form, func(r *http.Request) { slackfake.Sign(r, []byte(form), w.clock.Now()) })
	w.settle()
	if called {
		t.Error("posted to an address that is not Slack's")
	}
}

func TestNew_SaysWhichSettingIsMissing(t *testing.T) {
	whole := slack.Options{Mode: "http", BotToken: "xoxb-1", AppToken: "xapp-1", SigningSecret: "s", Now: time.Now}
	for _, c := range []struct {
		name   string
		change func(*slack.Options)
		want   string
	}{
		{"mode", func(o *slack.Options) { o.Mode = "rtm" }, "slack.mode"},
		{"app token", func(o *slack.Options) { o.Mode, o.AppToken = "socket", "" }, "slack.app_token"},
		{"signing secret", func(o *slack.Options) { o.SigningSecret = "" }, "slack.signing_secret"},
		{"bot token", func(o *slack.Options) { o.BotToken = "" }, "slack.bot_token"},
		{"short key", func(o *slack.Options) { o.ClientID, o.ClientSecret, o.TokenKey = "1", "2", []byte("short") }, "slack.token_key"},
	} {
		t.Run(c.name, func(t *testing.T) {
			o := whole
			c.change(&o)
			if _, err := slack.New(o); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error %v does not name %s", err, c.want)
			}
		})
	}
	if _, err := slack.New(whole); err != nil {
		t.Error(err)
	}
}
