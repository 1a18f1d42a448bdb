// Package discordfake is a Discord for tests: REST with limits and faults, a
// gateway that can drop, fall silent, refuse and replay, and interactions with
// their deadlines. It speaks the real wire format and refuses what the real
// service refuses: a second first answer, an answer that comes too late, a
// message to closed doors, a nonce it has seen shows nothing new. Every request
// is checked against Discord's own description of its API and the rules that
// the description does not say ([Check]).
package discordfake

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// Application is the id of the application and of its bot.
const Application = "100000000000000001"

// Token is the bot's token.
const Token = "MTAwMDAwMDAwMDAwMDAwMDAx.fake.token"

// Server is the fake.
type Server struct {
	t    testing.TB
	http *httptest.Server
	now  func() time.Time

	mu       sync.Mutex
	changed  *sync.Cond
	ids      int64
	messages []*Message
	nonces   map[string]*Message // by channel and nonce
	channels map[string]string   // DM channel -> person
	closed   map[string]int      // person -> code of the refusal
	exchange map[string]*Exchange
	commands json.RawMessage
	requests []Request
	faults   []*Fault
	limits   []*limit
	files    map[string][]byte
	starts   int      // sessions left
	installs []string // "0" on servers, "1" for people
	endpoint *string
	moved    map[string]string // path of a file: where it leads
	gate     gate
}

// Request is one that was made.
type Request struct {
	Method, Path string
	Body         []byte // the JSON of it
}

// Message is what somebody sees.
type Message struct {
	ID        string
	Channel   string
	Only      string // the only person who sees it, for an ephemeral one
	Waiting   bool   // "thinking"
	Version   int    // counts edits
	Nonce     string
	At        time.Time
	Flags     int
	Payload   Payload
	Files     map[string][]byte
	From      string // who asked for it by an interaction
	changedAt int
}

// Payload is what was sent.
type Payload struct {
	Content     string       `json:"content"`
	Embeds      []Embed      `json:"embeds"`
	Components  []Component  `json:"components"`
	Flags       int          `json:"flags"`
	Nonce       string       `json:"nonce"`
	Enforce     bool         `json:"enforce_nonce"`
	Attachments []Attachment `json:"attachments"`
	Mentions    *struct {
		Parse []string `json:"parse"`
	} `json:"allowed_mentions"`
}

// Embed is a part of a message.
type Embed struct {
	Description string `json:"description"`
	Image       *struct {
		URL string `json:"url"`
	} `json:"image"`
}

// Attachment is a file that travels along.
type Attachment struct {
	Filename    string `json:"filename"`
	Description string `json:"description"`
}

// Component is a row, a button or a field.
type Component struct {
	Type        int         `json:"type"`
	CustomID    string      `json:"custom_id,omitempty"`
	Label       string      `json:"label,omitempty"`
	Style       int         `json:"style,omitempty"`
	Components  []Component `json:"components,omitempty"`
	Value       string      `json:"value,omitempty"`
	Placeholder string      `json:"placeholder,omitempty"`
}

// New starts a fake; it ends with the test.
func New(t testing.TB) *Server {
	s := &Server{t: t, now: time.Now, nonces: map[string]*Message{}, channels: map[string]string{}, closed: map[string]int{}, files: map[string][]byte{}, moved: map[string]string{},
		exchange: map[string]*Exchange{}, ids: 200000000000000000, starts: 1000, installs: []string{"0", "1"}, commands: json.RawMessage("[]")}
	s.changed = sync.NewCond(&s.mu)
	s.gate.interval = 41250 * time.Millisecond
	s.gate.sessions = map[string]bool{}
	s.http = httptest.NewServer(s)
	t.Cleanup(func() {
		s.Drop()
		s.http.CloseClientConnections()
		s.http.Close()
	})
	return s
}

// URL is where the API is.
func (s *Server) URL() string { return s.http.URL }

// Clock has the fake live by another clock.
func (s *Server) Clock(now func() time.Time) { s.now = now }

// Client makes requests to this machine only.
func Client() *http.Client {
	return &http.Client{Timeout: 10 * time.Second, Transport: &http.Transport{DialContext: dialLoopback, MaxIdleConnsPerHost: 64}}
}

// Dialer opens websockets to this machine only.
func Dialer() *websocket.Dialer {
	return &websocket.Dialer{NetDialContext: dialLoopback, HandshakeTimeout: 5 * time.Second}
}

// dialLoopback refuses any other machine.
func dialLoopback(ctx context.Context, network, address string) (net.Conn, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, err
	}
	if ip := net.ParseIP(host); ip == nil || !ip.IsLoopback() {
		return nil, fmt.Errorf("a test tried to reach %s", address)
	}
	return (&net.Dialer{}).DialContext(ctx, network, address)
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/gateway/" {
		s.serveGateway(w, r)
		return
	}
	path := r.URL.Path
	for _, version := range []string{"/api/v9", "/api/v10"} {
		path = strings.TrimPrefix(path, version)
	}
	body, files := s.read(r)
	s.mu.Lock()
	s.requests = append(s.requests, Request{r.Method, path, body})
	s.changed.Broadcast()
	s.mu.Unlock()
	if strings.HasPrefix(path, "/attachments/") {
		if fault := s.fault(r.Method + " " + path); fault != nil {
			fault.write(w, r)
			return
		}
		s.serveFile(w, path)
		return
	}
	if r.Header.Get("Authorization") != "Bot "+Token {
		refuse(w, 401, 0, "401: Unauthorized")
		return
	}
	for _, wrong := range Check(r.Method, path, body) {
		s.t.Errorf("%s %s: %s\n%s", r.Method, path, wrong, body)
	}
	fault := s.fault(r.Method + " " + path)
	if fault != nil && !fault.Delivered {
		fault.write(w, r)
		return
	}
	if s.limited(w, r.Method+" "+path) {
		return
	}
	if fault != nil {
		s.route(httptest.NewRecorder(), r.Method, path, body, files)
		fault.write(w, r)
		return
	}
	s.route(w, r.Method, path, body, files)
}

// read returns the JSON of a request and the files beside it.
func (s *Server) read(r *http.Request) (body []byte, files map[string][]byte) {
	kind, params, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if kind != "multipart/form-data" {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			s.t.Errorf("read request: %v", err)
		}
		return body, nil
	}
	files = map[string][]byte{}
	parts := multipart.NewReader(r.Body, params["boundary"])
	for {
		part, err := parts.NextPart()
		if err != nil {
			return body, files
		}
		data, err := io.ReadAll(part)
		if err != nil {
			s.t.Errorf("read part: %v", err)
		}
		if part.FormName() == "payload_json" {
			body = data
		} else {
			files[part.FileName()] = data
		}
	}
}

func (s *Server) route(w http.ResponseWriter, method, path string, body []byte, files map[string][]byte) {
	part := strings.Split(strings.Trim(path, "/"), "/")
	switch at := method + " " + part[0]; {
	case path == "/gateway/bot":
		s.mu.Lock()
		defer s.mu.Unlock()
		answer(w, map[string]any{"url": s.gatewayURL(), "shards": 1, "session_start_limit": map[string]int{
			"total": 1000, "remaining": s.starts, "reset_after": 3_600_000, "max_concurrency": 1}})
	case path == "/users/@me":
		answer(w, map[string]any{"id": Application, "username": "tandem", "bot": true})
	case path == "/applications/@me":
		s.mu.Lock()
		defer s.mu.Unlock()
		installs := map[string]any{}
		for _, kind := range s.installs {
			installs[kind] = map[string]any{}
		}
		answer(w, map[string]any{"id": Application, "name": "tandem", "integration_types_config": installs, "interactions_endpoint_url": s.endpoint})
	case path == "/users/@me/channels":
		s.openDM(w, body)
	case at == "GET applications" && len(part) == 3:
		s.mu.Lock()
		defer s.mu.Unlock()
		answer(w, s.commands)
	case at == "PUT applications" && len(part) == 3:
		s.putCommands(w, body)
	case at == "POST channels":
		s.create(w, part[1], body, files)
	case at == "GET channels":
		s.list(w, part[1])
	case at == "POST interactions":
		s.callback(w, part[1], part[2], body)
	case at == "PATCH webhooks":
		s.editOriginal(w, part[2], body, files)
	case at == "POST webhooks":
		s.followUp(w, part[2], body, files)
	default:
		s.t.Errorf("the fake knows no %s %s", method, path)
		refuse(w, 404, 0, "404: Not Found")
	}
}

func answer(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // the client may be gone
}

func refuse(w http.ResponseWriter, status, code int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{"code": code, "message": message})
}

// Requests are those made so far whose method and path begin like this.
func (s *Server) Requests(match string) []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.requestsLocked(match)
}

func (s *Server) requestsLocked(match string) (out []Request) {
	for _, r := range s.requests {
		if strings.HasPrefix(r.Method+" "+r.Path, match) {
			out = append(out, r)
		}
	}
	return out
}

// Requested waits until n requests were made whose method and path begin like
// this.
func (s *Server) Requested(match string, n int) {
	s.t.Helper()
	s.Await(match+" is called", func() bool { return len(s.requestsLocked(match)) >= n })
}

// StartsLeft sets how many sessions may still be begun today.
func (s *Server) StartsLeft(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.starts = n
}

// Portal sets what the application's pages say: how it may be installed, and
// where interactions go instead of the gateway ("" = nowhere).
func (s *Server) Portal(endpoint string, installs ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.installs, s.endpoint = installs, nil
	if endpoint != "" {
		s.endpoint = &endpoint
	}
}

// Commands are those that are registered.
func (s *Server) Commands() json.RawMessage {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.commands
}

// Registered waits until there are commands.
func (s *Server) Registered() {
	s.Await("commands are registered", func() bool { return len(s.commands) > len("[]") })
}

// putCommands gives each command what Discord adds to it.
func (s *Server) putCommands(w http.ResponseWriter, body []byte) {
	var list []map[string]any
	if err := json.Unmarshal(body, &list); err != nil {
		refuse(w, 400, 50109, "The request body contains invalid JSON.")
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range list {
		c["id"], c["application_id"], c["version"], c["default_member_permissions"], c["nsfw"] = s.id(), Application, s.id(), nil, false
		if c["type"] == float64(3) {
			c["description"] = ""
		}
	}
	s.commands, _ = json.Marshal(list) // what was decoded can be encoded
	s.changed.Broadcast()
	answer(w, s.commands)
}

// Upload keeps a file as Discord's own host would and returns the attachment.
func (s *Server) Upload(name string, data []byte) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	id := s.id()
	path := "/attachments/1/" + id + "/" + name
	s.files[path] = data
	return map[string]any{"id": id, "filename": name, "size": len(data), "url": "https://cdn.discordapp.com" + path + "?ex=1&hm=2"}
}

// Moved keeps a file whose address leads to another one.
func (s *Server) Moved(name string, to map[string]any) map[string]any {
	f := s.Upload(name, nil)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.moved[strings.TrimPrefix(strings.Split(f["url"].(string), "?")[0], "https://cdn.discordapp.com")] = to["url"].(string)
	return f
}

func (s *Server) serveFile(w http.ResponseWriter, path string) {
	s.mu.Lock()
	data, ok := s.files[path]
	to, moved := s.moved[path]
	s.mu.Unlock()
	if moved {
		w.Header().Set("Location", to)
		w.WriteHeader(http.StatusFound)
		return
	}
	if !ok {
		refuse(w, 404, 0, "404: Not Found")
		return
	}
	_, _ = w.Write(data)
}

// id is a new snowflake; mu is held.
func (s *Server) id() string {
	s.ids++
	return strconv.FormatInt(s.ids, 10)
}
