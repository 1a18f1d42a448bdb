// Package words reads a message as people type it and says what stands in it,
// as features that a linear model can weigh.
//
// Reading goes in steps, each a file: the text is folded (case, accents,
// platform mentions, links), cut into sentences and words, short forms are
// spelled out, numbers get a class ("5x5", "10k", "at 47"), misspelled words
// are put right against a vocabulary, words are stripped of their endings,
// and words and phrases are looked up in the table of concepts. Features are
// words, neighbours, concepts, pairs of concepts in their order, and pieces
// of words, which survive what spelling does not repair.
//
// A Reader is made once and never changes; it is safe for concurrent use.
package words

import (
	_ "embed"
	"io"
)

//go:embed concepts.txt
var conceptTable string

//go:embed slang.txt
var slangTable string

// A Token is one word of a message.
type Token struct {
	Typed string // as typed, folded
	Text  string // spelled out and put right
	Stem  string
	Class string // of a number: "#sets", "#distance", …; else ""
}

// A Sentence is a run of words up to a full stop, a question mark or a line
// break.
type Sentence struct {
	Start, End int // bytes of the text
	Tokens     []Token
	Question   bool // ends in a question mark
}

// A Reader turns text into sentences and sentences into features.
type Reader struct {
	slang    map[string][]string
	concepts lexicon
	spelling speller
}

// NewReader returns a Reader that puts words right against the concept table
// and the given vocabulary: words known to be well spelled, the commonest
// first.
func NewReader(vocabulary []string) (*Reader, error) {
	slang, err := parseSlang(slangTable)
	if err != nil {
		return nil, err
	}
	concepts, err := parseConcepts(conceptTable)
	if err != nil {
		return nil, err
	}
	r := &Reader{slang: slang, concepts: concepts}
	r.spelling = newSpeller(concepts.words, vocabulary, slang)
	return r, nil
}

// WriteTables writes the tables that messages are read by.
func WriteTables(w io.Writer) {
	io.WriteString(w, conceptTable)
	io.WriteString(w, slangTable)
}
