package training

// The recoveries of an interval session, in the many ways they are told
// besides "r90s" and "90s rest".

// longestJog is how many seconds of jogging behind repeats are still the
// recovery between them and no cool-down; less when a comma parts them.
const (
	longestJog   = 300
	longestApart = 180
)

// jogBehind reads "200m jog", "90s jog", "2 min easy" right behind repeats as
// what was done between them.
func (r *reader) jogBehind() bool {
	t, u := r.peek(0), unitWords[r.peek(1).text]
	if r.peek(1).kind != tkWord || !r.peek(2).word("jog", "jogging", "walk", "walking", "easy", "float", "slow") || !r.repeated() {
		return false
	}
	k := 3
	if r.peek(k).word("jog", "jogging", "walk", "walking") {
		k++
	}
	if r.peek(k).word("warmup", "warm", "cooldown", "cool", "wu", "cd") {
		return false
	}
	seconds := t.num
	switch u {
	case uM, uMetre:
		if t.num >= 50 && t.num <= 800 { // says nothing of time
			r.kind(iFluff, k)
			return true
		}
		seconds *= 60
	case uMinute:
		seconds *= 60
	case uS, uSecond:
	default:
		return false
	}
	if last := r.out[len(r.out)-1]; seconds > longestJog || last.kind == iComma && seconds > longestApart {
		return false
	}
	return r.restOf(seconds, k)
}

// repeated reports whether the items before, in this line, are repeats that
// have no recovery yet.
func (r *reader) repeated() bool {
	for i := len(r.out) - 1; i >= 0; i-- {
		switch it := &r.out[i]; it.kind {
		case iFigure:
			if len(it.terms) > 1 {
				return true
			}
		case iLine, iThen, iRest, iName:
			return false
		}
	}
	return false
}

// worked is how many seconds the repeats took that were timed, without the
// recoveries.
func worked(reps []Interval) float64 {
	seconds := 0.0
	for _, r := range reps {
		seconds += float64(r.Count) * r.Seconds
	}
	return seconds
}

// eachRepeat takes a pace right behind repeats as theirs, "5x1000 @ 4:00/km",
// and reports whether it did.
func (e *endurance) eachRepeat(it item) bool {
	n := len(e.d.session.Reps) - 1
	if n < 0 || !e.split || e.d.session.Reps[n].Seconds > 0 || e.d.session.Reps[n].Km == 0 {
		return false
	}
	pace := it.values[0]
	if !it.explicit && e.perMile() {
		pace /= kmPerMile
	}
	e.d.session.Reps[n].Seconds = roundTo(pace*e.d.session.Reps[n].Km, 1)
	e.split = false
	return true
}

// workAndRest takes "30s/30s" behind a count apart: the work, and the rest.
func workAndRest(t term) (rest float64, ok bool) {
	if len(t.values) != 2 || t.unit != uS && t.unit != uSecond && t.unit != uMinute {
		return 0, false
	}
	return t.inSeconds()[1], true
}
