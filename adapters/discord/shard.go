package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"
)

// shard is one connection to the gateway, kept up: resumed where Discord keeps
// the session, begun anew where not, and given up where Discord says that
// trying again is no use.
type shard struct {
	*Adapter
	ear    *ear
	id     int
	starts *starts

	session session
	kept    session   // as it lies in the store
	keptAt  time.Time // when it was put there
	replay  bool      // what comes was sent before: a session is being resumed
}

// fatal closes are for good: trying again would only use up the day's starts.
var fatalCloses = map[int]string{
	4004: "Discord does not take the token; reset it in the developer portal under Bot and put the new one into discord.token",
	4010: "Discord does not know this shard; discord.shard_ids must lie below discord.shard_count",
	4011: "the bot is in too many servers for one connection; set discord.shard_count (`tandem doctor` says to what)",
	4012: "Discord no longer speaks this version of its gateway; install a newer version of the coach",
	4013: "Discord does not know the intents; install a newer version of the coach",
	4014: "Discord does not allow the intents; the coach asks for none that need leave, so look at the application's page in the developer portal",
}

// freshCloses end the session; everything else can be resumed.
var freshCloses = map[int]bool{1000: true, 1001: true, 4003: true, 4007: true, 4009: true}

// fatalError ends the run.
type fatalError struct{ error }

// steady is how long a connection must hold before the next failure counts as
// the first.
const (
	steady  = time.Minute
	maxBack = 5 * time.Minute
)

// run keeps the shard connected until ctx ends or Discord refuses for good.
func (s *shard) run(ctx context.Context) error {
	s.restore(ctx)
	for failures := 0; ; failures++ {
		began := time.Now()
		err := s.connect(ctx)
		s.keep(ctx)
		if ctx.Err() != nil {
			return nil
		}
		s.trouble(s.id, err)
		var fatal fatalError
		if errors.As(err, &fatal) {
			return err
		}
		if time.Since(began) > steady {
			failures = 0
		}
		s.o.Log.WarnContext(ctx, "discord connection ended", "shard", s.id, "failures", failures, "resumable", s.session.id != "", "error", err)
		if errors.Is(err, errNotStored) { // nothing is wrong with Discord: people wait for the database alone
			failures = min(failures, 1)
		}
		wait := backOff(failures)
		if errors.Is(err, errInvalid) { // Discord wants one to five seconds between
			wait = max(wait, time.Second+rand.N(4*time.Second))
		}
		if err := s.o.Wait(ctx, wait); err != nil {
			return nil
		}
	}
}

// errNotStored: an event was heard and could not be kept. It comes again when the
// connection is resumed.
var errNotStored = errors.New("not stored")

// backOff is 0, 1, 2, 4 ... seconds, with up to half more.
func backOff(failures int) time.Duration {
	if failures == 0 {
		return 0
	}
	d := min(time.Second<<min(failures-1, 12), maxBack)
	return d + rand.N(d/2)
}

// connect resumes or begins a session and reads until the connection ends.
func (s *shard) connect(ctx context.Context) error {
	at := s.session.url
	if s.session.id == "" {
		var err error
		if at, err = s.starts.take(ctx, s.id); err != nil {
			return err
		}
	}
	ws, err := dial(ctx, s.o.Dialer, at)
	if err != nil {
		if _, reached := s.gatewayOf(ctx); reached == nil {
			s.session = session{} // Discord is there, and the address to resume at is not
		}
		return err
	}
	defer ws.close(closeResumable)
	stop := context.AfterFunc(ctx, func() { ws.close(closeResumable) }) // the next start resumes
	defer stop()
	return s.judge(s.speak(ctx, ws))
}

// judge says what the end of a connection means for the session.
func (s *shard) judge(err error) error {
	var closed closeError
	if !errors.As(err, &closed) {
		return err
	}
	if why, ok := fatalCloses[closed.code]; ok {
		return fatalError{fmt.Errorf("discord closed the connection for good (%d): %s", closed.code, why)}
	}
	if freshCloses[closed.code] {
		s.session = session{}
	}
	return err
}

// Opcodes of the gateway.
const (
	opDispatch  = 0
	opBeat      = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opBeatHeard = 11
)

// packet is what the gateway sends and takes.
type packet struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  *int64          `json:"s,omitempty"`
	Type string          `json:"t,omitempty"`
}

var (
	errReconnect = errors.New("discord asks to connect anew")
	errInvalid   = errors.New("discord ended the session")
	errNoHello   = errors.New("discord did not greet")
)

// speak greets, identifies or resumes, and hears events.
func (s *shard) speak(ctx context.Context, ws *wire) error {
	hello, err := ws.read()
	if err != nil {
		return err
	}
	var h struct {
		Interval int `json:"heartbeat_interval"`
	}
	if err := json.Unmarshal(hello.Data, &h); err != nil || hello.Op != opHello || h.Interval <= 0 {
		return errNoHello
	}
	if err := s.introduce(ws); err != nil {
		return err
	}
	pulse := newPulse(ws, time.Duration(h.Interval)*time.Millisecond, s.session.seq)
	defer pulse.stop()
	for {
		p, err := ws.read()
		if err != nil {
			return pulse.reason(err)
		}
		if err := s.hearPacket(ctx, p, pulse); err != nil {
			return err
		}
	}
}

// introduce resumes the session, or identifies.
func (s *shard) introduce(ws *wire) error {
	s.replay = s.session.id != ""
	if s.session.id != "" {
		return ws.write(opResume, map[string]any{"token": s.o.Token, "session_id": s.session.id, "seq": s.session.seq})
	}
	return ws.write(opIdentify, map[string]any{"token": s.o.Token, "intents": Intents, "shard": [2]int{s.id, s.o.ShardCount},
		"properties": map[string]string{"os": "linux", "browser": "tandem", "device": "tandem"}})
}

func (s *shard) hearPacket(ctx context.Context, p packet, pulse *pulse) error {
	switch p.Op {
	case opDispatch:
		return s.dispatch(ctx, p, pulse)
	case opBeat:
		return pulse.beat()
	case opBeatHeard:
		pulse.heard()
	case opReconnect:
		return errReconnect
	case opInvalid:
		var resumable bool
		if json.Unmarshal(p.Data, &resumable) != nil || !resumable {
			s.session = session{}
		}
		return errInvalid
	}
	return nil
}

// dispatch hands an event on. Only when it is stored does it count as seen.
func (s *shard) dispatch(ctx context.Context, p packet, pulse *pulse) error {
	switch p.Type {
	case "READY":
		var ready struct {
			Session string `json:"session_id"`
			URL     string `json:"resume_gateway_url"`
		}
		if err := json.Unmarshal(p.Data, &ready); err != nil {
			return fmt.Errorf("decode READY: %w", err)
		}
		s.session = session{id: ready.Session, url: ready.URL}
		s.connected()
	case "RESUMED":
		s.replay = false
		s.connected()
	}
	if err := s.ear.hear(ctx, p.Type, p.Data, s.replay); err != nil {
		return fmt.Errorf("hear %s: %w: %w", p.Type, errNotStored, err)
	}
	if p.Seq != nil {
		s.session.seq = *p.Seq
		pulse.saw(*p.Seq)
	}
	s.keepNowAndThen(ctx)
	return nil
}

func (s *shard) connected() {
	s.trouble(s.id, nil)
	s.o.Log.Info("discord connected", "shard", s.id, "shards", s.o.ShardCount)
}
