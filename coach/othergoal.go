package coach

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"tandem/coach/training"
)

// leanOn is how long after an answer a question may lean on it.
const leanOn = 15 * time.Minute

// otherGoalRE is a question that leans on the one before and only changes the
// goal: "and for muscle?", "what about if I train for a marathon".
var otherGoalRE = regexp.MustCompile(`(?i)^(?:(?:ok|okay|so|and|but|or|then)[, ]+)*(?:(?:what|how) about|what if|if|when|for)?` +
	`(?: *\b(?:for|a|an|my|the|goals?|is|was|were|i|i'?m|am|want|train|training|to|get|getting|build|gain|lose|losing|if|me|as|more|in|it'?s|focus|on|mainly|only|case|of)\b)*` +
	` *\b(strength|strong|stronger|powerlifting|powerlifters?|hypertrophy|muscles?|size|bodybuilding|power|explosive|endurance|runners?|race|marathon|half[- ]marathon|event|fat[- ]?loss|fat|weight[- ]?loss|weight|general fitness|fitness|health)\W*$`)

var otherGoals = map[string]training.Goal{
	"strength": training.Strength, "strong": training.Strength, "stronger": training.Strength,
	"powerlifting": training.Strength, "powerlifter": training.Strength, "powerlifters": training.Strength,
	"hypertrophy": training.Hypertrophy, "muscle": training.Hypertrophy, "muscles": training.Hypertrophy,
	"size": training.Hypertrophy, "bodybuilding": training.Hypertrophy,
	"power": training.Power, "explosive": training.Power,
	"endurance": training.Endurance, "runner": training.Endurance, "runners": training.Endurance,
	"race": training.Event, "marathon": training.Event, "half marathon": training.Event, "event": training.Event,
	"fat loss": training.FatLoss, "fatloss": training.FatLoss, "fat": training.FatLoss,
	"weight loss": training.FatLoss, "weightloss": training.FatLoss, "weight": training.FatLoss,
	"general fitness": training.General, "fitness": training.General, "health": training.General,
}

// otherGoal is the goal that a question puts in place of the one before's; ""
// when it is no such question.
func otherGoal(text string) training.Goal {
	text = strings.TrimSpace(text)
	m := otherGoalRE.FindStringSubmatch(text)
	if m == nil || len(strings.Fields(text)) < 2 {
		return ""
	}
	return otherGoals[strings.ReplaceAll(strings.ToLower(m[1]), "-", " ")]
}

// ForOtherGoal answers a question that asks the last answer again for another goal.
// ok is false when text is none, or nothing was answered lately.
func (c *Coach) ForOtherGoal(ctx context.Context, st Store, a Athlete, text, key string, now time.Time) (ans Answer, ok bool, err error) {
	goal := otherGoal(text)
	if goal == "" {
		return Answer{}, false, nil
	}
	last, err := st.Explanation(ctx, a.ID, "")
	if errors.Is(err, ErrNotFound) {
		return Answer{}, false, nil
	}
	if err != nil {
		return Answer{}, false, fmt.Errorf("load the last answer: %w", err)
	}
	e, known := c.Entry(last.Topic)
	if !known || e.Product || now.Sub(last.At) > leanOn {
		return Answer{}, false, nil
	}
	says := "This holds as it stands."
	if text := e.For(string(goal)); text != "" {
		says = plain(text)
	}
	parts := []Part{{"", e.Title}, {"For " + goalNames[goal], says}, {"How sure", sureness(e)}}
	ans = Answer{Outcome: Answered, Topics: []string{e.ID}, Goal: goal, Text: joinParts(parts), Parts: parts, Sources: sources(e)}
	return ans, true, c.explainTopic(ctx, st, a, e.ID, key, now)
}
