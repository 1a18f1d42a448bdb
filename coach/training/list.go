package training

// fraction reads "1/2 mile" and "1/4 mile".
func (r *reader) fraction(t *token) (float64, bool) {
	slash, under := r.peek(0), r.peek(1)
	if !slash.is('/') || !slash.glued || under.kind != tkNum || !under.glued || under.num != 2 && under.num != 4 || t.num != 1 && t.num != 3 || unitWords[r.peek(2).text] != uMile {
		return 0, false
	}
	return t.num / under.num, true
}

// decimalComma reads "62,5" as one number when a unit stands behind it or when
// a list of the two numbers would make no sense; "1,600m" as thousands.
func (r *reader) decimalComma(t *token) (float64, bool) {
	comma, frac := r.peek(0), r.peek(1)
	if !comma.is(',') || !comma.glued || frac.kind != tkNum || !frac.glued || t.decimals > 0 || frac.decimals > 0 {
		return 0, false
	}
	after := r.peek(2)
	if after.is(',') && r.peek(3).kind == tkNum {
		return 0, false
	}
	u := unitWords[after.text]
	hasUnit := after.kind == tkWord && u != uNone
	typed := t.text + "," + frac.text
	value := parseDecimal(typed)
	switch {
	case len(frac.text) == 3 && (u == uM || u == uMetre || u == uYard):
		return t.num*1000 + frac.num, true
	case len(frac.text) == 1 && hasUnit && u != uReps && u != uSets && u != uR:
	case len(frac.text) == 2 && (u == uKm || u == uMile || u == uHour):
	case len(frac.text) <= 2 && t.num >= 20 && (frac.num < t.num/3) && (hasUnit || frac.text == "5" || frac.text == "25" || frac.text == "75"):
	default:
		return 0, false
	}
	r.remarks = append(r.remarks, "I read "+typed+" as "+number(value)+".")
	return value, true
}

// moreOfList reports whether ",85" continues the list t: the same kind of
// number, and not the start of the next figure.
func (r *reader) moreOfList(t term) bool {
	sep, next := r.peek(0), r.peek(1)
	comma := sep.is(',') || (sep.is('/') && sep.glued && next.glued) || (sep.is('-') && sep.glued && next.glued && r.dashList(t))
	if !comma || next.kind != tkNum || t.unit == uSets || t.unit == uKm || t.unit == uMile || t.unit == uHour || t.unit == uMinute && (r.leading || sep.is(',')) {
		return false
	}
	after := r.peek(2)
	chained := after.is('x') && !(r.leading && sep.glued && next.glued) // but 80/90/100 x 5
	if chained || after.is('%') || after.word("for") && r.peek(3).kind == tkNum || r.peek(3).word("rest", "rests", "recovery", "off", "between") {
		return false
	}
	u := uNone
	if after.kind == tkWord {
		u = unitWords[after.text]
	}
	if after.is('#') {
		u = uPound
	}
	if !r.leading && after.is(',') && after.glued && r.peek(3).glued && r.peek(3).kind == tkNum && r.peek(4).is('x') {
		return false
	}
	if before := t.values[len(t.values)-1]; next.num > 6*before && before > 0 || next.num*6 < before && next.num > 0 {
		return false // 140kg 5, 160kg 3
	}
	switch u {
	case uNone:
		return !(t.unit.mass() && t.one() >= 20 && next.num*3 < t.one())
	case uKg, uPound, uReps, uR, uSecond, uS, uM, uMetre, uMinute:
		return t.unit == uNone || t.unit == u
	}
	return false
}

// dashList reports whether dashes make a list of three or more (5-5-4), or
// continue one.
func (r *reader) dashList(t term) bool {
	return t.list() || (r.peek(2).is('-') && r.peek(2).glued && r.peek(3).kind == tkNum)
}
