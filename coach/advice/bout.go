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

// has reports whether a session of that id is part of the bout.
func (b *bout) has(id string) bool {
	return slices.ContainsFunc(b.sessions, func(s training.Session) bool { return s.ID == id })
}

// sets returns the working sets of a lift.
func (b *bout) sets() []training.Set { return b.working }

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
