package training

// laps reads "40 laps", "64 lengths of 25m", "40 laps 25m".
func (r *reader) laps() {
	count := r.peek(0).num
	k := 2
	for r.peek(k).word("of", "a", "in", "pool", "x") || r.peek(k).is('@') || r.peek(k).is('x') {
		k++
	}
	length := r.peek(k)
	if u := unitWords[r.peek(k+1).text]; length.kind == tkNum && r.peek(k+1).kind == tkWord && (u == uM || u == uMetre || u == uYard) && length.num <= longestLap {
		if u == uM {
			u = uMetre
		}
		n := k + 2
		if r.peek(n).word("pool", "track") {
			n++
		}
		r.emit(item{meaning: meaning{kind: iFigure}, terms: []term{{values: []float64{count * length.num}, unit: u}}}, n)
		return
	}
	r.emit(item{meaning: meaning{kind: iLaps}, values: []float64{count}}, 2)
}

// longestLap is the most metres or yards that a lap is.
const longestLap = 1000

// laps asks how long a lap was, where it was not told.
func (e *endurance) laps(it item) error {
	n := it.values[0]
	switch e.d.session.Kind {
	case Swim:
		if e.p.c.Units == Imperial {
			return e.p.ask("How long was the pool?", it.from, it.to,
				choice{"25 yd", number(n*25) + "yd"}, choice{"25 m", number(n*25) + " metres"}, choice{"50 m", number(n*50) + " metres"})
		}
		return e.p.ask("How long was the pool?", it.from, it.to,
			choice{"25 m", number(n*25) + " metres"}, choice{"50 m", number(n*50) + " metres"})
	case Run, Walk:
		return e.p.ask("How long was a lap?", it.from, it.to,
			choice{"400 m", number(n*400) + " metres"}, choice{"200 m", number(n*200) + " metres"})
	}
	return e.p.fail(it, "the distance in km, mi or m", exampleRun)
}
