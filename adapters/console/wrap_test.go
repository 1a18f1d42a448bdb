package console

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// TestWrap breaks no word and loses none.
func TestWrap(t *testing.T) {
	text := "How are you this morning? Each from 1 to 5, 5 is best:\n• Soreness: 1 very sore … 5 great\n\n  [1] General fitness  [2] Fat loss"
	got := wrap(text, 24)
	for line := range strings.SplitSeq(got, "\n") {
		if utf8.RuneCountInString(line) >= 24 {
			t.Errorf("%q is too wide", line)
		}
	}
	if strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(text), " ") {
		t.Errorf("words were lost or broken: %q", got)
	}
	if wrap(text, 0) != text {
		t.Error("a pipe's lines are broken")
	}
}
