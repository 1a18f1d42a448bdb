// Command bench measures what an operator asks: how long a reply takes with
// many people talking, how many messages a machine takes in, how soon the coach
// is there after a start, and what it needs of memory and disk.
//
// Every figure stands beside a limit that is measured in the same run on the
// same disk (a bare commit, an empty Go program), since the machine may be busy
// with other things: the ratio is what compares. It prints the table of
// docs/benchmarks.md. Run it from the module's root:
//
//	go run ./internal/bench
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"slices"
	"time"
)

func main() {
	if err := measure(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func measure(ctx context.Context) error {
	folder, err := os.MkdirTemp("", "tandem-bench")
	if err != nil {
		return fmt.Errorf("make a folder: %w", err)
	}
	defer os.RemoveAll(folder)
	fmt.Printf("%d cores, %s\n\n", runtime.NumCPU(), runtime.Version())
	fmt.Print("| what | measured | limit in the same run | ratio |\n|---|---|---|---|\n")
	if err := conversations(ctx, folder); err != nil {
		return fmt.Errorf("conversations: %w", err)
	}
	if err := processes(ctx, folder); err != nil {
		return fmt.Errorf("processes: %w", err)
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
