package knowledge

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
)

//go:embed entries/*.md
var embeddedFiles embed.FS

// An Overlay is a community's own entries, read and checked by Load.
type Overlay struct {
	entries []Entry
}

// Len returns the number of entries.
func (o Overlay) Len() int { return len(o.entries) }

// Load reads a community's entries, the *.md files of dir. All faults are
// reported, each a *FileError with file and line; related ids are checked by
// Base.With, which knows the other entries.
func Load(dir string) (Overlay, error) {
	if _, err := os.Stat(dir); err != nil {
		return Overlay{}, fmt.Errorf("read entries: %w", err)
	}
	entries, err := readEntries(os.DirFS(dir), ".", func(name string) string { return filepath.Join(dir, name) })
	if err != nil {
		return Overlay{}, err
	}
	return Overlay{entries}, nil
}

// embeddedEntries reads and checks the entries in the binary.
func embeddedEntries() ([]Entry, error) {
	entries, err := readEntries(embeddedFiles, "entries", func(name string) string { return name })
	if err != nil {
		return nil, err
	}
	return entries, checkTogether(entries, ids(entries))
}

// readEntries reads the entries of a folder in order of file name. show gives
// the name that errors tell.
func readEntries(files fs.FS, dir string, show func(string) string) ([]Entry, error) {
	names, err := fs.Glob(files, path.Join(dir, "*.md"))
	if err != nil {
		return nil, fmt.Errorf("list entries: %w", err)
	}
	var entries []Entry
	var faults []error
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			faults = append(faults, fmt.Errorf("read entry: %w", err))
			continue
		}
		e, err := parseEntry(show(name), string(text))
		if err != nil {
			faults = append(faults, err)
			continue
		}
		entries = append(entries, e)
	}
	return entries, errors.Join(faults...)
}

func ids(entries []Entry) map[string]bool {
	known := make(map[string]bool, len(entries))
	for _, e := range entries {
		known[e.ID] = true
	}
	return known
}
