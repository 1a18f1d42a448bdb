package app_test

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestChaos_ClockJumps: the machine's clock jumps to the hour of the check-ins,
// back to the day before, on again, and a day on, while people talk and the
// process is killed and started in between. Everybody is asked once for each day,
// and no log is lost or doubled. A process that starts more than 26 hours off
// knows no delivery of the moment before any more: the kills are at less.
func TestChaos_ClockJumps(t *testing.T) {
	clock := filepath.Join(t.TempDir(), "clock")
	jump := func(off time.Duration) {
		t.Helper()
		next := clock + ".new"
		if err := os.WriteFile(next, []byte(off.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(next, clock); err != nil { // nobody reads half of it
			t.Fatal(err)
		}
	}
	jump(0)
	t.Setenv(clockFile, clock)
	db := filepath.Join(t.TempDir(), "tandem.db")
	c := gatherCrowd(t, onFile(t, db), 0, time.Second)
	for _, l := range c.talk {
		c.asked = append(c.asked, l.person) // in half a day, by their settings
	}
	settings := c.settings(fmt.Sprintf("path = %q", db))
	p := launch(t, settings)
	end := c.begin(t)
	c.planned(t)
	for _, step := range []struct {
		to    time.Duration
		asked int // times in all
		kill  bool
	}{
		{12*time.Hour + 10*time.Minute, 1, false}, // due ten minutes ago
		{-time.Hour, 1, false},                    // before everything
		{12*time.Hour + 30*time.Minute, 1, true},
		{-10 * time.Hour, 1, true},
		{13 * time.Hour, 1, false},
		{36*time.Hour + 5*time.Minute, 2, false}, // the next day
		{35 * time.Hour, 2, false},
		{36*time.Hour + 20*time.Minute, 2, false},
	} {
		if step.kill {
			p.kill()
		}
		jump(step.to)
		if step.kill {
			p = launch(t, settings)
		}
		c.askedTimes(t, step.asked)
		<-time.After(1500 * time.Millisecond) // more than a tick of the scheduler: nothing else may come
		c.askedTimes(t, step.asked)
	}
	end()
	c.answered(t)
	c.judge(t, "The clock jumped eight times, by up to a day, with two kills", 2)
}
