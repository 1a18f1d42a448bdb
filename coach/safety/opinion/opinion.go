// Package opinion is a second opinion on a text, beside rules that say nothing:
// a model that answers three questions from the marks of a text. Is it a red flag
// (Score), and if it is one, of which kind (Kind)? And among texts in the words
// that worry uses, is it one (Confirm)?
//
// Score and Confirm are factorization machines of degree two (Rendle 2010): a
// weight for every mark, and a few factors by which two marks mean together what
// neither means alone, also two that were never seen in one text. Kind is linear.
//
// A rule catches what its author thought of; the model weighs everything that
// was ever labelled, so it also hears a complaint in words that no rule
// combines, and the joke, the song and the lecture in words that a rule does. It
// is less sure, so whoever asks it should ask back.
//
// Fit learns a Model from labelled texts, the same one from the same texts;
// Encode and Decode carry it in a file, one byte a weight. A Model never
// changes and is safe for concurrent use.
package opinion

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
)

// A Model holds the weights.
type Model struct {
	red     column   // of a red flag, by slot
	confirm column   // of one, among texts in words that worry uses
	names   []string // of the kinds
	kinds   []column // by slot, folded to kindBits
}

// A column is the weights of one class: weight = scale * int8.
type column struct {
	bias, scale float32
	weights     []byte
	factors     factors // of none in the columns of Kind
}

// kindBits is the size of the space of the second question, which has fewer
// texts to learn from and many classes.
const kindBits = 13

// Score returns the log odds that the text is a red flag.
func (m *Model) Score(marks *Marks) float32 { return m.red.score(marks) }

// Confirm returns the log odds that a text in the words that worry uses is a red
// flag. Texts about training alone taught it nothing: words that it does not know
// leave it near zero.
func (m *Model) Confirm(marks *Marks) float32 { return m.confirm.score(marks) }

// Kind returns the likeliest kind of a red flag, and how likely it is among
// all kinds, 0 to 1.
func (m *Model) Kind(marks *Marks) (string, float64) {
	scores := make([]float64, len(m.kinds))
	best := 0
	for i := range m.kinds {
		scores[i] = float64(m.kinds[i].score(marks))
		if scores[i] > scores[best] {
			best = i
		}
	}
	sum := 0.0
	for _, s := range scores {
		sum += math.Exp(s - scores[best])
	}
	return m.names[best], 1 / sum
}

// Kinds are the kinds of red flag that the model tells apart.
func (m *Model) Kinds() []string { return slices.Clone(m.names) }

func (c *column) score(marks *Marks) float32 {
	sum, mask := float32(0), uint32(len(c.weights)-1)
	for sort, set := range marks.sets {
		part := 0
		for _, slot := range set {
			part += int(int8(c.weights[slot&mask]))
		}
		sum += marks.value(Sort(sort)) * float32(part)
	}
	return c.bias + c.scale*sum + c.factors.score(marks)
}

const magic = "opinion3"

// Encode writes a Model as bytes.
func (m *Model) Encode() []byte {
	out := append([]byte(magic), byte(len(m.names)))
	for _, c := range []column{m.red, m.confirm} {
		out = c.factors.append(c.append(out))
	}
	for i, c := range m.kinds {
		out = append(out, byte(len(m.names[i])))
		out = append(out, m.names[i]...)
		out = c.append(out)
	}
	return out
}

func (c *column) append(out []byte) []byte {
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c.bias))
	out = binary.LittleEndian.AppendUint32(out, math.Float32bits(c.scale))
	return append(out, c.weights...)
}

var errNoModel = errors.New("not a model of this package, or cut short")

// Decode reads what Encode wrote; it keeps data.
func Decode(data []byte) (*Model, error) {
	if !strings.HasPrefix(string(data), magic) || len(data) == len(magic) {
		return nil, fmt.Errorf("read second opinion: %w", errNoModel)
	}
	r := reader{data: data[len(magic):]}
	n := int(r.take(1)[0])
	m := &Model{red: r.machine(), confirm: r.machine()}
	for range n {
		m.names = append(m.names, string(r.take(int(r.take(1)[0]))))
		m.kinds = append(m.kinds, r.column(kindBits))
	}
	if r.short || n == 0 || len(r.data) > 0 {
		return nil, fmt.Errorf("read second opinion: %w", errNoModel)
	}
	return m, nil
}

type reader struct {
	data  []byte
	short bool
}

func (r *reader) take(n int) []byte {
	if n > len(r.data) {
		r.short, r.data = true, nil
		return make([]byte, n)
	}
	taken := r.data[:n]
	r.data = r.data[n:]
	return taken
}

func (r *reader) machine() column {
	c := r.column(slotBits)
	c.factors = r.factors()
	return c
}

func (r *reader) column(bits int) column {
	return column{
		bias:    math.Float32frombits(binary.LittleEndian.Uint32(r.take(4))),
		scale:   math.Float32frombits(binary.LittleEndian.Uint32(r.take(4))),
		weights: r.take(1 << bits),
	}
}
