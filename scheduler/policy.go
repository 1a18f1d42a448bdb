package scheduler

import (
	"time"

	"tandem/coach/training"
	"tandem/scheduler/clock"
)

// quietRule says what quiet hours do to a delivery.
type quietRule int

const (
	waits   quietRule = iota // it goes out when they end, if it is still of use
	lapses                   // it is of no use later
	ownTime                  // the athlete chose the moment: it goes out
)

// policy is how a kind behaves around its moment.
type policy struct {
	quiet  quietRule
	useful time.Duration // how long after its moment; 0 = the answer window
	rank   int           // of several late ones to a person the lowest goes out
	always bool          // the others lapse then; this one waits for its turn
}

// policies has one line a kind. A kind of follow-up that is not named here has
// that of otherFollowUp.
var policies = map[Kind]policy{
	// A question about this morning means nothing in the afternoon.
	CheckIn:                    {quiet: ownTime, rank: 1},
	FollowUp("snoozed"):        {quiet: ownTime, useful: 5 * time.Hour, rank: 2},
	FollowUp("asked-for"):      {quiet: ownTime, useful: 5 * time.Hour, rank: 2},
	Nudge:                      {quiet: waits, rank: 9},
	StillWant:                  {quiet: waits, useful: 3 * day, rank: 8},
	Review:                     {quiet: waits, useful: 6 * day, rank: 3, always: true}, // until the next is near
	ClockChange:                {quiet: waits, useful: 6 * day, rank: 7},               // until the change itself
	TeamDigest:                 {quiet: waits, useful: 2 * day, rank: 3, always: true},
	FollowUp("refuel"):         {quiet: lapses, useful: 90 * time.Minute, rank: 6}, // two hours after the session food is no news
	FollowUp("six-hours"):      {quiet: lapses, useful: 3 * time.Hour, rank: 6},
	FollowUp("recovery"):       {quiet: lapses, useful: 3 * time.Hour, rank: 4}, // speaks of tonight
	FollowUp("soreness-24h"):   {quiet: waits, useful: 12 * time.Hour, rank: 5}, // a day after must not become two
	FollowUp("soreness-72h"):   {quiet: waits, useful: 24 * time.Hour, rank: 5},
	FollowUp("before-session"): {quiet: lapses, useful: time.Hour, rank: 4}, // the session has begun
}

// otherFollowUp: half a day late it may still be of use, later it puzzles.
var otherFollowUp = policy{quiet: waits, useful: 12 * time.Hour, rank: 6}

const day = 24 * time.Hour

func policyOf(k Kind) policy {
	p, ok := policies[k]
	if !ok {
		return otherFollowUp
	}
	return p
}

// Numbers of the conversation around a check-in.
const (
	// A check-in before lateMorning asks about the night, and can be answered until noon.
	lateMorning = 11
	noon        = 12
	// answerTime is how long any other can be answered.
	answerTime = 5 * time.Hour
	// nudgeAt is the part of the answer window after which the one nudge comes:
	// late enough for who answers by themselves, early enough to be of use.
	nudgeAt = 0.8
	// silentLimit is how many check-ins in a row may go unanswered before they
	// come half as often.
	silentLimit = 3
	// lateAfter is from when on a message says that it is late.
	lateAfter = 15 * time.Minute
	// lateGap lies between two late messages to one person.
	lateGap = time.Hour
	// minTeam is the least number of members that are shown as counts: among
	// fewer, a count tells who.
	minTeam = 5
	// changeNotice is how many days before a clock change the athlete hears of it.
	changeNotice = 7
)

// Every occurrence is planned for one of these times, unless the athlete chose it.
const (
	reviewRule = "18:00 sun"
	changeHour = 12 // of the day a week before: clear of the review
	digestRule = "09:00 mon"
)

// answerWindow is when a check-in of the nominal date closes.
func answerWindow(date training.Date, due time.Time, loc *time.Location) time.Time {
	if local := due.In(loc); local.Hour() < lateMorning && training.DateOf(local) == date {
		return clock.At(date, noon, 0, loc)
	}
	return due.Add(answerTime)
}

// nudgeTime is when the one nudge of a check-in is due.
func nudgeTime(due, closes time.Time) time.Time {
	return due.Add(time.Duration(nudgeAt * float64(closes.Sub(due)))).Truncate(time.Second)
}

// expiry is from when on a delivery is of no use.
func expiry(k Kind, date training.Date, due time.Time, loc *time.Location) time.Time {
	if useful := policyOf(k).useful; useful > 0 {
		return due.Add(useful)
	}
	return answerWindow(date, due, loc)
}
