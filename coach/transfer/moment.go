package transfer

import (
	"strconv"
	"strings"
	"time"
	"unicode"

	"tandem/coach/training"
)

// moment is when something started: the instant, and the words of the file that
// do not change when the athlete moves to another zone, for the id.
type moment struct {
	at   time.Time // UTC
	wall string
}

// layouts are the unambiguous forms, tried before a date is taken apart.
var layouts = []struct {
	form  string
	zoned bool
}{
	{"2006-01-02 15:04:05", false},
	{"2006-01-02 15:04:05 -0700", true},
	{time.RFC3339Nano, true},
	{"2006-01-02T15:04:05", false},
	{"2006-01-02 15:04:05 MST", false},
	{"2006-01-02 15:04", false},
	{"2006-01-02T15:04", false},
	{"2006-01-02 15:04:05-07:00", true},
	{"2006-01-02 15:04:05 -07:00", true},
}

// when reads a date with its time. A date without a zone is in zone; slashed
// dates are day first unless the units are imperial.
func (b *book) when(s string, zone *time.Location) (moment, bool) {
	if s == b.lastDate && zone == b.lastZone {
		return b.lastMoment, true
	}
	m, ok := b.parseMoment(strings.TrimSpace(s), zone)
	if ok = ok && m.at.Year() >= 1950 && m.at.Year() < 2200; ok {
		b.lastDate, b.lastZone, b.lastMoment = strings.Clone(s), zone, m
	}
	return m, ok
}

func (b *book) parseMoment(s string, zone *time.Location) (moment, bool) {
	for _, l := range layouts {
		if len(s) < 16 || s[4] != '-' {
			break
		}
		t, err := time.ParseInLocation(l.form, s, zone)
		if err != nil || l.form == "2006-01-02 15:04:05 MST" && !strings.HasSuffix(s, " UTC") {
			continue
		}
		if strings.HasSuffix(s, " UTC") {
			t = time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, time.UTC)
			return at(t, true), true
		}
		return at(t, l.zoned), true
	}
	return b.spelledMoment(s, zone)
}

func at(t time.Time, zoned bool) moment {
	if zoned {
		return moment{t.UTC(), t.UTC().Format(time.RFC3339)}
	}
	return moment{t.UTC(), t.Format("2006-01-02T15:04:05")}
}

// months holds the first letters of month names in English, German, Spanish,
// French, Italian, Portuguese and Dutch, folded to ASCII.
var months = map[string]time.Month{
	"jan": 1, "ene": 1, "gen": 1, "feb": 2, "fev": 2, "fevr": 2, "mar": 3, "mrz": 3, "maer": 3, "marz": 3, "maa": 3, "mrt": 3,
	"apr": 4, "abr": 4, "avr": 4, "may": 5, "mai": 5, "mag": 5, "mei": 5, "jun": 6, "juin": 6, "giu": 6,
	"jul": 7, "juil": 7, "lug": 7, "aug": 8, "ago": 8, "aou": 8, "sep": 9, "set": 9, "oct": 10, "okt": 10, "ott": 10, "out": 10,
	"nov": 11, "dec": 12, "dez": 12, "dic": 12,
}

var plainLetters = strings.NewReplacer("ä", "a", "é", "e", "û", "u", "ç", "c", "è", "e")

func monthOf(word string) (time.Month, bool) {
	word = plainLetters.Replace(strings.ToLower(word))
	for n := min(4, len(word)); n >= 3; n-- {
		if m, ok := months[word[:n]]; ok {
			return m, true
		}
	}
	return 0, false
}

// spelledMoment reads "28 Mar 2025, 09:00", "Sep 26, 2026, 10:56:05 AM",
// "26.09.2026, 10:56:05" and "26/09/2026 10:56".
func (b *book) spelledMoment(s string, zone *time.Location) (moment, bool) {
	var fields []int
	var month time.Month
	half, slashed := "", false
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if v, err := strconv.Atoi(w); err == nil {
			fields = append(fields, v)
			continue
		}
		switch m, ok := monthOf(w); {
		case ok && month == 0:
			month = m
		case strings.EqualFold(w, "am"), strings.EqualFold(w, "pm"):
			half = strings.ToLower(w)
		}
	}
	if month > 0 && len(fields) >= 2 { // the month as if it were a number, behind the day
		fields = append([]int{fields[0], int(month)}, fields[1:]...)
	} else {
		slashed = strings.Contains(s, "/")
	}
	if len(fields) < 3 || len(fields) > 6 {
		return moment{}, false
	}
	if fields[0] > 1000 {
		fields[0], fields[2] = fields[2], fields[0]
	} else if slashed && fields[0] <= 12 && (b.o.Units == training.Imperial || fields[1] > 12) {
		fields[0], fields[1] = fields[1], fields[0]
	}
	if slashed && fields[0] <= 12 && fields[1] <= 12 {
		b.assumeSlashes()
	}
	return fromFields(fields, half, zone)
}

func (b *book) assumeSlashes() {
	if b.o.Units == training.Imperial {
		b.assume("Dates such as 03/04/2026 are read as month/day.")
		return
	}
	b.assume("Dates such as 03/04/2026 are read as day/month.")
}

// fromFields makes an instant of day, month, year, hour, minute, second.
func fromFields(f []int, half string, zone *time.Location) (moment, bool) {
	f = append(f, 0, 0, 0)[:6]
	hour := f[3]
	if half != "" && (hour < 1 || hour > 12) {
		return moment{}, false
	}
	if half != "" {
		hour %= 12
	}
	if half == "pm" {
		hour += 12
	}
	day := time.Date(f[2], time.Month(f[1]), f[0], 0, 0, 0, 0, time.UTC)
	if f[1] < 1 || f[1] > 12 || day.Day() != f[0] || hour > 23 || f[4] > 59 || f[5] > 59 {
		return moment{}, false
	}
	t := time.Date(f[2], time.Month(f[1]), f[0], hour, f[4], f[5], 0, zone)
	return at(t, false), true
}
