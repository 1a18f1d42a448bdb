// Package slackfake is a Slack workspace for tests: the Web API, response URLs,
// both transports, and people who talk, press and fill in forms.
//
// It is strict where Slack is strict, and answers with Slack's own words: tokens
// and scopes, rates with 429 and Retry-After, block limits and duplicate ids,
// triggers that live three seconds and open one view, response URLs that take
// five posts in thirty minutes, signatures, retries on Slack's schedule. What
// Slack would take but this app must not send (markup in a text, unfurls,
// metadata beyond the key) is noted in Problems. Time is the test's.
package slackfake

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"
)

// What the workspace is called by.
const (
	BotToken      = "xoxb-test-token"
	AppToken      = "xapp-test-token"
	SigningSecret = "test-signing-secret"
	ClientID      = "1.2"
	ClientSecret  = "test-client-secret"
	Team          = "T0TEST"
	Enterprise    = "" // none
	BotUser       = "U0BOT"
	Code          = "test-oauth-code"
)

// Server is one workspace.
type Server struct {
	t      testing.TB
	http   *httptest.Server
	clock  *Clock
	now    func() time.Time
	schema *Schema

	mu        sync.Mutex
	changed   *sync.Cond
	Scopes    map[string]bool   // what the app was granted
	Zones     map[string]string // of people
	Disabled  map[string]bool   // people whose account is deactivated
	Members   map[string]bool   // channels that the bot is in
	faults    map[string][]Fault
	calls     []Call
	problems  []string
	messages  []*Message
	triggers  map[string]*trigger
	responses map[string]*response
	views     []View
	homes     map[string]json.RawMessage
	files     map[string]*File
	rates     map[string][]time.Time
	sockets   []*socket
	acks      map[string]chan json.RawMessage
	serial    int
	slow      bool   // downloads are held back
	target    string // where HTTP deliveries go
}

// Call is one request that came in.
type Call struct {
	Method string
	Form   url.Values
	Body   json.RawMessage // of a response URL
}

// Fault is what a method does instead of working.
type Fault struct {
	Status     int           // an HTTP status instead of an answer
	Code       string        // an error in the answer
	RetryAfter time.Duration // with status 429
	Location   string        // with a status that redirects
	Works      bool          // it takes effect first, and the caller does not learn of it
	Hangup     bool          // the connection breaks
	Hold       bool          // no answer comes; the caller waits until it gives up or is killed
}

// New starts a workspace whose clock is the test's. Everything that Slack would
// have refused, or that must not be sent, fails the test at its end.
func New(t testing.TB, clock *Clock, schema *Schema) *Server {
	s := &Server{t: t, clock: clock, now: clock.Now, schema: schema, Scopes: map[string]bool{}, Zones: map[string]string{}, Disabled: map[string]bool{},
		Members: map[string]bool{"C0GYM": true}, faults: map[string][]Fault{}, triggers: map[string]*trigger{}, responses: map[string]*response{},
		homes: map[string]json.RawMessage{}, files: map[string]*File{}, rates: map[string][]time.Time{}, acks: map[string]chan json.RawMessage{}}
	s.changed = sync.NewCond(&s.mu)
	for _, scope := range []string{"app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read", "files:read", "files:write"} {
		s.Scopes[scope] = true
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /api/{method}", s.api)
	mux.HandleFunc("POST /response/{id}", s.respond)
	mux.HandleFunc("POST /upload/{id}", s.upload)
	mux.HandleFunc("GET /files/{id}", s.download)
	mux.HandleFunc("GET /socket", s.socket)
	mux.HandleFunc("GET /signin", func(http.ResponseWriter, *http.Request) { t.Error("a redirect was followed") })
	s.http = httptest.NewServer(mux)
	t.Cleanup(func() {
		s.hangUp()
		s.http.CloseClientConnections()
		s.http.Close()
		for _, p := range s.Problems() {
			t.Errorf("slack: %s", p)
		}
	})
	return s
}

// API is the base URL of the Web API.
func (s *Server) API() string { return s.http.URL + "/api/" }

// Client makes requests to the workspace.
func (s *Server) Client() *http.Client { return s.http.Client() }

// Grant gives the app a scope, or takes it away.
func (s *Server) Grant(scope string, granted bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.Scopes[scope] = granted
}

// Break makes a method fail: each fault once, in order.
func (s *Server) Break(method string, faults ...Fault) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.faults[method] = append(s.faults[method], faults...)
}

// Problems is what Slack would have refused, and what must not be sent.
func (s *Server) Problems() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.problems...)
}

// Forgive forgets the problems so far and returns them: for tests that provoke
// them.
func (s *Server) Forgive() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.problems
	s.problems = nil
	return p
}

// Calls returns the requests to a method, in order.
func (s *Server) Calls(method string) []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.callsLocked(method)
}

func (s *Server) callsLocked(method string) (out []Call) {
	for _, c := range s.calls {
		if c.Method == method {
			out = append(out, c)
		}
	}
	return out
}

// Await waits until a method was called n times, and fails the test if that does
// not happen.
func (s *Server) Await(method string, n int) []Call {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.until(func() bool { return len(s.callsLocked(method)) >= n }) {
		s.t.Fatalf("%s was called %d times, not %d", method, len(s.callsLocked(method)), n)
	}
	return s.callsLocked(method)
}

// AwaitShown waits until a person has got n messages, each edit counted as one
// more, and fails the test if that does not happen.
func (s *Server) AwaitShown(user string, n int) []Message {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.until(func() bool { return shown(s.visible(user)) >= n }) {
		s.t.Fatalf("%s got %d messages, not %d", user, shown(s.visible(user)), n)
	}
	return s.visible(user)
}

func shown(seen []Message) (n int) {
	for _, m := range seen {
		n += 1 + m.Updated
	}
	return n
}

// patience is how long the fake waits for what a test awaits.
const patience = 20 * time.Second

// until waits for something that each change may bring; mu is held.
func (s *Server) until(done func() bool) bool {
	late := time.AfterFunc(patience, func() { s.mu.Lock(); defer s.mu.Unlock(); s.changed.Broadcast() })
	defer late.Stop()
	began := time.Now()
	for !done() {
		if time.Since(began) >= patience {
			return false
		}
		s.changed.Wait()
	}
	return true
}

func (s *Server) problem(format string, args ...any) {
	s.problems = append(s.problems, fmt.Sprintf(format, args...))
}

func (s *Server) next(prefix string) string {
	s.serial++
	return fmt.Sprintf("%s%d", prefix, s.serial)
}

// ts is a new message timestamp: the second, and a number that grows.
func (s *Server) ts() string {
	s.serial++
	return fmt.Sprintf("%d.%06d", s.now().Unix(), s.serial)
}

// needs is the scope that each method wants; "" = none.
var needs = map[string]string{
	"auth.test": "", "apps.connections.open": "", "oauth.v2.access": "", "views.open": "", "views.publish": "",
	"chat.postMessage": "chat:write", "chat.postEphemeral": "chat:write", "chat.update": "chat:write",
	"conversations.open": "im:write", "conversations.history": "im:history", "users.info": "users:read",
	"files.getUploadURLExternal": "files:write", "files.completeUploadExternal": "files:write",
}

// perMinute is each method's tier; conversations have a rate of their own.
var perMinute = map[string]int{
	"chat.postMessage": 600, "chat.postEphemeral": 100, "chat.update": 50, "conversations.open": 50, "conversations.history": 50,
	"users.info": 100, "views.open": 100, "views.publish": 100, "files.getUploadURLExternal": 100, "files.completeUploadExternal": 100,
}

// answer is what the Web API says.
type answer map[string]any

func failed(code string) answer { return answer{"ok": false, "error": code} }

func (s *Server) api(w http.ResponseWriter, r *http.Request) {
	method := r.PathValue("method")
	form, err := formOf(r)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, Call{Method: method, Form: form})
	defer s.changed.Broadcast()
	if f, ok := s.fault(method); ok {
		s.fail(w, r, method, form, f)
		return
	}
	if wait := s.tooFast(method, form.Get("channel")); wait > 0 {
		w.Header().Set("Retry-After", fmt.Sprint(int(wait.Seconds()+0.999)))
		w.WriteHeader(http.StatusTooManyRequests)
		return
	}
	w.Header().Set("X-OAuth-Scopes", s.granted())
	write(w, s.permitted(r, method, form))
}

// formOf reads the arguments of a call, a form or a JSON body.
func formOf(r *http.Request) (url.Values, error) {
	if !strings.HasPrefix(r.Header.Get("Content-Type"), "application/json") {
		err := r.ParseMultipartForm(1 << 20)
		if err == http.ErrNotMultipart {
			err = nil
		}
		return r.PostForm, err
	}
	var fields map[string]json.RawMessage
	if err := json.NewDecoder(r.Body).Decode(&fields); err != nil && err.Error() != "EOF" {
		return nil, err
	}
	form := url.Values{}
	for k, v := range fields {
		var text string
		if json.Unmarshal(v, &text) == nil {
			form.Set(k, text)
		} else {
			form.Set(k, string(v))
		}
	}
	return form, nil
}

func (s *Server) fault(method string) (Fault, bool) {
	queue := s.faults[method]
	if len(queue) == 0 {
		return Fault{}, false
	}
	s.faults[method] = queue[1:]
	return queue[0], true
}

func (s *Server) fail(w http.ResponseWriter, r *http.Request, method string, form url.Values, f Fault) {
	if f.Works {
		s.permitted(r, method, form)
	}
	switch {
	case f.Hold:
		s.changed.Broadcast()
		s.mu.Unlock()
		<-r.Context().Done()
		s.mu.Lock()
	case f.Hangup:
		if c, _, err := w.(http.Hijacker).Hijack(); err == nil {
			c.Close()
		}
	case f.Status != 0:
		if f.RetryAfter > 0 {
			w.Header().Set("Retry-After", fmt.Sprint(int(f.RetryAfter.Seconds())))
		}
		if f.Location != "" {
			w.Header().Set("Location", f.Location)
		}
		w.WriteHeader(f.Status)
		fmt.Fprint(w, "<html>not today</html>")
	default:
		write(w, failed(f.Code))
	}
}

// permitted runs a call whose token and scope are right.
func (s *Server) permitted(r *http.Request, method string, form url.Values) answer {
	want, token := BotToken, form.Get("token")
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok {
		token = bearer
	}
	switch method {
	case "apps.connections.open":
		want = AppToken
		if form.Get("token") != "" {
			return failed("not_allowed_token_type")
		}
	case "oauth.v2.access":
		return s.oauth(form)
	}
	scope, known := needs[method]
	switch {
	case !known:
		s.problem("method %q does not exist", method)
		return failed("unknown_method")
	case token != want:
		return failed("invalid_auth")
	case scope != "" && !s.Scopes[scope]:
		return answer{"ok": false, "error": "missing_scope", "needed": scope, "provided": "commands"}
	}
	return s.run(method, form)
}

func (s *Server) run(method string, form url.Values) answer {
	switch method {
	case "auth.test":
		return answer{"ok": true, "team_id": Team, "team": "Test", "user_id": BotUser, "bot_id": "B0BOT"}
	case "apps.connections.open":
		return answer{"ok": true, "url": "ws" + strings.TrimPrefix(s.http.URL, "http") + "/socket"}
	case "users.info":
		return s.userInfo(form)
	case "chat.postMessage":
		return s.postMessage(form)
	case "chat.postEphemeral":
		return s.postEphemeral(form)
	case "chat.update":
		return s.update(form)
	case "conversations.open":
		return s.openDirect(form)
	case "conversations.history":
		return s.history(form)
	case "views.open":
		return s.openView(form)
	case "views.publish":
		return s.publish(form)
	case "files.getUploadURLExternal":
		return s.uploadURL(form)
	}
	return s.completeUpload(form)
}

// tooFast is how long a caller must wait who goes beyond a method's tier, or
// beyond a short burst of one message a second into a conversation.
func (s *Server) tooFast(method, channel string) time.Duration {
	if limit, ok := perMinute[method]; ok {
		if wait := s.over("m "+method, limit, time.Minute); wait > 0 {
			return wait
		}
	}
	if method == "chat.postMessage" {
		return s.over("c "+s.direct(channel), 6, 3*time.Second)
	}
	return 0
}

func (s *Server) over(key string, limit int, within time.Duration) time.Duration {
	now := s.now()
	var recent []time.Time
	for _, at := range s.rates[key] {
		if now.Sub(at) < within {
			recent = append(recent, at)
		}
	}
	if len(recent) >= limit {
		s.rates[key] = recent
		return within - now.Sub(recent[0])
	}
	s.rates[key] = append(recent, now)
	return 0
}

func (s *Server) granted() string {
	var all []string
	for scope, ok := range s.Scopes {
		if ok {
			all = append(all, scope)
		}
	}
	return strings.Join(all, ",")
}

func write(w http.ResponseWriter, a answer) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	_ = json.NewEncoder(w).Encode(a) // a broken connection shows at the other end
}
