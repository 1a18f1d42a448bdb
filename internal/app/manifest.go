package app

import (
	"context"
	"flag"
	"fmt"
)

// manifest prints what a platform wants to know of the app before it is
// installed.
func manifest(_ context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("manifest", flag.ContinueOnError)
	shared := settingsFlags(fs)
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) != 1 {
		return usage("manifest takes slack or discord")
	}
	cfg, err := shared.load()
	if err != nil {
		return err
	}
	for _, m := range manifests() {
		if m.platform == words[0] {
			text, err := m.print(cfg)
			if err != nil {
				return fmt.Errorf("make the manifest: %w", err)
			}
			_, err = fmt.Fprintln(p.Out, text)
			return err
		}
	}
	return usage("manifest takes slack or discord; got %q", words[0])
}
