package recovery

import (
	"errors"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	five := CheckIn{Fatigue: 4, Sleep: 3, Soreness: 4, Stress: 4, Mood: 5}
	with := func(c CheckIn, change func(*CheckIn)) CheckIn { change(&c); return c }
	tests := []struct {
		text string
		want CheckIn
	}{
		{"4 3 4 4 5", five},
		{"43445", five},
		{"4/3/4/4/5", five},
		{"4,3,4,4,5", five},
		{"4-3-4-4-5", five},
		{"4, 3, 4, 4, 5.", five},
		{"4/5 3/5 4/5 4/5 5/5", five},
		{"  checkin 4 3 4 4 5 ", five},
		{"4 3 4 4 5 sleep 7h pain left knee", with(five, func(c *CheckIn) { c.SleepHours, c.Pain = 7, "left knee" })},
		{"4 3 4 4 5 Sleep 7,5h", with(five, func(c *CheckIn) { c.SleepHours = 7.5 })},
		{"43445 7.5h", with(five, func(c *CheckIn) { c.SleepHours = 7.5 })},
		{"43445 8h sleep, no pain", with(five, func(c *CheckIn) { c.SleepHours, c.NoPain = 8, true })},
		{"43445 slept 7 hours", with(five, func(c *CheckIn) { c.SleepHours = 7 })},
		{"43445 sleep 5", with(five, func(c *CheckIn) { c.SleepHours = 5 })},
		{"sleep 5 43445", with(five, func(c *CheckIn) { c.SleepHours = 5 })},
		{"43445 sleep 7h30", with(five, func(c *CheckIn) { c.SleepHours = 7.5 })},
		{"43445 sleep 7:45 note Legs heavy, sleep 2 nights bad", with(five, func(c *CheckIn) { c.SleepHours, c.Note = 7.75, "Legs heavy, sleep 2 nights bad" })},
		{"43445 pain Left knee, 3/10 on stairs, sleep 6h", with(five, func(c *CheckIn) { c.Pain, c.SleepHours = "Left knee, 3/10 on stairs", 6 })},
		{"pain left knee 43445", with(five, func(c *CheckIn) { c.Pain = "left knee" })},
		{"pain left knee 7h sleep", CheckIn{Pain: "left knee", SleepHours: 7}},
		{"pain: left knee note:Since Monday", CheckIn{Pain: "left knee", Note: "Since Monday"}},
		{"fatigue 2", CheckIn{Fatigue: 2}},
		{"fatigue: 2, soreness=3 stress is 4/5", CheckIn{Fatigue: 2, Soreness: 3, Stress: 4}},
		{"sleep 6h", CheckIn{SleepHours: 6}},
		{"sleep 6", CheckIn{SleepHours: 6}},
		{"6 h", CheckIn{SleepHours: 6}},
		{"slept 4", CheckIn{SleepHours: 4}},
		{"sleep 4/5", CheckIn{Sleep: 4}},
		{"sleep quality 4", CheckIn{Sleep: 4}},
		{"mood 4 and sleep quality 2 and sleep 5h", CheckIn{Mood: 4, Sleep: 2, SleepHours: 5}},
		{"no pain", CheckIn{NoPain: true}},
		{"pain none", CheckIn{NoPain: true}},
		{"nothing hurts", CheckIn{NoPain: true}},
		{"pain-free", CheckIn{NoPain: true}},
		{"note slept badly", CheckIn{Note: "slept badly"}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := Parse(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
			again, err := Parse(got.String())
			if err != nil {
				t.Fatalf("%q is printed as %q, which does not parse: %v", tt.text, got.String(), err)
			}
			if diff := cmp.Diff(got, again); diff != "" {
				t.Errorf("%q comes back changed:\n%s", got.String(), diff)
			}
		})
	}
}

func TestParse_ErrorsQuoteTheWordAndShowAnExample(t *testing.T) {
	tests := []struct{ text, word, reason string }{
		{"", "", "Five numbers"},
		{"note", "", "Five numbers"},
		{"4 3 4 4 6", "6", "1 to 5"},
		{"4 3 0 4 5", "0", "1 to 5"},
		{"43446", "43446", "1 to 5"},
		{"434455", "434455", "1 to 5"},
		{"4 3 3.5 4 5", "3.5", "neither"},
		{"4 3 4", "4", "here are 3"},
		{"4 3 4 4 5 5", "5", "five answers already"},
		{"fatigue six", "six", "whole numbers"},
		{"fatigue 3.5", "3.5", "whole numbers"},
		{"fatigue 2 fatigue 3", "fatigue", "twice"},
		{"43445 mood 2", "mood", "twice"},
		{"mood", "mood", "must follow"},
		{"sleep 4", "sleep 4", "sleep 4h"},
		{"sleep", "sleep", "7.5h"},
		{"sleep good", "good", "7.5h"},
		{"sleep 0h", "0h", "above 0"},
		{"sleep 25h", "25h", "at most 24"},
		{"sleep 7:75", "7:75", "7.5h"},
		{"sleep 7h sleep 8h", "8h", "twice"},
		{"pain", "pain", "where"},
		{"pain .", "pain", "where"},
		{"pain knee no pain", "", ""}, // one part: where it hurts is the athlete's own words
		{"no pain pain knee", "pain", "twice"},
		{"no idea", "no", "no pain"},
		{"43445 left knee hurts", "left", "neither"},
		{strings.Repeat("1 ", 1100), "", "at most 2000"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := Parse(tt.text)
			if tt.reason == "" {
				if err != nil {
					t.Fatal(err)
				}
				return
			}
			var bad *ParseError
			if !errors.As(err, &bad) {
				t.Fatalf("read as %+v, %v", got, err)
			}
			if bad.Word != tt.word || !strings.Contains(bad.Reason, tt.reason) {
				t.Errorf("word %q, reason %q, want %q, %q", bad.Word, bad.Reason, tt.word, tt.reason)
			}
			if !strings.Contains(err.Error(), Example) {
				t.Errorf("%q shows no example", err)
			}
		})
	}
}

func TestExampleParses(t *testing.T) {
	if _, err := Parse(Example); err != nil {
		t.Error(err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{Example, "43445", "4/3/4/4/5 sleep 7h20", "fatigue 2", "sleep 4", "no pain", "pain : knee. note x", "7 h sleep sleep quality 3"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(text)
		if err != nil {
			var bad *ParseError
			if !errors.As(err, &bad) {
				t.Fatalf("%q: error of another kind: %v", text, err)
			}
			return
		}
		if err := c.Validate(); err != nil {
			t.Fatalf("%q: %v", text, err)
		}
		if c.Pain != "" && c.NoPain {
			t.Fatalf("%q: pain and none", text)
		}
		again, err := Parse(c.String())
		if err != nil {
			t.Fatalf("%q is printed as %q: %v", text, c.String(), err)
		}
		if math.Abs(again.SleepHours-c.SleepHours) < 1e-9 {
			again.SleepHours = c.SleepHours
		}
		if diff := cmp.Diff(c, again); diff != "" {
			t.Fatalf("%q is printed as %q:\n%s", text, c.String(), diff)
		}
	})
}
