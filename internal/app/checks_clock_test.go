package app

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tandem/internal/config"
)

// TestClock_IsComparedWithWhatIsAtHand: the clocks that other checks heard, else
// the moment at which the database was written.
func TestClock_IsComparedWithWhatIsAtHand(t *testing.T) {
	heard := func(ahead time.Duration) check { return check{OK: true, source: "Slack", ahead: ahead} }
	for name, tt := range map[string]struct {
		others  []check
		written time.Duration // after the clock's now; 0 = no database
		ok      bool
		want    string
	}{
		"nobody to ask":        {nil, 0, true, "nothing at hand"},
		"right":                {[]check{{OK: true}, heard(2 * time.Second)}, -time.Hour, true, "within 30s of that of Slack"},
		"behind":               {[]check{heard(-10 * time.Minute)}, 0, false, "10m0s behind that of Slack"},
		"before":               {[]check{heard(0), heard(time.Hour)}, 0, false, "1h0m0s before that of Slack"},
		"behind the database":  {nil, 2 * time.Hour, false, "was written at 2027-03-01T10:00:00Z"},
		"a database of before": {nil, -24 * time.Hour, true, "nothing at hand"},
	} {
		t.Run(name, func(t *testing.T) {
			var cfg config.Config
			if tt.written != 0 {
				cfg.Store.Path = filepath.Join(t.TempDir(), "tandem.db")
				if err := os.WriteFile(cfg.Store.Path, nil, 0o600); err != nil {
					t.Fatal(err)
				}
				if err := os.Chtimes(cfg.Store.Path, eight, eight.Add(tt.written)); err != nil {
					t.Fatal(err)
				}
			}
			got := checkClock(cfg, tt.others, eight)
			detail := strings.ReplaceAll(got.Detail, eight.Add(tt.written).Local().Format(time.RFC3339), eight.Add(tt.written).Format(time.RFC3339))
			if got.OK != tt.ok || !strings.Contains(detail, tt.want) || got.OK != (got.Fix == "") {
				t.Errorf("%+v, want %q", got, tt.want)
			}
		})
	}
}
