package advice

import (
	"fmt"
	"testing"

	"tandem/coach/evidence"
)

func TestThresholds_EachHasNameUnitAndReason(t *testing.T) {
	seen := map[string]bool{}
	for _, th := range Thresholds() {
		if th.Name == "" || th.Unit == "" || th.Reason == "" || th.Value == 0 || seen[th.Name] {
			t.Errorf("incomplete or twice: %+v", th)
		}
		seen[th.Name] = true
	}
}

func TestRules_StandOnKnownRulesAndSources(t *testing.T) {
	acted := map[string]bool{}
	seen := map[string]bool{}
	for _, r := range Rules() {
		if seen[r.ID] || r.Looks == "" || len(r.Seed) == 0 || len(r.Evidence) == 0 {
			t.Errorf("incomplete or twice: %+v", r.ID)
		}
		seen[r.ID] = true
		for _, id := range r.Seed {
			acted[id] = true
			if _, ok := evidence.SeedRule(id); !ok {
				t.Errorf("%s: no seed rule %s", r.ID, id)
			}
		}
		for _, id := range r.Evidence {
			if _, ok := evidence.Get(id); !ok {
				t.Errorf("%s: no source %s", r.ID, id)
			}
		}
	}
	for n := 4; n <= 22; n++ {
		if id := fmt.Sprintf("S%02d", n); n != 6 && !acted[id] {
			t.Errorf("no rule carries out %s", id)
		}
	}
}
