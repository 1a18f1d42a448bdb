package transfer

import (
	"strings"
	"time"

	"github.com/muktihari/fit/profile/basetype"
	"github.com/muktihari/fit/profile/mesgdef"
	"github.com/muktihari/fit/profile/typedef"

	"tandem/coach/training"
)

// fitSets returns the sets of one session; rests are messages of their own.
func (b *book) fitSets(m *mesgdef.Session, l *fitListener) []training.Set {
	var out []training.Set
	end := m.StartTime.Add(time.Duration(m.TotalElapsedTime) * time.Millisecond)
	for i := range l.sets {
		f := &l.sets[i]
		within := len(l.sessions) == 1 || !f.StartTime.Before(m.StartTime) && f.StartTime.Before(end)
		if f.SetType != typedef.SetTypeActive || !within {
			continue
		}
		name := l.exercise(f)
		s := training.Set{Warmup: name == "Warm Up"}
		if f.Weight != basetype.Uint16Invalid {
			s.Kg = f.WeightScaled()
		}
		if f.Repetitions != basetype.Uint16Invalid {
			s.Reps = int(f.Repetitions)
		}
		if s.Reps == 0 && f.Duration != basetype.Uint32Invalid {
			s.Seconds = f.DurationScaled()
		}
		if s.Reps == 0 && s.Seconds == 0 {
			continue
		}
		e := b.exercise(name)
		s.Exercise, s.Bodyweight = e.Name, e.Bodyweight || s.Kg == 0
		out = append(out, s)
	}
	return out
}

// exercise is a set's exercise in words: the watch's own title, FIT's name of
// it, or its category.
func (l *fitListener) exercise(f *mesgdef.Set) string {
	if len(f.Category) == 0 || f.Category[0] >= typedef.ExerciseCategoryUnknown {
		return "Unnamed exercise"
	}
	category := f.Category[0]
	if len(f.CategorySubtype) > 0 && f.CategorySubtype[0] != basetype.Uint16Invalid {
		sub := f.CategorySubtype[0]
		if title, ok := l.titles[fitExercise{category, sub}]; ok {
			return title
		}
		if named, ok := fitNames[category]; ok {
			if name := named(sub); !strings.Contains(name, "Invalid") {
				return spoken(name)
			}
		}
	}
	return spoken(category.String())
}

// spoken writes "barbell_bench_press" as "Barbell Bench Press".
func spoken(name string) string {
	words := strings.Split(name, "_")
	for i, w := range words {
		if w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}

// fitNames gives the words for the exercises of each category that is lifted.
var fitNames = map[typedef.ExerciseCategory]func(uint16) string{
	typedef.ExerciseCategoryBenchPress:        func(n uint16) string { return typedef.BenchPressExerciseName(n).String() },
	typedef.ExerciseCategoryCalfRaise:         func(n uint16) string { return typedef.CalfRaiseExerciseName(n).String() },
	typedef.ExerciseCategoryCarry:             func(n uint16) string { return typedef.CarryExerciseName(n).String() },
	typedef.ExerciseCategoryChop:              func(n uint16) string { return typedef.ChopExerciseName(n).String() },
	typedef.ExerciseCategoryCore:              func(n uint16) string { return typedef.CoreExerciseName(n).String() },
	typedef.ExerciseCategoryCrunch:            func(n uint16) string { return typedef.CrunchExerciseName(n).String() },
	typedef.ExerciseCategoryCurl:              func(n uint16) string { return typedef.CurlExerciseName(n).String() },
	typedef.ExerciseCategoryDeadlift:          func(n uint16) string { return typedef.DeadliftExerciseName(n).String() },
	typedef.ExerciseCategoryFlye:              func(n uint16) string { return typedef.FlyeExerciseName(n).String() },
	typedef.ExerciseCategoryHipRaise:          func(n uint16) string { return typedef.HipRaiseExerciseName(n).String() },
	typedef.ExerciseCategoryHipStability:      func(n uint16) string { return typedef.HipStabilityExerciseName(n).String() },
	typedef.ExerciseCategoryHipSwing:          func(n uint16) string { return typedef.HipSwingExerciseName(n).String() },
	typedef.ExerciseCategoryHyperextension:    func(n uint16) string { return typedef.HyperextensionExerciseName(n).String() },
	typedef.ExerciseCategoryLateralRaise:      func(n uint16) string { return typedef.LateralRaiseExerciseName(n).String() },
	typedef.ExerciseCategoryLegCurl:           func(n uint16) string { return typedef.LegCurlExerciseName(n).String() },
	typedef.ExerciseCategoryLegRaise:          func(n uint16) string { return typedef.LegRaiseExerciseName(n).String() },
	typedef.ExerciseCategoryLunge:             func(n uint16) string { return typedef.LungeExerciseName(n).String() },
	typedef.ExerciseCategoryOlympicLift:       func(n uint16) string { return typedef.OlympicLiftExerciseName(n).String() },
	typedef.ExerciseCategoryPlank:             func(n uint16) string { return typedef.PlankExerciseName(n).String() },
	typedef.ExerciseCategoryPlyo:              func(n uint16) string { return typedef.PlyoExerciseName(n).String() },
	typedef.ExerciseCategoryPullUp:            func(n uint16) string { return typedef.PullUpExerciseName(n).String() },
	typedef.ExerciseCategoryPushUp:            func(n uint16) string { return typedef.PushUpExerciseName(n).String() },
	typedef.ExerciseCategoryRow:               func(n uint16) string { return typedef.RowExerciseName(n).String() },
	typedef.ExerciseCategoryShoulderPress:     func(n uint16) string { return typedef.ShoulderPressExerciseName(n).String() },
	typedef.ExerciseCategoryShoulderStability: func(n uint16) string { return typedef.ShoulderStabilityExerciseName(n).String() },
	typedef.ExerciseCategoryShrug:             func(n uint16) string { return typedef.ShrugExerciseName(n).String() },
	typedef.ExerciseCategorySitUp:             func(n uint16) string { return typedef.SitUpExerciseName(n).String() },
	typedef.ExerciseCategorySquat:             func(n uint16) string { return typedef.SquatExerciseName(n).String() },
	typedef.ExerciseCategoryTotalBody:         func(n uint16) string { return typedef.TotalBodyExerciseName(n).String() },
	typedef.ExerciseCategoryTricepsExtension:  func(n uint16) string { return typedef.TricepsExtensionExerciseName(n).String() },
	typedef.ExerciseCategoryWarmUp:            func(n uint16) string { return typedef.WarmUpExerciseName(n).String() },
	typedef.ExerciseCategoryBandedExercises:   func(n uint16) string { return typedef.BandedExercisesExerciseName(n).String() },
	typedef.ExerciseCategorySandbag:           func(n uint16) string { return typedef.SandbagExerciseName(n).String() },
	typedef.ExerciseCategorySled:              func(n uint16) string { return typedef.SledExerciseName(n).String() },
	typedef.ExerciseCategorySuspension:        func(n uint16) string { return typedef.SuspensionExerciseName(n).String() },
}
