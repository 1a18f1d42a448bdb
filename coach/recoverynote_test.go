package coach_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// diary is a shelf that also keeps what is planned for later.
type diary struct {
	*shelf
	planned []coach.FollowUp
}

func (d *diary) PutFollowUp(_ context.Context, _ coach.AthleteID, f coach.FollowUp) error {
	d.planned = append(d.planned, f)
	return nil
}

func (d *diary) PutExplanation(context.Context, coach.AthleteID, coach.Explanation) error { return nil }

func TestRecoveryReminder_ComesOnceInSevenDays(t *testing.T) {
	st := &diary{shelf: newShelf()}
	bo := ana
	bo.Reminders.AfterSession = true
	first := training.Date{Year: 2027, Month: time.March, Day: 1}
	var days []int
	for i := range 30 {
		day := first.Add(i)
		tired := recovery.CheckIn{Date: day, At: time.Date(2027, 3, 1+i, 6, 0, 0, 0, time.UTC), Fatigue: 2, Sleep: 4, Soreness: 4, Stress: 4, Mood: 4}
		if _, err := engine().CheckIn(t.Context(), st, bo, tired, tired.At); err != nil {
			t.Fatal(err)
		}
		if n := len(st.planned); n > len(days) {
			days = append(days, i)
			if text := st.planned[n-1].Text; strings.Contains(text, "usual") || !strings.Contains(text, "tired") {
				t.Errorf("day %d: %s", i, text)
			}
		}
	}
	if len(days) != 4 || days[0] != 2 {
		t.Errorf("reminded on days %v, want the third tired morning and every seventh after it", days)
	}
	for i := 1; i < len(days); i++ {
		if days[i]-days[i-1] < 7 {
			t.Errorf("reminded on days %v", days)
		}
	}
}
