package bot

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"tandem/coach/training"
)

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

var (
	dayMonthRE = regexp.MustCompile(`^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3})[a-z]*(?: (\d{4}))?$`)
	monthDayRE = regexp.MustCompile(`^([a-z]{3})[a-z]* (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?$`)
)

// parseDay reads a day to come: 2027-05-02, tomorrow, friday, 2 May, May 2 2027.
// A day without a year is the next one of that name.
func parseDay(text string, today training.Date) (training.Date, error) {
	word := strings.ToLower(strings.Trim(text, " .,!"))
	for _, filler := range []string{"on ", "until ", "till ", "to ", "next "} {
		word = strings.TrimPrefix(word, filler)
	}
	switch word {
	case "today":
		return today, nil
	case "tomorrow":
		return today.Add(1), nil
	}
	if i := slices.IndexFunc(weekdays, func(d string) bool { return len(word) >= 3 && strings.HasPrefix(word, d) }); i >= 0 && !strings.Contains(word, " ") {
		ahead := (i - int(today.Weekday()) + 7) % 7
		if ahead == 0 {
			ahead = 7
		}
		return today.Add(ahead), nil
	}
	if m := dayMonthRE.FindStringSubmatch(word); m != nil {
		return nextDay(m[1], m[2], m[3], today, text)
	}
	if m := monthDayRE.FindStringSubmatch(word); m != nil {
		return nextDay(m[2], m[1], m[3], today, text)
	}
	return training.ParseDate(word)
}

func nextDay(day, month, year string, today training.Date, text string) (training.Date, error) {
	m := slices.Index(months, month)
	d, _ := strconv.Atoi(day)
	y, err := strconv.Atoi(year)
	if err != nil {
		y = today.Year
	}
	date := training.Date{Year: y, Month: time.Month(m + 1), Day: d}
	if m < 0 || d < 1 || date.Add(0) != date {
		return date, fmt.Errorf("%q is not a day of the calendar: write it as 2027-05-02 or 2 May", text)
	}
	if year == "" && date.Before(today) {
		date.Year++
	}
	return date, nil
}
