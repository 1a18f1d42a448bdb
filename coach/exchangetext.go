package coach

import (
	"fmt"
	"strings"

	"tandem/coach/training"
	"tandem/coach/transfer"
)

// How much of each list a preview shows; the rest is a count.
const (
	shownNames   = 8
	shownSkipped = 5
)

// size is how much a file holds, whether the log has it already or not.
type size struct {
	items int    // sessions and check-ins
	text  string // "42 workouts (40 lifts with 812 sets, 2 runs), 3 Jan 2020 to 8 Jun 2026"
}

// sizeOf sums up a file whose sessions are in order of time.
func sizeOf(a Athlete, f transfer.File) size {
	text := contents(f.Sessions, len(f.CheckIns))
	if n := len(f.Sessions); n > 0 {
		day := func(s training.Session) string { return s.Start.In(a.Location()).Format("2 Jan 2006") }
		text += ", " + day(f.Sessions[0]) + " to " + day(f.Sessions[n-1])
	}
	return size{len(f.Sessions) + len(f.CheckIns), text}
}

// previewText tells what a file holds and what of it is new. f has only what is
// new.
func previewText(f transfer.File, held size) string {
	if held.items == 0 {
		return strings.TrimSpace(f.App + ": no workouts in this file.\n" + skippedText(f.Skipped))
	}
	lines := []string{f.App + ": " + held.text + "."}
	fresh := len(f.Sessions) + len(f.CheckIns)
	old := held.items - fresh
	switch {
	case fresh == 0:
		return lines[0] + "\nNothing new: all of it is in your log already."
	case old > 0:
		lines = append(lines, fmt.Sprintf("New: %d. Already in your log: %d, left as they are.", fresh, old))
	default:
		lines = append(lines, "All of it is new.")
	}
	if len(f.Unknown) > 0 {
		lines = append(lines, "Exercises I don't know, kept under your names and counted as not for the legs: "+listed(f.Unknown, shownNames, ", ")+
			". `legs yes NAME` changes that.")
	}
	if len(f.Suspicious) > 0 {
		lines = append(lines, "Looks odd, please check: "+listed(f.Suspicious, shownSkipped, "; ")+".")
	}
	lines = append(lines, f.Assumed...)
	if f.Unsaid.Any() {
		lines = append(lines, "If they are in "+f.Unsaid.Others()+", import them as such.")
	}
	if len(f.Skipped) > 0 {
		lines = append(lines, skippedText(f.Skipped))
	}
	if len(f.CheckIns) > 0 {
		lines = append(lines, "Check-ins fill empty days only; undoing the import takes back workouts, not check-ins.")
	}
	return strings.Join(lines, "\n")
}

// contents counts what a file holds: "42 workouts (40 lifts with 812 sets, 2 runs)".
func contents(all []training.Session, answers int) string {
	var parts []string
	sets, byKind := 0, map[training.Kind]int{}
	for _, s := range all {
		byKind[s.Kind]++
		sets += len(s.Sets)
	}
	for _, k := range []training.Kind{training.Lift, training.Run, training.Ride, training.Row, training.Swim, training.Walk, training.Other, training.Rest} {
		n := byKind[k]
		if n == 0 {
			continue
		}
		part := counted(n, kindWords[k])
		if k == training.Lift && sets > 0 {
			part += " with " + counted(sets, "set")
		}
		parts = append(parts, part)
	}
	var text []string
	if len(all) > 0 {
		text = append(text, fmt.Sprintf("%s (%s)", counted(len(all), "workout"), strings.Join(parts, ", ")))
	}
	if answers > 0 {
		text = append(text, counted(answers, "check-in"))
	}
	return strings.Join(text, " and ")
}

var kindWords = map[training.Kind]string{training.Lift: "lift", training.Run: "run", training.Ride: "ride", training.Row: "row",
	training.Swim: "swim", training.Walk: "walk", training.Other: "other session", training.Rest: "rest day"}

func counted(n int, word string) string {
	if n == 1 {
		return "1 " + word
	}
	return fmt.Sprintf("%d %ss", n, word)
}

// listed joins the first n, and counts the rest.
func listed(words []string, n int, between string) string {
	if len(words) <= n {
		return strings.Join(words, between)
	}
	return strings.Join(words[:n], between) + fmt.Sprintf(" and %d more", len(words)-n)
}

// skippedText names the rows that were left out.
func skippedText(skipped []transfer.Skip) string {
	if len(skipped) == 0 {
		return ""
	}
	var reasons []string
	for _, s := range skipped {
		reasons = append(reasons, s.String())
		if len(reasons) > shownSkipped {
			break
		}
	}
	text := counted(len(skipped), "row") + " left out: " + strings.Join(reasons[:min(shownSkipped, len(reasons))], "; ")
	if more := len(skipped) - shownSkipped; more > 0 {
		text += fmt.Sprintf("; and %d more", more)
	}
	return text + "."
}

func importedText(app string, sessions, answers int) string {
	if sessions+answers == 0 {
		return "Nothing new to import: all of it is in your log already."
	}
	var parts []string
	if sessions > 0 {
		parts = append(parts, counted(sessions, "workout"))
	}
	if answers > 0 {
		parts = append(parts, counted(answers, "check-in"))
	}
	return fmt.Sprintf("Imported from %s: %s. They count in your history and load from now on; days gone by bring no alerts.", app, strings.Join(parts, " and "))
}
