package app

import (
	"testing"
	"time"

	"tandem/coach/training"
)

func TestSessionJSON_KeepsWhatTheSetSays(t *testing.T) {
	s := training.Session{Kind: training.Lift, Start: time.Date(2027, 3, 1, 18, 0, 0, 0, time.UTC), Zone: "UTC", Sets: []training.Set{
		{Exercise: "Pull-Up", Kg: -20, Bodyweight: true, Reps: 8},
		{Exercise: "Farmer's Walk", Kg: 32, Metres: 40},
		{Exercise: "Lunge", Kg: 20, Reps: 10, EachSide: true},
		{Exercise: "Back Squat", Percent: 80, Reps: 5},
		{Exercise: "Back Squat", Kg: 140, Failed: true},
	}}
	got := sessionJSON(s).Sets
	if got[0].Kg != -20 {
		t.Errorf("20 kg of help are printed as %v", got[0].Kg)
	}
	if got[1].Metres != 40 || !got[2].EachSide || got[3].Percent != 80 || !got[4].Failed {
		t.Errorf("facts of the sets are lost: %+v", got)
	}
}
