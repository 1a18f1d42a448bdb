package app

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tandem/adapters/discord"
	"tandem/adapters/slack"
	"tandem/bot"
	"tandem/internal/ops"
	"tandem/scheduler"
	"tandem/store"
)

// house is what readiness and metrics ask of the database.
type house interface {
	Writable(ctx context.Context) error
	Stats(ctx context.Context) (store.Stats, error)
	NextDue(ctx context.Context) (time.Time, bool, error)
	Standing(ctx context.Context, now time.Time) (scheduler.Standing, error)
}

// connected is an adapter that can tell whether its platform hears it.
type connected interface{ Health() error }

var (
	_ connected = (*slack.Adapter)(nil)
	_ connected = (*discord.Adapter)(nil)
)

// behindAfter is how late the scheduler's next piece of work may be before it
// counts as behind: sixty of its ticks.
const behindAfter = time.Minute

// readiness is what must be so for the coach to do its work.
func readiness(h house, adapters []bot.Adapter, now func() time.Time) []ops.Check {
	checks := []ops.Check{{Name: "store", Ask: h.Writable}, {Name: "scheduler", Ask: func(ctx context.Context) error { return onTime(ctx, h, now()) }}}
	for _, a := range adapters {
		if c, ok := a.(connected); ok {
			checks = append(checks, ops.Check{Name: a.Name(), Ask: func(context.Context) error { return c.Health() }})
		}
	}
	return checks
}

// onTime looks at the oldest plan, follow-up or delivery that is due; while
// settings wait to be planned, at the oldest delivery.
func onTime(ctx context.Context, h house, now time.Time) error {
	due, ok, err := h.NextDue(ctx)
	if err == nil && ok && due.IsZero() {
		var st scheduler.Standing
		st, err = h.Standing(ctx, now)
		due, ok = st.Oldest, !st.Oldest.IsZero()
	}
	if err != nil {
		return err
	}
	if late := now.Sub(due); ok && late > behindAfter {
		return fmt.Errorf("%s behind: look for errors of the scheduler in the log", late.Round(time.Second))
	}
	return nil
}

// The numbers that lie in memory.
const (
	unreadable     = "tandem_events_unreadable_total"
	unreadableHelp = "Events and payloads of a platform that could not be decoded; they are kept for a week."

	depth     = "tandem_inbox_depth"
	depthHelp = "Messages in work or in line in this process."
)

// readings are the numbers that lie in the database.
func readings(h house, now func() time.Time) func(context.Context) ([]ops.Reading, error) {
	return func(ctx context.Context) ([]ops.Reading, error) {
		at := now()
		st, err := h.Stats(ctx)
		out, outErr := h.Standing(ctx, at)
		if err := errors.Join(err, outErr); err != nil {
			return nil, err
		}
		return []ops.Reading{
			{Name: "tandem_athletes", Help: "People the coach knows.", Value: float64(st.Athletes)},
			{Name: "tandem_unreachable", Help: "People who cannot be written to, by what the platform said last.", Value: float64(st.Unreachable)},
			{Name: "tandem_gone", Help: "People of places that removed the coach, not yet erased.", Value: float64(st.Gone)},
			{Name: "tandem_inbox_waiting", Help: "Messages accepted and not done.", Value: float64(st.Waiting)},
			{Name: "tandem_inbox_oldest_seconds", Help: "Age of the longest waiting message.", Value: age(st.Oldest, at)},
			{Name: "tandem_inbox_dead", Help: "Messages that failed for good in the last 7 days.", Value: float64(st.Dead)},
			{Name: "tandem_outbox_waiting", Help: "Check-ins and reminders not done.", Value: float64(out.Waiting)},
			{Name: "tandem_outbox_overdue_seconds", Help: "How long the oldest due check-in or reminder has been waiting.", Value: age(out.Oldest, at)},
			{Name: "tandem_outbox_dead", Help: "Check-ins and reminders that failed for good.", Value: float64(out.Dead)},
			{Name: "tandem_herd", Help: "Most plans due in one minute.", Value: float64(out.Herd)},
			{Name: "tandem_database_bytes", Help: "Size of the database with its log.", Value: float64(st.Bytes)},
		}, nil
	}
}

// age is how long ago an instant was, in seconds; 0 for never and for later.
func age(at, now time.Time) float64 {
	if at.IsZero() {
		return 0
	}
	return max(0, now.Sub(at).Seconds())
}
