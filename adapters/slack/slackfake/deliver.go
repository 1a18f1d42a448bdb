package slackfake

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/gorilla/websocket"
)

// The kinds of payload, by Socket Mode's names.
const (
	Event       = "events_api"
	Command     = "slash_commands"
	Interactive = "interactive"
)

// errNotTaken: nobody acknowledged.
var errNotTaken = errors.New("not acknowledged")

// retries is when an event is delivered again: nearly at once, after a minute,
// after five.
var retries = []time.Duration{time.Second, time.Minute, 5 * time.Minute}

// SendTo delivers over HTTP to a base URL, instead of over sockets.
func (s *Server) SendTo(base string) { s.target = base }

// Deliver sends a payload the way the app is connected. Events that are not
// taken come again on Slack's schedule; commands and presses do not. The answer
// is what came with the acknowledgement.
func (s *Server) Deliver(kind string, payload any) (json.RawMessage, error) {
	body, err := json.Marshal(payload)
	if err != nil {
		return nil, err
	}
	answer, err := s.deliverOnce(kind, body, 0)
	if kind != Event {
		return answer, err
	}
	for i, wait := range retries {
		if err == nil {
			break
		}
		s.clock.Advance(wait)
		answer, err = s.deliverOnce(kind, body, i+1)
	}
	return answer, err
}

// DeliverOnce sends a payload and does not try again.
func (s *Server) DeliverOnce(kind string, payload any) error {
	body, err := json.Marshal(payload)
	if err == nil {
		_, err = s.deliverOnce(kind, body, 0)
	}
	return err
}

func (s *Server) deliverOnce(kind string, body []byte, retry int) (json.RawMessage, error) {
	if s.target != "" {
		return s.Post(kind, body, retry)
	}
	return s.push(kind, body, retry)
}

// Post makes one signed request to the app.
func (s *Server) Post(kind string, body []byte, retry int) (json.RawMessage, error) {
	path, contentType := "events", "application/json"
	switch kind {
	case Command:
		var fields map[string]string
		if err := json.Unmarshal(body, &fields); err != nil {
			return nil, err
		}
		form := url.Values{}
		for k, v := range fields {
			form.Set(k, v)
		}
		path, contentType, body = "commands", "application/x-www-form-urlencoded", []byte(form.Encode())
	case Interactive:
		path, contentType, body = "interactive", "application/x-www-form-urlencoded", []byte(url.Values{"payload": {string(body)}}.Encode())
	}
	req, err := http.NewRequest(http.MethodPost, s.target+"/slack/"+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	req.Header.Set("Content-Type", contentType)
	if retry > 0 {
		req.Header.Set("X-Slack-Retry-Num", fmt.Sprint(retry))
		req.Header.Set("X-Slack-Retry-Reason", "http_error")
	}
	Sign(req, body, s.clock.Now())
	res, err := (&http.Client{Timeout: 3 * time.Second}).Do(req)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNotTaken, err)
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(res.Body)
	if res.StatusCode/100 != 2 {
		return answer, fmt.Errorf("%w: %s", errNotTaken, res.Status)
	}
	return answer, err
}

// Sign puts Slack's signature on a request.
func Sign(r *http.Request, body []byte, at time.Time) {
	stamp := fmt.Sprint(at.Unix())
	mac := hmac.New(sha256.New, []byte(SigningSecret))
	fmt.Fprintf(mac, "v0:%s:%s", stamp, body)
	r.Header.Set("X-Slack-Request-Timestamp", stamp)
	r.Header.Set("X-Slack-Signature", "v0="+hex.EncodeToString(mac.Sum(nil)))
}

// socket is one open connection.
type socket struct {
	id     int
	ws     *websocket.Conn
	frozen bool // reads nothing and says nothing, as a dead network does
	write  chan []byte
	gone   chan struct{}
}

func (s *Server) socket(w http.ResponseWriter, r *http.Request) {
	ws, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
	if err != nil {
		return
	}
	s.mu.Lock()
	if len(s.sockets) >= 10 {
		s.mu.Unlock()
		_ = ws.WriteJSON(map[string]any{"type": "disconnect", "reason": "too_many_websockets"})
		ws.Close()
		return
	}
	s.serial++
	c := &socket{id: s.serial, ws: ws, write: make(chan []byte, 64), gone: make(chan struct{})}
	s.sockets = append(s.sockets, c)
	s.calls = append(s.calls, Call{Method: "socket"})
	hello, _ := json.Marshal(map[string]any{"type": "hello", "num_connections": len(s.sockets), "connection_info": map[string]string{"app_id": "A0APP"}})
	s.changed.Broadcast()
	s.mu.Unlock()
	go func() {
		defer ws.Close()
		for {
			select {
			case <-c.gone:
				return
			case b := <-c.write:
				if ws.WriteMessage(websocket.TextMessage, b) != nil {
					return
				}
			}
		}
	}()
	c.write <- hello
	s.readAcks(c)
	s.drop(c)
}

// readAcks takes acknowledgements until the connection ends. A frozen one never
// answers a ping.
func (s *Server) readAcks(c *socket) {
	ping := c.ws.PingHandler()
	c.ws.SetPingHandler(func(data string) error {
		s.mu.Lock()
		frozen := c.frozen
		s.mu.Unlock()
		if frozen {
			return nil
		}
		return ping(data)
	})
	c.ws.SetPongHandler(func(string) error {
		s.mu.Lock()
		defer s.mu.Unlock()
		s.calls = append(s.calls, Call{Method: "pong"})
		s.changed.Broadcast()
		return nil
	})
	for {
		var ack struct {
			ID      string          `json:"envelope_id"`
			Payload json.RawMessage `json:"payload"`
		}
		if err := c.ws.ReadJSON(&ack); err != nil {
			return
		}
		s.mu.Lock()
		if wait, ok := s.acks[ack.ID]; ok && !c.frozen {
			delete(s.acks, ack.ID)
			wait <- ack.Payload
		}
		s.mu.Unlock()
	}
}

func (s *Server) drop(c *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i, o := range s.sockets {
		if o == c {
			s.sockets = append(s.sockets[:i:i], s.sockets[i+1:]...)
			close(c.gone)
		}
	}
	s.changed.Broadcast()
}

// push sends an envelope over any one connection and waits for its
// acknowledgement.
func (s *Server) push(kind string, payload []byte, retry int) (json.RawMessage, error) {
	s.mu.Lock()
	if len(s.sockets) == 0 {
		s.mu.Unlock()
		return nil, fmt.Errorf("%w: no connection", errNotTaken)
	}
	s.serial++
	c := s.sockets[s.serial%len(s.sockets)]
	s.mu.Unlock()
	return s.pushOver(c, kind, payload, retry)
}

func (s *Server) pushOver(c *socket, kind string, payload []byte, retry int) (json.RawMessage, error) {
	s.mu.Lock()
	s.serial++
	id := fmt.Sprintf("envelope-%d", s.serial)
	wait := make(chan json.RawMessage, 1)
	s.acks[id] = wait
	frozen := c.frozen
	s.mu.Unlock()
	env, err := json.Marshal(map[string]any{"envelope_id": id, "type": kind, "payload": json.RawMessage(payload), "accepts_response_payload": kind != Event, "retry_attempt": retry})
	if err != nil {
		return nil, err
	}
	if frozen {
		return nil, fmt.Errorf("%w: the socket is dead", errNotTaken)
	}
	select {
	case c.write <- env:
	case <-c.gone:
		return nil, fmt.Errorf("%w: the socket closed", errNotTaken)
	}
	select {
	case answer := <-wait:
		return answer, nil
	case <-c.gone:
		return nil, fmt.Errorf("%w: the socket closed", errNotTaken)
	case <-time.After(3 * time.Second):
		return nil, fmt.Errorf("%w within 3 s", errNotTaken)
	}
}

// Raw sends a frame as it is over every connection.
func (s *Server) Raw(frame string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.sockets {
		c.write <- []byte(frame)
	}
}

// Sockets is how many connections are open.
func (s *Server) Sockets() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sockets)
}

// Warned is a connection that was told that it will be closed.
type Warned struct {
	s *Server
	c *socket
}

// Warn tells one connection that it will be closed; it stays open until Cut.
func (s *Server) Warn() Warned {
	s.mu.Lock()
	defer s.mu.Unlock()
	c := s.sockets[0]
	c.write <- []byte(`{"type":"disconnect","reason":"warning","debug_info":{"host":"test"}}`)
	return Warned{s, c}
}

// Deliver sends one payload over this very connection, once.
func (w Warned) Deliver(kind string, payload any) error {
	body, err := json.Marshal(payload)
	if err != nil {
		return err
	}
	_, err = w.s.pushOver(w.c, kind, body, 0)
	return err
}

// Cut closes it.
func (w Warned) Cut() { w.c.ws.Close() }

// Freeze makes a connection as silent as a dead network.
func (s *Server) Freeze() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sockets[0].frozen = true
}

// hangUp closes every connection.
func (s *Server) hangUp() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.sockets {
		c.ws.Close()
	}
}

// Ping asks over every connection whether anybody is there; the answers are
// calls of "pong".
func (s *Server) Ping() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.sockets {
		if err := c.ws.WriteControl(websocket.PingMessage, []byte("there?"), time.Now().Add(time.Second)); err != nil {
			s.problem("ping: %v", err)
		}
	}
}
