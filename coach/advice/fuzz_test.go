package advice

import (
	"errors"
	"testing"
)

// FuzzParsePlan: a request is read into a week that can be, or refused in words.
func FuzzParsePlan(f *testing.F) {
	for _, s := range []string{"3 lifts 3 runs", "3 lifts 3 runs key run tue long run sat rest sun two-a-days ok", "4 runs no two-a-days", "9 lifts 9 runs",
		"key run", "rest mon tue wed thu fri sat sun", "-1 lifts", "99999999999999999999 runs", "2 rides 1 swim", "", "\x00 3 lifts", "three lifts", "two-a-day"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		_, err := ParsePlan(text)
		var plain *PlanError
		if err != nil && (!errors.As(err, &plain) || err.Error() == "") {
			t.Errorf("%q: %v, want a PlanError", text, err)
		}
	})
}
