package recovery

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// maxSleepHours is the longest night that is believed.
const maxSleepHours = 24

// maxText is the longest check-in that is read, in bytes.
const maxText = 2000

// Example is a check-in that Parse reads whole.
const Example = "checkin 4 3 4 4 5 sleep 7.5h pain left knee"

// ParseError says which word of a check-in could not be read, and why.
type ParseError struct {
	Word   string // as typed; "" when nothing was
	Reason string
}

// Error names the word, the reason and an example that works.
func (e *ParseError) Error() string {
	if e.Word == "" {
		return fmt.Sprintf("%s. Try: %s", e.Reason, Example)
	}
	return fmt.Sprintf("I can't read %q: %s. Try: %s", e.Word, e.Reason, Example)
}

// Parse reads the answers of a check-in as they are typed: five numbers from 1
// to 5 in the order fatigue, sleep, soreness, stress, mood, 5 best, in one
// piece or apart (43445, 4/3/4/4/5, 4 3 4 4 5); or single items (fatigue 2);
// then, in any order, sleep 7.5h, pain and where, no pain; and at the end note
// with anything. Every part may be left out, but not all.
//
// The error is a [*ParseError]. "sleep 4" alone could be hours or an answer
// and is asked back; after five numbers it is hours.
func Parse(text string) (CheckIn, error) {
	if len(text) > maxText {
		return CheckIn{}, &ParseError{Reason: fmt.Sprintf("A check-in is at most %d characters", maxText)}
	}
	p := parser{words: strings.Fields(text)}
	for len(p.words) > 0 {
		if err := p.part(); err != nil {
			return CheckIn{}, err
		}
	}
	return p.finish()
}

// String prints the answers so that [Parse] reads the same ones back.
func (c CheckIn) String() string {
	var parts []string
	if c.Complete() {
		parts = append(parts, fmt.Sprintf("%d %d %d %d %d", c.Fatigue, c.Sleep, c.Soreness, c.Stress, c.Mood))
	} else {
		for _, item := range Items() {
			if v := c.Value(item); v != 0 {
				parts = append(parts, fmt.Sprintf("%s %d/%d", item, v, Best))
			}
		}
	}
	if c.SleepHours > 0 {
		parts = append(parts, "sleep "+strings.ReplaceAll(hours(c.SleepHours), " ", ""))
	}
	if c.Pain != "" {
		parts = append(parts, "pain "+c.Pain)
	} else if c.NoPain {
		parts = append(parts, "no pain")
	}
	if c.Note != "" {
		parts = append(parts, "note "+c.Note)
	}
	return strings.Join(parts, " ")
}

// parser takes words from the front until none is left.
type parser struct {
	words   []string
	numbers []int // those without an item's name, in order
	bare    int   // "sleep 4": hours or an answer, known only at the end; 0 = none
	check   CheckIn
}

var (
	fivePattern   = regexp.MustCompile(`^\d([/,;.-]?)\d([/,;.-]?)\d([/,;.-]?)\d([/,;.-]?)\d$`)
	answerPattern = regexp.MustCompile(`^(\d+)(?:/5)?$`)
	namedPattern  = regexp.MustCompile(`^([\p{L}-]+)[:=](.+)$`)
	hoursPattern  = regexp.MustCompile(`^(\d{1,3}(?:[.,]\d{1,2})?)(h|hr|hrs|hour|hours)?$`)
	clockPattern  = regexp.MustCompile(`^(\d{1,2})(?::|h|hr)(\d{2})(?:m|min|h)?$`)
)

// itemNames are what people call the items.
var itemNames = map[string]Item{
	"fatigue": ItemFatigue, "fresh": ItemFatigue, "freshness": ItemFatigue, "energy": ItemFatigue,
	"sleep":    ItemSleep,
	"soreness": ItemSoreness, "sore": ItemSoreness, "doms": ItemSoreness, "muscles": ItemSoreness,
	"stress": ItemStress,
	"mood":   ItemMood,
}

// fillers mean nothing here.
var fillers = map[string]bool{"and": true, "is": true, "was": true, "my": true, "for": true, "of": true, "checkin": true, "check-in": true, "&": true}

// part reads one part of the check-in from the front.
func (p *parser) part() error {
	if m := namedPattern.FindStringSubmatch(p.words[0]); m != nil {
		p.words = append([]string{m[1], m[2]}, p.words[1:]...)
	}
	typed := p.words[0]
	word := plain(typed)
	switch {
	case word == "" || fillers[word]:
		p.next()
		return nil
	case fivePattern.MatchString(word):
		p.next()
		return p.five(word)
	case answerPattern.MatchString(word) && !p.unitFollows():
		p.next()
		return p.number(typed, word)
	case word == "note" || word == "notes":
		p.next()
		p.check.Note = strings.Join(p.words, " ")
		p.words = nil
		return nil
	case word == "pain" || word == "pain-free" || word == "painfree" || word == "no" || word == "nothing":
		return p.pain(word, typed)
	case word == "slept":
		p.next()
		return p.hoursAfter(typed)
	case word == "sleep":
		p.next()
		return p.sleep(typed)
	case itemNames[word] != "":
		p.next()
		return p.named(typed, itemNames[word])
	}
	if strings.Contains(word, "h") || p.unitFollows() {
		if h, ok := p.takeHours(); ok {
			return p.setHours(typed, h)
		}
	}
	return &ParseError{typed, "it is neither an answer from 1 to 5 nor sleep, pain or note"}
}

func (p *parser) next() string {
	if len(p.words) == 0 {
		return ""
	}
	word := p.words[0]
	p.words = p.words[1:]
	return word
}

// five reads five digits written in one word.
func (p *parser) five(word string) error {
	for _, r := range word {
		if r < '0' || r > '9' {
			continue
		}
		if err := p.number(word, string(r)); err != nil {
			return err
		}
	}
	return nil
}

// number reads an answer whose item follows from its place.
func (p *parser) number(typed, word string) error {
	value, err := answer(typed, word)
	if err != nil {
		return err
	}
	if len(p.numbers) == len(Items()) {
		return &ParseError{typed, "there are five answers already"}
	}
	p.numbers = append(p.numbers, value)
	return nil
}

// named reads the answer after an item's name.
func (p *parser) named(name string, item Item) error {
	typed := p.next()
	for fillers[plain(typed)] {
		typed = p.next()
	}
	if typed == "" {
		return &ParseError{name, "an answer from 1 to 5 must follow it"}
	}
	value, err := answer(typed, plain(typed))
	if err != nil {
		return err
	}
	return p.set(name, item, value)
}

func (p *parser) set(typed string, item Item, value int) error {
	if p.check.Value(item) != 0 {
		return &ParseError{typed, "it is given twice"}
	}
	check, err := p.check.With(item, value)
	if err != nil {
		return &ParseError{typed, err.Error()}
	}
	p.check = check
	return nil
}

// finish gives the numbers their items and decides what "sleep 4" was.
func (p *parser) finish() (CheckIn, error) {
	if n := len(p.numbers); n != 0 && n != len(Items()) {
		return CheckIn{}, &ParseError{fmt.Sprint(p.numbers[n-1]), fmt.Sprintf("five answers belong together, and here are %d", n)}
	}
	for i, value := range p.numbers {
		if err := p.set(string(Items()[i]), Items()[i], value); err != nil {
			return CheckIn{}, err
		}
	}
	if p.bare != 0 {
		typed := fmt.Sprintf("sleep %d", p.bare)
		if p.check.Sleep == 0 {
			return CheckIn{}, &ParseError{typed, fmt.Sprintf("write sleep %dh for the hours, or sleep %d/5 for how well", p.bare, p.bare)}
		}
		if err := p.setHours(typed, float64(p.bare)); err != nil {
			return CheckIn{}, err
		}
	}
	if !p.check.Answered() {
		return CheckIn{}, &ParseError{Reason: "Five numbers from 1 to 5, 5 best: fatigue, sleep, soreness, stress, mood"}
	}
	return p.check, nil
}

// answer reads a value from 1 to 5, with or without "/5".
func answer(typed, word string) (int, error) {
	m := answerPattern.FindStringSubmatch(word)
	if m == nil {
		return 0, &ParseError{typed, "answers are whole numbers from 1 to 5, 5 best"}
	}
	value, err := strconv.Atoi(m[1])
	if err != nil || value < Worst || value > Best {
		return 0, &ParseError{typed, "answers go from 1 to 5, 5 best"}
	}
	return value, nil
}

// plain is a word in lower case without the punctuation around it.
func plain(word string) string {
	return strings.ToLower(strings.Trim(word, ".,;:!()"))
}
