package scheduler

import (
	"fmt"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
	"tandem/scheduler/clock"
)

// Planner answers what settings mean, without a store. The zero value is ready.
type Planner struct{}

// Check says in words what is wrong with an athlete's reminders or zone, or nil.
// A check-in inside the athlete's own quiet hours is allowed: who names a time
// means it.
func (Planner) Check(a coach.Athlete) error {
	if a.Zone != "" {
		if _, err := time.LoadLocation(a.Zone); err != nil {
			return fmt.Errorf("%q is not a time zone I know: name it as Europe/Berlin", a.Zone)
		}
	}
	if _, err := parseQuiet(a.Reminders.Quiet); err != nil {
		return err
	}
	if !a.Reminders.On() {
		return nil
	}
	spec, err := checkInSpec(a.Reminders)
	if err != nil {
		return err
	}
	if spec.PerDay() > 1 {
		return fmt.Errorf("%q means %d times a day: a check-in comes at most once a day, so name one minute and one hour", a.Reminders.Cron, spec.PerDay())
	}
	return nil
}

// Next is the athlete's next check-in after now; false when none is planned.
func (Planner) Next(a coach.Athlete, now time.Time) (time.Time, bool) {
	if !a.Reminders.On() {
		return time.Time{}, false
	}
	p, ok := next(Plan{Kind: CheckIn, Rule: checkInRule(a.Reminders), Zone: a.Location().String(), From: firstDay(a)}, now)
	return p.Due, ok
}

// checkInSpec reads the check-in's time, days or cron expression.
func checkInSpec(r coach.Reminders) (clock.Spec, error) {
	if r.Cron != "" {
		return clock.Cron(r.Cron)
	}
	return clock.Daily(r.CheckIn, r.Days)
}

// checkInRule is the same in one text, as a plan keeps it.
func checkInRule(r coach.Reminders) string {
	if r.Cron != "" {
		return r.Cron
	}
	return strings.TrimSpace(r.CheckIn + " " + r.Days)
}

// firstDay is the first date after a pause; zero when there is none.
func firstDay(a coach.Athlete) training.Date {
	if a.Pause.Until.IsZero() {
		return training.Date{}
	}
	return a.Pause.Until.Add(1)
}

// derive is what an athlete's settings say is to be sent, with the next instant
// of each. A plan that stays as it was keeps its instant.
func derive(a coach.Athlete, have []Plan, now time.Time) []Plan {
	var rules []Plan
	if a.Reminders.On() && a.Consent.Allows(coach.Recovery) {
		rules = append(rules, Plan{Kind: CheckIn, Rule: checkInRule(a.Reminders)}, Plan{Kind: ClockChange})
	}
	if a.Reminders.Review && a.Consent.Allows(coach.Training) {
		rules = append(rules, Plan{Kind: Review, Rule: reviewRule})
	}
	var plans []Plan
	for _, p := range rules {
		p.Athlete, p.Zone, p.From = a.ID, a.Location().String(), firstDay(a)
		if old, ok := same(have, p); ok {
			plans = append(plans, old)
		} else if p, ok := next(p, now); ok {
			plans = append(plans, p)
		}
	}
	return plans
}

// same is the plan among have that p does not change.
func same(have []Plan, p Plan) (Plan, bool) {
	for _, old := range have {
		if old.Kind == p.Kind && old.Rule == p.Rule && old.Zone == p.Zone && old.From == p.From {
			return old, true
		}
	}
	return Plan{}, false
}

// next sets the plan's first occurrence after the instant; false when there is none.
func next(p Plan, after time.Time) (Plan, bool) {
	loc := training.Location(p.Zone)
	if !p.From.IsZero() {
		if eve := clock.At(p.From, 0, 0, loc).Add(-time.Nanosecond); after.Before(eve) {
			after = eve
		}
	}
	if p.Kind == ClockChange {
		return nextChange(p, after, loc)
	}
	spec, err := clock.Parse(p.Rule)
	if err != nil {
		return p, false
	}
	var ok bool
	p.Due, p.Date, ok = spec.Next(after, loc)
	return p, ok
}

// nextChange is a week before the zone's next change of clocks.
func nextChange(p Plan, after time.Time, loc *time.Location) (Plan, bool) {
	from := after
	for {
		change, ok := clock.NextChange(from, loc)
		if !ok {
			return p, false
		}
		p.Date = training.DateOf(change.In(loc)).Add(-changeNotice)
		if p.Due = clock.At(p.Date, changeHour, 0, loc); p.Due.After(after) {
			return p, true
		}
		from = change
	}
}
