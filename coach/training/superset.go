package training

import (
	"slices"
)

// superset joins the exercises that follow to one another, and to the one
// before when the mark stands between them: "bench 3x8 60kg + row 3x8 50kg".
func (l *lifter) superset() {
	if l.label > 0 {
		return
	}
	l.label = l.nextLabel()
	sets := l.d.session.Sets
	if l.fresh {
		return
	}
	for i := len(sets) - l.sets; i < len(sets); i++ {
		sets[i].Superset = l.label
	}
}

// unpair takes the label off a superset of one exercise.
func unpair(sets []Set) {
	if !slices.ContainsFunc(sets, func(s Set) bool { return s.Superset > 0 }) {
		return
	}
	first := map[int]string{}
	paired := map[int]bool{}
	for _, s := range sets {
		if name, ok := first[s.Superset]; ok && name != s.Exercise {
			paired[s.Superset] = true
		}
		first[s.Superset] = s.Exercise
	}
	for i := range sets {
		if !paired[sets[i].Superset] {
			sets[i].Superset = 0
		}
	}
}

// nextLabel is the number of a new superset.
func (l *lifter) nextLabel() int {
	n := 0
	for _, s := range l.d.session.Sets {
		n = max(n, s.Superset)
	}
	return n + 1
}
