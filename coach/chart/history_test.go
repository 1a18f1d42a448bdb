package chart

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"tandem/coach/load"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

func effort(v float64) *training.RPE {
	rpe := training.RPE(v)
	return &rpe
}

// on is noon UTC of a date some days from start.
func on(days int) time.Time {
	d := start.Add(days)
	return time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC)
}

func TestLoadHistory_KeepsLiftingAndRunningApart(t *testing.T) {
	sessions := []training.Session{
		{Kind: training.Lift, Start: on(0), Zone: "UTC", Minutes: 60, RPE: effort(7)},
		{Kind: training.Run, Start: on(0), Zone: "UTC", Minutes: 30, RPE: effort(4)},
		{Kind: training.Row, Start: on(1), Zone: "UTC", Minutes: 20, RPE: effort(5)},
		{Kind: training.Run, Start: on(1), Zone: "UTC", Km: 8}, // no load known
	}
	checkIns := []recovery.CheckIn{
		{Date: start.Add(-1), Fatigue: 1, Sleep: 1, Soreness: 1, Stress: 1, Mood: 1},
		{Date: start, Fatigue: 4, Sleep: 4, Soreness: 4, Stress: 4, Mood: 4},
		{Date: start.Add(1), Fatigue: 4},
	}
	got := LoadHistory(sessions, checkIns, start, start.Add(2))
	want := []Day{{Date: start, Lift: 420, Run: 120, CheckIn: 20}, {Date: start.Add(1), Other: 100}, {Date: start.Add(2)}}
	if diff := cmp.Diff(want, got.Days); diff != "" {
		t.Error(diff)
	}
	if got.DaysOfData != 3 || len(got.Balance) != 3 {
		t.Errorf("%d days of data, %d balances, want 3", got.DaysOfData, len(got.Balance))
	}
}

func TestLoadHistory_FollowsFitnessFromTheFirstSession(t *testing.T) {
	var sessions []training.Session
	for i := range 42 {
		sessions = append(sessions, training.Session{Kind: training.Run, Start: on(i), Zone: "UTC", Minutes: 20, RPE: effort(5)})
	}
	whole := load.Curve(load.Daily(sessions, start, start.Add(41)), load.Balance{})
	late := LoadHistory(sessions, nil, start.Add(28), start.Add(41))
	if diff := cmp.Diff(whole[28:], late.Balance); diff != "" || late.DaysOfData != 42 {
		t.Errorf("%d days of data\n%s", late.DaysOfData, diff)
	}
	early := LoadHistory(sessions, nil, start.Add(-3), start.Add(41))
	if diff := cmp.Diff(append(make([]load.Balance, 3), whole...), early.Balance); diff != "" || early.DaysOfData != 42 {
		t.Errorf("%d days of data\n%s", early.DaysOfData, diff)
	}
	if none := LoadHistory(nil, nil, start, start.Add(6)); len(none.Days) != 7 || none.Balance != nil || none.DaysOfData != 0 {
		t.Errorf("no sessions: %+v", none)
	}
}

func TestLiftHistory_TakesTheBestOfEachSession(t *testing.T) {
	sessions := []training.Session{
		{Kind: training.Lift, Start: on(0), Zone: "UTC", Sets: []training.Set{{Exercise: "Back Squat", Kg: 100, Reps: 1}, {Exercise: "Back Squat", Kg: 90, Reps: 5}, {Exercise: "Bench Press", Kg: 80, Reps: 1}}},
		{Kind: training.Lift, Start: on(3), Zone: "UTC", Sets: []training.Set{{Exercise: "Bench Press", Kg: 80, Reps: 1}}},
		{Kind: training.Lift, Start: on(7), Zone: "UTC", Sets: []training.Set{{Exercise: "Back Squat", Kg: 80, Reps: 12}}},
	}
	want := LiftData{Exercise: "Back Squat", Units: training.Metric, Points: []LiftPoint{{start, 105, false}, {start.Add(7), 112, true}}}
	if diff := cmp.Diff(want, LiftHistory("Back Squat", training.Metric, sessions)); diff != "" {
		t.Error(diff)
	}
}
