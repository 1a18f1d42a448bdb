package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limit is how much one person may say, so that a flood from one slows nobody
// else. The zero value is no limit.
type Limit struct {
	PerMinute int
	Burst     int // at once, after a pause
}

// What a message over the limit is answered with, at most once a minute. The
// rest of the flood is dropped: it is acknowledged and never stored.
const (
	tooMuch  = "That's a lot at once, and I took in only the first of it. Give me a minute, then send the rest again."
	toldOnce = time.Minute
)

// maxBuckets bounds the people that are remembered at a time.
const maxBuckets = 10_000

// limits counts what people say. What is said in a channel to others does not
// count, since it is not answered.
type limits struct {
	Limit
	mu     sync.Mutex
	people map[Person]*bucket
}

type bucket struct {
	*rate.Limiter
	told time.Time // when the person was last told that it is too much
}

func newLimits(l Limit) *limits { return &limits{Limit: l, people: map[Person]*bucket{}} }

// take counts a message and reports whether it is over the limit and, if so,
// whether the person is to be told.
func (l *limits) take(m Message, now time.Time) (over, tell bool) {
	if l.PerMinute == 0 || !spokenTo(m) {
		return false, false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	b, ok := l.people[m.From]
	if !ok {
		l.makeRoom(now)
		b = &bucket{Limiter: rate.NewLimiter(rate.Limit(l.PerMinute)/60, l.Burst)}
		l.people[m.From] = b
	}
	if b.AllowN(now, 1) {
		return false, false
	}
	if !b.told.IsZero() && now.Sub(b.told) < toldOnce {
		return true, false
	}
	b.told = now
	return true, true
}

// makeRoom forgets who has been quiet for long enough; if nobody has, everyone.
func (l *limits) makeRoom(now time.Time) {
	if len(l.people) < maxBuckets {
		return
	}
	for p, b := range l.people {
		if b.TokensAt(now) >= float64(l.Burst) && now.Sub(b.told) >= toldOnce {
			delete(l.people, p)
		}
	}
	if len(l.people) >= maxBuckets {
		clear(l.people)
	}
}

// spokenTo reports whether a message wants an answer.
func spokenTo(m Message) bool {
	return m.Direct || m.Addressed || m.Press != "" || m.Form != "" || m.File != nil
}

// admit says what becomes of a message: taken in as it is, stripped to a request
// for the line above, or dropped. Words that raise an alarm are always taken in.
func (r *Router) admit(m Message) (admitted Message, dropped bool) {
	over, tell := r.limits.take(m, r.Now())
	if !over || r.alarms(m) {
		return m, false
	}
	r.Watch.Limited(m.From.Platform)
	m.Text, m.Press, m.Form, m.Values, m.File, m.Excess = "", "", "", nil, nil, true
	return m, !tell
}

func (r *Router) alarms(m Message) bool {
	words := m.Text
	if m.Form != "" {
		words = FormLine(m.Form, m.Values)
	}
	return r.Coach.Screen(words).Found()
}
