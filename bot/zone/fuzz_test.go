package zone

import (
	"testing"
	"time"
)

// FuzzFind: what is found is a zone.
func FuzzFind(f *testing.F) {
	for _, s := range []string{"Berlin", "new york", "America/New_York", "são paulo", "UTC", "utc+2", "GMT-3", "EST", "berln", "../../etc/passwd", "Local", "", "\x00", "İstanbul", "north dakota/center"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		found := Search(text, 5)
		if name, ok := Find(text); ok {
			found = append(found, name)
		}
		for _, name := range found {
			if _, err := time.LoadLocation(name); err != nil {
				t.Errorf("%q: %q is no zone: %v", text, name, err)
			}
		}
	})
}
