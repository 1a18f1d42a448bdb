package recovery

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestTotal_NeedsAllFiveItems(t *testing.T) {
	tests := []struct {
		name     string
		in       CheckIn
		want     int
		complete bool
	}{
		{"mixed", CheckIn{Fatigue: 3, Sleep: 2, Soreness: 2, Stress: 3, Mood: 4}, 14, true},
		{"best", CheckIn{Fatigue: 5, Sleep: 5, Soreness: 5, Stress: 5, Mood: 5}, 25, true},
		{"worst", CheckIn{Fatigue: 1, Sleep: 1, Soreness: 1, Stress: 1, Mood: 1}, 5, true},
		{"one missing is no total", CheckIn{Fatigue: 5, Sleep: 5, Soreness: 5, Stress: 5}, 0, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got, complete := tt.in.Total(); got != tt.want || complete != tt.complete {
				t.Errorf("%d, %v, want %d, %v", got, complete, tt.want, tt.complete)
			}
		})
	}
}

func TestValidate_RefusesAnswersOutsideTheScale(t *testing.T) {
	for _, item := range Items() {
		for _, value := range []int{-1, 0, 6} {
			if _, err := (CheckIn{}).With(item, value); err == nil {
				t.Errorf("%s %d must be refused", item, value)
			}
		}
	}
	if _, err := (CheckIn{}).With("hunger", 3); err == nil {
		t.Error("an unknown item must be refused")
	}
	bad := []CheckIn{{Fatigue: 6}, {Mood: -1}, {SleepHours: 25}, {SleepHours: -1}}
	for _, c := range bad {
		if c.Validate() == nil {
			t.Errorf("%+v must be refused", c)
		}
	}
	if err := (CheckIn{Fatigue: 1, Mood: 5, SleepHours: 7.5}).Validate(); err != nil {
		t.Error(err)
	}
}

func TestEveryItemHasItsQuestionAndFiveDifferentAnchors(t *testing.T) {
	for _, item := range Items() {
		if Question(item) == "" || name(item) == "" {
			t.Errorf("%s has no question or name", item)
		}
		seen := map[string]bool{}
		for v := Worst; v <= Best; v++ {
			seen[Anchor(item, v)] = true
		}
		if len(seen) != Best || seen[""] {
			t.Errorf("%s: anchors %v", item, seen)
		}
	}
	if Anchor(ItemMood, 0) != "" || Anchor(ItemMood, 6) != "" || Anchor("hunger", 3) != "" || Question("hunger") != "" {
		t.Error("outside the scale there are no words")
	}
}

func TestMerge_PutsLaterAnswersOverEarlierOnes(t *testing.T) {
	morning := CheckIn{Fatigue: 2, Sleep: 4, Soreness: 3, Stress: 4, Mood: 4, SleepHours: 7, Pain: "left knee"}
	got := morning.Merge(CheckIn{Fatigue: 3, NoPain: true, Note: "warmed up fine"})
	want := CheckIn{Fatigue: 3, Sleep: 4, Soreness: 3, Stress: 4, Mood: 4, SleepHours: 7, NoPain: true, Note: "warmed up fine"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	if morning.Fatigue != 2 {
		t.Error("the earlier check-in changed")
	}
}
