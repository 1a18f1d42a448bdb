package slack

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
)

// deaf is an inbox and a store that keep nothing, and a network that is not there.
type deaf struct {
	Store
	heard []bot.Message
}

func (d *deaf) Accept(_ context.Context, m bot.Message) (bool, error) {
	d.heard = append(d.heard, m)
	return true, nil
}

func (*deaf) KeepUnread(context.Context, string, string, []byte, time.Time) error { return nil }
func (*deaf) DropInstall(context.Context, string, string) error                   { return nil }
func (*deaf) Install(context.Context, string, string) (string, string, []byte, error) {
	return "", "", nil, coach.ErrNotFound
}

func (*deaf) RoundTrip(*http.Request) (*http.Response, error) { return nil, errors.New("no network") }

var fuzzNow = time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)

func fuzzEar(f *testing.F) (*ear, *deaf) {
	d := &deaf{}
	a, err := New(Options{Mode: "http", SigningSecret: "signing", ClientID: "1.2", ClientSecret: "client", TokenKey: make([]byte, 32), PublicURL: "https://coach.example",
		Commands: Commands{"/coach", "/log", "/checkin"}, Store: d, Now: func() time.Time { return fuzzNow }, Log: slog.New(slog.DiscardHandler), HTTP: &http.Client{Transport: d},
		Wait: func(context.Context, time.Duration) error { return errors.New("no time") }})
	if err != nil {
		f.Fatal(err)
	}
	return newEar(a, d), d
}

// FuzzRequest: whatever Slack, or somebody in its name, sends is taken, kept
// unread or refused; nobody is heard without a platform id and a user.
func FuzzRequest(f *testing.F) {
	const form = "application/x-www-form-urlencoded"
	for _, s := range []struct{ kind, body string }{
		{"application/json", `{"type":"event_callback","team_id":"T1","event_id":"Ev1","authorizations":[{"team_id":"T1","user_id":"U0","is_bot":true}],"event":{"type":"message","channel_type":"im","user":"U1","text":"hi","channel":"D1","ts":"1.2"}}`},
		{"application/json", `{"type":"event_callback","team_id":"T1","event":{"type":"app_mention","user":"U1","text":"<@U0> hi","channel":"C1","ts":"1.2","thread_ts":"1.1"}}`},
		{"application/json", `{"type":"event_callback","team_id":"T1","event":{"type":"message","channel_type":"im","subtype":"file_share","user":"U1","channel":"D1","ts":"1.3","files":[{"name":"a.csv","size":3,"url_private_download":"https://files.slack.com/a"}]}}`},
		{"application/json", `{"type":"event_callback","team_id":"T1","event":{"type":"user_change","user":{"id":"U1","tz":"Europe/Berlin"}}}`},
		{"application/json", `{"type":"event_callback","team_id":"T1","event":{"type":"app_uninstalled"}}`},
		{"application/json", `{"type":"event_callback","team_id":"T1","event":{"type":"tokens_revoked","tokens":{"bot":["U0"]}}}`},
		{"application/json", `{"type":"url_verification","challenge":"x"}`},
		{"application/json", `{"type":5}`}, {"application/json", `[]`}, {"application/json", ``},
		{form, "command=%2Flog&text=run+8km&user_id=U1&team_id=T1&channel_id=C1&trigger_id=1.2&response_url=https%3A%2F%2Fhooks.slack.com%2Fx"},
		{form, "command=%2Fcheckin&text=&user_id=U1&team_id=T1&channel_id=C1&trigger_id=1.3"},
		{form, `payload={"type":"block_actions","trigger_id":"1.4","user":{"id":"U1","team_id":"T1"},"team":{"id":"T1"},"channel":{"id":"D1"},"container":{"type":"message","message_ts":"1.2"},"actions":[{"type":"button","action_id":"a","value":"why x","action_ts":"1.5"}]}`},
		{form, `payload={"type":"block_actions","trigger_id":"1.4","user":{"id":"U1"},"actions":[{"type":"button","action_id":"form","value":"{\"ID\":\"log\"}"}]}`},
		{form, `payload={"type":"view_submission","user":{"id":"U1","team_id":"T1"},"view":{"id":"V1","callback_id":"log","private_metadata":"{}","state":{"values":{"a":{"b":{"type":"plain_text_input","value":"x"}}}}}}`},
		{form, `payload={"type":"block_suggestion","user":{"id":"U1"},"value":"sq","action_id":"exercise"}`},
		{form, `payload={"type":"message_action","callback_id":"log_message","trigger_id":"1","user":{"id":"U1"},"message":{"text":"ran 5k"}}`},
		{form, "ssl_check=1"}, {form, "%zz"}, {form, "payload=%00"},
	} {
		f.Add(s.kind, []byte(s.body))
	}
	e, d := fuzzEar(f)
	over, cancel := context.WithCancel(f.Context())
	cancel() // nothing is waited for: files do not come
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		d.heard = nil
		for len(e.chores) > 0 {
			<-e.chores // nobody runs them here
		}
		_, _ = e.receiveBody(over, kind, body) // an error means that Slack delivers again
		for _, m := range d.heard {
			if m.ID == "" || m.From.Platform != Name {
				t.Errorf("heard %+v", m)
			}
		}
	})
}

// FuzzSignature: only what was signed with the secret within five minutes proves
// to be Slack's.
func FuzzSignature(f *testing.F) {
	sign := func(stamp string, body []byte) string {
		mac := hmac.New(sha256.New, []byte("signing"))
		fmt.Fprintf(mac, "v0:%s:%s", stamp, body)
		return "v0=" + hex.EncodeToString(mac.Sum(nil))
	}
	now := strconv.FormatInt(fuzzNow.Unix(), 10)
	f.Add(now, sign(now, []byte("body")), []byte("body"))
	f.Add(now, sign(now, []byte("other")), []byte("body"))
	f.Add("-9223372036854775808", "v0=", []byte(""))
	f.Add("9999999999999999999", "v0=zz", []byte(""))
	f.Add("", "v1=00", []byte("\x00"))
	g := &guard{secret: "signing", now: func() time.Time { return fuzzNow }}
	f.Fuzz(func(t *testing.T, stamp, signature string, body []byte) {
		h := http.Header{"X-Slack-Request-Timestamp": {stamp}, "X-Slack-Signature": {signature}}
		seconds, _ := strconv.ParseInt(stamp, 10, 64)
		valid := signature == sign(stamp, body) && seconds > fuzzNow.Unix()-301 && seconds < fuzzNow.Unix()+301
		if err := g.prove(h, body); err == nil && !valid {
			t.Errorf("%q %q proves %q", stamp, signature, body)
		}
	})
}

// FuzzInstallState: only a state of ours, of this browser and of the last ten
// minutes, lets an install go on.
func FuzzInstallState(f *testing.F) {
	e, _ := fuzzEar(f)
	f.Add(e.state("nonce", fuzzNow), "nonce")
	f.Add(e.state("nonce", fuzzNow.Add(-11*time.Minute)), "nonce")
	f.Add("1.2.3", "2")
	f.Add("..", "")
	f.Add("99999999999999999999.n.x", "n")
	f.Fuzz(func(t *testing.T, state, nonce string) {
		if e.proves(state, nonce) && state != e.state(nonce, fuzzNow) {
			seconds, err := strconv.ParseInt(state[:10], 10, 64)
			if err != nil || state != e.state(nonce, time.Unix(seconds, 0)) {
				t.Errorf("%q with %q is taken", state, nonce)
			}
		}
	})
}
