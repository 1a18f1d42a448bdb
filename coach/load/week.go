package load

import (
	"math"
	"slices"
)

// Sameness says whether a week's monotony is defined.
type Sameness string

// The cases of a week.
const (
	Varied    Sameness = "varied"    // days differ: monotony and strain are defined
	AllRest   Sameness = "all rest"  // no load on any day
	Identical Sameness = "identical" // the same load every day: nothing to divide by
)

// Week is what seven days of load look like.
type Week struct {
	Total    float64 // arbitrary units
	Mean     float64 // a day
	SD       float64 // population standard deviation of the days
	Sameness Sameness
	Monotony float64 // Mean / SD; only when Varied
	Strain   float64 // Total × Monotony; only when Varied
}

// WeekOf summarises seven consecutive local days, rest days as 0. Monotony and
// strain after Foster 1998, with the population standard deviation. There is
// no fixed alarm for either: compare with the athlete's own, see [HighMonotony].
func WeekOf(days [7]float64) Week {
	w := Week{Mean: mean(days[:]), SD: populationSD(days[:]), Sameness: Varied}
	w.Total = w.Mean * 7
	switch {
	case slices.Max(days[:]) == 0:
		w.Sameness = AllRest
	case slices.Max(days[:]) == slices.Min(days[:]):
		w.Sameness, w.SD = Identical, 0
	default:
		w.Monotony = w.Mean / w.SD
		w.Strain = w.Total * w.Monotony
	}
	return w
}

// monotonyWeeks is how many weeks of their own an athlete needs before a week
// can be called unusually even.
const monotonyWeeks = 8

// HighMonotony returns the value that nine in ten of an athlete's past weeks
// stayed at or below (nearest rank), and false with fewer than eight weeks.
// Published fixed limits flag nearly every week of some teams, so only the
// athlete's own are used.
func HighMonotony(past []float64) (float64, bool) {
	if len(past) < monotonyWeeks {
		return 0, false
	}
	sorted := slices.Sorted(slices.Values(past))
	rank := int(math.Ceil(0.9 * float64(len(sorted))))
	return sorted[rank-1], true
}

// usualDays is how many days of data "your usual" needs.
const usualDays = 28

// Usual sets the last seven days beside the three weeks before them.
type Usual struct {
	Week  float64 // mean load a day over the last 7 days
	Usual float64 // mean load a day over the 21 days before those
	Ratio float64 // Week / Usual
}

// VersusUsual compares this week with the athlete's usual, from a daily series
// that ends today; false with fewer than 28 days or when the usual is no
// training at all. It describes and never predicts: this ratio says nothing
// about injury (Impellizzeri 2021, doi 10.1007/s40279-020-01378-6). The two
// spans do not overlap, which would make them agree by arithmetic alone
// (Lolli 2019, doi 10.1136/bjsports-2017-098110).
func VersusUsual(days []float64) (Usual, bool) {
	if len(days) < usualDays {
		return Usual{}, false
	}
	last := days[len(days)-usualDays:]
	u := Usual{Week: mean(last[21:]), Usual: mean(last[:21])}
	if u.Usual == 0 {
		return u, false
	}
	u.Ratio = u.Week / u.Usual
	return u, true
}
