package discord

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"
	"testing"
	"time"

	"tandem/bot"
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
func (*deaf) Form(context.Context, string) ([]byte, error)                        { return nil, nil }
func (*deaf) RoundTrip(*http.Request) (*http.Response, error)                     { return nil, errors.New("no network") }

func fuzzEar(f *testing.F) (*ear, *deaf) {
	d := &deaf{}
	a, err := New(Options{Token: "MTIz.x.y", ApplicationID: "123", Store: d, Now: time.Now, Log: slog.New(slog.DiscardHandler), HTTP: &http.Client{Transport: d},
		Wait: func(context.Context, time.Duration) error { return errors.New("no time") }})
	if err != nil {
		f.Fatal(err)
	}
	return newEar(a, d), d
}

// FuzzEvent: whatever an event holds, it is taken or kept unread; nobody is
// heard without an id of theirs and of the delivery.
func FuzzEvent(f *testing.F) {
	for _, s := range []struct{ kind, body string }{
		{"READY", `{"session_id":"s","resume_gateway_url":"wss://x","user":{"id":"123"}}`},
		{"MESSAGE_CREATE", `{"id":"5","channel_id":"9","type":0,"content":"/help","author":{"id":"41"}}`},
		{"MESSAGE_CREATE", `{"id":"5","channel_id":"9","guild_id":"7","type":0,"content":"<@123> hi","author":{"id":"41"},"mentions":[{"id":"123"}]}`},
		{"MESSAGE_CREATE", `{"id":"5","channel_id":"9","type":0,"content":"","author":{"id":"41"},"attachments":[{"id":"1","filename":"a.csv","size":3,"url":"https://cdn.discordapp.com/a"}]}`},
		{"INTERACTION_CREATE", `{"id":"1","type":2,"token":"t","channel_id":"9","context":1,"user":{"id":"41"},"data":{"name":"log","options":[{"name":"run","type":1,"options":[{"name":"km","type":10,"value":8.5}]}]}}`},
		{"INTERACTION_CREATE", `{"id":"1","type":2,"token":"t","guild_id":"7","channel_id":"9","member":{"user":{"id":"41"}},"authorizing_integration_owners":{"0":"7","1":"41"},"data":{"name":"help"}}`},
		{"INTERACTION_CREATE", `{"id":"2","type":3,"token":"t","channel_id":"9","user":{"id":"41"},"message":{"id":"4"},"data":{"custom_id":"c:why x","component_type":2}}`},
		{"INTERACTION_CREATE", `{"id":"3","type":5,"token":"t","channel_id":"9","user":{"id":"41"},"data":{"custom_id":"f:k","components":[{"type":1,"components":[{"type":4,"custom_id":"a","value":"x"}]}]}}`},
		{"INTERACTION_CREATE", `{"id":"4","type":4,"token":"t","user":{"id":"41"},"data":{"name":"log","options":[{"name":"text","type":3,"value":"sq","focused":true}]}}`},
		{"INTERACTION_CREATE", `{"id":"5","type":99,"user":{"id":"41"}}`},
		{"GUILD_DELETE", `{"id":"7"}`}, {"GUILD_DELETE", `{"id":7}`}, {"GUILD_CREATE", `{}`}, {"", ``}, {"MESSAGE_CREATE", `[]`}, {"INTERACTION_CREATE", `{"data":null,"type":2,"user":{"id":"4"}}`},
	} {
		f.Add(s.kind, []byte(s.body))
	}
	e, d := fuzzEar(f)
	f.Fuzz(func(t *testing.T, kind string, body []byte) {
		d.heard = nil
		for len(e.chores) > 0 {
			<-e.chores // nobody runs them here
		}
		_ = e.hear(t.Context(), kind, body, false) // an error means that the event comes again
		for _, m := range d.heard {
			if m.ID == "" || m.From.Platform != Name || m.From.User == "" {
				t.Errorf("heard %+v", m)
			}
		}
	})
}

// FuzzPacket: a frame of the gateway is read, or refused.
func FuzzPacket(f *testing.F) {
	for _, s := range []string{`{"op":10,"d":{"heartbeat_interval":41250}}`, `{"op":0,"s":1,"t":"READY","d":{}}`, `{"op":9,"d":true}`, `{"op":1,"d":null}`, `{"op":"x"}`, `{"s":1e99}`, ``, `[]`, `{"op":0,"d":`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, frame []byte) {
		p, err := decodePacket(frame)
		if err == nil && len(p.Data) > 0 && !json.Valid(p.Data) {
			t.Errorf("%q has the data %q", frame, p.Data)
		}
	})
}

// FuzzRefusal: whatever an answer holds, a refusal has a wait that ends.
func FuzzRefusal(f *testing.F) {
	f.Add(429, "2.5", []byte(`{"message":"slow","retry_after":2.5,"global":true}`))
	f.Add(429, "", []byte(`<html>`))
	f.Add(403, "-1", []byte(`{"code":50007}`))
	f.Add(429, "1e300", []byte(`{"retry_after":-1e300}`))
	f.Add(429, "NaN", []byte(`{"retry_after":1e308}`))
	f.Fuzz(func(t *testing.T, status int, after string, body []byte) {
		r := newRefusal(&http.Response{StatusCode: status, Header: http.Header{"Retry-After": {after}}}, body)
		if r.RetryAfter < 0 || r.limited() && r.RetryAfter == 0 {
			t.Errorf("%d %q %q waits %v", status, after, body, r.RetryAfter)
		}
	})
}
