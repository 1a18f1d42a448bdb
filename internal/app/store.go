package app

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"

	"tandem/internal/config"
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

// openStore opens the database, making and migrating it where needed.
func openStore(ctx context.Context, c config.Config) (*sqlite.Store, error) {
	s, err := sqlite.Open(ctx, c.Store.Path)
	if err != nil {
		return nil, fmt.Errorf("open the database %s: %w", c.Store.Path, err)
	}
	return s, nil
}

// openBeside opens an existing database to read, beside the process that writes it.
func openBeside(ctx context.Context, c config.Config) (*sqlite.Store, error) {
	s, err := sqlite.OpenReadOnly(ctx, c.Store.Path)
	if errors.Is(err, os.ErrNotExist) {
		return nil, fmt.Errorf("there is no database at %s yet: run the coach once, or name another with --db", c.Store.Path)
	}
	return s, err
}
