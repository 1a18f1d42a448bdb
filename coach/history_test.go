package coach_test

import (
	"strings"
	"testing"

	"tandem/coach"
	"tandem/coach/safety"
	"tandem/coach/training"
)

// TestHistory_FindsWhatIsYearsOld: what an old import brought is in the log, and
// is not said to be missing.
func TestHistory_FindsWhatIsYearsOld(t *testing.T) {
	s := newShelf()
	began := importNow.AddDate(-6, 0, 0)
	s.sessions["old"] = training.Session{ID: "old", Kind: training.Lift, Start: began, Zone: "UTC", Minutes: 60,
		Sets: []training.Set{{Exercise: "Back Squat", Kg: 140, Reps: 3}}}
	c := coach.New(nil, safety.Contacts{})
	for asked, want := range map[string]string{"squat": "140 kg", "": "2020", "bench": "in your log"} {
		h, err := c.History(t.Context(), s, coach.Athlete{Zone: "UTC"}, asked, importNow)
		if err != nil || !strings.Contains(h.Text, want) {
			t.Errorf("history %s: %q, %v", asked, h.Text, err)
		}
		if found := len(h.Sessions) > 0; found != (asked != "bench") {
			t.Errorf("history %s: %d sessions", asked, len(h.Sessions))
		}
	}
}
