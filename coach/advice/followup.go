package advice

import (
	"time"

	"tandem/coach/training"
)

// The kinds of follow-up: messages that a session gives reason to send later.
const (
	Refuel     = "refuel"       // half an hour after a hard or a second session
	SixHours   = "six-hours"    // six hours after heavy legs, when a run fits again
	Soreness24 = "soreness-24h" // a day after heavy legs
	Soreness72 = "soreness-72h" // three days after heavy legs
)

// When each kind is due, from the end of the session.
const (
	refuelAfter     = 30 * time.Minute
	sixHoursAfter   = specialistGap
	soreness24After = 24 * time.Hour
	soreness72After = sorenessHours * time.Hour
)

// FollowUp is one message to send later, and when it is due.
type FollowUp struct {
	Kind string
	Due  time.Time
	Text string // the whole message
}

// FollowUps names what a session of the day gives reason to say or ask later,
// in order of due time. Whether the athlete wants to hear it, and whether the
// moment has passed, is the caller's to decide.
func (l Day) FollowUps(s training.Session) []FollowUp {
	d := l.d
	b := d.find(s)
	if b == nil {
		b = d.bout(s)
	}
	var out []FollowUp
	if d.refuels(b) && !eaten.MatchString(s.Note) {
		out = append(out, FollowUp{Refuel, b.end.Add(refuelAfter), "Time to refuel: some carbs and 20 to 40 g of protein, and something to drink. Well done on the " + b.name() + "."})
	}
	if b.lift() && b.heavyLegsDay() && !d.ranAfter(b) {
		out = append(out, FollowUp{SixHours, b.end.Add(sixHoursAfter), "Six hours since your " + b.name() + ": if a run is planned today, the gap is long enough now. Easy is still the safer choice."})
	}
	if b.lift() && b.heavyLegsDay() {
		out = append(out,
			FollowUp{Soreness24, b.end.Add(soreness24After), "A day after your " + b.name() + ": how sore are your legs, 1 (very) to 5 (not at all)? Sore now is ordinary; pain in one spot is not, so tell me if it is that."},
			FollowUp{Soreness72, b.end.Add(soreness72After), "Three days after your " + b.name() + ": is the soreness gone, 1 (very sore) to 5 (gone)? If it is still at 1 or 2, we take the next leg day easier."})
	}
	return out
}

// find is the bout that a session is part of, nil when it is not of the day.
func (d *day) find(s training.Session) *bout {
	for _, b := range d.today {
		if b.has(s.ID) && s.ID != "" {
			return b
		}
	}
	return nil
}

// refuels reports whether food matters after a session: it was hard, or it was
// the second of the day.
func (d *day) refuels(b *bout) bool {
	if b.lift() && (b.heavyLegsDay() || b.heavy) || b.endurance() && b.key() {
		return true
	}
	for _, o := range d.today {
		if o != b && o.start.Before(b.start) && (o.lift() || o.endurance()) && (b.lift() || b.endurance()) {
			return true
		}
	}
	return false
}

// ranAfter reports whether endurance work followed within six hours already.
func (d *day) ranAfter(b *bout) bool {
	for _, p := range d.pairs {
		if p.first == b && p.gap < specialistGap {
			return true
		}
	}
	return false
}
