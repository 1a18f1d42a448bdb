package scheduler

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// ErrLost says that a claim is no longer this process's: its lease ran out, or
// the athlete is erased.
var ErrLost = errors.New("the claim is lost")

// Bounds of trying again: eight attempts over three quarters of an hour.
const (
	maxAttempts  = 8
	firstBackoff = 30 * time.Second
	maxBackoff   = 15 * time.Minute
	// maxClaims counts those too that ended without a word: a message that takes
	// the process down each time must not do so for ever.
	maxClaims = 24
)

// leaseTime is how long a claim may take: a send with its wait for the pace.
const leaseTime = time.Minute

// deliver brings one claim to its mark.
func (s *Scheduler) deliver(ctx context.Context, c Claim) error {
	now := s.Now()
	c.Late = late(c, now)
	v, err := s.judge(ctx, c, now)
	if err != nil {
		return err
	}
	if v.send() {
		v = s.attempt(ctx, c)
	}
	return s.mark(ctx, c, v)
}

// judge asks the calendar, and the person's other deliveries when it is late.
func (s *Scheduler) judge(ctx context.Context, c Claim, now time.Time) (verdict, error) {
	v := decide(c, now)
	switch {
	case !v.send():
		return v, nil
	case c.Kind == TeamDigest:
		platform, workspace, _ := strings.Cut(c.Text, "/")
		members, err := s.Store.TeamMembers(ctx, platform, workspace)
		if err != nil {
			return v, fmt.Errorf("count the team: %w", err)
		}
		if len(members) < minTeam {
			return end(Skipped, "fewer than five members"), nil
		}
	case c.Late && c.Attempts == 0:
		rivals, err := s.Store.Rivals(ctx, c.Athlete, now, now.Add(-catchingUp))
		if err != nil {
			return v, fmt.Errorf("look for other late messages: %w", err)
		}
		return yield(c, rivals, now), nil
	}
	return v, nil
}

// attempt hands a claim to the sender and says where that leaves it.
func (s *Scheduler) attempt(ctx context.Context, c Claim) verdict {
	r, err := s.send(ctx, c.Delivery)
	now := s.Now()
	if err != nil {
		r = Result{Outcome: Retry, Why: err.Error()}
	}
	switch r.Outcome {
	case Sent:
		v := end(Sent, r.Why)
		v.then = nudge(c, now)
		return v
	case Retry, Unknown:
		return again(c, r, now)
	case Skipped, Unreachable, Dead, Expired:
		return end(r.Outcome, r.Why)
	}
	return end(Dead, fmt.Sprintf("the sender says %q, which is no outcome", r.Outcome))
}

// panicked is what a log may say of a panic: only the runtime's own words are
// known to hold nobody else's.
func panicked(p any) string {
	if err, ok := p.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a %T", p)
}

// send turns a panic of the sender into an error.
func (s *Scheduler) send(ctx context.Context, d Delivery) (r Result, err error) {
	defer func() {
		if p := recover(); p != nil {
			s.Log.Error("panic while sending", "delivery", d.ID, "kind", d.Kind, "panic", panicked(p), "stack", string(debug.Stack()))
			err = errors.New("panic while sending")
		}
	}()
	return s.Sender.Send(ctx, d)
}

// again plans the next attempt, unless there were enough. A platform that asks
// to wait does not wear out a message's patience.
func again(c Claim, r Result, now time.Time) verdict {
	if c.Attempts+1 >= maxAttempts && r.RetryAfter == 0 {
		return end(Dead, r.Why)
	}
	return verdict{to: r.Outcome, why: r.Why, next: now.Add(max(r.RetryAfter, backoff(c))), keep: true}
}

// backoff doubles from half a minute, and is up to a fifth longer so that what
// failed together does not come back together.
func backoff(c Claim) time.Duration {
	d := min(firstBackoff<<min(c.Attempts, 10), maxBackoff)
	return d + time.Duration(fraction(uint64(c.ID), uint64(c.Attempts))*float64(d)/5).Truncate(time.Millisecond)
}

// mark keeps what became of a claim.
func (s *Scheduler) mark(ctx context.Context, c Claim, v verdict) error {
	now := s.Now()
	m := Mark{ID: c.ID, Attempts: c.Attempts, To: v.to, Why: v.why, Next: v.next, At: now, Late: c.Late && v.to == Sent, Then: v.then}
	if v.to == Planned && !v.keep {
		m.Promised = v.next
	}
	if !Claimed.May(v.to) {
		return fmt.Errorf("delivery %d cannot go from %s to %s", c.ID, Claimed, v.to)
	}
	log := s.Log.With("delivery", c.ID, "kind", c.Kind)
	switch err := s.Store.MarkDelivery(ctx, m); {
	case errors.Is(err, ErrLost):
		log.Warn("delivery was taken away before it was marked", "outcome", v.to)
		return nil
	case err != nil:
		return fmt.Errorf("mark delivery: %w", err)
	}
	if v.to == Dead {
		log.Error("delivery failed for good", "why", v.why)
	} else {
		log.Debug("delivery marked", "outcome", v.to, "why", v.why, "late", m.Late)
	}
	return nil
}
