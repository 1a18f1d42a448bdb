package training

// feeling keeps "felt great" as a note; "felt easy" is a tag, "felt like rpe 8"
// an effort.
func (r *reader) feeling() bool {
	k := 1
	for r.peek(k).word("like", "a", "an", "very", "really", "pretty", "quite", "so") {
		k++
	}
	if t := r.peek(k); t.kind != tkWord || t.word("rpe", "rir") {
		r.kind(iFluff, k)
		return true
	}
	if m, n := r.phrase(r.i + k); n > 0 && m.kind == iStyle {
		r.kind(iFluff, k)
		return true
	}
	for t := r.peek(k); t.kind == tkWord && !t.word("then", "rpe", "note"); t = r.peek(k) {
		k++
	}
	from, to := r.tok[r.i].from, r.tok[r.i+k-1].to
	r.emit(item{meaning: meaning{kind: iNote}, name: r.text[from:to]}, k)
	return true
}

// cadence passes over "tempo 3-1-1", "tempo 3010" and "tempo 31X1", the seconds
// of each phase of a lift.
func (r *reader) cadence() bool {
	k := 1
	code, cross, last := r.peek(1), r.peek(2), r.peek(3)
	switch {
	case code.kind != tkNum || code.decimals > 0:
	case len(code.text) == 2 && cross.is('x') && cross.glued && last.kind == tkNum && last.glued && len(last.text) == 1:
		r.kind(iFluff, 4)
		return true
	case len(code.text) == 4 && code.num < 10000 && (cross.kind == tkSym || cross.kind == tkNum) && !cross.is('x'):
		r.kind(iFluff, 2)
		return true
	}
	for r.peek(k).kind == tkNum && r.peek(k+1).is('-') && r.peek(k+2).kind == tkNum {
		k += 2
	}
	if k < 5 {
		return false
	}
	r.kind(iFluff, k+1)
	return true
}

// slope passes over the incline of a treadmill.
func (r *reader) slope() bool {
	k := r.colon(1)
	behind := r.peek(k + 1)
	if t := r.peek(k); t.kind != tkNum || t.num > steepest || behind.is('x') || behind.kind == tkWord && (behind.glued || unitWords[behind.text].mass()) {
		return false
	}
	if behind.is('%') {
		k++
	}
	r.leave(k+1, "the incline isn't kept")
	return true
}

// couch reads "c25k w3d1", "couch to 5k week 3 day 1": a run by a programme,
// whose week is kept in the athlete's words.
func (r *reader) couch() bool {
	k := 0
	switch {
	case r.peek(0).text == "c" && r.peek(1).text == "25" && r.peek(2).word("k", "km"):
		k = 3
	case r.peek(0).text == "couch" && r.peek(1).word("to", "2") && r.peek(2).text == "5" && r.peek(3).word("k", "km"):
		k = 4
	case r.peek(0).text == "couch" && r.peek(1).text == "2" && r.peek(2).text == "5" && r.peek(3).word("k", "km"):
		k = 4
	default:
		return false
	}
	end := k
	for r.peek(end).word("w", "d", "week", "day", "run", "wk") {
		if r.peek(end+1).kind != tkNum {
			break
		}
		end += 2
		if r.peek(end).is(',') && r.peek(end+1).word("d", "day", "run") {
			end++
		}
	}
	from, to := r.tok[r.i].from, r.tok[r.i+end-1].to
	r.emit(item{meaning: meaning{kind: iSport, sport: Run}}, k)
	if end > k {
		r.emit(item{meaning: meaning{kind: iNote}, name: r.text[from:to]}, end-k)
	}
	return true
}

// level passes over the setting of a machine: "lvl 8".
func (r *reader) level() bool {
	k := r.colon(1)
	if r.peek(k).kind != tkNum || r.peek(k+1).is('x') {
		return false
	}
	r.leave(k+1, "the setting isn't kept")
	return true
}

// steepest is the most percent that a treadmill climbs.
const steepest = 40

// countWord reads "180kg single": one repetition. "single leg" is a name.
func (r *reader) countWord(t *token) bool {
	before := len(r.out) - 1
	for before >= 0 && r.out[before].kind == iFluff { // "180kg for a single"
		before--
	}
	if _, n := r.vocabulary(r.i); n > 0 || before < 0 || r.out[before].kind != iFigure {
		return false
	}
	n := map[string]float64{"single": 1, "double": 2, "triple": 3}[t.text]
	r.emit(item{meaning: meaning{kind: iFigure}, terms: []term{{values: []float64{n}, unit: uReps}}}, 1)
	return true
}

// spoken reads "half an hour", "an hour", "an hour ago".
func (r *reader) spoken(hours float64, skip ...string) bool {
	k := 1
	for r.peek(k).word(skip...) {
		k++
	}
	if !r.peek(k).word("hour") {
		return false
	}
	if r.peek(k + 1).word("ago") {
		r.emit(item{meaning: meaning{kind: iAgo}, ago: hours * 3600}, k+2)
		return true
	}
	if r.peek(k+1).word("and") && r.peek(k+2).word("a") && r.peek(k+3).word("half") {
		r.emit(durationItem(90), k+4)
		return true
	}
	r.emit(durationItem(hours*60), k+1)
	return true
}

func durationItem(minutes float64) item {
	return item{meaning: meaning{kind: iFigure}, terms: []term{{values: []float64{minutes}, unit: uMinute}}}
}
