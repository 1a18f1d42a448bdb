package app

import (
	"context"
	"fmt"
	"runtime/debug"
)

// Version is the release, as CHANGELOG.md names it.
const Version = "0.1.0"

func version(_ context.Context, p Process, args []string) error {
	if len(args) > 0 {
		return usage("version takes nothing, and got %q", args[0])
	}
	revision := ""
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && len(s.Value) >= 12 {
				revision = " (" + s.Value[:12] + ")"
			}
		}
	}
	_, err := fmt.Fprintf(p.Out, "tandem %s%s\n", Version, revision)
	return err
}
