package app

import (
	"context"
	"flag"
	"fmt"
)

// backup writes a consistent copy while the coach runs, and opens it to see
// that it is whole.
func backup(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("backup", flag.ContinueOnError)
	shared := settingsFlags(fs)
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return usage("backup takes the file to write, such as tandem-backup.db")
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
	if err := store.Backup(ctx, words[0]); err != nil {
		return fmt.Errorf("back up: %w", err)
	}
	_, err = fmt.Fprintf(p.Out, "Backed up %s to %s and verified the copy.\n", cfg.Store.Path, words[0])
	return err
}

// migrate brings the schema up to date; opening does it.
func migrate(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("migrate", flag.ContinueOnError)
	shared := settingsFlags(fs)
	if _, err := parse(fs, args); err != nil {
		return err
	}
	cfg, err := shared.load()
	if err != nil {
		return err
	}
	name, from, to, err := migrateStore(ctx, cfg)
	if err != nil {
		return fmt.Errorf("migrate %s: %w", name, err)
	}
	if from == to {
		_, err = fmt.Fprintf(p.Out, "%s is at schema %d: nothing to do.\n", name, to)
		return err
	}
	_, err = fmt.Fprintf(p.Out, "%s went from schema %d to %d.\n", name, from, to)
	return err
}
