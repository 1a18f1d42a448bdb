package training

// markMode says on which side of its set a warm-up mark stands.
type markMode struct {
	before, all bool
	pending     bool // a mark stands in front of the next set
	only        bool // nothing but warm-ups, as the athlete said
	at          item // the mark
	groups      int  // how many groups of the exercise there are
	last        int  // where the last of them begins
	worked      bool // one of them was no warm-up
}

// askWork asks whether the last group of sets behind "warm-up" was the work,
// when nothing says where the warm-ups ended.
func (l *lifter) askWork() error {
	m := l.marks
	if !m.all || m.only || m.worked || m.groups < 2 {
		return nil
	}
	text := l.p.text
	return &asking{question: Question{
		Ask: "Were the last sets of " + l.name + " your work, or a warm-up as well?",
		Options: []Option{
			{"They were the work", text[:m.last] + "work " + text[m.last:]},
			{"All warm-ups", text[:m.at.from] + "warmups only " + text[m.at.to:]},
		},
	}}
}

// warm applies a mark that stood in front of the set.
func (l *lifter) warm() {
	if l.marks.pending {
		l.g.warm = true
		l.marks.pending = l.marks.all
	}
}
