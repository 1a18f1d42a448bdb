package training

// progress is what a clause has so far.
type progress struct {
	head    itemKind // iName, iSport, iLift or 0
	sport   Kind
	content bool // figures or clocks behind the head
	before  bool // figures before the head
}

func (g *progress) add(it item) {
	switch it.kind {
	case iName, iUnknown:
		if g.head == 0 || g.head == iLift {
			g.head, g.content = iName, g.content && g.head == 0
		}
	case iSport:
		if g.head == 0 {
			g.head, g.sport = iSport, it.sport
		}
	case iLift, iRegion:
		if g.head == 0 {
			g.head = iLift
		}
	case iFigure, iClock:
		if g.head != 0 {
			g.content = true
		} else {
			g.before = true
		}
	}
}

// ends reports whether the item at i begins another clause.
func (g *progress) ends(items []item, i int) bool {
	it := items[i]
	if g.head == 0 || !(g.content || g.before) {
		return false
	}
	if it.kind == iComma || it.kind == iAnd {
		return g.joins(items[i+1:])
	}
	switch it.kind {
	case iMark:
		return it.mark == markSuperset && g.content && g.joins(items[i+1:])
	case iLabel:
		return g.content
	case iName:
		return g.head != iLift && (g.content || g.head == iName && g.before)
	case iUnknown:
		return g.head == iName && g.content && figuresFollow(items[i+1:])
	case iSport:
		return g.head != iSport && g.head != 0 && (g.content || g.before) || g.head == iSport && it.sport != g.sport && g.content
	case iLift:
		return g.head == iSport && g.content
	}
	return false
}

// joins reports whether what follows a comma or "and" is about something else.
func (g *progress) joins(rest []item) bool {
	rest = rest[:min(len(rest), longestSpan)]
	for k, it := range rest {
		switch it.kind {
		case iFluff, iStyle, iDay, iLabel:
			continue
		case iName, iSport, iLift, iRegion, iRestDay:
			return true
		case iUnknown:
			return g.head != iSport && figuresFollow(rest[k+1:])
		case iFigure:
			return k+1 < len(rest) && headFollows(rest[k+1:], g.head == iSport)
		}
		return false
	}
	return false
}

// headFollows reports whether a name or a sport comes next ("3x8 bench", "5k
// run"); beside a run unknown words are no name.
func headFollows(rest []item, running bool) bool {
	rest = rest[:min(len(rest), longestSpan)]
	for _, it := range rest {
		switch it.kind {
		case iFluff, iStyle:
			continue
		case iName, iSport:
			return true
		case iUnknown:
			return !running
		}
		return false
	}
	return false
}

func figuresFollow(rest []item) bool {
	rest = rest[:min(len(rest), longestSpan)]
	for _, it := range rest {
		switch it.kind {
		case iFigure:
			return true
		case iFluff, iMark, iComma, iUnknown, iName, iLine:
			continue
		}
		return false
	}
	return false
}
