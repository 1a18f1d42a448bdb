package app

import (
	"errors"
	"log/slog"
	"time"

	"tandem/bot"
	"tandem/internal/config"
)

// platforms connects what the configuration names.
func platforms(cfg config.Config, log *slog.Logger, now func() time.Time) ([]bot.Adapter, error) {
	return nil, errors.New("no platform can be connected yet")
}

// platformManifest is what a platform's own pages take.
type platformManifest struct {
	platform string
	print    func(config.Config) (string, error)
}

func manifests() []platformManifest { return nil }
