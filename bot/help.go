package bot

import (
	"context"
	"fmt"
	"strings"
)

func (t *talk) help(_ context.Context, rest string) ([]Reply, error) {
	if c, _, ok := commandNamed(rest); ok && c.example != "" {
		return one(say(fmt.Sprintf("`%s`: %s", c.example, c.does))), nil
	}
	lines := []string{"Ask me in your own words, like \"should I run after squats?\". Or:"}
	for _, word := range []string{"log", "checkin", "today", "week", "plan", "history", "reminders", "settings", "data"} {
		c, _, _ := commandNamed(word)
		lines = append(lines, "• "+orLine(c))
	}
	lines = append(lines, "More: undo, pause, event, deload, units, timezone, why, privacy. `help WORD` shows one.")
	return one(say(strings.Join(lines, "\n"))), nil
}

func orLine(c command) string {
	return "`" + c.example + "`: " + c.does
}

// unknownCommand says which words there are, with the one that was likely meant.
func (t *talk) unknownCommand(word string) []Reply {
	text := fmt.Sprintf("I have no command %q.", "/"+word)
	if near, ok := nearest(word); ok {
		text += fmt.Sprintf(" Did you mean `/%s`?", near)
	}
	return one(say(text + " `help` lists what I know; a question needs no command."))
}

// nearest is the command one slip away from word.
func nearest(word string) (string, bool) {
	best, at := "", 3
	for _, c := range commands() {
		if d := distance(word, c.word); c.bare != nil && d < at {
			best, at = c.word, d
		}
	}
	return best, best != ""
}

// distance is the number of letters to insert, delete, replace or swap.
func distance(a, b string) int {
	prev2, prev := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			row[j] = min(prev[j]+1, row[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], prev2[j-2]+1)
			}
		}
		prev2, prev = prev, row
	}
	return prev[len(b)]
}
