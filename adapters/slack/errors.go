package slack

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// What Slack's error codes mean for whoever sends.
var (
	gone = []string{"account_inactive", "invalid_auth", "not_authed", "token_revoked", "token_expired", "team_access_not_granted",
		"no_permission", "org_login_required", "team_not_found", "enterprise_is_restricted", "access_denied", "app_not_installed"}
	unreachable = []string{"user_not_found", "user_disabled", "user_not_visible", "cannot_dm_bot", "channel_not_found", "is_inactive",
		"messages_tab_disabled", "is_archived", "channel_is_archived", "restricted_action", "not_allowed", "users_not_found"}
	unclear = []string{"fatal_error", "internal_error", "service_unavailable", "request_timeout", "team_added_to_org"}
)

// verdict turns what a call returned into the errors of [bot.Adapter.Send],
// keeping Slack's own word in the message. Nothing else says that a request was
// not carried out, so a connection that broke after it stood is unknown.
func verdict(method string, err error) error {
	var said slackgo.SlackErrorResponse
	var limited *slackgo.RateLimitedError
	var status slackgo.StatusCodeError
	var dial *net.OpError
	var request *url.Error
	if errors.As(err, &request) {
		err = request.Err // the address may hold a secret of the person's
	}
	switch {
	case err == nil:
		return nil
	case errors.As(err, &limited):
		return bot.RetryAfter{Wait: limited.RetryAfter}
	case errors.As(err, &said):
		return wrapCode(method, said)
	case errors.As(err, &status):
		if status.Code >= 500 || status.Code == 408 {
			return fmt.Errorf("%s: %w: %w", method, bot.ErrUnknown, err)
		}
		return fmt.Errorf("%s: %w: %w", method, bot.ErrRefused, err)
	case errors.As(err, &dial) && dial.Op == "dial":
		return fmt.Errorf("%s: Slack cannot be reached: %w", method, err) // nothing went out
	case errors.Is(err, context.Canceled) && !errors.As(err, &dial):
		return fmt.Errorf("%s: %w: %w", method, bot.ErrUnknown, err)
	}
	return fmt.Errorf("%s: %w: %w", method, bot.ErrUnknown, err)
}

func wrapCode(method string, said slackgo.SlackErrorResponse) error {
	means := bot.ErrRefused
	switch {
	case slices.Contains(gone, said.Err):
		means = bot.ErrGone
	case slices.Contains(unreachable, said.Err):
		means = bot.ErrUnreachable
	case slices.Contains(unclear, said.Err):
		means = bot.ErrUnknown
	case said.Err == "missing_scope":
		return &missingScope{method: method, scope: said.Needed}
	}
	return &coded{method: method, code: said.Err, means: means}
}

// coded is an error that Slack gave a code.
type coded struct {
	method, code string
	means        error
}

func (c *coded) Error() string { return fmt.Sprintf("%s: %s (%s)", c.method, c.code, c.means) }
func (c *coded) Unwrap() error { return c.means }

// code is Slack's word for an error, "" when it had none.
func code(err error) string {
	var c *coded
	if errors.As(err, &c) {
		return c.code
	}
	return ""
}

// missingScope is a feature that the installation has no permission for.
type missingScope struct{ method, scope string }

func (m *missingScope) Error() string {
	return fmt.Sprintf("%s needs the scope %q; add it and install the app again", m.method, m.scope)
}

func (m *missingScope) Unwrap() error { return bot.ErrRefused }

func lacksScope(err error) bool {
	var m *missingScope
	return errors.As(err, &m)
}
