package store

import (
	"tandem/bot"
	"tandem/coach"
)

// Met is what a transaction has read of the person whose message it answers: one
// look serves the questions that every message asks. The zero value knows nobody.
type Met struct {
	person    bot.Person
	athlete   coach.Athlete
	reachable bool
	current   bool // nothing was written since the athlete was read
}

// Meet remembers what one look at a person gave.
func (m *Met) Meet(p bot.Person, a coach.Athlete, reachable bool) { *m = Met{p, a, reachable, true} }

// Athlete returns the settings, if they are known and as they were read.
func (m *Met) Athlete(id coach.AthleteID) (coach.Athlete, bool) {
	return m.athlete, m.current && m.athlete.ID == id
}

// Reachable says whether the platform takes messages to the person, if known.
func (m *Met) Reachable(p bot.Person) (yes, known bool) {
	return m.reachable, m.person == p && p != bot.Person{}
}

// Wrote is called with everything written: the athlete may be another since.
func (m *Met) Wrote() { m.current = false }

// Forget is called when the person themselves may have changed.
func (m *Met) Forget() { *m = Met{} }
