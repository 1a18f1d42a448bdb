package killtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/scheduler"
)

// hour is when everything is due.
var hour = time.Date(2027, time.March, 1, 7, 0, 0, 0, time.UTC)

// quiet hours end four seconds of ours after the first process has begun, which a
// busy machine needs until it has claimed what falls into them.
const quiet = "06:00-07:04"

// crowd fills a database with n athletes, and returns what they should see: at
// the hour a check-in is due for every second one, and follow-ups for the others.
func crowd(ctx context.Context, st Store, n int) (expected []string, err error) {
	evening := hour.Add(-12 * time.Hour)
	err = st.Update(ctx, func(tx bot.Tx) error {
		for i := range n {
			id, _, err := tx.Who(ctx, bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, evening)
			if err != nil {
				return err
			}
			a, err := tx.Athlete(ctx, id)
			if err != nil {
				return err
			}
			a.Zone, a.Consent.Given = "UTC", true
			a.Reminders = coach.Reminders{AfterSession: true, Quiet: quiet}
			kind, ends := scheduler.FollowUp("soreness-24h"), scheduler.Sent
			if id%2 == 1 {
				a.Reminders.CheckIn, kind, ends = "07:00", scheduler.CheckIn, fate(id)
			} else if err := putFollowUps(ctx, tx, id); err != nil {
				return err
			}
			if err := tx.SaveAthlete(ctx, a); err != nil {
				return err
			}
			if ends != scheduler.Skipped && ends != scheduler.Unreachable && ends != scheduler.Dead {
				expected = append(expected, what(id, kind))
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	slices.Sort(expected)
	return expected, scheduler.New(scheduler.Config{Store: st, Now: func() time.Time { return evening }}).Step(ctx)
}

// what is a message as a person sees it.
func what(id coach.AthleteID, kind scheduler.Kind) string { return fmt.Sprintf("%03d %s", id, kind) }

// putFollowUps plans one that waits for the end of the quiet hours, and one
// whose use is over.
func putFollowUps(ctx context.Context, tx bot.Tx, id coach.AthleteID) error {
	waits := coach.FollowUp{Key: "soreness-24h:x", Kind: "soreness-24h", Due: hour}
	over := coach.FollowUp{Key: "refuel:x", Kind: "refuel", Due: hour.Add(-2 * time.Hour)}
	return errors.Join(tx.PutFollowUp(ctx, id, waits), tx.PutFollowUp(ctx, id, over))
}

// fate is how the sender of the child answers the first attempt at a check-in,
// by the athlete's number; the second is Sent.
func fate(id coach.AthleteID) scheduler.State {
	switch id % 20 {
	case 3:
		return scheduler.Retry
	case 5:
		return scheduler.Unknown // after it arrived
	case 7:
		return scheduler.Skipped
	case 9:
		return scheduler.Unreachable
	case 11:
		return scheduler.Dead
	}
	return scheduler.Sent
}
