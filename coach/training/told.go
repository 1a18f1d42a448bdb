package training

import (
	"strings"
)

// facet reads what every kind of session has; ok reports whether it was one.
func (p *parser) facet(d *draft, it item) (ok bool, err error) {
	switch it.kind {
	case iTime, iInstant, iAgo, iDay, iWeekday, iDate:
		if it.kind == iTime && it.at >= 24*3600 {
			return true, p.fail(it, "a time of day like 18:30 or 7:15am", exampleStart)
		}
		if err := p.halfOfDay(d, it); err != nil {
			return true, err
		}
		if !d.when.add(it, p.now) {
			return true, p.fail(it, "one date and one time of day", exampleStart)
		}
	case iHR:
		bpm := it.values[0]
		if bpm < 25 || bpm > 250 || bpm != float64(int(bpm)) {
			return true, p.fail(it, "a heart rate from 25 to 250", exampleHR)
		}
		d.session.HR = int(bpm)
	case iNote:
		d.session.Note = strings.TrimSpace(strings.Trim(d.session.Note+"; "+it.name, "; "))
	case iPlan:
		return true, p.fail(it, "what you have done: I log only that", exampleStart)
	case iBefore:
		return true, p.fail(it, "what you did in the order you did it, joined by \"then\"; anything else after the word note", exampleNote)
	case iRange:
		return true, p.fail(it, "the number you really did, not a range", exampleSets)
	case iBroken:
		return true, p.fail(it, "the repetitions you did behind x", exampleSets)
	case iRounds:
		p.entry.Remarks = append(p.entry.Remarks, `I left out "`+it.text+`": tell how long it took.`)
	case iUnit:
		p.units = Metric
		if it.terms[0].unit == uPound {
			p.units = Imperial
		}
	case iFluff, iSure, iComma, iAnd, iThen, iLine, iAt, iMonth:
	default:
		return false, nil
	}
	return true, nil
}

// rating turns the told effort of work into an RPE of 1 to 10 in halves.
func (p *parser) rating(v float64, it item) (*RPE, error) {
	if v < 1 || v > 10 || v*2 != float64(int(v*2)) {
		return nil, p.fail(it, "RPE from 1 to 10 in halves", exampleRPE)
	}
	r := RPE(v)
	return &r, nil
}

// sessionRPE sets the effort of the whole session.
func (p *parser) sessionRPE(d *draft, it item) error {
	if len(it.values) != 1 {
		return p.fail(it, "one RPE for the session", exampleDuration)
	}
	if d.session.RPE != nil {
		return p.fail(it, "one RPE for the session; it has one already", exampleDuration)
	}
	if it.values[0] == 0 && d.session.Kind == Rest {
		d.session.RPE = new(RPE)
		return nil
	}
	r, err := p.rating(it.values[0], it)
	d.session.RPE = r
	return err
}

// setMinutes sets the duration once.
func (p *parser) setMinutes(d *draft, minutes float64, it item) error {
	if d.session.Minutes > 0 {
		return p.fail(it, "one duration for a session; it has one already", exampleDuration)
	}
	if minutes <= 0 {
		return p.fail(it, "a duration above zero", exampleDuration)
	}
	d.session.Minutes = minutes
	return nil
}
