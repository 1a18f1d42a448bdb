package app_test

import (
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tandem/internal/pgtest"
	"tandem/store/postgres"
	"tandem/store/sqlite"
)

const (
	asks     = 1   // people who are asked how they are, for each kill and platform; Slack opens 50 conversations a minute
	lifetime = 900 // ms that a process lives at most
)

// onFile opens a database that is a file: to write while there is none yet.
func onFile(t *testing.T, db string) func() (keeper, error) {
	return func() (keeper, error) {
		if _, err := os.Stat(db); errors.Is(err, os.ErrNotExist) {
			return sqlite.Open(t.Context(), db)
		}
		return sqlite.OpenReadOnly(t.Context(), db)
	}
}

// TestChaos_KilledOnBothPlatforms: logs come in over Slack and Discord and people
// are asked how they are, while the process is killed at random moments, its
// start among them. What was acknowledged is kept, and answered, once; what was
// not is kept at most once; and nobody is asked twice or not at all.
func TestChaos_KilledOnBothPlatforms(t *testing.T) {
	t.Parallel()
	rounds := kills(t)
	db := filepath.Join(t.TempDir(), "tandem.db")
	c := gatherCrowd(t, onFile(t, db), rounds*asks, time.Duration(rounds*lifetime/2+1000)*time.Millisecond)
	settings := c.settings(fmt.Sprintf("path = %q", db))
	end := c.begin(t)
	for range rounds {
		p := launch(t, settings)
		<-time.After(time.Duration(rand.IntN(lifetime)) * time.Millisecond) // where the blade falls
		p.kill()
	}
	launch(t, settings)
	end()
	c.settle(t)
	c.judge(t, fmt.Sprintf("Killed %d times", rounds), 1)
}

// TestChaos_LockedWhileTalking: another program holds the database for longer
// than a platform waits.
func TestChaos_LockedWhileTalking(t *testing.T) {
	t.Parallel()
	db := filepath.Join(t.TempDir(), "tandem.db")
	c := gatherCrowd(t, onFile(t, db), 6, 5*time.Second)
	launch(t, c.settings(fmt.Sprintf("path = %q", db)))
	end := c.begin(t)
	other, err := sql.Open("sqlite", db)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	for _, held := range []time.Duration{500 * time.Millisecond, 6 * time.Second} {
		<-time.After(time.Second)
		if _, err := other.Exec(`PRAGMA busy_timeout = 10000; BEGIN IMMEDIATE`); err != nil {
			t.Fatal(err)
		}
		<-time.After(held)
		if _, err := other.Exec(`ROLLBACK`); err != nil {
			t.Fatal(err)
		}
	}
	<-time.After(time.Second)
	end()
	c.settle(t)
	c.judge(t, "The database held by another program for half a second and for six", 1)
}

// TestChaos_PostgresRestarts: the server ends as in a crash while everybody
// talks, and comes back; the coach goes on by itself.
func TestChaos_PostgresRestarts(t *testing.T) {
	t.Parallel()
	server := &pgtest.Server{Durable: true}
	t.Cleanup(server.Stop)
	address := server.Database(t)
	first := true
	c := gatherCrowd(t, func() (keeper, error) {
		if first {
			first = false
			return postgres.Open(t.Context(), address)
		}
		return postgres.OpenReadOnly(t.Context(), address)
	}, 6, 5*time.Second)
	p := launch(t, c.settings(fmt.Sprintf("url = %q", address)))
	end := c.begin(t)
	restarts := max(2, kills(t)/50)
	for range restarts {
		<-time.After(3*time.Second + rand.N(2*time.Second))
		if err := server.Halt(t.Context()); err != nil {
			t.Fatal(err)
		}
		<-time.After(rand.N(2 * time.Second))
		if err := server.Resume(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	<-time.After(2 * time.Second)
	end()
	c.settle(t)
	if p.kill(); p.cmd.ProcessState.ExitCode() >= 0 {
		t.Error("the coach ended by itself")
	}
	c.judge(t, fmt.Sprintf("PostgreSQL crashed and came back %d times", restarts), 1)
}
