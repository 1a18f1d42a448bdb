package knowledge_test

import (
	"database/sql"
	"runtime"
	"strings"
	"testing"

	"tandem/coach/knowledge"
	"tandem/coach/knowledge/measure"

	_ "modernc.org/sqlite"
)

// ownSets are messages of our own, each set written before the matcher was
// measured on it.
var ownSets = []string{"held_out", "blind", "blind2"}

// BenchmarkAnswers measures the matcher beside SQLite's full-text search over
// the same entries: every figure of docs/benchmarks.md's section on answers.
// A peer has no outcome of its own, so its threshold is the one at which it
// answers 92 % of what is in scope.
func BenchmarkAnswers(b *testing.B) {
	messages := readDev(b)
	base := embedded(b)
	b.Run("tandem", func(b *testing.B) { report(b, matcher(base), messages, 1) })
	for _, set := range ownSets {
		own, err := measure.Read("testdata/" + set + ".jsonl")
		if err != nil {
			b.Fatal(err)
		}
		b.Run("tandem-"+set, func(b *testing.B) { report(b, matcher(base), own, 1) })
	}
	b.Run("sqlite-fts5", func(b *testing.B) {
		match := fullText(b, base.Entries())
		report(b, match, messages, measure.ThresholdFor(match, messages, 0.92))
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

// BenchmarkEmbedded measures what it costs to have the entries at start: the
// limits are 150 ms and 15 MB.
func BenchmarkEmbedded(b *testing.B) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	base, err := knowledge.Embedded()
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	for b.Loop() {
		if _, err := knowledge.Embedded(); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(after.HeapAlloc-before.HeapAlloc)/(1<<20), "heap_MB")
	runtime.KeepAlive(base)
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
