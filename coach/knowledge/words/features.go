package words

import (
	"cmp"
	"math"
	"slices"
)

// A Feature is something that stands in a text, by the hash of its name, and
// its value.
type Feature struct {
	Key   uint32
	Value float32
}

// Weights of the kinds of features: each kind is scaled to this length, so
// that a long message weighs no more than a short one.
const (
	weightWords    = 1.0
	weightStops    = 0.5
	weightPairs    = 0.5
	weightConcepts = 1.0
	weightRelation = 0.5
	weightPieces   = 0.8
	weightShape    = 0.5
)

// kinds of features
const (
	kindWord = iota
	kindStop
	kindPair
	kindConcept
	kindRelation
	kindPiece
	kindShape
	kinds
)

var kindWeights = [kinds]float64{weightWords, weightStops, weightPairs, weightConcepts, weightRelation, weightPieces, weightShape}

// A bag collects the features of one text.
type bag struct {
	keys [kinds][]uint32
}

// Features returns what stands in the sentences, taken together, in order of
// key.
func (r *Reader) Features(sentences []Sentence) []Feature {
	var b bag
	count, asks := 0, false
	for _, s := range sentences {
		r.addSentence(&b, s)
		count += len(s.Tokens)
		asks = asks || s.Asks()
	}
	b.addShape(count, len(sentences), asks)
	return b.features()
}

func (r *Reader) addSentence(b *bag, s Sentence) {
	previous := "^"
	for _, t := range s.Tokens {
		word := t.Stem
		if t.Class != "" {
			word = t.Class
			b.add(kindWord, "n", t.Stem)
		}
		b.add(kindPair, previous, word)
		previous = word
		if stopWords[t.Text] {
			b.add(kindStop, "w", word)
			continue
		}
		b.add(kindWord, "w", word)
		b.addPieces(t.Text)
		if t.Typed != t.Text {
			b.addPieces(t.Typed)
		}
	}
	b.add(kindPair, previous, "$")
	r.addConcepts(b, s.Tokens)
}

// addConcepts adds the concepts of a sentence, each followed by each of the
// next few in their order, and pairs whatever their order.
func (r *Reader) addConcepts(b *bag, tokens []Token) {
	hits := r.concepts.find(tokens)
	for i, h := range hits {
		for _, c := range h.concepts {
			b.add(kindConcept, "c", c)
		}
		for j := i + 1; j < len(hits) && j <= i+4; j++ {
			for _, c := range h.concepts {
				for _, d := range hits[j].concepts {
					if c == d {
						continue
					}
					if j <= i+2 {
						b.add(kindRelation, c, d)
					}
					b.add(kindRelation, "~"+min(c, d), max(c, d))
				}
			}
		}
	}
	for _, t := range tokens {
		if t.Class != "" {
			b.add(kindConcept, "c", t.Class)
		}
	}
}

// addPieces adds the runs of 3 to 5 letters of a word, with its edges.
func (b *bag) addPieces(word string) {
	var buf [24]byte
	if len(word) > 20 || len(word) < 3 {
		return
	}
	buf[0] = '<'
	n := 1 + copy(buf[1:], word)
	buf[n] = '>'
	edged := buf[:n+1]
	for size := 3; size <= 5; size++ {
		for i := 0; i+size <= len(edged); i++ {
			b.keys[kindPiece] = append(b.keys[kindPiece], hash(kindPiece, edged[i:i+size], nil))
		}
	}
}

// addShape adds how long a text is and whether it asks.
func (b *bag) addShape(count, sentences int, asks bool) {
	length := "long"
	for _, limit := range []struct {
		most int
		name string
	}{{1, "1"}, {2, "2"}, {3, "3"}, {5, "5"}, {8, "8"}, {14, "14"}, {30, "30"}} {
		if count <= limit.most {
			length = limit.name
			break
		}
	}
	b.add(kindShape, "length", length)
	mood := "tells"
	if asks {
		mood = "asks"
	}
	b.add(kindShape, mood, "")
	b.add(kindShape, mood, length)
	if sentences > 1 {
		b.add(kindShape, "sentences", "")
	}
}

func (b *bag) add(kind int, a, c string) {
	b.keys[kind] = append(b.keys[kind], hash(kind, []byte(a), []byte(c)))
}

// hash is FNV-1a over the kind and both parts, folded to 32 bits.
func hash(kind int, a, b []byte) uint32 {
	h := uint64(14695981039346656037)
	mix := func(c byte) { h = (h ^ uint64(c)) * 1099511628211 }
	mix(byte(kind))
	for _, c := range a {
		mix(c)
	}
	mix(0)
	for _, c := range b {
		mix(c)
	}
	h ^= h >> 33
	h *= 0xff51afd7ed558ccd
	h ^= h >> 29
	return uint32(h >> 20)
}

// features scales each kind to its weight; a feature counts once.
func (b *bag) features() []Feature {
	var out []Feature
	for kind, keys := range b.keys {
		slices.Sort(keys)
		keys = slices.Compact(keys)
		value := float32(kindWeights[kind] / math.Sqrt(float64(max(len(keys), 3))))
		for _, key := range keys {
			out = append(out, Feature{key, value})
		}
	}
	slices.SortFunc(out, func(x, y Feature) int { return cmp.Compare(x.Key, y.Key) })
	return out
}
