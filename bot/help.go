package bot

import (
	"context"
	"fmt"
	"strings"

	"tandem/coach"
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

// unknownCommand says which words there are, and offers the one that was likely
// meant.
func (t *talk) unknownCommand(ctx context.Context, word, rest string) ([]Reply, error) {
	text := fmt.Sprintf("I have no command %q.", "/"+word)
	const more = " `help` lists what I know; a question needs no command."
	near, ok := nearest(word)
	if !ok {
		return one(say(text + more)), nil
	}
	return t.meant(ctx, text, strings.TrimSpace(near+" "+rest), more)
}

// slipped offers the command that a line with figures has a slip in, such as
// "lgo squat 5x5"; nil for any other text and for what can be answered as it
// stands. It comes before the question is counted: such a line is none.
func (t *talk) slipped(ctx context.Context, text string) ([]Reply, error) {
	word, rest := firstWord(text)
	near, ok := nearest(word)
	if !ok || distance(word, near) > 1 || near == word || strings.Contains(text, "?") || !strings.ContainsAny(rest, "0123456789") {
		return nil, nil
	}
	if said := t.Coach.Ask(text, t.a.Goal).Outcome; said != coach.Unknown && said != coach.Smalltalk {
		return nil, nil
	}
	return t.meant(ctx, "", near+" "+rest, "")
}

// meant asks whether a command was meant; yes runs it.
func (t *talk) meant(ctx context.Context, before, line, after string) ([]Reply, error) {
	if err := t.offer(ctx, line, "never"); err != nil {
		return nil, err
	}
	r := say(strings.TrimSpace(fmt.Sprintf("%s Did you mean `/%s`?%s", before, line, after)))
	r.Buttons = []Button{{Label: "Yes", Command: line, Primary: true}}
	return one(r), nil
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
