package clock

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/robfig/cron/v3"

	"tandem/coach/training"
)

// Spec says on which local dates, and at which local times of them, something
// is due. The zero value never is.
type Spec struct {
	hours   uint64 // bit n = hour n
	minutes uint64
	days    uint64 // of the month
	months  uint64
	week    uint64 // bit 0 = Sunday
	either  bool   // a date fits by its day of the month or by its weekday, as cron has it when both are given
}

const (
	allDays   = 1<<32 - 2
	allMonths = 1<<13 - 2
	allWeek   = 1<<7 - 1
)

// Parse reads what [Daily] or [Cron] take, in one text: "07:00",
// "07:00 mon,wed" or a cron expression of five fields.
func Parse(text string) (Spec, error) {
	fields := strings.Fields(text)
	if len(fields) == 1 || len(fields) == 2 {
		if strings.Contains(fields[0], ":") {
			return Daily(fields[0], strings.Join(fields[1:], ""))
		}
	}
	return Cron(text)
}

var weekdays = []string{"sun", "mon", "tue", "wed", "thu", "fri", "sat"}

// Daily is due at a local time, HH:MM, on weekdays as "mon,wed"; "" is every day.
func Daily(at, days string) (Spec, error) {
	hour, minute, err := TimeOfDay(at)
	if err != nil {
		return Spec{}, err
	}
	s := Spec{hours: 1 << hour, minutes: 1 << minute, days: allDays, months: allMonths, week: allWeek}
	if days == "" {
		return s, nil
	}
	s.week = 0
	for _, word := range strings.Split(days, ",") {
		i := slices.Index(weekdays, strings.ToLower(strings.TrimSpace(word)))
		if i < 0 {
			return Spec{}, fmt.Errorf("%q is not a weekday: write them as mon,wed,fri", word)
		}
		s.week |= 1 << i
	}
	return s, nil
}

// TimeOfDay reads HH:MM, 00:00 to 23:59.
func TimeOfDay(text string) (hour, minute int, err error) {
	h, m, ok := strings.Cut(text, ":")
	hour, herr := strconv.Atoi(h)
	minute, merr := strconv.Atoi(m)
	if !ok || herr != nil || merr != nil || len(h) > 2 || len(m) != 2 || strings.ContainsAny(text, "+-") || hour > 23 || minute > 59 {
		return 0, 0, fmt.Errorf("%q is not a time of day: write it as 07:00, from 00:00 to 23:59", text)
	}
	return hour, minute, nil
}

// Cron is due as a cron expression of five fields says: minute, hour, day of
// the month, month, weekday. Zones, descriptors and dates that never come are
// refused; the error quotes the word that is wrong.
func Cron(expression string) (Spec, error) {
	fields := strings.Fields(expression)
	for _, word := range fields {
		switch {
		case strings.Contains(word, "TZ="):
			return Spec{}, fmt.Errorf("%q has no place in a cron expression here: the time zone is your own, change it with `timezone`", word)
		case strings.HasPrefix(word, "@"):
			return Spec{}, fmt.Errorf("%q is not taken here: a cron expression has five fields, like 0 7 * * 1-5", word)
		}
	}
	if len(fields) != 5 {
		return Spec{}, fmt.Errorf("%q has %d fields: a cron expression has five (minute, hour, day, month, weekday), like 0 7 * * 1-5", expression, len(fields))
	}
	var s Spec
	s.either = true
	for i, f := range cronFields {
		set, err := f.parse(fields[i])
		if err != nil {
			return Spec{}, err
		}
		if set&star != 0 && (f.flag == cron.Dom || f.flag == cron.Dow) {
			s.either = false
		}
		*f.of(&s) = set &^ star
	}
	if !s.comes() {
		return Spec{}, fmt.Errorf("%q never comes: no such month has that day", fields[2]+" "+fields[3])
	}
	return s, nil
}

// cronField is one of the five.
type cronField struct {
	name  string
	takes string // its values
	flag  cron.ParseOption
	pick  func(*cron.SpecSchedule) uint64
	of    func(*Spec) *uint64
}

// cronFields stand in the order of an expression.
var cronFields = [...]cronField{
	{"minute", "0 to 59", cron.Minute, func(c *cron.SpecSchedule) uint64 { return c.Minute }, func(s *Spec) *uint64 { return &s.minutes }},
	{"hour", "0 to 23", cron.Hour, func(c *cron.SpecSchedule) uint64 { return c.Hour }, func(s *Spec) *uint64 { return &s.hours }},
	{"day of the month", "1 to 31", cron.Dom, func(c *cron.SpecSchedule) uint64 { return c.Dom }, func(s *Spec) *uint64 { return &s.days }},
	{"month", "1 to 12, or jan to dec", cron.Month, func(c *cron.SpecSchedule) uint64 { return c.Month }, func(s *Spec) *uint64 { return &s.months }},
	{"weekday", "0 to 6, or sun to sat", cron.Dow, func(c *cron.SpecSchedule) uint64 { return c.Dow }, func(s *Spec) *uint64 { return &s.week }},
}

// star is the bit by which the library marks a field that is left open.
const star = 1 << 63

// maxField bounds a word before the library expands it.
const maxField = 100

// parse reads one field by itself, so that an error can name it.
func (f cronField) parse(word string) (set uint64, err error) {
	defer func() {
		if p := recover(); p != nil { // the library has paths that index before they look
			err = f.refuse(word)
		}
	}()
	if len(word) > maxField {
		return 0, f.refuse(word[:20] + "...")
	}
	parsed, err := cron.NewParser(f.flag).Parse(word)
	if err != nil {
		return 0, f.refuse(word)
	}
	schedule, ok := parsed.(*cron.SpecSchedule)
	if !ok {
		return 0, f.refuse(word)
	}
	set = f.pick(schedule)
	if set&^star == 0 {
		return 0, f.refuse(word)
	}
	return set, nil
}

// refuse names the field, the word and what would do.
func (f cronField) refuse(word string) error {
	return fmt.Errorf("%q does not do as the %s of a cron expression: it takes %s, ranges (1-5), lists (1,15), steps (*/2) or *", word, f.name, f.takes)
}

// comes reports whether any date fits: 31 February does not.
func (s Spec) comes() bool {
	if s.either {
		return true
	}
	lengths := [...]int{0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}
	for month, days := range lengths {
		if s.months&(1<<month) != 0 && s.days&(1<<(days+1)-1) != 0 {
			return true
		}
	}
	return false
}

// PerDay is how many local times a date has.
func (s Spec) PerDay() int { return bits.OnesCount64(s.hours) * bits.OnesCount64(s.minutes) }

// Fits reports whether a date is one of the spec's.
func (s Spec) Fits(day training.Date) bool {
	if s.months&(1<<day.Month) == 0 {
		return false
	}
	byDay, byWeek := s.days&(1<<day.Day) != 0, s.week&(1<<day.Weekday()) != 0
	if s.either {
		return byDay || byWeek
	}
	return byDay && byWeek
}

// horizon is how many dates ahead Next looks: 29 February on a given weekday
// can be 40 years away, across a century without it.
const horizon = 41 * 366

// Next is the first occurrence after the instant: its own instant, and its
// nominal date. Local times that fall on one instant are one occurrence. False
// when none comes within 41 years.
func (s Spec) Next(after time.Time, loc *time.Location) (time.Time, training.Date, bool) {
	day := training.DateOf(after.In(loc)).Add(-1) // an occurrence may land on the day after its own
	for range horizon {
		if s.Fits(day) && Exists(day, loc) {
			if at, ok := s.onDay(day, after, loc); ok {
				return at, day, true
			}
		}
		day = day.Add(1)
	}
	return time.Time{}, training.Date{}, false
}

// onDay is the first occurrence of a date after the instant.
func (s Spec) onDay(day training.Date, after time.Time, loc *time.Location) (time.Time, bool) {
	for hours := s.hours; hours != 0; hours &= hours - 1 {
		for minutes := s.minutes; minutes != 0; minutes &= minutes - 1 {
			at := At(day, bits.TrailingZeros64(hours), bits.TrailingZeros64(minutes), loc)
			if at.After(after) {
				return at, true
			}
		}
	}
	return time.Time{}, false
}
