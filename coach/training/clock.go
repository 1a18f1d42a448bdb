package training

import (
	"strings"
)

// at reads what "@" or "at" stands before: a rating, a time of day, a weight,
// a pace, a heart rate.
func (r *reader) at(n int) {
	for r.peek(n).is('>') || r.peek(n).is(':') {
		n++
	}
	t, next := r.peek(n), r.peek(n+1)
	symbol := r.tok[r.i].is('@')
	if r.dottedTime(n) {
		return
	}
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
	case next.kind == tkWord && unitWords[next.text] == uMinute && (r.peek(n+2).is('/') || r.peek(n+2).word("pace", "per", "mile", "miles", "a")): // at 9 min pace
		r.kind(iFluff, n)
	case next.word("oclock", "h", "uhr") && !symbol:
		r.emit(item{meaning: meaning{kind: iTime}, at: int(t.num) * 3600, explicit: true}, n+2)
	case symbol && t.num <= 10 && (r.bareAfter(n) || next.is('x') && r.peek(n+3).word("set", "sets")):
		r.atRating(n)
	default:
		r.atFigure(n)
	}
}

// dottedTime reads "at 18.30" as a time of day. What could as well be a weight
// in quarters, 12.50, is one as long as the sets have none.
func (r *reader) dottedTime(n int) bool {
	t := r.peek(n)
	hour, minute, ok := strings.Cut(t.text, ".")
	if t.kind != tkNum || !ok || t.decimals != 2 || len(hour) > 2 || atoi(hour) > 23 || atoi(minute) > 59 || !r.bareAfter(n) {
		return false
	}
	if quarter := atoi(minute)%25 == 0 && !r.peek(n+1).word("am", "pm"); quarter && !r.loaded() || t.num <= 10 && minute == "50" && r.tok[r.i].is('@') {
		return false
	}
	it := item{meaning: meaning{kind: iTime}, at: (atoi(hour)*60 + atoi(minute)) * 60, explicit: true}
	if half := r.peek(n + 1); half.word("am", "pm") {
		it.at = halfDay(atoi(hour), atoi(minute), 0, half.text == "pm")
		n++
	}
	r.emit(it, n+1)
	return true
}

// loaded reports whether the figures before need no weight any more: one of
// them has it, or they are about another sport.
func (r *reader) loaded() bool {
	for i := len(r.out) - 1; i >= 0 && i > len(r.out)-longestSpan; i-- {
		switch it := &r.out[i]; it.kind {
		case iSport:
			return true
		case iName, iLine, iThen:
			return false
		case iFigure:
			if it.weighted() || it.terms[0].one() >= leastWeight {
				return true
			}
		}
	}
	return false
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
	it := item{meaning: meaning{kind: iTime}, clock: t, explicit: strings.HasPrefix(t.text, "0") || t.fields[0] > 15}
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
	r.emit(item{meaning: meaning{kind: iTime}, clock: from, at: a * 60, explicit: true}, 1)
	r.emit(durationItem(float64(b-a)), 2)
	return true
}

// clock reads a clock that nothing stands before: "7:15am", "5:30/km", "45:00".
func (r *reader) clock() {
	t := r.peek(0)
	if r.peek(1).word("am", "pm", "a", "p") && t.fields[0] <= 12 {
		r.emit(item{meaning: meaning{kind: iTime}, clock: t, at: halfDay(t.fields[0], t.fields[1], 0, r.peek(1).text[0] == 'p'), explicit: true}, 2)
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
		r.emit(item{meaning: meaning{kind: iClock}, clock: t}, n)
	}
}
