package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tandem/coach"
	"tandem/coach/safety"
)

// redFlag answers alone. What was logged with the words is kept silently. After
// a sign that is the athlete's own and certain, praise waits until they say that
// it is looked at; after one in doubt, their yes makes it certain.
func (t *talk) redFlag(ctx context.Context, f safety.Flag, text string) ([]Reply, error) {
	t.Watch.Asked(coach.Safety)
	reply := safetyReply(f, t.Coach.SafetyAnswer(f))
	if !t.a.Consent.Given {
		return one(reply), nil
	}
	sessions, err := t.keepQuietly(ctx, f, text)
	if err != nil {
		return nil, err
	}
	reply.Sessions = sessions
	if !t.a.Consent.Allows(coach.Notes) {
		return one(reply), nil
	}
	switch {
	case f.Friend:
		return one(reply), nil
	case f.Unsure:
		return one(reply), t.offer(ctx, fmt.Sprintf("warned %s %s", f.Tier, f.Group), "nowarning")
	}
	t.a.Hold = coach.Hold{Tier: string(f.Tier), Group: f.Group, At: t.now}
	return one(reply), t.tx.SaveAthlete(ctx, t.a)
}

// warned takes the yes to a question about a warning sign: "T1 clot".
func (t *talk) warned(ctx context.Context, rest string) ([]Reply, error) {
	tier, group, _ := strings.Cut(rest, " ")
	f := safety.Flag{Tier: safety.Tier(tier), Group: group}
	switch f.Tier {
	case safety.T0, safety.T1, safety.T2, safety.T3, safety.T4:
	default:
		return one(say("That button is from an older version of me. `help` shows what works now.")), nil
	}
	if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
		return nil, fmt.Errorf("close dialogue: %w", err)
	}
	return t.redFlag(ctx, f, "")
}

// noWarning takes the no.
func (t *talk) noWarning(ctx context.Context, _ string) ([]Reply, error) {
	if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
		return nil, fmt.Errorf("close dialogue: %w", err)
	}
	return one(say("Good to know, thank you. What you logged stays. If it was a question, ask it in other words and we go on.")), nil
}

// holdQuestion is what a check-in asks while a warning sign is open.
func holdQuestion(h coach.Hold) Reply {
	r := Reply{Kind: CheckIn, Text: "No numbers today. You told me of a warning sign: how are you now, and has somebody looked at it?",
		Buttons: []Button{{Label: "Looked at, I'm cleared", Command: "cleared"}, {Label: "Pause", Command: "pause 7d"}}}
	if h.Tier == string(safety.T4) {
		r.Text = "No numbers today, and no training to think of. How are you? " + heavyHelp
		r.Buttons[0].Label = "Better, go on"
	}
	return r
}

const heavyHelp = "If it is heavy, talk to somebody you trust, or to a doctor; in danger, call your local emergency number (112, 911 or 999 in many countries)."

// howAreYou answers an athlete who tells how they are while a warning sign is
// open, in words that raise no new alarm. It is never counted as a question.
func howAreYou(h coach.Hold) Reply {
	if h.Tier == string(safety.T4) {
		return say("Thank you for telling me. Training can wait, for as long as it takes. " + heavyHelp + " Write `cleared` when you want to go on.")
	}
	return say("Thank you for telling me. Training waits until somebody medical has looked at it; write `cleared` then. " +
		"If it comes back or gets worse, don't wait. " + safety.Emergency())
}

// tellsHow reports whether a text on hold is about how the athlete is: short,
// no question, and nothing that the coach could answer.
func (t *talk) tellsHow(text string) bool {
	return t.a.Hold.Tier != "" && !strings.Contains(text, "?") && len(strings.Fields(text)) <= 20 &&
		slices.Contains([]string{coach.Unknown, coach.Smalltalk}, t.Coach.Ask(text, t.a.Goal).Outcome)
}
