package app

import (
	"fmt"
	"os"
	"time"

	"tandem/internal/config"
)

// maxSkew is how wrong a clock may be: check-ins are promised to the minute, and
// Slack's requests are refused five minutes off.
const maxSkew = 30 * time.Second

const fixClock = "switch on time synchronisation (timedatectl set-ntp true, or chrony)"

// clocked notes whose clock was read with a check.
func (c check) clocked(source string, theirs time.Time) check {
	if !theirs.IsZero() {
		c.source, c.ahead = source, time.Since(theirs)
	}
	return c
}

// checkClock compares the machine's clock with those that the other checks
// heard: no server is asked for this alone. Without any, what can be told is that
// the database was written in the future.
func checkClock(cfg config.Config, others []check, now time.Time) check {
	for _, c := range others {
		if c.source == "" {
			continue
		}
		word, by := "behind", -c.ahead
		if c.ahead > 0 {
			word, by = "before", c.ahead
		}
		if by > maxSkew {
			return check{Name: "clock", Detail: fmt.Sprintf("%s, %s %s that of %s", now.Format(time.RFC3339), by.Round(time.Second), word, c.source), Fix: fixClock}
		}
	}
	for _, path := range []string{cfg.Store.Path, cfg.Store.Path + "-wal"} {
		if info, err := os.Stat(path); err == nil && info.ModTime().Sub(now) > maxSkew {
			return check{Name: "clock", Detail: fmt.Sprintf("%s, but %s was written at %s", now.Format(time.RFC3339), path, info.ModTime().Format(time.RFC3339)), Fix: fixClock}
		}
	}
	for _, c := range others {
		if c.source != "" {
			return check{Name: "clock", OK: true, Detail: fmt.Sprintf("%s, within %s of that of %s", now.Format(time.RFC3339), maxSkew, c.source)}
		}
	}
	return check{Name: "clock", OK: true, Detail: now.Format(time.RFC3339) + "; nothing at hand to compare it with (no platform, no PostgreSQL)"}
}
