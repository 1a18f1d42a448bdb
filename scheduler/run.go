package scheduler

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/robfig/cron/v3"

	"tandem/coach/training"
)

// Periods of Run. Lateness is at most a tick and a send.
const (
	tick       = time.Second
	purgeEvery = time.Hour
	// keepEnded is how long the record of a delivery stays: longer than a monthly
	// plan's step.
	keepEnded = 40 * day
	// drainTime is what sends in flight get when the process is told to stop.
	drainTime = 10 * time.Second
	// patience is how long a claim waits for its workspace's turn, and then for its
	// platform's: well within its lease.
	patience = leaseTime / 4
)

// Run plans and delivers until ctx ends; then it finishes the sends in flight,
// gives back the rest of what it claimed, and returns.
func (s *Scheduler) Run(ctx context.Context) error {
	if err := s.start(ctx); err != nil {
		return err
	}
	mail, purge := make(chan struct{}, 1), make(chan struct{}, 1)
	signal(purge)
	ticks := cron.New()
	ticks.Schedule(cron.Every(tick), cron.FuncJob(s.Poke))
	ticks.Schedule(cron.Every(purgeEvery), cron.FuncJob(func() { signal(purge) }))
	ticks.Start()
	defer func() { <-ticks.Stop().Done() }()

	var loops sync.WaitGroup
	loops.Go(func() { s.deliverAll(ctx, mail) })
	defer loops.Wait()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-s.wake:
			if err := s.plan(ctx); err != nil && ctx.Err() == nil {
				s.Log.Error("planning failed, will be tried again", "error", err)
			}
			signal(mail)
		case <-purge:
			if _, err := s.Store.PurgeOutbox(ctx, s.Now().Add(-keepEnded)); err != nil && ctx.Err() == nil {
				s.Log.Error("purge of the outbox failed", "error", err)
			}
		}
	}
}

// start takes up what an earlier process left.
func (s *Scheduler) start(ctx context.Context) error {
	now := s.Now()
	if !s.Shared {
		n, err := s.Store.ReleaseClaims(ctx, now)
		if err != nil {
			return fmt.Errorf("take up deliveries: %w", err)
		}
		if n > 0 {
			s.Log.Info("deliveries of the last run are taken up", "count", n)
		}
	}
	if err := s.planTeams(ctx, now); err != nil {
		return err
	}
	s.last = now
	s.Poke()
	return s.refresh(ctx, now)
}

// planTeams plans the digests of the configured teams.
func (s *Scheduler) planTeams(ctx context.Context, now time.Time) error {
	var plans []Plan
	for _, t := range s.Teams {
		if p, ok := next(Plan{Team: t.Name, Kind: TeamDigest, Rule: digestRule, Zone: training.Location(t.Zone).String()}, now); ok {
			plans = append(plans, p)
		}
	}
	if err := s.Store.PlanTeams(ctx, plans); err != nil {
		return fmt.Errorf("plan team digests: %w", err)
	}
	return nil
}

func signal(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// deliverAll claims and delivers what is due, until ctx ends. It claims when
// half of its hands are free: one slow send does not hold up the others.
func (s *Scheduler) deliverAll(ctx context.Context, mail <-chan struct{}) {
	hands := 2 * s.Senders
	free := make(chan struct{}, hands)
	for range hands {
		free <- struct{}{}
	}
	var sends sync.WaitGroup
	defer sends.Wait()
	for {
		for range s.Senders {
			select {
			case <-free:
			case <-ctx.Done():
				return
			}
		}
		claims, err := s.claim(ctx, s.Senders)
		if err != nil && ctx.Err() == nil {
			s.Log.Error("claiming failed, will be tried again", "error", err)
		}
		for range s.Senders - len(claims) {
			free <- struct{}{}
		}
		for _, c := range claims {
			sends.Go(func() {
				s.carry(ctx, c)
				free <- struct{}{}
			})
		}
		if len(claims) == s.Senders {
			continue
		}
		select {
		case <-ctx.Done():
			return
		case <-mail:
		}
	}
}

func (s *Scheduler) claim(ctx context.Context, limit int) ([]Claim, error) {
	now := s.Now()
	claims, err := s.Store.ClaimDeliveries(ctx, now, now.Add(leaseTime), limit)
	if err != nil {
		return nil, fmt.Errorf("claim deliveries: %w", err)
	}
	return claims, nil
}

// carry delivers one claim in its pace. What the end of the run cuts off before
// it is sent, and what would wait longer than its lease, is handed back.
func (s *Scheduler) carry(ctx context.Context, c Claim) {
	beyond, cancel := context.WithTimeout(context.WithoutCancel(ctx), leaseTime)
	defer cancel()
	defer context.AfterFunc(ctx, func() { time.AfterFunc(drainTime, cancel) })()
	err := s.pace.wait(ctx, c.Lane, patience)
	switch {
	case err == nil:
		err = s.deliver(beyond, c)
	case ctx.Err() != nil:
		err = s.mark(beyond, c, verdict{to: Planned, why: "handed back at the stop", next: s.Now(), keep: true})
	case errors.Is(err, errCrowded):
		err = s.mark(beyond, c, verdict{to: Planned, why: errCrowded.Error(), next: s.Now().Add(leaseTime / 2), keep: true})
	}
	if err != nil {
		s.Log.Error("delivery failed, its lease will run out", "delivery", c.ID, "error", err)
	}
}

// Step does everything that is due at Config.Now, in order, and returns: one
// synchronous round for a virtual clock. It pays no heed to pace.
func (s *Scheduler) Step(ctx context.Context) error {
	for {
		if err := s.plan(ctx); err != nil {
			return err
		}
		claims, err := s.claim(ctx, sweepBatch)
		if err != nil || len(claims) == 0 {
			return err
		}
		for _, c := range claims {
			if err := s.deliver(ctx, c); err != nil {
				return err
			}
		}
	}
}
