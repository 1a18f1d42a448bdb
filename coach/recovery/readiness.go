package recovery

import (
	"fmt"
	"strings"

	"tandem/coach/training"
)

// Level is what a morning allows. It may only hold training back.
type Level string

// The levels. Ready is only said when the athlete's own usual is known, varies,
// and today is not below it.
const (
	Ready    Level = "ready"     // nothing holds back
	Steady   Level = "steady"    // as planned, no harder
	HoldBack Level = "hold back" // shorter or easier
	Rest     Level = "rest"      // no training, or a walk
	Unknown  Level = "unknown"   // not answered, or not enough of it
)

// RestTotal is the total at which rest is advised whatever the usual: an
// average answer of 2 of 5.
const RestTotal = 10

// SteadyZ is how far below the usual a total may lie and still be called ready.
const SteadyZ = -1.0

// Readiness is a day's check-in, read against the athlete's own.
type Readiness struct {
	Level    Level
	Total    int // 5 to 25; 0 = not all items answered
	Z        float64
	ZKnown   bool // Z means something
	Baseline Baseline
	Flags    []Flag // most serious first
	Text     string // verdict first, one to three sentences
}

// Read judges the check-in of a day beside those before it. checkIns are the
// athlete's, in order of date, and may reach back as far as one likes; later
// ones are not looked at.
//
// A morning is never read more mildly than the one before it that was no worse:
// a first bad morning becomes part of the usual and would excuse the second.
func Read(day training.Date, checkIns []CheckIn) Readiness {
	return read(day, checkIns, lookBackMornings)
}

// lookBackMornings is how many mornings before are held against today's, so
// that low answers weeks long do not keep a first verdict alive.
const lookBackMornings = 2

func read(day training.Date, checkIns []CheckIn, mornings int) Readiness {
	var today CheckIn
	var before []CheckIn
	for _, c := range checkIns {
		switch {
		case c.Date == day:
			today = c
		case c.Date.Before(day):
			before = append(before, c)
		}
	}
	if !today.Answered() {
		return Readiness{Level: Unknown, Text: "No check-in today, so I go by your log alone."}
	}
	r := Readiness{Baseline: BaselineOf(before, day)}
	r.Flags = flags(today, before, r.Baseline)
	total, complete := today.Total()
	if complete {
		r.Total = total
		r.Z, r.ZKnown = r.Baseline.Z(total)
	}
	r.Level = r.level(today, complete)
	if n := len(before); mornings > 0 && n > 0 && day.Sub(before[n-1].Date) == 1 {
		r.lasting(today, before[n-1], read(day.Add(-1), before, mornings-1))
	}
	r.Text = r.text(today, complete)
	return r
}

// mildness orders the levels that are known, mildest first.
var mildness = map[Level]int{Ready: 1, Steady: 2, HoldBack: 3, Rest: 4}

// lasting keeps yesterday's level where it was the stricter one and nothing of
// what it stood on is better today.
func (r *Readiness) lasting(today, yesterday CheckIn, then Readiness) {
	total, complete := today.Total()
	before, known := yesterday.Total()
	switch {
	case !complete || !known || total > before || mildness[then.Level] < mildness[HoldBack] || mildness[then.Level] <= mildness[r.Level]:
	case then.Has(Pain) && today.Pain == "", then.Has(FewHours) && !r.Has(FewHours):
	default:
		r.Level = then.Level
	}
}

// Has reports whether a flag of that kind is up.
func (r Readiness) Has(kind FlagKind) bool {
	for _, f := range r.Flags {
		if f.Kind == kind {
			return true
		}
	}
	return false
}

// serious counts the flags that hold back on their own, each kind once.
func (r Readiness) serious() int {
	n := 0
	for _, kind := range []FlagKind{Pain, LowTotal, Tired, LowTwice, FewHours, Drop} {
		if r.Has(kind) {
			n++
		}
	}
	return n
}

func (r Readiness) level(today CheckIn, complete bool) Level {
	serious := r.serious()
	switch {
	case complete && r.Total <= RestTotal, r.Has(LowTotal) && serious >= 3:
		return Rest
	case serious > 0 || lowest(today) == Worst:
		return HoldBack
	case !complete && !r.Has(ShortNight):
		return Unknown
	case len(r.Flags) > 0 || lowest(today) <= LowItem || !r.ZKnown || r.Z < SteadyZ:
		return Steady
	}
	return Ready
}

// worst is the first item with the lowest answer; "" when none was given.
func worst(c CheckIn) Item {
	var found Item
	for _, item := range Items() {
		if v := c.Value(item); v != 0 && (found == "" || v < c.Value(found)) {
			found = item
		}
	}
	return found
}

// lowest is the lowest answer, Best when none was given.
func lowest(c CheckIn) int {
	if item := worst(c); item != "" {
		return c.Value(item)
	}
	return Best
}

// text is the verdict, then the two most serious reasons, then what is missing.
func (r Readiness) text(today CheckIn, complete bool) string {
	var parts []string
	switch r.Level {
	case Ready:
		usual := "in line with"
		if r.Z > -SteadyZ {
			usual = "above"
		}
		parts = append(parts, fmt.Sprintf("Ready: %d of 25, %s your usual.", r.Total, usual))
	case Steady:
		parts = append(parts, "Steady: train as planned, no harder.")
	case HoldBack:
		parts = append(parts, "Hold back today: shorter or easier than planned.")
	case Rest:
		parts = append(parts, "Rest today, or take a walk.")
	case Unknown:
		parts = append(parts, "Noted. With all five answers I can say how ready you are.")
	}
	for i, f := range r.Flags {
		if i == 2 {
			break
		}
		parts = append(parts, f.Text)
	}
	if r.Level == HoldBack && len(r.Flags) == 0 && lowest(today) > Worst {
		parts = append(parts, "Today's answers are no better than yesterday's.")
	}
	if r.Level == HoldBack && len(r.Flags) == 0 && lowest(today) == Worst {
		item := worst(today)
		parts = append(parts, fmt.Sprintf("%s is at 1 of 5, %s.", name(item), Anchor(item, Worst)))
	}
	switch seen := r.Baseline.Answers + 1; {
	case !complete || r.Level != Steady || r.Baseline.Known:
	case seen >= BaselineAnswers:
		parts = append(parts, fmt.Sprintf("That makes %d check-ins: from the next one on I can tell what is unusual for you.", BaselineAnswers))
	default:
		parts = append(parts, fmt.Sprintf("I learn what is usual for you: %d of %d check-ins.", seen, BaselineAnswers))
	}
	if complete && r.Level == Steady && r.Baseline.Known && !r.Baseline.Reliable {
		parts = append(parts, "Your answers have all been the same lately, so I cannot tell good days from bad ones.")
	}
	return strings.Join(parts, " ")
}
