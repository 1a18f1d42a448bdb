package bot

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tandem/coach"
)

// Consent is asked once, in one message that names every class of health data:
// one button agrees to all of it, another leads to a choice. Whatever stores
// data of a class goes through withConsent, which asks where there is no word,
// or none on today's text, and remembers what was wanted.

// Values of a dialogue at stepConsent.
const (
	valueThen  = "then"  // the command that waits
	valueClass = "class" // and the class of data that it would keep
	valueOnly  = "only"  // the one class that is asked about; "" = all
)

// consentQuestion asks for all classes at once.
func consentQuestion() Reply {
	return Reply{Kind: Answer, Text: coach.ConsentText(coach.ConsentVersion), Buttons: []Button{
		{Label: "Yes, keep it", Command: "consent yes", Primary: true},
		{Label: "Choose", Command: "consent choose"},
		{Label: "No, thanks", Command: "consent no"}}}
}

// consent takes the athlete's word on keeping health data, or shows it.
func (t *talk) consent(ctx context.Context, rest string) ([]Reply, error) {
	word, after := firstWord(rest)
	after, sure := strings.CutSuffix(after, "now")
	classes, ok := coach.FindClasses(after)
	switch {
	case word == "choose":
		return one(chooseClasses()), nil
	case word == "":
		return t.showConsent(ctx)
	case !ok || word != "yes" && word != "no":
		return one(say("I know three kinds: training, recovery and notes. Try `consent yes training` or `consent no notes`.")), nil
	case word == "yes":
		return t.agree(ctx, classes)
	}
	return t.withdraw(ctx, classes, sure)
}

// chooseClasses offers what most people choose; every choice can be typed.
func chooseClasses() Reply {
	return Reply{Kind: Answer, Text: "Which may I keep? Notes are the most private; without recovery there are no check-ins. Any mix works in words, like `consent yes training notes`.",
		Buttons: []Button{{Label: "Training only", Command: "consent yes training"}, {Label: "Training and recovery", Command: "consent yes training recovery"},
			{Label: "All of it", Command: "consent yes"}, {Label: "Nothing", Command: "consent no"}}}
}

// showConsent says what was agreed to and when, class by class.
func (t *talk) showConsent(ctx context.Context) ([]Reply, error) {
	if !t.a.Consent.Given {
		return one(consentQuestion()), nil
	}
	lines, err := t.consentLines(ctx)
	if err != nil {
		return nil, err
	}
	r := say(strings.Join(lines, "\n") + "\n\nThe text was:\n" + coach.ConsentText(t.a.Consent.Version))
	for _, class := range t.a.Consent.Of(true) {
		r.Buttons = append(r.Buttons, Button{Label: "Stop " + string(class), Command: "consent no " + string(class), Danger: true})
	}
	for _, class := range t.a.Consent.Of(false) {
		r.Buttons = append(r.Buttons, Button{Label: "Keep " + string(class), Command: "consent yes " + string(class)})
	}
	return one(r), nil
}

// consentLines is one line for each class, with the day of the last word on it.
func (t *talk) consentLines(ctx context.Context) ([]string, error) {
	words, err := t.tx.ConsentWords(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load consents: %w", err)
	}
	last := map[coach.Class]coach.ConsentWord{}
	for _, w := range words {
		last[w.Class] = w
	}
	var lines []string
	for _, class := range coach.Classes() {
		line := fmt.Sprintf("• %s (%s): ", sentence(string(class)), class.What())
		w, ok := last[class]
		switch {
		case t.a.Consent.Allows(class) && ok:
			line += fmt.Sprintf("yes, on %s, to text %d", w.At.In(t.a.Location()).Format("2 Jan 2006"), w.Version)
		case t.a.Consent.Allows(class):
			line += fmt.Sprintf("yes, to text %d", t.a.Consent.Version)
		default:
			line += "no, I keep none"
		}
		lines = append(lines, line)
	}
	return lines, nil
}

// agree keeps the athlete's yes, goes on with what waited for it, and with the
// first talk.
func (t *talk) agree(ctx context.Context, classes []coach.Class) ([]Reply, error) {
	had := t.a.Consent
	var err error
	if t.a, err = t.Coach.Agree(ctx, t.tx, t.a, classes, t.now); err != nil {
		return nil, fmt.Errorf("keep consent: %w", err)
	}
	d, err := t.tx.Dialogue(ctx, t.a.ID)
	if err != nil {
		return nil, fmt.Errorf("load dialogue: %w", err)
	}
	thanks := "Thank you." + leftBehind(had, t.a.Consent)
	replies, err := t.goOn(ctx, d, nil)
	if err != nil {
		return nil, err
	}
	if t.a.SetUp {
		if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
			return nil, fmt.Errorf("close dialogue: %w", err)
		}
		return append([]Reply{say(thanks)}, replies...), nil
	}
	if len(replies) > 0 {
		d.Values = nil
		if err := t.tx.SetDialogue(ctx, t.a.ID, d); err != nil {
			return nil, fmt.Errorf("keep dialogue: %w", err)
		}
		thanks += " A few questions, so that what I say fits you."
	}
	more, err := t.askStep(ctx, t.nextStep(stepConsent), thanks)
	return append(replies, more...), err
}

// leftBehind tells somebody who agrees to less of a new text what becomes of the rest.
func leftBehind(had, has coach.Consent) string {
	var text strings.Builder
	for _, class := range has.Of(false) {
		if had.Allows(class) {
			fmt.Fprintf(&text, " What I have of %s stays until you say `consent no %s`.", class, class)
		}
	}
	return text.String()
}

// withdraw takes the athlete's no. Where something is kept of it, that is erased,
// after a second press.
func (t *talk) withdraw(ctx context.Context, classes []coach.Class, sure bool) ([]Reply, error) {
	some, err := t.keptOf(ctx, classes)
	if err != nil {
		return nil, err
	}
	if len(some) > 0 && !sure {
		names, gone := classNames(classes), strings.Join([]string{"consent no", joined(classes), "now"}, " ")
		return one(Reply{Kind: Answer, Text: fmt.Sprintf("Then I keep no more of %s, and delete what I have: %s. It cannot be taken back. Shall I?", names, strings.Join(some, ", ")),
			Buttons: []Button{{Label: "Stop and delete", Command: gone, Danger: true},
				{Label: "Leave it as it is", Command: "settings"}, {Label: "Export first", Command: "data export"}}}), t.offer(ctx, gone, "settings")
	}
	checkIns := t.a.Reminders.On()
	if t.a, err = t.Coach.Withdraw(ctx, t.tx, t.a, classes, t.now); err != nil {
		return nil, fmt.Errorf("withdraw consent: %w", err)
	}
	if err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{}); err != nil {
		return nil, fmt.Errorf("close dialogue: %w", err)
	}
	if !t.a.Consent.Given {
		return one(say("All right, I keep nothing about your health. You can ask me anything; logging and check-ins need your yes. `start` if you change your mind.")), nil
	}
	text := fmt.Sprintf("Done: I keep nothing of %s any more, and what I had is gone.", classNames(classes))
	if checkIns && !t.a.Reminders.On() {
		text += " Your check-ins are off."
	}
	return one(say(text + fmt.Sprintf(" `consent yes %s` if you change your mind.", joined(classes)))), nil
}

// keptOf counts what is kept of the classes, in words; none = nothing.
func (t *talk) keptOf(ctx context.Context, classes []coach.Class) (some []string, err error) {
	k, err := t.Coach.Kept(ctx, t.tx, t.a)
	if err != nil {
		return nil, fmt.Errorf("count what is kept: %w", err)
	}
	for _, part := range []struct {
		class coach.Class
		n     int
		what  string
	}{{coach.Training, k.Sessions, "session"}, {coach.Recovery, k.CheckIns, "check-in"}, {coach.Notes, k.Notes, "note"}} {
		if slices.Contains(classes, part.class) && part.n > 0 {
			some = append(some, count(part.n, part.what))
		}
	}
	return some, nil
}

// joined is classes as a command has them.
func joined(classes []coach.Class) string {
	var words []string
	for _, c := range classes {
		words = append(words, string(c))
	}
	return strings.Join(words, " ")
}

// classNames is classes as a sentence has them.
func classNames(classes []coach.Class) string { return strings.ReplaceAll(joined(classes), " ", ", ") }

// goOn handles the command that waited for the athlete's consent.
func (t *talk) goOn(ctx context.Context, d Dialogue, replies []Reply) ([]Reply, error) {
	waiting, class := d.Values[valueThen], coach.Class(d.Values[valueClass])
	if waiting == "" || !t.a.Consent.Given {
		return replies, nil
	}
	if class != "" && !t.a.Consent.Allows(class) {
		return append(replies, say("What you sent is not kept, as you chose.")), nil
	}
	c, rest, ok := commandNamed(waiting)
	if !ok {
		return replies, nil
	}
	more, err := c.run(t, ctx, rest)
	return append(replies, more...), err
}

// consentAnswer turns a yes or a no into the command that the button would have said.
func consentAnswer(d Dialogue, yes string) string {
	switch only := d.Values[valueOnly]; {
	case only == "":
		return "consent " + yes
	case yes == "yes":
		return "consent yes " + only
	}
	return "never"
}

// withConsent runs a command that stores health data of a class, or asks for
// consent first and remembers what was wanted.
func (t *talk) withConsent(ctx context.Context, class coach.Class, wanted string, run func() ([]Reply, error)) ([]Reply, error) {
	if t.a.Consent.Current() && t.a.Consent.Allows(class) {
		return run()
	}
	values := map[string]string{valueThen: wanted, valueClass: string(class)}
	if t.a.Consent.Current() {
		values[valueOnly] = string(class)
	}
	err := t.tx.SetDialogue(ctx, t.a.ID, Dialogue{Step: stepConsent, Values: values, Expires: t.now.Add(firstTalkOpen)})
	if err != nil {
		return nil, fmt.Errorf("open dialogue: %w", err)
	}
	switch {
	case t.a.Consent.Current():
		return one(Reply{Kind: Answer, Text: fmt.Sprintf("You said that I keep nothing of %s (%s). May I from now on?", class, class.What()),
			Buttons: []Button{{Label: "Yes, keep it", Command: "consent yes " + string(class), Primary: true}, {Label: "No, thanks", Command: "never"}}}), nil
	case t.a.Consent.Given:
		r := consentQuestion()
		r.Text = "What I ask you to agree to has changed since your yes. Please look once more:\n\n" + r.Text
		return one(r), nil
	}
	r := consentQuestion()
	r.Text = "Before I keep that:\n\n" + r.Text
	return one(r), nil
}
