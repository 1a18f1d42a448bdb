package safety

import "strings"

// Contacts are the places to turn to in a crisis that whoever runs the bot has
// checked. The zero value names the local emergency number and nothing else.
type Contacts struct {
	Text string // one or two sentences; shown as it is
}

const defaultContacts = "Your local emergency number answers at any hour (112, 911 or 999 in many countries), " +
	"and so does the nearest emergency department."

func (c Contacts) text() string {
	if t := strings.TrimSpace(c.Text); t != "" {
		return t
	}
	return defaultContacts
}

// Emergency is the sentence that every T0 answer and every answer in doubt
// contains word for word.
func Emergency() string { return emergency }

const emergency = "Call your local emergency number now (112, 911 or 999 in many countries)."

const (
	notClinician = "I'm a training log with rules, not a clinician."
	noTraining   = "No training until a clinician says it is fine."
)

// Answer is what the athlete reads, alone and in private: what to do first,
// then what to tell whoever helps. It names no diagnosis and fits a phone
// screen. The zero Flag answers "".
func (f Flag) Answer(c Contacts) string {
	if !f.Found() {
		return ""
	}
	a := adviceFor(f)
	switch {
	case f.Group == groupSelfharm:
		return a.forSelfharm(f, c)
	case f.Tier == T4 && f.Unsure && !f.Friend:
		return unsureEating + paragraph(c.text())
	case f.Tier == T4:
		return a.join(f, c.text())
	case f.Unsure:
		return a.asking(f)
	case f.Tier == T0 && f.Past && a.lasting:
		return a.afterwards(f)
	case f.Tier == T0:
		return a.join(f, "")
	case f.Tier == T1:
		return a.join(f, "If it gets worse, or there is chest pain, trouble breathing or fainting, don't wait. "+Emergency())
	default:
		return a.join(f, notClinician)
	}
}

const unsureEating = "I want to be sure I understand: do eating, how you look, or making up for what you ate weigh on you? " +
	"If so, you deserve support with it, and it gets better with help: a doctor, somebody who works with eating and exercise, or one person you trust. " +
	"If you feel faint, or think of hurting yourself, get help now. " + emergency +
	"\n\nIf it is only about training, tell me in other words, and we go on."

// asking is the answer in doubt: one short question, what a yes means, and the
// emergency sentence.
func (a advice) asking(f Flag) string {
	lead := "Before any training advice: "
	if f.Friend {
		lead = "Before anything else, ask them: "
	}
	question := a.question
	if question == "" {
		question = "is this happening now, or has it come back lately?"
	}
	switch f.Tier {
	case T1:
		return lead + question + orUnsure(f, "have it seen today", "they should be seen today") + paragraph(worse)
	case T2, T3:
		return lead + question + " If so: " + a.voice(f) + paragraph(worse)
	}
	text := lead + question + orUnsure(f, "stop and don't wait", "don't wait") + " " + Emergency()
	if f.Past {
		return text + "\n\nIf it is over and was never looked at, tell a doctor about it before the next hard session."
	}
	return text + "\n\nIf it has passed, have it looked at before the next session."
}

// worse is when a complaint becomes an emergency.
const worse = "With chest pain, trouble breathing or fainting, don't wait. " + emergency

func orUnsure(f Flag, self, friend string) string {
	if f.Friend {
		return " If so, or if they are not sure, " + friend + "."
	}
	return " If so, or if you are not sure, " + self + "."
}

func (a advice) voice(f Flag) string {
	if f.Friend {
		return a.friend
	}
	return a.self
}

// afterwards is the answer to an emergency that is told as over.
func (a advice) afterwards(f Flag) string {
	if f.Friend {
		return "Even if it has passed, they need to be seen by a doctor today, and not to train until they are cleared. " +
			"If it comes back, don't wait and don't let them drive. " + Emergency() + paragraph(a.tellFriend())
	}
	return "Even if it has passed, be seen by a doctor today. No more training until you are cleared. " +
		"If it comes back, don't wait and don't drive yourself. " + Emergency() + paragraph(a.tell)
}

func (a advice) forSelfharm(f Flag, c Contacts) string {
	if f.Unsure && !f.Friend {
		return "I want to be sure I understand: do you think of ending your life, or is it the training that is too much? " +
			"If it is your life, you don't have to carry it alone. " + c.text() + " If you are in danger: " + Emergency() +
			"\n\nIf it is the training, say so, and we make it lighter."
	}
	if f.Friend {
		return a.friend + " " + c.text() + paragraph(a.tell)
	}
	return a.self + " " + c.text() + paragraph(a.more)
}

// join puts what to do first, what to tell, and a last line together.
func (a advice) join(f Flag, last string) string {
	if f.Friend {
		return a.friend + paragraph(a.tellFriend()) + paragraph(last)
	}
	return a.self + paragraph(a.tell) + paragraph(last)
}

// tellFriend is what to tell, when it reads the same for somebody else.
func (a advice) tellFriend() string {
	if a.forFriend != "" {
		return a.forFriend
	}
	return a.tell
}

func paragraph(s string) string {
	if s == "" {
		return ""
	}
	return "\n\n" + s
}

// adviceFor finds the text of a tier and group, or the tier's own.
func adviceFor(f Flag) advice {
	if a, ok := answers[key{f.Tier, f.Group}]; ok {
		return a
	}
	return answers[key{f.Tier, ""}]
}
