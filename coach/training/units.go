package training

import (
	"math"
	"strconv"
	"strings"
)

// Exact by definition (international yard and pound, 1959).
const (
	kgPerPound = 0.45359237
	kmPerMile  = 1.609344
	kmPerYard  = 0.0009144
)

// unit is what stands behind a number.
type unit uint8

const (
	uNone unit = iota
	uKg
	uPound
	uPercent
	uReps
	uSets
	uR      // "5r": reps; "r90s": rest
	uS      // seconds, or sets behind reps ("5r 3s")
	uSecond // said in full
	uMinute
	uHour
	uM // metres or minutes: the sport decides
	uMetre
	uKm
	uMile
	uYard
	uBeats
	uKmh
	uMph
)

var unitWords = map[string]unit{
	"kg": uKg, "kgs": uKg, "kilo": uKg, "kilos": uKg, "kilogram": uKg, "kilograms": uKg, "kilogramm": uKg,
	"lb": uPound, "lbs": uPound, "pound": uPound, "pounds": uPound, "pd": uPound,
	"percent": uPercent, "pct": uPercent,
	"rep": uReps, "reps": uReps, "repetitions": uReps, "r": uR, "rm": uReps,
	"set": uSets, "sets": uSets,
	"s": uS, "sec": uSecond, "secs": uSecond, "second": uSecond, "seconds": uSecond,
	"min": uMinute, "mins": uMinute, "minute": uMinute, "minutes": uMinute, "mintues": uMinute, "minuts": uMinute, "minites": uMinute, "mn": uMinute,
	"h": uHour, "hr": uHour, "hrs": uHour, "hour": uHour, "hours": uHour,
	"m": uM, "meter": uMetre, "meters": uMetre, "metre": uMetre, "metres": uMetre, "mtr": uMetre, "mtrs": uMetre,
	"k": uKm, "km": uKm, "kms": uKm, "ks": uKm, "kilometer": uKm, "kilometers": uKm, "kilometre": uKm, "kilometres": uKm,
	"mi": uMile, "mile": uMile, "miles": uMile, "mis": uMile, "miler": uMile,
	"yd": uYard, "yds": uYard, "yard": uYard, "yards": uYard,
	"bpm": uBeats, "kmh": uKmh, "kph": uKmh, "mph": uMph,
}

func (u unit) mass() bool { return u == uKg || u == uPound }

// far reports whether a number with the unit may be a distance.
func (u unit) far() bool { return u.distance() || u == uM }

func (u unit) distance() bool { return u == uMetre || u == uKm || u == uMile || u == uYard }

// kilograms turns a weight as typed into kg; a bare number is in own units.
func kilograms(v float64, u unit, own Units) float64 {
	if u == uPound || (u == uNone && own == Imperial) {
		return v * kgPerPound
	}
	return v
}

// kilometres turns a distance as typed into km; a bare number is in own units.
func kilometres(v float64, u unit, own Units) float64 {
	switch {
	case u == uMile || (u == uNone && own == Imperial):
		return v * kmPerMile
	case u == uMetre || u == uM:
		return v / 1000
	case u == uYard:
		return v * kmPerYard
	}
	return v
}

// exactMass prints kg in the athlete's units when that reads back to the very
// same value with at most two decimals, else in the other units, else in kg
// with every digit.
func exactMass(kg float64, own Units) string {
	pounds := math.Round(kg/kgPerPound*100) / 100
	asPounds := pounds*kgPerPound == kg
	asKg := math.Round(kg*100)/100 == kg
	if asPounds && (own == Imperial || !asKg) {
		return number(pounds) + "lb"
	}
	return number(kg) + "kg"
}

// exactDistance prints km so that it reads back to the same value: the
// athlete's units first, short distances in metres.
func exactDistance(km float64, own Units) string {
	if miles := math.Round(km/kmPerMile*1000) / 1000; miles*kmPerMile == km && miles > 0 {
		if own == Imperial || math.Round(km*1000)/1000 != km {
			return number(miles) + "mi"
		}
	}
	if yards := math.Round(km / kmPerYard); yards*kmPerYard == km && math.Round(km*1000)/1000 != km {
		return number(yards) + "yd"
	}
	if metres := math.Round(km * 1000); km < 2 && metres/1000 == km && math.Mod(metres, 1000) != 0 {
		return number(metres) + "m"
	}
	return number(km) + "km"
}

// Weight prints kg for people, in their units: "62.5 kg", "138 lb".
func Weight(kg float64, u Units) string {
	if u == Imperial {
		pounds := kg / kgPerPound
		if whole := math.Round(pounds); math.Abs(pounds-whole) < 0.3 {
			return number(whole) + " lb"
		}
		return number(math.Round(pounds*2)/2) + " lb"
	}
	return number(math.Round(kg*100)/100) + " kg"
}

// Distance prints km for people, in their units: "8 km", "400 m", "5.2 mi".
func Distance(km float64, u Units) string {
	if km < 1 && km > 0 {
		return number(math.Round(km*1000)) + " m"
	}
	if u == Imperial {
		return number(math.Round(km/kmPerMile*100)/100) + " mi"
	}
	return number(math.Round(km*100)/100) + " km"
}

// PaceText prints the pace of a distance covered in some minutes, in the
// athlete's units: "5:38 /km". Empty when either is unknown.
func PaceText(km, minutes float64, u Units) string {
	if km <= 0 || minutes <= 0 {
		return ""
	}
	seconds, per := minutes*60/km, " /km"
	if u == Imperial {
		seconds, per = seconds*kmPerMile, " /mi"
	}
	return clock(seconds) + per
}

// clock prints seconds as m:ss or h:mm:ss.
func clock(seconds float64) string {
	s := int(math.Round(seconds))
	if s < 3600 {
		return strconv.Itoa(s/60) + ":" + two(s%60)
	}
	return strconv.Itoa(s/3600) + ":" + two(s/60%60) + ":" + two(s%60)
}

func two(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// number prints a number as short as it can be.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func parseDecimal(s string) float64 {
	v, err := strconv.ParseFloat(strings.Replace(s, ",", ".", 1), 64)
	if err != nil {
		return math.MaxFloat32
	}
	return v
}

func atoi(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		return 0
	}
	return n
}
