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
	{training.Event, regexp.MustCompile(`(?i)\b(my|a|for|training for|run) (the |a |my |first )*(half[- ]?marathon|marathon|10k race|5k race|race|ultra|triathlon)\b`)},
	{training.Strength, regexp.MustCompile(`(?i)\b(stronger|get(ting)? strong|(bigger|heavier|stronger) (squat|bench|deadlift|total)|(strength|powerlifting) (is my|goal|meet|first|focus|priority)|max strength|my 1rm|squat (pr|more))\b`)},
	{training.Hypertrophy, regexp.MustCompile(`(?i)\b((build|gain|put on|add|more) (some )?(muscle|size|mass)|hypertrophy|get(ting)? (big|bigger|jacked)|bulk(ing)?)\b`)},
	{training.FatLoss, regexp.MustCompile(`(?i)\b((los(e|ing)|burn(ing)?|cut(ting)?|drop(ping)?) (some )?(fat|weight|kilos|pounds|kg|lbs?)|fat loss|lean(er)? out|on a cut)\b`)},
	{training.Endurance, regexp.MustCompile(`(?i)\b(run(ning)? faster|better runner|faster (5k|10k|mile|runner)|(endurance|running) (is my|goal|first|focus|priority)|run further)\b`)},
	{training.General, regexp.MustCompile(`(?i)\b(general fitness|stay(ing)? (fit|healthy)|just want to be (fit|healthy)|overall (health|fitness))\b`)},
}

// goalIn returns the goal that a question names, "" for none.
func goalIn(text string) training.Goal {
	for _, g := range goalWords {
		if g.words.MatchString(text) {
			return g.goal
		}
	}
	return ""
}
