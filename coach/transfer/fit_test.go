package transfer

import (
	"bytes"
	"testing"
	"time"

	"github.com/muktihari/fit/encoder"
	"github.com/muktihari/fit/profile/filedef"
	"github.com/muktihari/fit/profile/mesgdef"
	"github.com/muktihari/fit/profile/typedef"
)

var fitStart = time.Date(2026, 7, 1, 5, 0, 0, 0, time.UTC)

// fitFile writes an activity as a watch does.
func fitFile(t testing.TB, s *mesgdef.Session, sets []*mesgdef.Set, titles []*mesgdef.ExerciseTitle) []byte {
	t.Helper()
	a := filedef.NewActivity()
	a.FileId = *mesgdef.NewFileId(nil).SetType(typedef.FileActivity).SetTimeCreated(fitStart)
	a.Activity = mesgdef.NewActivity(nil).SetTimestamp(fitStart.Add(time.Hour)).SetType(typedef.ActivityManual)
	a.Records = []*mesgdef.Record{mesgdef.NewRecord(nil).SetTimestamp(fitStart).SetPositionLat(573000000).SetPositionLong(138000000).SetHeartRate(140)}
	a.Sessions = []*mesgdef.Session{s}
	for _, one := range titles {
		a.UnrelatedMessages = append(a.UnrelatedMessages, one.ToMesg(nil))
	}
	for _, one := range sets {
		a.UnrelatedMessages = append(a.UnrelatedMessages, one.ToMesg(nil))
	}
	fit := a.ToFIT(nil)
	var out bytes.Buffer
	if err := encoder.New(&out).Encode(&fit); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func fitRun(t testing.TB) []byte {
	return fitFile(t, mesgdef.NewSession(nil).SetTimestamp(fitStart.Add(time.Hour)).SetStartTime(fitStart).SetSport(typedef.SportRunning).SetSubSport(typedef.SubSportTrail).
		SetTotalTimerTimeScaled(3000).SetTotalElapsedTimeScaled(3600).SetTotalDistanceScaled(8000).SetAvgHeartRate(151).SetWorkoutRpe(70), nil, nil)
}

func fitLift(t testing.TB) []byte {
	set := func(n int, kind typedef.SetType) *mesgdef.Set {
		return mesgdef.NewSet(nil).SetTimestamp(fitStart.Add(time.Duration(n) * time.Minute)).SetStartTime(fitStart.Add(time.Duration(n) * time.Minute)).SetSetType(kind).SetDurationScaled(30)
	}
	squat := set(1, typedef.SetTypeActive).SetCategory([]typedef.ExerciseCategory{typedef.ExerciseCategorySquat}).
		SetCategorySubtype([]uint16{uint16(typedef.SquatExerciseNameBarbellBackSquat)}).SetWeightScaled(100).SetRepetitions(5)
	own := set(4, typedef.SetTypeActive).SetCategory([]typedef.ExerciseCategory{typedef.ExerciseCategoryPlank}).SetCategorySubtype([]uint16{900})
	return fitFile(t, mesgdef.NewSession(nil).SetTimestamp(fitStart.Add(time.Hour)).SetStartTime(fitStart).SetSport(typedef.SportTraining).
		SetSubSport(typedef.SubSportStrengthTraining).SetTotalTimerTimeScaled(2400).SetTotalElapsedTimeScaled(2500),
		[]*mesgdef.Set{squat, set(2, typedef.SetTypeRest), own},
		[]*mesgdef.ExerciseTitle{mesgdef.NewExerciseTitle(nil).SetExerciseCategory(typedef.ExerciseCategoryPlank).SetExerciseName(900).SetWktStepName([]string{"Plank"})})
}

func TestFIT_GivesTimeDistancePulseAndEffort(t *testing.T) {
	t.Parallel()
	for name, data := range map[string][]byte{"as it is": fitRun(t), "as .gz": gzipped(fitRun(t))} {
		f, err := Read("run.fit", data, options(t))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		want := "from FIT\n2026-07-01 07:00:00 +0200 run  50min 8km hr151 @7 hard \"\"\n"
		if got := describe(f); got != want {
			t.Errorf("%s: got\n%swant\n%s", name, got, want)
		}
	}
}

func TestStrengthFIT_GivesItsSets(t *testing.T) {
	t.Parallel()
	f, err := Read("lift.fit", fitLift(t), options(t))
	if err != nil {
		t.Fatal(err)
	}
	want := "from FIT\n2026-07-01 07:00:00 +0200 lift  40min \"\"\n  Back Squat 100kg x5\n  Plank 0kg x0 30s bodyweight\n"
	if got := describe(f); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

func TestFITCutOffBehindItsSession_KeepsTheSession(t *testing.T) {
	t.Parallel()
	data := fitRun(t)
	for cut := range data {
		f, err := Read("run.fit", data[:cut], options(t))
		if err == nil && len(f.Sessions) != 1 {
			t.Errorf("cut at %d: %d sessions", cut, len(f.Sessions))
		}
	}
}
