package bot

import (
	"context"
	"regexp"
	"strings"

	"tandem/coach"
	"tandem/coach/training"
)

// command is one word that the coach obeys, in every mouth the same.
type command struct {
	word    string
	aliases []string
	example string // shown in help; "" = not listed
	does    string
	// bare says whether words without a slash mean the command: "week" does,
	// "week two of my plan feels hard" does not. nil = only with a slash.
	bare func(rest string) bool
	run  func(t *talk, ctx context.Context, rest string) ([]Reply, error)
}

// commands lists what the coach obeys, in the order of help. Adding a command
// is adding a line.
func commands() []command {
	return []command{
		{"ask", nil, "ask should I run after squats?", "an answer, fitted to your goal", any_, (*talk).askCommand},
		{"log", []string{"logged"}, "log lift squat 5x5 100kg @8; bench 3x8 60kg", "keep a workout and hear what it means", any_, (*talk).log},
		{"undo", nil, "undo", "take the last log back", none, (*talk).undo},
		{"edit", nil, "", "", none, (*talk).edit},
		{"history", nil, "history squat", "your last sessions and best sets", words(3), (*talk).history},
		{"checkin", []string{"check-in", "check"}, "checkin 4 3 4 4 5 sleep 7.5h", "how you are: fatigue, sleep, soreness, stress, mood", looksLikeCheckIn, (*talk).checkIn},
		{"snooze", nil, "snooze 1h", "ask me later: 1h, evening, tomorrow", words(2), (*talk).snooze},
		{"skip", nil, "skip", "no check-in today", today, (*talk).skip},
		{"pause", nil, "pause until 2026-12-24 holiday", "no reminders until then", pauseWords, (*talk).pause},
		{"resume", nil, "resume", "reminders again", none, (*talk).resume},
		{"today", nil, "today", "what to do today, and why", none, (*talk).today},
		{"week", nil, "week", "your week, with its picture", none, (*talk).week},
		{"load", nil, "", "", none, (*talk).load},
		{"plan", nil, "plan 3 lifts 3 runs key run tue", "a week laid out by the rules", planWords, (*talk).plan},
		{"goal", nil, "goal strength", "strength, hypertrophy, power, endurance, event, fat_loss, general", words(3), (*talk).goal},
		{"experience", nil, "experience intermediate", "beginner, intermediate, advanced", words(2), (*talk).experience},
		{"units", nil, "units imperial", "metric (kg, km) or imperial (lb, mi)", words(1), (*talk).units},
		{"timezone", []string{"zone", "tz"}, "timezone Berlin", "where your clock is", words(4), (*talk).timezone},
		{"reminders", []string{"reminder", "remind", "checkins"}, "reminders 07:00 mon,wed,fri", "when I check in; `reminders off` for never", reminderWords, (*talk).reminders},
		{"event", []string{"race"}, "event 2027-05-02", "the day of your race", dated, (*talk).event},
		{"deload", nil, "deload on", "an easy week: `deload on`, `deload off`", onOff, (*talk).deload},
		{"why", nil, "why", "the rules and sources behind my last answer", none, (*talk).why},
		{"data", nil, "data export", "all I keep of you; `data erase` deletes it", dataWords, (*talk).data},
		{"privacy", nil, "privacy", "what I keep, and who sees it", none, (*talk).privacy},
		{"settings", nil, "settings", "what is set", none, (*talk).settings},
		{"help", []string{"commands", "?", "menu"}, "", "", words(1), (*talk).help},
		{"start", []string{"setup", "begin"}, "", "", none, (*talk).start},
		{"hello", []string{"hi", "hey", "hiya", "yo"}, "", "", greeting, (*talk).hello},
		{"cleared", nil, "", "", none, (*talk).cleared},
		{"rest", nil, "", "", today, (*talk).restDay},
		{"consent", nil, "", "", consentWords, (*talk).consent},
		// What only buttons say.
		{"pass", nil, "", "", nil, (*talk).pass},
		{"topic", nil, "", "", nil, (*talk).topic},
		{"related", nil, "", "", nil, (*talk).related},
		{"feedback", nil, "", "", nil, (*talk).feedback},
		{"legs", nil, "", "", legWords, (*talk).legs},
		{"import", nil, "", "", nil, (*talk).importCommand},
		{"share", nil, "", "", nil, (*talk).share},
		{"never", nil, "", "", nil, (*talk).never},
		{"moved", nil, "", "", nil, (*talk).moved},
		{"warned", nil, "", "", nil, (*talk).warned},
		{"nowarning", nil, "", "", nil, (*talk).noWarning},
	}
}

// commandNamed finds the command that text begins with, with or without a slash.
func commandNamed(text string) (command, string, bool) {
	word, rest := firstWord(strings.TrimPrefix(strings.TrimSpace(text), "/"))
	for _, c := range commands() {
		if c.word == word {
			return c, rest, true
		}
		for _, a := range c.aliases {
			if a == word {
				return c, rest, true
			}
		}
	}
	return command{}, "", false
}

// bareCommand finds the command that is meant without a slash.
func bareCommand(text string) (command, string, bool) {
	c, rest, ok := commandNamed(text)
	if !ok || c.bare == nil || !c.bare(strings.ToLower(strings.TrimRight(rest, "?.! "))) {
		return command{}, "", false
	}
	return c, rest, true
}

func greeting(rest string) bool {
	return rest == "" || rest == "there" || rest == "coach" || rest == "tandem"
}

// What may follow a command's word without a slash.
func any_(string) bool       { return true }
func none(rest string) bool  { return rest == "" }
func onOff(rest string) bool { return rest == "" || rest == "on" || rest == "off" || dated(rest) }
func today(rest string) bool {
	return rest == "" || rest == "today" || rest == "day" || rest == "day today"
}
func dated(rest string) bool {
	if rest == "" || rest == "off" || rest == "none" {
		return true
	}
	_, err := parseDay(rest, training.Date{Year: 2000, Month: 1, Day: 1})
	return err == nil || datedRE.MatchString(rest)
}
func consentWords(rest string) bool {
	word, classes := firstWord(rest)
	_, ok := coach.FindClasses(classes)
	return word == "" || word == "choose" || ok && (word == "yes" || word == "no")
}
func legWords(rest string) bool {
	return strings.HasPrefix(rest, "yes ") || strings.HasPrefix(rest, "no ")
}

func words(n int) func(string) bool {
	return func(rest string) bool { return len(strings.Fields(rest)) <= n && !questionRE.MatchString(rest) }
}

var (
	datedRE    = regexp.MustCompile(`^(on |for |until )?\d{4}-\d{2}-\d{2}`)
	questionRE = regexp.MustCompile(`\b(how|what|why|should|is|are|do|does|can|when|which|my|i)\b`)
	pauseRE    = regexp.MustCompile(`^(|(un)?till?( .*)?|for .*|(a|one|two|three|four|five|six|\d+) ?(d|w|days?|weeks?)\b.*|(today|tomorrow|mon|tues?|wed|thu|thurs|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day)( .*)?|(holidays?|vacation|ill|sick|injured|injury|travell?ing)( .*)?)$`)
	planRE     = regexp.MustCompile(`^(\d.*|.*\b\d+ (lifts?|runs?|rides?)\b.*|[a-z]*)$`)
	remindRE   = regexp.MustCompile(`^(|on|off|\d{1,2}|.*\b\d{1,2}([:.]\d{2}| ?(am|pm)).*|cron( .*)?|quiet( .*)?|(nudges?|review|weekly|refuel|soreness|follow-?ups?|team|digest|gap|six(-? ?hours?)?)( \w+)?)$`)
	checkInRE  = regexp.MustCompile(`^(|in|now|in now|(in )?\d.*|(in )?(fatigue|sleep|soreness|stress|mood|pain|no pain|note)\b.*)$`)
)

func pauseWords(rest string) bool       { return pauseRE.MatchString(rest) }
func planWords(rest string) bool        { return planRE.MatchString(rest) }
func reminderWords(rest string) bool    { return remindRE.MatchString(rest) }
func looksLikeCheckIn(rest string) bool { return checkInRE.MatchString(rest) }
func dataWords(rest string) bool {
	return rest == "" || strings.HasPrefix(rest, "export") || strings.HasPrefix(rest, "erase") || strings.HasPrefix(rest, "delete")
}
