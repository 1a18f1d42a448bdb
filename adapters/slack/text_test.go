package slack

import (
	"encoding/json"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	slackgo "github.com/slack-go/slack"
	"pgregory.net/rapid"

	"tandem/bot"
	"tandem/coach/training"
)

func TestSplit_LosesNothingAndCutsNoWord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.StringOfN(rapid.RuneFrom([]rune("ab<&>é🏃*_`~")), 1, 12, -1)
		gap := rapid.SampledFrom([]string{" ", "\n", "\n\n", ". "})
		var b strings.Builder
		for range rapid.IntRange(0, 80).Draw(t, "words") {
			b.WriteString(word.Draw(t, "word") + gap.Draw(t, "gap"))
		}
		n := rapid.IntRange(150, 400).Draw(t, "n")
		parts := split(b.String(), n)
		for _, p := range parts {
			if size(p) > n || !utf8.ValidString(p) {
				t.Fatalf("a part of %d bytes: %q", size(p), p)
			}
		}
		if diff := cmp.Diff(strings.Fields(b.String()), strings.Fields(strings.Join(parts, " "))); diff != "" {
			t.Fatalf("words changed:\n%s", diff)
		}
	})
}

func TestSplit_OneEndlessWord(t *testing.T) {
	parts := split(strings.Repeat("🏋️‍♀️", 2000), maxBlockText)
	for _, p := range parts {
		if size(p) > maxBlockText || !utf8.ValidString(p) {
			t.Fatalf("%d bytes, valid %v", size(p), utf8.ValidString(p))
		}
	}
}

func TestPages_SayTheWholeText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 300, 3000)
		r := bot.Reply{Text: text.Draw(t, "before")}
		for range rapid.IntRange(0, 5).Draw(t, "sections") {
			s := bot.Section{Title: rapid.SampledFrom([]string{"", "Next", "🟢 Good"}).Draw(t, "title"), Body: text.Draw(t, "body"), Fixed: rapid.Bool().Draw(t, "drawing")}
			r.Sections = append(r.Sections, s)
			r.Text += "\n" + piece{title: s.Title, body: s.Body}.plain()
		}
		r.Text += "\n" + text.Draw(t, "after")
		var shown, drawn string
		for _, p := range pages(r) {
			shown += p.text
			for _, b := range p.blocks {
				drawn += literal(t, b)
			}
		}
		if want := letters(r.Text); letters(shown) != want {
			t.Fatalf("plain text\n%q\nbecame\n%q", want, letters(shown))
		}
		if drawn == "" && letters(r.Text) != "" {
			t.Fatal("nothing drawn")
		}
	})
}

// TestTimed_HostileWordsAroundAnInstant: an instant in the midst of what an
// athlete wrote changes nothing of it.
func TestTimed_HostileWordsAroundAnInstant(t *testing.T) {
	at := time.Date(2027, 3, 5, 7, 0, 0, 0, time.UTC)
	times := []training.Instant{{At: at, Words: "Fri 5 Mar, 07:00"}, {At: at.Add(time.Hour), Words: "08:00"}}
	els := timed("<!date^1^x|y> Fri 5 Mar, 07:00 and 08:00, again 08:00 <@U1>", times)
	var shown []string
	for _, e := range els {
		switch e := e.(type) {
		case *slackgo.RichTextSectionTextElement:
			shown = append(shown, e.Text)
		case *slackgo.RichTextSectionDateElement:
			shown = append(shown, *e.Fallback)
		}
	}
	want := []string{"<!date^1^x|y> ", "Fri 5 Mar, 07:00 (UTC+00:00)", " and ", "08:00 (UTC+00:00)", ", again ", "08:00 (UTC+00:00)", " <@U1>"}
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// letters are the letters of a text: splitting moves only what stands between.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}

func TestUnescape_WhatWasTyped(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"plain", "squat 5x5", "squat 5x5"},
		{"entities", "5 &lt; 6 &amp;&amp; 7 &gt; 6", "5 < 6 && 7 > 6"},
		{"escaped twice", "&amp;lt;", "&lt;"},
		{"the coach's mention", "<@U0BOT> log run 5km", "log run 5km"},
		{"its mention with a name", "<@U0BOT|tandem> today", "today"},
		{"a link", "see <https://example.org/a?b=1&amp;c=2>", "see https://example.org/a?b=1&c=2"},
		{"a link with words", "<https://example.org|example.org>", "example.org"},
		{"a channel", "in <#C1|gym>", "in #gym"},
		{"everybody", "<!channel> hi", "@channel hi"},
		{"mail", "<mailto:a@b.org>", "a@b.org"},
		{"open to the end", "a < b <c", "a < b <c"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := unescape(c.in, "U0BOT"); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

func TestClip_AtAWord(t *testing.T) {
	for _, c := range []struct {
		in   string
		n    int
		want string
	}{
		{"short", 10, "short"},
		{"warming up before lifting", 20, "warming up before…"},
		{strings.Repeat("x", 30), 10, "xxxxxxx…"},
		{"ééééé", 9, "ééé…"},
	} {
		if got := clip(c.in, c.n); got != c.want || len(got) > c.n {
			t.Errorf("clip(%q, %d) = %q", c.in, c.n, got)
		}
	}
}

// literal is what a block shows.
func literal(t *rapid.T, b any) string {
	raw, err := json.Marshal(b)
	if err != nil {
		t.Fatal(err)
	}
	var v struct {
		Elements []struct {
			Elements []struct{ Text string }
		}
	}
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	var out string
	for _, s := range v.Elements {
		for _, e := range s.Elements {
			out += e.Text
		}
	}
	return out
}
