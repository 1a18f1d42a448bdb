package training

import "testing"

// FuzzParseDate: what is read is written the same way again.
func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2027-03-01", "0000-01-01", "9999-12-31", "2027-02-29", "2027-3-1", "", "\x00", "-001-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if day, err := ParseDate(text); err == nil && day.String() != text && !day.IsZero() {
			t.Errorf("%q is read as %q", text, day)
		}
	})
}
