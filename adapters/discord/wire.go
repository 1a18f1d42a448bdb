package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// closeResumable is the code with which the coach closes, always: after 1000
// and 1001 Discord ends the session.
const closeResumable = 4000

// closeError is the code with which Discord closed.
type closeError struct {
	code int
	text string
}

func (c closeError) Error() string {
	return fmt.Sprintf("discord closed the connection: %d %s", c.code, c.text)
}

// wire is a websocket that speaks packets.
type wire struct {
	ws   *websocket.Conn
	mu   sync.Mutex // writes
	once sync.Once  // closes
}

// Bounds of one connection.
const (
	writeTime = 10 * time.Second
	helloTime = 20 * time.Second // Discord greets at once
	maxPacket = 16 << 20
)

func dial(ctx context.Context, d *websocket.Dialer, at string) (*wire, error) {
	ctx, cancel := context.WithTimeout(ctx, helloTime)
	defer cancel()
	ws, resp, err := d.DialContext(ctx, strings.TrimRight(at, "/")+"/?v=10&encoding=json", nil)
	if err != nil {
		return nil, fmt.Errorf("connect to the gateway: %w", err)
	}
	resp.Body.Close()
	ws.SetReadLimit(maxPacket)
	if err := ws.SetReadDeadline(time.Now().Add(helloTime)); err != nil {
		return nil, fmt.Errorf("set a deadline: %w", err)
	}
	return &wire{ws: ws}, nil
}

func (w *wire) read() (p packet, err error) {
	_, body, err := w.ws.ReadMessage()
	var closed *websocket.CloseError
	switch {
	case errors.As(err, &closed):
		return p, closeError{closed.Code, closed.Text}
	case err != nil:
		return p, fmt.Errorf("read from the gateway: %w", err)
	}
	return decodePacket(body)
}

func decodePacket(body []byte) (p packet, err error) {
	if err := json.NewDecoder(bytes.NewReader(body)).Decode(&p); err != nil {
		return p, fmt.Errorf("decode a packet: %w", err)
	}
	return p, nil
}

func (w *wire) write(op int, data any) error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if err := w.ws.SetWriteDeadline(time.Now().Add(writeTime)); err != nil {
		return fmt.Errorf("set a deadline: %w", err)
	}
	if err := w.ws.WriteJSON(struct {
		Op   int `json:"op"`
		Data any `json:"d"`
	}{op, data}); err != nil {
		return fmt.Errorf("write to the gateway: %w", err)
	}
	return nil
}

// close says goodbye with a code and ends the connection; only the first does.
func (w *wire) close(code int) {
	w.once.Do(func() {
		_ = w.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
		_ = w.ws.Close()
	})
}

// pulse sends heartbeats. One that is not heard before the next is due means
// that the connection is dead, however open it looks: it is closed so that the
// session can be resumed.
type pulse struct {
	ws     *wire
	seq    atomic.Int64
	silent atomic.Bool // the last beat was not heard yet
	dead   atomic.Bool
	quit   chan struct{}
	done   sync.WaitGroup
}

var errDead = errors.New("discord stopped answering heartbeats")

func newPulse(ws *wire, every time.Duration, seq int64) *pulse {
	p := &pulse{ws: ws, quit: make(chan struct{})}
	p.seq.Store(seq)
	_ = ws.ws.SetReadDeadline(time.Time{}) // from here on the pulse watches
	p.done.Go(func() { p.run(every) })
	return p
}

func (p *pulse) run(every time.Duration) {
	t := time.NewTimer(rand.N(every)) // so that all bots do not beat together
	defer t.Stop()
	for {
		select {
		case <-p.quit:
			return
		case <-t.C:
		}
		if p.silent.Load() {
			p.dead.Store(true)
			p.ws.close(closeResumable)
			return
		}
		p.silent.Store(true)
		if p.beat() != nil {
			p.ws.close(closeResumable)
			return
		}
		t.Reset(every)
	}
}

func (p *pulse) beat() error {
	var seq *int64
	if n := p.seq.Load(); n > 0 {
		seq = &n
	}
	return p.ws.write(opBeat, seq)
}

func (p *pulse) heard()        { p.silent.Store(false) }
func (p *pulse) saw(seq int64) { p.seq.Store(seq) }

func (p *pulse) stop() {
	close(p.quit)
	p.done.Wait()
}

// reason is why the connection ended.
func (p *pulse) reason(err error) error {
	if p.dead.Load() {
		return errDead
	}
	return err
}
