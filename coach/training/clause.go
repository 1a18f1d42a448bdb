package training

// clause is a stretch of an entry about one exercise or one session.
type clause struct {
	items []item
	fresh bool // it begins a line or stands behind ";" or "then"
}

// splitClauses cuts items at new lines, ";" and "then", at "," and "and" in
// front of another exercise or sport, and where one follows sets directly.
func splitClauses(items []item) []clause {
	var out []clause
	cut := func(it []item, fresh bool) {
		if len(it) > 0 {
			out = append(out, clause{it, fresh})
		}
	}
	start, fresh := 0, true
	var seen progress
	for i, it := range items {
		switch {
		case it.kind == iLine || it.kind == iThen:
			cut(items[start:i], fresh)
			start, fresh, seen = i+1, true, progress{}
			continue
		case seen.ends(items, i):
			cut(items[start:i], fresh)
			start, fresh, seen = i, false, progress{}
		}
		seen.add(it)
	}
	cut(items[start:], fresh)
	return out
}

// ladder reports whether several figures name few of many: 5x140, 3x160, 1x180.
func (cl clause) ladder() bool {
	n := 0
	for _, it := range cl.items {
		if it.kind == iFigure && len(it.terms) == 2 && it.terms[0].one() < leastWeight && it.terms[1].one() >= surelyWeight && it.terms[1].unit == uNone {
			n++
		}
	}
	return n > 1
}

func (cl clause) from() int { return cl.items[0].from }

// head is the kind of item that says what the clause is about: the first of a
// sport, an exercise, a lift; iFluff when there is none.
func (cl clause) head() itemKind {
	rest := false
	for i, it := range cl.items {
		switch it.kind {
		case iName:
			if it.either && cl.rowed() {
				return iSport
			}
			return iName
		case iUnknown:
			if headFollows(cl.items[i+1:], true) { // a mistake in front of a sport, not an exercise
				continue
			}
			return iUnknown
		case iSport:
			return iSport
		case iLift, iRegion:
			return iLift
		case iRestDay:
			rest = true
		}
	}
	if rest && !cl.hasFigures() {
		return iRestDay
	}
	return iFluff
}

// rowed reports whether the figures are those of the sport and not of sets.
func (cl clause) rowed() bool {
	timed := false
	for _, it := range cl.items {
		switch it.kind {
		case iLift, iRegion, iLabel, iMark:
			return false
		case iClock, iPace, iRest:
			timed = true
		case iFigure:
			last := it.terms[len(it.terms)-1]
			switch last.unit {
			case uM, uMetre, uKm, uMinute, uHour, uMile, uYard, uS, uSecond:
				timed = true
			case uNone:
				if it.single() {
					continue
				}
				if len(it.terms) == 2 && last.one() >= 250 { // row 4x500
					timed = true
					continue
				}
				return false
			default:
				return false
			}
		}
	}
	return timed
}

// sport is the meaning of the word that begins an endurance session.
func (cl clause) sport() meaning {
	for _, it := range cl.items {
		switch {
		case it.kind == iSport:
			return it.meaning
		case it.kind == iName && it.either:
			return meaning{sport: Row}
		}
	}
	return meaning{sport: Other}
}

// effortOnly reports whether the clause says how hard and how long, and not
// what: "easy 30 min".
func (cl clause) effortOnly() bool {
	styled, figures := false, 0
	for _, it := range cl.items {
		switch it.kind {
		case iStyle:
			styled = styled || it.intensity != ""
		case iFigure:
			if !it.lone(uMinute, uHour, uNone) {
				return false
			}
			figures++
		case iClock:
			figures++
		case iFluff, iComma, iNote, iRPE, iHR, iTime, iDay, iWeekday, iDate, iAt, iAgo, iSure:
		default:
			return false
		}
	}
	return styled && figures == 1
}

// covered reports whether the clause tells a distance, a pace or repeats with
// rests: without a sport that is a run.
func (cl clause) covered() bool {
	for _, it := range cl.items {
		switch it.kind {
		case iPace, iRest:
			return true
		case iStyle:
			if it.style != Steady {
				return true
			}
		case iFigure:
			t := it.terms[len(it.terms)-1]
			if _, rested := workAndRest(t); rested && len(it.terms) > 1 {
				return true
			}
			if t.unit.distance() || t.unit == uM && (t.one() >= 250 || len(it.terms) > 1 && t.one() >= leastWeight) {
				return true
			}
		}
	}
	return false
}

// first is the first item that says something.
func (cl clause) first() item {
	for _, it := range cl.items {
		if it.kind != iFluff && it.kind != iComma {
			return it
		}
	}
	return cl.items[0]
}

func (cl clause) hasFigures() bool {
	for _, it := range cl.items {
		if it.kind == iFigure || it.kind == iClock {
			return true
		}
	}
	return false
}

// onlyFacets reports whether the clause says nothing of what was done, only
// when, as a date on a line of its own.
func (cl clause) onlyFacets() bool {
	for _, it := range cl.items {
		switch it.kind {
		case iTime, iDate, iInstant, iDay, iWeekday, iAgo, iFluff, iSure, iUnit, iComma, iAnd:
		default:
			return false
		}
	}
	return true
}
