package knowledge

import (
	"slices"

	"tandem/coach/knowledge/words"
)

// rivalsPerTopic is how many phrasings of each other entry a new topic is
// told apart from. With 12, two topics about a club took 16 of 380 messages
// from others; with 20, one.
const rivalsPerTopic = 20

// fitColumns learns the entries that the model has no class for.
func (b *Base) fitColumns() error {
	var fresh []Entry
	for _, e := range b.entries {
		if !slices.Contains(b.model.Classes, e.ID) {
			fresh = append(fresh, e)
		}
	}
	if len(fresh) == 0 {
		return nil
	}
	corpus, err := readCorpus()
	if err != nil {
		return err
	}
	rivals := b.model.Rivals(b.featuresOf(b.rivals(corpus)))
	for _, e := range fresh {
		mine := b.featuresOf(append(slices.Clone(e.Phrasings), e.Title))
		b.columns = append(b.columns, column{e.ID, rivals.FitColumn(mine, b.featuresOf(e.Not))})
	}
	return nil
}

// rivals returns texts of the entries that the model knows, and those that
// are no topic's.
func (b *Base) rivals(corpus []Lesson) []string {
	var texts []string
	for _, e := range b.entries {
		if slices.Contains(b.model.Classes, e.ID) {
			texts = append(texts, e.Phrasings[:min(len(e.Phrasings), rivalsPerTopic)]...)
		}
	}
	for _, l := range corpus {
		if _, isTopic := b.index[l.Class]; !isTopic {
			texts = append(texts, l.Text)
		}
	}
	return texts
}

func (b *Base) featuresOf(texts []string) [][]words.Feature {
	out := make([][]words.Feature, len(texts))
	for i, text := range texts {
		out[i] = b.reader.Features(b.reader.Sentences(text))
	}
	return out
}
