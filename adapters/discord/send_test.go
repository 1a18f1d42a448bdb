package discord_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/discord/discordfake"
	"tandem/bot"
	"tandem/bot/bottest"
)

// clock is a time that only the test moves.
type clock struct {
	mu sync.Mutex
	at time.Time
}

func newClock() *clock { return &clock{at: time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.at
}

// Pass moves it; as a sleep it passes at once.
func (c *clock) Pass(ctx context.Context, d time.Duration) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.at = c.at.Add(d)
	return ctx.Err()
}

// sender is an adapter that only sends, to a fake, on one virtual clock.
func sender(t *testing.T, f *discordfake.Server, store discord.Store, c *clock, change ...func(*discord.Options)) *discord.Adapter {
	t.Helper()
	f.Clock(c.Now)
	o := options(f, store)
	o.Now, o.Wait = c.Now, c.Pass
	for _, fn := range change {
		fn(&o)
	}
	a, err := discord.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

var (
	toAna   = bot.Address{Person: bot.Person{Platform: discord.Name, User: "41"}}
	checkIn = bot.Reply{Kind: bot.CheckIn, Text: "How are you this morning?"}
)

// TestSameKeyTwice_ShowsOneMessage, in one process, in the next one within the
// minutes of Discord's memory, and long after an outcome that nobody knew.
func TestSameKeyTwice_ShowsOneMessage(t *testing.T) {
	for _, tt := range []struct {
		name    string
		restart bool
		cut     bool // Discord did it and nobody heard
		later   time.Duration
	}{
		{name: "at once"},
		{name: "after a restart", restart: true},
		{name: "after a restart and a day", restart: true, later: 24 * time.Hour},
		{name: "502, though it was delivered", cut: true},
		{name: "502 though delivered, a restart", cut: true, restart: true},
		{name: "502 though delivered, a restart, an hour", cut: true, restart: true, later: time.Hour},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, store, c := discordfake.New(t), newStore(t), newClock()
			a := sender(t, f, store, c)
			if tt.cut {
				for range 3 {
					f.Break(discordfake.Fault{Match: "POST /channels/", Status: 502, Body: "<html>Bad Gateway</html>", Delivered: true})
				}
			}
			err := a.Send(t.Context(), toAna, checkIn, "2027-03-01 checkin")
			if errors.Is(err, bot.ErrUnknown) != tt.cut {
				t.Errorf("first: %v", err)
			}
			if tt.restart {
				a = sender(t, f, store, c)
			}
			_ = c.Pass(t.Context(), tt.later)
			if err := a.Send(t.Context(), toAna, checkIn, "2027-03-01 checkin"); err != nil {
				t.Errorf("second: %v", err)
			}
			if got := f.Since(0, "41"); len(got) != 1 {
				t.Errorf("%d messages are shown, want 1", len(got))
			}
		})
	}
}

// TestOneBadGateway_IsSentAgainUnderTheSameNonce: the library posts again by
// itself, without one.
func TestOneBadGateway_IsSentAgainUnderTheSameNonce(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	f.Break(discordfake.Fault{Match: "POST /channels/", Status: 502, Body: "bad gateway", Delivered: true})
	if err := a.Send(t.Context(), toAna, checkIn, "k"); err != nil {
		t.Error(err)
	}
	if n, m := len(f.Requests("POST /channels/")), len(f.Since(0, "41")); n != 2 || m != 1 {
		t.Errorf("%d requests and %d messages, want 2 and 1", n, m)
	}
}

// TestDirectMessagesRefused: what each refusal means, and that it is not asked
// for again and again: refusals count towards a ban.
func TestDirectMessagesRefused(t *testing.T) {
	for _, tt := range []struct {
		code  int
		want  error
		tries int // messages posted over three sends
	}{
		{50007, bot.ErrUnreachable, 1},
		{50278, bot.ErrUnreachable, 1},
		{50001, bot.ErrUnreachable, 2}, // once more after opening the conversation anew
		{40003, bot.RetryAfter{}, 0},
	} {
		t.Run(fmt.Sprint(tt.code), func(t *testing.T) {
			f, c := discordfake.New(t), newClock()
			a := sender(t, f, newStore(t), c)
			f.CloseDMs("41", tt.code)
			for n := range 3 {
				err := a.Send(t.Context(), toAna, checkIn, fmt.Sprint("key", n))
				if n == 0 && tt.code == 50278 && !errors.Is(err, bot.ErrLeft) {
					t.Errorf("no server in common: %v, want ErrLeft", err)
				}
				var limited bot.RetryAfter
				if errors.As(tt.want, &limited) {
					if !errors.As(err, &limited) || limited.Wait < time.Minute {
						t.Errorf("send %d: %v, want a long wait", n, err)
					}
				} else if !errors.Is(err, tt.want) {
					t.Errorf("send %d: %v, want %v", n, err, tt.want)
				}
			}
			if n := len(f.Requests("POST /channels/")); n != tt.tries {
				t.Errorf("posted %d times, want %d", n, tt.tries)
			}
			f.CloseDMs("41", 0)
			_ = c.Pass(t.Context(), 2*time.Hour)
			if err := a.Send(t.Context(), toAna, checkIn, "later"); err != nil {
				t.Errorf("open again: %v", err)
			}
		})
	}
}

// TestStaleChannel_IsOpenedAnew: a channel that Discord no longer has.
func TestStaleChannel_IsOpenedAnew(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	f.Break(discordfake.Fault{Match: "POST /channels/", Status: 404, Body: `{"code": 10003, "message": "Unknown Channel"}`})
	if err := a.Send(t.Context(), toAna, checkIn, "k"); err != nil {
		t.Error(err)
	}
	if n := len(f.Requests("POST /users/@me/channels")); n != 2 {
		t.Errorf("opened %d times, want 2", n)
	}
}

// TestTooManyRequests: a wait that Discord names is kept, whatever its answer
// looks like; the library takes a page of HTML for broken JSON.
func TestTooManyRequests(t *testing.T) {
	for _, tt := range []struct {
		name  string
		fault discordfake.Fault
		least time.Duration
	}{
		{"of one channel", discordfake.Fault{Status: 429, Body: `{"message": "slow", "retry_after": 2.5, "global": false}`, Header: map[string]string{"X-RateLimit-Scope": "user"}}, 2500 * time.Millisecond},
		{"of all", discordfake.Fault{Status: 429, Body: `{"message": "slow", "retry_after": 3, "global": true}`, Header: map[string]string{"X-RateLimit-Global": "true"}}, 3 * time.Second},
		{"shared", discordfake.Fault{Status: 429, Body: `{"message": "slow", "retry_after": 1, "global": false}`, Header: map[string]string{"X-RateLimit-Scope": "shared"}}, time.Second},
		{"a page with Retry-After", discordfake.Fault{Status: 429, Body: "<html>Error 1015</html>", Header: map[string]string{"Retry-After": "20", "Content-Type": "text/html"}}, 20 * time.Second},
	} {
		t.Run(tt.name, func(t *testing.T) {
			f, c := discordfake.New(t), newClock()
			var limited []string
			a := sender(t, f, newStore(t), c, func(o *discord.Options) { o.Limited = func(what string) { limited = append(limited, what) } })
			tt.fault.Match = "POST /channels/"
			f.Break(tt.fault)
			began := c.Now()
			if err := a.Send(t.Context(), toAna, checkIn, "k"); err != nil {
				t.Error(err)
			}
			if waited := c.Now().Sub(began); waited < tt.least || len(f.Since(0, "41")) != 1 {
				t.Errorf("waited %s, want %s; %d messages", waited, tt.least, len(f.Since(0, "41")))
			}
			if len(limited) != 1 || limited[0] != "messages" {
				t.Errorf("counted %q", limited)
			}
		})
	}
	t.Run("a page without", func(t *testing.T) {
		f, c := discordfake.New(t), newClock()
		a := sender(t, f, newStore(t), c)
		f.Break(discordfake.Fault{Match: "POST /channels/", Status: 429, Body: "<html>Error 1015</html>"})
		var limited bot.RetryAfter
		if err := a.Send(t.Context(), toAna, checkIn, "k"); !errors.As(err, &limited) || limited.Wait < 30*time.Second {
			t.Errorf("%v, want to come again after a while", err)
		}
		_ = c.Pass(t.Context(), time.Minute)
		if err := a.Send(t.Context(), toAna, checkIn, "k"); err != nil {
			t.Error(err)
		}
	})
}

// TestRefusals_StopFarBelowTheBan: after a thousand refusals in ten minutes
// nothing is asked any more; Discord bans the address after ten thousand.
func TestRefusals_StopFarBelowTheBan(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	for n := range 1100 {
		person := fmt.Sprint(5000 + n)
		f.CloseDMs(person, 50007)
		_ = a.Send(t.Context(), bot.Address{Person: bot.Person{Platform: discord.Name, User: person}}, checkIn, person)
	}
	if n := len(f.Requests("POST /channels/")); n != 1000 {
		t.Errorf("%d refused requests, want 1000", n)
	}
	var limited bot.RetryAfter
	if err := a.Send(t.Context(), toAna, checkIn, "k"); !errors.As(err, &limited) {
		t.Errorf("%v, want to come again later", err)
	}
	_ = c.Pass(t.Context(), 11*time.Minute)
	if err := a.Send(t.Context(), toAna, checkIn, "k"); err != nil {
		t.Errorf("ten minutes later: %v", err)
	}
}

// TestHundredAthletesAtOnce_OnExhaustedBuckets: every one is answered once, and
// Discord has nothing to refuse.
func TestHundredAthletesAtOnce_OnExhaustedBuckets(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	f.Limit("POST /users/@me/channels", 5, 3*time.Second)
	f.Limit("POST /channels/", 1, 2*time.Second)
	var all sync.WaitGroup
	for n := range 100 {
		all.Go(func() {
			to := bot.Address{Person: bot.Person{Platform: discord.Name, User: fmt.Sprint(300 + n)}}
			for part := range 2 {
				key := fmt.Sprint(n, ".", part)
				for {
					err := a.Send(t.Context(), to, checkIn, key)
					var limited bot.RetryAfter
					if errors.As(err, &limited) {
						_ = c.Pass(t.Context(), limited.Wait)
						continue
					}
					if err != nil {
						t.Error(err)
					}
					break
				}
			}
		})
	}
	all.Wait()
	shown := 0
	for n := range 100 {
		shown += len(f.Since(0, fmt.Sprint(300+n)))
	}
	if shown != 200 {
		t.Errorf("%d messages, want 200", shown)
	}
}

// TestPartsStayTogether: two long messages to one person do not mix.
func TestPartsStayTogether(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	var both sync.WaitGroup
	for _, letter := range []string{"a", "b"} {
		both.Go(func() {
			r := bot.Reply{Kind: bot.Answer, Text: strings.Repeat(strings.Repeat(letter, 79)+"\n", 400)}
			if err := a.Send(t.Context(), toAna, r, letter); err != nil {
				t.Error(err)
			}
		})
	}
	both.Wait()
	order := ""
	for _, m := range f.Since(0, "41") {
		order += m.Payload.Content[:1]
	}
	if len(order) < 6 || strings.Contains(order, "aba") || strings.Contains(order, "bab") {
		t.Errorf("shown in the order %s", order)
	}
}

// TestChannelThatIsNotOpen is nobody's closed door: the digest is refused.
func TestChannelThatIsNotOpen(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	f.Break(discordfake.Fault{Match: "POST /channels/701", Status: 403, Body: `{"code": 50001, "message": "Missing Access"}`})
	to := bot.Address{Person: bot.Person{Platform: discord.Name}, Channel: "701"}
	err := a.Send(t.Context(), to, bot.Reply{Kind: bot.Review, Public: true, Text: "5 people, 12 sessions"}, "digest")
	if !errors.Is(err, bot.ErrRefused) || errors.Is(err, bot.ErrUnreachable) {
		t.Errorf("%v, want a refusal", err)
	}
	if err := a.Send(t.Context(), to, bot.Reply{Kind: bot.Review, Public: true, Text: "5 people, 12 sessions"}, "digest"); err != nil {
		t.Error(err)
	}
}

// TestFiftyASecond: however many channels there are, requests are spread.
func TestFiftyASecond(t *testing.T) {
	f, c := discordfake.New(t), newClock()
	a := sender(t, f, newStore(t), c)
	began := c.Now()
	for n := range 230 {
		if err := a.Send(t.Context(), bot.Address{Person: bot.Person{Platform: discord.Name, User: fmt.Sprint(300 + n)}}, checkIn, fmt.Sprint(n)); err != nil {
			t.Fatal(err)
		}
	}
	if took := c.Now().Sub(began); took < 10*time.Second || took > 12*time.Second { // 460 requests, 45 a second
		t.Errorf("230 messages to new channels took %s, want about 10 s", took)
	}
}

// TestTokenRefused_EndsTheRun
func TestTokenRefused_EndsTheRun(t *testing.T) {
	r := start(t)
	r.Break(discordfake.Fault{Match: "POST /users/@me/channels", Status: 401, Body: `{"message": "401: Unauthorized", "code": 0}`})
	if err := r.adapter.Send(t.Context(), toAna, checkIn, "k"); !errors.Is(err, bot.ErrGone) {
		t.Errorf("send: %v", err)
	}
	if err := r.end(); err == nil || !strings.Contains(err.Error(), "discord.token") {
		t.Errorf("Run ended with %v", err)
	}
	if err := r.adapter.Health(); err == nil || !strings.Contains(err.Error(), "discord.token") {
		t.Errorf("health after it is %v", err)
	}
}

// TestKilledBetweenStoringAndAnswering: what was stored is answered after the
// restart, through the interaction while it lives, else by direct message.
func TestKilledBetweenStoringAndAnswering(t *testing.T) {
	for _, tt := range []struct {
		name  string
		acked bool
		away  time.Duration
		dm    bool
	}{
		{"acknowledged, back at once", true, 0, false},
		{"acknowledged, back after an hour", true, time.Hour, true},
		{"not acknowledged", false, 10 * time.Second, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c := newClock()
			r := &rig{Server: discordfake.New(t), t: t, store: newStore(t)}
			r.Clock(c.Now)
			onClock := func(o *discord.Options) { o.Now, o.Wait = c.Now, c.Pass }
			r.connect(onClock)
			r.Connected(1)
			if !tt.acked {
				r.Break(discordfake.Fault{Match: "POST /interactions/", Hang: true})
				r.Break(discordfake.Fault{Match: "POST /interactions/", Hang: true})
			}
			ana := inServer(r, "41")
			x := r.Interact("41", ana.at, 2, native("help"), "")
			<-r.heard
			if tt.acked {
				r.Answered(x)
			}
			r.stop() // nothing was answered
			if err := r.end(); err != nil {
				t.Fatal(err)
			}
			_ = c.Pass(t.Context(), tt.away)
			mark := r.Mark()
			r.connect(onClock)
			settle(t, r)
			got := r.Since(mark, "41")
			if len(got) != 1 {
				t.Fatalf("%d messages, want 1", len(got))
			}
			if inDM := got[0].Channel == r.DM("41"); inDM != tt.dm || !inDM && got[0].Only != "41" {
				t.Errorf("shown in %s to %q, by direct message: want %v", got[0].Channel, got[0].Only, tt.dm)
			}
		})
	}
}

// TestMentionWithClosedDMs: the channel hears how to mend it, and nothing of the
// answer.
func TestMentionWithClosedDMs(t *testing.T) {
	r := start(t)
	r.CloseDMs("41", 50007)
	got := inServer(r, "41").Say(t, "is running after lifting bad?")
	if len(got) != 1 || !strings.Contains(got[0].Text, "direct messages are closed") || strings.Contains(got[0].Text, "running") {
		t.Errorf("the channel reads %v", got)
	}
	got = inServer(r, "41").Say(t, "/help")
	got = append(got, inServer(r, "41").Say(t, "/history")...)
	told := 0
	for _, h := range got {
		if strings.Contains(h.Text, "could not write to you") {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times how to mend it, want once: %v", told, got)
	}
}

var _ bottest.Mouth = mouth{}

// TestAnswer_502ThoughDelivered: the answer to a command and to most presses is
// an edit, which is the same twice. A further message is sent again where nobody
// knows what became of it, and says so.
func TestAnswer_502ThoughDelivered(t *testing.T) {
	long := strings.Repeat("One of many lines that a long answer has.\n", 250)
	for _, tt := range []struct {
		name, call, text string
		press            string // "" = a command
		update           bool
		want             []string // how each message that is shown begins
	}{
		{"a command", "PATCH /webhooks/", "Easy today.", "", false, []string{"Easy today."}},
		{"a press", "PATCH /webhooks/", "Easy today.", "why a1", false, []string{"Easy today."}},
		{"a check-in", "PATCH /webhooks/", "You said 4.", "checkin on 2027-03-01 fatigue 4/5", true, []string{"You said 4."}},
		{"a second part", "POST /webhooks/", long, "", false, []string{"One of", "One of", bot.SentAgain}},
	} {
		for _, restart := range []bool{false, true} {
			t.Run(fmt.Sprintf("%s, restart %v", tt.name, restart), func(t *testing.T) {
				r := start(t)
				at := inServer(r, "41").at
				x := r.Interact("41", at, 2, native("help"), "")
				<-r.heard
				r.Answered(x)
				if tt.press != "" {
					shown := bot.Reply{Kind: bot.Answer, Text: "Before.", Buttons: []bot.Button{{Label: "Go", Command: tt.press}}}
					if err := r.adapter.Send(t.Context(), r.last(), shown, "m0.0"); err != nil {
						t.Fatal(err)
					}
					on, button, _ := r.Find("41", "Go")
					r.Answered(r.Interact("41", at, 3, map[string]any{"custom_id": button.CustomID, "component_type": 2}, on.ID))
					<-r.heard
				}
				to, mark, a := r.last(), r.Mark(), r.adapter
				for range 3 {
					r.Break(discordfake.Fault{Match: tt.call, Status: 502, Body: "bad gateway", Delivered: true})
				}
				reply := bot.Reply{Kind: bot.Answer, Text: tt.text, Update: tt.update}
				if err := a.Send(t.Context(), to, reply, "m1.0"); !errors.Is(err, bot.ErrUnknown) {
					t.Fatalf("the outcome is reported as %v", err)
				}
				if restart {
					var err error
					if a, err = discord.New(options(r.Server, r.store)); err != nil {
						t.Fatal(err)
					}
				}
				r.Mend()
				for range 2 { // the second time it is known
					if err := a.Send(t.Context(), to, reply, "m1.0"); err != nil {
						t.Fatal(err)
					}
				}
				got := r.Since(mark, "41")
				if len(got) != len(tt.want) {
					t.Fatalf("%d messages, want %d", len(got), len(tt.want))
				}
				for i, m := range got {
					if !strings.HasPrefix(m.Text(), tt.want[i]) || m.Only != "41" {
						t.Errorf("message %d, for %q: %.60q, want %q", i, m.Only, m.Text(), tt.want[i])
					}
				}
			})
		}
	}
}

// last is how to answer the newest message that is stored.
func (r *rig) last() bot.Address {
	r.t.Helper()
	all, err := r.store.Waiting(r.t.Context(), 0, 100)
	if err != nil || len(all) == 0 {
		r.t.Fatalf("%d messages are stored, %v", len(all), err)
	}
	m := all[len(all)-1].Message
	return bot.Address{Person: m.From, Channel: m.Channel, Handle: m.Handle}
}

// TestAnswer_RefusalsThatHaveAnotherWay: a check-in that was edited too often is
// followed by a new message, and after the last follow-up that Discord takes the
// answer goes on as a direct message.
func TestAnswer_RefusalsThatHaveAnotherWay(t *testing.T) {
	t.Run("edited too often (30046)", func(t *testing.T) {
		r := start(t)
		ana := dm(r, "41")
		setUp(t, ana)
		ana.Say(t, "checkin")
		r.Break(discordfake.Fault{Match: "PATCH /webhooks/", Status: 400, Body: `{"code": 30046, "message": "Maximum number of edits to messages older than 1 hour reached."}`})
		if got := ana.Press(t, "Fatigue 4"); len(got) != 1 || !strings.Contains(got[0].Text, "you said 4") {
			t.Errorf("got %v", got)
		}
	})
	t.Run("no more follow-ups (40094)", func(t *testing.T) {
		r := start(t)
		r.Break(discordfake.Fault{Match: "POST /webhooks/", Status: 400, Body: `{"code": 40094, "message": "This interaction has reached its limit of follow-up messages."}`})
		r.Answered(r.Interact("41", inServer(r, "41").at, 2, native("help"), ""))
		<-r.heard
		mark := r.Mark()
		long := bot.Reply{Kind: bot.Answer, Text: strings.Repeat("One of many lines that a long answer has.\n", 250)}
		if err := r.adapter.Send(t.Context(), r.last(), long, "m1.0"); err != nil {
			t.Fatal(err)
		}
		got := r.Since(mark, "41")
		if len(got) != 2 || got[1].Channel != r.DM("41") {
			t.Errorf("%d messages; want the first part there and the second directly", len(got))
		}
	})
}
