package training

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
