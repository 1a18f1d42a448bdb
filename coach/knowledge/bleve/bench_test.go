package bleve

import (
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/blevesearch/bleve/v2"
	_ "github.com/blevesearch/bleve/v2/analysis/lang/en"

	"tandem/coach/knowledge"
	"tandem/coach/knowledge/measure"
)

const devFile = "../../../../shared/faq/dev.jsonl"

// BenchmarkAnswers measures bleve with its English analyser, titles and
// phrasings counting more than texts, beside the project's own matcher.
// bleve's threshold is the score at which it answers 92 % of what is in scope.
func BenchmarkAnswers(b *testing.B) {
	messages, err := measure.Read(devFile)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		b.Skipf("%s is not here: nothing to measure with", devFile)
	}
	if err != nil {
		b.Fatal(err)
	}
	base, err := knowledge.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("tandem", func(b *testing.B) {
		report(b, func(text string) measure.Result {
			m := base.Match(text)
			r := measure.Result{Topics: m.Topics}
			if m.Outcome == knowledge.Answer || m.Outcome == knowledge.Clarify {
				r.Score = 1
			}
			return r
		}, messages, 1)
	})
	b.Run("bleve", func(b *testing.B) {
		start := time.Now()
		match := matcher(b, base)
		took := time.Since(start)
		report(b, match, messages, measure.ThresholdFor(match, messages, 0.92))
		b.ReportMetric(float64(took.Microseconds())/1000, "start_ms")
	})
}

func report(b *testing.B, match measure.Matcher, messages []measure.Message, threshold float64) {
	for i := 0; b.Loop(); i++ {
		match(messages[i%len(messages)].Text)
	}
	f := measure.Of(match, messages, threshold)
	for unit, value := range f.Metrics() {
		b.ReportMetric(value, unit)
	}
}

type document struct {
	Title, Phrasings, Body string
}

func matcher(b *testing.B, base *knowledge.Base) measure.Matcher {
	mapping := bleve.NewIndexMapping()
	mapping.DefaultAnalyzer = "en"
	index, err := bleve.NewMemOnly(mapping)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { index.Close() })
	for _, e := range base.Entries() {
		body := strings.Join(append(append([]string{e.Verdict}, e.Why...), e.Do...), "\n")
		if err := index.Index(e.ID, document{e.Title, strings.Join(e.Phrasings, "\n"), body}); err != nil {
			b.Fatal(err)
		}
	}
	return func(text string) measure.Result { return search(index, text) }
}

func search(index bleve.Index, text string) measure.Result {
	var r measure.Result
	any := bleve.NewDisjunctionQuery()
	for field, boost := range map[string]float64{"Title": 4, "Phrasings": 4, "Body": 1} {
		q := bleve.NewMatchQuery(text)
		q.SetField(field)
		q.SetBoost(boost)
		any.AddQuery(q)
	}
	request := bleve.NewSearchRequestOptions(any, 3, 0, false)
	found, err := index.Search(request)
	if err != nil {
		return r
	}
	for _, hit := range found.Hits {
		r.Topics = append(r.Topics, hit.ID)
		r.Score = max(r.Score, hit.Score)
	}
	return r
}
