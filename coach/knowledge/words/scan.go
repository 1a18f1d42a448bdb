package words

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

var (
	mention = regexp.MustCompile(`<[@#!][^>]*>|(^|\s)@[\w.\-]+`)
	link    = regexp.MustCompile(`(https?://|www\.)\S+|<https?:[^>]*>`)
)

// Sentences reads a text: its sentences, at most 64, without those that hold
// no word. Start and End are bytes of the text given.
func (r *Reader) Sentences(text string) []Sentence {
	text = clip(text)
	var out []Sentence
	for _, span := range spans(text) {
		s := Sentence{Start: span.start, End: span.end, Question: span.question}
		s.Tokens = r.tokens(text[span.start:span.end])
		if len(s.Tokens) > 0 && len(out) < 64 {
			out = append(out, s)
		}
	}
	return out
}

type span struct {
	start, end int
	question   bool
}

// spans cuts a text at sentence ends. A stop within a number or a short form
// ("26.2", "e.g.") ends nothing: a sentence ends where white space follows.
func spans(text string) []span {
	var out []span
	start := 0
	cut := func(end int, question bool) {
		if strings.TrimSpace(text[start:end]) != "" {
			out = append(out, span{start, end, question})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\n':
			cut(i+1, false)
		case '?', '!', '.', ';':
			question := text[i] == '?'
			for i+1 < len(text) && strings.IndexByte("?!.;", text[i+1]) >= 0 {
				i++
				question = question || text[i] == '?'
			}
			if question || i+1 == len(text) || text[i+1] == ' ' || text[i+1] == '\n' {
				cut(i+1, question)
			}
		}
	}
	cut(len(text), false)
	return out
}

// tokens reads one sentence.
func (r *Reader) tokens(sentence string) []Token {
	if strings.ContainsAny(sentence, "@<") || strings.Contains(sentence, "://") || strings.Contains(sentence, "www.") {
		sentence = link.ReplaceAllString(mention.ReplaceAllString(sentence, " atmention "), " weblink ")
	}
	var out []Token
	for _, word := range split(fold(sentence)) {
		out = r.appendWord(out, word)
	}
	return classify(out)
}

// appendWord adds a word, spelled out where it is a short form.
func (r *Reader) appendWord(out []Token, word string) []Token {
	bare := strings.ReplaceAll(word, "'", "")
	if long, ok := r.slang[bare]; ok {
		for _, w := range long {
			out = append(out, Token{Typed: bare, Text: w, Stem: Stem(w)})
		}
		return out
	}
	bare = strings.TrimSuffix(word, "'s")
	bare = strings.ReplaceAll(bare, "'", "")
	right := r.spelling.correct(bare)
	if long, ok := r.slang[right]; ok && right != bare {
		for _, w := range long {
			out = append(out, Token{Typed: bare, Text: w, Stem: Stem(w)})
		}
		return out
	}
	return append(out, Token{Typed: bare, Text: right, Stem: Stem(right)})
}

// split cuts folded text into words: runs of letters, digits and apostrophes,
// with the points and slashes that belong to numbers.
func split(s string) []string {
	var out []string
	start := -1
	flush := func(end int) {
		if start >= 0 {
			if w := strings.Trim(s[start:end], "'./:&"); w != "" {
				out = append(out, w)
			}
			start = -1
		}
	}
	for i, c := range s {
		if wordRune(s, i, c) {
			if start < 0 {
				start = i
			}
			continue
		}
		flush(i)
	}
	flush(len(s))
	return out
}

// Split returns the words of a text, folded, as the vocabulary of a Reader.
func Split(text string) []string {
	var out []string
	for _, w := range split(fold(text)) {
		w = strings.ReplaceAll(strings.TrimSuffix(w, "'s"), "'", "")
		if !startsWithDigit(w) {
			out = append(out, w)
		}
	}
	return out
}

func wordRune(s string, i int, c rune) bool {
	if unicode.IsLetter(c) || unicode.IsDigit(c) || c == '\'' || c == '%' {
		return true
	}
	if i == 0 || i+1 >= len(s) {
		return false
	}
	digitBefore, digitAfter := isDigit(s[i-1]), isDigit(s[i+1])
	switch c {
	case '.', ':':
		return digitBefore && digitAfter
	case '/':
		return digitBefore && digitAfter || s[i-1] == 'w' && (i < 2 || s[i-2] == ' ')
	case '&':
		return s[i-1] == 's' && s[i+1] == 'c'
	}
	return false
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

func startsWithDigit(s string) bool {
	c, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(c)
}
