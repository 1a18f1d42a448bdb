package advice

import (
	"cmp"
	"slices"
)

// Evaluate judges a day: every rule looks at it, notes are weighed by the
// athlete's experience, merged where they have the same fix, ordered, and cut
// to three and one green. It is pure; the order of the input's sessions and
// check-ins does not matter, nor does anything older than 42 days.
func Evaluate(in Input) Report { return Look(in).Report() }

// Day is an [Input] looked at once, for all that is asked about it.
type Day struct{ d *day }

// Look prepares a day.
func Look(in Input) Day { return Day{look(in)} }

// Report is what [Evaluate] returns.
func (l Day) Report() Report {
	d := l.d
	c := d.clash()
	notes := weigh(d, d.unasked(d.unsaid(observe(d, rules)), c))
	r := Report{Ask: d.question(c)}
	for _, n := range notes {
		r.Findings = append(r.Findings, n.Finding)
		if r.Next == "" && c == nil {
			r.Next = n.next
		}
	}
	r.Verdict = d.verdict(notes, c)
	if r.Next == "" {
		r.Next = d.defaultNext(c)
	}
	return r
}

// unasked leaves out what would judge a session that has not begun, or that a
// question is open about: then only what the athlete told of their body stands beside it.
func (d *day) unasked(notes []note, c *clash) []note {
	if d.waiting {
		return nil
	}
	if c == nil || len(c.about) == 0 {
		return notes
	}
	return slices.DeleteFunc(notes, func(n note) bool {
		return n.Level == Green || !slices.ContainsFunc(recoveryRules, func(r Rule) bool { return r.ID == n.Rule })
	})
}

// observe runs rules over a day.
func observe(d *day, rules []Rule) []note {
	var notes []note
	for _, rule := range rules {
		for _, n := range rule.check(d) {
			n.Rule = rule.ID
			if n.Seed == nil {
				n.Seed = rule.Seed
			}
			if n.Evidence == nil {
				n.Evidence = rule.Evidence
			}
			notes = append(notes, n)
		}
	}
	return notes
}

// weigh turns notes into those that are told, in order.
func weigh(d *day, notes []note) []note {
	for i := range notes {
		notes[i].Level = notes[i].weighed(d.Profile.Experience)
	}
	order(notes, d.Focus)
	notes = once(merge(notes))
	var told []note
	var good *note
	for _, n := range notes {
		switch {
		case n.Level == Green && good == nil:
			good = &n
		case n.Level == Green:
			good.Text += " " + n.Text
			absorb(good, n)
		case len(told) < maxFindings:
			told = append(told, n)
		}
	}
	if rest := slices.DeleteFunc(slices.Clone(told), func(n note) bool { return n.filler }); len(rest) > 0 {
		told = rest
	}
	if good != nil {
		told = append(told, *good)
		order(told, d.Focus)
	}
	return told
}

// once keeps one note of a rule about pairs, and of one text. Notes are in order.
func once(notes []note) []note {
	var out []note
	for _, n := range notes {
		if !slices.ContainsFunc(out, func(m note) bool {
			return m.Text == n.Text || m.Rule == n.Rule && m.pair[1] != "" && n.pair[1] != ""
		}) {
			out = append(out, n)
		}
	}
	return out
}

// order sorts by severity, then what matters for the goal, then the session
// just logged, then size; rules in table order break ties.
func order(notes []note, focus string) {
	yes := func(b bool) int {
		if b {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(notes, func(a, b note) int {
		return cmp.Or(
			cmp.Compare(severity[b.Level], severity[a.Level]),
			cmp.Compare(yes(b.relevant), yes(a.relevant)),
			cmp.Compare(yes(b.about(focus)), yes(a.about(focus))),
			cmp.Compare(b.size, a.size),
		)
	})
}

// about reports whether a note is about the session.
func (n note) about(id string) bool { return id != "" && slices.Contains(n.pair[:], id) }

// merge folds notes with one fix about one pair into the strongest of them, and
// a second orange about a pair into the first. Notes are in order.
func merge(notes []note) []note {
	var out []note
	for _, n := range notes {
		i := slices.IndexFunc(out, func(m note) bool { return m.covers(n) })
		if i < 0 {
			out = append(out, n)
			continue
		}
		absorb(&out[i], n)
	}
	return out
}

// covers reports whether n adds no advice of its own to m.
func (m note) covers(n note) bool {
	if m.Level == Green || n.Level == Green {
		return false
	}
	samePair := m.pair == n.pair && m.pair != [2]string{}
	if m.fix != "" && m.fix == n.fix && (m.pair == n.pair || m.pair == [2]string{} || n.pair == [2]string{}) {
		return true
	}
	return samePair && m.Level == Orange && n.Level == Orange
}

// absorb keeps what n stands on.
func absorb(m *note, n note) {
	m.Seed, m.Evidence = union(m.Seed, n.Seed), union(m.Evidence, n.Evidence)
	m.Why = append(slices.Clone(m.Why), n.Why...)
	m.next = cmp.Or(m.next, n.next)
}

// verdict is the day in one line.
func (d *day) verdict(notes []note, c *clash) string {
	if c != nil {
		return "One question before I judge this."
	}
	if d.waiting {
		return "That one is still ahead of you: I judge it once it is done."
	}
	for _, n := range notes {
		if n.verdict != "" {
			return n.verdict
		}
	}
	if len(d.today) == 0 {
		return "Nothing logged for this day yet."
	}
	if p := d.closest(); p != nil && p.gap >= specialistGap && p.sameDay() {
		return sentence(span(p.gap)) + " between the two sessions: that is far enough apart."
	}
	return d.plain()
}

// defaultNext is the next thing to do when no finding asks for one.
func (d *day) defaultNext(c *clash) string {
	switch {
	case c != nil || d.Profile.Goal == "" && d.question(nil) != "":
		return "Answer the question above, and I read the day again."
	case len(d.today) == 0:
		return "Log your next session when it is done."
	}
	last := d.today[len(d.today)-1]
	since := d.Now.Sub(last.end)
	switch {
	case d.waiting:
		return "Log it again when it is done, with how it went."
	case last.lift() && last.heavyLegsDay() && d.Profile.Goal.RunsFirst() && since < keyRunAfterLegsGap:
		return "Keep the first 24 h of running after it easy."
	case last.lift() && last.heavyLegsDay() && !d.Profile.Goal.RunsFirst() && since < legsRestGap:
		return "Give your legs about 48 h before they lift heavy again."
	case last.endurance() && last.key() && since < keyRunAfterLegsGap:
		return "Make your next session an easy one."
	}
	return "Carry on as planned."
}
