package app

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"strings"
	"time"

	"tandem/internal/config"
)

// check is one thing that doctor looks at.
type check struct {
	Name   string `json:"name"`
	OK     bool   `json:"ok"`
	Detail string `json:"detail,omitempty"`
	Fix    string `json:"fix,omitempty"`

	source string        // whose clock was read with it; "" = nobody's
	ahead  time.Duration // how far this machine's clock was before that one
}

// doctor looks at everything that can be wrong and prints the fix for each
// fault. It changes nothing.
func doctor(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("doctor", flag.ContinueOnError)
	shared := settingsFlags(fs)
	asJSON := fs.Bool("json", false, "one JSON object")
	words, err := parse(fs, args)
	if err != nil {
		return err
	}
	if len(words) > 0 {
		return usage("doctor takes no %q; `tandem help doctor` shows its flags", words[0])
	}
	checks := examine(ctx, shared)
	faults := 0
	for _, c := range checks {
		if !c.OK {
			faults++
		}
	}
	if err := printChecks(p, checks, faults, *asJSON); err != nil {
		return err
	}
	if faults > 0 {
		return errReported
	}
	return nil
}

// examine runs every check; without a readable configuration the rest cannot.
func examine(ctx context.Context, shared settings) []check {
	cfg, err := shared.load()
	if errors.Is(err, config.ErrUnread) {
		return []check{{Name: "configuration", Detail: err.Error(), Fix: "name the file itself with --config, and let the user that runs the coach read it (config.example.toml is one to begin with)"}}
	}
	if err != nil {
		return []check{{Name: "configuration", Detail: err.Error(), Fix: "correct that setting; config.example.toml shows what is allowed"}}
	}
	from := cfg.File
	if from == "" {
		from = "defaults, no config.toml"
	}
	checks := []check{{Name: "configuration", OK: true, Detail: from}}
	for _, look := range []func(context.Context, config.Config) []check{checkKnowledge, checkSecrets, checkZones, checkPort, checkDatabase, checkReminders, checkPlatforms, checkSlack, checkDiscord} {
		checks = append(checks, look(ctx, cfg)...)
	}
	return append(checks, checkClock(cfg, checks, time.Now()))
}

// oneLine is what an error of several lines says in one.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func printChecks(p Process, checks []check, faults int, asJSON bool) error {
	if asJSON {
		enc := json.NewEncoder(p.Out)
		enc.SetEscapeHTML(false)
		return enc.Encode(struct {
			OK     bool    `json:"ok"`
			Checks []check `json:"checks"`
		}{faults == 0, checks})
	}
	for _, c := range checks {
		mark := "ok   "
		if !c.OK {
			mark = "FAULT"
		}
		if _, err := fmt.Fprintf(p.Out, "%s %-16s %s\n", mark, c.Name, oneLine(c.Detail)); err != nil {
			return err
		}
		if c.Fix != "" {
			fmt.Fprintf(p.Out, "      fix: %s\n", c.Fix)
		}
	}
	if faults == 1 {
		fmt.Fprintln(p.Out, "1 fault")
		return nil
	}
	fmt.Fprintf(p.Out, "%d faults\n", faults)
	return nil
}
