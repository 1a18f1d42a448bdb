package knowledge_test

import (
	"database/sql"
	"os"
	"runtime"
	"strings"
	"testing"
	"time"

	"tandem/coach/knowledge"
	"tandem/coach/knowledge/measure"

	_ "modernc.org/sqlite"
)

// ownSets are messages of our own, each set written before the matcher was
// measured on it.
var ownSets = []string{"held_out", "blind", "blind2", "blind3", "blind4", "blind5", "blind6"}

// BenchmarkAnswers measures the matcher beside SQLite's full-text search over
// the same entries: every figure of docs/benchmarks.md's section on answers.
// A peer has no outcome of its own, so its threshold is the one at which it
// answers 92 % of what is in scope.
func BenchmarkAnswers(b *testing.B) {
	messages := readDev(b)
	base := embedded(b)
	b.Run("tandem", func(b *testing.B) {
		report(b, matcher(base), messages, 1)
		reportCost(b)
	})
	for _, set := range ownSets {
		own, err := measure.Read("testdata/" + set + ".jsonl")
		if err != nil {
			b.Fatal(err)
		}
		b.Run("tandem-"+set, func(b *testing.B) { report(b, matcher(base), own, 1) })
	}
	b.Run("sqlite-fts5", func(b *testing.B) {
		start := time.Now()
		match := fullText(b, base.Entries())
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

// fullText ranks entries by BM25 over titles, phrasings and texts, any word
// of the message counting.
func fullText(b *testing.B, entries []knowledge.Entry) measure.Matcher {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		b.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { db.Close() })
	if _, err := db.Exec(`CREATE VIRTUAL TABLE entries USING fts5(id UNINDEXED, title, phrasings, body, tokenize = 'porter unicode61')`); err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		body := strings.Join(append(append([]string{e.Verdict}, e.Why...), e.Do...), "\n")
		_, err := db.Exec(`INSERT INTO entries VALUES (?, ?, ?, ?)`, e.ID, e.Title, strings.Join(e.Phrasings, "\n"), body)
		if err != nil {
			b.Fatal(err)
		}
	}
	query, err := db.Prepare(`SELECT id, -bm25(entries, 0, 4, 4, 1) FROM entries WHERE entries MATCH ? ORDER BY 2 DESC LIMIT 3`)
	if err != nil {
		b.Fatal(err)
	}
	return func(text string) measure.Result { return search(query, text) }
}

func search(query *sql.Stmt, text string) measure.Result {
	var r measure.Result
	terms := strings.FieldsFunc(text, func(c rune) bool {
		return !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')
	})
	if len(terms) == 0 {
		return r
	}
	rows, err := query.Query(`"` + strings.Join(terms, `" OR "`) + `"`)
	if err != nil {
		return r
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var score float64
		if rows.Scan(&id, &score) == nil {
			r.Topics = append(r.Topics, id)
			r.Score = max(r.Score, score)
		}
	}
	return r
}

// reportCost reports what it costs to have the entries and the model at
// start: the limits are 150 ms and 15 MB, of which the model's weights are
// read where they stand in the binary.
func reportCost(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	base, err := knowledge.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	took := time.Since(start)
	runtime.GC()
	runtime.ReadMemStats(&after)
	model, err := os.Stat("model.bin")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(took.Microseconds())/1000, "start_ms")
	b.ReportMetric(float64(int64(after.HeapAlloc-before.HeapAlloc)+model.Size())/(1<<20), "loaded_MB")
	runtime.KeepAlive(base)
}

// BenchmarkTwoQuestions measures how many of the messages that ask two things
// have the first answered, and the second offered as well.
func BenchmarkTwoQuestions(b *testing.B) {
	base, pairs := embedded(b), readPairs(b)
	first, both := 0, 0
	for i := 0; b.Loop(); i++ {
		base.Match(pairs[i%len(pairs)].Text)
	}
	for _, p := range pairs {
		one, two := p.found(base)
		first, both = first+count(one), both+count(one && two)
	}
	b.ReportMetric(100*float64(first)/float64(len(pairs)), "first_%")
	b.ReportMetric(100*float64(both)/float64(len(pairs)), "both_%")
}

// BenchmarkWith measures joining a community's folder of three new entries.
func BenchmarkWith(b *testing.B) {
	base := embedded(b)
	overlay, err := knowledge.Load("testdata/overlay")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := base.With(overlay); err != nil {
			b.Fatal(err)
		}
	}
}
