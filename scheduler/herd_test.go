package scheduler_test

import (
	"cmp"
	"context"
	"slices"
	"testing"
	"time"

	gocmp "github.com/google/go-cmp/cmp"

	"tandem/coach"
	"tandem/scheduler"
)

// lanes are plans that are due together, one each.
type lanes struct {
	scheduler.Plans
	of []scheduler.Lane
}

func (l lanes) DueLanes(_ context.Context, _, _ time.Time, tell func(coach.AthleteID, scheduler.Lane)) error {
	for i, lane := range l.of {
		tell(coach.AthleteID(i+1), lane)
	}
	return nil
}

// A herd goes out in the time that its own workspace takes, or its platform for
// all of them: a full workspace does not hold up another.
func TestGather_SpreadsByWorkspaceAndPlatform(t *testing.T) {
	full, small, bot := scheduler.Lane{Platform: "slack", Workspace: "full"}, scheduler.Lane{Platform: "slack", Workspace: "small"}, scheduler.Lane{Platform: "discord", Workspace: "G1"}
	var of []scheduler.Lane
	for lane, n := range map[scheduler.Lane]int{full: 80, small: 20, bot: 40} {
		for range n {
			of = append(of, lane)
		}
	}
	rates := scheduler.Rates{PerSecond: 20, PerWorkspace: map[string]float64{"slack": 4}}
	h, err := scheduler.Gather(t.Context(), lanes{of: of}, rates, time.Time{}, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	want := []scheduler.Crowd{
		{Lane: full, Count: 80, Over: 20 * time.Second}, // 80 at 4 a second
		{Lane: small, Count: 20, Over: 5 * time.Second}, // 20 at 4, and 100 at 20
		{Lane: bot, Count: 40, Over: 2 * time.Second},   // 40 at 20
	}
	slices.SortFunc(h.Crowds, func(a, b scheduler.Crowd) int { return cmp.Compare(b.Over, a.Over) })
	if diff := gocmp.Diff(want, h.Crowds); diff != "" {
		t.Errorf("crowds (-want +got):\n%s", diff)
	}
	if h.Longest() != 20*time.Second {
		t.Errorf("the whole herd takes %s, want 20s", h.Longest())
	}
}
