package bot

import (
	"context"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"tandem/bot/zone"
	"tandem/coach"
)

// openQuestion takes text as the answer to what the coach last asked. handled
// is false when nothing is open, or when the text is no answer to it: then it is
// read as anything else, and the question stays open.
func (t *talk) openQuestion(ctx context.Context, text string) (replies []Reply, handled bool, err error) {
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, false, fmt.Errorf("load dialogue: %w", err)
	}
	if d.Step == "" || t.now.After(d.Expires) {
		return nil, false, nil
	}
	line, ok := t.zoneAnswer(d, text)
	if !ok {
		line, ok = answerTo(d, text)
	}
	if !ok || strings.HasPrefix(line, "consent yes") && t.sinceAsked(d) > offerOpen {
		return nil, false, nil // a yes so long after may be to anything: consent is asked for again
	}
	c, rest, ok := commandNamed(line)
	if !ok {
		return nil, false, nil
	}
	replies, err = c.run(t, ctx, rest)
	return replies, true, err
}

// zoneAnswer takes a yes or a no to the zone that the platform reports.
func (t *talk) zoneAnswer(d Dialogue, text string) (string, bool) {
	name, reported := zone.Find(t.m.Zone)
	answer, ok := yesNo(strings.ToLower(strings.Trim(text, " .!")))
	switch {
	case d.Step != stepZone || !reported || !ok:
		return "", false
	case answer == "yes":
		return "timezone " + name, true
	}
	return "timezone " + otherCity, true
}

// answerTo turns an answer in free words into the command that its button
// would have said.
func answerTo(d Dialogue, text string) (string, bool) {
	word := strings.ToLower(strings.Trim(text, " .!"))
	passes, back, enough := passRE.MatchString(word), backRE.MatchString(word), enoughRE.MatchString(word)
	if command, first := passed[d.Step]; first {
		switch {
		case passes:
			return command, true
		case back:
			return "pass back", true
		case enough:
			return "pass all", true
		}
	}
	if d.Step == stepOffer || d.Step == stepEdit || d.Step == stepLegs {
		if dropRE.MatchString(word) {
			return "never", true
		}
	}
	switch d.Step {
	case stepConsent:
		if passes || enough {
			return consentAnswer(d, "no"), true
		}
		if yes, ok := yesNo(word); ok {
			return consentAnswer(d, yes), true
		}
	case stepGoal:
		if g, ok := findGoal(word); ok {
			return "goal " + string(g), true
		}
	case stepExperience:
		if e, ok := findExperience(word); ok {
			return "experience " + string(e), true
		}
	case stepZone:
		if looksLikePlace(word) {
			return "timezone " + text, true
		}
	case stepCheckIn:
		if no, ok := yesNo(word); ok && no == "no" {
			return "reminders off", true
		}
		if hour, err := strconv.Atoi(word); err == nil && hour >= 4 && hour <= 23 {
			return fmt.Sprintf("reminders %02d:00", hour), true
		}
		if _, err := parseClock(strings.Fields(word + " ")[0]); err == nil || word == "off" || strings.HasPrefix(word, "no ") {
			return "reminders " + word, true
		}
	case stepLegs:
		return legsAnswer(d, word)
	case stepOffer:
		if yes, ok := yesNo(word); ok && len(strings.Fields(word)) <= 2 {
			return d.Values[yes], true
		}
	case stepEdit:
		return correctedLine(d, text)
	}
	return "", false
}

// dropRE is how people take back that they wanted something.
var dropRE = regexp.MustCompile(`^(cancel|stop|never ?mind|nvm|forget it|leave it|drop it|nothing|keep it( as it is)?)$`)

// How people leave a question of the first talk: for later, for the one before,
// for good.
var (
	backRE   = regexp.MustCompile(`^((go )?back|previous|wait|oops)$`)
	enoughRE = regexp.MustCompile(`^(stop|cancel|enough|leave it|quit it|no more( questions)?)$`)
	passRE   = regexp.MustCompile(`^(later|maybe later|skip( (it|this|that))?|pass|next|not now|(i )?don'?t know( yet)?|dunno|idk|no idea|not sure( yet)?|none|no|nope|n|whatever|rather not( say)?)$`)
)

// passed is what passing on each question of the first talk comes to, that of
// consent excepted, which may be about one kind of data.
var passed = map[string]string{
	stepGoal: "pass", stepExperience: "pass", stepZone: "pass", stepCheckIn: "reminders off",
}

// correctedLine is text as the line that takes a session's place. What begins
// with a command of its own is no correction.
func correctedLine(d Dialogue, text string) (string, bool) {
	line := text
	for _, prefix := range []string{"log edit ", "edit "} {
		if rest, ok := strings.CutPrefix(strings.ToLower(line), prefix); ok {
			line = line[len(line)-len(rest):]
		}
	}
	if c, _, ok := commandNamed(line); ok && c.word != "edit" {
		return "", false
	}
	return "log edit " + d.Values["session"] + " " + line, looksLikeLine(line)
}

// offer opens a question that yes or no answers with a command each, for a
// little while: what is said later is not an answer to it.
func (t *talk) offer(ctx context.Context, yes, no string) error {
	err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{Step: stepOffer, Values: map[string]string{"yes": yes, "no": no}, Expires: t.now.Add(offerOpen)})
	if err != nil {
		return fmt.Errorf("open question: %w", err)
	}
	return nil
}

// offerOpen is how long a question of yes or no waits for its answer.
const offerOpen = 10 * time.Minute

// askAgain repeats an open question of the first talk after words that no part
// of the coach could make sense of; nil when none is open.
func (t *talk) askAgain(ctx context.Context, ans coach.Answer, text string) ([]Reply, error) {
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	if !strings.HasPrefix(d.Step, "first:") || t.now.After(d.Expires) || len(strings.Fields(text)) > 4 {
		return nil, nil
	}
	before := fmt.Sprintf("I can't make sense of %q here.", text)
	if ans.Outcome == coach.Smalltalk && ans.Text != coach.ChatText {
		before = ans.Text
	}
	r := t.stepQuestion(d.Step)
	if _, answer := yesNo(strings.ToLower(text)); answer && d.Step == stepConsent {
		before = "Just to be sure:"
	}
	if t.sinceAsked(d) <= offerOpen {
		r.Text = before + " " + inBrief(d, r.Text)
	} else {
		r.Text = before + "\n\n" + r.Text
	}
	d.Expires = t.now.Add(firstTalkOpen)
	if err := t.tx.SetDialogue(ctx, t.a.ID, d); err != nil {
		return nil, fmt.Errorf("keep dialogue: %w", err)
	}
	return one(r), nil
}

// stillOpen reminds of a question of the first talk that was asked just before
// another thing came up; "" when there is none.
func (t *talk) stillOpen(ctx context.Context) (string, error) {
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return "", fmt.Errorf("load dialogue: %w", err)
	}
	if !strings.HasPrefix(d.Step, "first:") || t.sinceAsked(d) > offerOpen {
		return "", nil
	}
	return "\n\nBack to where we were: " + inBrief(d, t.question(d.Step).Text), nil
}

// sinceAsked is how long ago a question of the first talk was put.
func (t *talk) sinceAsked(d Dialogue) time.Duration {
	return t.now.Sub(d.Expires.Add(-firstTalkOpen))
}

// inBrief is a question as it is put again: the long one of consent was read.
func inBrief(d Dialogue, question string) string {
	switch only := d.Values[valueOnly]; {
	case d.Step == stepCheckIn:
		return "When shall I check in each day? Write a time like 07:00, or `later`."
	case d.Step != stepConsent:
		return question
	case only != "":
		return "May I keep your " + only + " from now on? Yes or no."
	}
	return "May I keep what you log and how you say you feel, as I wrote above? Yes or no."
}

func yesNo(word string) (string, bool) {
	switch strings.SplitN(word, " ", 2)[0] {
	case "yes", "y", "ok", "okay", "sure", "yep", "yeah", "agree", "yes,":
		return "yes", true
	case "no", "n", "nope", "never", "no,":
		return "no", true
	}
	return "", false
}
