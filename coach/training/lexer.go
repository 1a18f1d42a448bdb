package training

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

type tokenKind uint8

const (
	tkWord   tokenKind = iota // letters
	tkNum                     // 100, 62.5
	tkClock                   // 18:30, 1:20:00, 7.30 is a number
	tkDate                    // 2026-11-20, or with T18:30:00Z behind
	tkSym                     // one of x @ , : / + - % # ( ) [ ] = & . ; newline
	tkQuoted                  // "any name"
	tkNote                    // the athlete's words to the end of the line
)

// token is one piece of an entry. from and to are byte offsets in the text as
// it was typed, so that a question can rewrite exactly the piece it is about.
type token struct {
	kind     tokenKind
	sym      rune
	glued    bool // nothing stands between it and the token before
	text     string
	stem     string // of a word: lower case and singular
	num      float64
	decimals int
	fields   [3]int // of a clock: as typed; of a date: year, month, day
	n        int    // how many fields
	from, to int
}

type lexer struct {
	text string
	pos  int
	out  []token
	gap  bool // a space or something skipped stood before
}

// lex splits text into tokens. It reads anything: what means nothing in an
// entry (emoji, chat markup, stray punctuation) is passed over like a space.
func lex(text string) []token {
	l := &lexer{text: text, out: make([]token, 0, len(text)/2+4), gap: true}
	l.bullet()
	for l.pos < len(l.text) {
		l.next()
	}
	return l.out
}

func (l *lexer) next() {
	r, size := utf8.DecodeRuneInString(l.text[l.pos:])
	switch {
	case r == '\n' || r == '\r' || r == '\u2028':
		l.symbol('\n', size)
		l.bullet()
	case r == ':' && l.emojiCode():
	case r >= '0' && r <= '9':
		l.number()
	case unicode.IsLetter(r):
		l.word()
	case r == '"' || r == '“' || r == '”' || r == '„':
		l.quoted(size)
	case r == '×' || r == '✕' || r == '✖' || r == '*':
		l.times(size)
	case r == '–' || r == '—' || r == '−':
		l.symbol('-', size)
	case r == '\'' || r == '’' || r == '′':
		l.symbol('\'', size)
	case r == '•' || r == '·':
		l.symbol('\n', size)
	case strings.ContainsRune("@,:/+-%#()[]=&.;?", r):
		l.symbol(r, size)
	default: // spaces of every width, emoji, variation selectors, control characters
		l.pos += size
		l.gap = true
	}
}

func (l *lexer) add(t token, size int) {
	t.from, t.to = l.pos, l.pos+size
	t.glued = !l.gap
	l.out = append(l.out, t)
	l.pos += size
	l.gap = false
}

func (l *lexer) symbol(r rune, size int) { l.add(token{kind: tkSym, sym: r}, size) }

// times reads an asterisk: a multiplication sign between numbers, a note at
// the start of a line without numbers (Traindown), else a bullet or bold type.
func (l *lexer) times(size int) {
	last := len(l.out) - 1
	if last < 0 || l.out[last].sym == '\n' {
		line, _, _ := strings.Cut(l.text[l.pos+size:], "\n")
		if strings.HasPrefix(line, " ") && l.text[l.pos] == '*' && !strings.ContainsAny(line, "0123456789") {
			l.note(size)
			return
		}
	} else if after := strings.TrimLeft(l.text[l.pos+size:], " \u00a0"); after != "" && after[0] >= '0' && after[0] <= '9' {
		l.symbol('x', size)
		return
	}
	l.pos += size
	l.gap = true
}

// note takes the rest of the line as the athlete's own words.
func (l *lexer) note(skip int) {
	rest := l.text[l.pos:]
	end := strings.IndexAny(rest, "\r\n")
	if end < 0 {
		end = len(rest)
	}
	words := strings.TrimSpace(strings.TrimLeft(rest[min(skip, end):end], ":=- \t\u00a0"))
	l.add(token{kind: tkNote, text: words}, end)
}

// bullet passes over "- " and "1. " at the start of a line.
func (l *lexer) bullet() {
	rest := l.text[l.pos:]
	trimmed := strings.TrimLeft(rest, " \t")
	digits := len(trimmed) - len(strings.TrimLeft(trimmed, "0123456789"))
	mark := trimmed[digits:]
	if (digits == 0 && strings.HasPrefix(mark, "- ")) || (digits > 0 && digits < 3 && (strings.HasPrefix(mark, ". ") || strings.HasPrefix(mark, ") "))) {
		l.pos += len(rest) - len(mark) + 2
		l.gap = true
	}
}

// emojiCode passes over ":muscle:", as chat platforms write emoji, and reports
// whether there was one.
func (l *lexer) emojiCode() bool {
	rest := l.text[l.pos+1:]
	end := strings.IndexByte(rest, ':')
	if end < 2 || rest[0] < 'a' || rest[0] > 'z' {
		return false
	}
	for i := range end {
		if c := rest[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_' && c != '-' && c != '+' {
			return false
		}
	}
	l.pos += end + 2
	l.gap = true
	return true
}

func (l *lexer) quoted(size int) {
	rest := l.text[l.pos+size:]
	end := strings.IndexAny(rest, "\"“”„\n")
	if end < 0 || rest[end] == '\n' || strings.TrimSpace(rest[:end]) == "" {
		if last := len(l.out) - 1; last >= 0 && l.out[last].kind == tkNum && !l.gap { // inches are nothing we read
			l.symbol('"', size)
			return
		}
		l.pos += size
		l.gap = true
		return
	}
	_, closing := utf8.DecodeRuneInString(rest[end:])
	l.add(token{kind: tkQuoted, text: strings.TrimSpace(rest[:end])}, size+end+closing)
}

// number reads a number, a clock or a date.
func (l *lexer) number() {
	rest := l.text[l.pos:]
	if t, size := lexDate(rest); size > 0 {
		l.add(t, size)
		return
	}
	if t, size := lexClock(rest); size > 0 {
		l.add(t, size)
		return
	}
	end := digits(rest)
	t := token{kind: tkNum}
	for i := range end {
		t.num = t.num*10 + float64(rest[i]-'0')
	}
	if end < len(rest)-1 && rest[end] == '.' && isDigit(rest[end+1]) {
		frac := digits(rest[end+1:])
		t.decimals = frac
		t.num = parseDecimal(rest[:end+1+frac])
		end += 1 + frac
	}
	if end > 15 {
		t.num = parseDecimal(rest[:end])
	}
	t.text = rest[:end]
	l.add(t, end)
}

// word reads letters, and takes the x out of "kgx5", "5xbw" and "x5".
func (l *lexer) word() {
	rest := l.text[l.pos:]
	size := letters(rest)
	text := fold(rest[:size])
	if last := len(l.out) - 1; text[0] == 'x' && (len(text) == 1 || (last >= 0 && !l.gap && l.out[last].kind == tkNum)) {
		l.symbol('x', 1)
		return
	}
	digitNext := size < len(rest) && isDigit(rest[size])
	if short := len(text) - 1; short > 0 && text[short] == 'x' && digitNext && len(text) == size {
		if _, ok := unitWords[text[:short]]; ok {
			text, size = text[:short], size-1
		}
	}
	if text == "note" || text == "notes" {
		l.note(size)
		return
	}
	if text == "t" && strings.HasPrefix(rest, "t2b") || strings.HasPrefix(rest, "T2B") {
		text, size = "t2b", 3
	}
	l.add(token{kind: tkWord, text: text, stem: singular(text)}, size)
}
