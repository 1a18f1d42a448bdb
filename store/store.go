// Package store keeps what the coach, the conversation and the scheduler must
// remember. The engines stand in its sub-packages; here is what they share:
// what they are asked for beside the interfaces of their users (bot.Store,
// coach.Store), how long things are kept, and what can be wrong with a database.
//
// What holds on every engine:
//   - a message that Accept took in survives any crash, and a second one under
//     its id is dropped;
//   - all that a message changes, its replies among them, is one transaction;
//   - words are forgotten when their use is over: the inbox forgets a message
//     once it is answered, and the constants below bound everything else that is not the
//     athlete's own log;
//   - instants are UTC milliseconds, and a day is the athlete's local date.
//
// The suite in storetest says the same in tests, and every engine runs it.
package store

import (
	"errors"
	"time"

	"tandem/coach/training"
)

// What can be wrong with a database when it is opened.
var (
	// ErrNewer: a newer program has changed the schema.
	ErrNewer = errors.New("the database was made by a newer version of tandem: install that version, or restore a backup from before the upgrade")
	// ErrOlder: the schema wants migrating, and the database was opened to read only.
	ErrOlder = errors.New("the database has an older schema: run `tandem migrate`")
	// ErrInUse: another process works on the database.
	ErrInUse = errors.New("the database is in use by another tandem: stop that one first")
	// ErrForeign: the file is a database of some other program.
	ErrForeign = errors.New("the file is not a tandem database")
)

// How long is kept what is not an athlete's log.
const (
	// KeepIDs is how long a delivery id is remembered after its message: Slack
	// delivers again for an hour, or for a day where an app asks for it.
	KeepIDs = 26 * time.Hour
	// KeepDead is how long the operator can look at a message that failed for good.
	KeepDead = 7 * 24 * time.Hour
	// KeepDrafts is how long a button may stand for words kept here.
	KeepDrafts = 30 * 24 * time.Hour
	// KeepQuestions is how long an unanswered question counts since it was asked last.
	KeepQuestions = 365 * 24 * time.Hour
	// MaxQuestions bounds the list of unanswered questions; the rarest go first.
	MaxQuestions = 10_000
	// MaxExplanations is how many answers of an athlete Why? can explain.
	MaxExplanations = 50
	// ExplanationsAtOnce is how many older ones pile up before they are deleted:
	// one by one, every answer would write another page.
	ExplanationsAtOnce = 10
)

// Question is something asked that had no answer, without who asked it.
type Question struct {
	Text    string // as [Normal] makes it
	Count   int
	Nearest []string      // topics that came nearest when it was asked last
	Last    training.Date // UTC date on which it was asked last
}

// Feedback counts whether the answers of a topic were what was asked for.
type Feedback struct {
	Topic     string
	Helped    int
	NotHelped int
}

// Stats are the numbers an operator watches.
type Stats struct {
	Athletes int
	Waiting  int       // messages not done, those whose replies are being sent included
	Oldest   time.Time // when the longest waiting of them was said; zero = none waits
	Dead     int       // messages that failed for good, not yet purged
	Bytes    int64     // of the database on disk, its log included

	Unreachable int // people who cannot be written to, by what the platform said last
	Gone        int // people of places that removed the coach, not yet erased
}

// Purged counts what a purge removed.
type Purged struct {
	IDs       int // delivery ids of answered messages
	Dead      int // messages that failed for good
	Dialogues int // questions left open too long
	Drafts    int
	Unread    int // payloads of a platform that could not be decoded
	Sends     int // keys of what was sent
	Forms     int // layouts of what a button opens
	Questions int
}
