package app

import (
	"context"
	"flag"
	"fmt"
	"net"
	"net/http"
	"time"
)

// healthcheck asks the running coach whether it is alive, for containers that
// have no shell.
func healthcheck(ctx context.Context, p Process, args []string) error {
	fs := flag.NewFlagSet("healthcheck", flag.ContinueOnError)
	shared := settingsFlags(fs)
	if _, err := parse(fs, args); err != nil {
		return err
	}
	cfg, err := shared.load()
	if err != nil {
		return err
	}
	if cfg.Ops.Listen == "off" {
		return fmt.Errorf("ops.listen is off, so there is nothing to ask")
	}
	_, port, err := net.SplitHostPort(cfg.Ops.Listen)
	if err != nil {
		return fmt.Errorf("ops.listen: %w", err)
	}
	ctx, cancel := context.WithTimeout(ctx, 3*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+net.JoinHostPort("127.0.0.1", port)+"/healthz", nil)
	if err != nil {
		return fmt.Errorf("make request: %w", err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return fmt.Errorf("the coach does not answer on %s; is it running?", cfg.Ops.Listen)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return fmt.Errorf("the coach says %s", resp.Status)
	}
	_, err = fmt.Fprintln(p.Out, "ok")
	return err
}
