package app

import (
	"context"
	"flag"
	"fmt"
	"strings"
)

// questions lists what could not be answered, for the knowledge base's owner.
func questions(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("questions", flag.ContinueOnError)
	shared := settingsFlags(fs)
	if _, err := parse(fs, args); err != nil {
		return err
	}
	cfg, err := shared.load()
	if err != nil {
		return err
	}
	store, err := openBeside(ctx, cfg)
	if err != nil {
		return err
	}
	defer store.Close()
	asked, err := store.Questions(ctx, 100)
	if err != nil {
		return fmt.Errorf("read questions: %w", err)
	}
	if len(asked) == 0 {
		_, err = fmt.Fprintln(p.Out, "Every question so far had an answer.")
		return err
	}
	for _, q := range asked {
		if _, err := fmt.Fprintf(p.Out, "%4d  %s  (nearest: %s; last %s)\n", q.Count, q.Text, strings.Join(q.Nearest, ", "), q.Last); err != nil {
			return err
		}
	}
	return nil
}
