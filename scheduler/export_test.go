package scheduler

import "context"

// Sweep runs the planning half of a step.
func Sweep(ctx context.Context, s *Scheduler) error { return s.plan(ctx) }
