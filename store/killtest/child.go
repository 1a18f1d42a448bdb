package killtest

import (
	"context"
	"fmt"
	"os"
	"time"

	"golang.org/x/sync/errgroup"

	"tandem/coach"
	"tandem/scheduler"
)

// What tells the child its part.
const (
	childEngine   = "TANDEM_KILLTEST_ENGINE"
	childAddress  = "TANDEM_KILLTEST_ADDRESS"
	childPlatform = "TANDEM_KILLTEST_PLATFORM"
	childNow      = "TANDEM_KILLTEST_NOW"
	childPoint    = "TANDEM_KILLTEST_POINT"
)

// Child ends the process when it was started as one that is to be killed, after
// its work; otherwise it returns. TestMain calls it first.
func Child(engines ...Engine) {
	for _, e := range engines {
		if e.Name != os.Getenv(childEngine) {
			continue
		}
		if err := e.child(); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
}

// child runs the scheduler until nothing waits, under a clock that goes faster
// than ours, and kills itself where it is told to.
func (e Engine) child() error {
	start, err := time.Parse(time.RFC3339Nano, os.Getenv(childNow))
	if err != nil {
		return err
	}
	began := time.Now()
	now := func() time.Time { return start.Add(speed * time.Since(began)) }
	m := mortal{os.Getenv(childPoint)}
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	var s *scheduler.Scheduler
	o, err := e.Open(ctx, Process{Address: os.Getenv(childAddress), Now: now, Die: m.pass, Wake: func() { s.Poke() }})
	if err != nil {
		return err
	}
	defer o.Store.Close()
	if o.Outbox == nil {
		o.Outbox = o.Store
	}
	s = scheduler.New(scheduler.Config{Store: deathbed{o.Outbox, m}, Sender: poster{os.Getenv(childPlatform), m}, Now: now, Senders: 4, Shared: o.Shared})
	go func() {
		for range time.Tick(20 * time.Millisecond) {
			s.Poke() // a tick of the fast clock
			if at, ok, err := s.NextDue(ctx); err == nil && ok && at.Sub(now()) > time.Hour {
				stop()
				return
			}
		}
	}()
	var both errgroup.Group
	both.Go(func() error { return s.Run(ctx) })
	if o.Run != nil {
		both.Go(func() error { return o.Run(ctx) })
	}
	return both.Wait()
}

// mortal kills its process at a point.
type mortal struct{ at string }

func (m mortal) pass(point string) {
	if point == m.at {
		if self, err := os.FindProcess(os.Getpid()); err == nil {
			_ = self.Kill()
		}
		select {}
	}
}

// deathbed is a store at whose doors the process can die: before a transaction,
// and right after its commit.
type deathbed struct {
	scheduler.Store
	mortal
}

func (d deathbed) SweepPlans(ctx context.Context, now time.Time, limit int, advance func(scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan)) (int, error) {
	d.pass("before sweep")
	n, err := d.Store.SweepPlans(ctx, now, limit, advance)
	if n > 0 {
		d.pass("after sweep")
	}
	return n, err
}

func (d deathbed) SweepFollowUps(ctx context.Context, now time.Time, limit int, occur func(coach.AthleteID, string, coach.FollowUp) scheduler.Occurrence) (int, error) {
	d.pass("before follow-ups")
	n, err := d.Store.SweepFollowUps(ctx, now, limit, occur)
	if n > 0 {
		d.pass("after follow-ups")
	}
	return n, err
}

func (d deathbed) ClaimDeliveries(ctx context.Context, now, lease time.Time, limit int) ([]scheduler.Claim, error) {
	d.pass("before claim")
	claims, err := d.Store.ClaimDeliveries(ctx, now, lease, limit)
	if len(claims) > 0 {
		d.pass("after claim")
	}
	return claims, err
}

func (d deathbed) MarkDelivery(ctx context.Context, m scheduler.Mark) error {
	d.pass("before mark " + string(m.To))
	err := d.Store.MarkDelivery(ctx, m)
	if err == nil {
		d.pass("after mark " + string(m.To))
	}
	return err
}

// poster sends to the platform in the parent, and answers as fate has it.
type poster struct {
	url string
	mortal
}

func (p poster) Send(ctx context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	ends := fate(d.Athlete)
	switch {
	case ends == scheduler.Skipped, ends == scheduler.Dead, ends == scheduler.Unreachable, ends == scheduler.Retry && d.Attempts == 0:
		return scheduler.Result{Outcome: ends, Why: "fate"}, nil
	}
	p.pass("before send")
	if err := post(ctx, p.url, arrival{Key: d.Key, What: what(d.Athlete, d.Kind), Attempts: d.Attempts}); err != nil {
		return scheduler.Result{Outcome: scheduler.Unknown, Why: err.Error()}, nil
	}
	p.pass("after send")
	if ends == scheduler.Unknown && d.Attempts == 0 {
		return scheduler.Result{Outcome: scheduler.Unknown, Why: "no answer"}, nil
	}
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}
