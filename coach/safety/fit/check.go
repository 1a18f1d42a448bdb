package main

import (
	"fmt"
	"slices"

	"tandem/coach/safety/opinion"
)

// questions is what the lessons of the knowledge base are kept as; a share of
// them is left out with each fold of the files.
const questions = "questions"

// folds is into how many parts the files are dealt.
const folds = 8

// asking are thresholds of Score where no rule speaks, each with those of
// Confirm; doubting are those of their mean where a rule does.
var (
	asking     = []float32{0, 0.25, 0.5, 0.75, 1, 1.5}
	confirming = []float32{-10, 0, 0.5, 0.75, 1, 1.5}
	doubting   = []float32{-3, -2, -1, -0.5, -0.25, 0, 0.5, 1}
)

// A tally counts red flags, look-alikes, and questions of the knowledge base.
type tally struct{ red, benign, asked int }

func (c *tally) count(t text) {
	switch {
	case t.file == questions:
		c.asked++
	case t.kind == "":
		c.benign++
	default:
		c.red++
	}
}

func (c tally) of(all tally) string {
	return fmt.Sprintf("%6.1f%%  %10.1f%%  %8.2f%%", percent(c.red, all.red), percent(c.benign, all.benign), percent(c.asked, all.asked))
}

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

// leaveOut fits the opinion without each fold in turn, and prints what it would
// flag of it under every threshold.
func leaveOut(texts []text) {
	files := filesOf(texts)
	asked := make([][]tally, len(asking))
	for i := range asked {
		asked[i] = make([]tally, len(confirming))
	}
	held := make([]tally, len(doubting))
	var silent, spoken tally
	kinds, right := 0, 0
	for fold := range folds {
		learn, test := deal(texts, files, fold)
		model := opinion.Fit(lessons(learn))
		for _, t := range test {
			score, confirm := model.Score(t.marks), model.Confirm(t.marks)
			if kind, _ := model.Kind(t.marks); t.kind != "" {
				kinds++
				if kind == t.kind {
					right++
				}
			}
			if !t.silent {
				spoken.count(t)
				for i, at := range doubting {
					if (score+confirm)/2 >= at {
						held[i].count(t)
					}
				}
				continue
			}
			silent.count(t)
			for i, at := range asking {
				for j, least := range confirming {
					if score >= at && confirm >= least {
						asked[i][j].count(t)
					}
				}
			}
		}
	}
	fmt.Printf("%d files in %d folds; kind as labelled: %d of %d\n", len(files), folds, right, kinds)
	fmt.Printf("no rule speaks: %d red flags, %d look-alikes, %d questions, asked about\n", silent.red, silent.benign, silent.asked)
	fmt.Println(" score  confirm     red  look-alikes  questions")
	for i, at := range asking {
		for j, least := range confirming {
			fmt.Printf("%6.2f  %7.2f  %s\n", at, least, asked[i][j].of(silent))
		}
	}
	fmt.Printf("a rule speaks: %d red flags, %d look-alikes, left standing\n", spoken.red, spoken.benign)
	fmt.Println("  mean     red  look-alikes")
	for i, at := range doubting {
		fmt.Printf("%6.2f  %.20s\n", at, held[i].of(spoken))
	}
}

// deal splits the texts: every folds-th file and question is left out.
func deal(texts []text, files []string, fold int) (learn, test []text) {
	place := 0
	for _, t := range texts {
		at := slices.Index(files, t.file)
		if t.file == questions {
			at, place = place, place+1
		}
		if at%folds == fold {
			test = append(test, t)
		} else {
			learn = append(learn, t)
		}
	}
	return learn, test
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
