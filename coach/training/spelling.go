package training

import (
	"math/bits"
	"unicode/utf8"
)

// letterMask marks which of the letters a to z occur in s: two words that
// differ in more letters than edits could explain need not be compared.
func letterMask(s string) uint32 {
	var m uint32
	for i := range len(s) {
		if c := s[i]; c >= 'a' && c <= 'z' {
			m |= 1 << (c - 'a')
		}
	}
	return m
}

func lettersApart(a, b uint32) int { return bits.OnesCount32(a ^ b) }

// maxSpelled is the longest word, in bytes, that spelling tolerance looks at.
const maxSpelled = 40

// edits counts the insertions, deletions, substitutions and swaps of
// neighbours between a and b (optimal string alignment), up to limit+1.
func edits(a, b string, limit int) int {
	if len(a) > maxSpelled || len(b) > maxSpelled || !utf8.ValidString(a) {
		return limit + 1
	}
	var rows [3][maxSpelled + 1]int
	two, one, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		one[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		least := i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			d := min(one[j]+1, now[j-1]+1, one[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, two[j-2]+1)
			}
			now[j] = d
			least = min(least, d)
		}
		if least > limit {
			return limit + 1
		}
		two, one, now = one, now, two
	}
	return one[len(b)]
}
