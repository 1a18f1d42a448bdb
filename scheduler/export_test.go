package scheduler

import "context"

// Sweep runs the planning half of a step.
func Sweep(ctx context.Context, s *Scheduler) error { return s.plan(ctx) }

// Start takes up what an earlier process left, as Run does.
func Start(ctx context.Context, s *Scheduler) error { return s.start(ctx) }
