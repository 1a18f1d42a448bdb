package words

import "strings"

// A speller puts words right that are one slip from a known word: a letter
// left out, put in, exchanged or swapped with its neighbour. Known words are
// indexed by what remains when one letter is left out, so a word is looked up
// a few times however many words are known.
type speller struct {
	known   map[string]int32 // word -> how common, from 1
	deletes map[string][]string
}

// shortestSlip is the fewest letters of a word that is put right: shorter
// words are a slip away from too many others.
const shortestSlip = 4

func newSpeller(concepts, vocabulary []string, slang map[string][]string) speller {
	s := speller{known: make(map[string]int32, len(concepts)+len(vocabulary)), deletes: map[string][]string{}}
	for short, long := range slang {
		s.known[short] = 1
		for _, w := range long {
			s.known[w] = 1
		}
	}
	for _, w := range concepts {
		s.known[w] = 2
	}
	for rank, w := range vocabulary {
		s.known[w] += commonness(rank)
	}
	for w := range s.known {
		if len(w) < shortestSlip || startsWithDigit(w) {
			continue
		}
		for i := range len(w) {
			if i > 0 && w[i] == w[i-1] {
				continue
			}
			d := w[:i] + w[i+1:]
			s.deletes[d] = append(s.deletes[d], w)
		}
	}
	return s
}

// commonness grades a word by its rank in the vocabulary, from 1 to 20.
func commonness(rank int) int32 {
	for i, limit := range []int{50, 150, 400, 1000, 2500} {
		if rank < limit {
			return int32(20 - 4*i)
		}
	}
	return 1
}

// correct returns the most likely known word, or the word itself.
func (s *speller) correct(w string) string {
	if len(w) < shortestSlip || len(w) > 20 || startsWithDigit(w) || !isASCII(w) || s.known[w] > 0 {
		return w
	}
	best, bestScore := w, 0.0
	try := func(candidate string) {
		score := s.score(w, candidate)
		if score > bestScore || score == bestScore && candidate < best {
			best, bestScore = candidate, score
		}
	}
	for _, c := range s.deletes[w] { // a letter was left out
		try(c)
	}
	for i := range len(w) {
		d := w[:i] + w[i+1:]
		if s.known[d] > 0 { // a letter was put in
			try(d)
		}
		for _, c := range s.deletes[d] {
			if len(c) == len(w) { // exchanged, or swapped
				try(c)
			}
		}
	}
	return best
}

// score weighs how likely typed was meant as known: slips to a neighbouring
// key, doubled and swapped letters are likelier than others, the first letter
// is seldom wrong, and common words are meant more often. 0 means never.
func (s *speller) score(typed, known string) float64 {
	if len(known) < 3 {
		return 0
	}
	likely := slip(typed, known)
	if likely == 0 {
		return 0
	}
	if typed[0] != known[0] {
		likely *= 0.5
	}
	return likely * (1 + float64(s.known[known])/10)
}

// slip returns how likely one slip of the fingers makes typed of known, 0 if
// more than one is needed.
func slip(typed, known string) float64 {
	i := 0
	for i < len(typed) && i < len(known) && typed[i] == known[i] {
		i++
	}
	switch len(typed) - len(known) {
	case 1:
		if typed[i+1:] != known[i:] {
			return 0
		}
		if i > 0 && typed[i] == typed[i-1] || beside(typed[i], at(known, i)) || i > 0 && beside(typed[i], typed[i-1]) {
			return 1
		}
		return 0.5
	case -1:
		if typed[i:] != known[i+1:] {
			return 0
		}
		return 0.9
	case 0:
		if i+1 < len(typed) && typed[i] == known[i+1] && typed[i+1] == known[i] && typed[i+2:] == known[i+2:] {
			return 1
		}
		if i < len(typed) && typed[i+1:] == known[i+1:] {
			if beside(typed[i], known[i]) {
				return 1
			}
			return 0.4
		}
	}
	return 0
}

func at(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

var keyRows = [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// beside tells whether two letters are neighbours on a QWERTY keyboard.
func beside(a, b byte) bool {
	rowA, colA := key(a)
	rowB, colB := key(b)
	return a != b && rowA >= 0 && rowB >= 0 && abs(rowA-rowB) <= 1 && abs(colA-colB) <= 1
}

func key(c byte) (row, col int) {
	for row, keys := range keyRows {
		if col := strings.IndexByte(keys, c); col >= 0 {
			return row, col
		}
	}
	return -1, -1
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
