package scheduler

import (
	"context"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// Store keeps plans and the outbox. Every method is one transaction, or as many
// as it takes with a whole fact in each.
type Store interface {
	Plans
	Outbox
	Teams
	// NextDue is the earliest moment at which anything here wants attention: the
	// zero time when an athlete's settings changed, else the next plan, follow-up
	// or delivery; false when there is none.
	NextDue(ctx context.Context) (time.Time, bool, error)
}

// Plan is what an athlete is to be sent again and again, and when next.
type Plan struct {
	ID      int64 // the store's; 0 before it is kept
	Athlete coach.AthleteID
	Team    string // platform/workspace, when it is a team's and not an athlete's
	Kind    Kind
	Rule    string // as clock.Parse reads it
	Zone    string // IANA name
	From    training.Date
	Date    training.Date // nominal date of the next occurrence
	Due     time.Time     // its instant
}

// Occurrence is one delivery to be made. Of (Athlete or Team, Kind, Once) there
// is one for ever: putting it a second time does nothing.
type Occurrence struct {
	Athlete  coach.AthleteID
	Team     string
	Kind     Kind
	Once     string // the nominal date, or a follow-up's key
	Date     training.Date
	Due      time.Time
	Promised time.Time // when it should go out: Due, and the herd's spread
	Expires  time.Time // from then on it is of no use
	State    State     // Planned, or Expired when it was missed altogether
	Session  string
	Text     string
	Why      string
}

// Plans keeps what recurs.
type Plans interface {
	// Replan hands every athlete whose settings changed, at most limit of them, to
	// derive with the plans they have, and keeps what it returns in their place.
	// derive returns false to leave the athlete for later.
	Replan(ctx context.Context, now time.Time, limit int, derive func(a coach.Athlete, have []Plan) ([]Plan, bool)) (n int, err error)
	// SweepPlans hands the plans due at now, at most limit, earliest first, to
	// advance, and keeps the occurrences and the plan it returns; a plan without
	// Due is removed.
	SweepPlans(ctx context.Context, now time.Time, limit int, advance func(Plan) ([]Occurrence, Plan)) (n int, err error)
	// SweepFollowUps turns follow-ups that are due, at most limit, into
	// occurrences; zone is the athlete's.
	SweepFollowUps(ctx context.Context, now time.Time, limit int, occur func(id coach.AthleteID, zone string, f coach.FollowUp) Occurrence) (n int, err error)
	// RefreshPlans hands every plan due after now to again, in batches, and keeps
	// the date and instant it returns.
	RefreshPlans(ctx context.Context, now time.Time, again func(Plan) Plan) (changed int, err error)
	// PlannedWithin counts the plans due in [from, to).
	PlannedWithin(ctx context.Context, from, to time.Time) (int, error)
	// DueLanes tells of each athlete's plan due in [from, to) whose limits it will
	// count against.
	DueLanes(ctx context.Context, from, to time.Time, tell func(coach.AthleteID, Lane)) error
}

// Outbox keeps deliveries until they are done, and long enough after.
type Outbox interface {
	// ReleaseClaims gives back what a killed process had in hand. Only a process
	// that is alone on the database may call it.
	ReleaseClaims(ctx context.Context, now time.Time) (n int, err error)
	// ClaimDeliveries takes what is due at now, and claims whose lease is over, at
	// most limit, the longest due first, and holds it until the lease ends.
	ClaimDeliveries(ctx context.Context, now, lease time.Time, limit int) ([]Claim, error)
	// MarkDelivery ends a claim. ErrLost means that the claim is somebody else's by
	// now, or that the athlete is erased.
	MarkDelivery(ctx context.Context, m Mark) error
	// Rivals are the athlete's other deliveries that are due at now, and those
	// that went out late since.
	Rivals(ctx context.Context, id coach.AthleteID, now, since time.Time) ([]Rival, error)
	// ForgetMissed forgets expired deliveries that are due after now: they were
	// made while the clock was wrong.
	ForgetMissed(ctx context.Context, now time.Time) (n int, err error)
	// PurgeOutbox forgets what ended before.
	PurgeOutbox(ctx context.Context, before time.Time) (n int, err error)
	// DeadLetters are the deliveries that failed for good, the newest first.
	DeadLetters(ctx context.Context, limit int) ([]DeadLetter, error)
	// Standing is what an operator watches.
	Standing(ctx context.Context, now time.Time) (Standing, error)
}

// Teams keeps the plans of teams and who takes part.
type Teams interface {
	// PlanTeams keeps the teams' plans in place of all that there were.
	PlanTeams(ctx context.Context, plans []Plan) error
	// TeamMembers are the athletes of a workspace who opted in.
	TeamMembers(ctx context.Context, platform, workspace string) ([]coach.AthleteID, error)
}

// Claim is a delivery in hand, with the facts that decide on it.
type Claim struct {
	Delivery
	Promised time.Time
	Expires  time.Time
	Who      coach.Athlete // zero for a team's
	Lane     Lane
	Closed   bool // the person could not be reached, and has not been heard of since

	// Of a check-in or a nudge:
	Snoozed      bool          // the athlete put it off, so that it is or was asked a second time
	Silent       int           // check-ins in a row, before this one, without an answer
	SilentSince  training.Date // the first of them
	PreviousSent bool          // the check-in before this one was sent
}

// Lane is whose limits a delivery counts against.
type Lane struct{ Platform, Workspace string }

// Mark is how a claim ends.
type Mark struct {
	ID       int64
	Attempts int // of the claim: Delivery.Attempts
	To       State
	Why      string
	Next     time.Time    // when to look at it again, unless To is final
	Promised time.Time    // the new promise, when it was put off; zero = as it was
	Late     bool         // it went out late
	At       time.Time    // now
	Then     []Occurrence // what follows from it, kept in the same transaction
}

// Rival is another delivery to the same person.
type Rival struct {
	ID    int64
	Kind  Kind
	State State
	At    time.Time // when it was sent; zero for one that is only due
}

// DeadLetter is a delivery that failed for good.
type DeadLetter struct {
	ID      int64
	Athlete coach.AthleteID
	Kind    Kind
	Date    training.Date
	Why     string
	At      time.Time
}

// Standing sums up the outbox.
type Standing struct {
	Waiting int       // not done: due now or later
	Oldest  time.Time // the promise of the longest due of them; zero = none is due
	Dead    int       // dead letters
	Herd    int       // the most plans that are due in one minute: see [Spread]
	HerdAt  time.Time // that minute
}
