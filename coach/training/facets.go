package training

import "strings"

// facet reads the words that come with a number of their own and reports
// whether t was one: effort, heart rate, pace, rest, units.
func (r *reader) facet(t token) bool {
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
	case "incline", "gradient", "grade":
		return r.slope()
	case "felt", "feels", "feeling", "feel":
		return r.feeling()
	case "single", "double", "triple":
		return r.countWord(t)
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
func (r *reader) effortWord(t token) bool {
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
	for r.peek(k).is(',') {
		at := k + 1
		if r.peek(at).is('@') {
			at++
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
	case next.is('/') && after.text == "10":
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

func (r *reader) heartRate(t token) bool {
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
func (r *reader) pace(t token, miles, told bool, n int) {
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

// slope passes over the incline of a treadmill.
func (r *reader) slope() bool {
	k := r.colon(1)
	if r.peek(k).kind != tkNum || r.peek(k+1).is('x') {
		return false
	}
	if r.peek(k + 1).is('%') {
		k++
	}
	r.kind(iFluff, k+1)
	return true
}

// countWord reads "180kg single": one repetition. "single leg" is a name.
func (r *reader) countWord(t token) bool {
	if _, n := r.vocabulary(r.i); n > 0 || len(r.out) == 0 || r.out[len(r.out)-1].kind != iFigure {
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

// at reads what "@" or "at" stands before: a rating, a time of day, a weight,
// a pace, a heart rate.
func (r *reader) at(n int) {
	for r.peek(n).is('>') || r.peek(n).is(':') {
		n++
	}
	t, next := r.peek(n), r.peek(n+1)
	symbol := r.tok[r.i].is('@')
	switch {
	case t.kind == tkClock && (r.peek(n+1).is('-') || r.peek(n+1).word("to", "until", "till")) && r.peek(n+2).kind == tkClock:
		r.kind(iFluff, n)
	case t.kind == tkClock:
		r.atClock(n)
	case t.kind == tkDate, t.word("rpe", "rir", "hr", "pace"), t.kind == tkWord && !t.word("bw", "bodyweight"):
		r.kind(iFluff, n)
	case t.kind != tkNum:
		if t.word("bw", "bodyweight") {
			r.i += n
			r.figure()
			return
		}
		r.kind(iFluff, n)
	case next.word("am", "pm", "bpm", "hr") && t.num < 250, next.word("rpe", "rir") && r.peek(n+2).kind != tkNum, next.word("mph", "kmh", "kph"), next.word("km", "k", "mi") && r.peek(n+2).is('/'):
		r.kind(iFluff, n)
	case next.word("oclock", "h", "uhr") && !symbol:
		r.emit(item{meaning: meaning{kind: iTime}, at: int(t.num) * 3600, explicit: true}, n+2)
	case symbol && t.num <= 10 && r.bareAfter(n):
		r.atRating(n)
	default:
		r.atFigure(n)
	}
}

// bareAfter reports whether the number at token n has no unit.
func (r *reader) bareAfter(n int) bool {
	t := r.peek(n + 1)
	if t.is('%') || t.is('#') || t.is('x') {
		return false
	}
	if frac := r.peek(n + 2); t.is(',') && t.glued && frac.kind == tkNum && frac.glued && frac.text != "5" {
		return frac.num <= 10
	}
	u, ok := unitWords[t.text]
	return !(t.kind == tkWord && ok && (u.mass() || u == uPercent || u.distance()))
}

func (r *reader) atRating(n int) {
	values, end := r.efforts(n)
	r.effort(values, false, end)
}

// atFigure reads a weight behind "@" or "at".
func (r *reader) atFigure(n int) {
	start := len(r.out)
	r.i += n
	r.figure()
	if len(r.out) == start+1 && r.out[start].single() {
		r.out[start].terms[0].marked = true
	}
}

// atClock reads a time of day or a pace behind "@" or "at".
func (r *reader) atClock(n int) {
	t := r.peek(n)
	if end, miles, told := r.perDistance(n + 1); told || r.peek(n+1).word("pace") {
		if r.peek(end).word("pace") {
			end++
		}
		r.pace(t, miles, told, end)
		return
	}
	it := item{meaning: meaning{kind: iTime}, clock: &t, explicit: strings.HasPrefix(t.text, "0") || t.fields[0] > 15}
	n++
	it.at = t.fields[0]*3600 + t.fields[1]*60
	if t.n == 3 {
		it.at += t.fields[2]
	}
	if r.peek(n).word("am", "pm", "a", "p") {
		it.at = halfDay(t.fields[0], t.fields[1], 0, r.peek(n).text[0] == 'p')
		it.explicit = true
		n++
	} else if r.peek(n).word("h", "uhr") {
		it.explicit = true
		n++
	}
	r.emit(it, n)
}

// span reads "18:00-19:00" or "18:00 to 19:00": a start and a duration.
func (r *reader) span() bool {
	from, to := r.peek(0), r.peek(2)
	if !r.peek(1).is('-') && !r.peek(1).word("to", "until", "till") || to.kind != tkClock || from.n+to.n != 4 {
		return false
	}
	a, b := from.fields[0]*60+from.fields[1], to.fields[0]*60+to.fields[1]
	if from.fields[0] > 23 || to.fields[0] > 23 || b <= a {
		return false
	}
	r.emit(item{meaning: meaning{kind: iTime}, clock: &from, at: a * 60, explicit: true}, 1)
	r.emit(durationItem(float64(b-a)), 2)
	return true
}

// clock reads a clock that nothing stands before: "7:15am", "5:30/km", "45:00".
func (r *reader) clock() {
	t := r.peek(0)
	if r.peek(1).word("am", "pm", "a", "p") && t.fields[0] <= 12 {
		r.emit(item{meaning: meaning{kind: iTime}, clock: &t, at: halfDay(t.fields[0], t.fields[1], 0, r.peek(1).text[0] == 'p'), explicit: true}, 2)
		return
	}
	end, miles, told := r.perDistance(1)
	if r.span() {
		return
	}
	switch {
	case told:
		if r.peek(end).word("pace") {
			end++
		}
		r.pace(t, miles, true, end)
	case r.peek(1).word("pace"):
		r.pace(t, false, false, 2)
	case r.peek(1).word("rest", "recovery", "rests", "recoveries"):
		r.emit(item{meaning: meaning{kind: iRest}, values: []float64{t.seconds()}}, 2)
	default:
		n := 1
		if u := unitWords[r.peek(1).text]; r.peek(1).kind == tkWord && (u == uMinute || u == uHour) && r.peek(2).kind != tkNum {
			n = 2
		}
		r.emit(item{meaning: meaning{kind: iClock}, clock: &t}, n)
	}
}
