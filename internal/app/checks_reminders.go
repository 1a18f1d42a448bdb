package app

import (
	"context"
	"fmt"
	"time"

	"tandem/adapters/slack"
	"tandem/internal/config"
	"tandem/scheduler"
)

// rates is how fast unasked messages may go out. In one Slack workspace a message
// a second stays for conversations out of the five that Slack takes.
func rates(r config.Reminders) scheduler.Rates {
	return scheduler.Rates{PerSecond: r.PerSecond, PerWorkspace: map[string]float64{slack.Name: slack.MessagesPerSecond - 1}}
}

const (
	// longSpread is when a herd takes so long that its last check-ins are old news.
	longSpread = time.Hour
	// freshDead is how long a dead letter is a fault; after that it is history.
	freshDead = 24 * time.Hour
	namedDead = 3
)

// checkReminders looks at what is waiting to be sent: letters that failed for
// good, and how long the greatest herd takes.
func checkReminders(ctx context.Context, cfg config.Config) []check {
	store, err := openBeside(ctx, cfg)
	if err != nil {
		return nil // there is none yet, or the database's own checks say what is wrong
	}
	defer store.Close()
	now := time.Now()
	standing, err := store.Standing(ctx, now)
	if err != nil {
		return []check{{Name: "reminders", Detail: err.Error(), Fix: "see the checks of the database above"}}
	}
	letters, err := checkDead(ctx, store, standing.Dead, now)
	if err != nil {
		return []check{{Name: "dead letters", Detail: err.Error(), Fix: "see the checks of the database above"}}
	}
	herd, err := checkHerd(ctx, store, standing, rates(cfg.Reminders))
	if err != nil {
		return []check{letters, {Name: "herd", Detail: err.Error(), Fix: "see the checks of the database above"}}
	}
	return []check{letters, herd}
}

// checkDead names the newest dead letters: what, of which day, and why.
func checkDead(ctx context.Context, store scheduler.Outbox, count int, now time.Time) (check, error) {
	c := check{Name: "dead letters", OK: true, Detail: "none"}
	if count == 0 {
		return c, nil
	}
	newest, err := store.DeadLetters(ctx, namedDead)
	if err != nil {
		return c, err
	}
	c.Detail = fmt.Sprintf("%d failed for good (table outbox, state dead)", count)
	for _, d := range newest {
		c.Detail += fmt.Sprintf("; %s of %s, delivery %d: %s", d.Kind, d.Date, d.ID, d.Why)
	}
	if len(newest) > 0 && now.Sub(newest[0].At) < freshDead {
		c.OK, c.Fix = false, "look in the log for \"delivery failed for good\" with that number; they are not sent again"
	}
	return c, nil
}

// checkHerd says over how much time the most plans of one minute go out.
func checkHerd(ctx context.Context, plans scheduler.Plans, s scheduler.Standing, r scheduler.Rates) (check, error) {
	c := check{Name: "herd", OK: true, Detail: "nothing is planned"}
	if s.Herd == 0 {
		return c, nil
	}
	h, err := scheduler.Gather(ctx, plans, r, s.HerdAt, s.HerdAt.Add(time.Minute))
	if err != nil {
		return c, err
	}
	over := h.Longest().Round(time.Second)
	c.Detail = fmt.Sprintf("at most %d due in one minute (next %s), sent over %s", s.Herd, s.HerdAt.Format("2 Jan 15:04 MST"), over)
	if over > longSpread {
		c.OK, c.Fix = false, "raise reminders.per_second as far as the platforms allow, or have people choose other times"
	}
	return c, nil
}
