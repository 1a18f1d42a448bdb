package knowledge

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tandem/coach/knowledge/linear"
	"tandem/coach/knowledge/words"
)

//go:embed model.bin
var modelFile []byte

// A Base is a set of entries and the model that chooses among them.
type Base struct {
	entries []Entry
	index   map[string]int
	reader  *words.Reader
	model   *linear.Model
	kinds   []kind // of the model's classes
	columns []column
}

// A kind says what a class of the model stands for.
type kind struct {
	topic string // an entry's id, or "" for the classes that are no topics
	chat  bool
}

// A column is a topic of the overlay that the model does not have.
type column struct {
	topic   string
	weights *linear.Column
}

// Embedded returns the entries in the binary, with their model.
func Embedded() (*Base, error) {
	entries, err := embeddedEntries()
	if err != nil {
		return nil, fmt.Errorf("embedded entries: %w", err)
	}
	model, err := linear.Decode(modelFile)
	if err != nil {
		return nil, err
	}
	return newBase(entries, model, model.Vocabulary)
}

func newBase(entries []Entry, model *linear.Model, vocabulary []string) (*Base, error) {
	reader, err := words.NewReader(vocabulary)
	if err != nil {
		return nil, err
	}
	b := &Base{entries: entries, index: map[string]int{}, reader: reader, model: model}
	for i, e := range entries {
		b.index[e.ID] = i
	}
	for _, class := range model.Classes {
		k := kind{topic: class, chat: strings.HasPrefix(class, ChatPrefix)}
		if _, isTopic := b.index[class]; !isTopic {
			k.topic = ""
		}
		b.kinds = append(b.kinds, k)
	}
	return b, nil
}

// With returns a Base with the overlay's entries added, or in the place of
// those with their ids. The receiver is untouched.
func (b *Base) With(overlay Overlay) (*Base, error) {
	entries := slices.Clone(b.entries)
	index := maps.Clone(b.index)
	for _, e := range overlay.entries {
		if i, ok := index[e.ID]; ok {
			entries[i] = e
			continue
		}
		index[e.ID] = len(entries)
		entries = append(entries, e)
	}
	if err := checkTogether(overlay.entries, ids(entries)); err != nil {
		return nil, err
	}
	vocabulary := slices.Concat(b.model.Vocabulary, overlay.words())
	out, err := newBase(entries, b.model, vocabulary)
	if err != nil {
		return nil, err
	}
	return out, out.fitColumns()
}

// words returns the words of the overlay's phrasings and titles.
func (o Overlay) words() []string {
	var out []string
	for _, e := range o.entries {
		for _, text := range append(slices.Clone(e.Phrasings), e.Title) {
			out = append(out, words.Split(text)...)
		}
	}
	return out
}

// Entry returns the entry with the id.
func (b *Base) Entry(id string) (Entry, bool) {
	i, ok := b.index[id]
	if !ok {
		return Entry{}, false
	}
	return b.entries[i].clone(), true
}

// Entries returns all entries, the embedded ones first, each in order of
// file name.
func (b *Base) Entries() []Entry {
	out := make([]Entry, len(b.entries))
	for i, e := range b.entries {
		out[i] = e.clone()
	}
	return out
}

// Fingerprint tells which lessons the model was fitted on; see the function
// of that name.
func (b *Base) Fingerprint() string { return b.model.Fingerprint }
