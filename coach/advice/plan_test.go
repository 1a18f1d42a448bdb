package advice

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tandem/coach/training"
)

func ptr(d time.Weekday) *time.Weekday { return &d }

func TestParsePlan(t *testing.T) {
	tests := []struct {
		text string
		want PlanRequest
	}{
		{"3 lifts 3 runs", PlanRequest{Lifts: 3, Runs: 3}},
		{"3 lifts 3 runs key run tue long run sat two-a-days ok", PlanRequest{Lifts: 3, Runs: 3, KeyRun: ptr(time.Tuesday), LongRun: ptr(time.Saturday), TwoADays: DoublesOK}},
		{"Two lifts, four runs, intervals on Wednesday and long run on Sundays", PlanRequest{Lifts: 2, Runs: 4, KeyRun: ptr(time.Wednesday), LongRun: ptr(time.Sunday)}},
		{"2x lifting 3x running rest mon and fri, no two-a-days", PlanRequest{Lifts: 2, Runs: 3, Off: []time.Weekday{time.Monday, time.Friday}, TwoADays: NoDoubles}},
		{"4 gym sessions 2 cardio not sun", PlanRequest{Lifts: 4, Runs: 2, Off: []time.Weekday{time.Sunday}}},
		{"3 lifts", PlanRequest{Lifts: 3}},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			got, err := ParsePlan(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestParsePlan_ErrorsQuoteTheWordAndShowAnExample(t *testing.T) {
	for text, word := range map[string]string{
		"":                                    "",
		"3 lifts 3 swims":                     "3 swims",
		"banana":                              "banana",
		"9 lifts 3 runs":                      "9",
		"3 lifts 3 runs key run someday":      "key someday",
		"3 lifts 2 runs rest":                 "rest",
		"3 lifts 2 runs key run tue rest tue": "rest tue",
		"3 lifts 2 runs key tue long tue":     "long run tue",
		"3 lifts 1 run key tue long sat":      "1 run",
		"key run tue":                         "0 runs",
	} {
		_, err := ParsePlan(text)
		var bad *PlanError
		if !errors.As(err, &bad) || bad.Word != word || !strings.Contains(err.Error(), "plan 3 lifts 3 runs") {
			t.Errorf("%q: %v, want the word %q", text, err, word)
		}
	}
}

func planned(t *testing.T, p Profile, text string) PlanResult {
	t.Helper()
	req, err := ParsePlan(text)
	if err != nil {
		t.Fatal(err)
	}
	req.Profile = p
	return Plan(req)
}

func TestPlan_KeepsLegsAwayFromTheKeyRun(t *testing.T) {
	r := planned(t, person(training.Event, training.Advanced), "3 lifts 3 runs key run tue long run sat")
	text := r.Text()
	if len(r.Gave) > 0 {
		t.Errorf("had to give %v", r.Gave)
	}
	for _, want := range []string{"Tue: key run", "Sat: long run", "free", "heavy legs stay clear"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	for _, never := range []string{"Mon: heavy legs", "Fri: heavy legs", "Wed: heavy legs"} {
		if strings.Contains(text, never) {
			t.Errorf("%q in\n%s", never, text)
		}
	}
}

func TestPlan_TwoADaysAreMorningAndEvening(t *testing.T) {
	r := planned(t, person(training.Event, training.Intermediate), "4 lifts 5 runs key run tue long run sun two-a-days ok")
	text := r.Text()
	if !strings.Contains(text, "morning") || !strings.Contains(text, "evening") || strings.Contains(text, "then") || !strings.Contains(text, "6 h or more") {
		t.Errorf("\n%s", text)
	}
}

func TestPlan_SaysWhatHadToGive(t *testing.T) {
	p := person(training.Event, training.Advanced)
	for text, want := range map[string]string{
		"7 lifts 7 runs two-a-days ok":            "no free day",
		"4 lifts 4 runs no two-a-days":            "1 session left out",
		"3 lifts 3 runs rest mon tue wed thu fri": "2 sessions left out",
	} {
		if r := planned(t, p, text); !strings.Contains(strings.Join(r.Gave, "; "), want) {
			t.Errorf("%s: gave %v, want %q", text, r.Gave, want)
		}
	}
}

func TestPlan_LiftsComeFirstForStrength(t *testing.T) {
	r := planned(t, person(training.Strength, training.Intermediate), "5 lifts 5 runs rest sun")
	for _, d := range r.Days {
		if len(d.Sessions) == 2 && strings.Contains(d.Sessions[1].What, "heavy legs") && d.Sessions[0].What != "easy run" {
			t.Errorf("legs after %s on %s", d.Sessions[0].What, d.Day)
		}
	}
}

// Whatever is asked for is in the week, on the days that were named, with days
// off free, as long as nothing had to be left out.
func TestPlan_HoldsWhatWasAskedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		req := PlanRequest{
			Profile:  person(rapid.SampledFrom(training.Goals()).Draw(t, "goal"), rapid.SampledFrom([]training.Experience{training.Beginner, training.Intermediate, training.Advanced}).Draw(t, "experience")),
			Lifts:    rapid.IntRange(0, 5).Draw(t, "lifts"),
			Runs:     rapid.IntRange(2, 5).Draw(t, "runs"),
			KeyRun:   rapid.SampledFrom([]*time.Weekday{nil, ptr(time.Tuesday), ptr(time.Friday)}).Draw(t, "key run"),
			LongRun:  rapid.SampledFrom([]*time.Weekday{nil, ptr(time.Sunday)}).Draw(t, "long run"),
			Off:      rapid.SampledFrom([][]time.Weekday{nil, {time.Monday}, {time.Monday, time.Thursday}}).Draw(t, "off"),
			TwoADays: rapid.SampledFrom([]Doubles{DoublesUnsaid, DoublesOK, NoDoubles}).Draw(t, "two-a-days"),
		}
		r := Plan(req)
		total := 0
		for i, d := range r.Days {
			if d.Day != planDays[i] {
				t.Fatalf("day %d is %s", i, d.Day)
			}
			total += len(d.Sessions)
			for _, off := range req.Off {
				if d.Day == off && len(d.Sessions) > 0 {
					t.Errorf("training on %s", off)
				}
			}
			for _, s := range d.Sessions {
				if s.What == "key run" && req.KeyRun != nil && d.Day != *req.KeyRun || s.What == "long run" && req.LongRun != nil && d.Day != *req.LongRun {
					t.Errorf("%s on %s", s.What, d.Day)
				}
			}
			if req.TwoADays == NoDoubles && len(d.Sessions) > 1 {
				t.Errorf("two on %s", d.Day)
			}
		}
		left := strings.Contains(strings.Join(r.Gave, " "), "left out")
		if total != req.Lifts+req.Runs && !left || total > req.Lifts+req.Runs || total == 0 {
			t.Errorf("%d sessions of %d: %s", total, req.Lifts+req.Runs, r.Text())
		}
	})
}

func TestPlan_BeginnersLiftTheFullBodyAndRestBetween(t *testing.T) {
	req, err := ParsePlan("2 lifts 2 runs")
	if err != nil {
		t.Fatal(err)
	}
	req.Profile = person(training.General, training.Beginner)
	r := Plan(req)
	free, full := 0, 0
	for i, d := range r.Days {
		next := r.Days[(i+1)%7]
		if len(d.Sessions) == 0 && len(next.Sessions) == 0 {
			free++
		}
		for _, s := range d.Sessions {
			if s.What == "full body" {
				full++
			}
		}
	}
	if free > 0 || full != 2 || len(r.Gave) > 0 {
		t.Errorf("free days on end %d, full-body lifts %d:\n%s", free, full, r.Text())
	}
}

func TestPlan_SharingADayMakesNoGapLonger(t *testing.T) {
	req, err := ParsePlan("3 lifts 3 runs key run tue")
	if err != nil {
		t.Fatal(err)
	}
	req.Profile = person(training.Strength, training.Intermediate)
	r := Plan(req)
	if len(r.Gave) > 0 || len(r.Days[1].Sessions) != 1 {
		t.Errorf("the key run shares its day:\n%s", r.Text())
	}
}

func TestParsePlan_KnowsOneDayForANamedRun(t *testing.T) {
	if _, err := ParsePlan("2 lifts 5 runs key run tue key run sun"); err == nil {
		t.Error("the second key run takes the place of the first without a word")
	}
}
