package discordfake

import (
	"encoding/json"
	"net/http"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// Intents are those that a bot may have without Discord's leave and that the
// coach needs.
const Intents = 4609

// gate is the gateway.
type gate struct {
	interval   time.Duration
	conn       *conn
	log        []event // all that was dispatched, for replays
	seq        int64
	sessions   map[string]bool
	identifies int
	resumes    int
	closes     []int // codes with which the client closed
	withheld   bool
	shards     [][2]int
	refusal    int // close code that answers every IDENTIFY
	changes    int
	shut       int // connections that will be refused
}

type event struct {
	seq  int64
	kind string
	data json.RawMessage
}

type conn struct {
	ws *websocket.Conn
	mu sync.Mutex
	up bool // identified or resumed

	session string
}

func (c *conn) send(op int, kind string, seq int64, data any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	p := map[string]any{"op": op, "d": data}
	if op == 0 {
		p["t"], p["s"] = kind, seq
	}
	_ = c.ws.WriteJSON(p) // a client that is gone comes back
}

// gatewayURL is where the gateway is; mu is held.
func (s *Server) gatewayURL() string {
	return "ws" + strings.TrimPrefix(s.http.URL, "http") + "/gateway"
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	shut := s.gate.shut > 0
	if shut {
		s.gate.shut--
	}
	s.mu.Unlock()
	if shut {
		http.Error(w, "no such host", http.StatusServiceUnavailable)
		return
	}
	ws, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
	if err != nil {
		return
	}
	defer ws.Close()
	c := &conn{ws: ws}
	ws.SetCloseHandler(func(code int, _ string) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.gate.closes = append(s.gate.closes, code)
		if code == websocket.CloseNormalClosure || code == websocket.CloseGoingAway {
			delete(s.gate.sessions, c.session)
		}
		if c == s.gate.conn {
			c.up = false
		}
		s.changed.Broadcast()
		return nil
	})
	s.mu.Lock()
	s.gate.conn = c
	interval := s.gate.interval
	s.mu.Unlock()
	c.send(10, "", 0, map[string]any{"heartbeat_interval": interval.Milliseconds()})
	for {
		var p struct {
			Op   int             `json:"op"`
			Data json.RawMessage `json:"d"`
		}
		if ws.ReadJSON(&p) != nil {
			return
		}
		switch p.Op {
		case 1:
			s.mu.Lock()
			silent := s.gate.withheld
			s.mu.Unlock()
			if !silent {
				c.send(11, "", 0, nil)
			}
		case 2:
			s.identify(c, p.Data)
		case 6:
			s.resume(c, p.Data)
		}
	}
}

func (s *Server) identify(c *conn, data json.RawMessage) {
	var q struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
		Shard   [2]int `json:"shard"`
	}
	_ = json.Unmarshal(data, &q) // an empty token is refused below
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.identifies++
	s.gate.shards = append(s.gate.shards, q.Shard)
	s.starts--
	if q.Intents != Intents {
		s.t.Errorf("identified with intents %d", q.Intents)
	}
	code := s.gate.refusal
	if q.Token != Token {
		code = 4004
	}
	if code != 0 {
		s.changed.Broadcast()
		closeWith(c, code)
		return
	}
	session := s.id()
	s.gate.sessions[session], c.session = true, session
	s.gate.seq++
	c.up = true
	c.send(0, "READY", s.gate.seq, map[string]any{"v": 10, "session_id": session, "resume_gateway_url": s.gatewayURL(),
		"user": map[string]any{"id": Application, "username": "tandem", "bot": true}, "guilds": []any{}})
	s.changed.Broadcast()
}

// resume replays what the client has not seen.
func (s *Server) resume(c *conn, data json.RawMessage) {
	var q struct {
		Session string `json:"session_id"`
		Seq     int64  `json:"seq"`
	}
	_ = json.Unmarshal(data, &q) // an unknown session is refused below
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.resumes++
	if !s.gate.sessions[q.Session] {
		c.send(9, "", 0, false)
		s.changed.Broadcast()
		return
	}
	c.session = q.Session
	for _, e := range s.gate.log {
		if e.seq > q.Seq {
			c.send(0, e.kind, e.seq, e.data)
		}
	}
	c.up = true
	s.gate.seq++
	c.send(0, "RESUMED", s.gate.seq, map[string]any{})
	s.changed.Broadcast()
}

func closeWith(c *conn, code int) {
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	c.up = false
}

// Emit dispatches an event; a client that is away gets it when it resumes.
func (s *Server) Emit(kind string, data any) {
	raw, err := json.Marshal(data)
	if err != nil {
		s.t.Errorf("marshal event: %v", err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.seq++
	s.gate.log = append(s.gate.log, event{s.gate.seq, kind, raw})
	if n := len(s.gate.log); n > 1000 {
		s.gate.log = append([]event(nil), s.gate.log[n-500:]...)
	}
	if s.gate.conn != nil && s.gate.conn.up {
		s.gate.conn.send(0, kind, s.gate.seq, json.RawMessage(raw))
	}
}

// Say has a person write: in their direct messages, or in a server's channel,
// where the coach is mentioned if the text does so.
func (s *Server) Say(person string, at Where, text string) string {
	s.mu.Lock()
	id := s.id()
	s.mu.Unlock()
	e := map[string]any{"id": id, "channel_id": at.Channel, "type": 0, "content": text, "timestamp": s.now().Format(time.RFC3339),
		"author": map[string]any{"id": person, "username": "user" + person}, "mentions": []any{}, "attachments": []any{}}
	if at.Guild != "" {
		e["guild_id"] = at.Guild
	}
	if strings.Contains(text, "<@"+Application+">") {
		e["mentions"] = []any{map[string]any{"id": Application, "username": "tandem", "bot": true}}
	}
	s.Emit("MESSAGE_CREATE", e)
	return id
}

// Drop cuts the connection without a word.
func (s *Server) Drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if c := s.gate.conn; c != nil {
		c.up = false
		_ = c.ws.NetConn().Close() // it may be closed already
	}
}

// Close closes the connection with a code.
func (s *Server) Close(code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.gate.conn != nil {
		closeWith(s.gate.conn, code)
	}
}

// Op sends an operation of the gateway: 7 to reconnect, 9 with whether the
// session may be resumed.
func (s *Server) Op(op int, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if op == 9 && data == false {
		s.gate.sessions = map[string]bool{}
	}
	if s.gate.conn != nil {
		s.gate.conn.up = false
		s.gate.conn.send(op, "", 0, data)
	}
}

// CloseDoor refuses the next n connections to the gateway.
func (s *Server) CloseDoor(n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.shut = n
}

// EndSessions has Discord forget every session, as it does some minutes after
// the client has left.
func (s *Server) EndSessions() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.sessions = map[string]bool{}
}

// Refuse answers every IDENTIFY by closing with the code; 0 takes them again.
func (s *Server) Refuse(code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.refusal = code
}

// Beats sets the interval of the heartbeats, and whether they are answered.
func (s *Server) Beats(interval time.Duration, answered bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gate.interval, s.gate.withheld = interval, !answered
}

// Left waits for the client to close a connection.
func (s *Server) Left() {
	s.Await("the client leaves", func() bool { return len(s.gate.closes) > 0 })
}

// Gateway tells what the client did: sessions begun and resumed, and the codes
// with which it closed.
func (s *Server) Gateway() (identifies, resumes int, closes []int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.gate.identifies, s.gate.resumes, append([]int(nil), s.gate.closes...)
}

// Shards are those that identified, in order.
func (s *Server) Shards() [][2]int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([][2]int(nil), s.gate.shards...)
}

// Connected waits for the client to be connected for the nth time in all.
func (s *Server) Connected(n int) {
	s.Await("the client connects", func() bool {
		return s.gate.conn != nil && s.gate.conn.up && s.gate.identifies+s.gate.resumes >= n
	})
}

// patience is how long Await waits before the test fails.
const patience = 20 * time.Second

// Await waits until what it asks for has become true; it is asked with the
// fake's lock held, after every change.
func (s *Server) Await(what string, done func() bool) {
	s.t.Helper()
	late := time.AfterFunc(patience, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.changed.Broadcast()
	})
	defer late.Stop()
	began := time.Now()
	s.mu.Lock()
	defer s.mu.Unlock()
	for !done() {
		if time.Since(began) >= patience {
			s.t.Errorf("waited %s in vain until %s", patience, what)
			return
		}
		s.changed.Wait()
	}
}
