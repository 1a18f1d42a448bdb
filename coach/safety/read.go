package safety

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxText is the number of bytes that Check reads. Longer than any message
// that a chat platform carries as one; it bounds the work on pasted files.
const maxText = 20_000

// How much farther apart two words count when a comma or the end of a sentence
// stands between them. A full stop is weak evidence: people type "my chest.
// hurts. a lot".
const (
	commaGap    = 1
	sentenceGap = 3
)

// A word is one folded word of a message.
type word struct {
	text  string // lower case, no accents, no apostrophes, spelling mended
	typed string // as folded, before mending
	pos   int    // place in the text, with the gaps of punctuation added
	num   int    // value of a number, -1 for a word
	comma bool   // a comma or dash stands before it
	stop  bool   // a sentence ends before it
}

// read folds a text and cuts it into words. Digits and the letters behind them
// are cut apart ("35c", "6wks"), contractions lose their apostrophe ("can't"
// is "cant"), laughing faces become "lol".
func read(text string) []word {
	if len(text) > maxText {
		text = text[:maxText]
	}
	r := reader{words: make([]word, 0, len(text)/5+1)}
	text = fold(text)
	for i, c := range text {
		r.rune(c, text[i+utf8.RuneLen(c):])
	}
	r.endWord()
	return r.words
}

// fold lowers the case and takes accents, ligatures and full-width forms apart.
func fold(text string) string {
	text = strings.ToValidUTF8(text, " ")
	ascii := true
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if !ascii {
		text = norm.NFKD.String(text)
	}
	return strings.ToLower(text)
}

type reader struct {
	words   []word
	current []byte
	digits  bool
	pos     int
	comma   bool
	stop    bool
}

func (r *reader) rune(c rune, rest string) {
	switch {
	case c >= '0' && c <= '9':
		if !r.digits && len(r.current) > 0 && !letterDigit(r.current) {
			r.endWord()
		}
		r.digits = len(r.current) == 0 || r.digits
		r.current = append(r.current, byte(c))
	case unicode.IsLetter(c):
		if r.digits {
			r.endWord()
		}
		r.current = utf8.AppendRune(r.current, c)
	case unicode.Is(unicode.Mn, c), c == '\'', c == '’', c == '‘', c == '`', c == '´', c == '\u200d', c == '\ufe0f', c == '*':
		// accents, apostrophes and emphasis marks belong to the word
	case c == ',' && r.digits && startsWithDigit(rest):
		// 1,000
	case c == '.' && r.digits && startsWithDigit(rest):
		r.endWord() // 40.5 reads as 40, the decimals as a word that nothing names
	default:
		r.endWord()
		r.punctuation(c)
	}
}

// letterDigit says whether a digit continues the word: "t1d", "c4".
func letterDigit(current []byte) bool { return len(current) == 1 }

func startsWithDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func (r *reader) punctuation(c rune) {
	switch c {
	case '.', '!', '?', ';', ':', '\n', '(', ')', '…':
		if !r.stop {
			r.pos += sentenceGap
		}
		r.stop = true
	case ',', '-', '–', '—', '/', '+', '&', '|':
		if c == ',' || c == '–' || c == '—' || c == '|' {
			if !r.comma && !r.stop {
				r.pos += commaGap
			}
			r.comma = true
		}
	case '😂', '🤣', '😅', '😆', '💀', '😹', '☠', '😜', '😝', '🥵':
		r.current = append(r.current, "lol"...)
		r.endWord()
	}
}

func (r *reader) endWord() {
	if len(r.current) == 0 {
		r.digits = false
		return
	}
	text := squeeze(string(r.current))
	w := word{text: text, typed: text, pos: r.pos, num: -1, comma: r.comma, stop: r.stop}
	if r.digits {
		w.num = atoi(text)
	}
	r.words = append(r.words, w)
	r.pos++
	r.current, r.digits, r.comma, r.stop = r.current[:0], false, false, false
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 1 << 30
	}
	return n
}

// squeeze shortens a letter held down: "paaaain" is "pain". Digits stay.
func squeeze(s string) string {
	run := 0
	for i := 1; i < len(s); i++ {
		if s[i] == s[i-1] && (s[i] < '0' || s[i] > '9') {
			if run++; run == 2 {
				return squeezeAll(s)
			}
			continue
		}
		run = 0
	}
	return s
}

func squeezeAll(s string) string {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); {
		j := i
		for j < len(s) && s[j] == s[i] {
			j++
		}
		if n := j - i; n >= 3 {
			out = append(out, s[i])
		} else {
			out = append(out, s[i:j]...)
		}
		i = j
	}
	return string(out)
}

// joinMyself writes "my self" as one word, as rules know it.
func joinMyself(words []word) []word {
	for i := 0; i+1 < len(words); i++ {
		if words[i].text == "my" && words[i+1].text == "self" && !words[i+1].stop {
			words[i].text, words[i].typed = "myself", "myself"
			words = append(words[:i+1], words[i+2:]...)
		}
	}
	return words
}
