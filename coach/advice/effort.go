package advice

import (
	"tandem/coach/training"
)

// hard reports whether an endurance session was hard: by effort, or intervals,
// tempo or a race.
func (b *bout) hard() bool { return b.effort == training.Hard }

// easy reports whether an endurance session was easy, as far as is known.
func (b *bout) easy() bool { return b.effort == training.Easy }

// key reports whether an endurance session is one that order and gap matter
// for: hard or very long, or meant as the long one.
func (b *bout) key() bool {
	return b.hard() || b.long || b.sessions[0].Style == training.LongRun
}

// effortOf classifies an endurance session: what the athlete said comes before
// effort, except that "easy" at RPE 7 or more is believed as felt
// (the house's order of what decides an intensity class).
func effortOf(s training.Session) (effort training.Intensity, mismatch bool) {
	felt := training.Intensity("")
	if s.RPE != nil {
		switch {
		case float64(*s.RPE) >= hardRPE:
			felt = training.Hard
		case float64(*s.RPE) > easyRPE:
			felt = training.Moderate
		default:
			felt = training.Easy
		}
	}
	said := s.Tagged && s.Intensity != ""
	switch {
	case felt == training.Hard:
		return felt, said && s.Intensity == training.Easy || s.Style == training.Recovery
	case s.Style == training.Intervals || s.Style == training.Tempo || s.Style == training.Race || len(s.Reps) > 0:
		return training.Hard, false
	case said:
		return s.Intensity, false
	case s.Style == training.Recovery:
		return training.Easy, false
	case felt != "":
		return felt, false
	case s.Intensity != "":
		return s.Intensity, false
	case s.Kind == training.Walk:
		return training.Easy, false
	}
	return "", false
}
