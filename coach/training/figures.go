package training

// figure reads a chain of terms joined by x: "5x5", "100kg", "3x8x110",
// "3 x 8,8,6", "4 sets of 12", "bw+20".
func (r *reader) figure() {
	start := r.i
	crossed := r.peek(0).is('x') && !r.peek(1).is('x')
	var terms []term
	for r.i < len(r.tok) {
		if r.peek(0).is('x') {
			r.i++
		}
		r.leading = len(terms) == 0
		t, ok := r.term()
		if !ok {
			break
		}
		terms = append(terms, t)
		if !r.joined() {
			break
		}
	}
	if r.peek(0).is('x') && r.peek(0).glued && len(terms) > 0 { // 3x, 3xAMRAP
		r.i++
		if t := r.peek(0); t.kind == tkWord && t.glued {
			r.i++
		}
		r.emitFrom(item{meaning: meaning{kind: iBroken}}, start)
		return
	}
	if r.peek(0).is('+') && r.peek(0).glued && len(terms) > 0 && terms[len(terms)-1].unit == uNone && r.openEnd() { // 3x5+
		r.i++
		r.emitFrom(item{meaning: meaning{kind: iFigure}, terms: terms, open: true}, start)
		return
	}
	if crossed && len(terms) == 1 && terms[0].unit == uNone && !terms[0].weight() { // x5
		terms[0].unit = uReps
	}
	r.emitFrom(item{meaning: meaning{kind: iFigure}, terms: terms}, start)
}

// openEnd reports whether the "+" here ends a number and begins nothing.
func (r *reader) openEnd() bool {
	next := r.peek(1)
	return !next.glued || next.kind == tkSym && (next.is(',') || next.is('\n') || next.is(')') || next.is('@') || next.is(';'))
}

func (r *reader) emitFrom(it item, start int) {
	end := max(r.i, start+1)
	r.i = start
	if len(it.terms) == 0 && it.kind == iFigure {
		r.i = end
		return
	}
	r.emit(it, end-start)
}

// joined reports whether another term follows, and moves to it.
func (r *reader) joined() bool {
	next, after := r.peek(0), r.peek(1)
	startsTerm := after.kind == tkNum || after.word("bw", "bodyweight") || (after.is('+') && r.peek(2).kind == tkNum) || after.kind == tkClock
	switch {
	case next.is('x') && startsTerm:
		return true
	case next.word("by", "of") && after.kind == tkNum, r.weightFor():
		r.i++
		return true
	}
	return false
}

// weightFor reports whether "for" joins a weight and its repetitions: 135 for 10.
func (r *reader) weightFor() bool {
	if !r.peek(0).word("for") || r.peek(1).kind != tkNum || r.i == 0 {
		return false
	}
	before := r.tok[r.i-1]
	if before.kind == tkNum && before.num < leastWeight || before.kind == tkWord && !unitWords[before.text].mass() || before.kind == tkSym {
		return false
	}
	behind := r.peek(2)
	return !behind.is('x') && !behind.is('%') && !behind.word("by", "of") &&
		(behind.kind != tkWord || unitWords[behind.text] == uNone || unitWords[behind.text] == uReps)
}

// term reads one factor: a body weight, a number, a list of numbers.
func (r *reader) term() (term, bool) {
	first := r.peek(0)
	t := term{from: first.from}
	if first.word("bw", "bodyweight") {
		return r.bodyTerm(t), true
	}
	if first.is('+') && r.peek(1).kind == tkNum {
		t.plus = true
		r.i++
	}
	if first = r.peek(0); first.kind != tkNum && first.kind != tkClock {
		return t, false
	}
	v, u := r.value()
	v, u = r.hoursMinutes(v, u)
	t.values, t.unit = []float64{v}, u
	for r.moreOfList(t) {
		r.i++
		v, u := r.value()
		t.values = append(t.values, v)
		if t.unit == uNone {
			t.unit = u
		}
	}
	t.to = r.tok[r.i-1].to
	return t, true
}

// hoursMinutes adds what stands behind an hour or a minute: 1h05, 1h 5min,
// 48min 10s.
func (r *reader) hoursMinutes(v float64, u unit) (float64, unit) {
	if t := r.peek(0); u == uHour && t.kind == tkNum && (t.glued || unitWords[r.peek(1).text] == uMinute) {
		r.i++
		if r.peek(0).word("m") || unitWords[r.peek(0).text] == uMinute {
			r.i++
		}
		v, u = v*60+t.num, uMinute
	}
	if t := r.peek(0); u == uMinute && t.kind == tkNum && t.num < 60 {
		behind := unitWords[r.peek(1).text]
		if (behind == uS || behind == uSecond) && !r.peek(2).word("rest", "recovery", "rests", "off", "between") {
			r.i += 2
			v += t.num / 60
		}
	}
	return v, u
}

func (r *reader) bodyTerm(t term) term {
	r.i++
	t.body, t.to = true, r.tok[r.i-1].to
	sign := r.peek(0)
	if (sign.is('+') || sign.is('-')) && r.peek(1).kind == tkNum {
		r.i++
		v, u := r.value()
		if sign.is('-') {
			v = -v
		}
		t.values, t.unit, t.to = []float64{v}, u, r.tok[r.i-1].to
	}
	return t
}

// value reads one number with its unit, with a decimal comma where only that
// makes sense.
func (r *reader) value() (float64, unit) {
	t := r.peek(0)
	r.i++
	if t.kind == tkClock {
		return t.seconds(), uSecond
	}
	v := t.num
	if part, ok := r.fraction(t); ok {
		r.i += 2
		return part, r.unit()
	}
	if whole, ok := r.decimalComma(t); ok {
		v = whole
		r.i += 2
	}
	return v, r.unit()
}

// unit reads the unit behind a number, glued or not.
func (r *reader) unit() unit {
	t := r.peek(0)
	if t.is('%') {
		r.i++
		return uPercent
	}
	if t.is('#') && t.glued {
		r.i++
		return uPound
	}
	if t.is('\'') && t.glued {
		r.i++
		return uMinute
	}
	if t.is('"') && t.glued {
		r.i++
		return uSecond
	}
	u, ok := unitWords[t.text]
	if !ok || t.kind != tkWord {
		return uNone
	}
	next := r.peek(1)
	switch {
	case (t.text == "k" || t.text == "m" || t.text == "s" || t.text == "h") && !t.glued && next.kind == tkNum && next.glued,
		t.text == "hr" && next.kind == tkNum && next.num > 59, // a heart rate
		u == uR && next.kind == tkNum && next.glued,           // r90s: rest
		(u == uKm || u == uMinute) && next.is('/') && r.peek(2).kind != tkNum:
		if !(u == uKm && next.is('/') && r.peek(2).word("h", "hr")) {
			return uNone
		}
	}
	r.i++
	if u == uKm && next.is('/') && r.peek(1).kind == tkWord {
		r.i += 2
		return uKmh
	}
	return u
}

// seconds is what a clock means as a duration, read as m:ss or h:mm:ss.
func (t *token) seconds() float64 {
	if t.n == 2 {
		return float64(t.fields[0]*60+t.fields[1]) + t.num
	}
	return float64(t.fields[0]*3600+t.fields[1]*60+t.fields[2]) + t.num
}
