// Package scheduler sees to it that what an athlete asked to hear comes at its
// moment: once, late rather than never where late is of use, and not in the
// athlete's quiet hours.
//
// The way of a check-in. An athlete's settings ([coach.Reminders],
// [coach.Pause]) say what they want. From them the scheduler derives plans, each
// with the instant it is due next ([Planner], package clock), and derives them
// again whenever the settings change. The sweep turns plans and follow-ups that
// are due into occurrences. An occurrence is a row of the outbox, unique for
// ever by athlete, kind and nominal local date, and written in the transaction
// that moves its plan on. The outbox is the truth of what was and what will be
// sent; a [Delivery] is one row of it on its way.
//
// A delivery's way is the table of [State]s. It is claimed under a lease; what
// is a fact of the calendar is decided here (use over, pause, quiet hours,
// catching up after a stop); then the [Sender] composes the message at the last
// moment, or finds that there is nothing to say, and sends it; and what became
// of it is marked, one delivery a transaction.
//
// What holds at any moment the process may be killed:
//   - before the sweep commits, the plan is still due: nothing is lost;
//   - after it, the row is there and the plan has moved on: nothing is doubled;
//   - between claim and mark, the row is handed to the sender again under the
//     same Key, with Attempts above zero: the platform, or the adapter's record,
//     knows the key and shows one message;
//   - after the mark, it is done.
//
// The scheduler reads no clock: Config.Now says what time it is. Run works in
// real time; Step and NextDue serve a virtual clock.
package scheduler

import (
	"context"
	"log/slog"
	"time"
)

// Config is what a Scheduler works with.
type Config struct {
	Store  Store
	Sender Sender
	Now    func() time.Time
	Log    *slog.Logger
	Teams  []Team // whose weekly digest is planned

	// Rates are what the platforms allow. A herd (everyone at 07:00) is spread
	// over the time that they take.
	Rates Rates
	// Slots keeps the rates over all processes of a database; nil = this process
	// is alone.
	Slots Slots
	// Senders is how many sends go on side by side in Run; 0 = 16.
	Senders int
	// Shared says that other processes work on the same store: leases are then
	// left to run out instead of being cleared at the start.
	Shared bool
}

// Team is a workspace whose members may opt in to a weekly digest of counts.
type Team struct {
	Name string // platform/workspace
	Zone string // IANA name; "" = UTC
}

// Scheduler plans and delivers.
type Scheduler struct {
	Config
	pace pace
	wake chan struct{} // holds one token while there may be work
	last time.Time     // when the clock was read last; owned by the planning goroutine
}

// New returns a scheduler; Run or Step start its work.
func New(c Config) *Scheduler {
	if c.Senders == 0 {
		c.Senders = 16
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Slots == nil {
		c.Slots = &alone{now: c.Now, free: map[Lane]time.Time{}}
	}
	return &Scheduler{Config: c, pace: pace{c.Rates, c.Slots}, wake: make(chan struct{}, 1)}
}

// Poke says that there may be something new to do: settings changed, a
// follow-up was planned. It does not block.
func (s *Scheduler) Poke() {
	select {
	case s.wake <- struct{}{}:
	default:
	}
}

// NextDue is when Step next has work, never before now; false when nothing is
// planned at all.
func (s *Scheduler) NextDue(ctx context.Context) (time.Time, bool, error) {
	at, ok, err := s.Store.NextDue(ctx)
	if now := s.Now(); ok && at.Before(now) {
		at = now
	}
	return at, ok, err
}
