package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"tandem/bot/zone"
	"tandem/coach"
	"tandem/coach/training"
)

// The first talk asks five things, one at a time, each with buttons and each
// also to be had later as a command. Its steps are dialogue steps; the setting
// commands call advance, which asks the next.
const (
	stepConsent    = "first:consent"
	stepGoal       = "first:goal"
	stepExperience = "first:experience"
	stepZone       = "first:zone"
	stepCheckIn    = "first:checkin"
)

// firstTalkOpen is how long a question of the first talk waits for its answer.
const firstTalkOpen = 7 * 24 * time.Hour

// firstSteps is the order of the talk.
var firstSteps = []string{stepConsent, stepGoal, stepExperience, stepZone, stepCheckIn}

const hello = "Hi, I'm Tandem: a coach for people who lift and run. I answer from fixed rules with named sources. " +
	"I'm not a person and not a doctor. If you feel chest pain, faint, or something is badly wrong, stop and get help first."

// start begins the first talk, or goes on with it.
func (t *talk) start(ctx context.Context, _ string) ([]Reply, error) {
	if t.a.SetUp {
		replies, err := t.settings(ctx, "")
		return replies, err
	}
	return t.askStep(ctx, t.nextStep(""), hello)
}

// hello greets: somebody new is asked in, somebody known hears what is next.
func (t *talk) hello(ctx context.Context, _ string) ([]Reply, error) {
	if !t.a.SetUp {
		return t.start(ctx, "")
	}
	text := "Hello. Ask me anything about running and lifting, or log a session; `help` shows how."
	at, ok, err := t.nextCheckIn(ctx)
	if err != nil {
		return nil, err
	}
	if ok {
		text += " Your next check-in: " + t.onDay(at) + "."
	}
	return one(say(text)), nil
}

// nextStep is the first question after the given one that has no answer yet.
func (t *talk) nextStep(after string) string {
	past := after == ""
	for _, step := range firstSteps {
		if past && !t.known(step) {
			return step
		}
		past = past || step == after
	}
	return ""
}

func (t *talk) known(step string) bool {
	switch step {
	case stepConsent:
		return t.a.Consent.Current()
	case stepGoal:
		return t.a.Goal != ""
	case stepExperience:
		return t.a.Experience != ""
	case stepZone:
		return t.a.Zone != ""
	}
	return t.a.Reminders.On() || t.a.Consent.Given && !t.a.Consent.Allows(coach.Recovery) // no check-ins without
}

// advance goes on with the first talk after a setting was made in it; outside
// the talk it only confirms.
func (t *talk) advance(ctx context.Context, step, done string) ([]Reply, error) {
	if err := t.save(ctx); err != nil {
		return nil, err
	}
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	if d.Step != step || t.now.After(d.Expires) {
		return one(say(done)), nil
	}
	next := t.nextStep(step)
	if next == "" {
		return t.endFirstTalk(ctx, done)
	}
	return t.askStep(ctx, next, done)
}

// askStep asks one question of the first talk, after what was just said.
func (t *talk) askStep(ctx context.Context, step, before string) ([]Reply, error) {
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	if step == "" {
		return t.endFirstTalk(ctx, before)
	}
	err = t.tx.SetDialogue(ctx, t.a.ID, Dialogue{Step: step, Values: d.Values, Expires: t.now.Add(firstTalkOpen)})
	if err != nil {
		return nil, fmt.Errorf("open dialogue: %w", err)
	}
	r := t.stepQuestion(step)
	if before != "" {
		r.Text = before + "\n\n" + r.Text
	}
	return one(r), nil
}

// stepQuestion is a step's question within the first talk, where it can be left
// for later.
func (t *talk) stepQuestion(step string) Reply {
	r := t.question(step)
	if passed[step] == "pass" {
		r.Buttons = append(r.Buttons, Button{Label: "Later", Command: "pass"})
	}
	return r
}

// question is what a step asks, with its buttons.
func (t *talk) question(step string) Reply {
	switch step {
	case stepConsent:
		return consentQuestion()
	case stepGoal:
		r := Reply{Kind: Answer, Text: "What are you training for most?"}
		for _, g := range training.Goals() {
			r.Buttons = append(r.Buttons, Button{Label: goalLabels[g], Command: "goal " + string(g)})
		}
		return r
	case stepExperience:
		return Reply{Kind: Answer, Text: "How long have you been lifting and running?", Buttons: []Button{
			{Label: "Under 6 months", Command: "experience beginner"},
			{Label: "A while", Command: "experience intermediate"},
			{Label: "Years, seriously", Command: "experience advanced"}}}
	case stepZone:
		return t.zoneQuestion()
	}
	return Reply{Kind: Answer, Text: "When shall I check in each day? Five taps, and I tell you how ready you are. Write a time like 07:00, or choose:",
		Buttons: []Button{{Label: "07:00", Command: "reminders 07:00"}, {Label: "08:00", Command: "reminders 08:00"},
			{Label: "19:00", Command: "reminders 19:00"}, {Label: "No check-ins", Command: "reminders off"}}}
}

var goalLabels = map[training.Goal]string{
	training.Strength: "Strength", training.Hypertrophy: "Muscle", training.Power: "Power", training.Endurance: "Endurance",
	training.Event: "A race", training.FatLoss: "Fat loss", training.General: "General fitness",
}

// zoneQuestion offers what the platform reports, for the athlete to confirm.
func (t *talk) zoneQuestion() Reply {
	if name, ok := zone.Find(t.m.Zone); ok {
		return Reply{Kind: Answer,
			Text:    fmt.Sprintf("Is it %s for you now (%s)? If not, write your city.", t.clockIn(name), name),
			Buttons: []Button{{Label: "Yes", Command: "timezone " + name, Primary: true}}, Form: ZoneForm()}
	}
	return Reply{Kind: Answer, Text: "Which city's clock do you live by? Write it, like Berlin or New York, so that I never write at night.", Form: ZoneForm()}
}

// endFirstTalk closes the talk and goes back to what the athlete first wanted.
func (t *talk) endFirstTalk(ctx context.Context, before string) ([]Reply, error) {
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	t.a.SetUp = true
	if err := t.tx.SaveAthlete(ctx, t.a); err != nil {
		return nil, fmt.Errorf("save settings: %w", err)
	}
	if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
		return nil, fmt.Errorf("close dialogue: %w", err)
	}
	r := say(strings.TrimSpace(before + "\n\nThat's all I need. Try:\n• should I run after squats?\n• /log lift squat 5x5 100kg @8\n• /log run 8km 45:00 rpe 6\n• /checkin 4 3 4 4 5 sleep 7.5h\nEverything can be changed later: `settings`."))
	return t.goOn(ctx, d, one(r))
}

// pass leaves the last question of the first talk without an answer: for the
// next one, for the one before ("back"), or for good ("all").
func (t *talk) pass(ctx context.Context, rest string) ([]Reply, error) {
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	at := slices.Index(firstSteps, d.Step)
	word, ok := map[string]string{stepGoal: "goal", stepExperience: "experience", stepZone: "timezone"}[d.Step]
	switch {
	case rest == "all" && at > 0:
		return t.endFirstTalk(ctx, "All right, we leave it at that.")
	case rest == "back" && at > 0:
		return t.askStep(ctx, firstSteps[max(at-1, 1)], "")
	case !ok:
		return one(say("All right. `settings` shows what is set, and how to change it.")), nil
	}
	return t.askStep(ctx, t.nextStep(d.Step), "All right, later: `"+word+"` sets it any time.")
}
