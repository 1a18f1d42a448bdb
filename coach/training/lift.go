package training

import (
	"slices"
)

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
		switch it.mark {
		case markSide:
			return l.side(it)
		case markLast:
			l.g.tail = l.g.filled
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
