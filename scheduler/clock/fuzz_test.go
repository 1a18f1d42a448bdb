package clock

import (
	"testing"
	"time"
)

// FuzzParse: whatever is written as a time, a schedule comes only later than
// asked, or never, and only on days that it fits.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"07:00", "23:59 mon,wed,fri", "7:5", "24:00", "0 7 * * *", "*/5 * * * *", "0 7 31 2 *", "0 0 29 2 *", "@daily", "@every 1s",
		"CRON_TZ=UTC 0 7 * * *", "TZ=", "60 7 * * *", "0 7 * * MON-FRI", "1-5/0 * * * *", "", "\x00", "07:00 mon,mon", "0 7 L * ?", "* * * * * *"} {
		f.Add(s)
	}
	from := time.Date(2027, 3, 28, 0, 30, 0, 0, time.UTC) // the clocks change in Europe
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		spec, err := Parse(text)
		if err != nil {
			return
		}
		if n := spec.PerDay(); n < 1 || n > 24*60 {
			t.Errorf("%q comes %d times a day", text, n)
		}
		at := from
		for range 3 {
			next, day, ok := spec.Next(at, zone)
			if !ok {
				return
			}
			if !next.After(at) || !spec.Fits(day) {
				t.Fatalf("%q: %v on %v after %v", text, next, day, at)
			}
			at = next
		}
	})
}
