package bot

import (
	"testing"
	"unicode/utf8"

	"tandem/coach/training"
)

var monday = training.Date{Year: 2027, Month: 3, Day: 1}

// FuzzDays: a day, a clock time, weekdays and a pause in free words are read
// into what can be, or refused.
func FuzzDays(f *testing.F) {
	for _, s := range []string{"2027-05-02", "2 May", "may 2", "tomorrow", "next friday", "in 3 weeks", "02.05.2027", "5/2", "7am", "19:00", "19h30", "25:99", "mon,wed,fri",
		"weekdays", "3d ill", "until 2027-03-09 holiday", "for two weeks", "a week", "0d", "99999999999d", "-3d", "", "\x00", "31 feb", "２０２７-03-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if day, err := parseDay(text, monday); err == nil {
			if again, err := training.ParseDate(day.String()); err != nil || again != day {
				t.Errorf("%q is the day %q: %v", text, day, err)
			}
		}
		if until, _, err := parsePause(text, monday); err == nil && (until.Before(monday) || until.Sub(monday) > 366) {
			t.Errorf("%q pauses until %v", text, until)
		}
		if at, err := parseClock(text); err == nil && len(at) != len("07:00") {
			t.Errorf("%q is the time %q", text, at)
		}
		_, _ = parseDays(text) // must not panic
	})
}

// FuzzCommand: whatever a person writes is a command with what follows it, or
// none, and what is cut off a long text leaves whole letters.
func FuzzCommand(f *testing.F) {
	for _, s := range []string{"/log run 8km", "log edit x", "  /HELP ", "/", "//", "/coach", "checkin 4 3 4 4 5", "data erase everything", "consent no notes now", "draft abc",
		"\n/log\trun", "", "\x00", "ask ", "\u202e/log", "4 3 4 4 5", "fatigue 2 mood 3?"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if c, rest, ok := commandNamed(text); ok && (c.run == nil || len(rest) > len(text)) {
			t.Errorf("%q: %q with %q", text, c.word, rest)
		}
		bareCommand(text)
		bareAnswers(text)
		FormFor(text)
		for _, n := range []int{0, 1, 7, 255} {
			if short := cut(text, n); len(short) > n || utf8.ValidString(text) && !utf8.ValidString(short) {
				t.Errorf("%q cut to %d is %q", text, n, short)
			}
		}
	})
}
