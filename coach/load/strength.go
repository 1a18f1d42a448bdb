package load

import (
	"math"
	"strings"

	"tandem/coach/training"
)

// Limits of what an estimate is taken from. Repetition formulas hold to about
// ten repetitions (Reynolds 2006, JSCR 20:584), and repetitions in reserve are
// told well only close to failure (Halperin 2022, doi
// 10.1007/s40279-021-01559-x).
const (
	sureReps = 10 // effective repetitions up to which an estimate is sound
	maxReps  = 12 // and beyond which there is none
	maxRIR   = 4  // repetitions in reserve that are still believed
)

// Epley estimates the one-repetition maximum from a weight lifted for reps
// (1 or more): w(1+r/30), and the weight itself for one repetition. Between one
// and two, which only repetitions in reserve can give, it is a straight line.
// Epley 1985.
func Epley(weight, reps float64) float64 {
	if reps < 2 {
		return weight * (1 + (reps-1)/15)
	}
	return weight * (1 + reps/30)
}

// Brzycki estimates the same as 36w/(37−r), for reps from 1 to below 37; false
// outside. Brzycki 1993, JOPERD 64:88.
func Brzycki(weight, reps float64) (float64, bool) {
	if reps < 1 || reps >= 37 {
		return 0, false
	}
	return weight * 36 / (37 - reps), true
}

// Wathan estimates the same as 100w/(48.8+53.8e^(−0.075r)), and the weight
// itself for one repetition. Wathan 1994.
func Wathan(weight, reps float64) float64 {
	if reps <= 1 {
		return weight
	}
	return 100 * weight / (48.8 + 53.8*math.Exp(-0.075*reps))
}

// Estimate is an estimated one-repetition maximum.
type Estimate struct {
	Kg   float64 // not rounded; show it to the half kilogram, as an estimate
	Reps float64 // effective: done plus in reserve
	Low  bool    // low confidence: from 11 or 12 effective repetitions
	Set  training.Set
}

// OfSet estimates the one-repetition maximum from one set by [Epley]; false
// for a warm-up, a failed or timed set, a load that includes the body, more
// than 12 effective repetitions, or more than 4 in reserve: a set that easy
// says little about the maximum.
//
// Effective repetitions are those done plus those in reserve, 10 minus RPE; a
// set without an RPE counts as done, so its estimate is a cautious one.
func OfSet(set training.Set) (Estimate, bool) {
	if set.Warmup || set.Failed || set.Bodyweight || set.Seconds > 0 || set.Kg <= 0 || set.Reps < 1 {
		return Estimate{}, false
	}
	reps := float64(set.Reps)
	if set.RPE != nil {
		reserve := 10 - float64(*set.RPE)
		if reserve > maxRIR {
			return Estimate{}, false
		}
		reps += reserve
	}
	if reps > maxReps {
		return Estimate{}, false
	}
	return Estimate{Kg: Epley(set.Kg, reps), Reps: reps, Low: reps > sureReps, Set: set}, true
}

// Best returns the highest estimate for an exercise, named in any case, among
// the sets of a session; false when no set gives one.
func Best(sets []training.Set, exercise string) (Estimate, bool) {
	var best Estimate
	found := false
	for _, set := range sets {
		if !strings.EqualFold(set.Exercise, exercise) {
			continue
		}
		if e, ok := OfSet(set); ok && (!found || e.Kg > best.Kg) {
			best, found = e, true
		}
	}
	return best, found
}

// percentOfMax is the RPE chart that lifters use, which is one sequence in
// effective repetitions: 1, 1.5, 2 … 16. It is a convention; people differ by
// about 3 %.
var percentOfMax = [31]float64{
	100, 97.8, 95.5, 93.9, 92.2, 90.7, 89.2, 87.8, 86.3, 85.0, 83.7, 82.4, 81.1, 79.9, 78.6, 77.4,
	76.2, 75.1, 73.9, 72.8, 71.7, 70.7, 69.6, 68.6, 67.6, 66.6, 65.6, 64.7, 63.7, 62.8, 61.8,
}

// PercentOfMax is the share of the one-repetition maximum, in percent, that a
// set of reps (1 to 12) at an RPE (6 to 10, in halves) is done with; false
// outside. Chart by Tuchscherer; scale Zourdos 2016.
func PercentOfMax(reps int, rpe training.RPE) (float64, bool) {
	halves := 2 * float64(rpe)
	if reps < 1 || reps > 12 || !(rpe >= 6 && rpe <= 10) || halves != math.Trunc(halves) {
		return 0, false
	}
	return percentOfMax[2*(reps-1)+20-int(halves)], true
}
