// Package killtest kills a process that plans and delivers, wherever it can die,
// and looks at what people see of it: every message, each once.
//
// The process is a real one: the test binary starts itself again ([Child]) over
// a database on the disk, and SIGKILLs itself at a named point, or is killed at
// a random moment. What it sends arrives at a platform in the test, which shows
// one message a key and remembers every arrival. A second process takes up what
// the first has left.
//
// Every [Engine] runs the same suite: a database, and what drives deliveries
// over it. The points are the doors of every transaction that changes where a
// delivery stands, before it begins and after its commit, and the send itself.
package killtest

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/sync/errgroup"

	"tandem/bot"
	"tandem/scheduler"
)

// Engine is a database and what drives deliveries over it.
type Engine struct {
	Name string
	// Fresh makes an empty database and returns its address.
	Fresh func(t *testing.T) string
	// Open opens it in a process. die is to be called at the engine's own Points.
	Open func(ctx context.Context, p Process) (Opened, error)
	// Points are where this engine can die besides where all can.
	Points []string
	// Kills is how many random moments are tried unless TANDEM_KILLS says how many.
	Kills int
}

// Process is what an engine is opened for.
type Process struct {
	Address string
	Now     func() time.Time
	Die     func(point string) // ends the process if it is to die there
	Wake    func()             // there is something to deliver
}

// Store is what the suite needs of a database.
type Store interface {
	bot.Store
	scheduler.Store
	Close() error
}

// Opened is an engine at work.
type Opened struct {
	Store  Store
	Outbox scheduler.Store                 // through which deliveries go; nil = Store
	Run    func(ctx context.Context) error // runs beside the scheduler; nil = nothing
	Shared bool                            // leases are left to run out
}

// steps are what all engines do.
var steps = []string{"sweep", "follow-ups", "claim", "send", "mark planned", "mark sent", "mark retry", "mark unknown", "mark skipped", "mark expired", "mark unreachable", "mark dead"}

// AtEveryPoint kills a process at each point, and lets a second one finish.
func (e Engine) AtEveryPoint(t *testing.T) {
	skipShort(t)
	var points []string
	for _, step := range steps {
		points = append(points, "before "+step, "after "+step)
	}
	const together = 6 // processes, which wait most of the time
	var lives errgroup.Group
	lives.SetLimit(together)
	for _, point := range append(points, e.Points...) {
		l := e.begin(t, 12)
		lives.Go(func() error {
			if err := l.dieAt(point); err != nil {
				t.Errorf("%s: %v", point, err)
			}
			return nil
		})
	}
	_ = lives.Wait() // every life has said what was wrong
}

// dieAt lives through one death.
func (l *life) dieAt(point string) error {
	for _, p := range []string{point, ""} {
		cmd, err := l.start(p)
		if err != nil {
			return err
		}
		killed, err := l.wait(cmd)
		switch {
		case err != nil:
			return err
		case killed && p == "":
			return fmt.Errorf("the second process was killed")
		case !killed && p != "":
			return fmt.Errorf("the process was not killed: it never came to this point")
		}
	}
	return l.settle()
}

// AtRandomMoments kills one process after the other while messages go out.
func (e Engine) AtRandomMoments(t *testing.T) {
	skipShort(t)
	n := e.kills(t)
	l := e.begin(t, 12*n)
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	for i := range n {
		if done, err := l.dieAround(1+random.IntN(16), time.Duration(random.IntN(3000))*time.Microsecond); err != nil {
			t.Fatal(err)
		} else if done {
			t.Logf("all was sent after %d kills", i)
		}
	}
	l.to.after(0, func() {})
	cmd, err := l.start("")
	if err != nil {
		t.Fatal(err)
	}
	if killed, err := l.wait(cmd); err != nil || killed {
		t.Fatalf("the last process: killed %v, %v", killed, err)
	}
	if err := l.settle(); err != nil {
		t.Error(err)
	}
	t.Logf("%d kills, %d messages, %d arrivals, seed %d", n, len(l.expected), l.to.arrivals, seed)
}

// dieAround kills a process a moment after an arrival; done = it had nothing
// left to send.
func (l *life) dieAround(arrivals int, delay time.Duration) (done bool, err error) {
	ready := make(chan struct{})
	l.to.after(arrivals, func() { close(ready) })
	cmd, err := l.start("")
	if err != nil {
		return false, err
	}
	type end struct {
		killed bool
		err    error
	}
	ended := make(chan end, 1)
	go func() {
		killed, err := l.wait(cmd)
		ended <- end{killed, err}
	}()
	select {
	case <-ready:
		time.AfterFunc(delay, func() { _ = cmd.Process.Kill() })
		return false, (<-ended).err
	case e := <-ended:
		if e.killed {
			return false, fmt.Errorf("the process was killed by another")
		}
		return true, e.err
	}
}

// kills is how many random moments are tried.
func (e Engine) kills(t *testing.T) int {
	text := os.Getenv("TANDEM_KILLS")
	if text == "" {
		return e.Kills
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		t.Fatalf("TANDEM_KILLS: %v", err)
	}
	return n
}

func skipShort(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
}

// life is one process after another over one database.
type life struct {
	engine   Engine
	address  string
	to       *platform
	expected []string
	began    time.Time // with the first process
}

// begin fills a database with n athletes.
func (e Engine) begin(t *testing.T, n int) *life {
	t.Helper()
	l := &life{engine: e, address: e.Fresh(t), to: openPlatform(t)}
	evening := func() time.Time { return hour.Add(-12 * time.Hour) }
	o, err := e.Open(t.Context(), Process{Address: l.address, Now: evening, Die: func(string) {}, Wake: func() {}})
	if err != nil {
		t.Fatal(err)
	}
	defer o.Store.Close()
	if l.expected, err = crowd(t.Context(), o.Store, n); err != nil {
		t.Fatal(err)
	}
	return l
}

// speed is how much faster than ours the child's clock goes, so that backoffs,
// leases and the end of the quiet hours are not waited for; noon is five minutes
// away then.
const speed = 60

// start runs the child; point, if not "", is where it kills itself.
func (l *life) start(point string) (*exec.Cmd, error) {
	if l.began.IsZero() {
		l.began = time.Now()
	}
	now := hour.Add(speed * time.Since(l.began))
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childEngine+"="+l.engine.Name, childAddress+"="+l.address, childPlatform+"="+l.to.URL,
		childNow+"="+now.Format(time.RFC3339Nano), childPoint+"="+point)
	cmd.Stderr = &bytes.Buffer{}
	return cmd, cmd.Start()
}

// wait reports whether the child was killed; any other failure is an error.
func (l *life) wait(cmd *exec.Cmd) (killed bool, err error) {
	err = cmd.Wait()
	if err == nil || strings.Contains(err.Error(), "killed") {
		return err != nil, nil
	}
	return false, fmt.Errorf("the process failed: %w\n%s", err, cmd.Stderr)
}

// settle checks, after the last process has ended, that everybody saw what they
// should, once.
func (l *life) settle() error {
	seen, faults := l.to.messages()
	if diff := cmp.Diff(l.expected, seen); diff != "" {
		return fmt.Errorf("messages that people see (-want +got):\n%s", diff)
	}
	if len(faults) > 0 {
		return fmt.Errorf("%s", strings.Join(faults, "\n"))
	}
	return nil
}
