package coach

import (
	"regexp"

	"tandem/coach/training"
)

// goalWords are the phrases in which people name what they train for within a
// question. The first that is found decides.
var goalWords = []struct {
	goal  training.Goal
	words *regexp.Regexp
}{
	{training.Event, phrases(
		`(my|a|for|training for|run) (the |a |my |first )*(half[- ]?marathon|marathon|10k race|5k race|race|ultra|triathlon)`,
		`(half[- ]?marathon|marathon|10k|5k|race|ultra|triathlon|hyrox) (is )?(in|on|next) (\w+ )?(weeks?|months?|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*|saturday|sunday)`)},
	{training.Strength, phrases(
		`stronger`, `get(ting)? strong`, `(bigger|heavier|stronger) (squat|bench|deadlift|total)`, `squat (pr|more)`, `max strength`, `my 1rm`,
		`(strength|powerlifting) (is my|goal|meet|first|focus|priority)`, `(goal|aim|focus|priority)( is|:)? (max(imal)? )?strength`,
		`for (max(imal)? )?strength`, `powerlifters?`, `care (more|most) about (my )?(strength|lifting|lifts)`)},
	{training.Hypertrophy, phrases(
		`(build(ing)?|gain(ing)?|put(ting)? on|add(ing)?|more) (some )?(muscle|size|mass)`, `hypertrophy`, `get(ting)? (big|bigger|jacked)`, `bulk(ing)?`,
		`(bigger|larger|huge) (legs|quads|glutes|arms|chest|back|muscles?)`, `bodybuild(er|ing)`, `(goal|aim|focus|priority)( is|:)? (muscle|size)`)},
	{training.Power, phrases(
		`(more )?explosive(ness)?`, `for power( sports?)?`, `(goal|aim|focus|priority)( is|:)? power`, `jump higher`, `vertical jump`)},
	{training.FatLoss, phrases(
		`(los(e|ing)|burn(ing)?|cut(ting)?|drop(ping)?|shed(ding)?) (some |my |belly |body |\d+ ?)*(fat|weight|kilos?|pounds?|kgs?|lbs?)`,
		`(fat|weight)[- ]loss`, `lean(er)? out`, `on a cut`, `(i'?m|while|when|currently) cutting`, `cutting (right now|now|phase|atm)`, `in a (calorie )?deficit`)},
	{training.Endurance, phrases(
		`run(ning)? faster`, `better runner`, `faster (5k|10k|mile|runner)`, `(faster|better) at running`, `run further`, `sub[- ]?\d+`,
		`(endurance|running) (is my|goal|first|focus|priority)`, `(goal|aim|focus|priority)( is|:)? endurance`, `for endurance`,
		`endurance athlete`, `marathoners?`, `triathletes?`, `care (more|most) about (my )?(running|runs|endurance)`)},
	{training.General, phrases(
		`general fitness`, `(stay|keep)(ing)? (fit|healthy)`, `just (want to|wanna) be (fit|healthy)`, `overall (health|fitness)`, `for (my |general )?health`)},
}

func phrases(list ...string) *regexp.Regexp {
	all := list[0]
	for _, p := range list[1:] {
		all += "|" + p
	}
	return regexp.MustCompile(`(?i)\b(` + all + `)\b`)
}

// ofTheBar is weight that is taken off a bar, not off a body.
var ofTheBar = regexp.MustCompile(`(?i)\b(los|cut|drop)\w* (some )?weight (or reps|on (my|the)|off the bar|between sets)\b`)

// goalIn returns the goal that a question names, "" for none.
func goalIn(text string) training.Goal {
	text = ofTheBar.ReplaceAllString(text, "")
	for _, g := range goalWords {
		if g.words.MatchString(text) {
			return g.goal
		}
	}
	return ""
}
