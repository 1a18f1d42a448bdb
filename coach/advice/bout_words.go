package advice

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"tandem/coach/training"
)

// name says what the bout was, as "squats", "tempo run" or "easy ride".
func (b *bout) name() string {
	if b.lift() {
		return b.liftName()
	}
	noun, s := b.kindNoun(), b.sessions[0]
	switch {
	case b.kind == training.Other:
		return noun
	case b.kind == training.Run && (s.Style == training.Intervals || len(s.Reps) > 0):
		return "intervals"
	case s.Style == training.Intervals || len(s.Reps) > 0:
		return "interval " + noun
	case s.Style == training.Tempo:
		return "tempo " + noun
	case s.Style == training.Race:
		return "race"
	case b.long || s.Style == training.LongRun:
		return "long " + noun
	case b.hard():
		return "hard " + noun
	case b.easy() && b.kind != training.Walk:
		return "easy " + noun
	}
	return noun
}

// liftName is the exercise, when there is one, else the part of the body.
func (b *bout) liftName() string {
	var names []string
	for _, set := range b.sets() {
		if name := strings.ToLower(set.Exercise); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	switch {
	case len(names) == 1:
		return several(names[0])
	case b.loadsLegs() && b.heavyLegsDay():
		return "heavy leg session"
	case b.loadsLegs():
		return "leg work"
	case len(names) > 0:
		return "upper-body lifting"
	}
	return "lifting"
}

// several is an exercise as something one does: "back squats", "bench press".
func several(name string) string {
	if strings.HasSuffix(name, "s") {
		return name
	}
	return name + "s"
}

// timed is the name with its length: "45-min tempo run".
func (b *bout) timed() string {
	if b.minutes <= 0 || b.guessed {
		return b.name()
	}
	return fmt.Sprintf("%d-min %s", int(math.Round(b.minutes)), b.name())
}

// rated is the name with its length and, when told, its effort.
func (b *bout) rated() string {
	if b.rpe == nil {
		return b.timed()
	}
	return b.timed() + " (" + rpe(b.rpe) + ")"
}

// several reports whether the bout's name is a plural: "intervals", "squats".
func (b *bout) several() bool {
	name := b.name()
	return strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss")
}

// verb is the form that goes with the bout's name.
func (b *bout) verb(one, many string) string {
	if b.several() {
		return many
	}
	return one
}

// counted reports whether the bout's name takes an article: "a run", but "yoga".
func (b *bout) counted() bool {
	return !b.several() && b.endurance() && (b.kind != training.Other || b.kindNoun() == "session")
}

// a puts the article that goes with the bout's name before words about it.
func (b *bout) a(words string) string {
	if !b.counted() {
		return words
	}
	if vowel.MatchString(words) {
		return "an " + words
	}
	return "a " + words
}

// the does the same with the definite article.
func (b *bout) the(words string) string {
	if !b.counted() {
		return words
	}
	return "the " + words
}

// vowel finds words that begin with the sound of one, numbers included.
var vowel = regexp.MustCompile(`^([aeioAEIO]|8|11\b|18\b)`)

// noun is the activity in general: "running", "riding".
func (b *bout) noun() string {
	switch b.kind {
	case training.Other:
		return b.kindNoun()
	case training.Ride:
		return "riding"
	case training.Row:
		return "rowing"
	case training.Swim:
		return "swimming"
	case training.Walk:
		return "walking"
	}
	return "running"
}

// hardNoun is the activity done hard: "hard running", "HIIT".
func (b *bout) hardNoun() string {
	if b.kind == training.Other {
		return b.kindNoun()
	}
	return "hard " + b.noun()
}

// kindNoun is the plain noun of an endurance kind.
func (b *bout) kindNoun() string {
	switch b.kind {
	case training.Ride, training.Row, training.Swim, training.Walk:
		return string(b.kind)
	case training.Other:
		if b.sessions[0].Activity != "" {
			return b.sessions[0].Activity
		}
		return "session"
	}
	return "run"
}

// effortValue says what made an endurance session count as it does.
func (d *day) effortValue(b *bout) string {
	if b.rpe != nil {
		return rpe(b.rpe)
	}
	if b.effort == "" {
		return "not told"
	}
	return string(b.effort)
}

// clock is when the bout was, as "18:00 to 19:00".
func (b *bout) clock() string {
	return b.local.Format("15:04") + " to " + b.local.Add(b.end.Sub(b.start)).Format("15:04")
}
