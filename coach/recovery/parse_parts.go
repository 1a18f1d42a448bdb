package recovery

import (
	"fmt"
	"strconv"
	"strings"
)

// sleep reads what follows the word: hours, or how it was. A bare number from 1
// to 5 is kept until the end.
func (p *parser) sleep(typed string) error {
	for len(p.words) > 0 && fillers[plain(p.words[0])] {
		p.next()
	}
	if len(p.words) == 0 {
		return &ParseError{typed, "say how long, as in sleep 7.5h"}
	}
	word := plain(p.words[0])
	if word == "quality" {
		p.next()
		return p.named(typed, ItemSleep)
	}
	if m := answerPattern.FindStringSubmatch(word); m != nil && !p.unitFollows() {
		value, _ := strconv.Atoi(m[1])
		if strings.HasSuffix(word, "/5") {
			return p.named(typed, ItemSleep)
		}
		if value >= Worst && value <= Best {
			p.next()
			if p.bare != 0 {
				return &ParseError{typed, "it is given twice"}
			}
			p.bare = value
			return nil
		}
	}
	return p.hoursAfter(typed)
}

func (p *parser) hoursAfter(typed string) error {
	if len(p.words) == 0 {
		return &ParseError{typed, "say how long, as in sleep 7.5h"}
	}
	word := p.words[0]
	h, ok := p.takeHours()
	if !ok {
		return &ParseError{word, "hours of sleep look like 7.5h or 7h30"}
	}
	return p.setHours(word, h)
}

// takeHours takes a duration from the front: 7.5h, 7,5 h, 7h30, 7:30, 7 hours.
// A number without a unit counts; whoever calls has excluded other readings.
func (p *parser) takeHours() (float64, bool) {
	word := plain(p.words[0])
	if m := clockPattern.FindStringSubmatch(word); m != nil {
		whole, _ := strconv.Atoi(m[1])
		minutes, _ := strconv.Atoi(m[2])
		if minutes >= 60 {
			return 0, false
		}
		p.next()
		return float64(whole) + float64(minutes)/60, true
	}
	m := hoursPattern.FindStringSubmatch(word)
	if m == nil {
		return 0, false
	}
	value, err := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
	if err != nil {
		return 0, false
	}
	if m[2] == "" && p.unitFollows() {
		p.next()
	}
	p.next()
	return value, true
}

// unitFollows reports whether the word after the first is "h" or its like.
func (p *parser) unitFollows() bool {
	if len(p.words) < 2 {
		return false
	}
	switch plain(p.words[1]) {
	case "h", "hr", "hrs", "hour", "hours":
		return true
	}
	return false
}

func (p *parser) setHours(typed string, hours float64) error {
	if hours <= 0 || hours > maxSleepHours {
		return &ParseError{typed, fmt.Sprintf("hours of sleep are above 0 and at most %d", maxSleepHours)}
	}
	if p.check.SleepHours > 0 {
		return &ParseError{typed, "the hours of sleep are given twice"}
	}
	p.check.SleepHours = hours
	if len(p.words) > 0 && plain(p.words[0]) == "sleep" && !p.partBegins() {
		p.next() // "7.5h sleep"
	}
	return nil
}

// pain reads "pain left knee", "no pain", "nothing hurts" and their like. Where
// it hurts goes on until the next part begins.
func (p *parser) pain(word, typed string) error {
	p.next()
	where := ""
	switch word {
	case "no", "nothing":
		if following := plain(p.next()); following != "pain" && following != "hurts" {
			return &ParseError{typed, "say no pain, or pain and where"}
		}
	case "pain":
		where = p.untilNextPart()
		if where == "" {
			return &ParseError{typed, "say where it hurts, or no pain"}
		}
	}
	if p.check.Pain != "" || p.check.NoPain {
		return &ParseError{typed, "pain is given twice"}
	}
	p.check.Pain = where
	if where == "" || painless[strings.ToLower(where)] {
		p.check.Pain, p.check.NoPain = "", true
	}
	return nil
}

// painless are the words after "pain" that mean there is none.
var painless = map[string]bool{"no": true, "none": true, "0": true, "0/10": true, "free": true, "nothing": true}

// untilNextPart takes words up to the next part and joins them, without the
// punctuation around them.
func (p *parser) untilNextPart() string {
	var words []string
	for len(p.words) > 0 && !p.partBegins() {
		words = append(words, p.next())
	}
	return strings.Trim(strings.Join(words, " "), " .,;:!")
}

// partBegins reports whether the words at the front are a part of their own:
// a note, a run of five answers, or an item or sleep with its number.
func (p *parser) partBegins() bool {
	word := plain(p.words[0])
	if m := namedPattern.FindStringSubmatch(word); m != nil {
		return m[1] == "note" || m[1] == "notes" || itemNames[m[1]] != ""
	}
	if word == "note" || word == "notes" || fivePattern.MatchString(word) {
		return true
	}
	if m := hoursPattern.FindStringSubmatch(word); m != nil && m[2] != "" && len(p.words) > 1 && plain(p.words[1]) == "sleep" {
		return true
	}
	if word != "slept" && itemNames[word] == "" {
		return false
	}
	return p.answerAt(1) || (p.answerAt(2) && (fillers[plain(p.words[1])] || plain(p.words[1]) == "quality"))
}

// answerAt reports whether the word at that place starts with a digit.
func (p *parser) answerAt(i int) bool {
	return i < len(p.words) && p.words[i][0] >= '0' && p.words[i][0] <= '9'
}
