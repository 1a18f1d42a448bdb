package bot

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// The kinds of follow-up that are check-ins; the others are the coach's.
const (
	KindSnoozed  = "snoozed"   // put off to later on its day
	KindAskedFor = "asked-for" // wanted on a day that has none of its own
)

const noCheckIns = "No check-ins are planned, so there is nothing to put off. `reminders 07:00` plans one a day."

// snooze asks again later: 1h, this evening, at a time of day, or tomorrow.
func (t *talk) snooze(ctx context.Context, rest string) ([]Reply, error) {
	if done, err := t.nothingOpen(ctx); done != nil || err != nil {
		return done, err
	}
	word := strings.ToLower(strings.TrimPrefix(rest, "this "))
	if word == "tomorrow" {
		return t.askTomorrow(ctx)
	}
	if next, ok, err := t.nextCheckIn(ctx); err != nil {
		return nil, err
	} else if ok && t.a.Today(next) == t.a.Today(t.now) {
		return one(say("Nothing is open yet: today's check-in comes at " + t.named(next, timeAlone) + ". `skip` leaves it out.")), nil
	}
	at, err := t.later(word)
	if err != nil {
		return one(say(refuse("snooze", rest, "1h, evening, tomorrow, a time like 20:00, or a span from 5m to 12h"))), nil
	}
	if !at.After(t.now) {
		return one(say("It is past " + at.In(t.a.Location()).Format("15:04") + " already. `snooze 1h` or `skip`?")), nil
	}
	if err := t.askAt(ctx, KindSnoozed, t.a.Today(t.now), at); err != nil {
		return nil, err
	}
	return one(say("All right, I'll ask again at " + t.named(at, timeAlone) + ".")), nil
}

// evening is when "this evening" is, on the athlete's clock.
const evening = "19:00"

// later reads a moment of today, or a span from now.
func (t *talk) later(word string) (time.Time, error) {
	switch word {
	case "", "1h", "1 hour", "hour", "an hour":
		return t.now.Add(time.Hour), nil
	case "evening", "tonight":
		return t.atToday(evening), nil
	}
	if clock, err := parseClock(strings.TrimPrefix(strings.TrimPrefix(word, "until "), "at ")); err == nil {
		return t.atToday(clock), nil
	}
	d, err := time.ParseDuration(strings.ReplaceAll(strings.ReplaceAll(word, " ", ""), "min", "m"))
	if err != nil || d < 5*time.Minute || d > 12*time.Hour {
		return time.Time{}, fmt.Errorf("%q is no time to come", word)
	}
	return t.now.Add(d), nil
}

// atToday is HH:MM of the athlete's today.
func (t *talk) atToday(clock string) time.Time { return atClock(t.a, t.a.Today(t.now), clock) }

// atClock is HH:MM of a day on the athlete's clock.
func atClock(a coach.Athlete, day training.Date, clock string) time.Time {
	h, _ := strconv.Atoi(clock[:2])
	m, _ := strconv.Atoi(clock[3:])
	return time.Date(day.Year, day.Month, day.Day, h, m, 0, 0, a.Location())
}

// askTomorrow leaves today out. Where no check-in is planned for tomorrow, one
// is asked then all the same: that is what the word says.
func (t *talk) askTomorrow(ctx context.Context) ([]Reply, error) {
	today := t.a.Today(t.now)
	if err := t.tx.SkipCheckIn(ctx, t.a.ID, today); err != nil {
		return nil, fmt.Errorf("skip check-in: %w", err)
	}
	tomorrow := today.Add(1)
	next, ok := t.Planner.Next(t.a, atClock(t.a, tomorrow, "00:00").Add(-time.Second))
	if !ok {
		return one(say("Skipped for today.")), nil
	}
	clock := next.In(t.a.Location()).Format("15:04")
	if training.DateOf(next.In(t.a.Location())) != tomorrow {
		if err := t.askAt(ctx, KindAskedFor, tomorrow, atClock(t.a, tomorrow, clock)); err != nil {
			return nil, err
		}
	}
	return one(say("All right, I'll ask again tomorrow at " + t.named(atClock(t.a, tomorrow, clock), timeAlone) + ".")), nil
}

// askAt plans a check-in of a day besides its own.
func (t *talk) askAt(ctx context.Context, kind string, day training.Date, at time.Time) error {
	key := "snooze:" + day.String() + ":" + at.In(t.a.Location()).Format("1504")
	err := t.tx.PutFollowUp(ctx, t.a.ID, coach.FollowUp{Key: key, Kind: kind, Due: at, Text: day.String()})
	if err != nil {
		return fmt.Errorf("plan snooze: %w", err)
	}
	return nil
}

// nothingOpen answers who wants to put off what is not planned, or done.
func (t *talk) nothingOpen(ctx context.Context) ([]Reply, error) {
	if !t.a.Reminders.On() {
		return one(say(noCheckIns)), nil
	}
	known, err := t.Coach.CheckInOf(ctx, t.tx, t.a, t.a.Today(t.now))
	if err != nil {
		return nil, fmt.Errorf("look for answers: %w", err)
	}
	if known.Complete() {
		return one(say("Today's check-in is answered, so there is nothing to put off.")), nil
	}
	return nil, nil
}

// skip leaves today's check-in out: silence is a fine answer.
func (t *talk) skip(ctx context.Context, _ string) ([]Reply, error) {
	if done, err := t.nothingOpen(ctx); done != nil || err != nil {
		return done, err
	}
	if err := t.tx.SkipCheckIn(ctx, t.a.ID, t.a.Today(t.now)); err != nil {
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

// longestPause is a year: who stays away longer switches check-ins off.
const longestPause = 366

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
		if until, err = pauseDay(rest, reason != "", today); err != nil {
			return until, reason, err
		}
	}
	if until.Before(today) {
		return until, reason, fmt.Errorf("%s is over already", until)
	}
	if until.Sub(today) > longestPause {
		return until, reason, fmt.Errorf("%s is more than a year away; `reminders off` stops for good", until)
	}
	return until, reason, nil
}

// reasonWords are what people call the reasons of a pause.
var reasonWords = map[string]string{
	"holiday": "holiday", "vacation": "holiday", "holidays": "holiday", "ill": "ill", "sick": "ill", "injured": "injured", "injury": "injured",
	"travelling": "travelling", "traveling": "travelling", "travel": "travelling",
}

var (
	spanRE = regexp.MustCompile(`^(\d{1,3}|a|one|two|three|four|five|six) ?(d|w|days?|weeks?)$`)

	numberWords = map[string]int{"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
)

// pauseDay reads the last day of a pause. Beside a reason, words that tell more
// of it may follow: "3d injured knee".
func pauseDay(words []string, reason bool, today training.Date) (training.Date, error) {
	for n := len(words); n > 0; n-- {
		text := strings.Join(words[:n], " ")
		if m := spanRE.FindStringSubmatch(text); m != nil && spanDays(m[1], m[2]) > 0 {
			return today.Add(spanDays(m[1], m[2]) - 1), nil
		}
		if d, err := parseDay(text, today); err == nil {
			return d, nil
		}
		if !reason {
			break
		}
	}
	return today, fmt.Errorf("%q is neither a last day (2026-12-24, friday, 2 May), nor a span (3d, 2 weeks), nor a reason (holiday, ill, injured, travelling)", strings.Join(words, " "))
}

// spanDays is how many days a number and its unit are.
func spanDays(number, unit string) int {
	n, ok := numberWords[number]
	if !ok {
		n, _ = strconv.Atoi(number)
	}
	if strings.HasPrefix(unit, "w") {
		n *= 7
	}
	return n
}

func (t *talk) resume(ctx context.Context, _ string) ([]Reply, error) {
	was := t.a.Pause
	t.a.Pause = coach.Pause{}
	text := "I'm back."
	if was.Until.IsZero() {
		text = "Nothing was paused."
	}
	next, err := t.describeNext(ctx)
	if err != nil {
		return nil, err
	}
	return t.saved(ctx, text+" "+next)
}
