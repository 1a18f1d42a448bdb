package bot_test

import (
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/store/sqlite"
)

// flooded is a coach that takes 30 messages a minute of a person, 20 at once,
// on a clock that the test moves.
func flooded(t *testing.T) (r *bot.Router, m *mouth, now *time.Time) {
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
	at := clock
	m = &mouth{}
	r = bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner{}, Adapters: []bot.Adapter{m},
		Now: func() time.Time { return at }, Log: slog.New(slog.DiscardHandler), Limit: bot.Limit{PerMinute: 30, Burst: 20}})
	return r, m, &at
}

// hear hands over messages and returns what was sent in answer.
func hear(t *testing.T, r *bot.Router, m *mouth, messages ...bot.Message) []string {
	t.Helper()
	before := len(m.sent)
	for _, msg := range messages {
		if _, err := r.Accept(t.Context(), msg); err != nil {
			t.Fatal(err)
		}
	}
	if err := r.Settle(t.Context()); err != nil {
		t.Fatal(err)
	}
	return m.sent[before:]
}

func flood(user, from string, n int) (out []bot.Message) {
	for i := range n {
		out = append(out, said(fmt.Sprintf("%s-%s-%d", user, from, i), user, "/help"))
	}
	return out
}

const slowDown = "That's a lot at once"

// TestFlood_IsAnsweredOnceAndDropped: of five hundred messages at once the
// first are answered, one line says that it is too much, and nothing more of
// them is stored; a minute later the person is heard again.
func TestFlood_IsAnsweredOnceAndDropped(t *testing.T) {
	r, m, now := flooded(t)
	sent := hear(t, r, m, flood("ana", "first", 500)...)
	if len(sent) != 21 || !strings.Contains(sent[20], slowDown) {
		t.Fatalf("%d replies, the last %q; want 20 and the line", len(sent), sent[len(sent)-1])
	}
	*now = now.Add(30 * time.Second)
	sent = hear(t, r, m, flood("ana", "second", 100)...)
	if got := strings.Join(sent, "\n"); len(sent) != 15 || strings.Contains(got, slowDown) {
		t.Errorf("after half a minute %d replies, want 15 and no second line:\n%s", len(sent), got)
	}
	*now = now.Add(time.Minute)
	if sent = hear(t, r, m, said("later", "ana", "/help")); len(sent) != 1 || strings.Contains(sent[0], slowDown) {
		t.Errorf("a minute later: %q", sent)
	}
}

// TestFlood_SlowsNobodyElse: others' messages behind a flood are all answered,
// and the flood has not filled the inbox before them.
func TestFlood_SlowsNobodyElse(t *testing.T) {
	r, m, _ := flooded(t)
	all := append(flood("ana", "flood", 5000), flood("ben", "talk", 3)...)
	sent := hear(t, r, m, all...)
	ben := 0
	for _, s := range sent {
		if strings.HasPrefix(s, "ben ") {
			ben++
		}
	}
	if ben != 3 || len(sent) != 21+3 {
		t.Errorf("ben got %d of 3 answers, all together %d", ben, len(sent))
	}
}

// TestFlood_RedFlagIsAlwaysHeard: a warning sign is answered, whatever came before.
func TestFlood_RedFlagIsAlwaysHeard(t *testing.T) {
	r, m, _ := flooded(t)
	hear(t, r, m, flood("ana", "first", 500)...)
	sent := hear(t, r, m, said("chest", "ana", "my chest felt tight on the hill"))
	if len(sent) != 1 || !strings.Contains(sent[0], "doctor") {
		t.Errorf("sent %q", sent)
	}
}

// TestFlood_AmbientTalkDoesNotCount: who chats in a channel is not cut short
// when they then ask.
func TestFlood_AmbientTalkDoesNotCount(t *testing.T) {
	r, m, _ := flooded(t)
	talk := flood("ana", "chat", 100)
	for i := range talk {
		talk[i].Direct, talk[i].Addressed, talk[i].Channel, talk[i].Text = false, false, "#gym", "see you at six"
	}
	sent := hear(t, r, m, append(talk, said("ask", "ana", "/help"))...)
	if len(sent) != 1 || strings.Contains(sent[0], slowDown) {
		t.Errorf("sent %q", sent)
	}
}

// TestSecondDeliveries_DoNotCount: a platform that sends again what it sent
// before a restart leaves people all that they may say.
func TestSecondDeliveries_DoNotCount(t *testing.T) {
	r, m, now := flooded(t)
	hear(t, r, m, flood("ana", "first", 20)...)
	*now = now.Add(2 * time.Minute)
	for range 5 {
		hear(t, r, m, flood("ana", "first", 20)...)
	}
	sent := hear(t, r, m, flood("ana", "second", 20)...)
	if told := strings.Count(strings.Join(sent, "\n"), slowDown); told != 0 || len(sent) != 20 {
		t.Errorf("%d replies to 20 messages, %d of them that it is too much", len(sent), told)
	}
	if sent = hear(t, r, m, flood("ana", "third", 5)...); len(sent) != 1 || !strings.Contains(sent[0], slowDown) {
		t.Errorf("over the limit, and the answer is %q", sent)
	}
}
