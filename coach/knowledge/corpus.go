package knowledge

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"

	"tandem/coach/knowledge/words"
)

//go:embed corpus/*.txt
var corpusFiles embed.FS

// Classes of the model that are no topics begin so. What is not ours is cut
// into kinds, as a linear model draws the line better around several.
const (
	OutPrefix  = "out:"
	ChatPrefix = "chat:"
)

// A Lesson is a message and the class that the model should give it: an
// entry's id, or one of the classes that are no topics.
type Lesson struct {
	Class string
	Text  string
}

// Unlike is the class of messages that an entry's list of near misses holds:
// not ours, of whichever kind.
const Unlike = "not"

// Lessons returns what the model is fitted on: each entry's title, phrasings
// and near misses, and the corpus. The order is fixed.
func Lessons() ([]Lesson, error) {
	entries, err := embeddedEntries()
	if err != nil {
		return nil, err
	}
	var out []Lesson
	for _, e := range entries {
		out = append(out, Lesson{e.ID, e.Title})
		for _, text := range e.Phrasings {
			out = append(out, Lesson{e.ID, text})
		}
		for _, text := range e.Not {
			out = append(out, Lesson{Unlike, text})
		}
	}
	corpus, err := readCorpus()
	return append(out, corpus...), err
}

// Fingerprint tells one set of lessons, and of tables that they are read by,
// from another. A model fitted on others is out of date.
func Fingerprint(lessons []Lesson) string {
	h := sha256.New()
	for _, l := range lessons {
		fmt.Fprintf(h, "%s\t%s\n", l.Class, l.Text)
	}
	words.WriteTables(h)
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// readCorpus reads the messages beside the entries: one a line, under a
// heading "# class".
func readCorpus() ([]Lesson, error) {
	names, err := fs.Glob(corpusFiles, "corpus/*.txt")
	if err != nil {
		return nil, fmt.Errorf("list corpus: %w", err)
	}
	var out []Lesson
	for _, name := range names {
		text, err := corpusFiles.ReadFile(name)
		if err != nil {
			return nil, fmt.Errorf("read corpus: %w", err)
		}
		class := ""
		for i, line := range strings.Split(string(text), "\n") {
			if heading, ok := strings.CutPrefix(line, "# "); ok {
				class = heading
				continue
			}
			if class == "" {
				return nil, &FileError{name, i + 1, "a message before the first heading"}
			}
			if line != "" {
				out = append(out, Lesson{class, line})
			}
		}
	}
	return out, nil
}
