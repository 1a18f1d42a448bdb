package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"tandem/bot"
	"tandem/internal/config"
	"tandem/scheduler"
	"tandem/store"
	"tandem/store/postgres"
	"tandem/store/sqlite"
)

// settings are the flags that most subcommands share.
type settings struct {
	config, db *string
}

func settingsFlags(fs *flag.FlagSet) settings {
	return settings{
		config: fs.String("config", "", "configuration file (config.toml if there is one)"),
		db:     fs.String("db", "", "SQLite file, instead of the configuration's"),
	}
}

// load reads the configuration; --db wins over it.
func (s settings) load() (config.Config, error) {
	c, err := config.Load(*s.config, os.Getenv)
	if err != nil {
		return c, err
	}
	if *s.db != "" {
		c.Store.Path, c.Store.URL = *s.db, ""
	}
	return c, nil
}

// database is all that the rooms ask of the engine that keeps their things.
type database interface {
	bot.Store
	scheduler.Store
	platformStore
	house
	purger
	retainer
	Questions(ctx context.Context, limit int) ([]store.Question, error)
	Feedback(ctx context.Context) ([]store.Feedback, error)
	Backup(ctx context.Context, path string) error
	Close() error
}

// openStore opens the database, making and migrating it where needed.
func openStore(ctx context.Context, c config.Config) (database, error) {
	if c.Store.URL != "" {
		return postgres.Open(ctx, c.Store.URL.Reveal())
	}
	if info, err := os.Stat(c.Store.Path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder: name a file in it with --db or store.path", c.Store.Path)
	}
	s, err := sqlite.Open(ctx, c.Store.Path)
	if err != nil {
		return nil, fmt.Errorf("open the database %s: %w", c.Store.Path, err)
	}
	return s, nil
}

// openBeside opens an existing database to read, beside the processes that write it.
func openBeside(ctx context.Context, c config.Config) (database, error) {
	if c.Store.URL != "" {
		return postgres.OpenReadOnly(ctx, c.Store.URL.Reveal())
	}
	s, err := sqlite.OpenReadOnly(ctx, c.Store.Path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no database at %s yet: run the coach once, or name another with --db", c.Store.Path)
	}
	return s, err
}

// migrateStore brings the schema up to date and returns what the database is
// called and its schema's number before and after.
func migrateStore(ctx context.Context, c config.Config) (name string, from, to int, err error) {
	if c.Store.URL != "" {
		from, to, err = postgres.Migrate(ctx, c.Store.URL.Reveal())
		return "the PostgreSQL database", from, to, err
	}
	from, to, err = sqlite.Migrate(ctx, c.Store.Path)
	return c.Store.Path, from, to, err
}
