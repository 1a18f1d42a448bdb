package bot_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/coach/training"
	"tandem/store/sqlite"
)

// mouth is an adapter that keeps what is sent, and fails when told to.
type mouth struct {
	mu   sync.Mutex
	sent []string // key: text
	fail error
}

func (m *mouth) Name() string { return "test" }

func (m *mouth) Run(context.Context, bot.Inbox) error { return nil }

func (m *mouth) Send(_ context.Context, to bot.Address, r bot.Reply, key string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail != nil {
		return m.fail
	}
	m.sent = append(m.sent, to.User+" "+key+": "+r.Text)
	return nil
}

type planner struct{}

func (planner) Check(coach.Athlete) error                       { return nil }
func (planner) Next(coach.Athlete, time.Time) (time.Time, bool) { return time.Time{}, false }

var clock = time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)

func wire(t *testing.T) (*bot.Router, *sqlite.Store, *mouth) {
	t.Helper()
	return wireAt(t, func() time.Time { return clock })
}

// wireAt is wire with a clock of its own.
func wireAt(t *testing.T, now func() time.Time) (*bot.Router, *sqlite.Store, *mouth) {
	t.Helper()
	store, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { store.Close() })
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	m := &mouth{}
	return bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner{}, Adapters: []bot.Adapter{m},
		Now: now, Log: slog.New(slog.DiscardHandler)}), store, m
}

func said(id, user, text string) bot.Message {
	return bot.Message{ID: id, From: bot.Person{Platform: "test", User: user}, Direct: true, Addressed: true, Text: text}
}

func setUp(t *testing.T, store *sqlite.Store, user string) {
	t.Helper()
	err := store.Update(t.Context(), func(tx bot.Tx) error {
		id, _, err := tx.Who(t.Context(), bot.Person{Platform: "test", User: user}, clock)
		if err != nil {
			return err
		}
		a, err := tx.Athlete(t.Context(), id)
		if err != nil {
			return err
		}
		a.Consent = coach.Consent{Given: true, Version: coach.ConsentVersion}
		a.SetUp, a.Zone = true, "UTC"
		return tx.SaveAthlete(t.Context(), a)
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestSecondDeliveryOfOneIDIsDropped(t *testing.T) {
	r, _, m := wire(t)
	for n, want := range []bool{true, false} {
		fresh, err := r.Accept(t.Context(), said("one", "ana", "help"))
		if err != nil || fresh != want {
			t.Errorf("delivery %d: fresh %v, %v", n+1, fresh, err)
		}
	}
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(m.sent) != 1 {
		t.Errorf("%d replies, want 1", len(m.sent))
	}
}

// TestHandledAgain_ChangesNothingTwice: a message whose sending was cut off is
// sent again under the same key, and its effect is stored once.
func TestHandledAgain_ChangesNothingTwice(t *testing.T) {
	r, store, m := wire(t)
	setUp(t, store, "ana")
	if _, err := r.Accept(t.Context(), said("one", "ana", "/log run 5km 30:00")); err != nil {
		t.Fatal(err)
	}
	m.fail = errors.New("the line is cut")
	stopped, stop := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer stop()
	_ = r.Settle(stopped) // it ends with the context: the message stays stored
	m.fail = nil
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(m.sent) != 1 || !strings.Contains(m.sent[0], "m1.0") {
		t.Errorf("sent %q", m.sent)
	}
	n := 0
	err := store.View(t.Context(), func(tx bot.Tx) error {
		s, err := tx.SessionsBetween(t.Context(), 1, clock.AddDate(0, 0, -1), clock.AddDate(0, 0, 1))
		n = len(s)
		return err
	})
	if err != nil || n != 1 {
		t.Errorf("%d sessions, %v; want 1", n, err)
	}
}

// TestOnePersonInOrder_ManySideBySide: with live workers, replies to a person
// come in the order of what they said.
func TestOnePersonInOrder_ManySideBySide(t *testing.T) {
	r, _, m := wire(t)
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error)
	go func() { done <- r.Run(ctx) }()
	const people, each = 20, 5
	for i := range each {
		for p := range people {
			if _, err := r.Accept(ctx, said(fmt.Sprintf("%d-%d", p, i), fmt.Sprintf("p%d", p), fmt.Sprintf("/help%d", i))); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := r.Settled(ctx); err != nil {
		t.Fatal(err)
	}
	stop()
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	next := map[string]int{}
	for _, line := range m.sent {
		user, rest, _ := strings.Cut(line, " ")
		if want := fmt.Sprintf(`"/help%d"`, next[user]); !strings.Contains(rest, want) {
			t.Errorf("%s got %q, want %s next", user, rest, want)
		}
		next[user]++
	}
	if len(m.sent) != people*each {
		t.Errorf("%d replies, want %d", len(m.sent), people*each)
	}
}

// TestUnreachable_IsToldAtTheNextWord: DMs that are closed lose no plans, and
// the person hears how to mend it.
func TestUnreachable_IsToldAtTheNextWord(t *testing.T) {
	r, store, m := wire(t)
	setUp(t, store, "ana")
	m.fail = bot.ErrUnreachable
	err := r.Notify(t.Context(), bot.Notice{Athlete: 1, Kind: bot.NoticeCheckIn, Key: "k"})
	if !errors.Is(err, bot.ErrUnreachable) {
		t.Fatalf("error %v", err)
	}
	m.fail = nil
	for _, id := range []string{"one", "two"} {
		if _, err := r.Accept(t.Context(), said(id, "ana", "today")); err != nil {
			t.Fatal(err)
		}
		if err := r.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	told := 0
	for _, s := range m.sent {
		if strings.Contains(s, "could not write to you") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times, want once: %q", told, m.sent)
	}
}

// TestNotify_LateSaysSo: whatever comes after its time says that it is late.
func TestNotify_LateSaysSo(t *testing.T) {
	r, store, m := wire(t)
	setUp(t, store, "ana")
	for _, kind := range []string{bot.NoticeCheckIn, bot.NoticeNudge, bot.NoticeClock, bot.NoticeStill, advice.Refuel} {
		for _, late := range []bool{false, true} {
			m.sent = nil
			n := bot.Notice{Athlete: 1, Kind: kind, Date: training.DateOf(clock), Text: "Eat.", Key: "k", Late: late}
			if err := r.Notify(t.Context(), n); err != nil {
				t.Fatalf("%s: %v", kind, err)
			}
			if got := strings.Contains(m.sent[0], "This comes late"); got != late {
				t.Errorf("%s, late %v: %q", kind, late, m.sent[0])
			}
		}
	}
}

// TestAmbientChannelTalkIsNotAnswered: in a channel the coach hears mentions
// and commands only.
func TestAmbientChannelTalkIsNotAnswered(t *testing.T) {
	r, _, m := wire(t)
	msg := said("one", "ana", "should I run after squats?")
	msg.Direct, msg.Addressed, msg.Channel = false, false, "#gym"
	if _, err := r.Accept(t.Context(), msg); err != nil {
		t.Fatal(err)
	}
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	if len(m.sent) != 0 {
		t.Errorf("answered %q", m.sent)
	}
}
