package bot

import (
	"testing"
	"time"

	"tandem/coach/training"
)

func TestParseDay(t *testing.T) {
	today := training.Date{Year: 2027, Month: time.March, Day: 3} // a Wednesday
	for text, want := range map[string]string{
		"2027-05-02": "2027-05-02", "tomorrow": "2027-03-04", "friday": "2027-03-05", "wed": "2027-03-10", "2 May": "2027-05-02",
		"May 2": "2027-05-02", "2nd of february": "2028-02-02", "may 2, 2028": "2028-05-02", "until Sunday": "2027-03-07", "1 june": "2027-06-01",
	} {
		if got, err := parseDay(text, today); err != nil || got.String() != want {
			t.Errorf("parseDay(%q) = %s, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"", "someday", "31 feb", "32 may", "2027-13-01", "the 5th"} {
		if got, err := parseDay(text, today); err == nil {
			t.Errorf("parseDay(%q) = %s, want an error", text, got)
		}
	}
}
