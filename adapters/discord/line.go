package discord

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
	"tandem/coach/training"
)

// options are the values of a command by name, as somebody would type them.
type options map[string]string

// words is a command followed by the values of options, as they are.
func words(command string, names ...string) func(options) string {
	return func(o options) string {
		line := []string{command}
		for _, n := range names {
			line = append(line, o[n])
		}
		return strings.TrimSpace(strings.Join(line, " "))
	}
}

func liftLine(o options) string {
	sets := ""
	switch {
	case o["sets"] != "" && o["reps"] != "":
		sets = o["sets"] + "x" + o["reps"]
	case o["reps"] != "":
		sets = "1x" + o["reps"]
	case o["sets"] != "":
		sets = o["sets"] + " sets"
	}
	return line("log lift", o["exercise"], sets, o["weight"], marked("@", o["rpe"]), o["time"], o["when"], marked("note ", o["note"]))
}

func enduranceLine(kind string, o options) string {
	return line("log", kind, o["distance"], o["time"], marked("rpe ", o["rpe"]), o["intensity"], o["when"], marked("note ", o["note"]))
}

func checkInLine(o options) string {
	parts := []string{"checkin"}
	given := 0
	for _, item := range items {
		if o[item] != "" {
			given++
		}
	}
	for _, item := range items {
		switch {
		case given == len(items):
			parts = append(parts, o[item])
		case o[item] != "":
			parts = append(parts, item, o[item]+"/5")
		}
	}
	if o["hours"] != "" {
		parts = append(parts, "sleep "+o["hours"]+"h")
	}
	switch pain := strings.ToLower(o["pain"]); pain {
	case "":
	case "none", "no", "nothing":
		parts = append(parts, "no pain")
	default:
		parts = append(parts, "pain "+o["pain"])
	}
	return line(append(parts, marked("note ", o["note"]))...)
}

func planLine(o options) string {
	count := func(n, one, many string) string {
		if n == "1" {
			return "1 " + one
		}
		return n + " " + many
	}
	return line("plan", count(o["lifts"], "lift", "lifts"), count(o["runs"], "run", "runs"), o["wishes"])
}

func pauseLine(o options) string {
	until := o["until"]
	if strings.Count(until, "-") == 2 {
		until = "until " + until
	}
	return line("pause", until, o["reason"])
}

func line(parts ...string) string { return strings.Join(strings.Fields(strings.Join(parts, " ")), " ") }

func marked(mark, s string) string {
	if s == "" {
		return ""
	}
	return mark + s
}

// lineOf is the command line that a command stands for.
func lineOf(c commandData) string {
	if c.Type == int(discordgo.MessageApplicationCommand) {
		m := c.Resolved.Messages[c.Target]
		words := m.words("")
		if line, ok := training.LooksLikeLog(words); ok {
			words = line
		}
		return "/log " + strings.TrimPrefix(words, "/log ")
	}
	path, given := c.path()
	o := options{}
	for _, g := range given {
		o[g.Name] = clip(plainOption(g.Value), maxWords)
	}
	for _, s := range spokens() {
		if slices.Equal(s.path, path) {
			return "/" + s.line(o)
		}
	}
	return "/" + strings.Join(path, " ") // of an older version: the conversation says what works now
}

// plainOption is an option's value as somebody would type it.
func plainOption(raw json.RawMessage) string {
	var f float64
	if json.Unmarshal(raw, &f) == nil {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strings.TrimSpace(plainValue(raw))
}

// formOf is the form that a command without words opens: here only one that
// was asked for its words and got none.
func formOf(line string) (bot.Form, bool) {
	f, ok := bot.FormFor(line)
	if !ok {
		return bot.Form{}, false
	}
	return *f, true
}

// attached is the file that came with a command.
func attached(c commandData) (file, bool) {
	_, given := c.path()
	for _, g := range given {
		if g.Type == int(upload) {
			f, ok := c.Resolved.Attachments[plainValue(g.Value)]
			return f, ok
		}
	}
	return file{}, false
}

// completed is what the option that is being typed completes, and its words.
func completed(c commandData) (what, prefix string) {
	path, given := c.path()
	for _, g := range given {
		if !g.Focused {
			continue
		}
		for _, s := range spokens() {
			if !slices.Equal(s.path, path) {
				continue
			}
			for _, o := range s.opts {
				if o.name == g.Name {
					return o.suggest, plainOption(g.Value)
				}
			}
		}
	}
	return "", ""
}
