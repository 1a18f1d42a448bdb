package coach

import (
	"context"
	"errors"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// ErrNotFound says that the store holds no such thing for this athlete.
var ErrNotFound = errors.New("not found")

// Store keeps what the coach knows. Each value is one transaction of the
// caller's: all that a message changes is kept together or not at all.
type Store interface {
	Athletes
	Sessions
	CheckIns
	Explanations
	Counters
}

// Athletes keeps settings and an athlete's own exercise names.
type Athletes interface {
	Athlete(ctx context.Context, id AthleteID) (Athlete, error)
	SaveAthlete(ctx context.Context, a Athlete) error
	// OwnExercises returns the names the athlete brought along, lower-case, and
	// whether each loads the legs.
	OwnExercises(ctx context.Context, id AthleteID) (map[string]bool, error)
	PutOwnExercise(ctx context.Context, id AthleteID, name string, legs bool) error
	// NoteConsent keeps one word of the athlete's on one class of data, beside
	// those before; ConsentWords returns them all, in order.
	NoteConsent(ctx context.Context, id AthleteID, w ConsentWord) error
	ConsentWords(ctx context.Context, id AthleteID) ([]ConsentWord, error)
	// EraseClass removes what is kept of one class of data, and what was made from
	// it: reasons behind answers, drafts, the open question.
	EraseClass(ctx context.Context, id AthleteID, class Class) error
	// Erase removes every trace of the athlete, their identities and messages too.
	Erase(ctx context.Context, id AthleteID) error
}

// Sessions keeps the training log. A session's id is unique for its athlete.
type Sessions interface {
	Session(ctx context.Context, id AthleteID, session string) (training.Session, error)
	// LatestLogged returns the session that was stored last, whenever it took place.
	LatestLogged(ctx context.Context, id AthleteID) (training.Session, error)
	// SessionsBetween returns those that start in [from, to), in order of start.
	SessionsBetween(ctx context.Context, id AthleteID, from, to time.Time) ([]training.Session, error)
	// PutSession stores the session, or replaces the one with its id.
	PutSession(ctx context.Context, id AthleteID, s training.Session, now time.Time) error
	DeleteSession(ctx context.Context, id AthleteID, session string) error
}

// CheckIns keeps the answers, one row a local date, and what is to be asked later.
type CheckIns interface {
	// CheckInsBetween returns those for the dates from..to, both included, in order.
	CheckInsBetween(ctx context.Context, id AthleteID, from, to training.Date) ([]recovery.CheckIn, error)
	PutCheckIn(ctx context.Context, id AthleteID, c recovery.CheckIn) error
	// SkipCheckIn notes that the athlete wants no check-in on the day.
	SkipCheckIn(ctx context.Context, id AthleteID, day training.Date) error
	SkippedDays(ctx context.Context, id AthleteID) ([]training.Date, error)
	CheckInSkipped(ctx context.Context, id AthleteID, day training.Date) (bool, error)
	// CheckInAsked reports whether the day's check-in was asked, or is about to be.
	CheckInAsked(ctx context.Context, id AthleteID, day training.Date) (bool, error)
	// PutFollowUp plans one message; a second with the same key changes the first
	// unless that has been sent.
	PutFollowUp(ctx context.Context, id AthleteID, f FollowUp) error
	// DropFollowUps forgets the unsent ones that hang on a session.
	DropFollowUps(ctx context.Context, id AthleteID, session string) error
}

// FollowUp is one message to send later because of something the athlete told.
type FollowUp struct {
	Key     string // unique for the athlete
	Kind    string // one of the advice package's follow-up kinds
	Due     time.Time
	Session string // the session it hangs on; "" = none
	Text    string // what it is about, if the kind alone does not say
}

// Explanations keeps the reasons behind the last answers, for Why?.
type Explanations interface {
	PutExplanation(ctx context.Context, id AthleteID, e Explanation) error
	// Explanation returns one by id, or the newest for "".
	Explanation(ctx context.Context, id AthleteID, explanation string) (Explanation, error)
}

// Counters keeps what is counted without names: questions that had no answer,
// and whether answers helped.
type Counters interface {
	CountQuestion(ctx context.Context, text string, nearest []string, now time.Time) error
	CountFeedback(ctx context.Context, topic string, helped bool) error
}
