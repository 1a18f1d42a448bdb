package training

// facet reads the words that come with a number of their own and reports
// whether t was one: effort, heart rate, pace, rest, units.
func (r *reader) facet(t *token) bool {
	switch t.text {
	case "rpe", "srpe", "effort", "rir", "exertion":
		return r.effortWord(t)
	case "hr", "heartrate", "pulse", "heart", "avghr", "ahr":
		return r.heartRate(t)
	case "pace":
		return r.paceWord()
	case "r", "rest", "recovery", "rests", "recoveries":
		return r.rest()
	case "unit", "units":
		return r.unitLine()
	case "set", "sets":
		if r.peek(1).kind == tkNum && r.peek(2).is(':') {
			r.i += 3
			return true
		}
	case "tempo":
		return r.cadence()
	case "elevation", "elev", "ascent", "climb", "vert":
		return r.elevation()
	case "level", "lvl", "resistance":
		return r.level()
	case "incline", "gradient", "grade":
		return r.slope()
	case "felt", "feels", "feeling", "feel":
		return r.feeling()
	case "single", "double", "triple":
		return r.countWord(t)
	case "c", "couch":
		return r.couch()
	case "half":
		return r.spoken(0.5, "an", "a")
	case "an", "one":
		return r.spoken(1)
	case "bw", "bodyweight":
		r.figure()
		return true
	case "now":
		r.kind(iFluff, 1)
		return true
	}
	return false
}

// colon is the number of tokens of punctuation between a word and its number.
func (r *reader) colon(k int) int {
	for r.peek(k).is(':') || r.peek(k).is('=') || r.peek(k).is('@') || r.peek(k).is('>') {
		k++
	}
	return k
}

// effortWord reads "rpe 8", "rpe: 10, 9, 8", "rir 2", "session rpe 7", "effort 7/10".
func (r *reader) effortWord(t *token) bool {
	k := r.colon(1)
	if r.peek(k).word("of", "was", "is", "at", "about") {
		k = r.colon(k + 1)
	}
	if r.peek(k).kind != tkNum {
		if t.text == "effort" {
			r.kind(iFluff, 1)
			return true
		}
		return false
	}
	values, n := r.efforts(k)
	r.effort(values, t.text == "rir", n)
	return true
}

// efforts reads one rating, a range (its middle) or a list, from token k on.
func (r *reader) efforts(k int) (values []float64, n int) {
	v, k := r.rating(k)
	values = append(values, v)
	for r.peek(k).is(',') || r.peek(k).is('@') || r.peek(k).is('/') && r.peek(k).glued {
		at := k + 1
		if r.peek(k).is(',') && r.peek(at).is('@') {
			at++
		} else if !r.peek(k).is('@') && r.peek(at+1).is('@') { // 3@8, 3@9: another set
			break
		}
		if t := r.peek(at); t.kind != tkNum || t.num > 10 || r.endsRating(at+1) {
			break
		}
		v, next := r.rating(at)
		values, k = append(values, v), next
	}
	return values, k
}

// endsRating reports whether the number before token k belongs to something
// else than a list of ratings: 3x5, 60kg, 20min.
func (r *reader) endsRating(k int) bool {
	t := r.peek(k)
	if t.is('x') || t.is('%') {
		return true
	}
	_, isUnit := unitWords[t.text]
	return t.kind == tkWord && (isUnit || t.word("sets", "reps", "bpm", "am", "pm"))
}

func (r *reader) rating(k int) (float64, int) {
	v := r.peek(k).num
	next, after := r.peek(k+1), r.peek(k+2)
	switch {
	case next.is('-') && after.kind == tkNum && after.num > v && after.num <= 10:
		return (v + after.num) / 2, k + 3
	case next.is(',') && next.glued && after.text == "5" && after.glued && v < 10 && r.peek(k).decimals == 0 && !r.endsRating(k+3):
		return v + 0.5, k + 3
	case next.is('/') && after.text == "10" && !(r.peek(k+3).is('/') && r.peek(k+3).glued):
		return v, k + 3
	}
	return v, k + 1
}

// effort emits ratings; repetitions in reserve become 10 minus their number.
func (r *reader) effort(values []float64, reserve bool, n int) {
	it := item{meaning: meaning{kind: iRPE}, values: values}
	if reserve {
		for i := range it.values {
			it.values[i] = 10 - it.values[i]
		}
	}
	if r.i > 0 && r.tok[r.i-1].word("session", "overall", "srpe") || r.tok[r.i].word("srpe") {
		it.explicit = true
	}
	r.emit(it, max(n, 1))
}

func (r *reader) heartRate(t *token) bool {
	k := 1
	if t.text == "heart" {
		if !r.peek(1).word("rate") {
			return false
		}
		k = 2
	}
	for r.peek(k).word("avg", "average", "was", "of", "around", "about") {
		k++
	}
	k = r.colon(k)
	if r.peek(k).kind != tkNum {
		return false
	}
	n := k + 1
	if r.peek(n).word("bpm") {
		n++
	}
	r.emit(item{meaning: meaning{kind: iHR}, values: []float64{r.peek(k).num}}, n)
	return true
}

// paceWord reads "pace 5:30", "pace: 8:45/mi".
func (r *reader) paceWord() bool {
	k := r.colon(1)
	if r.peek(k).word("of", "was") {
		k++
	}
	if r.peek(k).kind != tkClock {
		r.kind(iFluff, 1)
		return true
	}
	n, miles, told := r.perDistance(k + 1)
	r.pace(r.peek(k), miles, told, n)
	return true
}

// perDistance reads "/km", "min/mi", "per mile" at token k.
func (r *reader) perDistance(k int) (end int, miles, told bool) {
	at := k
	if r.peek(at).word("min", "mins") {
		at++
	}
	if r.peek(at).is('/') || r.peek(at).word("per", "a") {
		if u := unitWords[r.peek(at+1).text]; r.peek(at+1).kind == tkWord && (u == uKm || u == uMile) {
			return at + 2, u == uMile, true
		}
	}
	return k, false, false
}

// pace emits seconds a km; without a distance said, explicit is false and the
// athlete's own units hold.
func (r *reader) pace(t *token, miles, told bool, n int) {
	seconds := t.seconds()
	if miles {
		seconds /= kmPerMile
	}
	r.emit(item{meaning: meaning{kind: iPace}, values: []float64{seconds}, explicit: told}, n)
}

// rest reads the rest between repeats: "r90s", "rest 90s", "r1:30", "2min rest"
// is read from the other side.
func (r *reader) rest() bool {
	k := r.colon(1)
	t := r.peek(k)
	switch {
	case t.kind == tkClock:
		r.emit(item{meaning: meaning{kind: iRest}, values: []float64{t.seconds()}}, k+1)
		return true
	case t.kind != tkNum || r.peek(k+1).is('x'):
		return false
	}
	if u := unitWords[r.peek(k+1).text]; r.peek(k+1).kind == tkWord {
		switch u {
		case uS, uSecond:
			return r.restOf(t.num, k+2)
		case uMinute:
			return r.restOf(t.num*60, k+2)
		case uM, uMetre: // a jog of so many metres says nothing of time
			if t.num >= 50 {
				r.kind(iFluff, k+2)
				return true
			}
			return r.restOf(t.num*60, k+2)
		}
	}
	if t.num >= 5 && (t.glued || r.tok[r.i].text != "r") {
		return r.restOf(t.num, k+1)
	}
	return false
}

// elevation reads "elevation 600m", "elev gain: 600 m".
func (r *reader) elevation() bool {
	k := 1
	for r.peek(k).word("gain", "of", "was") {
		k++
	}
	k = r.colon(k)
	if u := unitWords[r.peek(k+1).text]; r.peek(k).kind != tkNum || !r.peek(k+1).word("ft", "feet", "hm") && u != uM && u != uMetre {
		return false
	}
	r.leaveClimb(k + 2)
	return true
}

func (r *reader) restOf(seconds float64, n int) bool {
	r.emit(item{meaning: meaning{kind: iRest}, values: []float64{seconds}}, n)
	return true
}

// unitLine reads "# unit: lbs" (Traindown): bare weights are in that unit.
func (r *reader) unitLine() bool {
	k := r.colon(1)
	u := unitWords[r.peek(k).text]
	if r.peek(k).kind != tkWord || !u.mass() {
		return false
	}
	r.emit(item{meaning: meaning{kind: iUnit}, terms: []term{{unit: u}}}, k+1)
	return true
}
