package bot

import (
	"strings"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// The forms that commands open. A platform that must open a form before it may
// think asks FormFor; what is sent in becomes a command line by FormLine, so
// that every mouth is read by the same parser.

// FormFor is the form that a command without words opens.
func FormFor(text string) (*Form, bool) {
	c, rest, ok := commandNamed(text)
	if !ok || rest != "" {
		return nil, false
	}
	switch c.word {
	case "log":
		return LogForm(), true
	}
	return nil, false
}

// LogForm asks for one session.
func LogForm() *Form {
	return &Form{ID: "log", Title: "Log a session", Send: "Log it", Fields: []Field{
		{Name: "kind", Label: "What", Choices: []string{"lift", "run", "ride", "row", "swim", "walk", "other"}, Value: "lift", Required: true},
		{Name: "exercise", Label: "Exercise (for a lift)", Suggest: "exercise", Hint: "Back Squat"},
		{Name: "sets", Label: "Sets × reps", Hint: "5x5"},
		{Name: "weight", Label: "Weight", Hint: "100kg"},
		{Name: "distance", Label: "Distance (for a run)", Hint: "8km"},
		{Name: "duration", Label: "Time it took", Hint: "45:00 or 60min"},
		{Name: "rpe", Label: "How hard, 1 to 10", Hint: "7"},
		{Name: "when", Label: "When, if not just now", Hint: "yesterday 18:30"},
		{Name: "note", Label: "Note", Long: true},
	}}
}

// EditForm asks for a session's line, corrected.
func EditForm(id, line string) *Form {
	return &Form{ID: "edit " + id, Title: "Correct this log", Send: "Save", Fields: []Field{
		{Name: "line", Label: "The session", Value: line, Long: true, Required: true}}}
}

// CheckInForm asks for what does not fit on buttons.
func CheckInForm(day training.Date) *Form {
	return &Form{ID: "checkin on " + day.String(), Title: "Sleep, pain, note", Send: "Save", Fields: []Field{
		{Name: "sleep", Label: "Hours of sleep", Hint: "7.5"},
		{Name: "pain", Label: "Does anything hurt? Where?", Hint: "left knee"},
		{Name: "note", Label: "Anything else", Long: true}}}
}

// ZoneForm asks for the city whose clock somebody lives by, where they cannot
// simply write it.
func ZoneForm() *Form {
	return &Form{ID: "timezone", Title: "Your city", Send: "Save", Fields: []Field{
		{Name: "city", Label: "Your city, or a time zone", Suggest: "zone", Hint: "Berlin", Required: true}}}
}

// FormLine is a form that was sent in, as the command line that it stands for.
func FormLine(id string, values map[string]string) string {
	v := func(name string) string { return strings.Join(strings.Fields(values[name]), " ") }
	switch word, rest := firstWord(id); word {
	case "log":
		return "/log " + logLine(v)
	case "edit":
		return "/log edit " + rest + " " + strings.TrimSpace(values["line"])
	case "timezone":
		return "/timezone " + v("city")
	case "checkin":
		line := "/checkin " + rest
		if s := v("sleep"); s != "" {
			if strings.Trim(s, "0123456789.,") == "" {
				s += "h" // a bare small number could be an answer from 1 to 5
			}
			line += " sleep " + s
		}
		if s := v("pain"); s != "" {
			line += " pain " + s
		}
		if s := v("note"); s != "" {
			line += " note " + s
		}
		return line
	}
	return "/" + id
}

func logLine(v func(string) string) string {
	parts := []string{v("kind")}
	if v("kind") == "lift" {
		parts = append(parts, v("exercise"), v("sets"), v("weight"))
		if rpe := v("rpe"); rpe != "" {
			parts = append(parts, "@"+rpe)
		}
	} else {
		parts = append(parts, v("distance"), v("duration"))
		if rpe := v("rpe"); rpe != "" {
			parts = append(parts, "rpe "+rpe)
		}
	}
	if v("kind") == "lift" {
		parts = append(parts, v("duration"))
	}
	parts = append(parts, v("when"))
	if n := v("note"); n != "" {
		parts = append(parts, "note "+n)
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

// CheckForm returns what is wrong with a form's values, by field; empty when
// they can be sent in.
func CheckForm(id string, values map[string]string, c training.Context) map[string]string {
	wrong := map[string]string{}
	line := strings.TrimPrefix(FormLine(id, values), "/")
	word, rest := firstWord(line)
	switch word {
	case "log":
		rest = strings.TrimPrefix(rest, strings.TrimPrefix(id, "log ")+" ")
		if strings.HasPrefix(id, "edit ") {
			rest = values["line"]
		}
		if _, err := training.Parse(rest, c); err != nil {
			wrong[fieldOf(id, values, err.Error())] = err.Error()
		}
	case "checkin":
		_, words, _ := checkInDay(rest, training.Date{})
		if _, err := recovery.Parse(words); err != nil && strings.TrimSpace(words) != "" {
			wrong["sleep"] = err.Error()
		}
	}
	return wrong
}

// fieldOf is the field that holds the word an error quotes.
func fieldOf(id string, values map[string]string, message string) string {
	if strings.HasPrefix(id, "edit ") {
		return "line"
	}
	_, quoted, _ := strings.Cut(message, `"`)
	quoted, _, _ = strings.Cut(quoted, `"`)
	quoted = strings.TrimLeft(quoted, "@")
	for _, name := range []string{"sets", "weight", "distance", "duration", "rpe", "when", "exercise"} {
		for _, word := range strings.Fields(values[name]) {
			if strings.Contains(" "+quoted+" ", " "+word+" ") || len(quoted) > 1 && strings.Contains(word, quoted) {
				return name
			}
		}
	}
	if values["kind"] == "lift" {
		return "sets"
	}
	return "duration"
}
