package scheduler

import (
	"time"

	"tandem/coach"
)

// verdict is what the calendar says of a claim: send it (the zero State), end
// it, or put it off.
type verdict struct {
	to   State
	why  string
	next time.Time // for Planned: when to look again
	keep bool      // the promise stands: it will be late
	then []Occurrence
}

func (v verdict) send() bool { return v.to == "" }

func end(to State, why string) verdict { return verdict{to: to, why: why} }

// decide judges a claim by the facts it came with.
func decide(c Claim, now time.Time) verdict {
	switch {
	case c.Attempts >= maxClaims:
		return end(Dead, "given up: no attempt came to an end")
	case !c.Expires.After(now) && c.Attempts > 0:
		return end(Expired, "could not be sent in time")
	case !c.Expires.After(now):
		return end(Expired, "too late to be of use")
	case c.Kind == TeamDigest:
		return verdict{}
	case !wanted(c.Kind, c.Who.Reminders):
		return end(Skipped, "switched off")
	case c.Who.Pause.Active(c.Who.Today(now)):
		return end(Skipped, "paused")
	case c.Closed:
		return end(Unreachable, "could not be reached before")
	case c.Kind == Nudge && c.Snoozed:
		return end(Skipped, "put off: asked again already")
	}
	if v := halve(c, now); !v.send() {
		return v
	}
	return respectQuiet(c, now)
}

// wanted reports whether the athlete's settings still ask for a kind.
func wanted(k Kind, r coach.Reminders) bool {
	switch k {
	case CheckIn, ClockChange, StillWant:
		return r.On()
	case Nudge:
		return r.On() && r.Nudge
	case Review:
		return r.Review
	case FollowUp("six-hours"):
		return r.SixHours
	case FollowUp("refuel"), FollowUp("soreness-24h"), FollowUp("soreness-72h"), FollowUp("recovery"):
		return r.AfterSession
	}
	return r.On() // what was put off, and notes: who switched off hears nothing unasked
}

// halve leaves out every second check-in after a row of unanswered ones, and
// asks once a row whether they are still wanted. An answer ends the row.
func halve(c Claim, now time.Time) verdict {
	if c.Kind != CheckIn || c.Silent < silentLimit || !c.PreviousSent {
		return verdict{}
	}
	v := end(Skipped, "half as often after a row without an answer")
	v.then = []Occurrence{{
		Athlete: c.Athlete, Kind: StillWant, Once: c.SilentSince.String(), Date: c.Date, State: Planned,
		Due: c.Due, Promised: now, Expires: now.Add(policyOf(StillWant).useful),
	}}
	return v
}

// respectQuiet puts off, or ends, what would come in the athlete's quiet hours.
func respectQuiet(c Claim, now time.Time) verdict {
	quiet, local := quietOf(c.Who), now.In(c.Who.Location())
	if !quiet.holds(local) {
		return verdict{}
	}
	rule := policyOf(c.Kind).quiet
	chosen := now.Sub(c.Due) <= lateAfter || quiet.holds(c.Due.In(c.Who.Location()))
	if rule == ownTime && chosen {
		return verdict{}
	}
	over := quiet.end(local)
	if rule == lapses || !over.Before(c.Expires) {
		return end(Expired, "quiet hours")
	}
	return verdict{to: Planned, why: "quiet hours", next: over}
}

// late reports whether a claim goes out later than promised.
func late(c Claim, now time.Time) bool { return now.Sub(c.Promised) > lateAfter }

// catchingUp is how long a late message counts as the one that a person gets.
const catchingUp = 12 * time.Hour

// yield decides a late delivery beside the person's others: one goes out at a
// time, the most useful first; those that do not always matter give way.
func yield(c Claim, rivals []Rival, now time.Time) verdict {
	mine := policyOf(c.Kind)
	wait := verdict{to: Planned, why: "one message at a time when catching up", next: now.Add(lateGap), keep: true}
	if !wait.next.Before(c.Expires) {
		wait = end(Expired, "one message at a time when catching up")
	}
	for _, r := range rivals {
		theirs := policyOf(r.Kind)
		switch {
		case r.ID == c.ID:
		case r.State == Sent && !mine.always:
			return end(Expired, "one message when catching up")
		case r.State == Sent && now.Sub(r.At) < lateGap:
			return wait
		case r.State != Sent && (theirs.rank < mine.rank || theirs.rank == mine.rank && r.ID < c.ID):
			return wait
		}
	}
	return verdict{}
}

// nudge is the one reminder that follows a check-in, if the athlete wants it. A
// late check-in has none, and who has been silent for a while is not urged.
func nudge(c Claim, now time.Time) []Occurrence {
	if c.Kind != CheckIn || c.Late || !c.Who.Reminders.Nudge || c.Silent >= silentLimit {
		return nil
	}
	closes := answerWindow(c.Date, c.Due, c.Who.Location())
	due := nudgeTime(c.Due, closes)
	if !due.After(now) {
		return nil
	}
	return []Occurrence{{Athlete: c.Athlete, Kind: Nudge, Once: c.Date.String(), Date: c.Date, State: Planned, Due: due, Promised: due, Expires: closes}}
}
