package discord_test

import (
	"context"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
	"tandem/store/sqlite"
)

// again stops the coach as a restart does, and lets something happen before the
// next process listens.
func (r *rig) again(meanwhile func(), change ...func(*discord.Options)) {
	r.t.Helper()
	r.stop()
	if err := r.end(); err != nil {
		r.t.Fatal(err)
	}
	if meanwhile != nil {
		meanwhile()
	}
	r.connect(change...)
}

// TestRestart_ResumesAndHearsWhatWasSaidMeanwhile: the library begins a new
// session, and nobody ever hears what was said before it.
func TestRestart_ResumesAndHearsWhatWasSaidMeanwhile(t *testing.T) {
	r := start(t)
	ana, ben := dm(r, "41"), inServer(r, "42")
	ana.Say(t, "help")
	mark := r.Mark()
	r.again(func() {
		r.Say(ana.person, ana.at, "today")
		r.Interact(ben.person, ben.at, 2, native("help"), "")
	})
	r.Connected(2)
	r.stored()
	r.stored()
	if got := r.AwaitSince(mark, "41", 1); len(got) != 1 {
		t.Errorf("%d answers to what was said directly, want 1", len(got))
	}
	if got := r.AwaitSince(mark, "42", 1); len(got) != 1 {
		t.Errorf("%d answers to the command, want 1", len(got))
	}
	if begun, resumed, codes := r.Gateway(); begun != 1 || resumed != 1 {
		t.Errorf("%d sessions begun, %d resumed, closed with %v; want 1 and 1", begun, resumed, codes)
	}
}

// TestRestart_WithASessionThatIsOver: Discord says so, and a new one is begun.
func TestRestart_WithASessionThatIsOver(t *testing.T) {
	r := start(t)
	dm(r, "41").Say(t, "help")
	r.again(r.EndSessions)
	r.Connected(3) // one refused, one begun
	if got := dm(r, "41").Say(t, "help"); len(got) != 1 {
		t.Errorf("%d answers, want 1", len(got))
	}
	if begun, resumed, _ := r.Gateway(); begun != 2 || resumed != 1 {
		t.Errorf("%d sessions begun, %d tried to resume; want 2 and 1", begun, resumed)
	}
}

// forgetful keeps a session when it is begun and not how far it has come: what
// lies in the store of a process that is killed soon after.
type forgetful struct {
	*sqlite.Store
	killed *bool
}

func (f forgetful) PutGatewaySession(ctx context.Context, name, id, url string, seq int64, now time.Time) error {
	if *f.killed {
		return nil
	}
	*f.killed = true
	return f.Store.PutGatewaySession(ctx, name, id, url, seq, now)
}

// TestKilled_WhatIsHeardTwiceCountsOnce: Discord replays what the dead process
// had answered. Nothing of it is answered again, and that it was answered before
// is no sign of a second process.
func TestKilled_WhatIsHeardTwiceCountsOnce(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.connect(func(o *discord.Options) { o.Store = forgetful{r.store, new(bool)} })
	r.Connected(1)
	ana := inServer(r, "41")
	for range 5 {
		ana.Say(t, "/history")
	}
	mark := r.Mark()
	r.again(nil)
	r.Connected(2)
	for range 5 {
		<-r.heard // each once more
	}
	settle(t, r)
	if got := r.Since(mark, "41"); len(got) != 0 {
		t.Errorf("%d messages that were there already", len(got))
	}
	if got := ana.Say(t, "/history"); len(got) != 1 {
		t.Errorf("%d answers, want 1", len(got))
	}
	if err := r.adapter.Health(); err != nil {
		t.Error(err)
	}
}

// TestCut_TheSessionOutlivesANetworkThatIsDown: only where Discord is there and
// the address of the session is not, the session is given up.
func TestCut_TheSessionOutlivesANetworkThatIsDown(t *testing.T) {
	for _, tt := range []struct {
		name      string
		reachable bool // the API, while the gateway is not
		begun     int
	}{
		{"network down", false, 1},
		{"address gone", true, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := start(t)
			r.CloseDoor(2)
			if !tt.reachable {
				for range 20 {
					r.Break(discordfake.Fault{Match: "GET /gateway/bot", Hang: true})
				}
			}
			r.Drop()
			r.Connected(2)
			if begun, _, _ := r.Gateway(); begun != tt.begun {
				t.Errorf("%d sessions begun, want %d", begun, tt.begun)
			}
		})
	}
}

// held gives no lease back, as a process that is killed.
type held struct{ *sqlite.Store }

func (held) DropLease(context.Context, string, string) error { return nil }

// TestKilled_ItsLeaseIsWaitedFor: where many processes share a database nobody
// takes away the lease of one that was killed, so the next waits until it ends.
func TestKilled_ItsLeaseIsWaitedFor(t *testing.T) {
	c := newClock()
	onClock := func(o *discord.Options) { o.Now, o.Wait = c.Now, c.Pass }
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.Clock(c.Now)
	r.connect(onClock, func(o *discord.Options) { o.Store = held{r.store} })
	r.Connected(1)
	dm(r, "41").Say(t, "help")
	began := c.Now()
	r.again(nil, onClock)
	r.Connected(2)
	if waited := c.Now().Sub(began); waited < 10*time.Second || waited > 40*time.Second {
		t.Errorf("waited %s for a lease of 30 s", waited)
	}
}
