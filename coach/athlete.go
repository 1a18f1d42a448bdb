package coach

import (
	"time"

	"tandem/coach/advice"
	"tandem/coach/training"
)

// AthleteID names an athlete inside this installation. It says nothing of
// which platform they talk on.
type AthleteID int64

// Athlete is what the coach keeps of a person besides their training: settings,
// consent, and what it is waiting for.
type Athlete struct {
	ID         AthleteID
	Goal       training.Goal // "" until told
	Experience training.Experience
	Units      training.Units
	Zone       string // IANA name; "" until told
	Event      training.Date
	Deload     training.Date // last day of a planned easy week; zero = none
	Consent    Consent
	Reminders  Reminders
	Pause      Pause
	Hold       Hold
	SetUp      bool // the first talk is over
	Created    time.Time
}

// Reminders is what the athlete wants to hear unasked, and when. The zero value
// is silence: everything is opt-in.
type Reminders struct {
	CheckIn      string // local time HH:MM of the check-in; "" = none (unless Cron)
	Days         string // weekdays of the check-in as "mon,wed"; "" = every day
	Cron         string // a 5-field cron expression instead of CheckIn and Days
	Quiet        string // "22:00-06:30", no message is sent inside; "" = none
	Nudge        bool   // one nudge at 80 % of the answer window
	AfterSession bool   // refuel and soreness follow-ups
	SixHours     bool   // tell when six hours since lifting are over
	Review       bool   // weekly review with its picture
	Team         bool   // counted in the team's weekly digest
}

// On reports whether any check-in is planned.
func (r Reminders) On() bool { return r.CheckIn != "" || r.Cron != "" }

// DefaultReminders is what a check-in time switches on with it.
func DefaultReminders(at string) Reminders {
	return Reminders{CheckIn: at, Quiet: "22:00-06:30", Nudge: true, AfterSession: true, Review: true}
}

// Pause silences everything unasked through its last day.
type Pause struct {
	Until  training.Date // last silent day; zero = not paused
	Reason string        // holiday, ill, injured, travelling or ""
}

// Active reports whether the pause covers the day.
func (p Pause) Active(day training.Date) bool { return !p.Until.IsZero() && !p.Until.Before(day) }

// Hold remembers a red flag until the athlete says that it is looked at: praise
// and records wait, and the next check-in asks only how they are.
type Hold struct {
	Tier  string // T0..T4; "" = none
	Group string
	At    time.Time
}

// Location is the athlete's zone, UTC until told.
func (a Athlete) Location() *time.Location { return training.Location(a.Zone) }

// Today is the athlete's local date at the instant.
func (a Athlete) Today(now time.Time) training.Date { return training.DateOf(now.In(a.Location())) }

// Profile is what the rules need to know of the athlete on a day.
func (a Athlete) Profile(day training.Date) advice.Profile {
	return advice.Profile{
		Goal: a.Goal, Experience: a.Experience, Units: a.Units, Event: a.Event,
		CheckIns: a.Reminders.On() && !a.Pause.Active(day),
		Deload:   !a.Deload.IsZero() && !a.Deload.Before(day),
	}
}
