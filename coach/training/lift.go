package training

import "slices"

// lifter reads the clauses of one lifting session.
type lifter struct {
	p        *parser
	d        *draft
	name     string // the exercise that figures belong to; "" = none yet
	exercise *Exercise
	named    item  // where it was named
	sets     int   // how many sets it has so far
	label    int   // of the superset it belongs to
	loaded   *term // the weight of the sets before, of this exercise
	sided    bool  // "each leg" stood in front of the exercise's sets
	g        group
	fresh    bool // the clause begins a line or stands behind ";"
	ladder   bool // the clause has several figures like 5x140
	marks    markMode
	last     itemKind // of the item before, for an RPE next to a duration
	lastItem item     // the item before, commas and small words left out
}

// markMode says on which side of its set a warm-up mark stands.
type markMode struct {
	before, all bool
	pending     bool // a mark stands in front of the next set
	only        bool // nothing but warm-ups, as the athlete said
	at          item // the mark
	groups      int  // how many groups of the exercise there are
	last        int  // where the last of them begins
	worked      bool // one of them was no warm-up
}

// begun reports whether the session says more than that it was a lift.
func (l *lifter) begun() bool { return l.name != "" || l.d.session.Region != "" }

func (l *lifter) clause(cl clause) error {
	named := cl.head() == iName || cl.head() == iUnknown || slices.ContainsFunc(cl.items, func(it item) bool { return it.kind == iName || it.kind == iUnknown })
	if named {
		if err := l.close(); err != nil {
			return err
		}
		if cl.fresh {
			l.label = 0
		}
	}
	l.ladder = cl.ladder() || l.ladder && !named
	l.fresh = cl.fresh
	waiting := named // figures in front of the name wait for it
	l.last = iLine
	for _, it := range cl.items {
		if err := l.item(it, cl, &waiting); err != nil {
			return err
		}
		if it.kind != iFluff && it.kind != iComma {
			l.last, l.lastItem = it.kind, it
			if l.duration(it) {
				l.last = iClock
			}
		}
	}
	if l.name == "" {
		return l.nameless()
	}
	l.g.parted = true
	return nil
}

// nameless refuses sets without an exercise.
func (l *lifter) nameless() error {
	if l.g.empty() {
		return nil
	}
	return l.p.fail(item{text: l.p.text[l.g.from:l.g.to]}, "the name of the exercise with its sets", exampleName)
}

func (l *lifter) item(it item, cl clause, waiting *bool) error {
	switch it.kind {
	case iName, iUnknown:
		*waiting = false
		return l.startExercise(it, cl)
	case iFigure:
		return l.figure(it)
	case iClock:
		return l.clock(it)
	case iRPE:
		return l.effort(it, cl, *waiting)
	case iMark:
		return l.mark(it)
	case iLabel:
		l.label = it.letter
		return nil
	case iRegion:
		l.d.session.Region = it.region
		return nil
	case iStyle:
		if it.intensity != "" {
			l.d.session.Intensity, l.d.session.Tagged = it.intensity, true
		}
		return nil
	case iFluff:
		if it.mark == markSide {
			return l.side(it)
		}
		return nil
	case iComma, iAnd:
		l.g.parted = !l.g.empty()
		return nil
	case iLift:
		return nil
	case iRest, iPace, iSpeed:
		l.p.entry.Remarks = append(l.p.entry.Remarks, `I left out "`+it.text+`": it isn't kept for lifts.`)
		return nil
	case iSport, iRestDay:
		return l.p.fail(it, "the next session on a new line or after \"then\"", "squat 5x5 100kg then run 5km 25:00")
	}
	_, err := l.p.facet(l.d, it)
	return err
}

// startExercise names what the figures are about.
func (l *lifter) startExercise(it item, cl clause) error {
	if l.name != "" && l.named.from >= cl.from() {
		if err := l.close(); err != nil {
			return err
		}
	}
	if it.kind == iUnknown && len([]rune(it.name)) > 60 {
		return l.p.fail(it, "an exercise with its sets; anything else after the word note", exampleNote)
	}
	l.name, l.exercise, l.named, l.sets, l.sided, l.loaded = it.name, it.exercise, it, 0, false, nil
	if l.marks.pending && l.marks.groups == 0 { // "warm-up squat 60x5": the mark stands in front of the name
		l.marks = markMode{before: true, pending: true, all: l.marks.all, only: l.marks.only, at: l.marks.at}
	} else {
		l.marks = markMode{}
	}
	if l.exercise == nil {
		l.exercise = &Exercise{Name: it.name}
		lower := foldName(it.name)
		if _, ok := l.p.c.Own[lower]; !ok && !slices.Contains(l.p.entry.Unknown, it.name) {
			l.p.entry.Unknown = append(l.p.entry.Unknown, it.name)
		}
	}
	return nil
}

// close ends an exercise: it must have sets.
func (l *lifter) close() error {
	if l.name == "" {
		return nil
	}
	if err := l.flush(); err != nil {
		return err
	}
	if l.sets == 0 {
		return l.p.fail(l.named, "an exercise with its sets; other words go behind \"note\"", exampleLift)
	}
	return l.askWork()
}

// askWork asks whether the last group of sets behind "warm-up" was the work,
// when nothing says where the warm-ups ended.
func (l *lifter) askWork() error {
	m := l.marks
	if !m.all || m.only || m.worked || m.groups < 2 {
		return nil
	}
	text := l.p.text
	return &asking{question: Question{
		Ask: "Were the last sets of " + l.name + " your work, or a warm-up as well?",
		Options: []Option{
			{"They were the work", text[:m.last] + "work " + text[m.last:]},
			{"All warm-ups", text[:m.at.from] + "warmups only " + text[m.at.to:]},
		},
	}}
}

// duration reports whether a figure says how long the session was.
func (l *lifter) duration(it item) bool {
	if l.exercise != nil && (l.exercise.Timed || l.exercise.Carried) && l.name != "" && l.sets == 0 && l.g.timeless() {
		return false
	}
	return it.lone(uMinute, uHour, uM)
}

func (l *lifter) figure(it item) error {
	if l.duration(it) {
		minutes := it.terms[0].one()
		if it.terms[0].unit == uHour {
			minutes *= 60
		}
		return l.p.setMinutes(l.d, minutes, it)
	}
	if l.g.full(it, l.exercise) {
		if err := l.flush(); err != nil {
			return err
		}
	}
	l.g.add(it, l.exercise)
	l.warm()
	return nil
}

// warm applies a mark that stood in front of the set.
func (l *lifter) warm() {
	if l.marks.pending {
		l.g.warm = true
		l.marks.pending = l.marks.all
	}
}

// clock reads a bare clock in a lift: a hold, a duration of three fields or
// above 24 hours of a day, a time of day; 0:30 to 3:59 can be either.
func (l *lifter) clock(it item) error {
	t := it.clock
	switch {
	case t.fields[1] > 59:
		return l.p.fail(it, "a time like 18:30 or 1:05:00", exampleDuration)
	case l.exercise != nil && l.exercise.Timed && l.sets == 0 && l.g.timeless():
		return l.figure(item{meaning: meaning{kind: iFigure}, from: it.from, to: it.to, text: it.text, terms: []term{{values: []float64{t.seconds()}, unit: uSecond, from: it.from, to: it.to}}})
	case t.n == 3 || t.fields[0] > 23:
		return l.p.setMinutes(l.d, t.seconds()/60, it)
	case t.fields[0] >= 4:
		_, err := l.p.facet(l.d, item{meaning: meaning{kind: iTime}, from: it.from, to: it.to, text: it.text, at: t.fields[0]*3600 + t.fields[1]*60})
		return err
	}
	minutes := t.fields[0]*60 + t.fields[1]
	return l.p.ask("Is "+it.text+" how long it took, or when it began?", it.from, it.to,
		choice{number(float64(minutes)) + " min long", number(float64(minutes)) + "min"},
		choice{"Began at " + it.text, "at " + it.text})
}

// effort gives an RPE to the sets or to the session.
func (l *lifter) effort(it item, cl clause, waiting bool) error {
	alone := cl.fresh && !slices.ContainsFunc(cl.items, func(o item) bool {
		return o.kind == iName || o.kind == iUnknown || o.kind == iFigure && !o.lone(uMinute, uHour, uM)
	})
	sets := l.name != "" && !alone && (l.sets > 0 || !l.g.empty())
	symbol := it.text != "" && it.text[0] == '@'
	switch {
	case it.explicit, alone, !sets && !symbol && len(it.values) == 1 && l.g.empty() && l.name == "",
		l.last == iClock && !symbol, len(l.g.efforts) > 0 && !symbol && len(it.values) == 1:
		return l.p.sessionRPE(l.d, it)
	case len(l.g.efforts) > 0:
		return l.p.fail(it, "one RPE for these sets", exampleRPE)
	}
	for _, v := range it.values {
		if _, err := l.p.rating(v, it); err != nil {
			return err
		}
	}
	l.g.efforts = it.values
	l.g.effortAt = it
	l.g.extend(it)
	return nil
}

// mark reads warm-up, failure and the like beside a set. A warm-up mark in
// front of an exercise's first set stands in front of its sets, else behind.
func (l *lifter) mark(it item) error {
	switch it.mark {
	case markWarm, markWarmAll, markWarmOnly:
		if l.sets == 0 && l.g.empty() || l.marks.before || l.g.empty() || l.g.parted {
			if err := l.flush(); err != nil {
				return err
			}
			l.marks.before, l.marks.pending, l.marks.at = true, true, it
			l.marks.all, l.marks.only = it.mark != markWarm, it.mark == markWarmOnly
			return nil
		}
		l.g.warm = true
	case markWork:
		l.marks.pending, l.marks.all = false, false
	case markFail, markSpent:
		l.g.failed, l.g.spent = true, it.mark == markSpent
		l.g.extend(it)
	case markBar:
		l.g.weight = l.bar()
		l.g.extend(it)
	case markBlank:
		l.g.blank = true
		l.g.extend(it)
	case markSuperset:
		l.superset()
	}
	return nil
}

// flush turns the figures gathered so far into sets.
func (l *lifter) flush() error {
	g := l.g
	g.side = g.side || l.sided
	l.g = group{}
	if g.empty() || l.name == "" {
		if g.empty() {
			return nil
		}
		return l.p.fail(item{text: l.p.text[g.from:g.to]}, "the name of the exercise with its sets", exampleName)
	}
	if l.loaded != nil && g.rated() { // 140kg 3@8, 3@8.5
		g.weight = l.loaded
	}
	sets, err := g.resolve(l)
	if err != nil {
		return err
	}
	if len(l.d.session.Sets)+len(sets) > mostSetsTold {
		return l.p.fail(g.item(l), "at most 1,000 sets in one session", exampleSets)
	}
	l.marks.groups++
	l.marks.last, l.marks.worked = g.from, l.marks.worked || !g.warm
	l.d.session.Sets = append(l.d.session.Sets, sets...)
	l.sets += len(sets)
	return nil
}
