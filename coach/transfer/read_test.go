package transfer

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/coach/training"
)

var update = flag.Bool("update", false, "write the golden files anew")

// berlin is where the athlete of the tests lives.
func berlin(t testing.TB) *time.Location {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return zone
}

func options(t testing.TB) Options {
	return Options{Zone: berlin(t), Units: training.Metric, Now: time.Date(2026, 11, 1, 12, 0, 0, 0, time.UTC)}
}

func fixture(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// Each fixture in the exact format of its app reads as its golden file says.
func TestEveryAppIsRead(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"strong_ios.csv", "strong_2023.csv", "strong_android_de.csv", "hevy_kg.csv", "hevy_lbs.csv", "fitbod.csv", "liftosaur.csv",
		"strava.csv", "strava_es.csv", "garmin_us.csv", "garmin_eu.csv", "run.tcx", "run.gpx"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f, err := Read(name, fixture(t, name), options(t))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, name+".golden", describe(f))
		})
	}
}

func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := cmp.Diff(string(fixture(t, name)), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

// describe writes a file as a person would read it.
func describe(f File) string {
	var b strings.Builder
	fmt.Fprintf(&b, "from %s\n", f.App)
	for _, s := range f.Sessions {
		fmt.Fprintf(&b, "%s %s %s", s.Local().Format("2006-01-02 15:04:05 -0700"), s.Kind, s.Activity)
		if s.Minutes > 0 {
			fmt.Fprintf(&b, " %gmin", s.Minutes)
		}
		if s.Estimated {
			b.WriteString(" (estimated)")
		}
		if s.Km > 0 {
			fmt.Fprintf(&b, " %.4gkm", s.Km)
		}
		if s.HR > 0 {
			fmt.Fprintf(&b, " hr%d", s.HR)
		}
		if s.RPE != nil {
			fmt.Fprintf(&b, " @%g %s", *s.RPE, s.Intensity)
		}
		fmt.Fprintf(&b, " %q\n", s.Note)
		for _, set := range s.Sets {
			fmt.Fprintf(&b, "  %s %.5gkg x%d", set.Exercise, set.Kg, set.Reps)
			if set.Seconds > 0 {
				fmt.Fprintf(&b, " %gs", set.Seconds)
			}
			if set.Metres > 0 {
				fmt.Fprintf(&b, " %gm", set.Metres)
			}
			if set.RPE != nil {
				fmt.Fprintf(&b, " @%g", *set.RPE)
			}
			for word, on := range map[string]bool{" warm-up": set.Warmup} {
				if on {
					b.WriteString(word)
				}
			}
			if set.Bodyweight {
				b.WriteString(" bodyweight")
			}
			if set.Superset > 0 {
				fmt.Fprintf(&b, " superset %d", set.Superset)
			}
			b.WriteString("\n")
		}
	}
	for _, s := range f.Skipped {
		fmt.Fprintf(&b, "skipped %s\n", s)
	}
	for what, words := range map[string][]string{"unknown": f.Unknown} {
		for _, w := range words {
			fmt.Fprintf(&b, "%s: %s\n", what, w)
		}
	}
	for _, w := range f.Suspicious {
		fmt.Fprintf(&b, "suspicious: %s\n", w)
	}
	for _, w := range f.Assumed {
		fmt.Fprintf(&b, "assumed: %s\n", w)
	}
	return b.String()
}
