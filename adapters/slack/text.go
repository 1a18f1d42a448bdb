package slack

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	slackgo "github.com/slack-go/slack"
	"github.com/slack-go/slack/slackutilsx"

	"tandem/coach/training"
)

// block is a piece as rich text: literal elements, which Slack never reads as
// markup, mentions or links, whoever wrote the words.
func (p piece) block() *slackgo.RichTextBlock {
	var els []slackgo.RichTextSectionElement
	if p.title != "" {
		els = append(els, slackgo.NewRichTextSectionTextElement(p.title+"\n", &slackgo.RichTextSectionTextStyle{Bold: true}))
	}
	if p.fixed {
		all := []slackgo.RichTextElement{&slackgo.RichTextPreformatted{Type: slackgo.RTEPreformatted,
			Elements: []slackgo.RichTextSectionElement{slackgo.NewRichTextSectionTextElement(p.body, nil)}}}
		if len(els) > 0 {
			all = append([]slackgo.RichTextElement{slackgo.NewRichTextSection(els...)}, all...)
		}
		return slackgo.NewRichTextBlock("", all...)
	}
	els = append(els, spans(p.body, p.times)...)
	return slackgo.NewRichTextBlock("", slackgo.NewRichTextSection(els...))
}

var (
	codeSpan = regexp.MustCompile("`([^`\n]+)`")
	linkLike = regexp.MustCompile(`\S\.\S|://`)
)

// spans cuts a text into plain words, instants and, between backticks, words to
// type.
func spans(s string, times []training.Instant) []slackgo.RichTextSectionElement {
	var els []slackgo.RichTextSectionElement
	at := 0
	for _, m := range codeSpan.FindAllStringSubmatchIndex(s, -1) {
		els = append(els, timed(s[at:m[0]], times)...)
		els = append(els, slackgo.NewRichTextSectionTextElement(s[m[2]:m[3]], &slackgo.RichTextSectionTextStyle{Code: true}))
		at = m[1]
	}
	return append(els, timed(s[at:], times)...)
}

// timed is plain text whose instants Slack shows on the reader's own clock. Where
// it cannot, the coach's words stand, with the clock they are on.
func timed(s string, times []training.Instant) []slackgo.RichTextSectionElement {
	for i, t := range times {
		before, after, found := strings.Cut(s, t.Words)
		if !found || t.Words == "" {
			continue
		}
		format, fallback := "{time}", t.Words+t.At.Format(" (UTC-07:00)")
		if t.NamesDay() {
			format = "{date_long_pretty} at {time}"
		}
		date := slackgo.NewRichTextSectionDateElement(t.At.Unix(), format, nil, &fallback)
		return slices.Concat(timed(before, times[i+1:]), []slackgo.RichTextSectionElement{date}, timed(after, times[i:]))
	}
	return words(s)
}

// words is plain text; what looks like a link is marked not to become one.
func words(s string) []slackgo.RichTextSectionElement {
	if s == "" {
		return nil
	}
	var style *slackgo.RichTextSectionTextStyle
	if linkLike.MatchString(s) {
		style = &slackgo.RichTextSectionTextStyle{Unlink: true}
	}
	return []slackgo.RichTextSectionElement{slackgo.NewRichTextSectionTextElement(s, style)}
}

// plain is a text object without markup, cut to n characters.
func plain(s string, n int) *slackgo.TextBlockObject {
	return slackgo.NewTextBlockObject(slackgo.PlainTextType, clip(s, n), false, false)
}

// size is how long a text is for Slack at most.
func size(s string) int { return len(escape(s)) }

func join(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + "\n" + b
}

// clip cuts at a word so that at most n bytes stay, and shows that it did.
func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	head := s[:boundary(s, n-len("…"))]
	if i := strings.LastIndexAny(head, " \n\t"); i > n/2 {
		head = head[:i]
	}
	return strings.TrimSpace(head) + "…"
}

// split cuts a text into parts of at most n bytes when escaped: between
// paragraphs where it can, else between lines, sentences, words, and inside a
// word only where one is longer than a part.
func split(s string, n int) []string {
	var out []string
	for s = strings.TrimSpace(s); size(s) > n; {
		head := s[:fitting(s, n)]
		at := len(head)
		for _, sep := range []string{"\n\n", "\n", ". ", " "} {
			if i := strings.LastIndex(head, sep); i > len(head)/3 {
				at = i + len(sep)
				break
			}
		}
		out = append(out, strings.TrimSpace(s[:at]))
		s = strings.TrimSpace(s[at:])
	}
	if s != "" {
		out = append(out, s)
	}
	return out
}

// fitting is how many bytes of s fit into n when escaped, at least one rune.
func fitting(s string, n int) int {
	length := 0
	for i, r := range s {
		length += size(string(r))
		if length > n && i > 0 {
			return i
		}
	}
	return len(s)
}

// boundary is the last place at or before n that is not inside a rune.
func boundary(s string, n int) int {
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return n
}

// escape is a text in which Slack sees no markup.
func escape(s string) string { return slackutilsx.EscapeMessage(s) }
