package store

import (
	"strings"
	"testing"
)

func TestNormal(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"case and spaces":     {"  Can I\n RUN  after legs ", "can i run after legs"},
		"marks at the end":    {"really?!…", "really"},
		"marks inside stay":   {"5x5 @8, ok?", "5x5 @8, ok"},
		"a telephone number":  {"call me +47 91234567", "call me +47 #"},
		"an address":          {"i am ana@example.org", "i am #"},
		"a mention":           {"does <@u12ab> know", "does # know"},
		"a distance stays":    {"is 10000m ok", "is 10000m ok"},
		"nothing":             {" ?! ", ""},
		"letters, not bytes":  {strings.Repeat("ä", 300), strings.Repeat("ä", 200)},
		"no space at the cut": {strings.Repeat("a", 199) + " b", strings.Repeat("a", 199)},
	} {
		if got := Normal(c.in); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
