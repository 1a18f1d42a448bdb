package scheduler

import (
	"context"
	"fmt"
	"slices"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// sweepBatch is how many plans one transaction moves on: a few milliseconds,
// between which chat gets its turn.
const sweepBatch = 250

// plan brings plans and outbox up to the moment: what is due becomes
// occurrences, then changed settings become plans. In this order, since what
// was due before a change was due under the old settings.
func (s *Scheduler) plan(ctx context.Context) error {
	now := s.Now()
	if err := s.minded(ctx, now); err != nil {
		return err
	}
	at, ok, err := s.Store.NextDue(ctx)
	if err != nil {
		return fmt.Errorf("look for work: %w", err)
	}
	if !ok || at.After(now) {
		return nil
	}
	if err := s.sweep(ctx, now); err != nil {
		return err
	}
	n, err := repeat(func() (int, error) {
		return s.Store.Replan(ctx, now, sweepBatch, func(a coach.Athlete, have []Plan) ([]Plan, bool) {
			if slices.ContainsFunc(have, func(p Plan) bool { return !p.Due.After(now) }) {
				return nil, false // due since: the next sweep takes it first
			}
			return derive(a, have, now), true
		})
	})
	if err != nil {
		return fmt.Errorf("plan anew: %w", err)
	}
	if n > 0 {
		s.Log.Debug("athletes planned", "count", n)
	}
	return nil
}

// clockSlip is how far the clock may go back without a thought: time servers
// nudge it all the time.
const clockSlip = time.Minute

// minded notices a clock that was put back. Then plans have moved on too far,
// and what seemed missed is yet to come; what was sent is known by its date.
func (s *Scheduler) minded(ctx context.Context, now time.Time) error {
	last := s.last
	s.last = now
	if last.IsZero() || last.Sub(now) < clockSlip {
		return nil
	}
	s.Log.Warn("the clock went back", "by", last.Sub(now).String())
	if _, err := s.Store.ForgetMissed(ctx, now); err != nil {
		return fmt.Errorf("forget what was not missed: %w", err)
	}
	return s.refresh(ctx, now)
}

// refresh computes again when each plan is due: the clock or the rules of a
// zone may have changed.
func (s *Scheduler) refresh(ctx context.Context, now time.Time) error {
	n, err := s.Store.RefreshPlans(ctx, now, func(p Plan) Plan {
		if again, ok := next(p, now); ok {
			return again
		}
		return p
	})
	if err != nil {
		return fmt.Errorf("refresh plans: %w", err)
	}
	if n > 0 {
		s.Log.Info("plans moved", "count", n)
	}
	return nil
}

// sweep turns everything that is due into occurrences.
func (s *Scheduler) sweep(ctx context.Context, now time.Time) error {
	herd, err := s.gather(ctx, now)
	if err != nil {
		return err
	}
	lost := 0
	_, err = repeat(func() (int, error) {
		return s.Store.SweepPlans(ctx, now, sweepBatch, func(p Plan) ([]Occurrence, Plan) {
			out, moved := advance(p, now, herd)
			for _, o := range out {
				if o.State == Expired {
					lost++
				}
			}
			return out, moved
		})
	})
	if err != nil {
		return fmt.Errorf("sweep plans: %w", err)
	}
	if lost > 0 {
		s.Log.Warn("occurrences were missed while the coach was stopped", "count", lost)
	}
	_, err = repeat(func() (int, error) { return s.Store.SweepFollowUps(ctx, now, sweepBatch, occur) })
	if err != nil {
		return fmt.Errorf("sweep follow-ups: %w", err)
	}
	return nil
}

// gather looks at who is due together, when they are too many to go out at once.
func (s *Scheduler) gather(ctx context.Context, now time.Time) (Herd, error) {
	until := now.Add(time.Millisecond)
	count, err := s.Store.PlannedWithin(ctx, time.Time{}, until)
	if err != nil {
		return Herd{}, fmt.Errorf("count the herd: %w", err)
	}
	if s.Rates.small(count) {
		return Herd{}, nil
	}
	h, err := Gather(ctx, s.Store, s.Rates, time.Time{}, until)
	if err != nil {
		return h, err
	}
	if over := h.Longest(); over >= minSpread {
		s.Log.Info("a herd is spread", "count", count, "workspaces", len(h.Crowds), "over", over.Round(time.Second).String())
	}
	return h, nil
}

// repeat calls a batch until it comes back less than full, and adds up.
func repeat(batch func() (int, error)) (total int, err error) {
	for {
		n, err := batch()
		total += n
		if err != nil || n < sweepBatch {
			return total, err
		}
	}
}

// Bounds of catching up: of what is older than a stop was ever long no record is
// made, and of the rest only the last missed ones leave one.
const (
	longStop   = 40 * day
	keepMissed = 7
)

// advance makes a due plan's occurrences and moves it past now. Of several that
// went by while the process was stopped, the last alone may still go out.
func advance(p Plan, now time.Time, herd Herd) (out []Occurrence, moved Plan) {
	ok := true
	if now.Sub(p.Due) > longStop {
		p, ok = next(p, now.Add(-longStop))
	}
	for ; ok && !p.Due.After(now); p, ok = next(p, p.Due) {
		if len(out) > 0 {
			out[len(out)-1] = missed(out[len(out)-1])
		}
		if out = append(out, occurrence(p, herd.offset(p.Athlete))); len(out) > keepMissed {
			out = out[1:]
		}
	}
	if last := len(out) - 1; last >= 0 && !out[last].Expires.After(now) {
		out[last] = missed(out[last])
	}
	if !ok {
		p.Due = time.Time{}
	}
	return out, p
}

// occurrence is what a plan's next instant makes; place is the athlete's in a
// herd.
func occurrence(p Plan, place time.Duration) Occurrence {
	return Occurrence{
		Athlete: p.Athlete, Team: p.Team, Kind: p.Kind, Once: p.Date.String(), Date: p.Date, State: Planned,
		Due: p.Due, Promised: p.Due.Add(place), Expires: expiry(p.Kind, p.Date, p.Due, training.Location(p.Zone)),
		Text: p.Team,
	}
}

// missed is an occurrence whose use was over before anybody could send it.
func missed(o Occurrence) Occurrence {
	o.State, o.Why = Expired, "missed while the coach was stopped"
	return o
}

// occur makes the occurrence of a follow-up.
func occur(id coach.AthleteID, zone string, f coach.FollowUp) Occurrence {
	kind, loc := FollowUp(f.Kind), training.Location(zone)
	date := training.DateOf(f.Due.In(loc))
	return Occurrence{
		Athlete: id, Kind: kind, Once: f.Key, Date: date, State: Planned,
		Due: f.Due, Promised: f.Due, Expires: expiry(kind, date, f.Due, loc), Session: f.Session, Text: f.Text,
	}
}
