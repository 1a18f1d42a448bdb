package opinion

import (
	"encoding/binary"
	"math"
	"math/bits"
)

// rank is how many factors a mark has.
const rank = 8

// factors are those of the marks that were taught often enough: factor = scale *
// int8. Two marks of a text add the product of their factors to its score.
type factors struct {
	scale float32
	known []uint64 // a bit a slot: it has a row
	start []uint32 // the first row of each word of known
	rows  []byte   // rank bytes a row, by slot
}

// row returns the factors of a slot, nil if it has none.
func (f *factors) row(slot uint32) []byte {
	word, bit := slot/64, uint64(1)<<(slot%64)
	if f.known[word]&bit == 0 {
		return nil
	}
	i := rank * (int(f.start[word]) + bits.OnesCount64(f.known[word]&(bit-1)))
	return f.rows[i : i+rank]
}

// score is the sum over all pairs of marks, which is half of what the square of
// their sum has more than the sum of their squares.
func (f *factors) score(marks *Marks) float32 {
	if len(f.rows) == 0 {
		return 0
	}
	var sum [rank]float32
	squares := float32(0)
	for sort, set := range marks.sets {
		value := marks.value(Sort(sort))
		var part [rank]int
		square := 0
		for _, slot := range set {
			for k, b := range f.row(slot) {
				x := int(int8(b))
				part[k] += x
				square += x * x
			}
		}
		for k, x := range part {
			sum[k] += value * float32(x)
		}
		squares += value * value * float32(square)
	}
	pairs := -squares
	for _, x := range sum {
		pairs += x * x
	}
	return f.scale * f.scale * pairs / 2
}

// newFactors rounds rows of factors, of the slots that have some, to bytes.
func newFactors(all []float32, has func(slot int) bool) factors {
	f := factors{known: make([]uint64, len(all)/rank/64)}
	for _, x := range all {
		f.scale = max(f.scale, x/127, -x/127)
	}
	for slot := range len(all) / rank {
		if !has(slot) || f.scale == 0 {
			continue
		}
		f.known[slot/64] |= 1 << (slot % 64)
		for _, x := range all[slot*rank : (slot+1)*rank] {
			f.rows = append(f.rows, byte(int8(math.Round(float64(x/f.scale)))))
		}
	}
	f.count()
	return f
}

// count numbers the rows, and returns how many there are.
func (f *factors) count() int {
	f.start = make([]uint32, len(f.known))
	n := 0
	for i, word := range f.known {
		f.start[i] = uint32(n)
		n += bits.OnesCount64(word)
	}
	return n
}

func (f *factors) append(out []byte) []byte {
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(f.scale))
	for _, word := range f.known {
		out = binary.LittleEndian.AppendUint64(out, word)
	}
	return append(out, f.rows...)
}

func (r *reader) factors() factors {
	f := factors{
		scale: math.Float32frombits(binary.LittleEndian.Uint32(r.take(4))),
		known: make([]uint64, 1<<slotBits/64),
	}
	for i := range f.known {
		f.known[i] = binary.LittleEndian.Uint64(r.take(8))
	}
	f.rows = r.take(rank * f.count())
	return f
}
