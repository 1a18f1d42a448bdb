package scheduler

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// Kind says what a delivery is about.
type Kind string

// The kinds that the scheduler plans itself.
const (
	CheckIn     Kind = "checkin"
	Nudge       Kind = "nudge"        // one reminder of an open check-in
	Review      Kind = "review"       // the week that ends
	ClockChange Kind = "clock-change" // a week before the zone's clocks change
	StillWant   Kind = "still-want"   // asked once, after a row of unanswered check-ins
	TeamDigest  Kind = "team-digest"  // counts for a team's channel
)

const followUpPrefix = "followup:"

// FollowUp is the kind of a message that the athlete's own words gave reason
// for; what is one of the coach's follow-up kinds.
func FollowUp(what string) Kind { return Kind(followUpPrefix + what) }

// FollowUp returns the coach's word for a follow-up; false for other kinds.
func (k Kind) FollowUp() (string, bool) { return strings.CutPrefix(string(k), followUpPrefix) }

// Delivery is one message that is due, as the sender gets it.
type Delivery struct {
	ID       int64
	Athlete  coach.AthleteID // 0 for a team's digest
	Kind     Kind
	Date     training.Date // the nominal local date, even when the instant falls on another
	Due      time.Time     // as planned, before quiet hours, spread and retries
	Late     bool          // it goes out later than promised: say so
	Session  string        // the session that a follow-up hangs on
	Text     string        // what a follow-up says; the team of a digest, as platform/workspace
	Key      string        // idempotency key: the same over retries and restarts
	Attempts int           // how often it was handed to the sender before; then it may have been sent
}

// Result is what became of one attempt.
type Result struct {
	Outcome    Outcome       // Sent, Skipped, Unreachable, Unknown, Retry or Dead
	Why        string        // for the record; no athlete's words
	RetryAfter time.Duration // the least wait before Retry or Unknown; 0 = the scheduler's own backoff
}

// Sender composes a delivery at the moment of sending and sends it. The same
// Key twice must show one message. An error counts as Retry. Send may be called
// from many goroutines.
type Sender interface {
	Send(ctx context.Context, d Delivery) (Result, error)
}

// State is where a delivery stands.
type State string

// Outcome is a state that an attempt can lead to.
type Outcome = State

// The states. Those after Unknown are final.
const (
	Planned     State = "planned"     // waits for its moment
	Claimed     State = "claimed"     // a process has it in hand, until its lease ends
	Retry       State = "retry"       // failed, will be tried again
	Unknown     State = "unknown"     // may have been sent: will be handed over again under its key
	Sent        State = "sent"        // the platform took it
	Skipped     State = "skipped"     // there was nothing to say, or the athlete did not want it
	Expired     State = "expired"     // its use was over
	Unreachable State = "unreachable" // the person cannot be written to
	Dead        State = "dead"        // failed for good: the operator should look
)

// transitions are all the ways that a delivery can go.
var transitions = map[State][]State{
	Planned: {Claimed},
	Claimed: {
		Planned, // put off (quiet hours, catching up), or handed back on shutdown
		Claimed, // its lease ran out
		Retry, Unknown, Sent, Skipped, Expired, Unreachable, Dead,
	},
	Retry:   {Claimed},
	Unknown: {Claimed},
}

// May reports whether a delivery can go from s to next.
func (s State) May(next State) bool { return slices.Contains(transitions[s], next) }

// Final reports whether a delivery in s stays there.
func (s State) Final() bool { return len(transitions[s]) == 0 }

// Key is the idempotency key of an athlete's, or a team's, occurrence: what it
// stands for decides it, not the row that holds it. 21 characters.
func Key(athlete coach.AthleteID, team string, kind Kind, once string) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d|%s|%s|%s", athlete, team, kind, once))
	return "s" + hex.EncodeToString(sum[:10])
}
