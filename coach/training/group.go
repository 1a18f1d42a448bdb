package training

// group gathers the figures of one group of like sets: "5x5 100kg @8".
type group struct {
	chain    *item // a figure of two or more terms
	bare     []term
	weight   *term
	percent  float64
	sets     float64
	reps     []float64
	seconds  []float64
	metres   []float64
	efforts  []float64
	effortAt item
	warm     bool
	failed   bool
	spent    bool // to failure: no repetition was left
	blank    bool // "no weight"
	open     bool // "5+": the last set was as many as went
	side     bool // counted on each side
	tail     bool // what follows is about the last set alone
	lastReps float64
	lastRPE  []float64
	parted   bool // a comma stands behind
	from, to int
	filled   bool
}

func (g *group) empty() bool { return !g.filled && len(g.efforts) == 0 && !g.failed }

// rated reports whether the group is nothing but repetitions and how hard they
// were: with the weight that was told before: 140kg 3@8, 2@9; 100kg x5, x4.
func (g *group) rated() bool {
	if g.chain != nil || g.weight != nil || g.percent > 0 || g.blank || g.sets > 0 || len(g.seconds) > 0 || len(g.metres) > 0 {
		return false
	}
	return len(g.efforts) > 0 && len(g.bare) == 1 && !g.bare[0].list() && g.bare[0].one() < leastWeight || len(g.reps) == 1 && len(g.bare) == 0
}

// ofLast reports whether a number is how many repetitions the last set had.
func (g *group) ofLast(t term, e *Exercise) bool {
	if !g.tail || g.lastReps > 0 || t.list() || t.marked || t.plus || t.body {
		return false
	}
	r := t.role(g, e)
	return r == roleReps || r == roleBare && t.one() < leastWeight
}

// timeless reports whether nothing says yet how long or how often.
func (g *group) timeless() bool { return g.chain == nil && len(g.seconds) == 0 && len(g.reps) == 0 }

func (g *group) extend(it item) {
	if g.empty() || g.to == 0 {
		g.from = it.from
	}
	g.to = max(g.to, it.to)
}

// full reports whether a figure belongs to the next group of sets.
func (g *group) full(it item, e *Exercise) bool {
	if len(it.terms) > 1 {
		if it.pair() && g.chain != nil && !g.chain.weighted() && g.weight == nil && len(g.bare) == 0 || g.chain != nil && g.chain.pair() && !it.weighted() {
			return false
		}
		return g.chain != nil || len(g.reps) > 0 || len(g.seconds) > 0 ||
			(g.weight != nil && it.weighted()) || len(g.efforts) > 0
	}
	t := it.terms[0]
	if g.ofLast(t, e) {
		return false
	}
	switch t.role(g, e) {
	case roleWeight:
		return g.weight != nil || (g.chain != nil && (g.chain.weighted() || len(g.bare) > 0))
	case roleReps:
		return len(g.reps) > 0 || g.chain != nil && !g.chain.oneOf(uSets)
	case roleSets:
		return g.sets > 0
	case roleSeconds:
		return len(g.seconds) > 0
	case roleMetres:
		return len(g.metres) > 0
	case rolePercent:
		return g.percent > 0
	}
	if g.weightAfterEffort() {
		return false
	}
	if g.parted && g.rated() && t.one() < leastWeight { // 3@8, 2@9
		return true
	}
	if g.chain == nil && len(g.bare) > 1 && (len(g.efforts) > 0 || g.parted && g.bare[0].one() >= leastWeight && t.one() >= leastWeight) {
		return true // 5@8 100, 5@9 105; 100 8, 105 6
	}
	if g.chain == nil && g.weight != nil && len(g.bare) > 0 && g.parted {
		return true // 5 @140, 3 @160
	}
	if g.chain == nil && len(g.reps) > 0 && len(g.bare) > 0 {
		return true // 60 5r 2s 100 5r 3s
	}
	if g.chain != nil && (g.warm || g.failed || g.parted && g.chain.terms[0].one() >= leastWeight) {
		return true
	}
	return g.chain != nil && (len(g.bare) > 0 || (g.weight != nil || g.chain.weighted()) && g.parted) || len(g.efforts) > 0 && g.chain != nil
}

// weightAfterEffort reports whether a bare number is the weight that the sets
// still lack: 5x5 @8 100.
func (g *group) weightAfterEffort() bool {
	return g.chain != nil && len(g.chain.terms) == 2 && !g.chain.weighted() && g.chain.terms[0].one() < leastWeight &&
		len(g.efforts) > 0 && g.weight == nil && g.percent == 0 && len(g.bare) == 0 && !g.blank && !g.warm && !g.failed
}

func (g *group) add(it item, e *Exercise) {
	g.extend(it)
	g.filled, g.open = true, g.open || it.open
	g.parted = false
	if len(it.terms) > 1 {
		switch {
		case it.pair() && g.chain != nil:
			g.weight = &it.terms[1]
			return
		case g.chain != nil: // the pair came first
			g.weight = &g.chain.terms[1]
		}
		g.chain = &it
		return
	}
	t := it.terms[0]
	if g.ofLast(t, e) {
		g.lastReps = t.one()
		return
	}
	switch t.role(g, e) {
	case roleWeight:
		if t.unit == uS { // a pair of 30s, in the athlete's units
			t.unit = uNone
		}
		g.weight = &t
	case roleReps:
		g.reps = t.values
	case roleSets:
		g.sets = t.one()
	case roleSeconds:
		g.seconds = t.inSeconds()
	case roleMetres:
		g.metres = t.inMetres()
	case rolePercent:
		g.percent = t.one()
	default:
		g.bare = append(g.bare, t)
	}
}

// role is what a term says about sets.
type role uint8

const (
	roleBare role = iota
	roleWeight
	roleReps
	roleSets
	roleSeconds
	roleMetres
	rolePercent
)

func (t term) role(g *group, e *Exercise) role {
	timed, carried := e != nil && e.Timed, e != nil && e.Carried
	switch t.unit {
	case uPercent:
		return rolePercent
	case uReps, uR:
		return roleReps
	case uSets:
		return roleSets
	case uS:
		switch {
		case !timed && len(g.reps) > 0: // Traindown: 5r 3s
			return roleSets
		case e != nil && !timed && !carried && !e.Bodyweight && !t.list() && t.one() >= 2: // a pair of 30s
			return roleWeight
		}
		return roleSeconds
	case uSecond, uMinute, uHour:
		return roleSeconds
	case uM:
		if timed && !carried {
			return roleSeconds
		}
		return roleMetres
	case uMetre, uKm, uYard, uMile:
		return roleMetres
	}
	if t.weight() {
		return roleWeight
	}
	return roleBare
}

func (t term) inSeconds() []float64 {
	factor := 1.0
	switch t.unit {
	case uMinute, uM:
		factor = 60
	case uHour:
		factor = 3600
	}
	out := make([]float64, len(t.values))
	for i, v := range t.values {
		out[i] = v * factor
	}
	return out
}

func (t term) inMetres() []float64 {
	out := make([]float64, len(t.values))
	for i, v := range t.values {
		switch t.unit {
		case uKm:
			v *= 1000
		case uMile:
			v *= kmPerMile * 1000
		case uYard:
			v *= 0.9144
		}
		out[i] = v
	}
	return out
}

// pair reports whether a figure is two of a weight: 2x24kg.
func (it *item) pair() bool {
	return len(it.terms) == 2 && it.terms[0].one() == 2 && it.terms[0].unit == uNone && it.terms[1].unit.mass()
}

// weighted reports whether one of the terms is a weight.
func (it *item) weighted() bool {
	for _, t := range it.terms {
		if t.weight() || t.unit == uPercent {
			return true
		}
	}
	return false
}

// timed reports whether one of the terms is a time or a distance.
func (it *item) timed(g *group, e *Exercise) bool {
	for _, t := range it.terms {
		if r := t.role(g, e); r == roleSeconds || r == roleMetres {
			return true
		}
	}
	return false
}

// oneOf reports whether a term has the unit.
func (it *item) oneOf(u unit) bool {
	for _, t := range it.terms {
		if t.unit == u {
			return true
		}
	}
	return false
}
