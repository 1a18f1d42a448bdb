package postgres

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/scheduler"
)

// turns takes n turns of a lane in each store, all at once, and returns when they
// are, in hours from now; -1 = refused.
func turns(t *testing.T, l scheduler.Lane, patience time.Duration, n int, stores ...*Store) (hours []int) {
	t.Helper()
	var mu sync.Mutex
	var all sync.WaitGroup
	for _, s := range stores {
		for range n {
			all.Go(func() {
				wait, ok, err := s.TakeSlot(t.Context(), l, time.Hour, patience)
				if err != nil {
					t.Error(err)
				}
				at := -1
				if ok {
					at = int(wait.Round(time.Hour).Hours())
				}
				mu.Lock()
				defer mu.Unlock()
				hours = append(hours, at)
			})
		}
	}
	all.Wait()
	slices.Sort(hours)
	return hours
}

// Two processes never have the same turn, and none is left out between theirs.
func TestTakeSlot_OneTurnAfterTheOtherInAllProcesses(t *testing.T) {
	t.Parallel()
	url := server.Database(t)
	first, second := openAt(t, url), openAt(t, url)
	slack := scheduler.Lane{Platform: "slack"}
	if diff := cmp.Diff([]int{0, 1, 2, 3, 4, 5, 6, 7}, turns(t, slack, 100*time.Hour, 4, first, second)); diff != "" {
		t.Errorf("turns (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{-1, -1}, turns(t, slack, 7*time.Hour, 1, first, second)); diff != "" {
		t.Errorf("turns beyond patience (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{8}, turns(t, slack, 9*time.Hour, 1, first)); diff != "" {
		t.Errorf("the turn after those that were refused (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]int{0}, turns(t, scheduler.Lane{Platform: "slack", Workspace: "T1"}, 0, 1, first)); diff != "" {
		t.Errorf("another lane (-want +got):\n%s", diff)
	}
}

// A clock that is put back leaves turns behind that nobody lives to see.
func TestTakeSlot_OfAClockThatWasPutBack(t *testing.T) {
	t.Parallel()
	s := openAt(t, server.Database(t))
	turns(t, scheduler.Lane{Platform: "discord"}, 100*time.Hour, 9, s)
	if diff := cmp.Diff([]int{0}, turns(t, scheduler.Lane{Platform: "discord"}, 2*time.Hour, 1, s)); diff != "" {
		t.Errorf("turns (-want +got):\n%s", diff)
	}
}
