package advice

import (
	"cmp"
	"slices"
	"time"

	"tandem/coach/load"
	"tandem/coach/training"
)

// bout is what the body did in one go: a session, or lifts logged one after
// the other as several. Facts the rules ask for are worked out once.
type bout struct {
	sessions []training.Session // one; several only of lifts
	kind     training.Kind
	start    time.Time
	end      time.Time
	local    time.Time // start on the athlete's clock
	day      training.Date
	minutes  float64 // 0 = unknown
	guessed  bool    // the duration is an estimate
	rpe      *training.RPE
	effort   training.Intensity // "" = unknown
	mismatch bool               // said easy, felt hard
	legSets  int                // working sets that load the legs
	hardLegs int                // of those, hard ones
	regional bool               // no sets: legs or whole body as told
	heavy    bool               // heavy lifting, any part of the body
	long     bool               // a very long endurance session
	working  []training.Set     // of a lift
	bests    map[string]load.Estimate
}

func (b *bout) id() string      { return b.sessions[0].ID }
func (b *bout) endurance() bool { return b.sessions[0].Cardio() }
func (b *bout) lift() bool      { return b.kind == training.Lift }
func (b *bout) km() float64     { return b.sessions[0].Km }

// loadsLegs reports whether a lift touches the legs at all.
func (b *bout) loadsLegs() bool { return b.legSets > 0 || b.regional }

// heavyLegsDay reports whether a lift is a heavy leg session.
func (b *bout) heavyLegsDay() bool {
	return b.hardLegs >= heavyLegSets || b.regional && (b.rpe == nil || *b.rpe >= hardRPE)
}

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

// has reports whether a session of that id is part of the bout.
func (b *bout) has(id string) bool {
	return slices.ContainsFunc(b.sessions, func(s training.Session) bool { return s.ID == id })
}

// sets returns the working sets of a lift.
func (b *bout) sets() []training.Set { return b.working }

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

// bouts turns sessions into bouts in order of start, joining lifts that follow
// each other within an hour.
func (d *day) bouts(sessions []training.Session) []*bout {
	var out []*bout
	for _, s := range sessions {
		if s.Kind == training.Rest {
			continue
		}
		b := d.bout(s)
		if n := len(out); n > 0 && b.lift() && out[n-1].lift() && b.follows(out[n-1]) {
			out[n-1].join(b)
			continue
		}
		out = append(out, b)
	}
	return out
}

// follows reports whether a lift belongs to the one before it: within an hour,
// and not at a time at which the athlete says to have been at the other.
func (b *bout) follows(last *bout) bool {
	gap := b.start.Sub(last.end)
	return gap < sameSessionGap && (gap >= 0 || b.guessed || last.guessed || b.minutes == 0)
}

// bout works out one session.
func (d *day) bout(s training.Session) *bout {
	b := &bout{sessions: []training.Session{s}, kind: s.Kind, start: s.Start, end: s.End(),
		local: s.Start.In(d.zone(s.Zone)), minutes: s.Minutes, guessed: s.Estimated, rpe: s.RPE}
	b.day = training.DateOf(b.local)
	if s.Kind == training.Lift {
		d.readLift(b, s)
		return b
	}
	b.effort, b.mismatch = effortOf(s)
	return b
}

// readLift counts leg sets and decides whether the lift was heavy.
func (d *day) readLift(b *bout, s training.Session) {
	b.working = s.Working()
	b.regional = len(b.working) == 0 && (s.Region == training.Legs || s.Region == training.FullBody)
	b.heavy = s.RPE != nil && float64(*s.RPE) >= hardRPE
	for _, set := range b.working {
		heavy := d.heavySet(set, s.Start)
		b.heavy = b.heavy || heavy
		if !d.legs(set.Exercise) {
			continue
		}
		b.legSets++
		if d.bigMuscles(set.Exercise) && (heavy || hardSet(set, s.RPE)) {
			b.hardLegs++
		}
	}
}

// bigMuscles reports whether an exercise works thighs or hips: calves alone make
// no heavy leg session. An exercise of the athlete's own is taken at their word.
func (d *day) bigMuscles(exercise string) bool {
	e := d.exercise(exercise)
	return e.Name == "" || slices.ContainsFunc(slices.Concat(e.Primary, e.Secondary), func(m training.Muscle) bool {
		return m == training.Quads || m == training.Hamstrings || m == training.Glutes
	})
}

// hardSet reports whether a set was hard: by its own effort, else by the
// session's. What is not known is not hard.
func hardSet(set training.Set, session *training.RPE) bool {
	switch {
	case set.RPE != nil:
		return float64(*set.RPE) >= hardSetRPE
	case session != nil:
		return float64(*session) >= hardSetRPE
	}
	return set.Failed
}

// peak is an estimated maximum that a set can be held against.
type peak struct {
	kg    float64
	start time.Time // of its session; zero = of an effort told, which holds for its own session too
}

// findPeaks keeps the estimated maxima of each exercise. One without an effort
// is only the set itself in other words, so it says nothing of its own session.
func (d *day) findPeaks() {
	d.peaks = map[string][]peak{}
	for _, s := range slices.Concat(d.History, d.Sessions) {
		for _, set := range s.Sets {
			e, ok := load.OfSet(set)
			if !ok {
				continue
			}
			p := peak{e.Kg, s.Start}
			if set.RPE != nil {
				p.start = time.Time{}
			}
			d.peaks[set.Exercise] = kept(d.peaks[set.Exercise], p)
		}
	}
}

// kept adds a peak where it is the best of its session or of the efforts told.
func kept(peaks []peak, p peak) []peak {
	i := slices.IndexFunc(peaks, func(o peak) bool { return o.start.Equal(p.start) })
	if i < 0 {
		return append(peaks, p)
	}
	peaks[i].kg = max(peaks[i].kg, p.kg)
	return peaks
}

// heavySet reports whether a set was heavy: 80 % or more of the estimated
// maximum, or six repetitions or fewer at RPE 8 or more.
func (d *day) heavySet(set training.Set, start time.Time) bool {
	if set.RPE != nil && float64(*set.RPE) >= heavyRPE && set.Reps <= heavyReps && set.Seconds == 0 {
		return true
	}
	if set.Percent > 0 {
		return set.Percent >= heavyPercent
	}
	best := 0.0
	for _, p := range d.peaks[set.Exercise] {
		if p.start.IsZero() || !p.start.Equal(start) {
			best = max(best, p.kg)
		}
	}
	return best > 0 && set.Kg >= best*heavyPercent/100-1e-9
}

// join adds the next lift to this one.
func (b *bout) join(next *bout) {
	b.sessions = append(b.sessions, next.sessions...)
	if next.end.After(b.end) {
		b.end = next.end
	}
	b.minutes += next.minutes
	b.guessed = b.guessed || next.guessed
	if next.rpe != nil && (b.rpe == nil || *next.rpe > *b.rpe) {
		b.rpe = next.rpe
	}
	b.working = append(b.working, next.working...)
	b.legSets += next.legSets
	b.hardLegs += next.hardLegs
	b.regional = b.regional || next.regional
	b.heavy = b.heavy || next.heavy
}

// pace is seconds a kilometre; false without both distance and time.
func (b *bout) pace() (float64, bool) {
	if b.km() <= 0 || b.minutes <= 0 {
		return 0, false
	}
	return b.minutes * 60 / b.km(), true
}

// best returns the best estimate of each exercise of a lift.
func (b *bout) best() map[string]load.Estimate {
	if b.bests != nil {
		return b.bests
	}
	b.bests = map[string]load.Estimate{}
	for _, set := range b.working {
		if e, ok := load.OfSet(set); ok && e.Kg > b.bests[set.Exercise].Kg {
			b.bests[set.Exercise] = e
		}
	}
	return b.bests
}

// inOrder returns the sessions by start, then by what tells them apart.
func inOrder(sessions []training.Session) []training.Session {
	out := slices.Clone(sessions)
	slices.SortStableFunc(out, func(a, b training.Session) int {
		return cmp.Or(a.Start.Compare(b.Start), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Kind, b.Kind),
			cmp.Compare(a.Minutes, b.Minutes), cmp.Compare(a.Km, b.Km))
	})
	return out
}
