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
	l := &lexer{text: text, out: make([]token, 0, len(text)/3+4), gap: true}
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

func lexClock(s string) (token, int) {
	t := token{kind: tkClock}
	at := 0
	for t.n < 3 {
		d := digits(s[at:])
		if d == 0 || d > 3 || (t.n > 0 && d != 2) {
			break
		}
		t.fields[t.n] = atoi(s[at : at+d])
		t.n++
		at += d
		if t.n == 3 || at >= len(s)-2 || s[at] != ':' || !isDigit(s[at+1]) || !isDigit(s[at+2]) {
			break
		}
		at++
	}
	if t.n < 2 || s[at-1] == ':' {
		return token{}, 0
	}
	if at < len(s)-1 && s[at] == '.' && isDigit(s[at+1]) { // hundredths of a watch
		frac := digits(s[at+1:])
		t.num = parseDecimal("0" + s[at:at+1+frac])
		at += 1 + frac
	}
	t.text = s[:at]
	return t, at
}

// lexDate reads YYYY-MM-DD, and an RFC 3339 instant whole.
func lexDate(s string) (token, int) {
	if len(s) < 10 || s[4] != '-' || s[7] != '-' || digits(s) != 4 || digits(s[5:]) != 2 || digits(s[8:]) != 2 {
		return token{}, 0
	}
	t := token{kind: tkDate, n: 3, fields: [3]int{atoi(s[:4]), atoi(s[5:7]), atoi(s[8:10])}}
	size := 10
	if len(s) > 11 && (s[10] == 'T' || s[10] == 't') && isDigit(s[11]) {
		size = 11
		for size < len(s) && (isDigit(s[size]) || strings.IndexByte(":+-Zz.", s[size]) >= 0) {
			size++
		}
	}
	t.text = s[:size]
	return t, size
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

// letters is the length of the letters at the start of s, with apostrophes
// inside a word.
func letters(s string) int {
	end := 0
	for end < len(s) {
		r, size := utf8.DecodeRuneInString(s[end:])
		if unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) {
			end += size
			continue
		}
		if r == '\'' || r == '’' {
			if after, _ := utf8.DecodeRuneInString(s[end+size:]); end > 0 && unicode.IsLetter(after) {
				end += size
				continue
			}
		}
		break
	}
	return end
}

// fold lowers a word and drops its apostrophes.
func fold(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsAny(s, "'’") {
		s = strings.NewReplacer("'", "", "’", "").Replace(s)
	}
	return s
}

// singular drops a plural ending: squats, presses, flies, crunches.
func singular(w string) string {
	n := len(w)
	switch {
	case w == "ups":
		return "up"
	case n < 4 || w[n-1] != 's' || w[n-2] == 's':
		return w
	case strings.HasSuffix(w, "sses"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		return w[:n-2]
	case strings.HasSuffix(w, "flies"):
		return w[:n-3] + "y"
	case strings.HasSuffix(w, "flyes"):
		return w[:n-2]
	}
	return w[:n-1]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func digits(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}
