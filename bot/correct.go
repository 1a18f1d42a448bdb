package bot

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"time"

	"tandem/coach"
	"tandem/coach/training"
)

// correctable is how long after a log its correction by a bare word is looked for.
const correctable = time.Hour

var (
	correctionRE = regexp.MustCompile(`(?i)^(?:no,? |sorry,? |oops,? |actually,? )*(?:it was|that was|was|make it|make that|should be|i meant|meant|correction:?) (.+)$`)
	setsRE       = regexp.MustCompile(`\d+ ?[x×] ?\d+`)
	weightRE     = regexp.MustCompile(`\d+(?:[.,]\d+)? ?(?:kg|kgs|lb|lbs)\b`)
	distanceRE   = regexp.MustCompile(`\d+(?:[.,]\d+)? ?(?:km|k|mi|miles?)\b`)
	durationRE   = regexp.MustCompile(`\d{1,2}:\d{2}(?::\d{2})?|\d+ ?min\b`)
	effortRE     = regexp.MustCompile(`(?i)rpe ?\d+(?:[.,]5)?|@\d+(?:[.,]5)?\b`)
)

// correct reads "no, it was 3x5" as a correction of the log just made, and asks
// before it changes anything.
func (t *talk) correct(ctx context.Context, text string) (replies []Reply, handled bool, err error) {
	m := correctionRE.FindStringSubmatch(strings.Trim(text, " .!"))
	if m == nil || strings.Contains(text, "?") {
		return nil, false, nil
	}
	s, err := t.Coach.Find(ctx, t.tx, t.a, "")
	if errors.Is(err, coach.ErrNotFound) {
		return nil, false, nil
	}
	if err != nil {
		return nil, false, fmt.Errorf("load session: %w", err)
	}
	line, ok := corrected(s.LineAt(t.a.Units, t.now), m[1])
	if !ok || t.now.Sub(s.End()).Abs() > correctable+time.Duration(s.Minutes)*time.Minute {
		return nil, false, nil
	}
	if _, err := training.Parse(line, training.Context{Now: t.now, Zone: t.a.Location(), Units: t.a.Units}); err != nil {
		return nil, false, nil
	}
	command := "log edit " + s.ID + " " + line
	if err := t.offer(ctx, command, "never"); err != nil {
		return nil, false, err
	}
	return one(Reply{Kind: Answer, Text: "Change the last log to this?\n" + line,
		Buttons: []Button{{Label: "Change it", Command: command, Primary: true}, {Label: "No", Command: "never"}}}), true, nil
}

// corrected puts the figures of a correction over those of a line: sets and
// reps, weight, distance, duration, effort. False when none of them fits.
func corrected(line, words string) (string, bool) {
	changed := false
	for _, re := range []*regexp.Regexp{setsRE, weightRE, distanceRE, durationRE, effortRE} {
		is := re.FindString(words)
		if is == "" || !re.MatchString(line) {
			continue
		}
		if re == durationRE { // the first clock of a line is the duration, a later one the start
			at := re.FindStringIndex(line)
			line, changed = line[:at[0]]+is+line[at[1]:], true
			continue
		}
		line, changed = re.ReplaceAllLiteralString(line, is), true
	}
	return line, changed
}
