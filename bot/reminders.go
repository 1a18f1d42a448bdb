package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tandem/coach"
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
	case word == "on" || word == "keep":
		if !next.Reminders.On() {
			next.Reminders = withCheckIn(next.Reminders, "07:00", "", "")
		}
	case word == "quiet":
		err = setQuiet(&next.Reminders, strings.Join(fields[1:], ""))
	case word == "cron" && len(fields) == 1:
		err = errors.New("a cron expression has five fields: minute, hour, day, month, weekday, like `reminders cron 0 7 * * 1-5`")
	case word == "cron":
		next.Reminders = withCheckIn(next.Reminders, "", "", strings.Join(strings.Fields(rest)[1:], " "))
	default:
		if s, ok := switchNamed(word); ok {
			err = s.flip(&next.Reminders, fields)
		} else {
			err = setDaily(&next.Reminders, fields)
		}
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
		what, err := t.describeNext(ctx)
		if err != nil {
			return nil, err
		}
		return t.advance(ctx, stepCheckIn, t.changed(fields)+what)
	})
}

// changed says what was set besides the check-in's time.
func (t *talk) changed(fields []string) string {
	switch {
	case fields[0] == "quiet" && t.a.Reminders.Quiet == "":
		return "No quiet hours any more. "
	case fields[0] == "quiet":
		return "Quiet hours: " + t.a.Reminders.Quiet + ". "
	case fields[0] == "keep":
		return "All right, they stay. "
	}
	if s, ok := switchNamed(fields[0]); ok {
		return s.name + " " + fields[len(fields)-1] + ". "
	}
	return ""
}

// describeNext says when check-ins come, and the next of them.
func (t *talk) describeNext(ctx context.Context) (string, error) {
	done := "Check-in: " + describeReminders(t.a) + "."
	at, ok, err := t.nextCheckIn(ctx)
	if err != nil {
		return "", err
	}
	if ok {
		done += " The next one: " + t.onDay(at) + "."
	}
	if inQuiet(t.a.Reminders.Quiet, t.a.Reminders.CheckIn) {
		done += " That is inside your quiet hours; it comes all the same, since you named the time."
	}
	if t.a.Zone == "" {
		done += " I take UTC until you tell me your city: `timezone Berlin`."
	}
	return done, nil
}

// inQuiet reports whether a time of day, HH:MM, lies in quiet hours.
func inQuiet(quiet, clock string) bool {
	from, to, ok := strings.Cut(quiet, "-")
	if !ok || clock == "" {
		return false
	}
	if from <= to {
		return from <= clock && clock < to
	}
	return clock >= from || clock < to
}

// nextCheckIn is when the athlete hears from the coach next. There is one a day
// at most: a day whose check-in was asked, answered or skipped is behind.
func (t *talk) nextCheckIn(ctx context.Context) (time.Time, bool, error) {
	at, ok := t.Planner.Next(t.a, t.now)
	today := t.a.Today(t.now)
	if !ok || t.a.Today(at) != today {
		return at, ok, nil
	}
	asked, err := t.tx.CheckInAsked(ctx, t.a.ID, today)
	if err != nil {
		return at, false, fmt.Errorf("look for today's check-in: %w", err)
	}
	known, err := t.Coach.CheckInKnown(ctx, t.tx, t.a, today)
	if err != nil {
		return at, false, fmt.Errorf("look for answers: %w", err)
	}
	if asked || known != "" {
		at, ok = t.Planner.Next(t.a, atClock(t.a, today.Add(1), "00:00").Add(-time.Second))
	}
	return at, ok, nil
}

// onDay names a moment on the athlete's clock, with the year when it is another.
func (t *talk) onDay(at time.Time) string {
	if at.In(t.a.Location()).Year() != t.a.Today(t.now).Year {
		return t.named(at, "Mon 2 Jan 2006, 15:04")
	}
	return t.named(at, dayAndTime)
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
		case "on", "and", "at", "every", "day", "daily", "everyday", "each", "me", "to", "check", "in":
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

// reminderSwitch is one thing besides the check-in that comes or does not.
type reminderSwitch struct {
	name  string
	words []string
	of    func(*coach.Reminders) *bool
}

var reminderSwitches = []reminderSwitch{
	{"Nudge", []string{"nudge", "nudges"}, func(r *coach.Reminders) *bool { return &r.Nudge }},
	{"Refuel and soreness reminders", []string{"refuel", "followup", "followups", "follow-up", "follow-ups", "soreness"}, func(r *coach.Reminders) *bool { return &r.AfterSession }},
	{"Weekly review", []string{"review", "weekly"}, func(r *coach.Reminders) *bool { return &r.Review }},
	{"Six-hour reminder", []string{"sixhours", "six", "six-hours", "gap"}, func(r *coach.Reminders) *bool { return &r.SixHours }},
	{"Team digest", []string{"team", "digest"}, func(r *coach.Reminders) *bool { return &r.Team }},
}

// switchNamed is what a word turns on or off.
func switchNamed(word string) (reminderSwitch, bool) {
	for _, s := range reminderSwitches {
		if slices.Contains(s.words, word) {
			return s, true
		}
	}
	return reminderSwitch{}, false
}

// switchedOn names what comes besides check-ins.
func switchedOn(r coach.Reminders) string {
	var on []string
	for _, s := range reminderSwitches {
		if *s.of(&r) {
			on = append(on, strings.ToLower(s.name))
		}
	}
	return strings.Join(on, ", ")
}

func (s reminderSwitch) flip(r *coach.Reminders, fields []string) error {
	switch fields[len(fields)-1] {
	case "on":
		*s.of(r) = true
	case "off":
		*s.of(r) = false
	default:
		return fmt.Errorf("%s is switched with on or off: `reminders %s on`", fields[0], fields[0])
	}
	return nil
}

func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
