package advice

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

// PlanError says which word of a plan request could not be read, and shows one
// that works.
type PlanError struct{ Word, Expected string }

const planExample = "plan 3 lifts 3 runs key run tue long run sat two-a-days ok"

// Error is the sentence an athlete reads.
func (e *PlanError) Error() string {
	if e.Word == "" {
		return fmt.Sprintf("I expected %s. Try: %s", e.Expected, planExample)
	}
	return fmt.Sprintf("I can't read %q: I expected %s. Try: %s", e.Word, e.Expected, planExample)
}

// planReader goes through the words of a request.
type planReader struct {
	words []string
	at    int
	req   PlanRequest
}

// ParsePlan reads "3 lifts 3 runs", and after it in any order "key run tue",
// "long run sat", "rest sun", "two-a-days ok" or "no two-a-days". The error is a
// *PlanError.
func ParsePlan(text string) (PlanRequest, error) {
	text = strings.NewReplacer(",", " ", ";", " ", "+", " ", "two a days", "doubles", "two-a-days", "doubles", "two a day", "doubles",
		"two-a-day", "doubles", "2-a-days", "doubles", "2-a-day", "doubles").Replace(strings.ToLower(text))
	r := &planReader{words: strings.Fields(text)}
	for r.at < len(r.words) {
		if err := r.step(); err != nil {
			return PlanRequest{}, err
		}
	}
	return r.req, r.check()
}

// fillers are words that carry nothing here.
var fillers = []string{"and", "with", "a", "the", "per", "week", "days", "day", "times", "x", "on", "please", "plan", "me", "of", "is", "are", "for"}

func (r *planReader) next() string {
	if r.at >= len(r.words) {
		return ""
	}
	r.at++
	return r.words[r.at-1]
}

// step reads one phrase.
func (r *planReader) step() error {
	word := r.next()
	if n, ok := count(word); ok {
		return r.counted(word, n)
	}
	switch word {
	case "key", "hard", "interval", "intervals", "tempo", "quality", "speed":
		return r.named(word, &r.req.KeyRun)
	case "long":
		return r.named(word, &r.req.LongRun)
	case "rest", "off", "free":
		return r.off(word)
	case "doubles", "double":
		return r.doubles()
	case "no", "not", "without":
		if w := r.peek(); w == "doubles" || w == "double" {
			r.next()
			r.req.TwoADays = NoDoubles
			return nil
		}
		return r.off(word)
	}
	if slices.Contains(fillers, word) {
		return nil
	}
	return &PlanError{word, "how many lifts and runs, or \"key run\", \"long run\", \"rest\" with a day, or \"two-a-days ok\""}
}

func (r *planReader) peek() string {
	if r.at >= len(r.words) {
		return ""
	}
	return r.words[r.at]
}

// numbers as words.
var numbers = []string{"no", "one", "two", "three", "four", "five", "six", "seven"}

// count reads "3", "3x" or "three".
func count(word string) (int, bool) {
	if n, err := strconv.Atoi(strings.TrimSuffix(word, "x")); err == nil {
		return n, true
	}
	i := slices.Index(numbers, word)
	return i, i > 0
}

// counted reads what a number counts.
func (r *planReader) counted(word string, n int) error {
	for slices.Contains(fillers, r.peek()) {
		r.next()
	}
	what := r.next()
	if n < 0 || n > 7 {
		return &PlanError{word, "a number from 0 to 7 before \"" + what + "\""}
	}
	switch strings.TrimSuffix(what, "s") {
	case "lift", "lifting", "gym", "weight", "strength":
		r.req.Lifts = n
	case "run", "running", "cardio", "ride", "cycling":
		r.req.Runs = n
	default:
		return &PlanError{strings.TrimSpace(word + " " + what), "lifts or runs after the number"}
	}
	for slices.Contains([]string{"session", "sessions", "workouts", "days"}, r.peek()) {
		r.next()
	}
	return nil
}

// named reads the day of the key or the long run.
func (r *planReader) named(word string, day **time.Weekday) error {
	for w := r.peek(); w == "run" || w == "runs" || w == "day" || w == "session" || w == "on"; w = r.peek() {
		r.next()
	}
	d, ok := weekday(r.peek())
	if !ok {
		return &PlanError{strings.TrimSpace(word + " " + r.peek()), "a day after \"" + word + " run\", such as tue"}
	}
	if *day != nil && **day != d {
		return &PlanError{word + " run " + r.peek(), "one day for each named run"}
	}
	r.next()
	*day = &d
	return nil
}

// off reads one or more days without training.
func (r *planReader) off(word string) error {
	for r.peek() == "day" || r.peek() == "days" || r.peek() == "on" {
		r.next()
	}
	found := false
	for {
		d, ok := weekday(r.peek())
		if !ok && !(found && r.peek() == "and") {
			break
		}
		r.next()
		if ok && !slices.Contains(r.req.Off, d) {
			r.req.Off = append(r.req.Off, d)
		}
		found = true
	}
	if !found {
		return &PlanError{strings.TrimSpace(word + " " + r.peek()), "a day after \"" + word + "\", such as sun"}
	}
	return nil
}

func (r *planReader) doubles() error {
	r.req.TwoADays = DoublesOK
	switch r.peek() {
	case "ok", "okay", "yes", "fine", "allowed", "possible":
		r.next()
	case "no", "not":
		r.next()
		r.req.TwoADays = NoDoubles
	}
	return nil
}

// weekday reads "tue", "tues" or "tuesday".
func weekday(word string) (time.Weekday, bool) {
	word = strings.TrimSuffix(word, ".")
	for _, d := range planDays {
		full := strings.ToLower(d.String())
		if len(word) >= 3 && (strings.HasPrefix(full, word) || strings.TrimSuffix(full, "s") == word || strings.TrimSuffix(word, "s") == full) {
			return d, true
		}
	}
	return 0, false
}

// check refuses what contradicts itself.
func (r *planReader) check() error {
	q := r.req
	if q.KeyRun != nil && q.LongRun != nil && *q.KeyRun == *q.LongRun {
		return &PlanError{"long run " + short(*q.LongRun), "the key run and the long run on different days"}
	}
	for name, day := range map[string]*time.Weekday{"key run": q.KeyRun, "long run": q.LongRun} {
		if day != nil && slices.Contains(q.Off, *day) {
			return &PlanError{"rest " + short(*day), "a day off that is not the day of the " + name}
		}
	}
	named := 0
	if q.KeyRun != nil {
		named++
	}
	if q.LongRun != nil {
		named++
	}
	if q.Lifts+q.Runs == 0 && named == 0 {
		return &PlanError{"", "how many lifts and runs a week, such as \"3 lifts 3 runs\""}
	}
	if q.Runs < named {
		return &PlanError{plural(q.Runs, "run"), fmt.Sprintf("at least %d, for the runs you named", named)}
	}
	return nil
}

// short is a weekday in three letters.
func short(d time.Weekday) string { return strings.ToLower(d.String()[:3]) }
