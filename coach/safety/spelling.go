package safety

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"
)

// Words of ordinary English, of the gym and of the office, and names, that stand one
// slip away from a word of the rules: they are never taken for a typing error.
//
//go:embed lookalikes.txt
var lookalikes string

const (
	shortestMended = 4 // letters: below that a slip makes another word
	firstSlip      = 5 // letters from which a letter may be missing, added or wrong
)

// A speller mends one slip of the finger (a letter missing, added, wrong, or
// two swapped) in the words that the rules know, and in no others.
type speller struct {
	known map[string]bool
	leave map[string]bool
	words []string  // those that are mended towards
	less  []lessOne // by hash
}

// A lessOne is one of the words, whole or with one letter left out, as a hash: tens
// of thousands of them stand in memory, and whoever finds one compares the word.
type lessOne struct {
	hash uint32
	word uint16
}

const whole = -1 // no letter left out

// newSpeller knows the words that are right as they stand, and those among
// them that a slip is mended towards.
func newSpeller(known, mendable map[string]bool) speller {
	s := speller{known: known, leave: map[string]bool{}}
	for _, w := range strings.Fields(lookalikes) {
		s.leave[w] = true
	}
	for w := range mendable {
		if len(w) < shortestMended || !letters(w) {
			continue
		}
		for i := whole; i < len(w); i++ {
			s.less = append(s.less, lessOne{hashLess(w, i), uint16(len(s.words))})
		}
		s.words = append(s.words, w)
	}
	slices.SortFunc(s.less, func(a, b lessOne) int { return cmp.Compare(a.hash, b.hash) })
	s.less = slices.Clip(s.less)
	return s
}

// hashLess is the FNV-1a hash of a word without its letter at a place.
func hashLess(w string, without int) uint32 {
	hash := uint32(2166136261)
	for i := range len(w) {
		if i != without {
			hash = (hash ^ uint32(w[i])) * 16777619
		}
	}
	return hash
}

// mend returns the known word that w was meant to be, or w itself.
func (s speller) mend(w string) string {
	if len(w) < shortestMended || len(w) > 20 || s.known[w] || s.leave[w] || !letters(w) {
		return w
	}
	best := ""
	for i := whole; i < len(w); i++ {
		hash := hashLess(w, i)
		at, _ := slices.BinarySearchFunc(s.less, hash, func(l lessOne, h uint32) int { return cmp.Compare(l.hash, h) })
		for ; at < len(s.less) && s.less[at].hash == hash; at++ {
			k := s.words[s.less[at].word]
			if (k[0] == w[0] || swapped(w, k)) && oneSlip(w, k) && (best == "" || closer(w, k, best)) {
				best = k
			}
		}
	}
	if best == "" {
		return w
	}
	return best
}

// closer prefers the same length (a swap), then the alphabet, so that the
// answer never depends on the order of a map.
func closer(w, a, b string) bool {
	da, db := abs(len(a)-len(w)), abs(len(b)-len(w))
	if da != db {
		return da < db
	}
	return a < b
}

// oneSlip says whether a was typed for b with one slip. In words of four
// letters only a swap or a lost letter of a longer word counts.
func oneSlip(a, b string) bool {
	if swapped(a, b) {
		return true
	}
	if len(b) < firstSlip {
		return false
	}
	switch len(a) - len(b) {
	case 0:
		return len(b) > firstSlip && differences(a, b) == 1
	case 1:
		return lacksOne(a, b)
	case -1:
		return lacksOne(b, a)
	}
	return false
}

func swapped(a, b string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := 0; i+1 < len(a); i++ {
		if a[i] != b[i] {
			return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
		}
	}
	return false
}

func differences(a, b string) int {
	n := 0
	for i := range len(a) {
		if a[i] != b[i] {
			n++
		}
	}
	return n
}

// lacksOne says whether long is short with one letter more.
func lacksOne(long, short string) bool {
	i := 0
	for i < len(short) && long[i] == short[i] {
		i++
	}
	return long[i+1:] == short[i:]
}

func letters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
