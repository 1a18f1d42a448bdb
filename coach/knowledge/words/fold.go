package words

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longest is how much of a message is read, in bytes. Nobody asks a coach a
// longer question, and a longer text must not cost more time.
const longest = 4000

// fold returns the text lower-cased, without accents, in compatibility form,
// with typographic quotes and dashes made plain.
func fold(text string) string {
	if !isASCII(text) {
		text = stripMarks(norm.NFKD.String(text))
	}
	return strings.ToLower(text)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

func stripMarks(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r), unicode.Is(unicode.Cf, r):
			return -1
		case strings.ContainsRune("’‘`´ʼ", r):
			return '\''
		case strings.ContainsRune("“”«»", r):
			return '"'
		case strings.ContainsRune("–—−‐‑", r):
			return '-'
		case r == '×':
			return 'x'
		}
		return r
	}, s)
}

// clip cuts a text at the last full character within the limit.
func clip(text string) string {
	if len(text) <= longest {
		return text
	}
	cut := longest
	for cut > 0 && text[cut]&0xC0 == 0x80 {
		cut--
	}
	return text[:cut]
}
