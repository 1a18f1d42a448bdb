package training

// itemKind is what a piece of an entry means once its words are known.
type itemKind uint8

const (
	iUnknown itemKind = iota // words that are in no list: a name of the athlete's own, or a mistake
	iName                    // an exercise
	iSport                   // an endurance or other session begins
	iLift                    // a lifting session begins
	iRegion                  // "leg day"
	iRestDay
	iFigure // numbers with units: 5x5, 100kg, 85,85,80, 8km
	iClock  // 45:00, 1:20:00
	iAt     // at, @ before a clock
	iTime   // 7am, 18:30 after at
	iDate
	iInstant
	iDay
	iWeekday
	iMonth
	iAgo
	iRPE
	iHR
	iPace  // seconds a km
	iSpeed // km/h
	iStyle
	iRest // seconds of rest between repeats
	iMark
	iLabel // a1, b2: a superset
	iUnit  // "unit: lbs"
	iSure
	iNote
	iBefore // words that turn the meaning of a line around
	iPlan
	iFluff
	iRange  // 8-10: what was planned, not what was done
	iBroken // 3x, 3xAMRAP: a factor is missing
	iThen   // a new clause
	iAnd    // joins, and may begin a new clause
	iComma  // likewise
	iLine   // a new line
	iRounds // "3 rounds"
	iLaps   // "40 laps" of a length not told
)

// item is one meaningful piece of an entry. from and to are its bytes in the
// text as typed.
type item struct {
	meaning
	from, to int
	terms    []term    // of a figure
	values   []float64 // of RPE, rest, pace
	clock    *token    // of a clock, a time or an instant
	at       int       // of a time: seconds after midnight; -1 = not a time
	date     Date
	ago      float64 // seconds
	name     string  // of an exercise: canonical, or the athlete's own
	exercise *Exercise
	explicit bool // a time that was said to be one
	open     bool // "5+": as many as went, from five
	either   bool // a name that is also a sport: "row"
	letter   int  // of a label
	text     string
}

// term is one factor of a figure: "5", "100kg", "85,85,80", "bw+20".
type term struct {
	values   []float64
	unit     unit
	body     bool // bw
	plus     bool // +20
	marked   bool // @60, @100
	from, to int
}

func (t term) list() bool { return len(t.values) > 1 }
func (t term) one() float64 {
	if len(t.values) == 0 {
		return 0
	}
	return t.values[0]
}
func (t term) weight() bool { return t.body || t.plus || t.marked || t.unit.mass() }
func (it item) single() bool {
	return it.kind == iFigure && len(it.terms) == 1
}

// lone reports whether an item is one number with one of the units.
func (it item) lone(units ...unit) bool {
	if !it.single() || len(it.terms[0].values) != 1 || it.terms[0].body || it.terms[0].plus || it.terms[0].marked {
		return false
	}
	for _, u := range units {
		if it.terms[0].unit == u {
			return true
		}
	}
	return false
}
