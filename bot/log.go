package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/training"
)

const (
	stepLegs  = "legs"  // does an own exercise load the legs?
	stepEdit  = "edit"  // the corrected line of a session
	stepOffer = "offer" // something to be done on a yes
)

// log keeps a workout. Without words it asks for them with a form.
func (t *talk) log(ctx context.Context, rest string) ([]Reply, error) {
	word, after := firstWord(rest)
	switch word {
	case "":
		r := say("What did you do? One line is enough:\n" + training.Help())
		r.Form = LogForm()
		return one(r), nil
	case "edit":
		return t.edit(ctx, after)
	case "undo":
		return t.undo(ctx, after)
	case "rest":
		return t.restDay(ctx, after)
	case "planned":
		return one(say("Then it waits: nothing was kept. Log it when it is done.")), nil
	case "retype":
		return one(say("Send it again, corrected. You wrote:\n/log " + after)), nil
	}
	return t.withConsent(ctx, coach.Training, "log "+rest, func() ([]Reply, error) {
		logged, err := t.Coach.Log(ctx, t.tx, t.a, rest, t.key, t.now)
		return t.loggedReplies(ctx, logged, err)
	})
}

// loggedReplies says what was kept and what it means, asks what is unclear, or
// says which word was not understood.
func (t *talk) loggedReplies(ctx context.Context, l coach.Logged, err error) ([]Reply, error) {
	var bad *training.ParseError
	if errors.As(err, &bad) {
		return one(say(bad.Error() + "\nNothing was kept.")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("log: %w", err)
	}
	if l.Question != nil {
		r := say(l.Question.Ask)
		for _, o := range l.Question.Options {
			command := "log " + o.Line
			switch o.Label {
			case "Edit":
				command = "log retype " + o.Line
			case training.PlannedLabel:
				command = "log planned"
			}
			r.Buttons = append(r.Buttons, Button{Label: o.Label, Command: command})
		}
		return one(r), nil
	}
	r := t.loggedReply(l)
	if len(l.Unknown) == 0 {
		return one(r), nil
	}
	ask, err := t.askLegs(ctx, l.Unknown)
	return []Reply{r, ask}, err
}

func (t *talk) loggedReply(l coach.Logged) Reply {
	id := l.Sessions[len(l.Sessions)-1].ID
	r := Reply{Kind: Answer, Sessions: l.Sessions, Findings: l.Report.Findings,
		Buttons: []Button{{Label: "Undo", Command: "undo " + id}, {Label: "Edit", Command: "edit " + id}}}
	var echo []string
	for _, s := range l.Sessions {
		echo = append(echo, strings.Join(append([]string{s.Headline(t.a.Units)}, s.Details(t.a.Units)...), "\n"))
	}
	echo = append(echo, l.Remarks...)
	r.Sections = append([]Section{{Title: "Logged", Body: strings.Join(echo, "\n")}}, judgement(l.Report)...)
	if t.m.Channel != "" {
		r.Buttons = append(r.Buttons, Button{Label: "Share", Command: "share " + id})
	}
	if l.Held {
		r.Findings, r.Sections = nil, r.Sections[:1]
		r.Sections = append(r.Sections, Section{Body: heldBack})
	} else if len(r.Findings) > 0 {
		r.Buttons = append(r.Buttons, Button{Label: "Why?", Command: "why " + l.Explanation})
	}
	if t.a.Goal == "" && l.Report.Ask != "" {
		r.Buttons = append(r.Buttons, t.question(stepGoal).Buttons...)
	}
	r.Text = plainText(r.Sections)
	return r
}

const heldBack = "Kept, without a word on it: you told me of a warning sign, and that comes first. When somebody has looked at it, tell me `cleared`."

// judgement is a report in sections: verdict, findings, one next action.
func judgement(rep advice.Report) []Section {
	var s []Section
	if rep.Ask != "" {
		s = append(s, Section{Body: rep.Ask})
	}
	if rep.Verdict != "" {
		s = append(s, Section{Body: rep.Verdict})
	}
	for _, f := range rep.Findings {
		s = append(s, Section{Title: levelMarks[f.Level], Body: f.Text, Level: f.Level})
	}
	if rep.Next != "" {
		s = append(s, Section{Title: "Next", Body: rep.Next})
	}
	return s
}

// levelMarks show a level; each has its word beside it.
var levelMarks = map[advice.Level]string{
	advice.Red: "🔴 Stop", advice.Orange: "🟠 Change", advice.Yellow: "🟡 Watch", advice.Green: "🟢 Good", advice.Info: "ℹ️ Note",
}

// plainText is the sections as one text, as screen readers and terminals get it.
func plainText(sections []Section) string {
	var out []string
	for _, s := range sections {
		switch {
		case s.Title == "":
			out = append(out, s.Body)
		case strings.Contains(s.Body, "\n"):
			out = append(out, s.Title+":\n"+s.Body)
		default:
			out = append(out, s.Title+": "+s.Body)
		}
	}
	return strings.Join(out, "\n")
}

// askLegs asks of one unknown exercise whether it loads the legs.
func (t *talk) askLegs(ctx context.Context, names []string) (Reply, error) {
	name := names[0]
	err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{Step: stepLegs,
		Values: map[string]string{"name": name, "more": strings.Join(names[1:], "\n")}, Expires: t.now.Add(offerOpen)})
	if err != nil {
		return Reply{}, fmt.Errorf("open dialogue: %w", err)
	}
	return Reply{Kind: Answer, Text: fmt.Sprintf("I don't know %q yet and keep it as your own. Does it load the legs?", name),
		Buttons: []Button{{Label: "Legs", Command: "legs yes " + name}, {Label: "Not legs", Command: "legs no " + name}}}, nil
}

func legsAnswer(d Dialogue, word string) (string, bool) {
	name := d.Values["name"]
	switch word {
	case "legs", "leg":
		return "legs yes " + name, true
	case "not legs", "no legs", "upper", "upper body", "arms":
		return "legs no " + name, true
	}
	yes, ok := yesNo(word)
	return "legs " + yes + " " + name, ok && len(strings.Fields(word)) <= 2
}

// legs notes what an own exercise loads, and asks about the next unknown one.
func (t *talk) legs(ctx context.Context, rest string) ([]Reply, error) {
	yes, name := firstWord(rest)
	if name == "" {
		return one(say("No exercise is waiting for an answer.")), nil
	}
	if !t.a.Consent.Allows(coach.Training) {
		return one(say("I keep no names of exercises before you agree that I keep your training: `start`.")), nil
	}
	if err := t.tx.PutOwnExercise(ctx, t.a.ID, strings.ToLower(name), yes == "yes"); err != nil {
		return nil, fmt.Errorf("keep exercise: %w", err)
	}
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	text := fmt.Sprintf("Noted: %s does not load the legs.", name)
	if yes == "yes" {
		text = fmt.Sprintf("Noted: %s loads the legs.", name)
	}
	if d.Step != stepLegs {
		return one(say(text)), nil
	}
	if more := strings.FieldsFunc(d.Values["more"], func(r rune) bool { return r == '\n' }); len(more) > 0 {
		ask, err := t.askLegs(ctx, more)
		return []Reply{say(text), ask}, err
	}
	if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
		return nil, fmt.Errorf("close dialogue: %w", err)
	}
	return one(say(text)), nil
}

// undo takes a log back: the last one, or the one of the button.
func (t *talk) undo(ctx context.Context, id string) ([]Reply, error) {
	if last, err := t.Coach.Find(ctx, t.tx, t.a, id); err == nil && id == "" {
		if _, key, imported := strings.Cut(last.Source, ":"); imported {
			return t.importCommand(ctx, "undo "+key) // the import as a whole, not a row of it
		}
	}
	s, err := t.Coach.Undo(ctx, t.tx, t.a, id)
	switch {
	case errors.Is(err, coach.ErrNotFound) && id == "":
		return one(say("There is nothing to take back: nothing is logged.")), nil
	case errors.Is(err, coach.ErrNotFound):
		return one(say("There is nothing to take back: that log is gone already.")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("undo: %w", err)
	}
	r := say("Taken back: " + t.dated(s) + ".")
	r.Buttons = []Button{{Label: "Log again", Command: "log " + s.Line(t.a.Units)}}
	return one(r), nil
}

// edit corrects a session: "edit ID" shows its line, "edit ID LINE" replaces it,
// "edit LINE" replaces the last one.
func (t *talk) edit(ctx context.Context, rest string) ([]Reply, error) {
	id, line := firstWord(rest)
	if id != "" {
		if _, err := t.tx.Session(ctx, t.a.ID, id); errors.Is(err, coach.ErrNotFound) {
			if line == "" && !looksLikeLine(rest) {
				return one(say("That log is gone. `history` shows what I have.")), nil
			}
			id, line = "", rest
		} else if err != nil {
			return nil, fmt.Errorf("load session: %w", err)
		}
	}
	if line == "" {
		return t.askEdit(ctx, id)
	}
	logged, err := t.Coach.Relog(ctx, t.tx, t.a, id, line, t.key, t.now)
	if errors.Is(err, coach.ErrNotFound) {
		return one(say("There is no log to correct yet. `log squat 5x5 100kg` makes one.")), nil
	}
	if err == nil && logged.Question == nil {
		if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
			return nil, fmt.Errorf("close dialogue: %w", err)
		}
	}
	return t.loggedReplies(ctx, logged, err)
}

func (t *talk) askEdit(ctx context.Context, id string) ([]Reply, error) {
	s, err := t.Coach.Find(ctx, t.tx, t.a, id)
	if errors.Is(err, coach.ErrNotFound) {
		return one(say("There is no log to correct yet. `log squat 5x5 100kg` makes one.")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("load session: %w", err)
	}
	line := s.LineAt(t.a.Units, t.now)
	err = t.tx.SetDialogue(ctx, t.a.ID, Dialogue{Step: stepEdit, Values: map[string]string{"session": s.ID}, Expires: t.now.Add(offerOpen)})
	if err != nil {
		return nil, fmt.Errorf("open dialogue: %w", err)
	}
	r := say("I have it as:\n" + line + "\nSend it corrected, and it takes this one's place.")
	r.Form = EditForm(s.ID, line)
	return one(r), nil
}

// looksLikeLine keeps a question from being read as a corrected log.
func looksLikeLine(text string) bool {
	return strings.ContainsAny(text, "0123456789") && !strings.Contains(text, "?")
}

// offerLog asks before keeping a workout that was told in passing.
func (t *talk) offerLog(ctx context.Context, line string) ([]Reply, error) {
	if err := t.offer(ctx, "log "+line, "never"); err != nil {
		return nil, err
	}
	return one(Reply{Kind: Answer, Text: "That reads like a workout:\n" + line + "\nShall I log it?",
		Buttons: []Button{{Label: "Log it", Command: "log " + line, Primary: true}, {Label: "No", Command: "never"}}}), nil
}

// never takes a no.
func (t *talk) never(ctx context.Context, _ string) ([]Reply, error) {
	if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
		return nil, fmt.Errorf("close dialogue: %w", err)
	}
	return one(say("All right, nothing was kept or changed.")), nil
}

// restDay keeps a day without training as what it is: an answer, not a gap.
func (t *talk) restDay(ctx context.Context, _ string) ([]Reply, error) {
	return t.withConsent(ctx, coach.Training, "rest", func() ([]Reply, error) {
		if err := t.Coach.LogRest(ctx, t.tx, t.a, t.key, t.now); err != nil {
			return nil, fmt.Errorf("log rest: %w", err)
		}
		return one(say("Rest day noted. Rest is part of the work.")), nil
	})
}

// dated is a session's headline, with its date when that is not of this week.
func (t *talk) dated(s training.Session) string {
	if t.a.Today(t.now).Sub(s.Day()) < 6 {
		return s.Headline(t.a.Units)
	}
	return s.Day().String() + ", " + s.Headline(t.a.Units)
}
