package bot

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/safety"
	"tandem/coach/training"
)

func (t *talk) askCommand(ctx context.Context, rest string) ([]Reply, error) {
	if rest == "" {
		return one(say("Ask me anything about running and lifting, like `ask should I run after squats?`")), nil
	}
	return t.ask(ctx, rest, false)
}

// ask answers a question. Somebody new is invited to the first talk once.
func (t *talk) ask(ctx context.Context, text string, fresh bool) ([]Reply, error) {
	if meant, err := t.slipped(ctx, text); meant != nil || err != nil {
		return meant, err
	}
	ans, err := t.Coach.AskFor(ctx, t.tx, t.a, text, t.key, t.now)
	if err != nil {
		return nil, fmt.Errorf("answer question: %w", err)
	}
	t.Watch.Asked(ans.Outcome)
	if ans.Outcome == coach.Smalltalk || ans.Outcome == coach.Unknown {
		if again, err := t.askAgain(ctx, ans, text); again != nil || err != nil {
			return again, err
		}
	}
	if ans.Text == coach.WorkoutText {
		return t.offerLog(ctx, boastRE.ReplaceAllString(text, ""))
	}
	if ans.Outcome == coach.Smalltalk && !t.a.SetUp && !t.a.Consent.Given {
		return t.start(ctx, "")
	}
	r := t.answerReply(ans)
	if ans.Counted {
		r.Text += "\n\nI keep the question, without your name, so that an answer can be written."
	}
	if fresh && ans.Outcome != coach.Smalltalk {
		r.Text += "\n\nYou are new here: `start` sets me up for your goal in a minute."
		r.Buttons = append(r.Buttons, Button{Label: "Set up", Command: "start"})
	}
	open, err := t.stillOpen(ctx)
	if err != nil {
		return nil, err
	}
	r.Text += open
	return one(r), nil
}

// boastRE are the words before a workout that are no part of an exercise's name.
var boastRE = regexp.MustCompile(`(?i)^(?:(?:i|just|finally|today|so) )*(?:smashed|crushed|nailed|killed|banged out|knocked out) `)

// answerReply gives an answer its buttons.
func (t *talk) answerReply(ans coach.Answer) Reply {
	r := Reply{Kind: Answer, Text: ans.Text}
	for _, p := range ans.Parts {
		r.Sections = append(r.Sections, Section{Title: p.Title, Body: p.Body})
	}
	switch ans.Outcome {
	case coach.Answered:
		id := ans.Topics[0]
		r.Buttons = append(slices.Clone(doAbout[id]), Button{Label: "Why?", Command: "why topic " + id}, Button{Label: "Related", Command: "related " + id},
			Button{Label: "That's it", Command: "feedback yes " + id}, Button{Label: "Not it", Command: "feedback no " + strings.Join(ans.Topics, " ")})
		if ans.Second != "" {
			r.Buttons = append(r.Buttons, Button{Label: "And the other?", Command: "ask " + ans.Second})
			r.Text += "\n\nYou asked two things. Shall I take the other? \"" + ans.Second + "\""
		}
	case coach.Clarify, coach.Unknown:
		r.Buttons = t.topicButtons(ans.Topics, ans.Goal)
	}
	return r
}

// doAbout are the buttons that do what an answer about the coach speaks of.
var doAbout = map[string][]Button{
	"bot_controls": {{Label: "Settings", Command: "settings"}, {Label: "No check-ins", Command: "reminders off"}},
	"bot_help":     {{Label: "Short list", Command: "help"}},
	"bot_privacy":  {{Label: "Export", Command: "data export"}, {Label: "Erase", Command: "data erase", Danger: true}},
}

// topicButtons offers entries by their titles, for the goal that was asked
// about ("" = the athlete's own).
func (t *talk) topicButtons(ids []string, goal training.Goal) []Button {
	var buttons []Button
	for _, id := range ids {
		if e, ok := t.Coach.Entry(id); ok {
			buttons = append(buttons, Button{Label: e.Title, Command: strings.TrimSpace("topic " + id + " " + string(goal))})
		}
	}
	return buttons
}

// topic answers with one entry, chosen by its button: its id, and the goal if
// the question named one.
func (t *talk) topic(ctx context.Context, rest string) ([]Reply, error) {
	id, word := firstWord(rest)
	goal := training.Goal(word)
	if !slices.Contains(training.Goals(), goal) {
		goal = ""
	}
	ans, err := t.Coach.TopicFor(ctx, t.tx, t.a, id, goal, t.key, t.now)
	if err != nil {
		return nil, fmt.Errorf("answer topic: %w", err)
	}
	return one(t.answerReply(ans)), nil
}

func (t *talk) related(_ context.Context, id string) ([]Reply, error) {
	e, ok := t.Coach.Entry(id)
	if !ok || len(e.Related) == 0 {
		return one(say("I have nothing beside that one.")), nil
	}
	r := Reply{Kind: Answer, Text: "Beside that I can tell you about:", Buttons: t.topicButtons(e.Related, "")}
	for _, b := range r.Buttons {
		r.Text += "\n• " + b.Label
	}
	return one(r), nil
}

// feedback counts whether an answer was the one that was wanted: a count per
// topic, and nobody's name.
func (t *talk) feedback(ctx context.Context, rest string) ([]Reply, error) {
	word, ids := firstWord(rest)
	topics := strings.Fields(ids)
	if len(topics) == 0 {
		return one(say("Thank you.")), nil
	}
	if err := t.tx.CountFeedback(ctx, topics[0], word == "yes"); err != nil {
		return nil, fmt.Errorf("count feedback: %w", err)
	}
	if word == "yes" {
		return one(say("Good. Thank you.")), nil
	}
	others := topics[1:]
	if e, ok := t.Coach.Entry(topics[0]); ok && len(others) == 0 {
		others = e.Related
	}
	r := Reply{Kind: Answer, Text: "Sorry. Was it one of these? If not, ask again in other words.", Buttons: t.topicButtons(others, "")}
	if len(r.Buttons) == 0 {
		r.Text = "Sorry. Ask again in other words, and I'll try once more."
	}
	for _, b := range r.Buttons {
		r.Text += "\n• " + b.Label
	}
	return one(r), nil
}

// safetyReply stands alone: one finding that says what it is about, no praise,
// no buttons that lead away from it.
func safetyReply(f safety.Flag, text string) Reply {
	first, _, _ := strings.Cut(text, "\n")
	return Reply{Kind: Answer, Text: text, Sections: []Section{{Body: text, Level: advice.Red}},
		Findings: []advice.Finding{{Level: advice.Red, Rule: "red-flag-" + f.Group, Text: first}}}
}

// keepQuietly stores what was told beside a red flag, without judging it: the
// session of a log, the answers of a check-in. Words about harming oneself are
// never kept as training notes.
func (t *talk) keepQuietly(ctx context.Context, f safety.Flag, text string) ([]training.Session, error) {
	c, rest, ok := commandNamed(text)
	if !ok {
		return nil, nil
	}
	switch c.word {
	case "log":
		if !t.a.Consent.Allows(coach.Training) {
			return nil, nil
		}
		return t.Coach.KeepQuietly(ctx, t.tx, t.a, rest, t.key, f, t.now)
	case "checkin":
		if !t.a.Consent.Allows(coach.Recovery) {
			return nil, nil
		}
		return nil, t.Coach.KeepCheckInQuietly(ctx, t.tx, t.a, rest, f, t.now)
	}
	return nil, nil
}

// cleared ends the hold after a red flag, on the athlete's own word.
func (t *talk) cleared(ctx context.Context, _ string) ([]Reply, error) {
	if t.a.Hold.Tier == "" {
		return one(say("Nothing was on hold. Good to hear from you.")), nil
	}
	t.a.Hold = coach.Hold{}
	// Today's check-in asked for no numbers: no nudge may call it open.
	if err := t.tx.SkipCheckIn(ctx, t.a.ID, t.a.Today(t.now)); err != nil {
		return nil, fmt.Errorf("skip check-in: %w", err)
	}
	return t.saved(ctx, "Glad to hear it. We go on from here, gently: start easier than you left off. "+
		"If it comes back, stop and get help before anything else.")
}

// saysCleared is how people say that a warning sign was looked at, or is gone.
var saysCleared = regexp.MustCompile(`(?i)^((it|that|everything)('?s| is| feels) |(i'?m|i am|i feel|im|feeling|feel) )?(all |much |totally )?(fine|ok|okay|better|good|gone)( now| again)?\W*$|\b(all clear|clear(ed)?|(got|been|was) (checked|seen|examined)|(doctor|doc|gp|physio|hospital|er|nurse|cardiologist) (says?|said|thinks|told)|saw (a|the|my) (doctor|doc|gp|physio))\b`)

// askCleared makes sure before training goes on: only the athlete's own yes
// ends the hold.
func (t *talk) askCleared(ctx context.Context) ([]Reply, error) {
	if err := t.offer(ctx, "cleared", "never"); err != nil {
		return nil, err
	}
	return one(Reply{Kind: Answer, Text: "Has somebody medical looked at it and said that you can train?",
		Buttons: []Button{{Label: "Yes, I'm cleared", Command: "cleared", Primary: true}, {Label: "Not yet", Command: "pause 7d"}}}), nil
}
