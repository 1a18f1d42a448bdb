package advice

import (
	"slices"

	"tandem/coach/training"
)

// unsaid leaves out what an earlier log of the day was told of two sessions:
// somebody who logs set by set, or another session afterwards, has read it. It
// is said again when it has become more serious. A day that is judged whole, or
// looked back on, has no earlier log.
func (d *day) unsaid(notes []note) []note {
	ofPair := func(n note) bool { return n.pair[1] != "" }
	if d.just == "" || !slices.ContainsFunc(notes, ofPair) {
		return notes
	}
	earlier := d.Input
	earlier.Focus, earlier.Beside = "", nil
	earlier.Sessions = slices.DeleteFunc(slices.Clone(d.Sessions), func(s training.Session) bool {
		return s.ID == d.just || slices.Contains(d.Beside, s.ID)
	})
	if len(earlier.Sessions) == 0 {
		return notes
	}
	said := observe(look(earlier), rules)
	return slices.DeleteFunc(notes, func(n note) bool {
		return ofPair(n) && slices.ContainsFunc(said, func(m note) bool {
			return m.Rule == n.Rule && m.pair == n.pair && severity[m.Level] >= severity[n.Level]
		})
	})
}
