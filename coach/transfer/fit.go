package transfer

import (
	"bytes"
	"fmt"
	"slices"
	"time"

	"github.com/muktihari/fit/decoder"
	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/mesgdef"
	"github.com/muktihari/fit/profile/typedef"
	"github.com/muktihari/fit/profile/untyped/mesgnum"
	"github.com/muktihari/fit/proto"

	"tandem/coach/training"
)

// FIT is what watches record: session messages sum up, and of strength work
// there is a message a set. The track's records are not looked at, so positions
// never enter. Times are UTC.

func isFIT(c content) bool { return len(c.data) >= 12 && string(c.data[8:12]) == ".FIT" }

func readFIT(c content, b *book) (err error) {
	defer func() { // the library reads what strangers send
		if p := recover(); p != nil {
			err = fmt.Errorf("%w (%v)", ErrBroken, p)
		}
	}()
	watch := &fitListener{}
	d := decoder.New(bytes.NewReader(c.data), decoder.WithMesgListener(watch), decoder.WithBroadcastOnly(), decoder.WithNoComponentExpansion())
	for d.Next() {
		if _, err := d.Decode(); err != nil {
			if len(watch.sessions) == 0 {
				return errRefused(err)
			}
			b.assume("The file is cut off: I took what could be read.")
			break
		}
	}
	if len(watch.sessions) == 0 {
		return fmt.Errorf("this FIT file holds no activity: %w", ErrUnknown)
	}
	for i := range watch.sessions {
		b.rows++
		b.fitSession(&watch.sessions[i], watch)
	}
	return nil
}

// fitListener keeps the few messages that matter, as they are decoded.
type fitListener struct {
	sessions []mesgdef.Session
	sets     []mesgdef.Set
	titles   map[fitExercise]string // the watch's own words for an exercise
}

// fitExercise is an exercise as FIT numbers it.
type fitExercise struct {
	category typedef.ExerciseCategory
	name     uint16
}

// maxFitMessages bounds what one file can make us keep.
const maxFitMessages = 20_000

func (l *fitListener) OnMesg(m proto.Message) {
	switch m.Num {
	case mesgnum.Session:
		if len(l.sessions) < maxFitMessages {
			l.sessions = append(l.sessions, *mesgdef.NewSession(&m))
		}
	case mesgnum.Set:
		if len(l.sets) < maxFitMessages {
			set := *mesgdef.NewSet(&m)
			set.Category, set.CategorySubtype = slices.Clone(set.Category), slices.Clone(set.CategorySubtype)
			l.sets = append(l.sets, set)
		}
	case mesgnum.ExerciseTitle:
		t := mesgdef.NewExerciseTitle(&m)
		if len(t.WktStepName) > 0 && t.WktStepName[0] != "" && len(l.titles) < maxFitMessages {
			if l.titles == nil {
				l.titles = map[fitExercise]string{}
			}
			l.titles[fitExercise{t.ExerciseCategory, t.ExerciseName}] = t.WktStepName[0]
		}
	}
}

func (b *book) fitSession(m *mesgdef.Session, l *fitListener) {
	if m.StartTime.Year() < 1990 {
		b.skip(b.rows, "an activity without a start")
		return
	}
	s := training.Session{Start: m.StartTime, Kind: training.Other}
	for _, name := range []string{m.SubSport.String(), m.Sport.String()} {
		if kind, other := sportOf(name); kind != training.Other {
			s.Kind, s.Activity = kind, ""
			break
		} else if name != "generic" && s.Activity == "" && len(name) < 30 {
			s.Activity = other
		}
	}
	if m.TotalTimerTime != basetype.Uint32Invalid {
		s.Minutes = roundMinutes(m.TotalTimerTimeScaled() / 60)
	} else if m.TotalElapsedTime != basetype.Uint32Invalid {
		s.Minutes = roundMinutes(m.TotalElapsedTimeScaled() / 60)
	}
	if m.TotalDistance != basetype.Uint32Invalid && s.Kind != training.Lift {
		s.Km = m.TotalDistanceScaled() / 1000
	}
	if m.AvgHeartRate != basetype.Uint8Invalid {
		s.HR = b.pulse(float64(m.AvgHeartRate))
	}
	if m.WorkoutRpe != basetype.Uint8Invalid {
		s.RPE = b.rpe(float64(m.WorkoutRpe) / 10)
	}
	if s.Kind == training.Lift {
		s.Sets = b.fitSets(m, l)
	}
	b.add(s, m.StartTime.UTC().Format(time.RFC3339))
}
