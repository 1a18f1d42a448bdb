// Command bench measures what an operator asks: how long a reply takes with
// many people talking, how many messages a machine takes in, how soon the coach
// is there after a start, what it needs of memory and disk, and what becomes of
// all that when there are many athletes.
//
// Every figure stands beside a limit that is measured in the same run on the
// same disk (a bare commit, an empty Go program, the same with a thousand
// athletes), since the machine may be busy with other things: the ratio is what
// compares. It prints rows for the tables of docs/benchmarks.md. Run it from the
// module's root, with the parts to measure, or with none for the first two:
//
//	go run ./internal/bench [talk] [process] [throughput] [growth] [image]
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"
)

// parts are what can be measured, in the order of the document.
var parts = []struct {
	name    string
	measure func(ctx context.Context, folder string) error
}{
	{"talk", conversations},
	{"process", processes},
	{"throughput", throughput},
	{"growth", growth},
	{"image", image},
}

func main() {
	asked := os.Args[1:]
	if len(asked) == 0 {
		asked = []string{"talk", "process"}
	}
	if err := measure(context.Background(), asked); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context, asked []string) error {
	var known []string
	for _, p := range parts {
		known = append(known, p.name)
	}
	for _, name := range asked {
		if !slices.Contains(known, name) {
			return fmt.Errorf("there is no part %q: %s", name, strings.Join(known, ", "))
		}
	}
	folder, err := os.MkdirTemp("", "tandem-bench")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(folder)
	fmt.Printf("%d cores, %s\n\n", runtime.NumCPU(), runtime.Version())
	fmt.Print("| what | measured | limit in the same run | ratio |\n|---|---|---|---|\n")
	for _, p := range parts {
		if !slices.Contains(asked, p.name) {
			continue
		}
		if err := p.measure(ctx, folder); err != nil {
			return fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return nil
}

// row prints a line of the table.
func row(what string, measured, limit float64, unit, limitIs string) {
	fmt.Printf("| %s | %.3g %s | %s: %.3g %s | %.2f |\n", what, measured, unit, limitIs, limit, unit, measured/limit)
}

// quantile sorts and returns the value below which the share p lies.
func quantile(took []time.Duration, p float64) time.Duration {
	slices.Sort(took)
	return took[min(len(took)-1, int(p*float64(len(took))))]
}

func ms(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
