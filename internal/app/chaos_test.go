package app_test

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach/recovery"
	"tandem/coach/training"
	"tandem/store/sqlite"
)

// kills is how often the chaos driver kills the process: TANDEM_CHAOS, or a few.
func kills(t *testing.T) int {
	t.Helper()
	n, err := strconv.Atoi(os.Getenv("TANDEM_CHAOS"))
	switch {
	case err == nil:
		return n
	case testing.Short():
		return 2
	}
	return 6
}

// TestChaos_KilledAtRandom: logs and check-ins run through the terminal while
// the process is killed at random moments of its life, its start among them.
// What it answered is kept, nothing is kept twice, and the file stays sound.
func TestChaos_KilledAtRandom(t *testing.T) {
	db := introduced(t)
	rounds, said, answered := kills(t), map[string]bool{}, map[string]bool{}
	sleep := 0.0 // of the last check-in that was answered
	for i := range rounds {
		p := start(t, db)
		out := make(chan string)
		go func() {
			defer close(out)
			for p.out.Scan() {
				out <- p.out.Text()
			}
		}()
		go talk(p.in, i)
		blade := time.After(time.Duration(rand.IntN(400)) * time.Millisecond) // where it falls
		for alive := true; alive; {
			select {
			case line, ok := <-out:
				alive = ok
				sleep = max(sleep, note(line, answered))
			case <-blade:
				p.kill(t)
				blade = nil
			}
		}
		for n := range lines {
			said[distance(i, n)] = true
		}
	}
	settle(t, db)
	kept := keptRuns(t, db)
	for km := range answered {
		if kept[km] != 1 {
			t.Errorf("the run of %s km was answered and is kept %d times", km, kept[km])
		}
	}
	for km, n := range kept {
		if n > 1 || !said[km] {
			t.Errorf("the run of %s km is kept %d times, said: %v", km, n, said[km])
		}
	}
	if got := lastSleep(t, db); got < sleep-0.001 {
		t.Errorf("the check-in with %.2f h of sleep was answered, kept is an older one with %.2f", sleep, got)
	}
	run(t, "doctor", "--db", db)
	t.Logf("%d kills: %d of %d logs answered before a kill, %d kept; none lost, none doubled", rounds, len(answered), len(said), len(kept))
}

// lines is how many logs, each with a check-in, are said between two kills.
const lines = 25

// distance is a number of kilometres that no other log has.
func distance(round, n int) string {
	return fmt.Sprintf("%d.%02d", 5+round%50, round/50*lines%100+n)
}

// slept are hours that grow from round to round.
func slept(round int) float64 { return 3 + float64(round)*0.01 }

// talk says logs and check-ins until the pipe breaks.
func talk(in io.Writer, round int) {
	for n := range lines {
		km := distance(round, n)
		_, err := fmt.Fprintf(in, "/log run %skm %dmin rpe 4\n/checkin 4 3 4 4 5 sleep %.2fh\n", km, 6*(5+round%50), slept(round))
		if err != nil {
			return
		}
	}
}

var logged = regexp.MustCompile(`^Logged: .*?, ([\d.]+) km`)

// note takes down a log that is answered. Answers come in order: the check-in
// before it is answered too, and note returns its hours of sleep.
func note(line string, answered map[string]bool) (sleep float64) {
	m := logged.FindStringSubmatch(line)
	if m == nil {
		return 0
	}
	km, err := strconv.ParseFloat(m[1], 64)
	if err != nil {
		return 0
	}
	answered[fmt.Sprintf("%.2f", km)] = true
	hundredths := int(math.Round(km*100)) % 100
	round, n := int(km)-5+hundredths/lines*50, hundredths%lines
	if n == 0 {
		return 0
	}
	return slept(round)
}

// introduced is a database on which the first talk is over.
func introduced(t *testing.T) (db string) {
	t.Helper()
	db = filepath.Join(t.TempDir(), "tandem.db")
	introduce(t, db)
	return db
}

func introduce(t *testing.T, db string) {
	t.Helper()
	p := start(t, db)
	for _, step := range [][2]string{{"/start", "[1] Yes"}, {"1", "[1] Strength"}, {"1", "[1] Under"}, {"2", "city"}, {"Berlin", "[1] 07:00"}, {"4", "all I need"}} {
		if !p.say(step[0], step[1]) {
			t.Fatalf("no %q after %q", step[1], step[0])
		}
	}
	p.in.Close()
	for p.out.Scan() {
	}
	if err := p.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

// settle lets a process answer all that was left, and end.
func settle(t *testing.T, db string) {
	t.Helper()
	p := start(t, db)
	p.in.Close()
	for p.out.Scan() {
	}
	if err := p.cmd.Wait(); err != nil {
		t.Fatal(err)
	}
}

// lastSleep is the sleep of the newest check-in kept, 0 without one.
func lastSleep(t *testing.T, db string) (hours float64) {
	t.Helper()
	store, err := sqlite.OpenReadOnly(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	err = store.View(t.Context(), func(tx bot.Tx) error {
		today := training.DateOf(time.Now())
		var all []recovery.CheckIn
		all, err := tx.CheckInsBetween(t.Context(), 1, today.Add(-2), today.Add(2))
		if len(all) > 0 {
			hours = all[len(all)-1].SleepHours
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return hours
}

// attempt runs the coach on a database with a line said to it, for at most a
// moment, and returns what it writes to both streams.
func attempt(t *testing.T, db, line string) string {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 8*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "tandem", "--db", db)
	cmd.Env = append(os.Environ(), "HOME="+filepath.Dir(db), "TZ=UTC")
	cmd.Stdin = strings.NewReader(line + "\n")
	var out bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &out
	_ = cmd.Run() // its words are what counts
	return out.String()
}

// TestChaos_LockedByAnotherProgram: the coach says who is in the way, keeps
// nothing by halves, and goes on when the lock is gone.
func TestChaos_LockedByAnotherProgram(t *testing.T) {
	db := introduced(t)
	other, err := sql.Open("sqlite", db)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	other.SetMaxOpenConns(1)
	if _, err := other.Exec(`BEGIN EXCLUSIVE`); err != nil {
		t.Fatal(err)
	}
	if said := attempt(t, db, "/log run 5.25km 30:00"); !strings.Contains(said, "another program holds the database") {
		t.Errorf("locked, and it said %q", said)
	}
	if _, err := other.Exec(`ROLLBACK`); err != nil {
		t.Fatal(err)
	}
	if said := attempt(t, db, "/log run 5.25km 30:00"); !strings.Contains(said, "5.25 km") {
		t.Errorf("free again, and it said %q", said)
	}
	if kept := keptRuns(t, db); kept["5.25"] != 1 {
		t.Errorf("kept %v", kept)
	}
}

// TestChaos_SecondCoach: a second process on one file is refused, and says
// which process has it.
func TestChaos_SecondCoach(t *testing.T) {
	db := introduced(t)
	p := start(t, db)
	if !p.say("/log run 5.25km 30:00", "5.25 km") {
		t.Fatal("no answer")
	}
	want := fmt.Sprintf("process %d", p.cmd.Process.Pid)
	if said := attempt(t, db, "history"); !strings.Contains(said, want) {
		t.Errorf("the second said %q, want %q", said, want)
	}
	if !p.say("/log run 5.26km 30:00", "5.26 km") {
		t.Error("the first was disturbed")
	}
	p.kill(t)
}
