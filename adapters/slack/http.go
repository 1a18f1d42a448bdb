package slack

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"
)

const (
	maxBody      = 1 << 20
	replayWindow = 5 * time.Minute
	ackWithin    = 2500 * time.Millisecond // Slack waits 3 s
)

// listenHTTP serves Slack's requests, and installs where they are set up, until
// ctx ends.
func (e *ear) listenHTTP(ctx context.Context) error {
	l := e.o.Listener
	if l == nil {
		var err error
		if l, err = (&net.ListenConfig{}).Listen(ctx, "tcp", e.o.Listen); err != nil {
			return fmt.Errorf("slack.listen: %w", err)
		}
	}
	server := &http.Server{Handler: e.handler(), ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 10 * time.Second,
		WriteTimeout: 15 * time.Second, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: 64 << 10}
	stopped := make(chan error, 1)
	go func() {
		<-ctx.Done()
		draining, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
		defer cancel()
		stopped <- server.Shutdown(draining)
	}()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return fmt.Errorf("serve slack: %w", err)
	}
	return <-stopped
}

// handler routes Slack's requests.
func (e *ear) handler() http.Handler {
	mux := http.NewServeMux()
	if e.o.Mode == "http" {
		g := &guard{secret: e.o.SigningSecret, now: e.o.Now, seen: map[string]time.Time{}}
		for _, path := range []string{"events", "commands", "interactive"} {
			mux.Handle("POST /slack/"+path, e.receive(g))
		}
	}
	if e.o.ClientID != "" {
		mux.HandleFunc("GET /slack/install", e.startInstall)
		mux.HandleFunc("GET /slack/oauth", e.finishInstall)
	}
	return mux
}

// receive takes one request of Slack's: read, proved, heard, acknowledged. Only
// the body counts, since only the body is signed.
func (e *ear) receive(g *guard) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		if err != nil {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		if err := g.prove(r.Header, body); err != nil {
			http.Error(w, "not signed by Slack", http.StatusUnauthorized)
			return
		}
		if g.replayed(r.Header) {
			return // heard already: 200
		}
		ctx, cancel := context.WithTimeout(r.Context(), ackWithin)
		defer cancel()
		answer, err := e.receiveBody(ctx, r.Header.Get("Content-Type"), body)
		if err != nil {
			e.o.Log.ErrorContext(ctx, "slack request not taken", "error", err)
			http.Error(w, "try again", http.StatusServiceUnavailable)
			return
		}
		g.remember(r.Header)
		if answer != nil {
			w.Header().Set("Content-Type", "application/json")
			if err := json.NewEncoder(w).Encode(answer); err != nil {
				e.o.Log.WarnContext(ctx, "acknowledgement not written", "error", err)
			}
		}
	}
}

// receiveBody tells the three kinds of request apart.
func (e *ear) receiveBody(ctx context.Context, contentType string, body []byte) (any, error) {
	if !strings.HasPrefix(contentType, "application/x-www-form-urlencoded") {
		var first struct{ Type, Challenge string }
		if json.Unmarshal(body, &first) == nil && first.Type == "url_verification" {
			return map[string]string{"challenge": first.Challenge}, nil
		}
		return e.hear(ctx, kindEvent, body)
	}
	form, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, e.keepUnread(ctx, kindCommand, err, body)
	}
	if payload := form.Get("payload"); payload != "" {
		return e.hear(ctx, kindInteraction, []byte(payload))
	}
	if form.Get("ssl_check") != "" {
		return nil, nil
	}
	return e.command(ctx, commandFromForm(form))
}

// guard tells Slack's requests from others', and new ones from replayed ones.
type guard struct {
	secret string
	now    func() time.Time

	mu   sync.Mutex
	seen map[string]time.Time // signatures of what was heard, for as long as they prove anything
}

var (
	errUnsigned = errors.New("no valid signature")
	errOld      = errors.New("the timestamp is more than five minutes off")
)

// prove checks the signature over the raw body: HMAC-SHA256 of
// "v0:timestamp:body" with the signing secret.
func (g *guard) prove(h http.Header, body []byte) error {
	stamp := h.Get("X-Slack-Request-Timestamp")
	seconds, err := strconv.ParseInt(stamp, 10, 64)
	if err != nil {
		return errUnsigned
	}
	if off := g.now().Sub(time.Unix(seconds, 0)); off > replayWindow || off < -replayWindow {
		return errOld
	}
	given, ok := strings.CutPrefix(h.Get("X-Slack-Signature"), "v0=")
	if !ok {
		return errUnsigned
	}
	signature, err := hex.DecodeString(given)
	if err != nil || len(signature) != sha256.Size {
		return errUnsigned
	}
	mac := hmac.New(sha256.New, []byte(g.secret))
	mac.Write([]byte("v0:" + stamp + ":"))
	mac.Write(body)
	if !hmac.Equal(signature, mac.Sum(nil)) {
		return errUnsigned
	}
	return nil
}

func (g *guard) replayed(h http.Header) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	_, ok := g.seen[h.Get("X-Slack-Signature")]
	return ok
}

// remember keeps the signature of what was heard. What was not stays unknown,
// so that Slack's second try is taken.
func (g *guard) remember(h http.Header) {
	g.mu.Lock()
	defer g.mu.Unlock()
	now := g.now()
	if len(g.seen) >= 50_000 {
		for s, at := range g.seen {
			if now.Sub(at) > 2*replayWindow {
				delete(g.seen, s)
			}
		}
	}
	g.seen[h.Get("X-Slack-Signature")] = now
}
