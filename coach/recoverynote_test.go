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

func TestRecoveryReminder_SeesAFallBeforeThereIsABaseline(t *testing.T) {
	for _, test := range []struct {
		name   string
		days   []int
		totals []int
		want   string
	}{
		{"three mornings lower and lower", []int{0, 1, 2}, []int{21, 19, 17}, "fallen from 21 to 17 over your last 3 check-ins"},
		{"a fall of three points", []int{0, 1, 2}, []int{20, 19, 17}, ""},
		{"one poor morning", []int{0, 1, 2}, []int{20, 20, 16}, ""},
		{"two mornings", []int{0, 1}, []int{21, 17}, ""},
		{"days apart", []int{0, 1, 9}, []int{21, 19, 17}, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			st, bo := &diary{shelf: newShelf()}, ana
			bo.Reminders.AfterSession = true
			for i, total := range test.totals {
				at := time.Date(2027, 3, 1+test.days[i], 6, 0, 0, 0, time.UTC)
				c := recovery.CheckIn{Date: training.DateOf(at), At: at, Fatigue: 3, Sleep: 3, Soreness: 3, Stress: 3, Mood: 3}
				for _, item := range []*int{&c.Sleep, &c.Mood, &c.Stress, &c.Soreness, &c.Fatigue} {
					more := min(2, max(0, total-15))
					*item, total = *item+more, total-more
				}
				if _, err := engine().CheckIn(t.Context(), st, bo, c, at); err != nil {
					t.Fatal(err)
				}
			}
			got := ""
			for _, f := range st.planned {
				got += f.Text
			}
			if test.want == "" && got != "" || !strings.Contains(got, test.want) {
				t.Errorf("reminded of %q, want %q in it", got, test.want)
			}
		})
	}
}
