package slack

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	slackgo "github.com/slack-go/slack"
)

// Finding is one thing that [Check] looked at. Fix is what to do about a fault.
type Finding struct {
	Name   string
	OK     bool
	Detail string
	Fix    string
	Clock  time.Time // Slack's own, with the answer; zero = not told
}

// Check asks Slack whether the configured tokens work and allow what the coach
// does. It changes nothing.
func Check(ctx context.Context, o Options) []Finding {
	if err := o.check(); err != nil {
		return []Finding{{Name: "slack", Detail: err.Error(), Fix: "set it in config.toml; docs/slack.md shows where Slack has it"}}
	}
	a, err := New(o)
	if err != nil {
		return []Finding{{Name: "slack", Detail: err.Error(), Fix: "correct that setting"}}
	}
	var found []Finding
	if o.BotToken != "" {
		found = append(found, a.checkBotToken(ctx)...)
	} else {
		found = append(found, Finding{Name: "slack installs", OK: true, Detail: "workspaces install at " + strings.TrimSuffix(o.PublicURL, "/") + "/slack/install"})
	}
	if o.Mode == "socket" {
		found = append(found, a.checkAppToken(ctx))
	}
	return found
}

func (a *Adapter) checkBotToken(ctx context.Context) []Finding {
	who, err := a.client(a.o.BotToken).AuthTestContext(ctx)
	var said slackgo.SlackErrorResponse
	switch {
	case errors.As(err, &said):
		return []Finding{{Name: "slack token", Detail: "Slack refuses the bot token: " + said.Err, Fix: "install the app to the workspace again and copy the Bot User OAuth Token into slack.bot_token"}}
	case err != nil:
		return []Finding{{Name: "slack token", Detail: "Slack is not reached: " + err.Error(), Fix: "let this machine reach https://slack.com (proxy, firewall, DNS)"}}
	}
	clock, _ := http.ParseTime(who.Header.Get("Date")) // zero when there is none
	found := []Finding{{Name: "slack token", OK: true, Detail: fmt.Sprintf("%s in %s", who.User, who.Team), Clock: clock}}
	return append(found, checkScopes(who.Header.Get("X-Oauth-Scopes"))...)
}

// checkScopes compares what was granted with what the coach asks for.
func checkScopes(granted string) []Finding {
	has := map[string]bool{}
	for _, s := range strings.Split(granted, ",") {
		has[strings.TrimSpace(s)] = true
	}
	var found []Finding
	for _, s := range scopes {
		if !has[s.name] {
			found = append(found, Finding{Name: "slack scope", Detail: s.name + " is missing: the coach cannot " + s.what,
				Fix: "add " + s.name + " under OAuth & Permissions and install the app again"})
		}
	}
	for _, s := range optionalScopes {
		if !has[s.name] {
			found = append(found, Finding{Name: "slack scope", OK: true, Detail: s.name + " is not granted: the coach will not " + s.what})
		}
	}
	if len(found) == 0 {
		return []Finding{{Name: "slack scopes", OK: true, Detail: "all granted"}}
	}
	return found
}

func (a *Adapter) checkAppToken(ctx context.Context) Finding {
	_, _, err := a.client("").StartSocketModeContext(ctx)
	err = verdict("apps.connections.open", err)
	switch {
	case err == nil:
		return Finding{Name: "slack socket", OK: true, Detail: "Socket Mode answers"}
	case refusedForGood(err) != nil:
		return Finding{Name: "slack socket", Detail: err.Error(), Fix: "make an app-level token with connections:write (Basic Information, App-Level Tokens) and put it into slack.app_token"}
	}
	return Finding{Name: "slack socket", Detail: err.Error(), Fix: "switch Socket Mode on for the app, and let this machine reach wss://wss-primary.slack.com"}
}
