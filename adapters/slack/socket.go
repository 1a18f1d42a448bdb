package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/gorilla/websocket"
	"golang.org/x/sync/errgroup"

	"tandem/bot"
)

// sockets is how many connections are kept open: Slack sends each payload to one
// of them, and when one is silently dead the other still hears.
const (
	sockets     = 2
	leaving     = 30 * time.Second // how long a connection is still read after its warning
	writeWithin = 5 * time.Second
)

// errLinkDisabled ends listening: opening again would be refused for ever.
var errLinkDisabled = errors.New("this app's Socket Mode is switched off: switch it on again under Socket Mode on the app's page, or set slack.mode to http")

// listenSocket keeps the connections open until ctx ends or Slack refuses for
// good.
func (e *ear) listenSocket(ctx context.Context) error {
	all, ctx := errgroup.WithContext(ctx)
	for range sockets {
		all.Go(func() error { return e.keepOpen(ctx) })
	}
	return all.Wait()
}

// keepOpen has one connection open at any time. On Slack's warning the next one
// is opened while the old one is still read, so that nothing falls in between.
func (e *ear) keepOpen(ctx context.Context) error {
	ctx, leave := context.WithCancel(ctx)
	var old sync.WaitGroup
	defer old.Wait()
	defer leave()
	for failures := 0; ctx.Err() == nil; {
		c, err := e.openSocket(ctx)
		if err != nil {
			if fatal := refusedForGood(err); fatal != nil {
				return fatal
			}
			failures++
			e.standing.lost(false, err)
			e.o.Log.WarnContext(ctx, "slack socket not opened; trying on", "failures", failures, "error", err)
			if e.o.Wait(ctx, reopenAfter(failures, err)) != nil {
				return nil
			}
			continue
		}
		ended := make(chan error, 1)
		old.Go(func() {
			err := c.listen(ctx)
			e.standing.lost(c.heard, err)
			ended <- err
		})
		select {
		case <-c.warned:
			failures = 0
		case err := <-ended:
			if errors.Is(err, errLinkDisabled) {
				return err
			}
			if ctx.Err() != nil {
				return nil
			}
			e.o.Log.WarnContext(ctx, "slack socket ended; opening again", "error", err)
			failures = c.failures(failures)
			if e.o.Wait(ctx, reopenAfter(max(failures, 1), nil)) != nil {
				return nil
			}
		}
	}
	return nil
}

// reopenAfter is 1, 2, 4 … 60 seconds, or what Slack asked for.
func reopenAfter(failures int, err error) time.Duration {
	var limited bot.RetryAfter
	if errors.As(err, &limited) {
		return limited.Wait
	}
	return min(time.Second<<min(failures-1, 6), time.Minute)
}

// refusedForGood is the error of a token that will never do, with what to do.
func refusedForGood(err error) error {
	switch {
	case lacksScope(err):
		return fmt.Errorf("slack.app_token lacks the scope connections:write: make a new app-level token with it (%w)", err)
	case errors.Is(err, bot.ErrGone), slices.Contains([]string{"not_allowed_token_type", "forbidden_team", "invalid_app"}, code(err)):
		return fmt.Errorf("slack.app_token is refused: make a new app-level token (xapp-…) with connections:write (%w)", err)
	}
	return nil
}

// connection is one WebSocket.
type connection struct {
	*ear
	ws     *websocket.Conn
	write  sync.Mutex
	warned chan struct{} // closed when Slack says that it will close
	once   sync.Once
	heard  bool // said hello
}

func (e *ear) openSocket(ctx context.Context) (*connection, error) {
	_, address, err := e.client("").StartSocketModeContext(ctx)
	if err = verdict("apps.connections.open", err); err != nil {
		return nil, err
	}
	ws, res, err := (&websocket.Dialer{HandshakeTimeout: 10 * time.Second}).DialContext(ctx, address, nil)
	if res != nil && res.Body != nil {
		res.Body.Close()
	}
	if err != nil {
		return nil, fmt.Errorf("open the socket: %w", errors.Unwrap(err)) // the address is a secret
	}
	ws.SetReadLimit(maxBody)
	return &connection{ear: e, ws: ws, warned: make(chan struct{})}, nil
}

// failures counts on only while Slack never says hello.
func (c *connection) failures(before int) int {
	if c.heard {
		return 0
	}
	return before + 1
}

// listen reads until the connection ends. A connection that is silent for too
// long is dead, whatever TCP says: Slack answers pings.
func (c *connection) listen(ctx context.Context) error {
	done := make(chan struct{})
	var pinging sync.WaitGroup
	pinging.Go(func() { c.ping(ctx, done) })
	defer pinging.Wait()
	defer close(done)
	alive := func(string) error { return c.ws.SetReadDeadline(time.Now().Add(c.o.Silence)) }
	c.ws.SetPongHandler(alive)
	c.ws.SetPingHandler(func(data string) error {
		_ = c.ws.WriteControl(websocket.PongMessage, []byte(data), time.Now().Add(writeWithin)) // the next read tells
		return alive(data)
	})
	_ = alive("")
	for {
		_, data, err := c.ws.ReadMessage()
		if err != nil {
			return fmt.Errorf("read: %w", err)
		}
		_ = alive("")
		if err := c.take(ctx, data); err != nil {
			return err
		}
	}
}

// ping keeps asking whether anybody is there, and closes the connection when it
// is told to stop, or some time after Slack's warning.
func (c *connection) ping(ctx context.Context, done chan struct{}) {
	defer c.ws.Close()
	tick := time.NewTicker(c.o.Silence / 3)
	defer tick.Stop()
	var end <-chan time.Time
	warned := c.warned
	for {
		select {
		case <-done:
			return
		case <-ctx.Done():
			return
		case <-end:
			return
		case <-warned:
			warned, end = nil, time.After(leaving)
		case <-tick.C:
			if c.ws.WriteControl(websocket.PingMessage, nil, time.Now().Add(writeWithin)) != nil {
				return
			}
		}
	}
}

// envelope is what Slack sends over a socket.
type envelope struct {
	ID      string          `json:"envelope_id"`
	Type    string          `json:"type"`
	Reason  string          `json:"reason"`
	Payload json.RawMessage `json:"payload"`
}

// take handles one envelope. What cannot be stored is not acknowledged: Slack
// sends it again.
func (c *connection) take(ctx context.Context, data []byte) error {
	var env envelope
	if err := json.Unmarshal(data, &env); err != nil {
		return c.keepUnread(ctx, "envelope", err, data)
	}
	switch env.Type {
	case "hello":
		if !c.heard {
			c.heard = true
			c.standing.opened()
		}
		return nil
	case "disconnect":
		return c.disconnect(env.Reason)
	}
	if env.ID == "" {
		return nil
	}
	within, cancel := context.WithTimeout(ctx, ackWithin)
	defer cancel()
	answer, err := c.hear(within, env.Type, env.Payload)
	if err != nil {
		c.o.Log.ErrorContext(ctx, "slack payload not taken", "kind", env.Type, "error", err)
		return nil
	}
	return c.acknowledge(env.ID, answer)
}

func (c *connection) disconnect(reason string) error {
	switch reason {
	case "link_disabled":
		return errLinkDisabled
	case "warning", "refresh_requested":
		c.once.Do(func() { close(c.warned) })
		return nil
	}
	return fmt.Errorf("slack disconnects: %s", reason)
}

// maxAck is the size of an answer from which on Slack silently ignores it.
const maxAck = 20 << 10

func (c *connection) acknowledge(id string, answer any) error {
	ack := struct {
		ID      string `json:"envelope_id"`
		Payload any    `json:"payload,omitempty"`
	}{id, answer}
	body, err := json.Marshal(ack)
	if err == nil && len(body) >= maxAck {
		c.o.Log.Warn("answer too large for a socket; acknowledged without it", "bytes", len(body))
		ack.Payload = nil
		body, err = json.Marshal(ack)
	}
	if err != nil {
		return fmt.Errorf("write acknowledgement: %w", err)
	}
	c.write.Lock()
	defer c.write.Unlock()
	_ = c.ws.SetWriteDeadline(time.Now().Add(writeWithin))
	if err := c.ws.WriteMessage(websocket.TextMessage, body); err != nil {
		return fmt.Errorf("acknowledge: %w", err) // sent again on another connection, and known
	}
	return nil
}
