package training

// climb passes over the metres climbed: 600m elevation, 600 m of climbing.
func (r *reader) climb() bool {
	k := 1
	if u := unitWords[r.peek(k).text]; r.peek(k).word("ft", "feet", "hm") || r.peek(k).kind == tkWord && (u == uM || u == uMetre) {
		k++
	}
	if r.peek(k).word("of", "in") {
		k++
	}
	words := k
	for r.peek(k).word("elevation", "elev", "gain", "climb", "climbing", "ascent", "vert", "vertical", "hm", "d", "up", "uphill") && k < words+3 {
		k++
	}
	if k == words && !r.peek(1).word("hm") {
		return false
	}
	if r.peek(k-1).word("d") && !r.peek(k).is('+') {
		return false
	}
	if r.peek(k).is('+') {
		k++
	}
	r.leaveClimb(k)
	return true
}

// leastWatts is the number from which "180w" is power and no warm-up set.
const leastWatts = 60

// leaveClimb passes over n tokens about metres climbed, and says so.
func (r *reader) leaveClimb(n int) { r.leave(n, "climbing isn't kept") }

// leave passes over n tokens that a session has no place for, and says so.
func (r *reader) leave(n int, why string) {
	r.kind(iFluff, n)
	r.remarks = append(r.remarks, `I left out "`+r.out[len(r.out)-1].text+`": `+why+".")
}
