package knowledge

import (
	"errors"
	"testing"
)

// FuzzEntry: a community's file is an entry, or a fault with its place.
func FuzzEntry(f *testing.F) {
	for _, s := range []string{
		"+++\nid = \"own\"\ntitle = \"Own\"\n+++\nText.\n\n## Why\n- one\n",
		"+++\nid = \"own\"\n", "+++\n+++\n", "---\nid: own\n---\n", "+++\nid = [\n+++\n", "", "\x00", "+++\r\nid = \"x\"\r\n+++\r\n", "+++\nid = \"a\"\nid = \"b\"\n+++\n## \n#\n- \n",
	} {
		f.Add(s)
	}
	if embedded, err := embeddedFiles.ReadFile("entries/active_recovery.md"); err == nil {
		f.Add(string(embedded))
	}
	f.Fuzz(func(t *testing.T, text string) {
		e, err := parseEntry("own.md", text)
		var fault *FileError
		switch {
		case err == nil && e.ID == "":
			t.Errorf("an entry without an id: %q", text)
		case err != nil && !errors.As(err, &fault):
			t.Errorf("a fault without its place: %v", err)
		}
	})
}
