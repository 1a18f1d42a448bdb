package scheduler_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
	"tandem/scheduler"
	"tandem/scheduler/clock"
)

var homes = []string{
	"America/New_York", "Europe/London", "Europe/Berlin", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia",
	"Asia/Kathmandu", "Africa/Casablanca", "Asia/Tehran", "America/Nuuk", "Pacific/Kiritimati", "America/Phoenix",
	"Asia/Beirut", "Pacific/Chatham", "America/St_Johns", "UTC",
}

// member is one athlete of the simulated year.
type member struct {
	id       coach.AthleteID
	answers  bool // always does; the others fall silent for weeks
	steady   bool // never travels, moves or pauses: every date is known beforehand
	settings coach.Athlete
	since    time.Time // when the settings were saved last
	got      map[training.Date]int
	sent     map[string]int // by kind and date
}

// year is a gym with members who live in it.
type year struct {
	*gym
	random  *rand.Rand
	members map[coach.AthleteID]*member
	order   []*member
	down    [][2]time.Time // when the process was stopped
}

// TestYear lets 100 athletes in many zones live through a year (eight weeks over
// the clock changes of spring unless TANDEM_LONG is set) with travel,
// pauses, snoozes, silence, follow-ups, failures and stops of the process.
func TestYear(t *testing.T) {
	t.Parallel()
	weeks := 8
	if os.Getenv("TANDEM_LONG") != "" {
		weeks = 53
	}
	y := &year{gym: openGym(t, "2026-02-22T00:00:00Z"), random: rand.New(rand.NewPCG(7, 7)), members: map[coach.AthleteID]*member{}}
	y.says = y.receive
	for i := range 100 {
		y.enrol(i)
	}
	start := y.now
	for day := range weeks * 7 {
		y.live(start.AddDate(0, 0, day))
	}
	y.noneMissing(start, y.now)
	t.Logf("%d weeks, %d deliveries tried, %d sent", weeks, len(y.tried), len(y.sent))
}

func (y *year) enrol(i int) {
	zone := homes[i%len(homes)]
	r := coach.Reminders{CheckIn: fmt.Sprintf("%02d:%02d", y.random.IntN(24), y.random.IntN(60)), Nudge: i%3 == 0,
		AfterSession: true, Review: i%2 == 0, Quiet: []string{"", "22:00-06:30", "13:00-14:00"}[i%3]}
	if i%7 == 0 {
		r.Days = "mon,wed,sat"
	}
	if i%11 == 0 {
		r.CheckIn, r.Days, r.Cron = "", "", fmt.Sprintf("%d %d * * 1-5", y.random.IntN(60), 5+y.random.IntN(5))
	}
	id := y.join(fmt.Sprint("U", i), zone, r)
	m := &member{id: id, answers: i%4 != 3, steady: i%2 == 0, got: map[training.Date]int{}, sent: map[string]int{}}
	y.members[id], y.order = m, append(y.order, m)
	y.learn(m)
}

// learn notes the member's settings as they are now.
func (y *year) learn(m *member) {
	y.view(func(tx bot.Tx) (err error) {
		m.settings, err = tx.Athlete(y.t.Context(), m.id)
		return err
	})
	m.since = y.now
}

func (y *year) view(fn func(bot.Tx) error) {
	y.t.Helper()
	if err := y.store.View(y.t.Context(), fn); err != nil {
		y.t.Fatal(err)
	}
}

// receive is the sender: it fails now and then, and holds every message that
// arrives against what must never happen.
func (y *year) receive(d scheduler.Delivery) (scheduler.Result, error) {
	if y.random.IntN(50) == 0 {
		return scheduler.Result{Outcome: scheduler.Retry, Why: "bad luck"}, nil
	}
	m := y.members[d.Athlete]
	a, local := m.settings, y.now.In(m.settings.Location())
	name := fmt.Sprintf("%s of %s to %d at %s", d.Kind, d.Date, d.Athlete, local)
	if m.sent[d.Key]++; m.sent[d.Key] > 1 {
		y.t.Errorf("%s is the second", name)
	}
	if a.Pause.Active(training.DateOf(local)) {
		y.t.Errorf("%s comes in a pause", name)
	}
	own := d.Kind == scheduler.CheckIn || d.Kind == scheduler.FollowUp("snoozed")
	if inQuiet(a, local) && !(own && (inQuiet(a, d.Due.In(a.Location())) || y.now.Sub(d.Due) <= 15*time.Minute)) {
		y.t.Errorf("%s comes in quiet hours %s", name, a.Reminders.Quiet)
	}
	if y.now.Before(d.Due) {
		y.t.Errorf("%s comes before it is due", name)
	}
	if d.Kind == scheduler.CheckIn {
		m.got[d.Date]++
		if y.now.Sub(d.Due) > 12*time.Hour {
			y.t.Errorf("%s comes half a day late", name)
		}
	}
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

func inQuiet(a coach.Athlete, local time.Time) bool {
	q, now := a.Reminders.Quiet, local.Format("15:04")
	if q == "" {
		return false
	}
	if from, to := q[:5], q[6:]; from < to {
		return from <= now && now < to
	}
	return now >= q[:5] || now < q[6:]
}

// live is one day (UTC) of everybody's lives.
func (y *year) live(day time.Time) {
	for h := range 4 {
		at := day.Add(time.Duration(6*h) * time.Hour)
		if y.random.IntN(40) == 0 { // the process is stopped for a while
			back := at.Add(time.Duration(y.random.IntN(30)) * time.Hour)
			y.down = append(y.down, [2]time.Time{y.now, back})
			y.stopped(back.Format(time.RFC3339))
		}
		if at.After(y.now) {
			y.until(at.Format(time.RFC3339))
		}
		y.happen(y.order[y.random.IntN(len(y.order))])
	}
	for _, m := range y.order {
		if m.answers || y.random.IntN(25) == 0 {
			y.answer(m.id, m.settings.Today(y.now).String())
		}
	}
}

// happen is what a member does at this moment.
func (y *year) happen(m *member) {
	today := m.settings.Today(y.now)
	switch y.random.IntN(6) {
	case 0:
		y.followUp(m.id, coach.FollowUp{Key: fmt.Sprint("soreness-24h:", y.now.Unix()), Kind: "soreness-24h", Due: y.now.Add(24 * time.Hour)})
	case 1:
		y.followUp(m.id, coach.FollowUp{Key: fmt.Sprint("refuel:", y.now.Unix()), Kind: "refuel", Due: y.now.Add(30 * time.Minute)})
	case 2:
		y.followUp(m.id, coach.FollowUp{Key: fmt.Sprint("snooze:", y.now.Unix()), Kind: "snoozed", Due: y.now.Add(time.Hour), Text: today.String()})
	default:
		if !m.steady {
			y.move(m, today)
		}
	}
}

// move changes a member's zone, time or pause.
func (y *year) move(m *member, today training.Date) {
	y.change(m.id, func(a *coach.Athlete) {
		switch y.random.IntN(3) {
		case 0:
			a.Zone = homes[y.random.IntN(len(homes))]
		case 1:
			a.Reminders.CheckIn, a.Reminders.Cron = fmt.Sprintf("%02d:00", y.random.IntN(24)), ""
		case 2:
			a.Pause = coach.Pause{Until: today.Add(y.random.IntN(10)), Reason: "holiday"}
		}
		m.settings = *a // the step that follows must already be judged by it
	})
	y.learn(m)
}

// noneMissing goes through every date of those whose plans never changed and
// who always answer: each fits or does not, and what fits was sent once, unless
// the process was stopped.
func (y *year) noneMissing(from, to time.Time) {
	missing, counted := 0, 0
	for _, m := range y.order {
		if !m.steady || !m.answers {
			continue
		}
		rule := m.settings.Reminders.Cron
		if rule == "" {
			rule = m.settings.Reminders.CheckIn + " " + m.settings.Reminders.Days
		}
		spec, err := clock.Parse(rule)
		if err != nil {
			y.t.Fatal(err)
		}
		loc := m.settings.Location()
		for at, day, _ := spec.Next(from, loc); at.Before(to.Add(-time.Hour)); at, day, _ = spec.Next(at, loc) {
			counted++
			if m.got[day] == 0 && !y.stoppedAround(at) {
				missing++
				y.t.Errorf("%d (%s, %s) misses %s", m.id, loc, rule, day)
			}
		}
	}
	if counted == 0 {
		y.t.Error("nobody was looked at")
	}
	y.t.Logf("%d dates looked at, %d missing, %d stops", counted, missing, len(y.down))
}

// stoppedAround reports whether the process was stopped when it was due, or at
// a time when a retry of it would have been.
func (y *year) stoppedAround(at time.Time) bool {
	for _, d := range y.down {
		if at.After(d[0].Add(-time.Hour)) && at.Before(d[1].Add(time.Minute)) {
			return true
		}
	}
	return false
}
