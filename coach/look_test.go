package coach

import (
	"testing"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

func TestPictureFrom_LeavesOutWhatIsNotKnown(t *testing.T) {
	day := training.Date{Year: 2027, Month: time.March, Day: 31}
	session := func(back int) []training.Session {
		d := day.Add(-back)
		return []training.Session{{Kind: training.Run, Start: time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC), Zone: "UTC"}}
	}
	tests := map[string]struct {
		sessions []training.Session
		checkIns []recovery.CheckIn
		want     int // days shown
	}{
		"a new athlete":         {session(3), nil, 14},
		"four weeks":            {session(27), nil, 28},
		"a check-in came first": {session(20), []recovery.CheckIn{{Date: day.Add(-29)}}, 30},
		"a year":                {session(365), nil, 42},
	}
	for name, tt := range tests {
		if got := day.Sub(pictureFrom(tt.sessions, tt.checkIns, day)) + 1; got != tt.want {
			t.Errorf("%s: %d days, want %d", name, got, tt.want)
		}
	}
}
