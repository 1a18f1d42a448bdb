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
// most 200 letters, and digits of long numbers (a phone, an account) hidden.
func Normal(question string) string {
	words := strings.Fields(strings.ToLower(question))
	for i, w := range words {
		if longNumber(w) {
			words[i] = "#"
		}
	}
	s := strings.TrimRight(strings.Join(words, " "), " ?!.,;:…")
	if letters := []rune(s); len(letters) > maxQuestion {
		s = strings.TrimSpace(string(letters[:maxQuestion]))
	}
	return s
}

// longNumber reports whether a word holds six digits or more, or is an address.
func longNumber(w string) bool {
	digits := 0
	for _, r := range w {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 6 || strings.Contains(w, "@")
}
