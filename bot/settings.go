package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"tandem/bot/zone"
	"tandem/coach"
	"tandem/coach/training"
)

func (t *talk) goal(ctx context.Context, rest string) ([]Reply, error) {
	g, ok := findGoal(strings.ToLower(rest))
	if !ok {
		r := t.question(stepGoal)
		r.Text = refuse("goal", rest, "one of strength, hypertrophy, power, endurance, event, fat_loss, general") + " " + r.Text
		return one(r), nil
	}
	t.a.Goal = g
	done := "Goal: " + strings.ToLower(goalLabels[g]) + "."
	if g == training.Event && t.a.Event.IsZero() {
		done = "Goal: a race. Tell me the day when you know it: `event 2027-05-02`."
	}
	return t.advance(ctx, stepGoal, done)
}

// goalWords are what people call the goals.
var goalWords = map[string]training.Goal{
	"strength": training.Strength, "strong": training.Strength, "stronger": training.Strength, "powerlifting": training.Strength,
	"hypertrophy": training.Hypertrophy, "muscle": training.Hypertrophy, "size": training.Hypertrophy, "mass": training.Hypertrophy, "bodybuilding": training.Hypertrophy,
	"power": training.Power, "explosive": training.Power, "endurance": training.Endurance, "running": training.Endurance, "run": training.Endurance,
	"event": training.Event, "race": training.Event, "marathon": training.Event, "half marathon": training.Event, "a race": training.Event, "hyrox": training.Event,
	"fat_loss": training.FatLoss, "fat loss": training.FatLoss, "fat-loss": training.FatLoss, "weight loss": training.FatLoss, "lose weight": training.FatLoss, "lose fat": training.FatLoss,
	"general": training.General, "general fitness": training.General, "fitness": training.General, "health": training.General, "fit": training.General,
}

// findGoal takes a slip or two in a longer word.
func findGoal(text string) (training.Goal, bool) {
	word := strings.Trim(text, " .!")
	if g, ok := goalWords[word]; ok {
		return g, true
	}
	near, at := training.Goal(""), 3
	for known, g := range goalWords {
		if d := distance(word, known); len(known) >= 6 && d < at {
			near, at = g, d
		}
	}
	return near, near != ""
}

func (t *talk) experience(ctx context.Context, rest string) ([]Reply, error) {
	e, ok := findExperience(strings.ToLower(rest))
	if !ok {
		r := t.question(stepExperience)
		r.Text = refuse("experience", rest, "beginner, intermediate or advanced") + " " + r.Text
		return one(r), nil
	}
	t.a.Experience = e
	return t.advance(ctx, stepExperience, "Experience: "+string(e)+".")
}

func findExperience(text string) (training.Experience, bool) {
	switch strings.Trim(text, " .!") {
	case "beginner", "new", "novice", "under 6 months", "newbie":
		return training.Beginner, true
	case "intermediate", "a while", "some", "medium":
		return training.Intermediate, true
	case "advanced", "specialist", "expert", "years, seriously", "years", "competitive":
		return training.Advanced, true
	}
	for _, e := range []training.Experience{training.Beginner, training.Intermediate, training.Advanced} {
		if distance(text, string(e)) <= 2 {
			return e, true
		}
	}
	return "", false
}

func (t *talk) units(ctx context.Context, rest string) ([]Reply, error) {
	switch strings.ToLower(rest) {
	case "metric", "kg", "km":
		t.a.Units = training.Metric
	case "imperial", "lb", "lbs", "mi", "miles", "us":
		t.a.Units = training.Imperial
	default:
		return one(say(refuse("units", rest, "metric (kg, km) or imperial (lb, mi)") + " Try `units imperial`.")), nil
	}
	return t.saved(ctx, "Units: "+string(t.a.Units)+". Only what you read and type changes; your log stays the same.")
}

func (t *talk) timezone(ctx context.Context, rest string) ([]Reply, error) {
	if rest == otherCity {
		return t.askCity(ctx)
	}
	name, ok := zone.Find(rest)
	if !ok {
		near := zone.Search(rest, 3)
		if rest == "" || len(near) == 0 {
			return one(say(refuse("time zone", rest, "a city or a zone name") + " Try `timezone Berlin` or `timezone America/New_York`.")), nil
		}
		r := say(fmt.Sprintf("Which one is %q?", rest))
		for _, n := range near {
			r.Buttons = append(r.Buttons, Button{Label: n, Command: "timezone " + n})
		}
		return one(r), nil
	}
	moved := t.a.Zone != "" && t.a.Zone != name
	t.a.Zone = name
	written := t.m.Press == "" // a city may be another of its name
	done := fmt.Sprintf("Your clock: %s, it is %s now.", name, t.clockIn(name))
	if written {
		done = fmt.Sprintf("Your clock: %s. If it isn't %s for you now, press Other city.", name, t.clockIn(name))
	}
	if !t.a.SetUp && slices.Contains(poundZones, name) {
		t.a.Units = training.Imperial
		done += " I take pounds and miles; `units metric` changes that."
	}
	if moved && t.a.Reminders.On() {
		done += " Check-ins move with you: same time on your new clock."
	}
	replies, err := t.advance(ctx, stepZone, done)
	if err == nil && written {
		last := &replies[len(replies)-1]
		last.Buttons = append(last.Buttons, Button{Label: "Other city", Command: "timezone " + otherCity})
	}
	return replies, err
}

// otherCity is what the button under a zone says for a city.
const otherCity = "other"

// askCity asks for the city once more, in the first talk as its question.
func (t *talk) askCity(ctx context.Context) ([]Reply, error) {
	t.m.Zone = "" // what the platform reported was not it
	if t.a.SetUp {
		return one(t.zoneQuestion()), nil
	}
	if slices.Contains(poundZones, t.a.Zone) {
		t.a.Units = training.Metric // pounds came with the wrong city
		if err := t.tx.SaveAthlete(ctx, t.a); err != nil {
			return nil, fmt.Errorf("save settings: %w", err)
		}
	}
	return t.askStep(ctx, stepZone, "")
}

// poundZones are where people count in pounds and miles.
var poundZones = []string{"America/New_York", "America/Detroit", "America/Chicago", "America/Denver", "America/Phoenix",
	"America/Los_Angeles", "America/Anchorage", "Pacific/Honolulu"}

func (t *talk) clockIn(name string) string {
	loc, err := time.LoadLocation(name)
	if err != nil {
		loc = time.UTC
	}
	return t.now.In(loc).Format("15:04")
}

// looksLikePlace keeps questions from being read as cities.
func looksLikePlace(word string) bool {
	return len(strings.Fields(word)) <= 4 && !strings.Contains(word, "?") && !questionRE.MatchString(word)
}

func (t *talk) event(ctx context.Context, rest string) ([]Reply, error) {
	today := t.a.Today(t.now)
	switch word := strings.ToLower(rest); word {
	case "":
		if t.a.Event.IsZero() {
			return one(say("No event is set. `event " + today.Add(84).String() + "` sets one.")), nil
		}
		return one(say(fmt.Sprintf("Your event: %s, %s to go. `event off` takes it away.", t.a.Event, count(t.a.Event.Sub(today), "day")))), nil
	case "off", "none":
		t.a.Event = training.Date{}
		return t.saved(ctx, "No event any more.")
	}
	d, err := parseDay(rest, today)
	if err != nil || d.Before(today) {
		return one(say(refuse("event day", rest, "a day to come, as 2027-05-02 or 2 May") + " Try `event " + today.Add(84).String() + "`.")), nil
	}
	t.a.Event = d
	return t.saved(ctx, fmt.Sprintf("Event on %s: %s to go. In the last two weeks I mind the taper.", d, count(d.Sub(today), "day")))
}

func (t *talk) deload(ctx context.Context, rest string) ([]Reply, error) {
	today := t.a.Today(t.now)
	switch word := strings.ToLower(rest); word {
	case "":
		if !t.a.Deload.IsZero() && !t.a.Deload.Before(today) {
			return one(Reply{Kind: Answer, Text: fmt.Sprintf("You are in an easy week, through %s.", t.a.Deload), Buttons: []Button{{Label: "End it", Command: "deload off"}}}), nil
		}
		return one(Reply{Kind: Answer, Text: "An easy week: fewer sets, less effort, and I read nothing into lower numbers. Start one today?",
			Buttons: []Button{{Label: "Start", Command: "deload on", Primary: true}, {Label: "What is a deload?", Command: "topic deload"}}}), nil
	case "on":
		t.a.Deload = today.Add(6)
	case "off":
		t.a.Deload = training.Date{}
		return t.saved(ctx, "Deload over: back to normal.")
	default:
		d, err := parseDay(word, today)
		if err != nil || d.Before(today) {
			return one(say(refuse("deload", rest, "on, off, or a last day such as "+today.Add(6).String()) + " Try `deload on`.")), nil
		}
		t.a.Deload = d
	}
	return t.saved(ctx, fmt.Sprintf("Easy week through %s. I won't read lower numbers as a decline.", t.a.Deload))
}

func (t *talk) saved(ctx context.Context, done string) ([]Reply, error) {
	if err := t.save(ctx); err != nil {
		return nil, err
	}
	return one(say(done)), nil
}

// save keeps the settings, and plans the notes that they give reason for.
func (t *talk) save(ctx context.Context) error {
	if err := t.tx.SaveAthlete(ctx, t.a); err != nil {
		return fmt.Errorf("save settings: %w", err)
	}
	return t.Coach.PlanNotes(ctx, t.tx, t.a, t.now)
}

// refuse says that a value was not understood, quoting it.
func refuse(what, got, want string) string {
	if strings.TrimSpace(got) == "" {
		return fmt.Sprintf("For %s I need %s.", what, want)
	}
	return fmt.Sprintf("I can't read %q: for %s I take %s.", got, what, want)
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

var clockRE = regexp.MustCompile(`^(\d{1,2})(?:[:.h](\d{2}))? ?(am|pm)?$`)

// parseClock reads 7:00, 07:00, 7am, 19.30 as HH:MM.
func parseClock(text string) (string, error) {
	m := clockRE.FindStringSubmatch(strings.ToLower(strings.TrimSpace(text)))
	if m == nil || (m[2] == "" && m[3] == "") {
		return "", fmt.Errorf("%q is not a time of day: write it as 07:00 or 7am", text)
	}
	h, _ := strconv.Atoi(m[1])
	minute, _ := strconv.Atoi(m[2])
	if m[3] != "" && (h < 1 || h > 12) || h > 23 || minute > 59 {
		return "", fmt.Errorf("%q is not a time of day: hours go to 23, minutes to 59", text)
	}
	switch {
	case m[3] == "pm" && h < 12:
		h += 12
	case m[3] == "am" && h == 12:
		h = 0
	}
	return fmt.Sprintf("%02d:%02d", h, minute), nil
}

// settings shows what is set, and how to change each.
func (t *talk) settings(ctx context.Context, _ string) ([]Reply, error) {
	a := t.a
	line := func(what, value, how string) string {
		return "• " + what + ": " + or(value, "not set") + " — `" + how + "`"
	}
	lines := []string{"Your settings:",
		line("Goal", strings.ToLower(goalLabels[a.Goal]), "goal strength"),
		line("Experience", string(a.Experience), "experience intermediate"),
		line("Units", string(a.Units), "units imperial"),
		line("Clock", a.Zone, "timezone Berlin"),
		line("Check-in", describeReminders(a), "reminders 07:00"),
		line("Besides", switchedOn(a.Reminders), "reminders nudge off"),
		line("Quiet hours", a.Reminders.Quiet, "reminders quiet 22:00-06:30"),
		line("Event", a.Event.String(), "event 2027-05-02"),
	}
	if a.Pause.Active(a.Today(t.now)) {
		lines = append(lines, "• Paused through "+a.Pause.Until.String()+" — `resume`")
	}
	next, ok, err := t.nextCheckIn(ctx)
	if err != nil {
		return nil, err
	}
	if ok {
		lines = append(lines, "Next check-in: "+t.onDay(next)+".")
	}
	if !a.Consent.Given {
		lines = append(lines, "You have not agreed that I keep health data, so I log nothing — `start`")
	} else if without := a.Consent.Of(false); len(without) > 0 {
		lines = append(lines, "I keep nothing of "+classNames(without)+", as you chose — `consent`")
	}
	return one(say(strings.Join(lines, "\n"))), nil
}

func or(s, instead string) string {
	if s == "" {
		return instead
	}
	return s
}

func describeReminders(a coach.Athlete) string {
	r := a.Reminders
	switch {
	case r.Cron != "":
		return "cron " + r.Cron
	case r.CheckIn == "":
		return "off"
	case r.Days == "":
		return r.CheckIn + " every day"
	}
	return r.CheckIn + " on " + strings.ReplaceAll(r.Days, ",", ", ")
}
