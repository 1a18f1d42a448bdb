package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"time"

	"tandem/adapters/console"
	"tandem/bot"
	"tandem/coach"
	"tandem/internal/config"
)

// person is the one that import and export are about: the terminal's, or a
// person of a platform as platform/workspace/user.
func person(name string) (bot.Person, error) {
	if name == "" {
		return bot.Person{Platform: console.Name, User: "me"}, nil
	}
	platform, rest, _ := cutLast(name)
	workspace, user, ok := cutLast(rest)
	if !ok || platform == "" || user == "" {
		return bot.Person{}, usage("--user is platform/workspace/user, such as slack/T0123/U0456 or discord//123; got %q", name)
	}
	return bot.Person{Platform: platform, Workspace: workspace, User: user}, nil
}

func cutLast(s string) (before, after string, ok bool) {
	for i := range len(s) {
		if s[i] == '/' {
			return s[:i], s[i+1:], true
		}
	}
	return s, "", false
}

// importMemory is the soft limit under which a file of 200,000 rows is read: a
// small machine has room for it beside the coach.
const importMemory = 60 << 20

// importFiles reads other apps' files into one person's log.
func importFiles(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("import", flag.ContinueOnError)
	shared := settingsFlags(fs)
	user := fs.String("user", "", "platform/workspace/user; the terminal's own person by default")
	other := fs.Bool("other-units", false, "read numbers without a unit as the units that are not the person's own")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) == 0 {
		return usage("import takes files, such as strong.csv or activities.csv")
	}
	for _, path := range words {
		if _, err := os.Stat(path); err != nil {
			return fmt.Errorf("there is no file %q to import", path)
		}
	}
	who, err := person(*user)
	if err != nil {
		return err
	}
	defer debug.SetMemoryLimit(debug.SetMemoryLimit(importMemory))
	return shared.change(ctx, who, func(c *coach.Coach, tx bot.Tx, a coach.Athlete) error {
		if !a.Consent.Allows(coach.Training) {
			return errors.New("this person has not agreed yet that health data is kept: let them say yes in the chat (`start`) first")
		}
		for _, path := range words {
			data, err := os.ReadFile(path)
			if err != nil {
				return fmt.Errorf("read file: %w", err)
			}
			preview, err := c.Preview(ctx, tx, a, filepath.Base(path), data, time.Now())
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			fmt.Fprintln(p.Out, preview.Text)
			if preview.Draft == "" {
				continue
			}
			done, err := c.Import(ctx, tx, a, preview.Key, preview.Draft, *other, time.Now())
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			fmt.Fprintln(p.Out, done)
		}
		return nil
	})
}

// export writes everything that is kept of one person.
func export(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("export", flag.ContinueOnError)
	shared := settingsFlags(fs)
	user := fs.String("user", "", "platform/workspace/user; the terminal's own person by default")
	folder := fs.String("out", ".", "folder to write to")
	if _, err := parse(fs, args); err != nil {
		return err
	}
	who, err := person(*user)
	if err != nil {
		return err
	}
	return shared.look(ctx, who, func(c *coach.Coach, tx bot.Tx, a coach.Athlete) error {
		accounts, err := bot.Accounts(ctx, tx, a.ID)
		if err != nil {
			return err
		}
		files, err := c.Export(ctx, tx, a, accounts, time.Now())
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		for _, f := range files {
			path := filepath.Join(*folder, f.Name)
			if err := os.WriteFile(path, f.Data, 0o600); err != nil {
				return fmt.Errorf("write export: %w", err)
			}
			fmt.Fprintf(p.Out, "%s: %s\n", path, f.Says)
		}
		return nil
	})
}

// change runs fn in one transaction over one person's data, as the only
// process on the database.
func (s settings) change(ctx context.Context, who bot.Person, fn athleteFunc) error {
	return s.with(ctx, who, openStore, database.Update, fn)
}

// look runs fn over one person's data without changing it, beside a running coach.
func (s settings) look(ctx context.Context, who bot.Person, fn athleteFunc) error {
	return s.with(ctx, who, openBeside, database.View, fn)
}

type athleteFunc func(*coach.Coach, bot.Tx, coach.Athlete) error

func (s settings) with(ctx context.Context, who bot.Person, open func(context.Context, config.Config) (database, error),
	in func(database, context.Context, func(bot.Tx) error) error, fn athleteFunc) error {
	cfg, err := s.load()
	if err != nil {
		return err
	}
	store, err := open(ctx, cfg)
	if err != nil {
		return err
	}
	defer store.Close()
	c, err := newCoach(cfg)
	if err != nil {
		return err
	}
	return in(store, ctx, func(tx bot.Tx) error {
		id, _, err := tx.Who(ctx, who, time.Now())
		if err != nil {
			return fmt.Errorf("look up %s: nobody with that name has talked to the coach yet", who)
		}
		a, err := tx.Athlete(ctx, id)
		if err != nil {
			return fmt.Errorf("load athlete: %w", err)
		}
		return fn(c, tx, a)
	})
}
