// Command fit learns the model that package knowledge embeds, from the
// entries and the corpus, and writes it to model.bin. It is what go generate
// runs in that package; the same lessons give the same file.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"

	"tandem/coach/knowledge"
	"tandem/coach/knowledge/linear"
	"tandem/coach/knowledge/words"
)

func main() {
	out := flag.String("out", "model.bin", "file to write")
	copies := flag.Int("copies", 6, "how many altered copies of each lesson to learn from")
	runs := flag.Int("runs", 4, "how many models to learn, each from other copies, and to average")
	epochs := flag.Int("epochs", 15, "how often to look at each lesson")
	rate := flag.Float64("rate", 0.3, "learning rate")
	decay := flag.Float64("decay", 5e-4, "pull of weights towards 0")
	dropout := flag.Float64("dropout", 0.5, "share of features left out at each look")
	smooth := flag.Float64("smooth", 0.05, "share of belief for the other classes")
	flag.Parse()
	o := linear.Options{
		Epochs: *epochs, Rate: float32(*rate), Decay: float32(*decay),
		Dropout: float32(*dropout), Smooth: float32(*smooth),
	}
	if err := run(*out, *runs, *copies, o); err != nil {
		fmt.Fprintln(os.Stderr, "fit:", err)
		os.Exit(1)
	}
}

// firstSeed is that of the first model's copies; the others follow.
const firstSeed = 7

func run(out string, runs, copies int, o linear.Options) error {
	lessons, err := knowledge.Lessons()
	if err != nil {
		return err
	}
	vocabulary := vocabularyOf(lessons)
	reader, err := words.NewReader(vocabulary)
	if err != nil {
		return err
	}
	classes, known := classesOf(lessons), knownOf(lessons, reader)
	models := make([]*linear.Model, runs)
	var group sync.WaitGroup
	for i := range models {
		group.Go(func() {
			o := o
			o.Seed = uint64(firstSeed + i)
			models[i] = linear.Fit(known, classes, examplesOf(lessons, classes, reader, copies, o.Seed), o)
		})
	}
	group.Wait()
	model := linear.Average(models)
	model.Vocabulary, model.Fingerprint = vocabulary, knowledge.Fingerprint(lessons)
	fmt.Printf("%d lessons, %d classes, %d words, %d features\n", len(lessons), len(classes), len(vocabulary), len(known))
	return os.WriteFile(out, model.Encode(), 0o644)
}

// vocabularyOf returns the words of the lessons, the commonest first.
func vocabularyOf(lessons []knowledge.Lesson) []string {
	count := map[string]int{}
	for _, l := range lessons {
		for _, w := range words.Split(l.Text) {
			count[w]++
		}
	}
	list := make([]string, 0, len(count))
	for w := range count {
		list = append(list, w)
	}
	slices.SortFunc(list, func(a, b string) int {
		return cmp.Or(count[b]-count[a], strings.Compare(a, b))
	})
	return list
}

// leastLessons is how many lessons a feature must stand in to have weights.
const leastLessons = 3

func knownOf(lessons []knowledge.Lesson, reader *words.Reader) []uint32 {
	texts := make([][]words.Feature, len(lessons))
	for i, l := range lessons {
		texts[i] = reader.Features(reader.Sentences(l.Text))
	}
	return linear.Known(texts, leastLessons)
}

func classesOf(lessons []knowledge.Lesson) []string {
	var classes []string
	for _, l := range lessons {
		if l.Class != knowledge.Unlike {
			classes = append(classes, l.Class)
		}
	}
	slices.Sort(classes)
	return slices.Compact(classes)
}

// examplesOf turns lessons into examples: each as it stands, and copies with
// the faults that people make.
func examplesOf(lessons []knowledge.Lesson, classes []string, reader *words.Reader, copies int, seed uint64) []linear.Example {
	altered := newAlterer(seed)
	var unlike []int
	for i, class := range classes {
		if strings.HasPrefix(class, knowledge.OutPrefix) {
			unlike = append(unlike, i)
		}
	}
	var out []linear.Example
	for _, l := range lessons {
		right := unlike
		if i, ok := slices.BinarySearch(classes, l.Class); ok {
			right = []int{i}
		}
		texts := []string{l.Text}
		for range copies {
			texts = append(texts, altered.alter(l.Text))
		}
		for _, text := range texts {
			features := reader.Features(reader.Sentences(text))
			out = append(out, linear.Example{Features: features, Classes: right, Weight: 1})
		}
	}
	return out
}
