package bot

import (
	"context"
	"time"

	"tandem/coach"
)

// Store is where messages wait until they are answered, and what the
// conversation remembers.
type Store interface {
	// Accept keeps a message under (platform, id), durably; false = known already.
	Accept(ctx context.Context, m Message) (fresh bool, err error)
	// Waiting returns messages that are not done, in the order of their coming,
	// after the given sequence number.
	Waiting(ctx context.Context, after int64, limit int) ([]Stored, error)
	// Update runs fn in one transaction; its error rolls everything back.
	Update(ctx context.Context, fn func(Tx) error) error
	// View runs fn over one consistent state, without writing.
	View(ctx context.Context, fn func(Tx) error) error
	// Left notes that the coach lost its way to the people of a place, and stops
	// what is planned for them; Back undoes it for a workspace. Both return how
	// many they are. Who notes by itself that a person is back.
	Left(ctx context.Context, p Place, now time.Time) (people int, err error)
	Back(ctx context.Context, p Place) (people int, err error)
	// Done forgets the words of answered messages, in one commit, and keeps their ids.
	Done(ctx context.Context, seqs ...int64) error
	// Failed counts a failed attempt and returns how many there were; dead keeps
	// the message out of Waiting for good.
	Failed(ctx context.Context, seq int64, why string, dead bool) (attempts int, err error)
}

// Stored is a message in the inbox. Replies is set once it was handled: then
// only the sending is left.
type Stored struct {
	Seq      int64
	Message  Message
	Answered bool
	Replies  []Reply
	Attempts int
}

// Tx is one transaction of the conversation.
type Tx interface {
	coach.Store
	Identities
	// Take keeps a message as [Store.Accept] does, in this transaction; false =
	// known already.
	Take(ctx context.Context, m Message) (seq int64, fresh bool, err error)
	// Answered keeps the replies to a stored message, in the transaction of its effect.
	Answered(ctx context.Context, seq int64, replies []Reply) error
	Dialogue(ctx context.Context, id coach.AthleteID) (Dialogue, error)
	// SetDialogue replaces what is asked; the zero Dialogue ends it.
	SetDialogue(ctx context.Context, id coach.AthleteID, d Dialogue) error
	// PutDraft keeps words that a button stands for and that are too long to
	// travel in it; Draft returns them, or coach.ErrNotFound.
	PutDraft(ctx context.Context, id coach.AthleteID, key, words string, now time.Time) error
	Draft(ctx context.Context, id coach.AthleteID, key string) (string, error)
}

// Identities joins people on platforms to athletes.
type Identities interface {
	// Who returns the person's athlete, and makes one on first sight.
	Who(ctx context.Context, p Person, now time.Time) (id coach.AthleteID, fresh bool, err error)
	// MetIn notes on which server the person used the coach.
	MetIn(ctx context.Context, p Person, server string) error
	// Addresses returns where the athlete can be written to, the last used first.
	Addresses(ctx context.Context, id coach.AthleteID) ([]Address, error)
	// Reachable notes whether the platform takes messages to the person.
	Reachable(ctx context.Context, p Person, ok bool) error
	// IsReachable is what was noted last; true for people never tried.
	IsReachable(ctx context.Context, p Person) (bool, error)
}

// Dialogue is a question that the coach has open with an athlete: what it asked,
// and what it needs to go on. The zero value is none.
type Dialogue struct {
	Step    string            `json:"step,omitempty"`
	Values  map[string]string `json:"values,omitempty"`
	Expires time.Time         `json:"expires,omitzero"`
}

// Planner knows when an athlete is written to unasked. The scheduler implements
// it; the wiring joins the two.
type Planner interface {
	// Check says in words what is wrong with reminders, or nil.
	Check(a coach.Athlete) error
	// Next is the athlete's next check-in after now; false = none planned.
	Next(a coach.Athlete, now time.Time) (time.Time, bool)
}
