package training

func reps(n float64) string {
	if n == 1 {
		return "1 rep"
	}
	return number(n) + " reps"
}

// weight prints a bare number as a weight in the units it is read in.
func (l *lifter) weight(v float64) string { return number(v) + " " + l.unitName() }

// typed writes a bare number as a weight that needs no question.
func (l *lifter) typed(v float64) string { return number(v) + l.unitName() }

func (l *lifter) unitName() string {
	if l.p.units == Imperial {
		return "lb"
	}
	return "kg"
}

func (g *group) askChain(l *lifter, question string, choices ...choice) error {
	return l.p.ask(question, g.chain.from, g.chain.to, choices...)
}

// askWeight asks what a lift that needs a weight was done with.
func (g *group) askWeight(l *lifter) error {
	choices := []choice{{"Body weight only", " bw"}, {"Leave it out", " no weight"}}
	if w := l.loaded; w != nil && len(w.values) > 0 && !w.body {
		last := w.values[len(w.values)-1]
		same := l.typed(last)
		switch w.unit {
		case uKg:
			same = number(last) + "kg"
		case uPound:
			same = number(last) + "lb"
		}
		choices = []choice{{number(last) + " " + same[len(same)-2:] + " again", " " + same}, {"Leave it out", " no weight"}}
	} else if l.exercise.Barbell {
		bar := choice{"Empty bar, 20 kg", " 20kg"}
		if l.p.units == Imperial {
			bar = choice{"Empty bar, 45 lb", " 45lb"}
		}
		choices = append([]choice{bar}, choices...)
	}
	return l.p.ask("What weight was on "+l.name+"?", g.to, g.to, choices...)
}
