package app_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach/training"
	"tandem/store/sqlite"
)

// program is a running coach in a terminal that is a pipe.
type program struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func start(t *testing.T, db string) *program {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), time.Minute) // a coach that never answers ends the test
	t.Cleanup(stop)
	cmd := exec.CommandContext(ctx, "tandem", "--db", db)
	cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(db), "TZ=UTC")
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &program{cmd: cmd, in: in, out: bufio.NewScanner(out)}
}

// say writes a line and waits for a line of the answer that contains want.
func (p *program) say(line, want string) bool {
	fmt.Fprintln(p.in, line)
	return p.hear(want)
}

func (p *program) hear(want string) bool {
	for p.out.Scan() {
		if strings.Contains(p.out.Text(), want) {
			return true
		}
	}
	return false
}

func (p *program) kill(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = p.cmd.Wait() // it was killed: the error says only that
}

// TestKilledWhileLogging: whatever moment the process is killed at, every log
// that was answered is kept, and none is kept twice.
func TestKilledWhileLogging(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills the program many times")
	}
	db := filepath.Join(t.TempDir(), "tandem.db")
	p := start(t, db)
	for _, step := range [][2]string{{"/start", "[1] Yes"}, {"1", "[1] Strength"}, {"1", "[1] Under"}, {"2", "city"}, {"Berlin", "[1] 07:00"}, {"4", "all I need"}} {
		if !p.say(step[0], step[1]) {
			t.Fatalf("no %q after %q", step[1], step[0])
		}
	}
	p.kill(t)

	const rounds = 12
	answered := map[string]bool{}
	for i := range rounds {
		p := start(t, db)
		for j := range 3 {
			km := fmt.Sprintf("%d.%02d", 5+i, j+1)
			if p.say("/log run "+km+"km 60:00 rpe 4", km+" km") {
				answered[km] = true
			}
		}
		fmt.Fprintf(p.in, "/log run %d.99km 60:00 rpe 4\ncheckin 4 3 4 4 %d\n", 5+i, 1+i%5)
		time.Sleep(time.Duration(rand.IntN(12)) * time.Millisecond) // where the blade falls
		p.kill(t)
	}
	p = start(t, db) // what was accepted and not answered is answered now
	p.in.Close()
	for p.out.Scan() {
	}
	if err := p.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
	kept := keptRuns(t, db)
	for km := range answered {
		if kept[km] != 1 {
			t.Errorf("the run of %s km was answered and is kept %d times", km, kept[km])
		}
	}
	for km, n := range kept {
		if n > 1 {
			t.Errorf("the run of %s km is kept %d times", km, n)
		}
	}
	if len(answered) != 3*rounds {
		t.Errorf("%d runs were answered, want %d", len(answered), 3*rounds)
	}
}

// keptRuns counts the runs in the database by their distance.
func keptRuns(t *testing.T, db string) map[string]int {
	t.Helper()
	store, err := sqlite.OpenReadOnly(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	kept := map[string]int{}
	err = store.View(t.Context(), func(tx bot.Tx) error {
		all, err := tx.SessionsBetween(t.Context(), 1, time.Unix(0, 0), time.Now().AddDate(1, 0, 0))
		for _, s := range all {
			if s.Kind == training.Run {
				kept[fmt.Sprintf("%.2f", s.Km)]++
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return kept
}
