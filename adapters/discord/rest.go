package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// rest makes requests: through discordgo's session, with nothing of its limits
// and its retries in the way.
type rest struct {
	session      *discordgo.Session
	pace         *pacer
	wait         func(context.Context, time.Duration) error
	unauthorized func()            // is called when the token is refused
	limited      func(what string) // is called for each 429

	checking bool      // for Doctor, which makes one request at a time
	date     time.Time // then: of the last answer, by Discord's clock
}

func newREST(o Options) (*rest, error) {
	session, err := discordgo.New("Bot " + o.Token)
	if err != nil {
		return nil, fmt.Errorf("make a Discord session: %w", err)
	}
	client := http.Client{Timeout: 20 * time.Second}
	if o.HTTP != nil {
		client = *o.HTTP
	}
	base := client.Transport
	if base == nil {
		base = http.DefaultTransport
	}
	g := &guard{base: base}
	if o.API != "" {
		if g.api, err = url.Parse(o.API); err != nil {
			return nil, fmt.Errorf("read the address of the API: %w", err)
		}
	}
	client.Transport = g
	client.CheckRedirect = func(*http.Request, []*http.Request) error { return errElsewhere }
	session.Client = &client
	session.MaxRestRetries = 0
	session.ShouldRetryOnRateLimit = false
	return &rest{session: session, pace: newPacer(o.Now, o.Wait), wait: o.Wait, limited: o.Limited}, nil
}

// errElsewhere: neither a token nor anybody's words go where Discord points.
var errElsewhere = errors.New("discord leads to another address, which is not followed")

// request is one call.
type request struct {
	method string
	url    string
	lane   string // route and what it is about: requests of one lane go one by one
	body   any    // marshalled; nil = none
	files  []*discordgo.File
	// repeatable requests may be made again when nobody knows what became of the
	// first: they have the same effect once or twice.
	repeatable  bool
	interaction bool // outside the global limit
	hurry       bool // is of no use later: no waiting for a limit
}

// maxTries is how often one request is made before its sender hears of it.
const maxTries = 3

// do makes a request. Errors: [*refusal], [bot.RetryAfter], [bot.ErrUnknown],
// [bot.ErrGone] for a token that is no longer taken, the context's.
func (r *rest) do(ctx context.Context, q request) ([]byte, error) {
	body, contentType, err := q.encode()
	if err != nil {
		return nil, err
	}
	for try := 1; ; try++ {
		answer, err := r.once(ctx, q, contentType, body)
		var no *refusal
		switch {
		case err == nil:
			return answer, nil
		case ctx.Err() != nil:
			return nil, fmt.Errorf("%w: %w", bot.ErrUnknown, ctx.Err())
		case errors.As(err, &no) && no.limited() && (q.hurry || try >= maxTries):
			return nil, bot.RetryAfter{Wait: no.RetryAfter}
		case errors.As(err, &no) && no.limited():
			continue // entering again waits
		case errors.As(err, &no) && no.Status < 500:
			return nil, r.final(q, no)
		case errors.As(err, new(bot.RetryAfter)):
			return nil, err
		case !q.repeatable || try >= maxTries:
			return nil, fmt.Errorf("%w: %w", bot.ErrUnknown, err)
		}
		if err := r.wait(ctx, time.Second<<(try-1)); err != nil {
			return nil, fmt.Errorf("%w: %w", bot.ErrUnknown, err)
		}
	}
}

// final is a refusal that trying again does not change.
func (r *rest) final(q request, no *refusal) error {
	if no.Status == http.StatusUnauthorized && !q.interaction {
		if r.unauthorized != nil {
			r.unauthorized()
		}
		return fmt.Errorf("%w: %w", bot.ErrGone, no)
	}
	return no
}

func (q request) encode() (body []byte, contentType string, err error) {
	switch {
	case len(q.files) > 0:
		for _, f := range q.files { // each try reads its own copy from the body made here
			if s, ok := f.Reader.(io.Seeker); ok {
				_, _ = s.Seek(0, io.SeekStart) // a reader over bytes always can
			}
		}
		contentType, body, err = discordgo.MultipartBodyWithJSON(q.body, q.files)
	case q.body != nil:
		contentType = "application/json"
		body, err = json.Marshal(q.body)
	}
	if err != nil {
		return nil, "", fmt.Errorf("write the request: %w", err)
	}
	return body, contentType, nil
}

// once makes the request one time, in its turn. The library gets a bucket that
// lives as long as the call: its own would be kept for ever.
func (r *rest) once(ctx context.Context, q request, contentType string, body []byte) ([]byte, error) {
	l, leave, err := r.pace.enter(ctx, q.lane, q.interaction)
	if err != nil {
		return nil, err
	}
	defer leave()
	var heard http.Header
	ctx = context.WithValue(ctx, headersOf{}, &heard)
	bucket := &discordgo.Bucket{Key: q.lane, Remaining: 1}
	bucket.Lock()
	answer, err := r.session.RequestWithLockedBucket(q.method, q.url, contentType, body, bucket, 0,
		discordgo.WithContext(ctx), discordgo.WithRestRetries(0), discordgo.WithRetryOnRatelimit(false))
	r.pace.learn(l, heard)
	if r.checking {
		r.date, _ = http.ParseTime(heard.Get("Date")) // zero when there is none
	}
	var no *refusal
	var broken *url.Error
	switch {
	case errors.As(err, &no):
		if no.counts() {
			r.pace.invalid.add()
		}
		if no.Status == http.StatusTooManyRequests {
			what, _, _ := strings.Cut(q.lane, " ") // without what it is about
			r.limited(what)
		}
		if no.limited() {
			r.pace.hold(l, no.RetryAfter, no.Global)
		}
		return nil, no
	case errors.As(err, &broken):
		return nil, broken.Err // the address may hold a token
	}
	return answer, err
}

// get reads JSON.
func (r *rest) get(ctx context.Context, url, lane string, into any) error {
	answer, err := r.do(ctx, request{method: http.MethodGet, url: url, lane: lane, repeatable: true})
	if err != nil {
		return err
	}
	if err := json.Unmarshal(answer, into); err != nil {
		return fmt.Errorf("decode the answer of Discord: %w", err)
	}
	return nil
}

type headersOf struct{}

// guard is the transport under discordgo. It turns every refusal into a
// [*refusal] before the library can act on it, and hides the limits that the
// pacer keeps from it.
type guard struct {
	base http.RoundTripper
	api  *url.URL // nil = as the library has it
}

// maxAnswer bounds what is read of an answer.
const maxAnswer = maxFile + 1

// RoundTrip makes one request.
func (g *guard) RoundTrip(q *http.Request) (*http.Response, error) {
	if g.api != nil {
		q = q.Clone(q.Context())
		q.URL.Scheme, q.URL.Host, q.Host = g.api.Scheme, g.api.Host, g.api.Host
	}
	resp, err := g.base.RoundTrip(q)
	if err != nil {
		return nil, err
	}
	if heard, ok := q.Context().Value(headersOf{}).(*http.Header); ok {
		*heard = resp.Header.Clone()
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxAnswer))
	resp.Body.Close()
	if err != nil {
		return nil, fmt.Errorf("read the answer: %w", err)
	}
	if resp.StatusCode >= 400 {
		return nil, newRefusal(resp, body)
	}
	for name := range resp.Header {
		if strings.HasPrefix(name, "X-Ratelimit-") {
			resp.Header.Del(name)
		}
	}
	resp.Body = io.NopCloser(bytes.NewReader(body))
	return resp, nil
}
