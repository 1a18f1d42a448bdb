package slack

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// A response URL takes five posts in thirty minutes; some seconds are left for
// the way.
const (
	responsePosts = 5
	responseLife  = 30*time.Minute - 10*time.Second

	responseEphemeral = "ephemeral"
	responseInChannel = "in_channel"
)

// budgets counts the posts to each response URL.
type budgets struct {
	now func() time.Time

	mu   sync.Mutex
	used map[string]*spent
}

type spent struct {
	posts int
	since time.Time
}

func newBudgets(now func() time.Time) *budgets {
	return &budgets{now: now, used: map[string]*spent{}}
}

// take reports whether one more post may go to the URL.
func (b *budgets) take(u string) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	now := b.now()
	if len(b.used) > 10_000 {
		for k, s := range b.used {
			if now.Sub(s.since) > responseLife {
				delete(b.used, k)
			}
		}
	}
	s, ok := b.used[u]
	if !ok {
		s = &spent{since: now}
		b.used[u] = s
	}
	if s.posts >= responsePosts {
		return false
	}
	s.posts++
	return true
}

// responseMessage is what a response URL takes.
type responseMessage struct {
	Type    string         `json:"response_type"`
	Replace bool           `json:"replace_original"`
	Text    string         `json:"text"`
	Blocks  slackgo.Blocks `json:"blocks,omitzero"`
	Thread  string         `json:"thread_ts,omitempty"`
	Parse   string         `json:"parse"`
	Markup  bool           `json:"mrkdwn"`
	Links   bool           `json:"unfurl_links"`
	Media   bool           `json:"unfurl_media"`
}

// respond answers at the response URL of what was typed or pressed.
func (a *Adapter) respond(ctx context.Context, m mail, kind string) error {
	if err := a.ours(m.h.URL); err != nil {
		return err
	}
	if err := a.pace.take(ctx, m.inst.workspace(), "response_url", m.h.Channel); err != nil {
		return err
	}
	return a.simpler(ctx, m, func(m mail) error {
		body, err := json.Marshal(responseMessage{Type: kind, Replace: m.update && m.h.Ephemeral, Text: escape(m.page.text),
			Blocks: slackgo.Blocks{BlockSet: m.page.blocks}, Thread: m.h.Thread, Parse: "none"})
		if err != nil {
			return fmt.Errorf("write answer: %w", err)
		}
		return a.postJSON(ctx, m.h.URL, body)
	})
}

// ours refuses to post anywhere but to Slack: the URL came with a message.
func (a *Adapter) ours(raw string) error {
	u, err := url.Parse(raw)
	if err != nil {
		return fmt.Errorf("response URL: it cannot be read: %w", bot.ErrRefused) // nor shown: it is a secret
	}
	api, err := url.Parse(a.o.API)
	if err != nil {
		return fmt.Errorf("address of the Web API: %w", err)
	}
	slack := u.Scheme == "https" && (u.Host == "slack.com" || strings.HasSuffix(u.Host, ".slack.com") || strings.HasSuffix(u.Host, ".slack-gov.com"))
	if slack || (u.Host == api.Host && u.Scheme == api.Scheme) {
		return nil
	}
	return fmt.Errorf("response URL at %q is not Slack's: %w", u.Host, bot.ErrRefused)
}

func (a *Adapter) postJSON(ctx context.Context, to string, body []byte) error {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, to, bytes.NewReader(body))
	if err != nil {
		return verdict("response_url", err)
	}
	req.Header.Set("Content-Type", "application/json; charset=utf-8")
	res, err := a.o.HTTP.Do(req)
	if err != nil {
		return verdict("response_url", err)
	}
	defer res.Body.Close()
	said, err := io.ReadAll(io.LimitReader(res.Body, 64<<10))
	if err != nil {
		return verdict("response_url", err)
	}
	if res.StatusCode == http.StatusTooManyRequests {
		a.o.Limited("response_url")
	}
	return responseVerdict(res, said)
}

// responseVerdict reads what a response URL says: "ok", a JSON answer, or a
// status with a word.
func responseVerdict(res *http.Response, said []byte) error {
	var answer struct {
		OK    bool   `json:"ok"`
		Error string `json:"error"`
	}
	word := strings.TrimSpace(string(said))
	if json.Unmarshal(said, &answer) == nil {
		word = answer.Error
	}
	switch {
	case res.StatusCode == http.StatusTooManyRequests:
		seconds, err := time.ParseDuration(res.Header.Get("Retry-After") + "s")
		if err != nil || seconds <= 0 {
			seconds = 30 * time.Second
		}
		return bot.RetryAfter{Wait: seconds}
	case res.StatusCode >= 500:
		return fmt.Errorf("response_url: %s: %w", res.Status, bot.ErrUnknown)
	case res.StatusCode == http.StatusNotFound || res.StatusCode == http.StatusGone:
		return &coded{method: "response_url", code: "expired_url", means: bot.ErrRefused}
	case res.StatusCode == http.StatusOK && (word == "ok" || word == "" || answer.OK):
		return nil
	}
	return &coded{method: "response_url", code: word, means: bot.ErrRefused}
}

// usedUp: the response URL takes nothing more; there are other ways.
func usedUp(err error) bool {
	switch code(err) {
	case "expired_url", "used_url", "invalid_url", "no_active_hooks", "channel_not_found", "is_archived", "cannot_reply_to_message":
		return true
	}
	return false
}
