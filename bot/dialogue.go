package bot

import (
	"context"
	"fmt"
	"strings"
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
	line, ok := answerTo(d, text)
	if !ok {
		return nil, false, nil
	}
	c, rest, ok := commandNamed(line)
	if !ok {
		return nil, false, nil
	}
	replies, err = c.run(t, ctx, rest)
	return replies, true, err
}

// answerTo turns an answer in free words into the command that its button
// would have said.
func answerTo(d Dialogue, text string) (string, bool) {
	word := strings.ToLower(strings.Trim(text, " .!"))
	switch d.Step {
	case stepConsent:
		if yes, ok := yesNo(word); ok {
			return "consent " + yes, true
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
		if _, err := parseClock(strings.Fields(word + " ")[0]); err == nil || word == "off" || strings.HasPrefix(word, "no ") {
			return "reminders " + word, true
		}
	case stepLegs:
		return legsAnswer(d, word)
	case stepEdit:
		return "log edit " + d.Values["session"] + " " + text, looksLikeLine(text)
	}
	return "", false
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
