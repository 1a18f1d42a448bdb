package chart

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestLetters(t *testing.T) {
	days := make([]Day, 7)
	for i := range days {
		days[i].Date = start.Add(i)
	}
	days[0].Lift = 280
	days[2].Lift, days[2].Run = 140, 140
	days[3].Run = 4 // hardly anything, and shown
	days[6].Other = 60
	drawing, words := Letters(days)
	want := []string{
		"Mon  1  ██████████████ 280",
		"Tue  2  ·",
		"Wed  3  ███████▒▒▒▒▒▒▒ 280",
		"Thu  4  ▒ 4",
		"Fri  5  ·",
		"Sat  6  ·",
		"Sun  7  ░░░ 60",
		"█ lifting  ▒ running  ░ other",
	}
	if diff := cmp.Diff(want, strings.Split(drawing, "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := "Load day by day: Mon 1 lifting 280; Wed 3 lifting 140, running 140; Thu 4 running 4; Sun 7 other 60."; words != want {
		t.Errorf("in words: %q", words)
	}
}

func TestLetters_NothingWithoutLoad(t *testing.T) {
	if drawing, words := Letters([]Day{{Date: start}, {Date: start.Add(1), CheckIn: 20}}); drawing != "" || words != "" {
		t.Errorf("drew %q, %q", drawing, words)
	}
}

func TestLetters_FitsAPhone(t *testing.T) {
	days := weeks(7)
	days.Days[3].Lift, days.Days[3].Run, days.Days[3].Other = 12345, 12345, 12345
	drawing, _ := Letters(days.Days)
	for _, line := range strings.Split(drawing, "\n") {
		if n := utf8.RuneCountInString(line); n > 32 {
			t.Errorf("%d letters: %s", n, line)
		}
	}
}
