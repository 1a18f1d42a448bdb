package training

import (
	"slices"
	"strings"
	"time"
)

// LooksLikeLog reports whether a message that was not given as an entry reads
// as a workout that was done, and returns the line for [Parse]. Questions,
// plans and talk about training do not.
func LooksLikeLog(text string) (line string, ok bool) {
	line = strings.TrimSpace(text)
	if line == "" || len(line) > maxEntry || strings.Contains(line, "?") {
		return "", false
	}
	items, _ := readItems(line, Context{Units: Metric})
	did := false
	for i, it := range items {
		word := strings.ToLower(it.text)
		switch {
		case it.kind == iPlan, it.kind == iBefore, it.kind == iRange:
			return "", false
		case i == 0 && slices.Contains(questionWords, word):
			return "", false
		case slices.Contains(doneWords, word):
			did = true
		}
	}
	entry, err := Parse("sure "+stripLog(line), Context{Now: time.Unix(1<<31, 0), Units: Metric})
	if err != nil || len(entry.Unknown) > 0 && !did {
		return "", false
	}
	return line, did || entry.told()
}

// questionWords are words that begin a question written without its mark.
var questionWords = []string{"is", "are", "does", "how", "what", "why", "when", "which", "who", "whats", "hows", "am", "my", "your"}

// doneWords say that something was done.
var doneWords = []string{"did", "ran", "lifted", "finished", "completed", "done", "rode", "swam", "swum", "rowed", "cycled", "biked", "walked", "hiked",
	"jogged", "sprinted", "trained", "rucked", "climbed", "raced", "hit", "managed", "squatted", "benched", "deadlifted", "pressed", "rested", "went for", "did a", "i did"}

// told reports whether an entry without a word like "did" says enough to have
// been done: sets with a weight, or a distance with its time.
func (e Entry) told() bool {
	if e.Question != nil {
		return false
	}
	for _, s := range e.Sessions {
		switch {
		case len(s.Sets) > 0, s.Km > 0 && s.Minutes > 0, s.Minutes > 0 && (s.RPE != nil || s.Tagged || s.HR > 0):
		default:
			return false
		}
	}
	return len(e.Sessions) > 0
}
