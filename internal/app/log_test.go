package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
	"tandem/bot"
	"tandem/internal/config"
	"tandem/internal/ops"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// sink keeps log lines and lets a test wait for some.
type sink struct {
	mu      sync.Mutex
	changed *sync.Cond
	text    bytes.Buffer
}

func newSink() *sink {
	s := &sink{}
	s.changed = sync.NewCond(&s.mu)
	return s
}

func (s *sink) Write(line []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.changed.Broadcast()
	return s.text.Write(line)
}

func (s *sink) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.text.String()
}

// await waits until so many lines have the message.
func (s *sink) await(t *testing.T, message string, n int) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	defer context.AfterFunc(ctx, s.changed.Broadcast)()
	s.mu.Lock()
	defer s.mu.Unlock()
	for strings.Count(s.text.String(), `"msg":"`+message+`"`) < n {
		if ctx.Err() != nil {
			t.Fatalf("waited in vain for %d lines %q in:\n%s", n, message, s.text.String())
		}
		s.changed.Wait()
	}
}

// lines are what was logged so far.
func (s *sink) lines(t *testing.T) (all []map[string]any) {
	t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	for line := range bytes.Lines(s.text.Bytes()) {
		var one map[string]any
		if err := json.Unmarshal(line, &one); err != nil {
			t.Fatalf("not one event a line: %s", line)
		}
		all = append(all, one)
	}
	return all
}

// live runs the whole program against a stand-in for Discord, with every line
// of its log.
func live(t *testing.T) (*discordfake.Server, *sink) {
	t.Helper()
	f, logged := discordfake.New(t), newSink()
	cfg := config.Default()
	cfg.Store.Path, cfg.Ops.Listen, cfg.Discord.Token = filepath.Join(t.TempDir(), "tandem.db"), "off", discordfake.Token
	log := newLog(logged, config.Log{Level: "debug", Format: "json"})
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() {
		done <- serve(ctx, cfg, time.Now, log, func(store platformStore, now func() time.Time, m *ops.Metrics, _ func(context.Context) error) ([]bot.Adapter, error) {
			a, err := discord.New(discord.Options{Token: discordfake.Token, API: f.URL(), HTTP: discordfake.Client(), Dialer: discordfake.Dialer(),
				Store: store, Log: log.With("adapter", discord.Name), Now: now, Wait: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }})
			return []bot.Adapter{a}, err
		})
	}()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	f.Connected(1)
	return f, logged
}

// dm is where a person writes to the coach.
func dm(f *discordfake.Server, person string) discordfake.Where {
	return discordfake.Where{Channel: f.DM(person)}
}

// TestLog_OneIDJoinsAMessagesLines, from its acceptance over its work to each
// reply, and no other message has it.
func TestLog_OneIDJoinsAMessagesLines(t *testing.T) {
	f, logged := live(t)
	f.Say("41", dm(f, "41"), "/help")
	f.Say("42", dm(f, "42"), "is running after lifting bad?")
	logged.await(t, "message answered", 2)
	joined := map[string][]string{}
	for _, line := range logged.lines(t) {
		if id, ok := line["message"].(string); ok {
			joined[id] = append(joined[id], line["msg"].(string))
		}
	}
	if len(joined) != 2 {
		t.Errorf("%d ids for two messages: %v", len(joined), joined)
	}
	for id, lines := range joined {
		slices.Sort(lines)
		if diff := cmp.Diff([]string{"message accepted", "message answered", "reply sent"}, lines); diff != "" {
			t.Errorf("%s (-want +got):\n%s", id, diff)
		}
	}
}

// marker stands in everything that people say here, and in what must stay secret.
const marker = "zinnober"

// hostile are things that people say, with the marker in each.
var hostile = []string{
	"/log squat 5x5 100kg note " + marker, "/log " + marker + " 5x5 zinnoberkg", "/log run 8km 45:00 note my chest felt tight, " + marker,
	"checkin 4 3 4 4 5 pain " + marker, "checkin 9 9 9 " + marker, "should I run after " + marker + "?", "my knee hurts when I " + marker,
	"/data export " + marker, "/history " + marker, "/timezone " + marker, "/reminders cron * * * * " + marker, "/plan " + marker + " 99 lifts",
	"/event " + marker, "/why " + marker, "/pause until " + marker, "undo " + marker, "/share " + marker, "/import do " + marker, "/legs yes " + marker,
	"\nlevel=ERROR msg=\"" + marker + "\"", `{"msg":"` + marker + `"}`, "%s%d%!" + marker, "{{." + marker + "}}", "'); DROP TABLE athletes; -- " + marker,
	"\x00\x1b[31m" + marker, strings.Repeat(marker+" ", 400), "xoxb-" + marker, "\u202e" + marker, "/log rest " + marker, "/consent yes " + marker,
}

// TestLog_HoldsNoWordOfAnybody: whatever people say and however the platform
// fails meanwhile, no line of any level has a word of theirs, or a token.
func TestLog_HoldsNoWordOfAnybody(t *testing.T) {
	f, logged := live(t)
	for _, person := range []string{"41", "42", "43"} {
		f.Say(person, dm(f, person), "/start")
	}
	logged.await(t, "message answered", 3)
	for _, person := range []string{"41", "42"} { // 43 does not agree
		f.Say(person, dm(f, person), "yes")
	}
	logged.await(t, "message answered", 5)
	for _, fault := range []discordfake.Fault{{Status: 500}, {Hang: true}, {Status: 403, Body: `{"code": 50007, "message": "Cannot send messages to this user"}`}, {Status: 400, Body: `{"code": 50035, "message": "Invalid Form Body"}`}} {
		fault.Match = "POST /channels/"
		f.Break(fault)
	}
	for i, text := range hostile {
		person := fmt.Sprint(41 + i%3)
		f.Say(person, dm(f, person), text)
	}
	f.Emit("MESSAGE_CREATE", map[string]any{"id": 5, "content": marker, "author": marker})
	f.Emit("INTERACTION_CREATE", map[string]any{"id": marker, "type": 2, "token": marker, "data": marker})
	logged.await(t, "discord event not understood; kept", 2)
	ended := 5 + len(hostile) - 2 // two at most are lost to the faults above
	logged.await(t, "message answered", ended)
	for _, line := range logged.lines(t) {
		text := fmt.Sprint(line)
		if strings.Contains(strings.ToLower(text), marker) || strings.Contains(text, discordfake.Token) {
			t.Errorf("a line holds what was said, or a token: %v", line)
		}
	}
}

// loud is a platform whose adapter logs and fails.
type loud struct{ log *slog.Logger }

func (loud) Name() string                         { return "test" }
func (loud) Run(context.Context, bot.Inbox) error { return nil }
func (l loud) Send(ctx context.Context, _ bot.Address, _ bot.Reply, _ string) error {
	l.log.WarnContext(ctx, "not this time")
	return errors.New("broken")
}

// TestLog_ADeliverysLinesCarryItsID, those of the adapter as well.
func TestLog_ADeliverysLinesCarryItsID(t *testing.T) {
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	err = store.Update(t.Context(), func(tx bot.Tx) error {
		id, _, err := tx.Who(t.Context(), bot.Person{Platform: "test", User: "ana"}, eight)
		if err != nil {
			return err
		}
		a, err := event{Athlete: "ana", Zone: "UTC", Consent: true}.athlete()
		a.ID = id
		return errors.Join(err, tx.SaveAthlete(t.Context(), a))
	})
	if err != nil {
		t.Fatal(err)
	}
	c, err := newCoach(config.Default())
	if err != nil {
		t.Fatal(err)
	}
	logged := newSink()
	log := newLog(logged, config.Log{Level: "info", Format: "json"})
	r := bot.New(bot.Config{Coach: c, Store: store, Planner: scheduler.Planner{}, Adapters: []bot.Adapter{loud{log}}, Now: func() time.Time { return eight }, Log: log})
	result, err := sender{router: r, now: func() time.Time { return eight }}.Send(t.Context(), scheduler.Delivery{ID: 17, Athlete: 1, Kind: scheduler.ClockChange, Key: "k"})
	if err != nil || result.Outcome != scheduler.Retry {
		t.Fatalf("%+v, %v", result, err)
	}
	if lines := logged.lines(t); len(lines) != 1 || lines[0]["delivery"] != 17.0 {
		t.Errorf("%v", lines)
	}
}
