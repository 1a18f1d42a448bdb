package training

import (
	"slices"
	"testing"
)

func TestExercises_VocabularyIsSound(t *testing.T) {
	t.Parallel()
	all := Exercises()
	if len(all) < 180 {
		t.Errorf("the vocabulary has %d exercises, want 180 or more", len(all))
	}
	names := map[string]string{}
	known := Muscles()
	for _, e := range all {
		if len(e.Primary) == 0 {
			t.Errorf("%s has no muscle group", e.Name)
		}
		for _, m := range slices.Concat(e.Primary, e.Secondary) {
			if !slices.Contains(known, m) {
				t.Errorf("%s: muscle %q is not listed", e.Name, m)
			}
		}
		for _, name := range append([]string{e.Name}, e.Aliases...) {
			if found, ok := FindExercise(name); !ok || found.Name != e.Name {
				t.Errorf("%q means %s, but finds %s", name, e.Name, found.Name)
			}
			if other, ok := names[name]; ok {
				t.Errorf("%q stands for %s and for %s", name, other, e.Name)
			}
			names[name] = e.Name
		}
	}
}

func TestFindExercise_TakesWhatPeopleType(t *testing.T) {
	t.Parallel()
	tests := map[string]string{
		"OHP": "Overhead Press", "rdl": "Romanian Deadlift", "RDLs": "Romanian Deadlift", "BP": "Bench Press",
		"hip thrusts": "Hip Thrust", "benhc press": "Bench Press", "sqaut": "Back Squat", "romanain deadlift": "Romanian Deadlift",
		"Bench Press (Barbell)": "Bench Press", "Squat (Barbell)": "Back Squat", "Lat Pulldown (Cable)": "Lat Pulldown",
		"pull-ups": "Pull-Up", "pullups": "Pull-Up", "chin ups": "Chin-Up", "push ups": "Push-Up", "farmer's carry": "Farmer's Walk",
		"Deadlift (Trap Bar)": "Trap Bar Deadlift", "db bench": "Dumbbell Bench Press", "Bench Press (Dumbbell)": "Dumbbell Bench Press",
		"kb swings": "Kettlebell Swing", "T-bar rows": "T-Bar Row", "bulgarians": "Bulgarian Split Squat", "skull crushers": "Skull Crusher",
		"clean & jerk": "Clean and Jerk", "toes to bar": "Hanging Leg Raise", "t2b": "Hanging Leg Raise", "calf raises": "Calf Raise",
		"dead lifts": "Deadlift", "overhead pres": "Overhead Press", "deadlfit": "Deadlift",
	}
	for typed, want := range tests {
		if e, ok := FindExercise(typed); !ok || e.Name != want {
			t.Errorf("FindExercise(%q) = %q, %v; want %s", typed, e.Name, ok, want)
		}
	}
	for _, typed := range []string{"", "hello", "zercher march", "pizza", "xyz"} {
		if e, ok := FindExercise(typed); ok {
			t.Errorf("FindExercise(%q) = %q, want none", typed, e.Name)
		}
	}
}

func TestFindExercise_LegsMatterForRuns(t *testing.T) {
	t.Parallel()
	for name, legs := range map[string]bool{
		"squat": true, "deadlift": true, "leg press": true, "calf raise": true, "hip thrust": true, "power clean": true, "box jump": true,
		"bench": false, "row": false, "ohp": false, "curl": false, "plank": false, "pull up": false, "lat pulldown": false,
	} {
		if e, ok := FindExercise(name); !ok || e.Legs != legs {
			t.Errorf("%s loads the legs: %v, want %v", name, e.Legs, legs)
		}
	}
}

func TestSuggest_OwnNamesFirst(t *testing.T) {
	t.Parallel()
	got := Suggest("ze", []string{"Zebra Walk"}, 3)
	want := []string{"Zebra Walk", "Zercher Squat"}
	if !slices.Equal(got, want) {
		t.Errorf("Suggest(ze) = %v, want %v", got, want)
	}
	if got := Suggest("rdl", nil, 1); !slices.Equal(got, []string{"Romanian Deadlift"}) {
		t.Errorf("Suggest(rdl) = %v", got)
	}
	if got := Suggest("", nil, 5); len(got) != 5 {
		t.Errorf("an empty prefix suggests %d names, want 5", len(got))
	}
}
