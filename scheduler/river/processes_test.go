// Tests of many processes on one PostgreSQL database.
package river_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"tandem/bot"
	"tandem/coach"
	"tandem/internal/pgtest"
	"tandem/scheduler"
	"tandem/scheduler/river"
	"tandem/store/killtest"
	"tandem/store/postgres"
)

// server is the tests' own; it starts with the first that needs it.
var server pgtest.Server

// The test binary, started once more with childURL set, is a process of the crowd.
const (
	childURL      = "TANDEM_CROWD_URL"
	childEngine   = "TANDEM_CROWD_ENGINE"
	childPlatform = "TANDEM_CROWD_PLATFORM"
	childMember   = "TANDEM_CROWD_MEMBER"
	childEpoch    = "TANDEM_CROWD_EPOCH"
)

func TestMain(m *testing.M) {
	killtest.Child(mortals...)
	if os.Getenv(childURL) != "" {
		if err := work(); err != nil {
			fmt.Fprintln(os.Stderr, "process", os.Getenv(childMember), err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	server.Stop()
	durable.Stop()
	os.Exit(code)
}

// The crowd's clock runs faster than ours, so that leases of a minute end in two
// seconds; the database's own leases are as long.
const (
	haste = 30
	lease = time.Minute / haste
)

var sevenOClock = time.Date(2027, time.March, 1, 7, 0, 0, 0, time.UTC)

// crowdClock is the time for a process that began when the others did.
func crowdClock(epoch time.Time) func() time.Time {
	return func() time.Time { return sevenOClock.Add(haste * time.Since(epoch)) }
}

const (
	athletes = 200 // with a check-in at seven
	messages = 20  // that each process hears
)

// TestManyProcesses_LoseNothingAndDoubleNothing: a herd is due and people talk;
// one process is killed in the middle of a send, one stands still for longer
// than its leases and goes on.
func TestManyProcesses_LoseNothingAndDoubleNothing(t *testing.T) {
	for _, engine := range []string{"claims", "river"} {
		for members, strikes := range map[int][]strike{
			2: {{after: 30, member: 0, signal: syscall.SIGKILL}, {after: 60, member: 1, signal: syscall.SIGSTOP, pause: 2 * lease}},
			4: {{after: 30, member: 0, signal: syscall.SIGKILL}, {after: 60, member: 1, signal: syscall.SIGSTOP, pause: 2 * lease},
				{after: 90, member: 2, signal: syscall.SIGKILL}},
		} {
			t.Run(fmt.Sprint(engine, " ", members), func(t *testing.T) {
				t.Parallel()
				c := startCrowd(t, engine, members, strikes...)
				c.settle()
				c.inspect()
			})
		}
	}
}

// crowd is some processes, their platform and their database.
type crowd struct {
	*platform
	store *postgres.Store
	ends  []io.Closer
	cmds  []*exec.Cmd
}

func startCrowd(t *testing.T, engine string, members int, strikes ...strike) *crowd {
	t.Helper()
	url := server.Database(t)
	st, err := postgres.OpenWith(t.Context(), url, postgres.Options{Lease: time.Hour}) // looks on
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	settle(t, st, athletes)
	c := &crowd{platform: openPlatform(t, strikes...), store: st}
	epoch := time.Now()
	c.mu.Lock() // no strike before all are there
	defer c.mu.Unlock()
	for n := range members {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childURL+"="+url, childEngine+"="+engine, childPlatform+"="+c.ear.Addr().String(),
			childMember+"="+strconv.Itoa(n), childEpoch+"="+strconv.FormatInt(epoch.UnixNano(), 10))
		cmd.Stderr = os.Stderr
		end, err := cmd.StdinPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		c.ends, c.cmds, c.members = append(c.ends, end), append(c.cmds, cmd), append(c.members, cmd.Process)
	}
	t.Cleanup(c.stop)
	return c
}

// stop ends the processes that are left.
func (c *crowd) stop() {
	for _, end := range c.ends {
		end.Close()
	}
	for n, cmd := range c.cmds {
		_ = cmd.Process.Signal(syscall.SIGCONT)
		if err := cmd.Wait(); err != nil && !c.killed[n] {
			c.t.Errorf("process %d: %v", n, err)
		}
	}
}

// settle makes athletes who want a check-in at seven, and plans them.
func settle(t *testing.T, st *postgres.Store, n int) {
	t.Helper()
	midnight := sevenOClock.Add(-7 * time.Hour)
	err := st.Update(t.Context(), func(tx bot.Tx) error {
		for i := range n {
			id, _, err := tx.Who(t.Context(), bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, midnight)
			if err != nil {
				return err
			}
			a := coach.Athlete{ID: id, Zone: "UTC", Consent: coach.Consent{Given: true}, Reminders: coach.Reminders{CheckIn: "07:00"}}
			if err := tx.SaveAthlete(t.Context(), a); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	s := scheduler.New(scheduler.Config{Store: st, Now: func() time.Time { return midnight }})
	if err := s.Step(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// settle waits until everything that is due is sent and everything that was
// accepted is answered.
func (c *crowd) settle() {
	c.t.Helper()
	deadline := time.Now().Add(time.Minute)
	for {
		st, err1 := c.store.Standing(c.t.Context(), sevenOClock.Add(24*time.Hour))
		stats, err2 := c.store.Stats(c.t.Context())
		if err := errors.Join(err1, err2); err != nil {
			c.t.Fatal(err)
		}
		c.mu.Lock()
		struck := len(c.strikes) == 0
		c.mu.Unlock()
		if st.Waiting == 0 && stats.Waiting == 0 && struck && c.shown("s") > 0 && c.shown("m") > 0 {
			return
		}
		if time.Now().After(deadline) {
			c.t.Fatalf("not done after a minute: %d deliveries and %d messages wait, %d and %d shown, struck %v",
				st.Waiting, stats.Waiting, c.shown("s"), c.shown("m"), struck)
		}
		select {
		case <-c.t.Context().Done():
			return
		case <-time.After(50 * time.Millisecond):
		}
	}
}

// inspect compares what the platform saw with what is kept.
func (c *crowd) inspect() {
	c.t.Helper()
	if got := c.shown("s"); got != athletes {
		c.t.Errorf("%d check-ins arrived, %d athletes asked for one", got, athletes)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for key, tries := range c.tries {
		first := 0
		for _, before := range tries {
			if before == 0 {
				first++
			}
		}
		if first > 1 && key[0] == 's' {
			c.t.Errorf("%s was sent %d times as if for the first time: %v", key, first, tries)
		}
	}
	heard := 0
	for n := range len(c.members) {
		for i := range messages {
			id := fmt.Sprintf("%d-%d", n, i)
			if c.accepted[id] {
				heard++
				if fresh, err := c.store.Accept(c.t.Context(), heardBy(n, i)); err != nil || fresh {
					c.t.Errorf("message %s was acknowledged and is lost (%v)", id, err)
				}
			}
		}
	}
	counted := 0
	err := c.store.View(c.t.Context(), func(tx bot.Tx) error {
		for n := range len(c.members) {
			id, _, err := tx.Who(c.t.Context(), heardBy(n, 0).From, sevenOClock)
			if errors.Is(err, coach.ErrNotFound) {
				continue
			}
			a, err := tx.Athlete(c.t.Context(), id)
			if err != nil {
				return err
			}
			counted += a.Consent.Version
		}
		return nil
	})
	if err != nil {
		c.t.Fatal(err)
	}
	c.t.Logf("%d requests for %d messages", c.requests, len(c.tries))
	answered := 0
	for key := range c.tries {
		if key[0] == 'm' {
			answered++
		}
	}
	// Each that was killed may have stored one more, and not acknowledged it.
	if counted != answered || answered < heard || answered > heard+len(c.killed) {
		c.t.Errorf("%d messages were acknowledged, %d took effect, %d were answered", heard, counted, answered)
	}
}

func heardBy(member, n int) bot.Message {
	return bot.Message{ID: fmt.Sprintf("%d-%d", member, n), From: bot.Person{Platform: "console", User: fmt.Sprint("talker ", member)}, At: sevenOClock, Text: "hello"}
}

// work is the life of a process of the crowd, until its standard input ends.
func work() error {
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	signal.Ignore(os.Interrupt)
	go func() {
		_, _ = io.Copy(io.Discard, os.Stdin)
		stop()
	}()
	nanos, err := strconv.ParseInt(os.Getenv(childEpoch), 10, 64)
	if err != nil {
		return err
	}
	st, err := postgres.OpenWith(ctx, os.Getenv(childURL), postgres.Options{Lease: lease})
	if err != nil {
		return err
	}
	defer st.Close()
	m := member{os.Getenv(childMember), os.Getenv(childPlatform)}
	now := crowdClock(time.Unix(0, nanos))
	var parts sync.WaitGroup
	errs := make(chan error, 3)
	for _, part := range []func() error{
		func() error { return deliver(ctx, os.Getenv(childEngine), st, m, now) },
		func() error { return m.listen(ctx, st) },
		func() error { return m.answer(ctx, st) },
	} {
		parts.Go(func() {
			if err := part(); err != nil && ctx.Err() == nil {
				errs <- err
				stop()
			}
		})
	}
	parts.Wait()
	close(errs)
	return <-errs
}

// deliver runs the scheduler on an engine.
func deliver(ctx context.Context, engine string, st *postgres.Store, m member, now func() time.Time) error {
	c := scheduler.Config{Store: st, Sender: m, Now: now, Shared: true}
	if engine == "claims" {
		return scheduler.New(c).Run(ctx)
	}
	var s *scheduler.Scheduler
	q, err := river.New(ctx, river.Config{Store: st, Now: now, Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelWarn})), Wake: func() { s.Poke() }})
	if err != nil {
		return err
	}
	c.Store = q
	s = scheduler.New(c)
	var both errgroup.Group
	both.Go(func() error { return q.Run(ctx) })
	both.Go(func() error { return s.Run(ctx) })
	return both.Wait()
}

// member is a process of the crowd, as it speaks to the platform.
type member struct{ number, platform string }

func (m member) say(words ...any) error {
	return say(m.platform, m.number+" "+strings.TrimSuffix(fmt.Sprintln(words...), "\n"))
}

// Send hands a delivery to the platform.
func (m member) Send(_ context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	if err := m.say("sent", d.Key, d.Attempts); err != nil {
		return scheduler.Result{}, err
	}
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// listen accepts the process's messages, as an adapter does.
func (m member) listen(ctx context.Context, st *postgres.Store) error {
	n, err := strconv.Atoi(m.number)
	if err != nil {
		return err
	}
	for i := range messages {
		message := heardBy(n, i)
		if _, err := st.Accept(ctx, message); err != nil {
			return err
		}
		if err := m.say("accepted", message.ID); err != nil {
			return err
		}
	}
	return nil
}

// answer works through what waits, as the router does: effect and reply in one
// transaction, then the sending, then done.
func (m member) answer(ctx context.Context, st *postgres.Store) error {
	for ctx.Err() == nil {
		waiting, err := st.Waiting(ctx, 0, 10)
		if err != nil { // its connection was ended while it stood still: the next try has another
			m.tell(ctx, err)
		}
		for _, s := range waiting {
			if err := m.finish(ctx, st, s); err != nil {
				m.tell(ctx, err) // taken over, or to be tried again
			}
		}
		if len(waiting) == 0 {
			select {
			case <-ctx.Done():
			case <-time.After(20 * time.Millisecond):
			}
		}
	}
	return nil
}

// tell says what failed, unless that was the end.
func (m member) tell(ctx context.Context, err error) {
	if ctx.Err() == nil {
		fmt.Fprintf(os.Stderr, "process %s: %v\n", m.number, err)
	}
}

func (m member) finish(ctx context.Context, st *postgres.Store, s bot.Stored) error {
	if !s.Answered {
		err := st.Update(ctx, func(tx bot.Tx) error {
			id, _, err := tx.Who(ctx, s.Message.From, sevenOClock)
			if err != nil {
				return err
			}
			a, err := tx.Athlete(ctx, id)
			if err != nil {
				return err
			}
			a.Consent.Version++
			return errors.Join(tx.SaveAthlete(ctx, a), tx.Answered(ctx, s.Seq, []bot.Reply{{Text: "hi"}}))
		})
		if err != nil {
			return err
		}
	}
	if err := m.say("sent", fmt.Sprint("m", s.Seq), s.Attempts); err != nil {
		return err
	}
	return st.Done(ctx, s.Seq)
}
