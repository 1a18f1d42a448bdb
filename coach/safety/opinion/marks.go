package opinion

import (
	"math"
)

// A Sort is what kind of mark something in a text is.
type Sort byte

// The sorts of marks.
const (
	Word     Sort = iota // a word, as mended
	Pair                 // two words, next to each other or with one between
	Piece                // some letters of a word as it was typed
	Concept              // something that the rules have a name for
	Couple               // two concepts in one text
	Meaning              // what a word is about, in everyday terms
	Meanings             // two meanings near each other
	sorts
)

// weight is the length to which the marks of a sort are scaled together, so
// that a long text weighs no more than a short one; fewest is how many marks
// that scale takes for granted, so that one lone word cannot shout.
var weight = [sorts]float64{Word: 1, Pair: 0.7, Piece: 0.7, Concept: 0.8, Couple: 1, Meaning: 0.8, Meanings: 1.2}

const fewest = 10

// slotBits is the size of the space that marks are hashed to.
const slotBits = 18

// Marks are what a text is judged by: sets of hashed marks, one a sort.
type Marks struct {
	sets  [sorts][]uint32
	known []uint32 // the marks entered, hashed: a mark and one, 0 = free
	many  int
}

// Add enters a mark made of one or two parts.
func (m *Marks) Add(sort Sort, part, second string) {
	h := uint32(2166136261) ^ uint32(sort)
	h = hash(hash(h*16777619, part), second)
	m.enter(sort, h)
}

// AddNumbers enters a mark made of two numbers, which is quicker than words.
func (m *Marks) AddNumbers(sort Sort, a, b int) {
	h := (uint32(2166136261) ^ uint32(sort)) * 16777619
	h = (h ^ uint32(a)) * 16777619
	h = (h ^ h>>13 ^ uint32(b)*40503) * 16777619
	m.enter(sort, h)
}

func (m *Marks) enter(sort Sort, h uint32) {
	h ^= h >> 15
	slot := h & (1<<slotBits - 1)
	if m.isNew(slot) {
		m.sets[sort] = append(m.sets[sort], slot)
	}
}

// isNew notes a mark, and says whether it was not known.
func (m *Marks) isNew(slot uint32) bool {
	if 2*m.many >= len(m.known) {
		m.grow()
	}
	mask := uint32(len(m.known) - 1)
	i := slot & mask
	for ; m.known[i] != 0; i = (i + 1) & mask {
		if m.known[i] == slot+1 {
			return false
		}
	}
	m.known[i] = slot + 1
	m.many++
	return true
}

// firstKnown is room for the marks of a short message.
const firstKnown = 1024

func (m *Marks) grow() {
	old := m.known
	m.known, m.many = make([]uint32, max(firstKnown, 2*len(old))), 0
	for _, entry := range old {
		if entry != 0 {
			m.isNew(entry - 1)
		}
	}
}

// hash continues an FNV-1a hash over a string and an end mark.
func hash(h uint32, s string) uint32 {
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return (h ^ 0xff) * 16777619
}

// AddPieces enters the runs of three to five letters of a word, its edges
// among them.
func (m *Marks) AddPieces(word string) {
	edged := "<" + word + ">"
	for size := 3; size <= 5; size++ {
		for i := 0; i+size <= len(edged); i++ {
			m.Add(Piece, edged[i:i+size], "")
		}
	}
}

// value is what each mark of a sort weighs.
func (m *Marks) value(sort Sort) float32 {
	return float32(weight[sort] / math.Sqrt(float64(max(len(m.sets[sort]), fewest))))
}
