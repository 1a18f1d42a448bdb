package advice

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"tandem/coach/training"
)

// Conversion factors, exact by definition.
const (
	kgPerLb = 0.45359237
	kmPerMi = 1.609344
)

// words prints numbers in an athlete's own units.
type words struct{ units training.Units }

// mass prints a load, rounded to the half kilogram or the pound.
func (w words) mass(kg float64) string {
	if w.units == training.Imperial {
		return commas(math.Round(kg/kgPerLb)) + " lb"
	}
	return commas(math.Round(kg*2)/2) + " kg"
}

// distance prints to the tenth.
func (w words) distance(km float64) string {
	if w.units == training.Imperial {
		return decimal(km/kmPerMi, 1) + " mi"
	}
	return decimal(km, 1) + " km"
}

// exactly prints to the hundredth, so that a share of it can be checked.
func (w words) exactly(km float64) string {
	if w.units == training.Imperial {
		return decimal(km/kmPerMi, 2) + " mi"
	}
	return decimal(km, 2) + " km"
}

// percent prints a share to the tenth below 20 %, whole above.
func percent(x float64) string {
	if x < 20 {
		return decimal(x, 1) + " %"
	}
	return decimal(x, 0) + " %"
}

// cap prints a distance not to exceed: rounded down, to the half from 5 on, so
// that keeping to it keeps to the limit.
func (w words) cap(km float64) string {
	floor := func(x float64) float64 {
		if x < 5 {
			return math.Floor(x*10+1e-6) / 10
		}
		return math.Floor(x*2+1e-6) / 2
	}
	if w.units == training.Imperial {
		return decimal(floor(km/kmPerMi), 1) + " mi"
	}
	return decimal(floor(km), 1) + " km"
}

// pace prints minutes a kilometre or mile from seconds a kilometre.
func (w words) pace(secondsPerKm float64) string {
	unit := "/km"
	if w.units == training.Imperial {
		secondsPerKm *= kmPerMi
		unit = "/mi"
	}
	s := int(math.Round(secondsPerKm))
	return fmt.Sprintf("%d:%02d %s", s/60, s%60, unit)
}

// span prints a duration as "45 min", "3 h 30" or "2 days".
func span(d time.Duration) string {
	m := int(math.Round(d.Minutes()))
	switch {
	case m < 60:
		return fmt.Sprintf("%d min", m)
	case m < 36*60 && m%60 == 0:
		return fmt.Sprintf("%d h", m/60)
	case m < 36*60:
		return fmt.Sprintf("%d h %02d", m/60, m%60)
	}
	return fmt.Sprintf("%d h", m/60)
}

// minutes prints a count of minutes.
func minutes(m float64) string { return decimal(math.Round(m), 0) + " min" }

// rpe prints an effort, "not told" for none.
func rpe(r *training.RPE) string {
	if r == nil {
		return "not told"
	}
	return "RPE " + decimal(float64(*r), 1)
}

// decimal prints at most n digits after the point and no trailing zeros.
func decimal(x float64, n int) string {
	s := strconv.FormatFloat(x, 'f', n, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// commas prints a number with thousands parted.
func commas(x float64) string {
	s := decimal(x, 1)
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		return whole + "." + rest
	}
	return whole
}

// plural counts a noun: "1 set", "2 sets".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return strconv.Itoa(n) + " " + noun + "s"
}

// sentence starts with a capital.
func sentence(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

// list joins words: "a", "a and b", "a, b and c".
func list(words []string) string {
	if n := len(words); n > 1 {
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
	return strings.Join(words, "")
}

// lowerName is an exercise inside a sentence.
func lowerName(exercise string) string { return strings.ToLower(exercise) }
