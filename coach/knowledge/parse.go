package knowledge

import (
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/pelletier/go-toml/v2"
)

// A FileError is one fault in an entry's file.
type FileError struct {
	File string
	Line int // from 1
	Msg  string
}

func (e *FileError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Msg) }

// origin remembers where an entry came from, for errors found later.
type origin struct {
	file  string
	lines map[string]int // front matter key -> line
}

func (o origin) fault(key, format string, args ...any) error {
	line := o.lines[key]
	if line == 0 {
		line = 1
	}
	return &FileError{File: o.file, Line: line, Msg: fmt.Sprintf(format, args...)}
}

// frontMatter is the head of an entry's file.
type frontMatter struct {
	ID        string         `toml:"id"`
	Title     string         `toml:"title"`
	Grade     string         `toml:"grade"`
	Seed      []string       `toml:"seed"`
	Evidence  []string       `toml:"evidence"`
	Reviewed  toml.LocalDate `toml:"reviewed"`
	Related   []string       `toml:"related"`
	Phrasings []string       `toml:"phrasings"`
	Not       []string       `toml:"not"`
}

const fence = "+++"

// parseEntry reads one entry's file. Every fault found is reported, joined.
func parseEntry(file, text string) (Entry, error) {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	head, body, bodyLine, err := splitFences(file, text)
	if err != nil {
		return Entry{}, err
	}
	front, err := decodeFront(file, head)
	if err != nil {
		return Entry{}, err
	}
	e := Entry{
		ID: front.ID, Title: front.Title, Grade: front.Grade,
		Seed: front.Seed, Evidence: front.Evidence, Related: front.Related,
		Phrasings: front.Phrasings, Not: front.Not,
		Product: front.Grade == Product,
		Goals:   map[string]string{},
		at:      origin{file: file, lines: keyLines(head)},
	}
	if front.Reviewed != (toml.LocalDate{}) {
		e.Reviewed = front.Reviewed.AsTime(time.UTC)
	}
	err = errors.Join(readBody(&e, body, bodyLine), e.check())
	return e, err
}

// splitFences cuts a file into front matter and body. The front matter starts
// at line 2; bodyLine is the line where the body starts.
func splitFences(file, text string) (head, body string, bodyLine int, err error) {
	rest, ok := strings.CutPrefix(text, fence+"\n")
	if !ok {
		return "", "", 0, &FileError{file, 1, `the file must begin with a line "+++" before its front matter`}
	}
	head, body, ok = strings.Cut("\n"+rest, "\n"+fence+"\n")
	if !ok {
		return "", "", 0, &FileError{file, 1, `the front matter has no closing line "+++"`}
	}
	head = strings.TrimPrefix(head, "\n")
	return head, body, strings.Count(head, "\n") + 4, nil
}

func decodeFront(file, head string) (frontMatter, error) {
	var front frontMatter
	err := toml.NewDecoder(strings.NewReader(head)).DisallowUnknownFields().Decode(&front)
	var strict *toml.StrictMissingError
	var decode *toml.DecodeError
	switch {
	case errors.As(err, &strict):
		var faults []error
		for _, missing := range strict.Errors {
			row, _ := missing.Position()
			key := strings.Join(missing.Key(), ".")
			faults = append(faults, &FileError{file, row + 1, fmt.Sprintf("unknown key %q: keys are id, title, grade, seed, evidence, reviewed, related, phrasings, not", key)})
		}
		return front, errors.Join(faults...)
	case errors.As(err, &decode):
		row, _ := decode.Position()
		return front, &FileError{file, row + 1, strings.TrimPrefix(decode.Error(), "toml: ")}
	case err != nil:
		return front, &FileError{file, 2, err.Error()}
	}
	return front, nil
}

// keyLines finds the line of each top-level key of the front matter.
func keyLines(head string) map[string]int {
	lines := map[string]int{}
	for i, line := range strings.Split(head, "\n") {
		key, _, ok := strings.Cut(line, "=")
		if key = strings.TrimSpace(key); ok && key != "" && !strings.ContainsAny(key, "\"' #") {
			lines[key] = i + 2
		}
	}
	return lines
}

// readBody fills in verdict, reasons, steps and goal sections.
func readBody(e *Entry, body string, line int) error {
	var faults []error
	fault := func(format string, args ...any) {
		faults = append(faults, &FileError{e.at.file, line, fmt.Sprintf(format, args...)})
	}
	section, verdictDone := "", false
	seen := map[string]bool{}
	for text := range strings.Lines(body) {
		text = strings.TrimSpace(text)
		switch {
		case strings.HasPrefix(text, "#"):
			section = strings.TrimSpace(strings.TrimLeft(text, "#"))
			_, isGoal := goalSections[section]
			if section != "Why" && section != "Do" && !isGoal {
				fault("unknown section %q: sections are Why, Do and the goals Strength, Hypertrophy, Power, Endurance, Event, Fat loss, General", section)
			}
			if seen[section] {
				fault("section %q stands twice", section)
			}
			seen[section] = true
		case text == "":
			verdictDone = verdictDone || e.Verdict != ""
		case section == "":
			if verdictDone {
				fault("the verdict is one line; put more under Why or Do")
			}
			e.Verdict = join(e.Verdict, text)
			if n := utf8.RuneCountInString(e.Verdict); n > MaxVerdict {
				fault("the verdict has %d characters, at most %d fit", n, MaxVerdict)
			}
		case section == "Why":
			e.Why = appendItem(e.Why, text)
		case section == "Do":
			e.Do = appendItem(e.Do, text)
		default:
			if goal, ok := goalSections[section]; ok {
				e.Goals[goal] = join(e.Goals[goal], text)
			}
		}
		line++
	}
	if e.Verdict == "" {
		fault("no verdict: the first line after the front matter must say the answer")
	}
	return errors.Join(faults...)
}

// appendItem adds a bullet, or continues the last one.
func appendItem(items []string, text string) []string {
	for _, bullet := range []string{"- ", "* ", "• "} {
		if item, ok := strings.CutPrefix(text, bullet); ok {
			return append(items, strings.TrimSpace(item))
		}
	}
	if len(items) == 0 {
		return []string{text}
	}
	items[len(items)-1] += " " + text
	return items
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + " " + b
}
