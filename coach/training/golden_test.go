package training

import (
	"flag"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// goldenNow is the moment every golden entry is typed: a Monday evening.
func goldenNow(t *testing.T) Context {
	t.Helper()
	zone, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	return Context{Now: time.Date(2026, 11, 23, 19, 30, 10, 0, zone), Zone: zone, Units: Metric, Own: map[string]bool{"sandbag hill": true}}
}

// TestParse_Entries reads testdata/entries.txt: an entry as people type it (\n
// for a new line), and below it, indented, what the coach makes of it. A line
// "units imperial" switches the athlete.
func TestParse_Entries(t *testing.T) {
	const file = "testdata/entries.txt"
	old, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	c := goldenNow(t)
	var out strings.Builder
	entries := 0
	for line := range strings.Lines(string(old)) {
		line = strings.TrimRight(line, "\n")
		switch {
		case strings.HasPrefix(line, "    "):
			continue
		case line == "" || strings.HasPrefix(line, "##"):
			out.WriteString(line + "\n")
			continue
		case strings.HasPrefix(line, "units "):
			c.Units = Units(strings.TrimPrefix(line, "units "))
			out.WriteString(line + "\n")
			continue
		}
		entries++
		out.WriteString(line + "\n")
		for _, echo := range echoOf(strings.ReplaceAll(line, `\n`, "\n"), c) {
			out.WriteString("    " + echo + "\n")
		}
		holds(t, line, c)
	}
	if *update {
		if err := os.WriteFile(file, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(old), out.String()); diff != "" {
		t.Errorf("entries are read differently (-want +got; -update rewrites):\n%s", diff)
	}
	if entries < 250 {
		t.Errorf("%s has %d entries, want 250 or more", file, entries)
	}
}

// echoOf is what the coach makes of an entry, one line each.
func echoOf(text string, c Context) []string {
	e, err := Parse(text, c)
	if err != nil {
		return []string{"! " + err.Error()}
	}
	var out []string
	if e.Question != nil {
		out = append(out, "? "+e.Question.Ask)
		for _, o := range e.Question.Options {
			out = append(out, "  ["+o.Label+"] "+strings.ReplaceAll(o.Line, "\n", `\n`))
		}
	}
	for _, s := range e.Sessions {
		out = append(out, "= "+s.Line(c.Units))
	}
	for _, name := range e.Unknown {
		out = append(out, "~ own exercise: "+name)
	}
	for _, r := range e.Remarks {
		out = append(out, "~ "+r)
	}
	return out
}

// holds checks what must be true of every entry: the printed line reads back
// to itself, an answered question is not asked again, an error's example works.
func holds(t *testing.T, line string, c Context) {
	t.Helper()
	e, err := Parse(strings.ReplaceAll(line, `\n`, "\n"), c)
	if err != nil {
		parseError, ok := err.(*ParseError)
		if !ok {
			t.Errorf("%q: the error is a %T", line, err)
			return
		}
		if _, err := Parse(parseError.Example, c); err != nil {
			t.Errorf("%q: the example %q does not parse: %v", line, parseError.Example, err)
		}
		return
	}
	for _, s := range e.Sessions {
		printed := s.Line(c.Units)
		again, err := Parse(printed, c)
		if err != nil || again.Question != nil || len(again.Sessions) != 1 {
			t.Errorf("%q prints %q, which does not read back: %v %+v", line, printed, err, again.Question)
			continue
		}
		if diff := cmp.Diff(s, again.Sessions[0]); diff != "" {
			t.Errorf("%q prints %q, which reads back differently:\n%s", line, printed, diff)
		}
	}
	if e.Question == nil {
		return
	}
	for _, o := range e.Question.Options {
		if o.Label == "Edit" {
			continue
		}
		if o.Label == PlannedLabel {
			if e, err := Parse(o.Line, c); err == nil {
				t.Errorf("%q, answered %q, is kept: %+v", line, o.Label, e)
			}
			continue
		}
		after, err := Parse(o.Line, c)
		if err != nil {
			t.Errorf("%q, answered %q: %q does not parse: %v", line, o.Label, o.Line, err)
		} else if after.Question != nil && after.Question.Ask == e.Question.Ask {
			t.Errorf("%q, answered %q: %q asks the same again", line, o.Label, o.Line)
		}
	}
}
