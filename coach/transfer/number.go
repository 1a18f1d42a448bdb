package transfer

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Exact by definition (international yard and pound, 1959).
const (
	kgPerPound = 0.45359237
	kmPerMile  = 1.609344
	kmPerYard  = 0.0009144
)

// locale is how a file writes its numbers.
type locale uint8

const (
	pointDecimal  locale = iota // 7.5 and 1,020
	eitherDecimal               // 7.5 and 7,5: parted by semicolons, so a comma is no thousands
	commaDecimal                // 7,5 and 1.020
)

// number reads what apps write in any locale: 1020, "1,020", 7.5, "7,50",
// "1.020,5".
func number(s string, l locale) (float64, bool) {
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\'' {
			return -1
		}
		return r
	}, s)
	if strings.Trim(s, "0123456789.,+-") != "" || s == "" {
		return 0, false
	}
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case comma >= 0 && point >= 0 && comma > point:
		s = strings.ReplaceAll(strings.ReplaceAll(s, ".", ""), ",", ".")
	case comma >= 0 && point >= 0:
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0 && (strings.Count(s, ",") > 1 || l == pointDecimal && len(s)-comma == 4):
		s = strings.ReplaceAll(s, ",", "")
	case comma >= 0:
		s = strings.Replace(s, ",", ".", 1)
	case strings.Count(s, ".") > 1 || l == commaDecimal && point >= 0 && len(s)-point == 4:
		s = strings.ReplaceAll(s, ".", "")
	}
	v, err := strconv.ParseFloat(s, 64)
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// timeWords are the units inside a duration, in English and German.
var timeWords = map[string]float64{
	"h": 3600, "hr": 3600, "hrs": 3600, "hour": 3600, "hours": 3600, "std": 3600, "std.": 3600,
	"m": 60, "min": 60, "mins": 60, "min.": 60, "minute": 60, "minutes": 60, "minuten": 60,
	"s": 1, "sec": 1, "secs": 1, "sek": 1, "sek.": 1, "second": 1, "seconds": 1,
}

// duration reads "1h 10m", "45m", "4200" (seconds), "01:00:10.5", and two
// fields as hours and minutes or as minutes and seconds, by hoursFirst.
func duration(s string, hoursFirst bool) (seconds float64, ok bool) {
	s = strings.ToLower(strings.TrimSpace(s))
	if strings.Contains(s, ":") {
		return clock(s, hoursFirst)
	}
	if v, ok := number(s, eitherDecimal); ok {
		return v, v >= 0
	}
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimSpace(s) {
		n := 0
		for n < len(s) && strings.IndexByte("0123456789.,", s[n]) >= 0 {
			n++
		}
		v, ok := number(s[:n], eitherDecimal)
		s = strings.TrimSpace(s[n:])
		w := 0
		for w < len(s) && (s[w] == '.' || s[w] >= 'a' && s[w] <= 'z') {
			w++
		}
		unit, known := timeWords[s[:w]]
		if !ok || !known {
			return 0, false
		}
		seconds += v * unit
		s = s[w:]
	}
	return seconds, seconds >= 0 && seconds < 1e7
}

func clock(s string, hoursFirst bool) (float64, bool) {
	fields := strings.Split(strings.ReplaceAll(s, ",", "."), ":")
	if len(fields) > 3 {
		return 0, false
	}
	total := 0.0
	for i, f := range fields {
		v, err := strconv.ParseFloat(strings.TrimSpace(f), 64)
		if err != nil || !(v >= 0 && v < 1e6) || i > 0 && v >= 60 {
			return 0, false
		}
		total = total*60 + v
	}
	if len(fields) == 2 && hoursFirst {
		total *= 60
	}
	return total, true
}

// workoutDuration reads how long a whole workout took: "01:00" is an hour, as
// nobody trains for a minute, but "45:30" is minutes, as nobody trains for days.
func workoutDuration(s string) (seconds float64, ok bool) {
	seconds, ok = duration(s, true)
	if ok && seconds > (6*time.Hour).Seconds() && strings.Count(s, ":") == 1 {
		seconds /= 60
	}
	return seconds, ok
}

// weightUnit returns kilograms for one of the unit.
func weightUnit(s string) (float64, bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "kg", "kgs", "kilogram", "kilograms":
		return 1, true
	case "lb", "lbs", "pound", "pounds":
		return kgPerPound, true
	}
	return 0, false
}

// distanceUnit returns kilometres for one of the unit.
func distanceUnit(s string) (float64, bool) {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "km", "kilometer", "kilometers", "kilometre", "kilometres":
		return 1, true
	case "mi", "mile", "miles":
		return kmPerMile, true
	case "m", "meter", "meters", "metre", "metres":
		return 0.001, true
	case "yd", "yds", "yard", "yards":
		return kmPerYard, true
	case "ft", "feet":
		return kmPerYard / 3, true
	}
	return 0, false
}
