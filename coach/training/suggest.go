package training

import (
	"slices"
	"strings"
)

// Suggest completes what an athlete has typed of an exercise name: own names
// first, then the vocabulary, names that start with it before names that hold
// it. At most n.
func Suggest(prefix string, own []string, n int) []string {
	want := strings.ToLower(strings.TrimSpace(prefix))
	var starts, holds []string
	sortIn := func(name string, also []string) {
		lower := strings.ToLower(name)
		switch {
		case strings.HasPrefix(lower, want), slices.Contains(also, want):
			starts = append(starts, name)
		case strings.Contains(lower, " "+want), slices.ContainsFunc(also, func(a string) bool { return strings.HasPrefix(a, want) }):
			holds = append(holds, name)
		}
	}
	for _, name := range own {
		sortIn(name, nil)
	}
	for _, e := range exercises().all {
		if !slices.Contains(own, e.Name) {
			sortIn(e.Name, e.Aliases)
		}
	}
	if len(starts)+len(holds) == 0 {
		if e, ok := FindExercise(want); ok {
			starts = append(starts, e.Name)
		}
	}
	out := append(starts, holds...)
	return out[:min(max(n, 0), len(out))]
}
