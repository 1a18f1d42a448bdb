package scheduler_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// gym is a scheduler under a clock that the test moves, with a sender that
// records what arrives and says of it what the test wants.
type gym struct {
	t     *testing.T
	store *sqlite.Store
	sched *scheduler.Scheduler
	now   time.Time
	sent  []scheduler.Delivery
	tried []scheduler.Delivery
	// says is what the sender answers; nil = Sent.
	says func(scheduler.Delivery) (scheduler.Result, error)
}

func openGym(t *testing.T, start string) *gym {
	t.Helper()
	st, err := sqlite.Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { st.Close() })
	g := &gym{t: t, store: st, now: instant(t, start)}
	g.sched = scheduler.New(scheduler.Config{Store: st, Sender: g, Now: func() time.Time { return g.now }})
	return g
}

func instant(t testing.TB, text string) time.Time {
	t.Helper()
	at, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t.Fatal(err)
	}
	return at
}

// Send records a delivery.
func (g *gym) Send(_ context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	g.tried = append(g.tried, d)
	if g.says != nil {
		if r, err := g.says(d); err != nil || r.Outcome != scheduler.Sent {
			return r, err
		}
	}
	g.sent = append(g.sent, d)
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// join makes an athlete with consent who lives in zone and wants r.
func (g *gym) join(name, zone string, r coach.Reminders) coach.AthleteID {
	g.t.Helper()
	var id coach.AthleteID
	g.update(func(tx bot.Tx) (err error) {
		id, _, err = tx.Who(g.t.Context(), bot.Person{Platform: "slack", Workspace: "T1", User: name}, g.now)
		return err
	})
	g.change(id, func(a *coach.Athlete) {
		a.Zone, a.Reminders = zone, r
		a.Consent = coach.Consent{Given: true, Version: coach.ConsentVersion, At: g.now}
	})
	return id
}

// change saves the athlete's settings, as a word in chat does.
func (g *gym) change(id coach.AthleteID, change func(*coach.Athlete)) {
	g.t.Helper()
	g.update(func(tx bot.Tx) error {
		a, err := tx.Athlete(g.t.Context(), id)
		if err != nil {
			return err
		}
		change(&a)
		return tx.SaveAthlete(g.t.Context(), a)
	})
	g.step()
}

// answer is a check-in answered for the day.
func (g *gym) answer(id coach.AthleteID, day string) {
	g.t.Helper()
	d, err := training.ParseDate(day)
	if err != nil {
		g.t.Fatal(err)
	}
	g.update(func(tx bot.Tx) error {
		return tx.PutCheckIn(g.t.Context(), id, recovery.CheckIn{Date: d, At: g.now, Fatigue: 3, Sleep: 3, Soreness: 3, Stress: 3, Mood: 3})
	})
}

func (g *gym) followUp(id coach.AthleteID, f coach.FollowUp) {
	g.t.Helper()
	g.update(func(tx bot.Tx) error { return tx.PutFollowUp(g.t.Context(), id, f) })
}

func (g *gym) update(fn func(bot.Tx) error) {
	g.t.Helper()
	if err := g.store.Update(g.t.Context(), fn); err != nil {
		g.t.Fatal(err)
	}
}

func (g *gym) step() {
	g.t.Helper()
	if err := g.sched.Step(g.t.Context()); err != nil {
		g.t.Fatal(err)
	}
}

// until lets the time go by to an instant, stopping wherever something is due.
func (g *gym) until(text string) {
	g.t.Helper()
	to := instant(g.t, text)
	for range 10_000 {
		at, ok, err := g.sched.NextDue(g.t.Context())
		if err != nil {
			g.t.Fatal(err)
		}
		if !ok || at.After(to) {
			g.now = to
			g.step()
			return
		}
		g.now = at
		g.step()
	}
	g.t.Fatal("the scheduler is due again and again without an end")
}

// stopped lets the time jump, as if the process had not run meanwhile.
func (g *gym) stopped(text string) {
	g.t.Helper()
	g.now = instant(g.t, text)
	g.step()
}

// told is what was sent, in order: "02-15:04 kind date late", UTC.
func (g *gym) told() string {
	var lines []string
	for _, d := range g.sent {
		line := fmt.Sprintf("%s %s", d.Kind, d.Date)
		if d.Late {
			line += " late"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// expect compares what was sent, one delivery a line.
func (g *gym) expect(lines ...string) {
	g.t.Helper()
	if got, want := g.told(), strings.Join(lines, "\n"); got != want {
		g.t.Errorf("sent:\n%s\nwant:\n%s", got, want)
	}
}
