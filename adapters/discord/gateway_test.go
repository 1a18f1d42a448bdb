package discord_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
)

// end waits for Run to return.
func (r *rig) end() error {
	r.t.Helper()
	select {
	case err := <-r.ended:
		return err
	case <-time.After(20 * time.Second):
		r.t.Fatal("Run goes on")
		return nil
	}
}

// TestFatalClose_EndsTheRunAndSaysWhatToDo: the library would connect again for
// ever, and use up the day's starts with it.
func TestFatalClose_EndsTheRunAndSaysWhatToDo(t *testing.T) {
	for code, want := range map[int]string{4004: "reset it", 4010: "shard_ids", 4011: "shard_count", 4012: "newer version", 4013: "newer version", 4014: "does not allow the intents"} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			r := start(t)
			r.Close(code)
			err := r.end()
			if err == nil || !strings.Contains(err.Error(), want) || !strings.Contains(err.Error(), fmt.Sprint(code)) {
				t.Errorf("Run ended with %v, want %q", err, want)
			}
			if r.adapter.Health() == nil {
				t.Error("healthy without a connection")
			}
			if begun, resumed, _ := r.Gateway(); begun+resumed != 1 {
				t.Errorf("connected %d times, want once", begun+resumed)
			}
		})
	}
}

// TestFatalClose_AtTheFirstHello: a wrong token is told at once.
func TestFatalClose_AtTheFirstHello(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.Refuse(4004)
	r.connect()
	if err := r.end(); err == nil || !strings.Contains(err.Error(), "token") {
		t.Errorf("Run ended with %v", err)
	}
}

// TestZombie_IsLeftAfterTwoBeatsAndResumed: the library waits for five and then
// closes in a way that ends the session.
func TestZombie_IsLeftAfterTwoBeatsAndResumed(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.Beats(200*time.Millisecond, false)
	r.connect()
	r.Left()
	r.Beats(time.Minute, true)
	r.Connected(2)
	begun, resumed, codes := r.Gateway()
	if begun != 1 || resumed < 1 || codes[0] != 4000 {
		t.Errorf("%d sessions begun, %d resumed, closed with %v; want 1, 1, 4000", begun, resumed, codes)
	}
}

// TestReconnects: what Discord asks for, and what becomes of the session.
func TestReconnects(t *testing.T) {
	for _, tt := range []struct {
		name   string
		happen func(*rig)
		begun  int // in all, the first included
	}{
		{"the line is cut", func(r *rig) { r.Drop() }, 1},
		{"asked to reconnect (op 7)", func(r *rig) { r.Op(7, nil) }, 1},
		{"session invalid but resumable (op 9 true)", func(r *rig) { r.Op(9, true) }, 1},
		{"session invalid (op 9 false)", func(r *rig) { r.Op(9, false) }, 2},
		{"unknown error (4000)", func(r *rig) { r.Close(4000) }, 1},
		{"bad sequence (4007)", func(r *rig) { r.Close(4007) }, 2},
		{"session timed out (4009)", func(r *rig) { r.Close(4009) }, 2},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r := start(t)
			ana := dm(r, "41")
			tt.happen(r)
			r.Connected(2)
			if got := ana.Say(t, "/help"); len(got) != 1 {
				t.Errorf("after it %d answers, want 1", len(got))
			}
			begun, _, codes := r.Gateway()
			if begun != tt.begun {
				t.Errorf("%d sessions begun, want %d", begun, tt.begun)
			}
			for _, c := range codes {
				if c == 1000 || c == 1001 {
					t.Errorf("closed with %d, which ends the session", c)
				}
			}
			if err := r.adapter.Health(); err != nil {
				t.Errorf("health: %v", err)
			}
		})
	}
}

// TestDropMidInteraction_AnswersAllTheSame: the answer needs no gateway.
func TestDropMidInteraction_AnswersAllTheSame(t *testing.T) {
	r := start(t)
	ana := inServer(r, "41")
	mark := r.Mark()
	r.Interact("41", ana.at, 2, native("help"), "")
	<-r.heard
	r.Drop()
	settle(t, r)
	if got := ana.got(mark); len(got) != 1 || got[0].Text == "" {
		t.Errorf("got %v", got)
	}
}

// TestWhatIsSaidWhileAway_ComesWithTheResume, and what could not be stored
// comes again: only what is stored counts as seen.
func TestWhatIsSaidWhileAway_ComesWithTheResume(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	var fails atomic.Int64
	fails.Store(2)
	r.refuse = func() error {
		if fails.Add(-1) >= 0 {
			return errors.New("the disk is full")
		}
		return nil
	}
	r.connect()
	r.Connected(1)
	if got := dm(r, "41").Say(t, "/help"); len(got) != 1 {
		t.Errorf("%d answers, want 1", len(got))
	}
	if _, resumed, _ := r.Gateway(); resumed < 2 {
		t.Errorf("resumed %d times, want 2", resumed)
	}
}

// TestStartsAreSaved: with few connections left for the day the coach waits,
// since Discord takes the token away from a bot that uses up all.
func TestStartsAreSaved(t *testing.T) {
	r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
	r.StartsLeft(20)
	waits := make(chan time.Duration, 100)
	r.connect(func(o *discord.Options) {
		o.Wait = func(ctx context.Context, d time.Duration) error {
			waits <- d
			<-ctx.Done()
			return ctx.Err()
		}
	})
	if d := <-waits; d != time.Hour {
		t.Errorf("waits %s, want the hour that Discord named", d)
	}
	if begun, _, _ := r.Gateway(); begun != 0 {
		t.Errorf("%d sessions begun", begun)
	}
	if err := r.adapter.Health(); err == nil || !strings.Contains(err.Error(), "20") {
		t.Errorf("health: %v", err)
	}
}

// TestNotStored_IsHeardAgainSoon: however often the database is away, the coach is
// back within two seconds of it.
func TestNotStored_IsHeardAgainSoon(t *testing.T) {
	waits := make(chan time.Duration, 1000)
	r := start(t, func(o *discord.Options) {
		o.Wait = func(ctx context.Context, d time.Duration) error {
			waits <- d
			return ctx.Err()
		}
	})
	left := 8
	r.refuse = func() error {
		if left--; left >= 0 {
			return errFull
		}
		return nil
	}
	r.Say("41", discordfake.Where{Channel: r.DM("41")}, "help")
	r.stored()
	for len(waits) > 0 {
		if d := <-waits; d > 2*time.Second {
			t.Errorf("waited %s", d)
		}
	}
}

func TestShards_EachProcessHasItsOwn(t *testing.T) {
	r := start(t, func(o *discord.Options) { o.ShardCount, o.ShardIDs = 4, []int{2, 3} })
	r.Connected(2)
	got := r.Shards()
	slices.SortFunc(got, func(a, b [2]int) int { return a[0] - b[0] })
	if want := [][2]int{{2, 4}, {3, 4}}; !slices.Equal(got, want) {
		t.Errorf("shards %v, want %v", got, want)
	}
	_, err := discord.New(discord.Options{Token: discordfake.Token, ShardCount: 2, ShardIDs: []int{2}, Now: time.Now})
	if err == nil || !strings.Contains(err.Error(), "0 to 1") {
		t.Errorf("shard 2 of 2: %v", err)
	}
}

// TestUnknownComponents_LoseNothing: the library cannot decode an event in which
// any part is newer than it is.
func TestUnknownComponents_LoseNothing(t *testing.T) {
	for _, kind := range []int{0, 9, 17, 18, 19, 21, 22, 23, 99} {
		t.Run(fmt.Sprint(kind), func(t *testing.T) {
			r := start(t)
			strange := []any{map[string]any{"type": kind, "id": 1, "component": map[string]any{"type": kind + 1, "values": []any{map[string]any{"x": 1}}}}}
			mark := r.Mark()
			r.Emit("MESSAGE_CREATE", map[string]any{"id": "5", "channel_id": r.DM("41"), "type": 0, "content": "/help", "author": map[string]any{"id": "41"},
				"components": strange, "embeds": "of a new shape", "poll": 7})
			r.stored()
			r.Emit("INTERACTION_CREATE", map[string]any{"id": "6", "application_id": discordfake.Application, "type": 3, "token": "t6", "channel_id": r.DM("41"), "context": 1,
				"user": map[string]any{"id": "41", "avatar_decoration_data": 3}, "message": map[string]any{"id": "7", "components": strange},
				"data": map[string]any{"custom_id": "b1 today", "component_type": kind, "values": strange}})
			<-r.heard
			if n := len(dm(r, "41").got(mark)); n != 1 {
				t.Errorf("%d answers to the message, want 1", n)
			}
			if r.adapter.Unread() != 0 {
				t.Errorf("%d events unread", r.adapter.Unread())
			}
		})
	}
}

// TestUnreadableEvent_IsKept and the next one is heard.
func TestUnreadableEvent_IsKept(t *testing.T) {
	r := start(t)
	r.Emit("INTERACTION_CREATE", map[string]any{"id": 5, "type": "new"})
	r.Emit("MESSAGE_CREATE", json.RawMessage(`[1]`))
	if got := dm(r, "41").Say(t, "/help"); len(got) != 1 {
		t.Errorf("%d answers, want 1", len(got))
	}
	if r.adapter.Unread() != 2 {
		t.Errorf("%d unread, want 2", r.adapter.Unread())
	}
}

// TestTwoProcesses_TheSecondSaysSoAndStops
func TestTwoProcesses_TheSecondSaysSoAndStops(t *testing.T) {
	r := start(t)
	second, err := discord.New(options(r.Server, r.store))
	if err != nil {
		t.Fatal(err)
	}
	err = second.Run(t.Context(), inbox{r})
	if err == nil || !strings.Contains(err.Error(), "another process is connected with this token") {
		t.Errorf("the second ended with %v", err)
	}
	if begun, _, _ := r.Gateway(); begun != 1 {
		t.Errorf("%d sessions begun, want 1", begun)
	}
}

// TestSecondProcessElsewhere_IsNoticed by the interactions that it answers first.
func TestSecondProcessElsewhere_IsNoticed(t *testing.T) {
	r := start(t)
	for range 3 {
		r.Break(discordfake.Fault{Match: "POST /interactions/", Status: 400, Body: `{"code": 40060, "message": "already"}`})
		r.Interact("41", inServer(r, "41").at, 2, native("help"), "")
	}
	if err := r.end(); err == nil || !strings.Contains(err.Error(), "another process answers") {
		t.Errorf("Run ended with %v", err)
	}
}
