package training

import (
	"strings"
	"testing"
	"time"
)

// TestParse_LongNonsenseEnds feeds the longest texts that are read with the
// shapes that make a reader look ahead; the test binary's own timeout judges.
func TestParse_LongNonsenseEnds(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{
		"a)", "(", "((a", "a(", "a-", "squat ", "squat,", "a,", "5x", "5x5 ", "5,", "5-", "x", "@", "and ", "then ", "\n", "+", "+5", "bw+", "\"", "\"a", "1:0", "500x1 1kg ",
		"squat 500x1 1kg;", "run 5k;", "run 5k,", "note ", "* ", ":a", ":a:", "w ", "superset ", "a1 ", "felt ", "an hour ", "rpe 8,", "nov ", "1.", "- ", "aaaa ", "aaaa,", "r90s ", "6x400 ", "()", ")(", "/", "1/", "é", "\u00a0", "squat(", "log ", "/log",
	} {
		text := strings.Repeat(piece, maxEntry/len(piece))
		start := time.Now()
		checkParse(t, text)
		LooksLikeLog(text)
		t.Logf("%-20q %s", piece, time.Since(start).Round(time.Millisecond))
	}
}
