package app_test

import (
	"path/filepath"
	"strings"
	"testing"

	"tandem/adapters/discord/discordfake"
	"tandem/adapters/slack/slackfake"
	"tandem/bot"
)

// falls are the moments of an answer at which the process is killed.
var falls = []struct {
	name  string
	works bool // the platform took the answer, and the process never learned of it
}{
	{"before the answer is out", false},
	{"after the answer is out", true},
}

// TestKilledBetweenStoringAndAnswering_Slack: a message that was acknowledged is
// answered once, whatever side of the answer the process is killed on. Only an
// ephemeral answer, which nobody can look for, may come twice, and says so.
func TestKilledBetweenStoringAndAnswering_Slack(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name, call string
		ask        func(f *slackfake.Server, word string) error
		twice      bool // where it was out already
	}{
		{"direct message", "chat.postMessage", func(f *slackfake.Server, word string) error { return f.Say("U0ANA", word) }, false},
		{"mention", "chat.postEphemeral", func(f *slackfake.Server, word string) error { return f.Mention("U0ANA", "C0GYM", "", word) }, true},
		{"command", "response_url", func(f *slackfake.Server, word string) error {
			_, err := f.Type("U0ANA", "C0GYM", "/coach", word)
			return err
		}, true},
	} {
		for _, fall := range falls {
			t.Run(way.name+" "+fall.name, func(t *testing.T) {
				t.Parallel()
				f := slackfake.New(t, slackfake.LiveClock(), nil)
				settings := slackSettings(f, filepath.Join(t.TempDir(), "tandem.db"))
				first := launch(t, settings)
				f.Await("socket", 2)
				f.Break(way.call, slackfake.Fault{Hold: true, Works: fall.works})
				if err := way.ask(f, "help"); err != nil {
					t.Fatal(err)
				}
				f.Await(way.call, 1)
				first.kill()
				launch(t, settings)
				f.Await("socket", 4)
				if !fall.works || way.twice {
					f.Await(way.call, 2)
				}
				if err := f.Say("U0BEN", "help"); err != nil { // the new process answers
					t.Fatal(err)
				}
				f.AwaitShown("U0BEN", 1)
				if err := way.ask(f, "privacy"); err != nil { // answered after the first, so that a second copy would be there
					t.Fatal(err)
				}
				want := 2
				if fall.works && way.twice {
					want = 3
				}
				texts := slackTexts(f.AwaitShown("U0ANA", want))
				if n := countText(texts, theHelp); n != want-1 || len(texts) != want {
					t.Errorf("%d messages, %d of them the help, want %d in all:\n%s", len(texts), n, want, strings.Join(texts, "\n---\n"))
				}
				if n := countText(texts, bot.SentAgain); way.twice && n != 1 || !way.twice && n != 0 {
					t.Errorf("%d messages say that they are sent again:\n%s", n, strings.Join(texts, "\n---\n"))
				}
			})
		}
	}
}

// TestKilledBetweenStoringAndAnswering_Discord is the same over Discord, for a
// command and for a direct message.
func TestKilledBetweenStoringAndAnswering_Discord(t *testing.T) {
	t.Parallel()
	for _, way := range []struct {
		name, call string
		ask        func(f *discordfake.Server, word string)
	}{
		{"command", "PATCH /webhooks/", func(f *discordfake.Server, word string) {
			x := f.Interact("41", discordfake.Where{Guild: "700", Channel: "701"}, 2, map[string]any{"id": "1", "name": word, "type": 1}, "")
			f.Answered(x)
		}},
		{"direct message", "POST /channels/", func(f *discordfake.Server, word string) {
			f.Say("41", discordfake.Where{Channel: f.DM("41")}, word)
		}},
	} {
		for _, fall := range falls {
			t.Run(way.name+" "+fall.name, func(t *testing.T) {
				t.Parallel()
				f := discordfake.New(t)
				settings := discordSettings(f, filepath.Join(t.TempDir(), "tandem.db"))
				first := launch(t, settings)
				f.Connected(1)
				mark := f.Mark()
				f.Break(discordfake.Fault{Match: way.call, Hold: true, Delivered: fall.works})
				way.ask(f, "help")
				f.Requested(way.call, 1)
				first.kill()
				launch(t, settings)
				f.Connected(2)
				f.Requested(way.call, 2)
				way.ask(f, "today") // answered after the first, so that a second copy would be there
				var texts []string
				for _, m := range f.AwaitSince(mark, "41", 2) {
					texts = append(texts, m.Text())
				}
				if n := countText(texts, theHelp); n != 1 || len(texts) != 2 {
					t.Errorf("%d messages, %d of them the help; want the help once and what was asked after:\n%s", len(texts), n, strings.Join(texts, "\n---\n"))
				}
			})
		}
	}
}

// theHelp stands in the answer to help alone.
const theHelp = "Ask me in your own words"

// TestKilledWhileAFileIsFetched_Discord: a message is stored with its file only,
// so a process that is killed before hears it again when it is back, however far
// the connection had come.
func TestKilledWhileAFileIsFetched_Discord(t *testing.T) {
	t.Parallel()
	f := discordfake.New(t)
	settings := discordSettings(f, filepath.Join(t.TempDir(), "tandem.db"))
	first := launch(t, settings)
	f.Connected(1)
	f.Break(discordfake.Fault{Match: "GET /attachments/", Hold: true})
	mark := f.Mark()
	f.Emit("MESSAGE_CREATE", map[string]any{"id": "5", "channel_id": f.DM("41"), "type": 0, "content": "", "author": map[string]any{"id": "41"},
		"mentions": []any{}, "attachments": []any{f.Upload("notes.txt", []byte("no workout in here"))}})
	f.Requested("GET /attachments/", 1)
	f.Say("42", discordfake.Where{Channel: f.DM("42")}, "help")
	f.AwaitSince(mark, "42", 1)
	f.Op(7, nil) // connect anew: how far it had come is kept
	f.Connected(2)
	first.kill()
	launch(t, settings)
	f.Connected(3)
	if got := f.AwaitSince(mark, "41", 1); len(got) != 1 {
		t.Errorf("%d answers to the file, want 1", len(got))
	}
	if got := f.Since(mark, "42"); len(got) != 1 {
		t.Errorf("%d answers to what was answered before, want 1", len(got))
	}
	if begun, _, _ := f.Gateway(); begun != 1 {
		t.Errorf("%d sessions begun, want 1", begun)
	}
}

func countText(texts []string, part string) (n int) {
	for _, text := range texts {
		if strings.Contains(text, part) {
			n++
		}
	}
	return n
}

func slackTexts(seen []slackfake.Message) (texts []string) {
	for _, m := range seen {
		texts = append(texts, m.Text)
	}
	return texts
}
