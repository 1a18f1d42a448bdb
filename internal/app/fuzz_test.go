package app

import (
	"strings"
	"testing"
)

// FuzzScript: a script is read into events in order of time, or refused with the
// line that is wrong.
func FuzzScript(f *testing.F) {
	for _, s := range []string{
		`{"athlete":"ana","zone":"America/New_York","goal":"strength","experience":"intermediate","units":"metric","checkin":"07:00","quiet":"22:00-06:30","consent":true}`,
		`{"at":"2027-03-01T18:00:00-05:00","from":"ana","in":"dm","text":"/log lift squat 5x5 100kg @8"}` + "\n" + `{"at":"2027-03-02T18:00:00-05:00","end":true}`,
		`{"at":"2027-03-01T18:00:00-05:00","from":"ana","press":"Why?"}`, `{"at":"2027-03-01T18:00:00Z","file":"x.csv","from":"ana"}`,
		`{"athlete":"ana","event":"2027-02-30"}`, `{"at":1}`, "// a comment\n# another\n\n", "{}", "", "\x00", `{"at":"2027-03-01T18:00:00Z"}{"at":2}`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		events, err := readScript(strings.NewReader(text))
		if err != nil {
			return
		}
		for i := range events {
			if events[i].Line == 0 || events[i].Athlete == "" && events[i].At.IsZero() {
				t.Errorf("%q: event %+v", text, events[i])
			}
		}
	})
}
