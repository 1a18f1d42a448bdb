package app

import (
	"context"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"

	"tandem/store"
)

// questions lists what could not be answered, and which answers missed, for the
// knowledge base's owner.
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
	db, err := openBeside(ctx, cfg)
	if err != nil {
		return err
	}
	defer db.Close()
	asked, err := db.Questions(ctx, 100)
	if err != nil {
		return fmt.Errorf("read questions: %w", err)
	}
	felt, err := db.Feedback(ctx)
	if err != nil {
		return fmt.Errorf("read feedback: %w", err)
	}
	if err := printQuestions(p.Out, asked); err != nil {
		return err
	}
	return printMissed(p.Out, felt)
}

func printQuestions(w io.Writer, asked []store.Question) error {
	if len(asked) == 0 {
		_, err := fmt.Fprintln(w, "Every question so far had an answer.")
		return err
	}
	for _, q := range asked {
		if _, err := fmt.Fprintf(w, "%4d  %s  (nearest: %s; last %s)\n", q.Count, q.Text, strings.Join(q.Nearest, ", "), q.Last); err != nil {
			return err
		}
	}
	return nil
}

// printMissed lists the topics whose answers were not what was wanted, those
// that missed most often first.
func printMissed(w io.Writer, felt []store.Feedback) error {
	felt = slices.DeleteFunc(felt, func(f store.Feedback) bool { return f.NotHelped == 0 })
	if len(felt) == 0 {
		return nil
	}
	slices.SortStableFunc(felt, func(x, y store.Feedback) int { return y.NotHelped - x.NotHelped })
	if _, err := fmt.Fprintln(w, "\nAnswers that were not what was wanted:"); err != nil {
		return err
	}
	for _, f := range felt {
		if _, err := fmt.Fprintf(w, "%4d  %s  (helped %d)\n", f.NotHelped, f.Topic, f.Helped); err != nil {
			return err
		}
	}
	return nil
}
