package training

import (
	"slices"
	"strings"
)

// reader turns tokens into items: it knows every fixed word of the grammar,
// but not yet which session an item belongs to.
type reader struct {
	text    string
	own     map[string]bool
	tok     []token
	i       int
	out     []item
	remarks []string
	words   map[string]meaning
	names   *vocabulary
	leading bool // the first term of a figure is being read
}

func readItems(text string, c Context) ([]item, []string) {
	r := &reader{text: text, own: c.Own, tok: lex(text), words: phrases(), names: exercises()}
	r.out = make([]item, 0, len(r.tok)/2+4)
	r.skipCommand()
	for r.i < len(r.tok) {
		r.next()
	}
	r.joinNames()
	return r.out, r.remarks
}

// skipCommand passes over "log" or "/log" in front.
func (r *reader) skipCommand() {
	n := 0
	for r.peek(n).is('/') || r.peek(n).is('\n') && n < len(r.tok) {
		n++
	}
	if r.peek(n).word(commandWords...) {
		r.i = n + 1
	}
}

// commandWords are "log", how else it is said, and how a finger slips in it.
// Words that begin an exercise (low, leg, long) are none of them.
var commandWords = []string{"log", "logs", "logged", "logging", "lgo", "olg", "logg", "llog", "loog", "lof", "loh", "kog", "lpg", "lig"}

// emit adds an item made of the tokens from r.i to r.i+n, and moves on.
func (r *reader) emit(it item, n int) {
	it.from, it.to = r.tok[r.i].from, r.tok[r.i+n-1].to
	it.text = r.text[it.from:it.to]
	r.out = append(r.out, it)
	r.i += n
}

// peek returns the token k places on; a newline when there is none.
func (r *reader) peek(k int) *token {
	if r.i+k < len(r.tok) {
		return &r.tok[r.i+k]
	}
	return &lineEnd
}

var lineEnd = token{kind: tkSym, sym: '\n'}

func (t *token) is(sym rune) bool { return t.kind == tkSym && t.sym == sym }

func (t *token) word(words ...string) bool { return t.kind == tkWord && slices.Contains(words, t.text) }

func (r *reader) next() {
	switch t := &r.tok[r.i]; t.kind {
	case tkNote:
		r.emit(item{meaning: meaning{kind: iNote}, name: t.text}, 1)
	case tkQuoted:
		r.quoted(t)
	case tkDate:
		r.date(t)
	case tkClock:
		r.clock()
	case tkNum:
		r.number()
	case tkSym:
		r.symbol(t)
	default:
		r.word(t)
	}
}

func (r *reader) kind(k itemKind, n int) { r.emit(item{meaning: meaning{kind: k}}, n) }

func (r *reader) symbol(t *token) {
	switch {
	case t.sym == '\n':
		r.kind(iLine, 1)
	case t.sym == '.' && !t.glued && r.peek(1).kind == tkNum, t.sym == ':' || t.sym == '[' || t.sym == ']':
		r.i++
	case t.sym == ';':
		r.kind(iThen, 1)
	case t.sym == '.':
		r.kind(iThen, 1)
	case t.sym == '+' && (r.peek(1).kind != tkNum || !r.peek(1).glued && r.peek(2).is('x')):
		r.emit(item{meaning: meaning{kind: iMark, mark: markSuperset}}, 1)
	case t.sym == '/' && r.peek(1).word("leg", "side", "arm", "hand", "each", "ea"):
		r.emit(item{meaning: meaning{kind: iFluff, mark: markSide}}, 2)
	case t.sym == ',' || t.sym == '&' || t.sym == '/':
		r.kind(iComma, 1)
	case t.sym == '@':
		r.at(1)
	case t.sym == '-' && t.glued && r.i > 0 && r.tok[r.i-1].kind == tkNum && r.peek(1).kind == tkNum && r.peek(1).glued:
		r.kind(iRange, 2)
	case t.sym == '+', t.sym == 'x':
		r.figure()
	case t.sym == '#' && r.peek(1).word("unit", "units"):
		r.i++
	case t.sym == '(':
		r.brackets()
	case t.sym == '?':
		r.kind(iPlan, 1)
	default:
		r.i++
	}
}

// brackets reads what stands in round brackets as part of the entry when it
// begins with something known, else as a note.
func (r *reader) brackets() {
	if last := len(r.out) - 1; last >= 0 && (r.out[last].kind == iName || r.out[last].kind == iUnknown) {
		r.i++ // "Squat (Barbell)": part of the name
		return
	}
	end := 1
	for !r.peek(end).is(')') {
		if r.peek(end).is('\n') || end > longestBracket {
			r.i++
			return
		}
		end++
	}
	first := r.peek(1)
	known := first.kind == tkNum || first.kind == tkClock || first.is('@') || first.kind != tkWord
	if first.kind == tkWord {
		what, n := r.phrase(r.i + 1)
		_, m := r.vocabulary(r.i + 1)
		known = n > 0 && what.kind != iFluff || m > 0 || first.word("rpe", "rir", "rest", "bw", "hr", "srpe", "f")
	}
	if known || end == 1 {
		r.i++
		return
	}
	r.emit(item{meaning: meaning{kind: iNote}, name: strings.TrimSpace(r.text[r.tok[r.i].to:r.tok[r.i+end].from])}, end+1)
}

// word reads a facet with its number ("rpe 8"), then the longest exercise name
// or fixed phrase that starts here, then unknown words.
func (r *reader) word(t *token) {
	if r.facet(t) || r.label(t) {
		return
	}
	if pair := r.peek(2); t.word("run", "walk", "jog") && r.peek(1).is('/') && pair.word("run", "walk", "jog") && pair.text != t.text { // walk/run
		r.emit(item{meaning: meaning{kind: iSport, sport: Run}}, 3)
		return
	}
	if t.word("mile", "miler") && (r.i == 0 || r.tok[r.i-1].kind != tkNum) { // "a mile in 7:30"
		r.emit(item{meaning: meaning{kind: iFigure}, terms: []term{{values: []float64{1}, unit: uMile, from: t.from, to: t.to}}}, 1)
		return
	}
	if t.text == "f" && t.glued && r.i > 0 && (r.tok[r.i-1].kind == tkNum || r.tok[r.i-1].kind == tkWord) { // 100x4F
		r.emit(item{meaning: meaning{kind: iMark, mark: markFail}}, 1)
		return
	}
	if t.text == "e" && r.peek(1).is('/') && r.peek(2).word("s", "side", "l", "leg", "a", "arm") { // e/s: each side
		r.emit(item{meaning: meaning{kind: iFluff, mark: markSide}}, 3)
		return
	}
	m, n := r.phrase(r.i)
	e, k := r.vocabulary(r.i)
	if own := r.ownName(); own > 0 && own >= max(n, k) {
		name := titleCase(r.text[r.tok[r.i].from:r.tok[r.i+own-1].to])
		r.emit(item{meaning: meaning{kind: iName}, name: name}, own)
		return
	}
	switch {
	case k > 0 && k >= n:
		either := k == n && m.kind == iSport || t.text == "row" || t.text == "rows"
		r.emit(item{meaning: meaning{kind: iName}, name: e.Name, exercise: e, either: either}, k)
	case n > 0 && m.kind == iMonth:
		r.month(m, n)
	case n > 0 && m.kind == iAt:
		r.at(n)
	case n > 0 && (m.kind == iDay || m.kind == iWeekday):
		r.emit(item{meaning: m}, n)
		r.clockOfDay(m)
	case n > 0:
		r.emit(item{meaning: m}, n)
	default:
		r.emit(item{meaning: meaning{kind: iUnknown}}, 1)
	}
}

// How far the reader looks ahead, so that no text takes long: words of a
// phrase, tokens of a phrase, tokens of a bracket.
const (
	longestPhrase  = 6
	longestSpan    = 16
	longestBracket = 60
)

// phrase finds the longest fixed phrase that starts at token i.
func (r *reader) phrase(i int) (m meaning, n int) {
	r.keys(i, func(key []byte, taken int) {
		if found, ok := r.words[string(key)]; ok {
			m, n = found, taken
		}
	})
	return m, n
}

// vocabulary finds the longest exercise name that starts at token i.
func (r *reader) vocabulary(i int) (e *Exercise, n int) {
	r.keys(i, func(key []byte, taken int) {
		if at, ok := r.names.byKey[string(key)]; ok {
			e, n = &r.names.all[at], taken
		}
	})
	return e, n
}

// keys calls f with the key of one word, of two, and so on. Hyphens, brackets
// and ampersands inside a name are passed over.
func (r *reader) keys(i int, f func(key []byte, taken int)) {
	var buf [64]byte
	key := buf[:0]
	words := 0
	for k := i; k < len(r.tok) && k < i+longestSpan && words < longestPhrase; k++ {
		switch t := &r.tok[k]; {
		case t.kind == tkWord:
			key = append(key, t.stem...)
		case t.kind == tkNum && words > 0 && t.num < 100:
			key = append(key, t.text...)
		case words > 0 && t.kind == tkSym && strings.ContainsRune("-()&'", t.sym):
			if t.sym == ')' && r.closes(i, k) {
				f(key, k+1-i)
			}
			continue
		default:
			return
		}
		words++
		f(key, k+1-i)
	}
}

// closes reports whether the bracket at k was opened after token i.
func (r *reader) closes(i, k int) bool {
	for ; k >= i; k-- {
		if r.tok[k].is('(') {
			return true
		}
	}
	return false
}

// label reads "a1" in front of an exercise of a superset.
func (r *reader) label(t *token) bool {
	next := r.peek(1)
	if len(t.text) != 1 || next.kind != tkNum || !next.glued || next.num < 1 || next.num > 9 || next.decimals > 0 {
		return false
	}
	if after := r.peek(2); after.kind == tkSym && after.glued && after.sym != ':' && after.sym != '.' && after.sym != ')' {
		return false
	}
	if t.text == "w" || t.text == "z" || t.text == "x" || t.text == "r" {
		return false
	}
	r.emit(item{meaning: meaning{kind: iLabel}, letter: int(t.text[0]-'a') + 1}, 2)
	if after := r.peek(0); after.is('.') || after.is(')') {
		r.i++
	}
	return true
}
