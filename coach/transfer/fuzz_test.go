package transfer

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"tandem/coach/training"
)

// fuzz feeds one reader, and whatever else takes its files, with damaged
// fixtures: no panic, no id twice, no session that cannot be. Run each with
// -fuzzminimizetime 1x: which column a map gives first is not always the same.
func fuzz(f *testing.F, seeds ...[]byte) {
	for _, s := range seeds {
		f.Add(s)
	}
	zone := time.FixedZone("somewhere", 3600)
	f.Fuzz(func(t *testing.T, data []byte) {
		file, err := Read("fuzz", data, Options{Zone: zone, Units: training.Imperial, Now: time.Date(2026, 11, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return
		}
		ids := map[string]bool{}
		for _, s := range file.Sessions {
			if err := believable(s); err != nil {
				t.Errorf("%v: %+v", err, s)
			}
			if ids[s.ID] {
				t.Errorf("id %s twice", s.ID)
			}
			ids[s.ID] = true
		}
	})
}

func seeds(f *testing.F, pattern string) [][]byte {
	names, err := filepath.Glob(filepath.Join("testdata", pattern))
	if err != nil || len(names) == 0 {
		f.Fatalf("no fixtures for %s", pattern)
	}
	var out [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		out = append(out, data)
	}
	return out
}

func FuzzStrong(f *testing.F)    { fuzz(f, seeds(f, "strong_*.csv")...) }
func FuzzHevy(f *testing.F)      { fuzz(f, seeds(f, "hevy_*.csv")...) }
func FuzzFitbod(f *testing.F)    { fuzz(f, seeds(f, "fitbod.csv")...) }
func FuzzLiftosaur(f *testing.F) { fuzz(f, seeds(f, "liftosaur.csv")...) }
func FuzzStrava(f *testing.F)    { fuzz(f, seeds(f, "strava*.csv")...) }
func FuzzGarmin(f *testing.F)    { fuzz(f, seeds(f, "garmin_*.csv")...) }
func FuzzFIT(f *testing.F)       { fuzz(f, fitRun(f), fitLift(f), gzipped(fitRun(f))) }
func FuzzGPX(f *testing.F)       { fuzz(f, seeds(f, "*.gpx")...) }
func FuzzTCX(f *testing.F)       { fuzz(f, seeds(f, "*.tcx")...) }

func FuzzOwn(f *testing.F) {
	effort := training.RPE(8)
	log := []training.Session{
		{ID: "a", Kind: training.Lift, Start: time.Unix(1700000000, 0).UTC(), Zone: "UTC", Note: "=x", Sets: []training.Set{{Exercise: "Back Squat", Kg: 100, Reps: 5, RPE: &effort}}},
		{ID: "b", Kind: training.Run, Start: time.Unix(1700900000, 0).UTC(), Zone: "UTC", Km: 8, Minutes: 45, RPE: &effort},
	}
	archive, err := WriteJSON(Archive{Exercises: map[string]bool{"x": true}}, log, nil)
	if err != nil {
		f.Fatal(err)
	}
	table, err := WriteCSV(log)
	if err != nil {
		f.Fatal(err)
	}
	fuzz(f, archive, table, []byte("date,fatigue,sleep,soreness,stress,mood,sleep_hours\n2026-01-01,3,3,3,3,3,7.5\n"))
}
