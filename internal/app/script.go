package app

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// event is one line of a simulation's script: a person to set up, something a
// person says, presses or sends, or the end.
type event struct {
	Line int `json:"-"`

	Athlete    string `json:"athlete"`
	Zone       string `json:"zone"`
	Goal       string `json:"goal"`
	Experience string `json:"experience"`
	Units      string `json:"units"`
	CheckIn    string `json:"checkin"`
	Days       string `json:"days"`
	Quiet      string `json:"quiet"`
	Event      string `json:"event"`
	Consent    bool   `json:"consent"`

	At    time.Time `json:"at"`
	From  string    `json:"from"`
	In    string    `json:"in"`
	Text  string    `json:"text"`
	Press string    `json:"press"`
	File  string    `json:"file"`
	End   bool      `json:"end"`

	Comment string `json:"comment"`
}

// readScript reads a script and refuses, with its line, what cannot be played.
func readScript(r io.Reader) ([]event, error) {
	var events []event
	var last time.Time
	scan := bufio.NewScanner(r)
	scan.Buffer(make([]byte, 64<<10), 1<<20)
	for n := 1; scan.Scan(); n++ {
		line := strings.TrimSpace(scan.Text())
		if line == "" || strings.HasPrefix(line, "//") || strings.HasPrefix(line, "#") {
			continue
		}
		e, err := readEvent(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		e.Line = n
		if e.Athlete == "" && e.At.Before(last) {
			return nil, fmt.Errorf("line %d: %s is before the line above it; lines stand in order of time", n, e.At.Format(time.RFC3339))
		}
		if e.Athlete == "" {
			last = e.At
		}
		events = append(events, e)
	}
	if err := scan.Err(); err != nil {
		return nil, fmt.Errorf("read script: %w", err)
	}
	if last.IsZero() {
		return nil, errors.New(`the script has no line with a time, such as {"at":"2027-03-01T18:00:00Z","end":true}`)
	}
	return events, nil
}

func readEvent(line string) (event, error) {
	var e event
	dec := json.NewDecoder(strings.NewReader(line))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&e); err != nil {
		return e, fmt.Errorf("not a line of a script: %w", err)
	}
	switch {
	case e.Athlete != "":
		_, err := e.athlete()
		return e, err
	case e.At.IsZero():
		return e, errors.New(`"at" is missing: the time as 2027-03-01T18:00:00-05:00`)
	case e.End:
		return e, nil
	case e.From == "":
		return e, errors.New(`"from" is missing: who says it`)
	case e.Text == "" && e.Press == "" && e.File == "":
		return e, errors.New(`one of "text", "press", "file" or "end" is missing`)
	}
	return e, nil
}

// athlete is the person that a set-up line describes.
func (e event) athlete() (coach.Athlete, error) {
	a := coach.Athlete{Goal: training.Goal(e.Goal), Experience: training.Experience(e.Experience), Units: training.Metric, Zone: e.Zone, SetUp: true}
	if e.Zone == "" {
		a.Zone = "UTC"
	}
	if _, err := time.LoadLocation(a.Zone); err != nil {
		return a, fmt.Errorf("zone %q is not an IANA time zone, such as America/New_York", e.Zone)
	}
	if err := oneOf("goal", e.Goal, "strength", "hypertrophy", "power", "endurance", "event", "fat_loss", "general"); err != nil {
		return a, err
	}
	if err := oneOf("experience", e.Experience, "beginner", "intermediate", "advanced"); err != nil {
		return a, err
	}
	if err := oneOf("units", e.Units, "metric", "imperial"); err != nil {
		return a, err
	}
	if e.Units != "" {
		a.Units = training.Units(e.Units)
	}
	if e.Event != "" {
		d, err := training.ParseDate(e.Event)
		if err != nil {
			return a, err
		}
		a.Event = d
	}
	if e.CheckIn != "" && e.CheckIn != "off" {
		a.Reminders = coach.DefaultReminders(e.CheckIn)
		a.Reminders.Days = e.Days
	}
	switch e.Quiet {
	case "":
	case "off":
		a.Reminders.Quiet = ""
	default:
		a.Reminders.Quiet = e.Quiet
	}
	if e.Consent {
		a.Consent = coach.Consent{Given: true, Version: coach.ConsentVersion}
	}
	return a, nil
}

func oneOf(what, got string, allowed ...string) error {
	for _, a := range allowed {
		if got == a || got == "" {
			return nil
		}
	}
	return fmt.Errorf("%s %q is not one of %s", what, got, strings.Join(allowed, ", "))
}
