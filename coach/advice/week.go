package advice

import (
	"cmp"
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
