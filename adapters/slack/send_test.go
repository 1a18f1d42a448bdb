package slack_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/adapters/slack"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
)

var toAna = bot.Address{Person: bot.Person{Platform: "slack", Workspace: slackfake.Team, User: ana}}

func reply(text string) bot.Reply { return bot.Reply{Kind: bot.Reminder, Text: text} }

func (w *workspace) send(r bot.Reply, key string) error {
	return w.adapter.Send(context.Background(), toAna, r, key)
}

func (w *workspace) count(text string) (n int) {
	for _, m := range w.Messages(ana) {
		if strings.Contains(m.Text, text) {
			n++
		}
	}
	return n
}

func TestSend_OneKeyIsOneMessage(t *testing.T) {
	w := open(t, modeHTTP)
	for range 3 {
		w.must(w.send(reply("Time to check in."), "c1"))
	}
	if n := w.count("Time to check in."); n != 1 {
		t.Errorf("%d messages", n)
	}
}

func TestSend_UnknownOutcomeIsLookedForFirst(t *testing.T) {
	for _, c := range []struct {
		name  string
		fault slackfake.Fault
	}{
		{"a 500 after it was posted", slackfake.Fault{Status: 500, Works: true}},
		{"a 503 before", slackfake.Fault{Status: 503}},
		{"a connection that broke after", slackfake.Fault{Hangup: true, Works: true}},
		{"a connection that broke before", slackfake.Fault{Hangup: true}},
		{"an internal error after", slackfake.Fault{Code: "fatal_error", Works: true}},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, modeHTTP)
			w.Break("chat.postMessage", c.fault)
			if err := w.send(reply("Time to check in."), "c1"); !errors.Is(err, bot.ErrUnknown) {
				t.Fatalf("the outcome is reported as %v", err)
			}
			w.clock.Advance(time.Minute)
			w.must(w.send(reply("Time to check in."), "c1"))
			if n := w.count("Time to check in."); n != 1 {
				t.Errorf("%d messages", n)
			}
			if n := len(w.Calls("conversations.history")); n != 1 {
				t.Errorf("looked %d times", n)
			}
		})
	}
}

func TestSend_KilledBetweenPostAndNote(t *testing.T) {
	w := open(t, modeHTTP)
	w.must(w.send(reply("Time to check in."), "c1"))
	if err := w.store.EndSend(context.Background(), "c1/0", false); err != nil {
		t.Fatal(err)
	}
	// As the store stands when the process dies after the post: begun, not done.
	if _, _, err := w.store.BeginSend(context.Background(), "c2/0", w.clock.Now()); err != nil {
		t.Fatal(err)
	}
	w.must(w.send(reply("Another one."), "c2"))
	if n := w.count("Another one."); n != 1 {
		t.Errorf("%d messages: what was never posted must be posted", n)
	}
}

func TestSend_WithoutHistoryItIsSaidAgain(t *testing.T) {
	w := open(t, modeHTTP)
	w.Scopes["im:history"] = false
	w.Break("chat.postMessage", slackfake.Fault{Status: 500})
	_ = w.send(reply("Time to check in."), "c1")
	w.must(w.send(reply("Time to check in."), "c1"))
	if n := w.count(bot.SentAgain + "\nTime to check in."); n != 1 {
		t.Errorf("%d messages that say so", n)
	}
}

// TestSend_AnEphemeralOneIsSaidAgainAndSaysSo: nobody can look whether it is
// there. What takes the place of another is the same twice.
func TestSend_AnEphemeralOneIsSaidAgainAndSaysSo(t *testing.T) {
	for _, c := range []struct {
		name   string
		arrive bool
	}{{"it had arrived", true}, {"it had not", false}} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, modeHTTP)
			to := toAna
			to.Handle = w.Handle(ana, gym)
			w.Break("response_url", slackfake.Fault{Status: 502, Works: c.arrive})
			if err := w.adapter.Send(t.Context(), to, reply("Easy today."), "m1"); !errors.Is(err, bot.ErrUnknown) {
				t.Fatalf("the outcome is reported as %v", err)
			}
			w.must(w.adapter.Send(t.Context(), to, reply("Easy today."), "m1"))
			w.must(w.adapter.Send(t.Context(), to, reply("Easy today."), "m1")) // known by now
			var want []string
			if c.arrive {
				want = append(want, "Easy today.")
			}
			want = append(want, bot.SentAgain+"\nEasy today.")
			var got []string
			for _, m := range w.Messages(ana) {
				got = append(got, m.Text)
				if !m.Ephemeral() {
					t.Errorf("all see %q", m.Text)
				}
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	t.Run("in the place of another", func(t *testing.T) {
		w := open(t, modeHTTP)
		w.setUp(ana)
		w.say(ana, "/checkin")
		w.Break("response_url", slackfake.Fault{Status: 502, Works: true})
		before := len(w.Messages(ana))
		got := w.press(ana, "Fatigue 4")
		if strings.Contains(got[len(got)-1].Text, bot.SentAgain) || len(w.Messages(ana)) != before {
			t.Errorf("%d messages became %d: %+v", before, len(w.Messages(ana)), got)
		}
	})
}

func TestSend_ErrorsAsTheCoachKnowsThem(t *testing.T) {
	for _, c := range []struct {
		code string
		want error
	}{
		{"user_disabled", bot.ErrUnreachable}, {"user_not_found", bot.ErrUnreachable}, {"channel_not_found", bot.ErrUnreachable},
		{"token_revoked", bot.ErrGone}, {"account_inactive", bot.ErrGone}, {"invalid_auth", bot.ErrGone},
		{"metadata_too_large", bot.ErrRefused}, {"something_new", bot.ErrRefused}, {"internal_error", bot.ErrUnknown},
	} {
		t.Run(c.code, func(t *testing.T) {
			w := open(t, modeHTTP)
			w.Break("chat.postMessage", slackfake.Fault{Code: c.code})
			if err := w.send(reply("Hello"), "c1"); !errors.Is(err, c.want) || !strings.Contains(err.Error(), c.code) {
				t.Errorf("%v, want %v", err, c.want)
			}
		})
	}
}

func TestSend_DeactivatedPersonIsUnreachable(t *testing.T) {
	w := open(t, modeHTTP)
	w.Disabled[ana] = true
	if err := w.send(reply("Hello"), "c1"); !errors.Is(err, bot.ErrUnreachable) {
		t.Error(err)
	}
}

func TestSend_RefusedBlocksBecomeText(t *testing.T) {
	w := open(t, modeHTTP)
	w.Break("chat.postMessage", slackfake.Fault{Code: "invalid_blocks"})
	w.must(w.send(reply("Hello"), "c1"))
	if got := w.heard(ana); len(got) != 1 || got[0].Text != "Hello" || len(got[0].Blocks) > 0 {
		t.Errorf("%+v", got)
	}
}

func TestSend_StormOf429(t *testing.T) {
	var limited429 []string
	w := open(t, modeHTTP, func(o *slack.Options) { o.Limited = func(method string) { limited429 = append(limited429, method) } })
	w.Break("chat.postMessage", slackfake.Fault{Status: 429, RetryAfter: 30 * time.Second})
	var limited bot.RetryAfter
	if err := w.send(reply("first"), "c0"); !errors.As(err, &limited) || limited.Wait != 30*time.Second {
		t.Fatalf("%v", err)
	}
	for i := range 50 { // nobody goes near the method while it is closed
		if err := w.send(reply("more"), fmt.Sprint("c", i)); !errors.As(err, &limited) {
			t.Fatalf("%v", err)
		}
	}
	if n := len(w.Calls("chat.postMessage")); n != 1 {
		t.Errorf("%d calls during the storm", n)
	}
	if len(limited429) != 1 || limited429[0] != "chat.postMessage" { // what the pacer holds back is no 429
		t.Errorf("counted %q", limited429)
	}
	w.clock.Advance(31 * time.Second)
	w.must(w.send(reply("first"), "c0"))
	if n := w.count("first"); n != 1 {
		t.Errorf("%d messages after it", n)
	}
}

// The stand-in answers 429 beyond Slack's rates: a herd gets through without one.
func TestSend_PacedBelowSlacksLimits(t *testing.T) {
	for _, c := range []struct {
		name             string
		messages, people int
	}{{"a herd", 200, 40}, {"one conversation", 15, 1}} {
		t.Run(c.name, func(t *testing.T) { paced(t, c.messages, c.people) })
	}
}

// paced sends messages as fast as it is let, and expects none to be refused.
func paced(t *testing.T, messages, people int) {
	w := open(t, modeHTTP)
	for i := range messages {
		to := bot.Address{Person: bot.Person{Platform: "slack", Workspace: slackfake.Team, User: fmt.Sprintf("U0H%03d", i%people)}}
		for {
			err := w.adapter.Send(context.Background(), to, reply("Check in?"), fmt.Sprint("h", i))
			var later bot.RetryAfter
			if !errors.As(err, &later) {
				w.must(err)
				break
			}
			w.clock.Advance(later.Wait)
		}
	}
	if n := len(w.Calls("chat.postMessage")); n != messages {
		t.Errorf("%d calls for %d messages: some were refused", n, messages)
	}
}

func TestResponseURL_FivePostsThenDirect(t *testing.T) {
	w := open(t, modeHTTP)
	_, err := w.Type(ana, gym, "/coach", "help")
	w.must(err)
	w.settle()
	handle := w.lastHandle(gym)
	for i := range 7 {
		w.must(w.adapter.Send(context.Background(), handle, reply(fmt.Sprint("part ", i)), fmt.Sprint("p", i)))
		w.clock.Advance(time.Second)
	}
	var ephemeral, direct int
	for _, m := range w.heard(ana) {
		if m.Ephemeral() {
			ephemeral++
		} else {
			direct++
		}
	}
	if ephemeral != 1+5 || direct != 2 { // the help answered at a URL of its own
		t.Errorf("%d at the response URL, %d direct", ephemeral, direct)
	}
}

func TestResponseURL_TooOldGoesDirect(t *testing.T) {
	w := open(t, modeHTTP)
	handle := w.lastHandle(gym)
	w.clock.Advance(31 * time.Minute)
	w.must(w.adapter.Send(context.Background(), handle, reply("late"), "k"))
	if got := w.heard(ana); len(got) != 1 || got[0].Ephemeral() || len(w.Calls("response_url")) != 0 {
		t.Errorf("%+v", got)
	}
}

// lastHandle is an address that answers a slash command.
func (w *workspace) lastHandle(channel string) bot.Address {
	to := toAna
	to.Channel, to.Handle = channel, w.Handle(ana, channel)
	return to
}

func TestPrivate_ChannelsSeeNothing(t *testing.T) {
	w := open(t, modeWS)
	w.setUp(ana)
	w.must(w.Mention(ana, gym, "", "log squat 5x5 100kg @8"))
	w.settle()
	got := w.heard(ana)
	if last := got[len(got)-1]; last.To != ana || last.Channel != gym {
		t.Errorf("an answer in the channel: %+v", last)
	}
	if seen := w.Messages(bob); len(seen) != 0 {
		t.Errorf("somebody else sees %+v", seen)
	}
}

func TestPrivate_NotInTheChannelGoesDirect(t *testing.T) {
	w := open(t, modeWS)
	w.must(w.Mention(ana, "C0OTHER", "1700000000.000100", "should I run after squats?"))
	w.settle()
	if got := w.heard(ana); len(got) != 1 || got[0].Channel != slackfake.Direct(ana) {
		t.Errorf("%+v", got)
	}
}

func TestMention_InAThreadIsAnsweredThere(t *testing.T) {
	w := open(t, modeWS)
	w.must(w.Mention(ana, gym, "1700000000.000100", "should I run after squats?"))
	w.settle()
	if got := w.heard(ana); len(got) != 1 || got[0].Thread != "1700000000.000100" {
		t.Errorf("%+v", got)
	}
}

func TestDirectMessage_InAThreadIsAnsweredThere(t *testing.T) {
	w := open(t, modeHTTP)
	body := w.SayBody(ana, "should I run after squats?")
	body["event"].(map[string]any)["thread_ts"] = "1700000000.000100"
	_, err := w.Deliver(slackfake.Event, body)
	w.must(err)
	w.settle()
	if got := w.heard(ana); len(got) != 1 || got[0].Thread != "1700000000.000100" {
		t.Errorf("%+v", got)
	}
}

func TestUpdate_TooLongForAnEditGoesOnBelow(t *testing.T) {
	w := open(t, modeHTTP)
	w.must(w.send(bot.Reply{Text: "Check in?", Buttons: []bot.Button{{Label: "Now", Command: "checkin"}}}, "k"))
	message := w.heard(ana)[0]
	to := toAna
	to.Handle = fmt.Sprintf(`{"c":%q,"m":%q,"u":"x"}`, message.Channel, message.TS)
	long := reply(strings.Repeat("A long answer. ", 600))
	long.Update = true
	w.must(w.adapter.Send(context.Background(), to, long, "k2"))
	got := w.heard(ana)
	if len(got) < 3 || got[0].TS != message.TS || got[0].Updated != 1 {
		t.Errorf("%d messages, the first %+v", len(got), got[0])
	}
}

func TestShare_OnlyOnThePress(t *testing.T) {
	for _, c := range []struct{ name, channel string }{{"in a channel of the coach's", gym}, {"in another", "C0OTHER"}} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, modeHTTP)
			w.setUp(ana)
			_, err := w.Type(ana, c.channel, "/log", "run 8km 45:00 rpe 6 note felt tired")
			w.must(err)
			w.settle()
			if seen := w.Messages(bob); len(seen) != 0 {
				t.Fatalf("somebody else sees %+v", seen)
			}
			w.press(ana, "Share")
			seen := w.Messages(bob)
			if len(seen) != 1 || seen[0].Channel != c.channel || !strings.Contains(seen[0].Text, "8 km") || strings.Contains(seen[0].Text, "tired") {
				t.Errorf("shared: %+v", seen)
			}
		})
	}
}

func TestShare_WhereTheCoachMayNotWriteIsSaid(t *testing.T) {
	w := open(t, modeHTTP)
	to := w.lastHandle("C0OTHER")
	w.clock.Advance(time.Hour) // the response URL is too old
	r := reply("Run, 8 km")
	r.Public = true
	w.must(w.adapter.Send(context.Background(), to, r, "k"))
	if got := w.Messages(ana); len(got) != 1 || !strings.Contains(got[0].Text, "/invite") || got[0].Channel != slackfake.Direct(ana) {
		t.Errorf("%+v", got)
	}
}

func TestPicture_ThreeStepsIntoTheDirectMessages(t *testing.T) {
	w := open(t, modeHTTP)
	r := reply("Your week: 3 sessions.")
	r.Picture = &bot.Picture{PNG: []byte("\x89PNG pretend"), Alt: "Load over six weeks, rising."}
	w.must(w.send(r, "k"))
	w.must(w.send(r, "k"))
	if len(w.Files()) != 1 || len(w.Calls("files.completeUploadExternal")) != 1 {
		t.Fatalf("%d files, %d shared", len(w.Files()), len(w.Calls("files.completeUploadExternal")))
	}
	for _, f := range w.Files() {
		if f.Alt != r.Picture.Alt || string(f.Data) != string(r.Picture.PNG) {
			t.Errorf("%+v", f)
		}
	}
}

func TestPicture_UnknownOutcomeIsNotSharedTwice(t *testing.T) {
	w := open(t, modeHTTP)
	r := reply("Your week: 3 sessions.")
	r.Picture = &bot.Picture{PNG: []byte("png"), Alt: "Load."}
	w.Break("files.completeUploadExternal", slackfake.Fault{Status: 500, Works: true})
	if err := w.send(r, "k"); !errors.Is(err, bot.ErrUnknown) {
		t.Fatal(err)
	}
	w.must(w.send(r, "k"))
	if n := len(w.Calls("files.completeUploadExternal")); n != 1 {
		t.Errorf("shared %d times", n)
	}
}

func TestPicture_WithoutTheScopeInWords(t *testing.T) {
	w := open(t, modeHTTP)
	w.Scopes["files:write"] = false
	r := reply("Your week: 3 sessions.")
	r.Picture = &bot.Picture{PNG: []byte("png"), Alt: "Load over six weeks, rising."}
	w.must(w.send(r, "k"))
	if got := w.heard(ana); len(got) != 2 || got[0].Text != r.Text || got[1].Text != r.Picture.Alt {
		t.Errorf("%+v", got)
	}
	to := toAna
	to.Handle = w.Handle(ana, gym)
	w.must(w.adapter.Send(t.Context(), to, r, "in the gym"))
	if got := w.heard(ana); len(got) != 2 || !got[0].Ephemeral() || got[1].Channel != slackfake.Direct(ana) {
		t.Errorf("in a channel: %+v", got)
	}
}

func TestExport_OnlyIntoDirectMessages(t *testing.T) {
	w := open(t, modeHTTP)
	w.setUp(ana)
	_, err := w.Type(ana, gym, "/coach", "data export")
	w.must(err)
	w.settle()
	shared := w.Calls("files.completeUploadExternal")
	if len(shared) == 0 {
		t.Fatal("no file")
	}
	if n := w.count("(The rest comes in a direct message.)"); n != len(shared) {
		t.Errorf("%d answers in the channel say where their files are, want %d", n, len(shared))
	}
	for _, c := range shared {
		if c.Form.Get("channel_id") != slackfake.Direct(ana) {
			t.Errorf("shared in %s", c.Form.Get("channel_id"))
		}
	}
}

func TestImport_FileInADirectMessage(t *testing.T) {
	csv := "Date,Workout Name,Duration,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes,RPE\n2027-02-01 18:00:00,Legs,45m,Squat (Barbell),1,100,5,0,0,,,8\n"
	for _, c := range []struct {
		name    string
		allowed bool
		size    int
		want    string
	}{{"with the scope", true, 0, "1 workout"}, {"without it", false, 0, "files:read"}, {"too large", true, 30 << 20, "20 MB"}} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, modeHTTP)
			w.setUp(ana)
			w.Scopes["files:read"] = c.allowed
			body, file := w.SayBody(ana, ""), w.Attach("strong.csv", []byte(csv))
			if c.size > 0 {
				file["size"] = c.size
			}
			event := body["event"].(map[string]any)
			event["subtype"], event["files"] = "file_share", []any{file}
			before := len(w.Calls("chat.postMessage"))
			_, err := w.Deliver(slackfake.Event, body)
			w.must(err)
			w.settle()
			w.Await("chat.postMessage", before+1)
			got := w.Messages(ana)
			if text := got[len(got)-1].Text; !strings.Contains(text, c.want) {
				t.Errorf("answer:\n%s", text)
			}
		})
	}
}

// TestImport_SlowerThanSlackWaits: the message is not acknowledged without its
// file, and the file is there when Slack delivers the message again.
func TestImport_SlowerThanSlackWaits(t *testing.T) {
	for _, mode := range []string{modeHTTP, modeWS} {
		t.Run(mode, func(t *testing.T) {
			t.Parallel()
			w := open(t, mode)
			w.setUp(ana)
			body, file := w.SayBody(ana, ""), w.Attach("notes.txt", []byte("no workout in here"))
			event := body["event"].(map[string]any)
			event["subtype"], event["files"] = "file_share", []any{file}
			w.heard(ana)
			w.Slow(true)
			if err := w.DeliverOnce(slackfake.Event, body); err == nil {
				t.Fatal("acknowledged, and the file is not here")
			}
			w.Slow(false)
			w.must(w.DeliverOnce(slackfake.Event, body))
			w.settle()
			if got := w.heard(ana); len(got) != 1 {
				t.Errorf("%d answers", len(got))
			}
			if n := len(w.Calls("download")); n != 1 {
				t.Errorf("fetched %d times", n)
			}
		})
	}
}
