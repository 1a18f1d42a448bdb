package training

// number reads whatever starts with a number: a time of day, a date, a heart
// rate, "2h ago", "8 rpe", else a figure.
func (r *reader) number() {
	t, next := r.peek(0), r.peek(1)
	switch {
	case next.word("am", "pm", "a", "p") && t.num >= 1 && t.num <= 12 && t.decimals == 0 && (next.glued || len(next.text) == 2):
		r.emit(item{meaning: meaning{kind: iTime}, at: halfDay(int(t.num), 0, 0, next.text[0] == 'p'), explicit: true}, 2)
	case next.word("bpm"), next.word("hr") && t.num >= 60 && r.peek(2).kind != tkNum:
		r.emit(item{meaning: meaning{kind: iHR}, values: []float64{t.num}}, 2)
	case next.word("rpe", "rir", "srpe") && r.peek(2).kind != tkNum:
		r.i++
		r.effort([]float64{t.num}, next.text == "rir", 1)
	case next.kind == tkWord && r.words[next.stem].kind == iMonth && t.num >= 1 && t.num <= 31:
		r.dayOfMonth(int(t.num), r.words[next.stem].month, 2)
	case next.word("rm") && len(r.out) > 0 && r.out[len(r.out)-1].lone(uPercent): // 80% 1rm
		r.kind(iFluff, 2)
	case next.word("st", "nd", "rd", "th") && next.glued && r.peek(2).kind == tkWord && r.words[r.peek(2).stem].kind == iMonth:
		r.dayOfMonth(int(t.num), r.words[r.peek(2).stem].month, 3)
	case next.word("strides", "stride", "steps", "drills"): // told beside a run, not kept
		r.kind(iFluff, 2)
	case next.word("k") && r.peek(2).word("steps"):
		r.kind(iFluff, 3)
	case next.word("kcal", "cal", "cals", "calories", "kcals"):
		r.leave(2, "calories aren't kept")
	case next.word("watt", "watts", "spm", "rpm"), next.word("w") && next.glued && t.num >= leastWatts:
		r.leave(2, "it isn't kept")
	case next.is('%') && r.peek(2).word("incline", "gradient", "grade", "slope"):
		r.leave(3, "the incline isn't kept")
	case next.word("round", "rounds", "rds") && t.num >= 1 && t.num <= plausibleSets && t.decimals == 0:
		r.emit(item{meaning: meaning{kind: iRounds}, values: []float64{t.num}}, 2)
	case next.word("lap", "laps", "length", "lengths") && t.decimals == 0:
		r.laps()
	case unitWords[next.text] == uMinute && next.kind == tkWord && r.minutePace():
	case next.word("mph"), next.word("kmh", "kph"):
		r.speed(t.num, next.text == "mph", 2)
	default:
		if !r.climb() && !r.ago() && !r.slashSpeed() && !r.restBehind() && !r.jogBehind() {
			r.figure()
		}
	}
}

func halfDay(h, m, s int, afternoon bool) int {
	h %= 12
	if afternoon {
		h += 12
	}
	return h*3600 + m*60 + s
}

// slashSpeed reads "12 km/h".
func (r *reader) slashSpeed() bool {
	if r.peek(1).word("km", "k", "mi") && r.peek(2).is('/') && r.peek(3).word("h", "hr", "hour") {
		r.speed(r.peek(0).num, r.peek(1).word("mi"), 4)
		return true
	}
	return false
}

// minutePace reads "9 min pace", "9 min/mile", "9 minute miles".
func (r *reader) minutePace() bool {
	t := r.peek(0)
	seconds := &token{n: 2, fields: [3]int{int(t.num), 0, 0}, num: (t.num - float64(int(t.num))) * 60}
	end, miles, told := r.perDistance(2)
	switch {
	case told:
		if r.peek(end).word("pace") {
			end++
		}
		r.pace(seconds, miles, true, end)
	case r.peek(2).word("miles"), r.peek(2).word("mile") && r.peek(3).word("pace"):
		r.pace(seconds, true, true, 3)
	case r.peek(2).word("pace"):
		r.pace(seconds, false, false, 3)
	default:
		return false
	}
	return true
}

// restBehind reads "90s rest", "2 min jog recovery", "90s between".
func (r *reader) restBehind() bool {
	t, u := r.peek(0), unitWords[r.peek(1).text]
	k := 2
	for r.peek(k).word("jog", "easy", "walk", "walking", "jogging", "of") {
		k++
	}
	if r.peek(1).kind != tkWord || !r.peek(k).word("rest", "rests", "recovery", "recoveries", "off", "between") {
		return false
	}
	switch u {
	case uS, uSecond:
		return r.restOf(t.num, k+1)
	case uM, uMetre:
		if t.num >= 50 { // a jog of so many metres says nothing of time
			r.kind(iFluff, k+1)
			return true
		}
		return r.restOf(t.num*60, k+1)
	case uMinute:
		return r.restOf(t.num*60, k+1)
	}
	return false
}

func (r *reader) speed(v float64, miles bool, n int) {
	if miles {
		v *= kmPerMile
	}
	r.emit(item{meaning: meaning{kind: iSpeed}, values: []float64{v}}, n)
}

// ago reads "2h ago", "30 min ago", "3 days ago".
func (r *reader) ago() bool {
	if !r.peek(2).word("ago", "back") {
		return false
	}
	t, unit := r.peek(0), r.peek(1)
	seconds := 0.0
	switch unitWords[unit.text] {
	case uHour:
		seconds = 3600
	case uMinute:
		seconds = 60
	}
	switch {
	case unit.word("d", "day", "days"), unit.word("week", "weeks"):
		days := int(min(t.num, 10000))
		if unit.text[0] == 'w' {
			days *= 7
		}
		r.emit(item{meaning: meaning{kind: iDay, day: days, hour: -1}}, 3)
	case seconds > 0:
		r.emit(item{meaning: meaning{kind: iAgo}, ago: t.num * seconds}, 3)
	default:
		return false
	}
	return true
}

// month reads "nov 20", "nov 20th"; a month without a day means nothing.
func (r *reader) month(m meaning, n int) {
	day := r.peek(n)
	if day.kind != tkNum || day.num < 1 || day.num > 31 || day.decimals > 0 || r.peek(n+1).is('x') {
		r.kind(iUnknown, n)
		return
	}
	if r.peek(n+1).word("st", "nd", "rd", "th") {
		r.dayOfMonth(int(day.num), m.month, n+2)
		return
	}
	r.dayOfMonth(int(day.num), m.month, n+1)
}
