package words

import (
	"regexp"
	"strconv"
	"strings"
)

// numberForms tells the class of a word that begins with a digit.
var numberForms = []struct {
	class string
	form  *regexp.Regexp
}{
	{"#sets", regexp.MustCompile(`^\d{1,2}x\d{1,3}$`)},
	{"#distance", regexp.MustCompile(`^(\d+(\.\d+)?(k|km|kms|mi|mile|miles|m|miler)|26\.2|13\.1)$`)},
	{"#weight", regexp.MustCompile(`^\d+(\.\d+)?(kg|kgs|kilo|kilos|lb|lbs|pound|pounds|st)$`)},
	{"#grams", regexp.MustCompile(`^\d+(\.\d+)?(g|gr|grams|mg)$`)},
	{"#decade", regexp.MustCompile(`^[3-8]0s$`)},
	{"#duration", regexp.MustCompile(`^\d+(\.\d+)?(min|mins|minute|minutes|sec|secs|s)$`)},
	{"#hours", regexp.MustCompile(`^\d+(\.\d+)?(h|hr|hrs|hour|hours)$`)},
	{"#clock", regexp.MustCompile(`^\d{1,2}([:.]\d\d)?(am|pm)$`)},
	{"#pace", regexp.MustCompile(`^\d{1,2}:\d\d(:\d\d)?$`)},
	{"#times", regexp.MustCompile(`^\d+x$`)},
	{"#percent", regexp.MustCompile(`^\d+(\.\d+)?%$`)},
	{"#age", regexp.MustCompile(`^\d\d(yo|yr|yrs|f|m)$`)},
	{"#number", regexp.MustCompile(`^\d+([./]\d+)?$`)},
}

// unitClass is the class of a number followed by a word of this stem.
var unitClass = stemmed(map[string]string{
	"km": "#distance", "k": "#distance", "mile": "#distance", "miler": "#distance", "mi": "#distance", "meter": "#distance",
	"kg": "#weight", "lb": "#weight", "pound": "#weight", "kilo": "#weight", "stone": "#weight", "plate": "#weight",
	"g": "#grams", "gram": "#grams", "mg": "#grams",
	"minute": "#duration", "second": "#duration",
	"hour": "#hours", "h": "#hours",
	"am": "#clock", "pm": "#clock",
	"day": "#days", "week": "#weeks", "month": "#months", "year": "#years",
	"rep": "#reps", "set": "#sets", "time": "#times", "x": "#times",
	"calorie": "#calories", "kcal": "#calories", "bpm": "#bpm", "litre": "#litres", "liter": "#litres", "ounce": "#litres",
	"percent": "#percent", "%": "#percent",
})

func stemmed(units map[string]string) map[string]string {
	out := make(map[string]string, len(units))
	for unit, class := range units {
		out[Stem(unit)] = class
	}
	return out
}

var spelledNumbers = map[string]string{
	"one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "ten": "10", "twelve": "12", "fifteen": "15", "twenty": "20", "thirty": "30", "forty": "40",
	"fifty": "50", "sixty": "60", "seventy": "70",
}

// classify gives number words their class, from their own form, from the
// unit that follows, or from the words about them where they tell an age.
func classify(tokens []Token) []Token {
	for i := range tokens {
		t := &tokens[i]
		if !startsWithDigit(t.Text) {
			if _, ok := spelledNumbers[t.Text]; ok && i+1 < len(tokens) {
				t.Class = unitClass[tokens[i+1].Stem]
			}
			continue
		}
		t.Class = formClass(t.Text)
		if t.Class == "#number" && i+1 < len(tokens) {
			if class, ok := unitClass[tokens[i+1].Stem]; ok {
				t.Class = class
			}
		}
		if age := ageClass(tokens, i); age != "" {
			t.Class = age
		}
	}
	return tokens
}

func formClass(word string) string {
	for _, f := range numberForms {
		if f.form.MatchString(word) {
			return f.class
		}
	}
	return "#other"
}

// ageClass tells whether the number at i is an age, and of whom: "i am 52",
// "at 16", "over 40", "17 year old".
func ageClass(tokens []Token, i int) string {
	t := tokens[i]
	age, err := strconv.Atoi(strings.TrimRight(t.Text, "yomrsf"))
	if err != nil || age < 10 || age > 89 {
		return ""
	}
	said := t.Class == "#age" || t.Class == "#decade"
	if t.Class == "#years" && i+2 < len(tokens) {
		said = said || tokens[i+2].Stem == "old"
	}
	if t.Class == "#number" && i > 0 {
		before := tokens[i-1].Text
		last := i+1 == len(tokens)
		switch before {
		case "am", "aged", "age", "turned", "turning", "u", "under", "over":
			said = true
		case "at", "past", "hit", "is":
			said = said || last || tokens[i+1].Text != "minutes"
		}
	}
	switch {
	case !said:
		return ""
	case age < 20:
		return "#ageteen"
	case age >= 38:
		return "#ageolder"
	}
	return "#age"
}
