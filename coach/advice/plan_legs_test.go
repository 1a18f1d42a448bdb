package advice

import (
	"testing"

	"tandem/coach/training"
)

// TestPlan_HeavyLegsNeverOnNeighbouringDays: two heavy leg days in a row are
// worse than one the evening after a key run, and nothing is said to be kept
// that is not.
func TestPlan_HeavyLegsNeverOnNeighbouringDays(t *testing.T) {
	for _, ask := range []string{"3 lifts 3 runs key run tue", "3 lifts 3 runs key run tue long run sat two-a-days", "3 lifts 2 runs", "4 lifts 2 runs key run thu"} {
		for _, goal := range training.Goals() {
			req, err := ParsePlan(ask)
			if err != nil {
				t.Fatal(err)
			}
			req.Profile = Profile{Goal: goal, Experience: training.Advanced}
			week := Plan(req)
			for i, d := range week.Days {
				next := week.Days[(i+1)%len(week.Days)]
				if d.heavyLegs() && next.heavyLegs() {
					t.Errorf("%s for %s: heavy legs on %s and %s\n%s", ask, goal, d.Day, next.Day, week.Text())
				}
			}
		}
	}
}

func (d PlanDay) heavyLegs() bool {
	for _, s := range d.Sessions {
		if s.What == liftNames[legsDay] {
			return true
		}
	}
	return false
}
