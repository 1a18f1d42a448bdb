package store

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/training"
)

func TestDetail_WritesEqualSetsOnce(t *testing.T) {
	eight := training.RPE(8)
	squat := training.Set{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: &eight}
	for name, c := range map[string]struct {
		session training.Session
		want    string
	}{
		"nothing": {training.Session{}, ""},
		"5x5": {training.Session{Sets: []training.Set{squat, squat, squat, squat, squat}},
			`{"sets":[{"n":5,"ex":"Back Squat","kg":100,"reps":5,"rpe":8}]}`},
		"equal sets apart": {training.Session{Sets: []training.Set{squat, {Exercise: "Dip", Bodyweight: true, Reps: 8}, squat}},
			`{"sets":[{"n":1,"ex":"Back Squat","kg":100,"reps":5,"rpe":8},{"n":1,"ex":"Dip","bw":true,"reps":8},{"n":1,"ex":"Back Squat","kg":100,"reps":5,"rpe":8}]}`},
		"effort told and not told": {training.Session{Sets: []training.Set{squat, {Exercise: "Back Squat", Kg: 100, Reps: 5}}},
			`{"sets":[{"n":1,"ex":"Back Squat","kg":100,"reps":5,"rpe":8},{"n":1,"ex":"Back Squat","kg":100,"reps":5}]}`},
		"intervals": {training.Session{Reps: []training.Interval{{Count: 6, Km: 0.4, RestSeconds: 90}}},
			`{"reps":[{"n":6,"km":0.4,"rest":90}]}`},
	} {
		got, err := Detail(c.session)
		if err != nil || got != c.want {
			t.Errorf("%s: %s, %v; want %s", name, got, err, c.want)
		}
		var back training.Session
		if err := ReadDetail([]byte(got), &back); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if diff := cmp.Diff(c.session, back); diff != "" {
			t.Errorf("%s (-written +read):\n%s", name, diff)
		}
	}
}

func TestReadDetail_GivesEverySetItsOwnEffort(t *testing.T) {
	var s training.Session
	if err := ReadDetail([]byte(`{"sets":[{"n":2,"ex":"Dip","rpe":8}]}`), &s); err != nil {
		t.Fatal(err)
	}
	*s.Sets[0].RPE = 3
	if *s.Sets[1].RPE != 8 {
		t.Error("changing one set's effort changed the other's")
	}
}

func TestDetail_RefusesWhatIsNoNumber(t *testing.T) {
	if _, err := Detail(training.Session{Sets: []training.Set{{Kg: math.NaN()}}}); err == nil {
		t.Error("a weight that is no number was written")
	}
	if err := ReadDetail([]byte(`{"sets":`), &training.Session{}); err == nil {
		t.Error("half a text was read")
	}
}
