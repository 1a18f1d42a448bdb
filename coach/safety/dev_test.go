package safety

import (
	"bufio"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"slices"
	"testing"
	"time"
)

// devSet is the shared question set; a checkout without it skips what reads it.
const devSet = "../../../shared/faq/dev.jsonl"

type question struct{ Text, Kind string }

func readDevSet(t testing.TB) (all []question) {
	t.Helper()
	f, err := os.Open(devSet)
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") != "true" {
		t.Skip("the shared question set is not beside this checkout")
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for sc := bufio.NewScanner(f); sc.Scan(); {
		var q question
		if err := json.Unmarshal(sc.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		all = append(all, q)
	}
	return all
}

func TestDevSet_AllRedFlagsAndNothingElse(t *testing.T) {
	counts := map[string]int{}
	for _, q := range readDevSet(t) {
		counts[q.Kind]++
		if got := Check(q.Text); got.Found() != (q.Kind == "red_flag") {
			t.Errorf("%s: found %+v <- %s", q.Kind, got, q.Text)
		}
	}
	t.Log(counts)
}

// BenchmarkRedFlags prints what share of each kind of the shared set is taken for
// a red flag, and how long a message takes.
func BenchmarkRedFlags(b *testing.B) {
	all := readDevSet(b)
	for b.Loop() {
		of, found := map[string]int{}, map[string]int{}
		took := make([]time.Duration, 0, len(all))
		for _, q := range all {
			began := time.Now()
			flag := Check(q.Text)
			took = append(took, time.Since(began))
			of[q.Kind]++
			if flag.Found() {
				found[q.Kind]++
			}
		}
		for kind, name := range map[string]string{"red_flag": "caught_%", "benign_lookalike": "lookalikes-flagged_%", "in_scope": "in-scope-flagged_%"} {
			b.ReportMetric(100*float64(found[kind])/float64(max(of[kind], 1)), name)
		}
		slices.Sort(took)
		b.ReportMetric(float64(took[len(took)/2].Microseconds()), "median_µs")
		b.ReportMetric(float64(took[len(took)*99/100].Microseconds()), "p99_µs")
	}
}
