package clock

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden list anew")

// changes are clock changes that have been, so that no later word of a
// government moves them, with plans whose times stand in their way.
var changes = []struct {
	why, zone, from, to string // dates, both included
	specs               []string
}{
	{"spring forward at 02:00", "America/New_York", "2025-03-08", "2025-03-10", []string{"01:59", "02:00", "02:30", "03:00", "07:00"}},
	{"fall back at 02:00", "America/New_York", "2025-11-01", "2025-11-03", []string{"00:59", "01:00", "01:30", "02:00", "07:00", "30 1 * * sun"}},
	{"spring forward at 01:00", "Europe/London", "2025-03-29", "2025-03-31", []string{"00:30", "01:00", "01:30", "02:00"}},
	{"fall back at 02:00", "Europe/London", "2025-10-25", "2025-10-27", []string{"00:30", "01:00", "01:30", "02:00"}},
	{"spring forward at 02:00", "Europe/Berlin", "2025-03-29", "2025-03-31", []string{"02:00", "02:30", "03:00"}},
	{"fall back at 03:00", "Europe/Berlin", "2025-10-25", "2025-10-27", []string{"02:00", "02:30", "03:00", "0 2 * * 0"}},
	{"half an hour forward at 02:00", "Australia/Lord_Howe", "2025-10-04", "2025-10-06", []string{"01:59", "02:00", "02:15", "02:30"}},
	{"half an hour back at 02:00", "Australia/Lord_Howe", "2025-04-05", "2025-04-07", []string{"01:15", "01:30", "01:45", "02:00"}},
	{"midnight does not exist", "America/Santiago", "2025-09-06", "2025-09-08", []string{"00:00", "00:30", "01:00", "0 0 7 9 *"}},
	{"the hour before midnight comes twice", "America/Santiago", "2025-04-04", "2025-04-06", []string{"22:59", "23:00", "23:30", "00:00"}},
	{"30 December 2011 does not exist", "Pacific/Apia", "2011-12-28", "2012-01-01", []string{"00:00", "07:00", "23:30", "0 7 30 12 *"}},
	{"no changes, a quarter off", "Asia/Kathmandu", "2025-03-29", "2025-03-31", []string{"02:30", "07:00"}},
	{"back for Ramadan", "Africa/Casablanca", "2025-02-22", "2025-02-24", []string{"02:00", "02:30", "03:00"}},
	{"forward after Ramadan", "Africa/Casablanca", "2025-04-05", "2025-04-07", []string{"02:00", "02:30", "03:00"}},
	{"the last spring with a change, at midnight", "Asia/Tehran", "2022-03-20", "2022-03-23", []string{"00:00", "00:30", "07:00"}},
	{"no changes any more", "Asia/Tehran", "2025-03-20", "2025-03-23", []string{"00:30", "07:00"}},
	{"23:00 becomes midnight", "America/Nuuk", "2025-03-28", "2025-03-30", []string{"22:59", "23:00", "23:30", "00:00"}},
	{"midnight becomes 23:00", "America/Nuuk", "2025-10-24", "2025-10-26", []string{"22:59", "23:00", "23:30", "00:00"}},
	{"first into every day, no changes", "Pacific/Kiritimati", "2025-03-29", "2025-03-31", []string{"07:00", "23:59"}},
	{"stays while its neighbours change", "America/Phoenix", "2025-03-08", "2025-03-10", []string{"02:30", "07:00"}},
	{"forward at midnight", "Asia/Beirut", "2025-03-29", "2025-03-31", []string{"00:00", "00:30", "07:00"}},
	{"two hours at once", "Antarctica/Troll", "2025-03-29", "2025-03-31", []string{"01:30", "02:30", "03:00"}},
}

func TestDueInstants(t *testing.T) {
	var out strings.Builder
	for _, c := range changes {
		loc, err := time.LoadLocation(c.zone)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "# %s: %s\n", c.zone, c.why)
		for _, text := range c.specs {
			spec, err := Parse(text)
			if err != nil {
				t.Fatal(err)
			}
			from, to := date(t, c.from), date(t, c.to)
			after := At(from, 0, 0, loc).Add(-time.Nanosecond)
			for {
				at, day, ok := spec.Next(after, loc)
				if !ok || to.Before(day) {
					break
				}
				fmt.Fprintf(&out, "%-14s %s  %s  %s\n", text, day, at.UTC().Format("2006-01-02T15:04Z"), at.Format("Mon 15:04 -0700"))
				after = at
			}
		}
	}
	path := filepath.Join("testdata", "due.golden")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), out.String()); diff != "" {
		t.Errorf("due instants changed (-want +got); -update writes them anew:\n%s", diff)
	}
}
