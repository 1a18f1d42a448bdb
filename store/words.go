package store

import (
	"strings"
	"unicode"
)

// maxQuestion is the length in letters to which a question is kept: what is
// longer is a story, and stories tell who wrote them.
const maxQuestion = 200

// Normal is the form in which questions are counted, so that the same question
// typed in two ways is one: lower case, single spaces, no mark at the end, at
// most 200 letters, and long numbers, addresses and mentions hidden.
func Normal(question string) string {
	words := strings.Fields(strings.ToLower(question))
	for i, w := range words {
		if personal(w) {
			words[i] = "#"
		}
	}
	s := strings.TrimRight(strings.Join(words, " "), " ?!.,;:…")
	if letters := []rune(s); len(letters) > maxQuestion {
		s = strings.TrimSpace(string(letters[:maxQuestion]))
	}
	return s
}

// personal reports whether a word is a long number (six digits or more), an
// address or a mention; "@8" is an effort.
func personal(word string) bool {
	digits := 0
	for _, r := range word {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	_, after, at := strings.Cut(word, "@")
	return digits >= 6 || at && after != "" && !unicode.IsDigit(rune(after[0]))
}
