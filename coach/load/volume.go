package load

import "tandem/coach/training"

// synergist is what a set counts for a muscle that only helps: counting it as
// half fits growth best (Pelland 2024, 67 studies).
const synergist = 0.5

// hardEnough is the set effort from which a set counts towards a muscle's
// weekly sets; a set without one counts.
const hardEnough = 6

// Volume is weight times repetitions over working sets.
type Volume struct {
	Kg      float64 // of the sets whose load is known
	Sets    int     // how many those are
	Unknown int     // working sets left out: the body or a hold is part of the load
}

// Known reports whether Kg means anything: some set had a known load.
func (v Volume) Known() bool { return v.Sets > 0 }

// VolumeLoad sums weight × repetitions of the working sets; a set without a
// repetition adds nothing, and repetitions of each side count once, as they
// were told. A set whose load includes the body, and a hold or a carry, is
// counted as unknown, not as zero.
func VolumeLoad(sets []training.Set) Volume {
	var v Volume
	for _, set := range sets {
		switch {
		case set.Warmup:
		case set.Bodyweight || set.Kg <= 0 || set.Seconds > 0 || set.Metres > 0:
			v.Unknown++
		default:
			v.Sets++
			v.Kg += set.Kg * float64(set.Reps)
		}
	}
	return v
}

// MuscleSets counts the hard sets each muscle got: 1 for the muscles an
// exercise is for, 0.5 for those that help. Warm-ups, sets without a
// repetition and sets below RPE 6 count nothing. muscles names an exercise's
// muscles; none for one it does not know.
func MuscleSets(sets []training.Set, muscles func(exercise string) (primary, secondary []string)) map[string]float64 {
	counts := map[string]float64{}
	for _, set := range sets {
		if set.Warmup || (set.Reps == 0 && set.Seconds == 0 && set.Metres == 0) || (set.RPE != nil && *set.RPE < hardEnough) {
			continue
		}
		primary, secondary := muscles(set.Exercise)
		for _, m := range primary {
			counts[m]++
		}
		for _, m := range secondary {
			counts[m] += synergist
		}
	}
	return counts
}
