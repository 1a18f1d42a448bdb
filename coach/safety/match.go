package safety

// A message is a text cut into words, with the places of every atom in it.
type message struct {
	words   []word
	found   places
	negator []int  // negator[i]: the word that denies word i, or -1
	figure  []bool // word i belongs to a figure of speech
}

// places are where each atom stands: few of all atoms stand in one message.
type places struct {
	nth   []uint16 // by atom: which of those present it is, 0 = absent
	atoms []int    // those present
	spans [][]span // of each of them
}

// of returns the spans of an atom.
func (p *places) of(atom int) []span {
	if n := p.nth[atom]; n > 0 {
		return p.spans[n-1]
	}
	return nil
}

// A hit is an atom at a place.
type hit struct {
	atom int
	at   span
}

// scan finds every atom of the grammar in the words, one pass.
func (g *grammar) scan(words []word, figure []bool) []hit {
	hits := make([]hit, 0, 8*len(words))
	for i, w := range words {
		if w.num >= 0 {
			for _, r := range g.ranges {
				if w.num >= r.low && w.num <= r.high {
					hits = append(hits, hit{r.atom, span{i, i + 1}})
				}
			}
		}
		for _, p := range g.phrases[w.text] {
			end, ok := follows(words, i+1, p.rest)
			if !ok || hidden(figure, span{i, end}) {
				continue
			}
			for _, a := range p.atoms {
				hits = append(hits, hit{a, span{i, end}})
			}
		}
	}
	return hits
}

// byAtom sorts hits by atom, keeping their order, at most maxFound of each.
func (g *grammar) byAtom(hits []hit) places {
	p := places{nth: make([]uint16, len(g.ids)), atoms: make([]int, 0, len(hits))}
	count := make([]int, 0, len(hits))
	for _, h := range hits {
		if p.nth[h.atom] == 0 {
			p.atoms, count = append(p.atoms, h.atom), append(count, 0)
			p.nth[h.atom] = uint16(len(p.atoms))
		}
		count[p.nth[h.atom]-1]++
	}
	all := make([]span, len(hits))
	p.spans = make([][]span, len(p.atoms))
	for i, n := range count {
		p.spans[i], all = all[:0:n], all[n:]
	}
	for _, h := range hits {
		if i := p.nth[h.atom] - 1; len(p.spans[i]) < maxFound {
			p.spans[i] = append(p.spans[i], h.at)
		}
	}
	return p
}

// fillers may stand inside a phrase: "wish i just wouldn't wake up".
var fillers = set("just really so very literally actually honestly kinda kind of sorta even totally completely seriously sometimes also still basically simply quite pretty fucking damn bloody super like proper badly")

// follows says whether the rest of a phrase stands from word i on, in the same
// sentence, and where it ends.
func follows(words []word, i int, rest []string) (end int, ok bool) {
	skipped := 0
	for _, want := range rest {
		for i < len(words) && words[i].text != want && fillers[words[i].text] && skipped < 2 {
			i, skipped = i+1, skipped+1
		}
		if i >= len(words) || words[i].text != want || words[i].stop {
			return i, false
		}
		i++
	}
	return i, true
}

// hidden says whether every word of the span belongs to a figure of speech.
func hidden(figure []bool, s span) bool {
	if figure == nil {
		return false
	}
	for i := s.from; i < s.to; i++ {
		if !figure[i] {
			return false
		}
	}
	return true
}

// find returns the first match of the pattern that nothing denies and for
// which ok holds.
func (m *message) find(p pattern, ok func(match) bool) (match, bool) {
	var whole match
	for i, seqs := range p.parts {
		accept := func(found match) bool { return !m.denied(found) }
		if i == 0 && ok != nil {
			accept = func(found match) bool { return !m.denied(found) && ok(found) }
		}
		found, ok := m.findPart(seqs, p.near[i], accept)
		if !ok {
			return nil, false
		}
		whole = append(whole, found...)
	}
	return whole, true
}

// findPart looks for sequences that stand near each other, in any order.
func (m *message) findPart(seqs []sequence, near []int, ok func(match) bool) (match, bool) {
	for _, s := range seqs {
		for _, a := range s.atoms {
			if len(m.found.of(a)) == 0 {
				return nil, false
			}
		}
	}
	search := partSearch{message: m, near: near, ok: ok, places: make([][]match, len(seqs))}
	for k := range seqs {
		if search.places[k] = m.sequence(seqs[k]); len(search.places[k]) == 0 {
			return nil, false
		}
	}
	return search.extend(nil, 0)
}

// A partSearch tries the places of every sequence of a part against each other.
type partSearch struct {
	message *message
	places  [][]match
	near    []int
	ok      func(match) bool
	tried   int
}

func (s *partSearch) extend(so match, k int) (match, bool) {
	if k == len(s.places) {
		return so, s.ok(so)
	}
	for _, next := range s.places[k] {
		if s.tried++; s.tried > maxTried {
			return nil, false
		}
		if k > 0 && (s.message.distance(so.bounds(), next.bounds()) > s.near[k] || overlap(so, next)) {
			continue
		}
		if found, ok := s.extend(append(so[:len(so):len(so)], next...), k+1); ok {
			return found, true
		}
	}
	return nil, false
}

// sequence returns the places where the atoms stand one behind the other.
func (m *message) sequence(s sequence) []match {
	first := m.found.of(s.atoms[0])
	all := make([]match, 0, len(first))
	for i := range first {
		if len(s.atoms) == 1 {
			all = append(all, first[i:i+1:i+1])
			continue
		}
		m.continueSequence(s, first[i:i+1:i+1], &all)
		if len(all) > maxFound {
			break
		}
	}
	return all
}

func (m *message) continueSequence(s sequence, so match, all *[]match) {
	k := len(so)
	if k == len(s.atoms) {
		*all = append(*all, so)
		return
	}
	end := so[k-1]
	for _, next := range m.found.of(s.atoms[k]) {
		if next.from < end.to || len(*all) > maxFound {
			continue
		}
		between := m.words[next.from].pos - m.words[end.to-1].pos - 1
		if between > s.gaps[k] {
			break
		}
		m.continueSequence(s, append(so[:k:k], next), all)
	}
}

// distance is the number of words between two spans, 0 when they touch.
func (m *message) distance(a, b span) int {
	if b.from < a.from {
		a, b = b, a
	}
	if b.from < a.to {
		return 0
	}
	return m.words[b.from].pos - m.words[a.to-1].pos - 1
}

func overlap(a, b match) bool {
	for _, x := range a {
		for _, y := range b {
			if x.from < y.to && y.from < x.to {
				return true
			}
		}
	}
	return false
}

// denied says whether a word outside the match denies a word of it: "no chest
// pain", but not "no period", where the pattern itself names the "no".
func (m *message) denied(found match) bool {
	for _, s := range found {
		for i := s.from; i < s.to; i++ {
			if n := m.negator[i]; n >= 0 && !holds(found, n) {
				return true
			}
		}
	}
	return false
}

func holds(found match, word int) bool {
	for _, s := range found {
		if s.from <= word && word < s.to {
			return true
		}
	}
	return false
}
