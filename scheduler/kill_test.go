package scheduler_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// The tests here kill a real process. The test binary starts itself again as
// the coach's scheduler (see TestMain and child_test.go), over a database on the
// disk; what it sends arrives at a platform in this process, which shows one
// message a key, as platforms and adapters do, and remembers every arrival.

// hour is when everything of these tests is due.
const hour = "2027-03-01T07:00:00Z"

// platform is the sending side: it records what arrives.
type platform struct {
	*httptest.Server
	mu       sync.Mutex
	shown    map[string]string // by key: what
	arrivals int
	faults   []string
	onArrive func(n int) // called with the number of the arrival, before it is answered
}

// arrival is what the child posts.
type arrival struct {
	Key, What string
	Attempts  int
}

func openPlatform(t *testing.T) *platform {
	p := &platform{shown: map[string]string{}}
	p.Server = httptest.NewServer(http.HandlerFunc(p.take))
	t.Cleanup(p.Close)
	return p
}

func (p *platform) take(_ http.ResponseWriter, r *http.Request) {
	var a arrival
	if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
		return // cut off while it was written: nothing arrived
	}
	p.mu.Lock()
	before, again := p.shown[a.Key]
	switch {
	case again && before != a.What:
		p.faults = append(p.faults, fmt.Sprintf("key %s stands for %s and for %s", a.Key, before, a.What))
	case again && a.Attempts == 0:
		p.faults = append(p.faults, fmt.Sprintf("%s came again as if for the first time", a.What))
	}
	p.shown[a.Key] = a.What
	p.arrivals++
	n, then := p.arrivals, p.onArrive
	p.mu.Unlock()
	if then != nil {
		then(n)
	}
}

// messages are those that a person would see, sorted.
func (p *platform) messages() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	var out []string
	for _, what := range p.shown {
		out = append(out, what)
	}
	slices.Sort(out)
	return out
}

// crowd fills a database with n athletes, and returns what they should see: at
// the hour a check-in is due for every second one, and follow-ups for the others.
func crowd(t *testing.T, path string, n int) (expected []string) {
	t.Helper()
	st, err := sqlite.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	now := instant(t, hour).Add(-12 * time.Hour)
	err = st.Update(t.Context(), func(tx bot.Tx) error {
		for i := range n {
			id, _, err := tx.Who(t.Context(), bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, now)
			if err != nil {
				return err
			}
			a, err := tx.Athlete(t.Context(), id)
			if err != nil {
				return err
			}
			a.Zone, a.Consent.Given = "UTC", true
			a.Reminders = coach.Reminders{AfterSession: true, Quiet: "06:00-07:02"}
			kind, ends := scheduler.FollowUp("soreness-24h"), scheduler.Sent
			if id%2 == 1 {
				a.Reminders.CheckIn, kind, ends = "07:00", scheduler.CheckIn, fate(id)
			} else if err := putFollowUps(t.Context(), tx, id, instant(t, hour)); err != nil {
				return err
			}
			if err := tx.SaveAthlete(t.Context(), a); err != nil {
				return err
			}
			if ends != scheduler.Skipped && ends != scheduler.Unreachable && ends != scheduler.Dead {
				expected = append(expected, what(id, kind))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s := scheduler.New(scheduler.Config{Store: st, Sender: deaf{}, Now: func() time.Time { return now }})
	if err := s.Step(t.Context()); err != nil {
		t.Fatal(err)
	}
	slices.Sort(expected)
	return expected
}

func what(id coach.AthleteID, kind scheduler.Kind) string { return fmt.Sprintf("%03d %s", id, kind) }

// putFollowUps plans one that waits for the end of the quiet hours, and one
// whose use is over.
func putFollowUps(ctx context.Context, tx bot.Tx, id coach.AthleteID, due time.Time) error {
	waits := coach.FollowUp{Key: "soreness-24h:x", Kind: "soreness-24h", Due: due}
	over := coach.FollowUp{Key: "refuel:x", Kind: "refuel", Due: due.Add(-2 * time.Hour)}
	return errors.Join(tx.PutFollowUp(ctx, id, waits), tx.PutFollowUp(ctx, id, over))
}

// fate is how the sender of the child answers the first attempt at a check-in,
// by the athlete's number; the second is Sent.
func fate(id coach.AthleteID) scheduler.State {
	switch id % 20 {
	case 3:
		return scheduler.Retry
	case 5:
		return scheduler.Unknown // after it arrived
	case 7:
		return scheduler.Skipped
	case 9:
		return scheduler.Unreachable
	case 11:
		return scheduler.Dead
	}
	return scheduler.Sent
}

// life is one process after another over one database.
type life struct {
	t     *testing.T
	path  string
	to    *platform
	began time.Time // with the first process
}

// speed is how much faster than ours the child's clock goes, so that backoffs
// and the end of the quiet hours are not waited for; noon is five minutes
// away then.
const speed = 60

// start runs the child; point, if not "", is where it kills itself.
func (l *life) start(point string) *exec.Cmd {
	l.t.Helper()
	if l.began.IsZero() {
		l.began = time.Now()
	}
	now := instant(l.t, hour).Add(speed * time.Since(l.began))
	cmd := exec.Command(os.Args[0], "-test.run=^$")
	cmd.Env = append(os.Environ(), childEnv+"="+l.path, "CHILD_TO="+l.to.URL, "CHILD_NOW="+now.Format(time.RFC3339Nano), "CHILD_KILL="+point)
	cmd.Stderr = &bytes.Buffer{}
	if err := cmd.Start(); err != nil {
		l.t.Fatal(err)
	}
	return cmd
}

// wait reports whether the child was killed; any other failure is the test's.
func (l *life) wait(cmd *exec.Cmd) (killed bool) {
	l.t.Helper()
	err := cmd.Wait()
	if err == nil {
		return false
	}
	if strings.Contains(err.Error(), "killed") {
		return true
	}
	l.t.Fatalf("the child failed: %v\n%s", err, cmd.Stderr)
	return false
}

// settle checks, after the last process has ended, that everybody saw what they
// should, once.
func (l *life) settle(expected []string) {
	l.t.Helper()
	if diff := cmp.Diff(expected, l.to.messages()); diff != "" {
		l.t.Errorf("messages that people see (-want +got):\n%s", diff)
	}
	for _, fault := range l.to.faults {
		l.t.Error(fault)
	}
}

func newLife(t *testing.T) *life {
	if testing.Short() {
		t.Skip("starts processes")
	}
	return &life{t: t, path: filepath.Join(t.TempDir(), "tandem.db"), to: openPlatform(t)}
}

func TestKilledAtEveryStep_NothingIsLostOrDoubled(t *testing.T) {
	var points []string
	for _, step := range []string{"sweep", "follow-ups", "claim", "send", "mark planned", "mark sent", "mark retry", "mark unknown", "mark skipped", "mark expired", "mark unreachable", "mark dead"} {
		points = append(points, "before "+step, "after "+step)
	}
	for _, point := range points {
		t.Run(point, func(t *testing.T) {
			t.Parallel()
			l := newLife(t)
			expected := crowd(t, l.path, 12)
			if !l.wait(l.start(point)) {
				t.Fatal("the child was not killed: it never came to this point")
			}
			if l.wait(l.start("")) {
				t.Fatal("the second child was killed")
			}
			l.settle(expected)
		})
	}
}

// kills is how many random moments the test below tries: 20, or what
// TANDEM_KILLS says.
func kills(t *testing.T) int {
	n, err := strconv.Atoi(os.Getenv("TANDEM_KILLS"))
	if os.Getenv("TANDEM_KILLS") != "" && err != nil {
		t.Fatalf("TANDEM_KILLS: %v", err)
	}
	if n == 0 {
		n = 20
	}
	return n
}

func TestKilledAtRandomMoments_NothingIsLostOrDoubled(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	n := kills(t)
	expected := crowd(t, l.path, 12*n)
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	for i := range n {
		ready := make(chan struct{})
		l.to.mu.Lock()
		at, delay, once := l.to.arrivals+1+random.IntN(16), time.Duration(random.IntN(3000))*time.Microsecond, sync.Once{}
		l.to.onArrive = func(n int) {
			if n >= at {
				once.Do(func() { close(ready) })
			}
		}
		l.to.mu.Unlock()
		cmd := l.start("")
		done := make(chan bool, 1)
		go func() { done <- l.wait(cmd) }()
		select {
		case <-ready:
			time.AfterFunc(delay, func() { _ = cmd.Process.Kill() })
			<-done
		case killed := <-done:
			if killed {
				t.Fatal("the child was killed by another")
			}
			t.Logf("all was sent after %d kills", i)
		}
	}
	l.to.mu.Lock()
	l.to.onArrive = nil
	l.to.mu.Unlock()
	if l.wait(l.start("")) {
		t.Fatal("the last child was killed")
	}
	l.settle(expected)
	t.Logf("%d kills, %d messages, %d arrivals, seed %d", n, len(expected), l.to.arrivals, seed)
}

// post sends one arrival to the platform, and returns when it is recorded.
func post(ctx context.Context, url string, a arrival) error {
	body, err := json.Marshal(a)
	if err != nil {
		return err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body))
	if err != nil {
		return err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return err
	}
	_, _ = io.Copy(io.Discard, resp.Body)
	return resp.Body.Close()
}
