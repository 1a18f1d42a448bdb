package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// reminders reads when the athlete wants to hear from the coach:
// "07:00", "7am mon,wed,fri", "cron 0 7 * * 1-5", "off", "quiet 22:00-06:30",
// "nudge off", "review on"...
func (t *talk) reminders(ctx context.Context, rest string) ([]Reply, error) {
	fields := strings.Fields(strings.ToLower(rest))
	if len(fields) == 0 {
		return t.settings(ctx, "")
	}
	next := t.a
	var err error
	switch word := fields[0]; {
	case word == "off" || word == "no" || word == "never" || word == "stop":
		next.Reminders = coach.Reminders{Quiet: next.Reminders.Quiet}
	case word == "on":
		next.Reminders = coach.DefaultReminders("07:00")
	case word == "quiet":
		err = setQuiet(&next.Reminders, strings.Join(fields[1:], ""))
	case word == "cron":
		next.Reminders = withCheckIn(next.Reminders, "", "", strings.Join(strings.Fields(rest)[1:], " "))
	case switchNamed(&next.Reminders, word) != nil:
		err = flip(switchNamed(&next.Reminders, word), word, fields[1:])
	default:
		err = setDaily(&next.Reminders, fields)
	}
	if err == nil {
		err = t.Planner.Check(next)
	}
	if err != nil {
		return one(say(fmt.Sprintf("%s. Try `reminders 07:00`, `reminders 7am mon,wed,fri`, `reminders quiet 22:00-06:30` or `reminders off`.", sentence(err.Error())))), nil
	}
	if !next.Reminders.On() {
		t.a = next
		return t.advance(ctx, stepCheckIn, t.changed(fields)+"No check-ins. `reminders 07:00` brings them back; `checkin` works any time.")
	}
	return t.withConsent(ctx, coach.Recovery, "reminders "+rest, func() ([]Reply, error) {
		t.a = next
		return t.advance(ctx, stepCheckIn, t.changed(fields)+t.describeNext())
	})
}

// changed says what was set besides the check-in's time.
func (t *talk) changed(fields []string) string {
	switch {
	case fields[0] == "quiet" && t.a.Reminders.Quiet == "":
		return "No quiet hours any more. "
	case fields[0] == "quiet":
		return "Quiet hours: " + t.a.Reminders.Quiet + ". "
	case switchNamed(&t.a.Reminders, fields[0]) != nil:
		return sentence(strings.Join(fields, " ")) + ". "
	}
	return ""
}

func (t *talk) describeNext() string {
	done := "Check-in: " + describeReminders(t.a) + "."
	if at, ok := t.Planner.Next(t.a, t.now); ok {
		done += " The next one: " + t.named(at, dayAndTime) + "."
	}
	if t.a.Zone == "" {
		done += " I take UTC until you tell me your city: `timezone Berlin`."
	}
	return done
}

// withCheckIn keeps what was chosen before and fills in the defaults the first time.
func withCheckIn(r coach.Reminders, at, days, cron string) coach.Reminders {
	if !r.On() {
		quiet := r.Quiet
		r = coach.DefaultReminders(at)
		if quiet != "" {
			r.Quiet = quiet
		}
	}
	r.CheckIn, r.Days, r.Cron = at, days, cron
	return r
}

func setDaily(r *coach.Reminders, fields []string) error {
	at, rest := "", []string{}
	for i := 0; i < len(fields); i++ {
		word := fields[i]
		if i+1 < len(fields) && (fields[i+1] == "am" || fields[i+1] == "pm") {
			word += fields[i+1]
		}
		clock, err := parseClock(word)
		if err != nil || at != "" {
			rest = append(rest, fields[i])
			continue
		}
		if at = clock; word != fields[i] {
			i++
		}
	}
	if at == "" {
		_, err := parseClock(fields[0])
		return err
	}
	days, err := parseDays(strings.Join(rest, " "))
	if err != nil {
		return err
	}
	*r = withCheckIn(*r, at, days, "")
	return nil
}

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// parseDays reads "mon,wed fri", "weekdays", "weekends", "daily"; "" is every day.
func parseDays(text string) (string, error) {
	var days []string
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' || r == '/' || r == '&' }) {
		switch word {
		case "on", "and", "at", "every", "day", "daily", "everyday", "each":
			continue
		case "weekdays", "weekday", "workdays", "mon-fri", "monday-friday":
			days = append(days, weekdays[1:6]...)
			continue
		case "weekends", "weekend":
			days = append(days, "sat", "sun")
			continue
		}
		i := slices.IndexFunc(weekdays, func(d string) bool { return strings.HasPrefix(word, d) })
		if i < 0 {
			return "", fmt.Errorf("%q is not a weekday: I take mon, tue, wed, thu, fri, sat, sun, weekdays", word)
		}
		days = append(days, weekdays[i])
	}
	slices.SortFunc(days, func(a, b string) int { return slices.Index(weekdays, a) - slices.Index(weekdays, b) })
	days = slices.Compact(days)
	if len(days) == 7 {
		return "", nil
	}
	return strings.Join(days, ","), nil
}

func setQuiet(r *coach.Reminders, text string) error {
	if text == "off" {
		r.Quiet = ""
		return nil
	}
	from, to, ok := strings.Cut(text, "-")
	if !ok {
		return fmt.Errorf("quiet hours are a span like 22:00-06:30, or off; I got %q", text)
	}
	a, err := parseClock(from)
	if err != nil {
		return err
	}
	b, err := parseClock(to)
	if err != nil {
		return err
	}
	r.Quiet = a + "-" + b
	return nil
}

// switchNamed is the setting that a word turns on or off.
func switchNamed(r *coach.Reminders, word string) *bool {
	switch word {
	case "nudge", "nudges":
		return &r.Nudge
	case "refuel", "followup", "followups", "follow-up", "follow-ups", "soreness":
		return &r.AfterSession
	case "review", "weekly":
		return &r.Review
	case "sixhours", "six", "gap":
		return &r.SixHours
	case "team", "digest":
		return &r.Team
	}
	return nil
}

func flip(s *bool, word string, rest []string) error {
	switch {
	case len(rest) > 0 && rest[len(rest)-1] == "on":
		*s = true
	case len(rest) > 0 && rest[len(rest)-1] == "off":
		*s = false
	default:
		return fmt.Errorf("%s is switched with on or off: `reminders %s on`", word, word)
	}
	return nil
}

// snooze asks again later: 1h, this evening or tomorrow.
func (t *talk) snooze(ctx context.Context, rest string) ([]Reply, error) {
	if !t.a.Reminders.On() {
		return one(say(noCheckIns)), nil
	}
	local := t.now.In(t.a.Location())
	var at time.Time
	switch word := strings.ToLower(strings.TrimPrefix(rest, "this ")); word {
	case "", "1h", "1 hour", "hour":
		at = t.now.Add(time.Hour)
	case "evening", "tonight":
		at = time.Date(local.Year(), local.Month(), local.Day(), 19, 0, 0, 0, local.Location())
	case "tomorrow":
		return t.skip(ctx, "today")
	default:
		d, err := time.ParseDuration(strings.ReplaceAll(strings.ReplaceAll(word, " ", ""), "min", "m"))
		if err != nil || d < 5*time.Minute || d > 12*time.Hour {
			return one(say(refuse("snooze", rest, "1h, evening, tomorrow, or a span from 5m to 12h"))), nil
		}
		at = t.now.Add(d)
	}
	if !at.After(t.now) {
		return one(say("This evening is here already. `snooze 1h` or `skip`?")), nil
	}
	day := t.a.Today(t.now)
	err := t.tx.PutFollowUp(ctx, t.a.ID, coach.FollowUp{Key: "snooze:" + day.String() + ":" + at.Format("1504"), Kind: KindSnoozed, Due: at, Text: day.String()})
	if err != nil {
		return nil, fmt.Errorf("plan snooze: %w", err)
	}
	return one(say("All right, I'll ask again at " + t.named(at, timeAlone) + ".")), nil
}

const noCheckIns = "No check-ins are planned, so there is nothing to put off. `reminders 07:00` plans one a day."

// skip leaves today's check-in out: silence is a fine answer.
func (t *talk) skip(ctx context.Context, _ string) ([]Reply, error) {
	if !t.a.Reminders.On() {
		return one(say(noCheckIns)), nil
	}
	day := t.a.Today(t.now)
	if err := t.tx.SkipCheckIn(ctx, t.a.ID, day); err != nil {
		return nil, fmt.Errorf("skip check-in: %w", err)
	}
	return one(say("Skipped for today. See you at the next one.")), nil
}

// pause silences everything unasked until a day, with a reason.
func (t *talk) pause(ctx context.Context, rest string) ([]Reply, error) {
	today := t.a.Today(t.now)
	until, reason, err := parsePause(strings.ToLower(rest), today)
	if err != nil {
		return one(say(sentence(err.Error()) + ". Try `pause until " + today.Add(7).String() + " holiday` or `pause 3d ill`.")), nil
	}
	t.a.Pause = coach.Pause{Until: until, Reason: reason}
	if coach.PauseOfHealth(reason) && !t.a.Consent.Allows(coach.Notes) {
		t.a.Pause.Reason = ""
	}
	text := fmt.Sprintf("Paused through %s. Nothing comes unasked until then; `resume` ends it earlier.", until)
	if reason == "ill" || reason == "injured" {
		text += " Get well first."
	}
	r := say(text)
	r.Buttons = []Button{{Label: "Resume", Command: "resume"}}
	if _, err := t.saved(ctx, text); err != nil {
		return nil, err
	}
	return one(r), nil
}

func parsePause(text string, today training.Date) (until training.Date, reason string, err error) {
	until = today.Add(6)
	var rest []string
	for _, word := range strings.Fields(strings.ReplaceAll(text, ",", " ")) {
		if r, ok := reasonWords[word]; ok {
			reason = r
		} else if word != "for" && word != "because" && word != "i'm" && word != "im" {
			rest = append(rest, word)
		}
	}
	if len(rest) > 0 {
		if until, err = pauseDay(strings.Join(rest, " "), today); err != nil {
			return until, reason, err
		}
	}
	if until.Before(today) {
		return until, reason, fmt.Errorf("%s is over already", until)
	}
	if until.Sub(today) > 366 {
		return until, reason, fmt.Errorf("%s is more than a year away; `reminders off` stops for good", until)
	}
	return until, reason, nil
}

// reasonWords are what people call the reasons of a pause.
var reasonWords = map[string]string{
	"holiday": "holiday", "vacation": "holiday", "holidays": "holiday", "ill": "ill", "sick": "ill", "injured": "injured", "injury": "injured",
	"travelling": "travelling", "traveling": "travelling", "travel": "travelling",
}

var spanRE = regexp.MustCompile(`^(\d{1,3}) ?(d|w|days?|weeks?)$`)

func pauseDay(text string, today training.Date) (training.Date, error) {
	if m := spanRE.FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		if strings.HasPrefix(m[2], "w") {
			n *= 7
		}
		if n > 0 {
			return today.Add(n - 1), nil
		}
	}
	if text == "a week" || text == "one week" {
		return today.Add(6), nil
	}
	d, err := parseDay(text, today)
	if err != nil {
		return d, fmt.Errorf("%q is neither a last day (2026-12-24, friday, 2 May), nor a span (3d, 2 weeks), nor a reason (holiday, ill, injured, travelling)", text)
	}
	return d, nil
}

func (t *talk) resume(ctx context.Context, _ string) ([]Reply, error) {
	was := t.a.Pause
	t.a.Pause = coach.Pause{}
	text := "I'm back."
	if was.Until.IsZero() {
		text = "Nothing was paused."
	}
	return t.saved(ctx, text+" "+t.describeNext())
}

// KindSnoozed is a check-in that the athlete put off; the other kinds of
// follow-up are the advice room's.
const KindSnoozed = "snoozed"

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
