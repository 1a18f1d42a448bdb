package advice

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"tandem/coach/load"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// WeekInput is what a week is judged on.
type WeekInput struct {
	Profile  Profile
	Now      time.Time
	Day      training.Date      // last of the seven days
	Sessions []training.Session // through Day; nine weeks or more let it compare with the athlete's own
	CheckIns []recovery.CheckIn // of the 28 days before the week, and the week
	Legs     map[string]bool    // as in Input
}

// WeekReport is the coach's view of seven days, in the order it is read.
type WeekReport struct {
	From, To training.Date
	Empty    bool // no training in the seven days
	Verdict  string
	Facts    []string  // sessions, load, order and gaps; a line each
	Records  []string  // what was better than ever before in the sessions given
	Change   string    // exactly one thing to change, or to keep
	Findings []Finding // what the change stands on, at most three and one green

	Lifts, Cardio, Other int     // sessions
	RunKm                float64 // as told
	LiftLoad, CardioLoad float64 // of the sessions whose load is known
	Unknown              int     // sessions whose load is not
}

// Week judges seven days: each day by the rules, and what only a week shows.
func Week(in WeekInput) WeekReport {
	w := newWeek(in)
	r := WeekReport{From: w.from, To: in.Day}
	w.count(&r)
	if r.Empty = len(w.mine) == 0; r.Empty {
		r.Verdict = "No training logged in these seven days."
		r.Change = "Log the next session when it is done; a short one counts."
		return r
	}
	r.Facts = append(r.Facts, w.loadFacts(&r)...)
	r.Facts = append(r.Facts, w.orderFacts()...)
	r.Records = w.records()
	notes := w.findings()
	for _, n := range notes {
		r.Findings = append(r.Findings, n.Finding)
		r.Change = cmp.Or(r.Change, n.next)
	}
	r.Verdict = w.verdict(notes, r)
	r.Change = cmp.Or(r.Change, "Keep it like this.")
	return r
}

// week is a WeekInput in order.
type week struct {
	WeekInput
	*day  // the last day, for its words, bouts and vocabulary
	from  training.Date
	all   []training.Session // in order
	days  []training.Date    // the date of each
	daily []float64          // load of each date from the first session's through Day
	mine  []*bout            // bouts of the seven days
}

func newWeek(in WeekInput) *week {
	w := &week{WeekInput: in, from: in.Day.Add(-6)}
	zones := &day{zones: map[string]*time.Location{}}
	for _, s := range inOrder(in.Sessions) {
		if date := training.DateOf(s.Start.In(zones.zone(s.Zone))); !in.Day.Before(date) {
			w.all, w.days = append(w.all, s), append(w.days, date)
		}
	}
	if len(w.all) > 0 {
		w.daily = load.Daily(w.all, w.days[0], in.Day)
	}
	w.day = look(w.input(in.Day))
	for _, b := range slices.Concat(w.past, w.today) {
		if !b.day.Before(w.from) {
			w.mine = append(w.mine, b)
		}
	}
	return w
}

// input is one day of the week as Evaluate takes it.
func (w *week) input(d training.Date) Input {
	in := Input{Profile: w.Profile, Now: w.Now, Day: d, Legs: w.WeekInput.Legs}
	for i, s := range w.all {
		switch back := d.Sub(w.days[i]); {
		case back == 0:
			in.Sessions = append(in.Sessions, s)
		case back > 0:
			in.Last = w.days[i]
			if back <= historyDays {
				in.History = append(in.History, s)
			}
		}
	}
	for _, c := range w.WeekInput.CheckIns {
		if !d.Before(c.Date) {
			in.CheckIns = append(in.CheckIns, c)
		}
	}
	return in
}

// count fills the numbers of a week.
func (w *week) count(r *WeekReport) {
	for i, s := range w.all {
		if w.days[i].Before(w.from) || s.Kind == training.Rest {
			continue
		}
		value, known := load.OfSession(s)
		if !known {
			r.Unknown++
		}
		switch {
		case s.Kind == training.Lift:
			r.Lifts++
			if known {
				r.LiftLoad += value.Load
			}
		case s.Cardio():
			r.Cardio++
			if known {
				r.CardioLoad += value.Load
			}
			if s.Kind == training.Run {
				r.RunKm += s.Km
			}
		default:
			r.Other++
		}
	}
}

// loadFacts are what was done and how it compares with the athlete's usual.
func (w *week) loadFacts(r *WeekReport) []string {
	var done []string
	if r.Lifts > 0 {
		done = append(done, plural(r.Lifts, "lift"))
	}
	if r.Cardio > 0 {
		done = append(done, plural(r.Cardio, "cardio session"))
	}
	if r.Other > 0 {
		done = append(done, plural(r.Other, "other session"))
	}
	line := list(done)
	if r.RunKm > 0 {
		line += " (" + w.distance(r.RunKm) + " of running)"
	}
	facts := []string{sentence(line) + ", " + plural(w.restDays(), "day") + " without training."}
	total := r.LiftLoad + r.CardioLoad
	if total == 0 {
		return append(facts, "No load yet: it needs how hard a session was and how long it took.")
	}
	load := fmt.Sprintf("Load %s: lifting %s, cardio %s", commas(total), commas(r.LiftLoad), commas(r.CardioLoad))
	if u, ok := w.usual(); ok {
		load += fmt.Sprintf("; %s your usual of the three weeks before", versus(u.Ratio))
	}
	load += "."
	if r.Unknown > 0 {
		load += " " + sentence(plural(r.Unknown, "session")) + " without it, for want of effort or minutes."
	}
	return append(facts, load)
}

// usual compares the week with the three before it, once there are 28 days.
func (w *week) usual() (load.Usual, bool) {
	return load.VersusUsual(w.daily)
}

// Text is the whole report as it is read.
func (r WeekReport) Text() string {
	lines := append([]string{r.Verdict}, r.Facts...)
	for _, record := range r.Records {
		lines = append(lines, "Record: "+record)
	}
	for _, f := range r.Findings {
		lines = append(lines, f.Text)
	}
	return strings.Join(append(lines, "Next week: "+r.Change), "\n")
}

func versus(ratio float64) string {
	percent := (ratio - 1) * 100
	switch {
	case percent > 10:
		return decimal(percent, 0) + " % above"
	case percent < -10:
		return decimal(-percent, 0) + " % below"
	}
	return "about"
}

// restDays counts the days without training.
func (w *week) restDays() int {
	trained := map[training.Date]bool{}
	for _, b := range w.mine {
		trained[b.day] = true
	}
	return 7 - len(trained)
}

// orderFacts are the habits of order and gap on days with both.
func (w *week) orderFacts() []string {
	first, both := 0, 0
	var shortest *pair
	for _, p := range w.weekPairs() {
		if p.sameDay() {
			both++
			if p.liftFirst() {
				first++
			}
		}
		if p.lift().heavyLegsDay() && p.cardio().key() && (shortest == nil || p.gap < shortest.gap) {
			shortest = &p
		}
	}
	var facts []string
	if both > 0 {
		facts = append(facts, orderFact(first, both))
	}
	if shortest != nil {
		facts = append(facts, fmt.Sprintf("The smallest gap between heavy legs and a key session was %s.", span(shortest.gap)))
	}
	return facts
}

// orderFact says how often lifting came first.
func orderFact(first, both int) string {
	switch {
	case both == 1 && first == 1:
		return "Lifting came first on the one day with both."
	case both == 1:
		return "Cardio came first on the one day with both."
	}
	return fmt.Sprintf("Lifting came first on %d of %d days with both.", first, both)
}

// verdict is the week in one line.
func (w *week) verdict(notes []note, r WeekReport) string {
	switch {
	case len(notes) > 0 && severity[notes[0].Level] >= severity[Orange]:
		return "A week with one thing to change."
	case len(notes) > 0 && notes[0].Level == Yellow:
		return "A good week, with one thing to watch."
	case len(r.Records) > 0:
		return "A good week, with something to be proud of."
	case w.Day.Sub(w.days[0]) < 7:
		return "Your first week; too early to compare it with anything."
	case r.Lifts > 0 && r.Cardio > 0:
		return "A good week: lifting and cardio fit together."
	}
	return "A steady week."
}
