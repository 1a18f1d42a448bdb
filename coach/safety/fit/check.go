package main

import (
	"fmt"
	"slices"

	"tandem/coach/safety/opinion"
)

// questions is what the lessons of the knowledge base are kept as; a share of
// them is left out with each file.
const questions = "questions"

// thresholds of which leaveOneOut prints what they would give.
var thresholds = []float32{0, 0.5, 0.75, 1, 1.25, 1.5, 2}

// A tally counts what a threshold gives on texts that were left out.
type tally struct{ heard, alarms, asked int }

// doubts are the thresholds of which leaveOneOut prints what they would give
// where a rule speaks.
var doubts = []float32{-3, -2.5, -2, -1.5, -1, -0.5, 0}

// leaveOneOut fits the opinion without each file in turn and prints what it
// says on that file: red flags heard, false alarms among the file's harmless
// messages, and questions of the knowledge base asked back; and of those for
// which a rule speaks, how many it would take for harmless.
func leaveOneOut(texts []text) {
	files := filesOf(texts)
	var all, doubted [7]tally
	var spoken tally
	var red, benign, asked, kinds, right int
	for turn, file := range files {
		var learn, test []text
		place := 0
		for _, t := range texts {
			out := t.file == file
			if t.file == questions {
				out, place = place%len(files) == turn, place+1
			}
			if out {
				test = append(test, t)
			} else {
				learn = append(learn, t)
			}
		}
		model := opinion.Fit(lessons(learn))
		for _, t := range test {
			score := model.Score(t.marks)
			switch {
			case t.file == questions:
				asked++
			case t.kind == "":
				benign++
			default:
				red++
				if kind, _ := model.Kind(t.marks); score > thresholds[0] {
					kinds++
					if kind == t.kind {
						right++
					}
				}
			}
			for i, at := range thresholds {
				if score >= at {
					all[i].count(t)
				}
			}
			if t.silent {
				continue
			}
			spoken.count(t)
			for i, at := range doubts {
				if model.Confirm(t.marks) < at {
					doubted[i].count(t)
				}
			}
		}
	}
	fmt.Printf("%d files, %d red flags, %d look-alikes, %d questions\n", len(files), red, benign, asked)
	fmt.Println("threshold  heard  look-alikes  questions")
	for i, at := range thresholds {
		fmt.Printf("%9.2f  %4.1f%%  %10.1f%%  %8.2f%%\n", at, percent(all[i].heard, red), percent(all[i].alarms, benign), percent(all[i].asked, asked))
	}
	fmt.Printf("kind as labelled: %d of %d\n", right, kinds)
	fmt.Printf("where a rule speaks, %d red flags, %d look-alikes, taken for harmless:\n", spoken.heard, spoken.alarms)
	for i, at := range doubts {
		fmt.Printf("%9.2f  %4.1f%%  %10.1f%%\n", at, percent(doubted[i].heard, spoken.heard), percent(doubted[i].alarms, spoken.alarms))
	}
}

func (c *tally) count(t text) {
	switch {
	case t.file == questions:
		c.asked++
	case t.kind == "":
		c.alarms++
	default:
		c.heard++
	}
}

func filesOf(texts []text) []string {
	var files []string
	for _, t := range texts {
		if t.file != questions && !slices.Contains(files, t.file) {
			files = append(files, t.file)
		}
	}
	return files
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }
