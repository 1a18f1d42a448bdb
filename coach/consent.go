package coach

import (
	"context"
	"slices"
	"strings"
	"time"

	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Class is a kind of health data that an athlete agrees to apart from the others.
type Class string

// The classes, in the order in which they are asked.
const (
	Training Class = "training" // workouts
	Recovery Class = "recovery" // check-ins
	Notes    Class = "notes"    // pain, symptoms and the athlete's own words
)

// Classes are all there are.
func Classes() []Class { return []Class{Training, Recovery, Notes} }

// What is what a class holds, for athletes.
func (c Class) What() string {
	switch c {
	case Training:
		return "workouts with their sets, effort and heart rate"
	case Recovery:
		return "check-ins with fatigue, sleep, soreness, stress and mood"
	}
	return "pain, symptoms and notes in your own words"
}

// ClassSet is some of the classes, one bit each in the order of [Classes].
type ClassSet uint8

// SetOf is the set of the given classes.
func SetOf(classes ...Class) (s ClassSet) {
	for i, c := range Classes() {
		if slices.Contains(classes, c) {
			s |= 1 << i
		}
	}
	return s
}

// Has reports whether the class is in the set.
func (s ClassSet) Has(c Class) bool { return s&SetOf(c) != 0 }

// Consent is the athlete's word that health data may be kept: of which classes,
// by which text, and when. Without it nothing about health is stored.
type Consent struct {
	Given   bool      // to every class that Without does not name
	Version int       // of the text that was shown
	At      time.Time // of the last word
	Without ClassSet
}

// Allows reports whether data of the class may be kept and used.
func (c Consent) Allows(class Class) bool { return c.Given && !c.Without.Has(class) }

// Current reports whether the word was given to the text of today.
func (c Consent) Current() bool { return c.Given && c.Version == ConsentVersion }

// Of returns the classes that are agreed to, or those that are not.
func (c Consent) Of(agreed bool) (out []Class) {
	for _, class := range Classes() {
		if c.Allows(class) == agreed {
			out = append(out, class)
		}
	}
	return out
}

// ConsentWord is one thing that an athlete said about one class: kept as proof.
type ConsentWord struct {
	Class   Class
	Given   bool
	Version int // of the text that was shown
	At      time.Time
}

// ConsentVersion is raised whenever the text changes its meaning: everybody is
// asked again before anything more of theirs is kept.
const ConsentVersion = 2

// ConsentText is the text of a version, "" of one that never was. What somebody
// agreed to is never changed here: a new text gets a number of its own.
func ConsentText(version int) string {
	switch version {
	case 1:
		return "To coach you I keep what you log and how you say you feel: workouts, effort, sleep, soreness, pain and notes. " +
			"That is health data. It stays in this coach's own database, only you see it, and nobody else gets your answers. " +
			"`data export` gives you all of it, `data erase` deletes all of it, any time. May I keep it?"
	case 2:
		return "To coach you I keep health data:\n" +
			"• Training: " + Training.What() + "\n" +
			"• Recovery: " + Recovery.What() + "\n" +
			"• Notes: " + Notes.What() + "\n" +
			"It stays in this coach's own database and only you get your answers. " +
			"`data export` gives you all of it, `data erase` deletes all of it, `consent no` stops and deletes one kind, any time. May I keep it?"
	}
	return ""
}

// noteNotKept is said where the athlete keeps their own words to themselves.
const noteNotKept = "Your note is not kept, as you chose."

// session is a session as far as the athlete agreed to keep one.
func (c Consent) session(s training.Session) training.Session {
	if c.Without.Has(Notes) {
		s.Note = ""
	}
	return s
}

// answers are a check-in's answers as far as the athlete agreed to keep them.
func (c Consent) answers(a recovery.CheckIn) recovery.CheckIn {
	if c.Without.Has(Notes) {
		a.Pain, a.NoPain, a.Note = "", false, ""
	}
	return a
}

// Withdraw takes back the athlete's word on some classes and erases what is kept
// of them. What hangs on them goes as well: check-ins are no longer asked, and
// nothing is on hold any more.
func (c *Coach) Withdraw(ctx context.Context, st Store, a Athlete, classes []Class, now time.Time) (Athlete, error) {
	for _, class := range classes {
		if err := st.EraseClass(ctx, a.ID, class); err != nil {
			return a, err
		}
	}
	a.Consent.Without |= SetOf(classes...)
	if !a.Consent.Given || a.Consent.Without == SetOf(Classes()...) {
		a.Consent = Consent{Version: ConsentVersion, At: now}
	}
	if slices.Contains(classes, Recovery) {
		a.Reminders.CheckIn, a.Reminders.Days, a.Reminders.Cron = "", "", ""
	}
	if slices.Contains(classes, Notes) {
		a.Hold = Hold{}
		if PauseOfHealth(a.Pause.Reason) {
			a.Pause.Reason = ""
		}
	}
	return a, noteWords(ctx, st, a, classes, false, now)
}

// Agree takes the athlete's word on some classes; the others stay as they are,
// or without when there was no word on today's text.
func (c *Coach) Agree(ctx context.Context, st Store, a Athlete, classes []Class, now time.Time) (Athlete, error) {
	without := a.Consent.Without
	if !a.Consent.Current() {
		without = SetOf(Classes()...)
	}
	a.Consent = Consent{Given: true, Version: ConsentVersion, At: now, Without: without &^ SetOf(classes...)}
	return a, noteWords(ctx, st, a, classes, true, now)
}

func noteWords(ctx context.Context, st Store, a Athlete, classes []Class, given bool, now time.Time) error {
	for _, class := range classes {
		if err := st.NoteConsent(ctx, a.ID, ConsentWord{Class: class, Given: given, Version: ConsentVersion, At: now}); err != nil {
			return err
		}
	}
	return st.SaveAthlete(ctx, a)
}

// PauseOfHealth reports whether the reason for a pause tells of somebody's health.
func PauseOfHealth(reason string) bool { return reason == "ill" || reason == "injured" }

// FindClasses reads classes from words, in the words that athletes use for
// them; none named means all. ok is false for a word that is no class.
func FindClasses(words string) (classes []Class, ok bool) {
	for _, word := range strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return r == ' ' || r == ',' }) {
		switch strings.TrimSuffix(word, "s") {
		case "training", "workout", "log":
			classes = append(classes, Training)
		case "recovery", "checkin", "check-in":
			classes = append(classes, Recovery)
		case "note", "pain", "symptom":
			classes = append(classes, Notes)
		case "and", "all", "everything", "only", "just":
		default:
			return nil, false
		}
	}
	if len(classes) == 0 {
		return Classes(), true
	}
	return classes, true
}
