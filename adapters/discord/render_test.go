package discord

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tandem/adapters/discord/discordfake"
	"tandem/bot"
	"tandem/coach/advice"
	"tandem/coach/training"
)

// unescaped is what Discord shows of escaped text, commands with their backticks.
func unescaped(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// alive is whatever Discord's Markdown would act on: none may stand unescaped
// outside of a command between backticks.
var alive = []*regexp.Regexp{
	regexp.MustCompile("[*_`<>\\[\\]]"), regexp.MustCompile(`~~|\|\|`), regexp.MustCompile(`://`),
	regexp.MustCompile(`@(everyone|here)`), regexp.MustCompile(`(?m)^\s*(#|>|-|\+|\d+[.)])`), regexp.MustCompile(`\.gg/`),
}

// bare is escaped text without what is escaped and without commands.
func bare(s string) string {
	s = regexp.MustCompile(`\\[\s\S]`).ReplaceAllString(s, "\x00")
	return commandRE.ReplaceAllString(s, "\x00")
}

// reporter is a test, plain or of random values.
type reporter interface{ Errorf(string, ...any) }

func checkEscaped(t reporter, in string) {
	out := escape(in)
	if got, want := unescaped(out), visible(in); got != want {
		t.Errorf("%q shows as %q", want, got)
	}
	for _, re := range alive {
		if m := re.FindString(bare(out)); m != "" {
			t.Errorf("%q leaves %q alive in %q", in, m, out)
		}
	}
}

func TestEscape(t *testing.T) {
	for _, tt := range []struct{ in, want string }{
		{"5x5 100 kg @8, 7:30/km, ~5 km", "5x5 100 kg @8, 7:30/km, ~5 km"},
		{"**bold** _it_ ~~no~~ ||spoiler||", `\*\*bold\*\* \_it\_ \~\~no\~\~ \|\|spoiler\|\|`},
		{"@everyone <@123> <#4> <@&5> </log:6> <t:7:R> <id:guide>", `\@everyone \<@123\> \<#4\> \<@&5\> \</log:6\> \<t:7:R\> \<id:guide\>`},
		{"[text](https://evil.example) discord.gg/abc", `\[text\](https\://evil.example) discord\.gg/abc`},
		{"# big\n-# small\n> quote\n- item\n+ item\n1. one\n  2) two", "\\# big\n\\-# small\n\\> quote\n\\- item\n\\+ item\n1\\. one\n  2\\) two"},
		{"say `checkin 4 3 4 4 5 sleep 7.5h` or `help`.", "say `checkin 4 3 4 4 5 sleep 7.5h` or `help`."},
		{"```go\ncode```", "\\`\\`\\`go\ncode\\`\\`\\`"},
		{"`<@1>` ``x``", "\\`\\<@1\\>\\` \\`\\`x\\`\\`"},
		{"\u202Egnp.exe\u200b\x07\ufeff", "gnp.exe"},
		{`back\slash`, `back\\slash`},
	} {
		if got := escape(tt.in); got != tt.want {
			t.Errorf("escape(%q) = %q, want %q", tt.in, got, tt.want)
		}
		checkEscaped(t, tt.in)
	}
}

func FuzzEscape(f *testing.F) {
	for _, s := range []string{"", "`", "`a`b`c`", "a`help`b", "1.", "\n#\n-", "||| ~~~", "://://", "\\`\\", "`help``help`", "`a` ` `b`"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkEscaped(t, strings.ToValidUTF8(s, "")) })
}

func TestEscape_AnyText(t *testing.T) {
	nasty := rapid.StringOf(rapid.SampledFrom([]rune("`*_~|<>@#[]():/\\\n -+.1ahelp\u200b everyone")))
	rapid.Check(t, func(t *rapid.T) { checkEscaped(t, nasty.Draw(t, "text")) })
}

// drawn checks messages against every limit that Discord has, and returns all
// that can be read in them.
func drawn(t reporter, messages []*message) (text string, buttons int) {
	for _, m := range messages {
		body, err := json.Marshal(m)
		if err != nil {
			t.Errorf("%v", err)
		}
		for _, wrong := range discordfake.Check("POST", "/channels/1/messages", body) {
			t.Errorf("%s\n%s", wrong, body)
		}
		var p discordfake.Payload
		if err := json.Unmarshal(body, &p); err != nil {
			t.Errorf("%v", err)
		}
		text += m.Content
		for _, e := range m.Embeds {
			text += "\n" + e.Description
		}
		buttons += len(discordfake.Message{Payload: p}.Buttons())
	}
	return text, buttons
}

// TestRender_KeepsEveryLimitAndEveryWord: whatever the reply, each message is
// one that Discord takes, and together they say all.
func TestRender_KeepsEveryLimitAndEveryWord(t *testing.T) {
	discordfake.NeedSpec(t)
	word := rapid.StringMatching("[a-zé*_`<@:]{1,30}")
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 3000).Draw(rt, "words"), rapid.SampledFrom([]string{" ", "\n", "\n\n", ""}).Draw(rt, "between"))
		r := bot.Reply{Kind: bot.Answer, Text: text}
		for n := range rapid.IntRange(0, 60).Draw(rt, "buttons") {
			r.Buttons = append(r.Buttons, bot.Button{Label: rapid.String().Draw(rt, "label"), Command: "log " + fmt.Sprint(n)})
		}
		for n := range rapid.IntRange(0, 5).Draw(rt, "rows") {
			row := bot.Row{Chosen: n}
			for v := range 5 {
				row.Buttons = append(row.Buttons, bot.Button{Label: fmt.Sprint(v), Command: fmt.Sprintf("checkin on 2027-03-01 soreness %d/5 %d", v, n)})
			}
			r.Rows = append(r.Rows, row)
		}
		if rapid.Bool().Draw(rt, "picture") {
			r.Picture = &bot.Picture{PNG: []byte("png"), Alt: rapid.String().Draw(rt, "alt")}
		}
		got, buttons := drawn(rt, render(r, "41"))
		squeeze := strings.NewReplacer(" ", "", "\n", "").Replace
		if want := squeeze(visible(strings.TrimSpace(text))); !strings.HasPrefix(squeeze(unescaped(got)), want) {
			rt.Errorf("words are lost: %d letters of %d", len(squeeze(unescaped(got))), len(want))
		}
		if want := len(r.Buttons) + 5*len(r.Rows); buttons != want {
			rt.Errorf("%d buttons, want %d", buttons, want)
		}
	})
}

// TestRender_LongText goes on in embeds, then in a further message.
func TestRender_LongText(t *testing.T) {
	discordfake.NeedSpec(t)
	for letters, want := range map[int][]int{1999: {0}, 2001: {1}, 6000: {1}, 7000: {2}, 9000: {2, 0}} {
		text := strings.Repeat(strings.Repeat("a", 99)+"\n", letters/100) + strings.Repeat("b", letters%100)
		got := render(bot.Reply{Text: text, Buttons: []bot.Button{{Label: "Why?", Command: "why"}}}, "41")
		drawn(t, got)
		var embeds []int
		for _, m := range got {
			embeds = append(embeds, len(m.Embeds))
		}
		if fmt.Sprint(embeds) != fmt.Sprint(want) {
			t.Errorf("%d letters: embeds %v, want %v", letters, embeds, want)
		}
		if last := got[len(got)-1]; len(last.Components) != 1 {
			t.Errorf("%d letters: the buttons are not on the last message", letters)
		}
	}
}

// TestRender_Picture travels with its alt text; a file that is too large for
// Discord is told.
func TestRender_Picture(t *testing.T) {
	m := render(bot.Reply{Text: "Your week", Picture: &bot.Picture{PNG: []byte("png"), Alt: strings.Repeat("long ", 400)}, File: &bot.File{Name: "log.csv", Data: []byte("a,b")}}, "41")[0]
	if len(m.files) != 2 || len(m.Attachments) != 2 || m.Embeds[0].Image.URL != "attachment://"+m.files[0].Name {
		t.Errorf("files %d, attachments %+v", len(m.files), m.Attachments)
	}
	if alt := m.Attachments[0].Description; length(alt) != maxAlt {
		t.Errorf("alt text of %d letters", length(alt))
	}
	m = render(bot.Reply{Text: "All of it", File: &bot.File{Name: "log.json", Data: make([]byte, maxUpload+1)}}, "41")[0]
	if len(m.files) != 0 || !strings.Contains(m.Content, "larger than") {
		t.Errorf("too large: %d files, %q", len(m.files), m.Content)
	}
}

// TestPressed: what a button says comes back as it was.
func TestPressed(t *testing.T) {
	for _, command := range []string{"why", "checkin on 2027-03-01 fatigue 4/5", strings.Repeat("x", 90)} {
		if got, form := pressed(pressID(25, command)); got != command || form != "" {
			t.Errorf("%q came back as %q, %q", command, got, form)
		}
		if n := len(pressID(25, command)); n > maxCustomID {
			t.Errorf("%q: an id of %d letters", command, n)
		}
	}
	if command, form := pressed(formID("12ab")); command != "" || form != "12ab" {
		t.Errorf("form came back as %q, %q", command, form)
	}
}

// TestRender_InstantsOnTheReadersClock: and nothing else is drawn as one.
func TestRender_InstantsOnTheReadersClock(t *testing.T) {
	at := time.Date(2027, 3, 5, 12, 0, 0, 0, time.UTC)
	r := bot.Reply{Text: "Next: Fri 5 Mar, 07:00.\n<t:1:F> note_1 at 08:00\nAgain at 08:00",
		Sections: []bot.Section{{Title: "Next", Body: "Fri 5 Mar, 07:00."}},
		Instants: []training.Instant{{At: at, Words: "Fri 5 Mar, 07:00"}},
		Findings: []advice.Finding{{Instants: []training.Instant{{At: at.Add(time.Hour), Words: "08:00"}}}}}
	got := render(r, "41")[0].Content
	want := "**Next**: <t:1804248000:F>.\n\\<t:1:F\\> note\\_1 at <t:1804251600:t>\nAgain at <t:1804251600:t>"
	if got = strings.Replace(got, "**Next** ", "**Next**: ", 1); got != want {
		t.Errorf("drawn\n%s\nwant\n%s", got, want)
	}
	if r.Text = "nothing of the kind"; render(r, "41")[0].Content != r.Text {
		t.Error("a time where none is named")
	}
}
