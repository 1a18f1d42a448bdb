package discord

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf16"
)

// escape makes text that shows as it is: it mentions nobody, links nowhere and
// formats nothing. A command between backticks stays code, since in it only
// letters, digits and a few signs can stand.
func escape(text string) string {
	var b strings.Builder
	for i, line := range strings.Split(visible(text), "\n") {
		if i > 0 {
			b.WriteByte('\n')
		}
		escapeLine(&b, line)
	}
	return b.String()
}

// commandRE is a command as the coach quotes one.
var commandRE = regexp.MustCompile("`/?[a-z][A-Za-z0-9 .,:;@+=%-]{0,80}`")

// blockRE is what begins a heading, a quote or a list at the start of a line.
var blockRE = regexp.MustCompile(`^(\s*)(#|>|-|\+|\d+[.)])`)

func escapeLine(b *strings.Builder, line string) {
	if m := blockRE.FindStringSubmatchIndex(line); m != nil {
		end := m[5] - 1 // before the sign itself; a number keeps its digits
		b.WriteString(line[:end])
		b.WriteByte('\\')
		b.WriteByte(line[end])
		line = line[m[5]:]
	}
	for {
		m := commandRE.FindStringIndex(line)
		if m == nil || strings.Count(line[:m[0]], "`")%2 == 1 || strings.Contains(line[m[0]:m[1]], "://") {
			escapeSigns(b, line)
			return
		}
		escapeSigns(b, line[:m[0]])
		b.WriteString(line[m[0]:m[1]])
		line = line[m[1]:]
		if strings.HasPrefix(line, "`") { // would join the code's end
			escapeSigns(b, line)
			return
		}
	}
}

// escapeSigns puts a backslash before whatever Discord's Markdown reads.
func escapeSigns(b *strings.Builder, s string) {
	for i, r := range s {
		rest := s[i:]
		switch {
		case strings.ContainsRune("\\*_`<>[]", r),
			r == '@' && (strings.HasPrefix(rest, "@everyone") || strings.HasPrefix(rest, "@here")),
			(r == '~' || r == '|') && (strings.HasPrefix(rest[1:], string(r)) || strings.HasSuffix(s[:i], string(r))),
			r == ':' && strings.HasPrefix(rest, "://"),
			r == '.' && strings.HasPrefix(rest, ".gg/"), r == '.' && strings.HasPrefix(rest, ".com/invite"):
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
}

// visible drops what cannot be seen and can mislead: control characters, and
// signs that turn the direction of writing or join words unseen.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r), r >= 0x202A && r <= 0x202E, r >= 0x2066 && r <= 0x2069,
			r == 0x200B, r == 0x200E, r == 0x200F, r == 0x2060, r == 0xFEFF, r == unicode.ReplacementChar:
			return -1
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// length is how Discord counts, at the most: in UTF-16 units.
func length(s string) (n int) {
	for _, r := range s {
		n += max(utf16.RuneLen(r), 1)
	}
	return n
}

// clip cuts to n units, at the end of a letter.
func clip(s string, n int) string {
	used := 0
	for i, r := range s {
		if used += max(utf16.RuneLen(r), 1); used > n {
			return s[:i]
		}
	}
	return s
}
