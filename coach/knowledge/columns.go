package knowledge

import (
	"slices"

	"tandem/coach/knowledge/words"
)

// rivalsPerTopic is how many phrasings of each other entry a new topic is
// told apart from. More make joining an overlay slower, not better.
const rivalsPerTopic = 12

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
	for _, e := range fresh {
		mine := b.featuresOf(append(slices.Clone(e.Phrasings), e.Title))
		others := b.featuresOf(slices.Concat(e.Not, e.Not, b.rivals(e.ID, corpus)))
		b.columns = append(b.columns, column{e.ID, b.model.FitColumn(mine, others)})
	}
	return nil
}

// rivals returns texts of other entries, and some that are no topic's.
func (b *Base) rivals(id string, corpus []Lesson) []string {
	var texts []string
	for _, e := range b.entries {
		if e.ID != id {
			texts = append(texts, e.Phrasings[:min(len(e.Phrasings), rivalsPerTopic)]...)
		}
	}
	for i, l := range corpus {
		if _, isTopic := b.index[l.Class]; !isTopic && i%3 == 0 {
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
