package slack_test

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"testing"
	"time"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
	"tandem/coach"
)

// many makes the adapter one for workspaces that install it themselves.
func many(o *slack.Options) {
	o.BotToken, o.ClientID, o.ClientSecret, o.TokenKey = "", slackfake.ClientID, slackfake.ClientSecret, []byte("0123456789abcdef0123456789abcdef")
	o.PublicURL = "https://coach.example"
}

// openMany connects an adapter that no workspace has installed yet.
func openMany(t *testing.T) *workspace {
	w := prepare(t)
	w.start(modeWS, many)
	return w
}

// browser goes to the install page and comes back with a code.
type browser struct {
	http.Client
	w *workspace
}

func (w *workspace) browser() *browser {
	jar, err := cookiejar.New(nil)
	w.must(err)
	return &browser{http.Client{Jar: plainJar{jar}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}, w}
}

// plainJar takes secure cookies over loopback HTTP.
type plainJar struct{ *cookiejar.Jar }

func (j plainJar) SetCookies(u *url.URL, cookies []*http.Cookie) {
	for _, c := range cookies {
		c.Secure = false
	}
	j.Jar.SetCookies(u, cookies)
}

func (b *browser) get(path string) (*http.Response, string) {
	b.w.t.Helper()
	res, err := b.Get(b.w.address + path)
	b.w.must(err)
	defer res.Body.Close()
	body, err := io.ReadAll(res.Body)
	b.w.must(err)
	return res, string(body)
}

func (b *browser) start() (state string, to *url.URL) {
	res, _ := b.get("/slack/install")
	to, err := url.Parse(res.Header.Get("Location"))
	b.w.must(err)
	return to.Query().Get("state"), to
}

func TestInstall_StateCodeAndSealedToken(t *testing.T) {
	w := openMany(t)
	b := w.browser()
	state, to := b.start()
	if q := to.Query(); !strings.HasSuffix(to.Path, "/oauth/v2/authorize") || q.Get("client_id") != slackfake.ClientID || !strings.Contains(q.Get("scope"), "chat:write") || q.Get("redirect_uri") != "https://coach.example/slack/oauth" {
		t.Errorf("sent to %s", to)
	}
	res, page := b.get("/slack/oauth?code=" + slackfake.Code + "&state=" + url.QueryEscape(state))
	if res.StatusCode != 200 || !strings.Contains(page, "installed") {
		t.Fatalf("%d %s", res.StatusCode, page)
	}
	_, _, sealed, err := w.store.Install(context.Background(), "", slackfake.Team)
	if err != nil || len(sealed) == 0 || strings.Contains(string(sealed), "xoxb") {
		t.Errorf("kept %q, %v", sealed, err)
	}
	w.must(w.send(reply("Hello"), "k"))
	if len(w.heard(ana)) != 1 {
		t.Error("the installed workspace gets no message")
	}
}

func TestInstall_OnlyWithTheBrowsersOwnState(t *testing.T) {
	w := openMany(t)
	good := w.browser()
	state, _ := good.start()
	stranger := w.browser()
	other, _ := stranger.start()
	for _, c := range []struct {
		name, state string
		later       time.Duration
	}{
		{"none", "", 0}, {"another browser's", other, 0}, {"altered", state + "x", 0}, {"eleven minutes old", state, 11 * time.Minute},
	} {
		t.Run(c.name, func(t *testing.T) {
			w.clock.Advance(c.later)
			if res, _ := good.get("/slack/oauth?code=" + slackfake.Code + "&state=" + url.QueryEscape(c.state)); res.StatusCode != 403 {
				t.Errorf("status %d", res.StatusCode)
			}
		})
	}
	if n := len(w.Calls("oauth.v2.access")); n != 0 {
		t.Errorf("%d codes were redeemed", n)
	}
}

func TestInstall_RefusedCodeKeepsNothing(t *testing.T) {
	w := openMany(t)
	b := w.browser()
	state, _ := b.start()
	res, page := b.get("/slack/oauth?code=wrong&state=" + url.QueryEscape(state))
	_, _, _, err := w.store.Install(context.Background(), "", slackfake.Team)
	if res.StatusCode != 502 || !errors.Is(err, coach.ErrNotFound) || strings.Contains(page, slackfake.ClientSecret) {
		t.Errorf("%d, %v: %s", res.StatusCode, err, page)
	}
}

func TestInstall_AnotherKeyReadsNothing(t *testing.T) {
	w := openMany(t)
	b := w.browser()
	state, _ := b.start()
	b.get("/slack/oauth?code=" + slackfake.Code + "&state=" + url.QueryEscape(state))
	w.stop()
	<-w.ended
	w.start(modeWS, many, func(o *slack.Options) { o.TokenKey = []byte("another-key-of-thirty-two-bytes!") })
	if err := w.send(reply("Hello"), "k"); err == nil || !strings.Contains(err.Error(), "slack.token_key") {
		t.Errorf("%v", err)
	}
}

func TestUninstall_OneOfManyIsForgotten(t *testing.T) {
	w := openMany(t)
	b := w.browser()
	state, _ := b.start()
	b.get("/slack/oauth?code=" + slackfake.Code + "&state=" + url.QueryEscape(state))
	w.must(w.send(reply("Hello"), "k"))
	_, err := w.Deliver(slackfake.Event, w.EventBody(map[string]any{"type": "app_uninstalled"}))
	w.must(err)
	if err := w.send(reply("Hello again"), "k2"); !errors.Is(err, bot.ErrGone) {
		t.Errorf("%v", err)
	}
}

// TestUninstall_TakesThePlansAndInTimeThePeople: the token goes at once, the
// people of the workspace after the time of grace, unless it installs again.
func TestUninstall_TakesThePlansAndInTimeThePeople(t *testing.T) {
	for again, want := range map[bool]int{false: 1, true: 0} {
		w := openMany(t)
		install := func() {
			b := w.browser()
			state, _ := b.start()
			b.get("/slack/oauth?code=" + slackfake.Code + "&state=" + url.QueryEscape(state))
		}
		install()
		w.setUp(ana)
		_, err := w.Deliver(slackfake.Event, w.EventBody(map[string]any{"type": "app_uninstalled"}))
		w.must(err)
		if _, _, _, err := w.store.Install(t.Context(), "", slackfake.Team); !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("the token is left: %v", err)
		}
		if again {
			install()
		}
		erased, err := w.store.PurgeGone(t.Context(), w.clock.Now().Add(time.Second))
		if err != nil || erased != want {
			t.Errorf("installed again %v: %d people erased, %v; want %d", again, erased, err, want)
		}
	}
}

func TestManifest_LeastScopesForTheTransport(t *testing.T) {
	for _, c := range []struct {
		name string
		o    slack.Options
		sock bool
		urls int
	}{
		{"socket", slack.Options{Mode: "socket", Commands: commands}, true, 0},
		{"http", slack.Options{Mode: "http", PublicURL: "https://coach.example/", Commands: slack.Commands{Coach: "/tandem", Log: "/train", CheckIn: "/feel"}}, false, 6},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, err := slack.Manifest(c.o)
			if err != nil {
				t.Fatal(err)
			}
			var m struct {
				Features struct {
					AppHome struct {
						ReadOnly *bool `json:"messages_tab_read_only_enabled"`
					} `json:"app_home"`
					Commands []struct {
						Command string
						Escape  bool `json:"should_escape"`
					} `json:"slash_commands"`
				}
				OAuth struct {
					Scopes struct {
						Bot      []string
						Optional []string `json:"bot_optional"`
					}
				} `json:"oauth_config"`
				Settings struct {
					Socket bool `json:"socket_mode_enabled"`
				}
			}
			if err := json.Unmarshal([]byte(text), &m); err != nil {
				t.Fatal(err)
			}
			if m.Settings.Socket != c.sock || strings.Count(text, "https://coach.example/slack/") != c.urls {
				t.Errorf("socket %v, urls %d\n%s", m.Settings.Socket, strings.Count(text, "https://coach.example/slack/"), text)
			}
			if m.Features.AppHome.ReadOnly == nil || *m.Features.AppHome.ReadOnly {
				t.Error("nobody could write to the coach")
			}
			if len(m.Features.Commands) != 3 || m.Features.Commands[0].Command != c.o.Commands.Coach || !m.Features.Commands[0].Escape {
				t.Errorf("%+v", m.Features.Commands)
			}
			for _, s := range append(m.OAuth.Scopes.Bot, m.OAuth.Scopes.Optional...) {
				switch s {
				case "app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "files:read", "files:write":
				default:
					t.Errorf("asks for %s", s)
				}
			}
		})
	}
	if _, err := slack.Manifest(slack.Options{Mode: "http", Commands: commands}); err == nil || !strings.Contains(err.Error(), "public_url") {
		t.Errorf("HTTP without an address: %v", err)
	}
}

func TestCheck_SaysTheFixOfEachFault(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*slackfake.Server, *slack.Options)
		want   string // in a fault or its fix; "" = no fault
	}{
		{"all well", func(*slackfake.Server, *slack.Options) {}, ""},
		{"bot token refused", func(s *slackfake.Server, _ *slack.Options) {
			s.Break("auth.test", slackfake.Fault{Code: "token_revoked"})
		}, "slack.bot_token"},
		{"app token refused", func(s *slackfake.Server, _ *slack.Options) {
			s.Break("apps.connections.open", slackfake.Fault{Code: "invalid_auth"})
		}, "connections:write"},
		{"Slack not reached", func(s *slackfake.Server, _ *slack.Options) { s.Break("auth.test", slackfake.Fault{Hangup: true}) }, "https://slack.com"},
		{"a scope missing", func(s *slackfake.Server, _ *slack.Options) { s.Scopes["im:write"] = false }, "im:write"},
		{"an optional scope missing", func(s *slackfake.Server, _ *slack.Options) { s.Scopes["files:write"] = false }, ""},
		{"no app token", func(_ *slackfake.Server, o *slack.Options) { o.AppToken = "" }, "slack.app_token"},
	} {
		t.Run(c.name, func(t *testing.T) {
			clock := slackfake.NewClock(time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC))
			s := slackfake.New(t, clock, nil)
			o := slack.Options{Mode: "socket", BotToken: slackfake.BotToken, AppToken: slackfake.AppToken, Commands: commands, Now: clock.Now, API: s.API(), HTTP: s.Client()}
			c.change(s, &o)
			var faults string
			for _, f := range slack.Check(context.Background(), o) {
				if f.Name == "slack token" && f.OK && time.Since(f.Clock).Abs() > time.Hour {
					t.Errorf("Slack's clock: %v", f.Clock)
				}
				if !f.OK {
					faults += f.Detail + " | " + f.Fix + "\n"
				}
			}
			if (faults == "") != (c.want == "") || !strings.Contains(faults, c.want) {
				t.Errorf("faults:\n%s", faults)
			}
		})
	}
}
