// Package linear is a linear classifier over features: a score a class
// is the sum of the weights of the features present, and the scores become
// probabilities by softmax. It is small and quick because weights are kept as
// one byte each.
//
// Fit learns a Model from examples; Encode and Decode carry it in a file;
// FitColumn learns one more class beside those that a Model has, which stay
// as they are. A Model never changes and is safe for concurrent use.
package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"

	"tandem/coach/knowledge/words"
)

// A Model scores classes.
type Model struct {
	Classes     []string
	Vocabulary  []string // the words that the model was fitted on, for spelling
	Fingerprint string   // of what it was fitted on

	bias    []float32
	scale   []float32 // of a class's weights: weight = scale * int8
	known   []uint32  // keys of the features that have weights, in order
	weights []byte    // int8, feature by feature, a byte a class
}

// Known returns the keys of the features that stand in at least so many of the
// texts, in order. What stands in fewer says little, and is so plentiful that
// to make room for it would drown the rest.
func Known(texts [][]words.Feature, least int) []uint32 {
	count := map[uint32]int{}
	for _, features := range texts {
		for _, f := range features {
			count[f.Key]++
		}
	}
	var known []uint32
	for key, n := range count {
		if n >= least {
			known = append(known, key)
		}
	}
	slices.Sort(known)
	return known
}

// rows calls do with the row of each feature that is known; both lists are in
// order of key.
func rows(known []uint32, features []words.Feature, do func(row int, value float32)) {
	at := 0
	for _, f := range features {
		skip, ok := slices.BinarySearch(known[at:], f.Key)
		at += skip
		if ok {
			do(at, f.Value)
		}
	}
}

// Scores returns the score of each class, appended to dst.
func (m *Model) Scores(dst []float32, features []words.Feature) []float32 {
	n := len(m.Classes)
	sums := make([]float32, n)
	rows(m.known, features, func(row int, value float32) {
		for c, w := range m.weights[row*n:][:n] {
			sums[c] += value * float32(int8(w))
		}
	})
	for c, sum := range sums {
		dst = append(dst, sum*m.scale[c]+m.bias[c])
	}
	return dst
}

// Softmax turns scores into probabilities, in place.
func Softmax(scores []float32) {
	highest := scores[0]
	for _, s := range scores {
		highest = max(highest, s)
	}
	var sum float32
	for i, s := range scores {
		scores[i] = float32(math.Exp(float64(s - highest)))
		sum += scores[i]
	}
	for i := range scores {
		scores[i] /= sum
	}
}

// magic begins an encoded Model; the last character is the format's version.
const magic = "tandem-linear-3\n"

// Encode returns the Model as bytes for Decode.
func (m *Model) Encode() []byte {
	out := []byte(magic)
	out = appendStrings(out, m.Classes)
	out = appendStrings(out, m.Vocabulary)
	out = appendStrings(out, []string{m.Fingerprint})
	for _, list := range [][]float32{m.bias, m.scale} {
		for _, v := range list {
			out = binary.LittleEndian.AppendUint32(out, math.Float32bits(v))
		}
	}
	out = binary.AppendUvarint(out, uint64(len(m.known)))
	for _, key := range m.known {
		out = binary.LittleEndian.AppendUint32(out, key)
	}
	return append(out, m.weights...)
}

// Decode reads what Encode wrote. The Model keeps the data, which must not
// change.
func Decode(data []byte) (*Model, error) {
	if len(data) < len(magic) || string(data[:len(magic)]) != magic {
		return nil, errors.New("decode model: not a model of this version")
	}
	d := decoder{data: data[len(magic):]}
	m := &Model{Classes: d.strings(), Vocabulary: d.strings()}
	if print := d.strings(); len(print) == 1 {
		m.Fingerprint = print[0]
	}
	m.bias, m.scale = d.floats(len(m.Classes)), d.floats(len(m.Classes))
	m.known = d.keys()
	m.weights = d.data
	if want := len(m.known) * len(m.Classes); d.short || len(m.weights) != want {
		return nil, fmt.Errorf("decode model: %d bytes of weights where %d classes need %d", len(m.weights), len(m.Classes), want)
	}
	return m, nil
}

func appendStrings(out []byte, list []string) []byte {
	out = binary.AppendUvarint(out, uint64(len(list)))
	for _, s := range list {
		out = binary.AppendUvarint(out, uint64(len(s)))
		out = append(out, s...)
	}
	return out
}

// A decoder reads from the front of data; short is set where data ends early.
type decoder struct {
	data  []byte
	short bool
}

func (d *decoder) count() int {
	n, size := binary.Uvarint(d.data)
	if size <= 0 || n > uint64(len(d.data)) {
		d.short = true
		return 0
	}
	d.data = d.data[size:]
	return int(n)
}

func (d *decoder) take(n int) []byte {
	if n > len(d.data) {
		d.short = true
		return make([]byte, n)
	}
	taken := d.data[:n]
	d.data = d.data[n:]
	return taken
}

func (d *decoder) strings() []string {
	list := make([]string, d.count())
	for i := range list {
		list[i] = string(d.take(d.count()))
	}
	return list
}

func (d *decoder) floats(n int) []float32 {
	list := make([]float32, n)
	for i := range list {
		list[i] = math.Float32frombits(binary.LittleEndian.Uint32(d.take(4)))
	}
	return list
}

func (d *decoder) keys() []uint32 {
	list := make([]uint32, d.count())
	for i := range list {
		list[i] = binary.LittleEndian.Uint32(d.take(4))
	}
	return list
}
