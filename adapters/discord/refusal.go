package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"tandem/bot"
)

// refusal is what Discord, or what stands before it, answered instead of doing
// what was asked.
type refusal struct {
	Status     int
	Code       int    // Discord's own; 0 = none
	Message    string // Discord's own, without anybody's words
	RetryAfter time.Duration
	Global     bool
	Shared     bool
}

func (r *refusal) Error() string {
	return fmt.Sprintf("discord answered %d (code %d): %s", r.Status, r.Code, r.Message)
}

// Codes that the coach acts on.
const (
	codeUnknownChannel     = 10003
	codeUnknownMessage     = 10008
	codeUnknownUser        = 10013
	codeUnknownWebhook     = 10015
	codeUnknownInteraction = 10062
	codeTooManyEdits       = 30046
	codeTooManyDMs         = 40003
	codeAcknowledged       = 40060
	codeTooManyFollowUps   = 40094
	codeMissingAccess      = 50001
	codeDMsClosed          = 50007
	codeNoPermission       = 50013
	codeBadWebhookToken    = 50027
	codeNoMutualServer     = 50278
)

// Waits where the answer names none.
const (
	pageWait = time.Minute      // a page of HTML: what stands before Discord has had enough
	dmsWait  = 10 * time.Minute // too many conversations were opened
)

// aPage is the message of what did not come from Discord itself.
const aPage = "a page that is not JSON"

func newRefusal(resp *http.Response, body []byte) *refusal {
	r := &refusal{Status: resp.StatusCode, Shared: resp.Header.Get("X-RateLimit-Scope") == "shared",
		Global: resp.Header.Get("X-RateLimit-Global") != "" || resp.Header.Get("X-RateLimit-Scope") == "global"}
	var said struct {
		Code       int     `json:"code"`
		Message    string  `json:"message"`
		RetryAfter float64 `json:"retry_after"`
		Global     bool    `json:"global"`
	}
	if err := json.Unmarshal(body, &said); err != nil {
		r.Message = aPage
		r.Global = r.Status == http.StatusTooManyRequests || r.Status == http.StatusForbidden
	} else {
		r.Code, r.Message, r.Global = said.Code, said.Message, r.Global || said.Global
		r.RetryAfter = seconds(said.RetryAfter)
	}
	if s, err := strconv.ParseFloat(strings.TrimSpace(resp.Header.Get("Retry-After")), 64); err == nil {
		r.RetryAfter = max(r.RetryAfter, seconds(s))
	}
	switch {
	case !r.limited() || r.RetryAfter > 0:
	case r.Message == aPage:
		r.RetryAfter = pageWait
	default:
		r.RetryAfter = time.Second
	}
	return r
}

// limited refusals are over after a while.
func (r *refusal) limited() bool {
	return r.Status == http.StatusTooManyRequests || r.Status == http.StatusForbidden && r.Code == 0 && r.Global
}

// counts reports whether it counts towards a ban of the address.
func (r *refusal) counts() bool {
	switch r.Status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return true
	case http.StatusTooManyRequests:
		return !r.Shared
	}
	return false
}

// hasCode reports whether err is a refusal with one of the codes.
func hasCode(err error, codes ...int) bool {
	var no *refusal
	if !errors.As(err, &no) {
		return false
	}
	for _, c := range codes {
		if no.Code == c {
			return true
		}
	}
	return false
}

// forChannel is an error over a channel of a server: nobody's own messages are
// closed there.
func forChannel(err error) error {
	if hasCode(err, codeMissingAccess, codeNoPermission, codeUnknownChannel) {
		return fmt.Errorf("%w: give the coach the right to see the channel and to write in it: %w", bot.ErrRefused, err)
	}
	return forBot(err)
}

// forBot is an error as the conversation knows it.
func forBot(err error) error {
	var no *refusal
	if !errors.As(err, &no) {
		return err
	}
	switch {
	case hasCode(err, codeNoMutualServer):
		return fmt.Errorf("%w: %w", bot.ErrLeft, err)
	case hasCode(err, codeDMsClosed, codeMissingAccess, codeUnknownUser):
		return fmt.Errorf("%w: %w", bot.ErrUnreachable, err)
	case hasCode(err, codeTooManyDMs):
		return bot.RetryAfter{Wait: max(no.RetryAfter, dmsWait)}
	}
	return fmt.Errorf("%w: %w", bot.ErrRefused, err)
}
