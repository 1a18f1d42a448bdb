package advice

import (
	"fmt"
	"strings"

	"tandem/coach/load"
	"tandem/coach/training"
)

// What can be said without a past, and what is missing.
var dataRules = []Rule{
	{ID: "first-log", Looks: "the first session there is",
		Seed: []string{"S20"}, Evidence: []string{"E42"}, check: firstLogRule},
	{ID: "not-enough-data", Looks: "a load that cannot be computed, or trends that need more days",
		Seed: []string{"S20"}, Evidence: []string{"E42"}, check: notEnoughData},
	{ID: "effort-mismatch", Looks: "a session called easy that felt hard",
		Seed: []string{"S20"}, Evidence: []string{"E42"}, check: effortMismatch},
}

// firstLogRule says what was noted and passes no judgement.
func firstLogRule(d *day) []note {
	if !d.firstLog() {
		return nil
	}
	b := d.today[0]
	n := note{size: 2}
	n.Level = Info
	n.verdict = "Your baseline starts here."
	var facts []string
	if b.lift() {
		if v := load.VolumeLoad(b.sets()); v.Known() {
			facts = append(facts, d.mass(v.Kg)+" of volume")
		}
		best := b.best()
		for _, name := range exerciseNames(b) {
			if e, ok := best[name]; ok && d.exercise(name).Barbell { // nobody tests a maximum of swings
				facts = append(facts, "estimated "+lowerName(name)+" max about "+d.mass(e.Kg))
				break
			}
		}
	} else if pace, ok := b.pace(); ok {
		facts = append(facts, d.distance(b.km())+" at "+d.pace(pace))
	}
	n.Text = "Your first session is in."
	if len(facts) > 0 {
		n.Text = "Your first session is in: " + strings.Join(facts, ", ") + "."
	}
	n.Why = []Reason{{"sessions before this one", "0", "1 or more to compare with"}}
	return []note{n}
}

// notEnoughData names what is missing instead of guessing it.
func notEnoughData(d *day) []note {
	var parts []string
	for _, b := range d.today {
		if b.kind == training.Walk {
			continue
		}
		if s, ok := load.OfSession(b.sessions[len(b.sessions)-1]); !ok && s.Ask() != "" && d.about(b) {
			parts = append(parts, s.Ask())
			break
		}
	}
	if d.firstLog() {
		parts = append(parts, "Three check-ins show how tired you are, a second session of a lift shows progress, and 28 days show your usual load.")
	}
	if len(parts) == 0 {
		return nil
	}
	n := note{size: 1, filler: !d.firstLog()}
	n.Level = Info
	n.Text = strings.Join(parts, " ")
	n.next = "Log your next session when it is done: from the second on I can compare."
	if d.Profile.CheckIns {
		n.next = "Check in tomorrow morning, so that I learn what is usual for you."
	}
	if !d.firstLog() {
		n.next = ""
	}
	n.Why = []Reason{{"days of training known", fmt.Sprint(d.daysKnown()), "28 for a usual load"}}
	return []note{n}
}

// about reports whether the judgement was asked about a bout, or about the day.
func (d *day) about(b *bout) bool { return d.Focus == "" || b.has(d.Focus) }

// daysKnown is how many days the history reaches back.
func (d *day) daysKnown() int {
	if len(d.past) == 0 {
		return 0
	}
	return d.Day.Sub(d.past[0].day)
}

// effortMismatch believes the effort and says so.
func effortMismatch(d *day) []note {
	b := d.mismatch()
	if b == nil {
		return nil
	}
	n := note{pair: [2]string{b.id()}}
	n.Level = Info
	n.Text = "Until you tell me more I go by how it felt and count it as hard."
	n.Why = []Reason{{"effort of a session called " + string(training.Easy), rpe(b.rpe), "RPE 7 or more"}}
	return []note{n}
}
