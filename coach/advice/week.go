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

	LoadLine string   // the week's load in one line, as among the facts
	Load     []string // its days, and what they add up to; a line each
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
	r.Facts = append(w.plannedFacts(), w.loadFacts(&r)...)
	r.LoadLine = r.Facts[len(r.Facts)-1]
	r.Load = w.loadLines()
	r.Facts = append(r.Facts, w.orderFacts()...)
	r.Records = w.records()
	notes := w.findings()
	for _, n := range notes {
		r.Findings = append(r.Findings, n.Finding)
		r.Change = cmp.Or(r.Change, n.next)
	}
	r.Verdict = w.verdict(notes, r)
	r.Change = cmp.Or(r.Change, w.keep(r))
	return r
}

// keep is what to do next week when no finding asks for a change.
func (w *week) keep(r WeekReport) string {
	left, ahead := w.tapering()
	switch {
	case w.Profile.Deload:
		return "Finish the easy week as planned, then go on where you stopped before it."
	case ahead && left == 0:
		return "Rest well, then start again a step below where you stopped."
	case ahead:
		return "Cut volume by 41 to 60 %, keep the intensity and the number of sessions."
	case r.sparse() && r.Cardio == 0:
		return "Plan one more day: a second lift, or " + w.easyLength("20 to 30 min") + " of something easy."
	case r.sparse():
		return "Plan one more day: a short lift goes well with it, or another easy session."
	}
	return "Keep it like this."
}

// tapering returns the days that are left, where an event is two weeks away or
// less.
func (w *week) tapering() (left int, ahead bool) {
	left, ahead = w.daysToEvent()
	return left, ahead && left <= taperDays
}

// sparse reports a week with one session.
func (r WeekReport) sparse() bool { return r.Lifts+r.Cardio+r.Other <= 1 }

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
	zones := &day{Input: Input{Now: in.Now}, zones: map[string]*time.Location{}}
	for _, s := range zones.once(zones.begun(in.Sessions)) {
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
	kind := "A good week"
	left, ahead := w.tapering()
	switch {
	case w.Profile.Deload:
		kind = "An easy week, as planned"
	case ahead && left > 0:
		kind = "A week on the way to your event"
	case r.sparse():
		kind = "A quiet week"
	}
	switch {
	case len(notes) > 1 && severity[notes[0].Level] >= severity[Orange]:
		return "A week with a few things to look at, and one to change first."
	case len(notes) > 0 && severity[notes[0].Level] >= severity[Orange]:
		return "A week with one thing to change."
	case len(notes) > 1 && notes[1].Level == Yellow:
		return kind + ", with a few things to watch."
	case len(notes) > 0 && notes[0].Level == Yellow:
		return kind + ", with one thing to watch."
	case len(r.Records) > 0:
		return kind + ", with something to be proud of."
	case w.Day.Sub(w.days[0]) < 7:
		return "Your first week; too early to compare it with anything."
	case kind != "A good week":
		return kind + "."
	case r.Lifts > 0 && r.Cardio > 0:
		return "A good week: lifting and cardio fit together."
	}
	return "A steady week."
}
