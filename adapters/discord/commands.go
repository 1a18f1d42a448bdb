package discord

import (
	"github.com/bwmarrin/discordgo"

	"tandem/coach/training"
)

// The slash commands. Each has typed options, and a function that says the same
// in the words that somebody would type: everything is read by one parser.
// Adding a command is adding an entry.

// Discord's limits of a command.
const (
	maxChoices = 25
	maxChoice  = 100
	maxWords   = 1000 // of what is typed freely: more belongs in a message
	maxNote    = 300
)

// logThis is the command on a message, under Apps.
const logThis = "Log this"

// spoken is a command and its words.
type spoken struct {
	path []string // command and subcommand
	does string
	opts []option
	line func(o options) string
}

// option is one value of a command.
type option struct {
	name, does string
	kind       discordgo.ApplicationCommandOptionType
	required   bool
	choices    []string
	suggest    string // what the desk completes
	min, max   float64
}

const (
	text       = discordgo.ApplicationCommandOptionString
	integer    = discordgo.ApplicationCommandOptionInteger
	number     = discordgo.ApplicationCommandOptionNumber
	upload     = discordgo.ApplicationCommandOptionAttachment
	subcommand = discordgo.ApplicationCommandOptionSubCommand
)

// Options that several commands have.
var (
	optRPE       = option{name: "rpe", does: "How hard it was, 1 to 10", kind: number, min: 1, max: 10}
	optWhen      = option{name: "when", does: "When it began, if it did not just end: at 18:00, yesterday 18:30", kind: text}
	optNote      = option{name: "note", does: "Anything worth keeping", kind: text}
	optTime      = option{name: "time", does: "How long it took: 45:00, 60min, 1h05", kind: text}
	optDistance  = option{name: "distance", does: "How far: 8km, 5mi", kind: text}
	optIntensity = option{name: "intensity", does: "How it felt, where you have no RPE", kind: text, choices: []string{"easy", "moderate", "hard"}}
)

// spokens lists the commands in the order in which Discord shows them.
func spokens() []spoken {
	list := []spoken{
		{[]string{"ask"}, "Ask anything about running and lifting",
			[]option{{name: "question", does: "In your own words", kind: text, required: true}}, words("ask", "question")},
		{[]string{"log", "lift"}, "Log a lift", []option{
			{name: "exercise", does: "Which one; your own come first", kind: text, required: true, suggest: "exercise"},
			{name: "sets", does: "Working sets", kind: integer, min: 1, max: 50},
			{name: "reps", does: "Reps a set", kind: integer, min: 1, max: 200},
			{name: "weight", does: "With its unit: 100kg, 225lb", kind: text},
			optRPE, optTime, optWhen, optNote}, liftLine},
		{[]string{"log", "run"}, "Log a run", []option{optDistance, optTime, optRPE, optIntensity, optWhen, optNote},
			func(o options) string { return enduranceLine("run", o) }},
		{[]string{"log", "other"}, "Log another session", append([]option{
			{name: "activity", does: "What it was", kind: text, required: true, choices: []string{"ride", "row", "swim", "walk", "other"}}},
			optTime, optDistance, optRPE, optIntensity, optWhen, optNote),
			func(o options) string { return enduranceLine(o["activity"], o) }},
		{[]string{"log", "text"}, "Log in one line, as you would write it", []option{
			{name: "line", does: "lift squat 5x5 100kg @8; bench 3x8 60kg", kind: text}}, words("log", "line")},
		{[]string{"log", "undo"}, "Take the last log back", nil, words("undo")},
		{[]string{"log", "edit"}, "Correct the last log", nil, words("log edit")},
		{[]string{"checkin"}, "Say how you are; without numbers you get buttons", checkInOptions(), checkInLine},
		{[]string{"today"}, "What to do today, and why", nil, words("today")},
		{[]string{"week"}, "Your week, with its picture", nil, words("week")},
		{[]string{"history"}, "Your last sessions and best sets", []option{
			{name: "exercise", does: "Only this one", kind: text, suggest: "exercise"}}, words("history", "exercise")},
		{[]string{"plan"}, "A week laid out by the rules", []option{
			{name: "lifts", does: "Lifting days", kind: integer, required: true, max: 7},
			{name: "runs", does: "Runs", kind: integer, required: true, max: 14},
			{name: "wishes", does: "key run tue, long run sun, rest fri", kind: text}}, planLine},
		{[]string{"why"}, "The rules and sources behind the last answer", nil, words("why")},
		{[]string{"help"}, "What I do, with examples", nil, words("help")},
	}
	return append(append(list, settingCommands()...), dataCommands()...)
}

func settingCommands() []spoken {
	set := func(name, does string, opts []option, line func(options) string) spoken {
		return spoken{[]string{"settings", name}, does, opts, line}
	}
	choose := func(name, does string, from ...string) []option {
		return []option{{name: name, does: does, kind: text, required: true, choices: from}}
	}
	var goals []string
	for _, g := range training.Goals() {
		goals = append(goals, string(g))
	}
	return []spoken{
		set("show", "What is set", nil, words("settings")),
		set("start", "Set me up, in a minute", nil, words("start")),
		set("goal", "What you train for", choose("goal", "Most of all", goals...), words("goal", "goal")),
		set("experience", "How long you have trained", choose("level", "Under half a year, a while, or years", "beginner", "intermediate", "advanced"), words("experience", "level")),
		set("units", "Kilograms or pounds", choose("units", "kg and km, or lb and mi", "metric", "imperial"), words("units", "units")),
		set("timezone", "The clock you live by", []option{{name: "city", does: "Your city, or a zone's name", kind: text, required: true, suggest: "zone"}}, words("timezone", "city")),
		set("reminders", "When I check in", []option{{name: "when", does: "07:00 mon,wed,fri; off; quiet 22:00-06:30; nudge off", kind: text, required: true}}, words("reminders", "when")),
		set("event", "The day of your race", []option{{name: "day", does: "2027-05-02, or off", kind: text, required: true}}, words("event", "day")),
		set("deload", "An easy week", choose("switch", "A week from today, or over", "on", "off"), words("deload", "switch")),
		set("pause", "No reminders for a while", []option{{name: "until", does: "2026-12-24, 3d, 2w", kind: text},
			{name: "reason", does: "So that I know how to begin again", kind: text, choices: []string{"holiday", "ill", "injured", "travelling"}}}, pauseLine),
		set("resume", "Reminders again", nil, words("resume")),
	}
}

func dataCommands() []spoken {
	return []spoken{
		{[]string{"data", "export"}, "All I keep of you, as a file", nil, words("data export")},
		{[]string{"data", "import"}, "Bring your log from another app", []option{
			{name: "file", does: "CSV, FIT, GPX, TCX or JSON, up to 20 MB", kind: upload, required: true}}, words("import")},
		{[]string{"data", "privacy"}, "What I keep, and who sees it", nil, words("privacy")},
		{[]string{"data", "erase"}, "Delete everything I keep of you", nil, words("data erase")},
	}
}

// items are the five of a check-in, as options.
var items = []string{"fatigue", "sleep", "soreness", "stress", "mood"}

func checkInOptions() (opts []option) {
	for _, item := range items {
		opts = append(opts, option{name: item, does: "1 to 5, 5 is best", kind: integer, min: 1, max: 5})
	}
	return append(opts, option{name: "hours", does: "Hours of sleep", kind: number, max: 24},
		option{name: "pain", does: "Where it hurts, or none", kind: text}, optNote)
}
