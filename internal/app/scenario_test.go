package app_test

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/internal/app"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// TestScenarios plays every script and compares what each person reads, word
// for word. The scripts are the coaching scenarios that the product is judged
// by: read the golden files as a coach would.
func TestScenarios(t *testing.T) {
	scripts, err := filepath.Glob("testdata/scenarios/*.jsonl")
	if err != nil || len(scripts) < 10 {
		t.Fatalf("%d scripts, %v", len(scripts), err)
	}
	for _, script := range scripts {
		t.Run(strings.TrimSuffix(filepath.Base(script), ".jsonl"), func(t *testing.T) {
			t.Parallel()
			got := run(t, "simulate", script)
			if again := run(t, "simulate", script); again != got {
				t.Error("a second run says something else:\n" + cmp.Diff(got, again))
			}
			golden := strings.TrimSuffix(script, ".jsonl") + ".golden"
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// run calls the command line and returns what it prints; it must succeed.
func run(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	if code := app.Main(context.Background(), app.Process{In: os.Stdin, Out: &out, Err: &errs}, args); code != 0 {
		t.Fatalf("tandem %s: exit code %d: %s", strings.Join(args, " "), code, errs.String())
	}
	return out.String()
}
