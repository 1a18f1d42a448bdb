package transfer

import (
	"encoding/csv"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// words are notes and names with all that a file can trip over.
func words() *rapid.Generator[string] {
	return rapid.StringMatching(`['=+@;,"\n\t -]{0,3}[a-zA-ZäÜ0-9 ,;"=\[\]\n-]{0,20}`)
}

func effort() *rapid.Generator[*training.RPE] {
	return rapid.Custom(func(t *rapid.T) *training.RPE {
		n := rapid.IntRange(0, 20).Draw(t, "half")
		if n == 0 {
			return nil
		}
		r := training.RPE(float64(n) / 2)
		return &r
	})
}

func sets() *rapid.Generator[training.Set] {
	return rapid.Custom(func(t *rapid.T) training.Set {
		s := training.Set{
			Exercise: rapid.SampledFrom([]string{"Back Squat", "Bench Press", "Pull-Up", "Plank", "=My Own Thing", "Zottman Twister"}).Draw(t, "exercise"),
			Kg:       float64(rapid.IntRange(1, 400).Draw(t, "kg")) * 0.5, Reps: rapid.IntRange(1, 20).Draw(t, "reps"), RPE: effort().Draw(t, "rpe"),
			Warmup: rapid.Bool().Draw(t, "warmup"), Superset: rapid.IntRange(0, 3).Draw(t, "superset"), EachSide: rapid.Bool().Draw(t, "each_side"),
		}
		s.Bodyweight = s.Exercise == "Pull-Up" || s.Exercise == "Plank"
		if !s.Warmup && rapid.IntRange(0, 5).Draw(t, "fails") == 0 {
			s.Failed, s.Reps = true, 0
		}
		return s
	})
}

// logs are what an athlete can have: every kind, in order of time.
func logs() *rapid.Generator[[]training.Session] {
	return rapid.Custom(func(t *rapid.T) []training.Session {
		at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)
		var out []training.Session
		for n := range rapid.IntRange(0, 8).Draw(t, "sessions") {
			at = at.Add(time.Duration(rapid.IntRange(1, 3000).Draw(t, "minutes later")) * time.Minute)
			s := training.Session{ID: fmt.Sprintf("id%d", n), Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), Start: at, Zone: rapid.SampledFrom([]string{"Europe/Berlin", "America/New_York", "UTC"}).Draw(t, "zone"),
				Minutes: float64(rapid.IntRange(0, 300).Draw(t, "duration")), RPE: effort().Draw(t, "effort"), Note: strings.TrimSpace(words().Draw(t, "note")), Source: "chat"}
			switch {
			case s.Kind == training.Lift:
				s.Sets = rapid.SliceOfN(sets(), 0, 6).Draw(t, "sets")
			case s.Kind.Endurance():
				s.Km = float64(rapid.IntRange(0, 42000).Draw(t, "metres")) / 1000
			}
			s.Intensity = training.Classify(s)
			out = append(out, s)
		}
		return out
	})
}

func TestJSONExport_ComesBackWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		want := logs().Draw(rt, "log")
		answers := []recovery.CheckIn{{Date: training.Date{Year: 2026, Month: 3, Day: 4}, Fatigue: rapid.IntRange(0, 5).Draw(rt, "fatigue"), SleepHours: 7.5, Pain: words().Draw(rt, "pain")}}
		own := map[string]bool{"zottman twister": false, "=my own thing": true}
		data, err := WriteJSON(Archive{Exercises: own}, want, answers)
		if err != nil {
			rt.Fatal(err)
		}
		got, err := Read("", data, options(t))
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(File{App: "Tandem", Sessions: want, CheckIns: answers, Own: own}, got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(File{}, "Suspicious")); diff != "" {
			rt.Errorf("(-want +got):\n%s", diff)
		}
	})
}

// The table has no room for all facts, but each session comes back under its id
// with its kind, sets, distance, effort and words.
func TestCSVExport_ComesBackUnderTheSameIDs(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		want := logs().Draw(rt, "log")
		data, err := WriteCSV(want)
		if err != nil {
			rt.Fatal(err)
		}
		if len(want) == 0 {
			return
		}
		got, err := Read("", data, options(t))
		if err != nil {
			rt.Fatal(err)
		}
		sameID := cmpopts.SortSlices(func(x, y training.Session) bool { return x.ID < y.ID })
		lossy := cmpopts.IgnoreFields(training.Session{}, "Start", "Zone", "Minutes", "Source", "Activity")
		if diff := cmp.Diff(want, got.Sessions, sameID, lossy, cmpopts.EquateEmpty()); diff != "" {
			rt.Errorf("(-want +got):\n%s\n%s", diff, data)
		}
		for _, s := range got.Sessions {
			if math.IsNaN(s.Minutes) || len(got.Skipped) > 0 {
				rt.Errorf("minutes %v, skipped %v", s.Minutes, got.Skipped)
			}
		}
	})
}

func TestCheckInTable_ComesBackWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		item := rapid.IntRange(0, 5)
		want := []recovery.CheckIn{{Date: training.Date{Year: 2026, Month: 3, Day: 4}, At: time.Date(2026, 3, 4, 6, 0, 0, 0, time.UTC), Fatigue: item.Draw(rt, "fatigue"), Sleep: item.Draw(rt, "sleep"),
			Soreness: item.Draw(rt, "soreness"), Stress: item.Draw(rt, "stress"), Mood: item.Draw(rt, "mood"), SleepHours: float64(rapid.IntRange(0, 24).Draw(rt, "hours")) / 2,
			Pain: words().Draw(rt, "pain"), NoPain: rapid.Bool().Draw(rt, "no pain"), Note: words().Draw(rt, "note")}}
		data, err := WriteCheckIns(want)
		if err != nil {
			rt.Fatal(err)
		}
		got, err := Read("", data, options(t))
		if err != nil {
			rt.Fatal(err)
		}
		if diff := cmp.Diff(want, got.CheckIns); diff != "" {
			rt.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestPackedFile_ComesBackWhole(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		want := File{App: "Hevy", Sessions: logs().Draw(rt, "log"), Own: map[string]bool{"x": true}}
		packed, err := Pack(want)
		if err != nil {
			rt.Fatal(err)
		}
		var sessions []training.Session
		got, err := Unpack(packed, false, func(_ string, s training.Session) error { sessions = append(sessions, s); return nil }, func(recovery.CheckIn) error { return nil })
		if err != nil {
			rt.Fatal(err)
		}
		got.Sessions = sessions
		if diff := cmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
			rt.Errorf("(-want +got):\n%s", diff)
		}
	})
}

func TestDefusedCell_NeverRunsAndComesBack(t *testing.T) {
	t.Parallel()
	for _, dangerous := range []string{"=1+1", "+cmd", "-2", "@SUM(A1)", "\tx", "\rx", "'=1", "''@x", "=", "'-"} {
		safe := defuse(dangerous)
		if safe[0] != '\'' || undefuse(safe) != dangerous {
			t.Errorf("%q became %q and then %q", dangerous, safe, undefuse(safe))
		}
	}
	for _, harmless := range []string{"", "'", "Squat", "'tis fine", "a=b", "5"} {
		if defuse(harmless) != harmless || undefuse(harmless) != harmless {
			t.Errorf("%q was changed", harmless)
		}
	}
}

func TestExportedTable_HasNoCellThatRuns(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(rt *rapid.T) {
		data, err := WriteCSV(logs().Draw(rt, "log"))
		if err != nil {
			rt.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(data))).ReadAll()
		if err != nil {
			rt.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.IndexByte(runs, cell[0]) >= 0 {
					rt.Errorf("%q would run", cell)
				}
			}
		}
	})
}

// A file that is read twice gives the same ids, wherever the athlete has moved.
func TestIDs_DependOnTheFileAlone(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"strong_ios.csv", "hevy_kg.csv", "fitbod.csv", "liftosaur.csv", "strava.csv", "garmin_us.csv", "run.tcx", "run.gpx"} {
		home, away := options(t), options(t)
		away.Zone, away.Units = time.UTC, training.Imperial
		ids := func(o Options) map[string]bool {
			f, err := Read("", fixture(t, name), o)
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			all := map[string]bool{}
			for _, s := range f.Sessions {
				all[s.ID] = true
			}
			return all
		}
		if diff := cmp.Diff(ids(home), ids(away)); diff != "" {
			t.Errorf("%s (-home +away):\n%s", name, diff)
		}
	}
}
