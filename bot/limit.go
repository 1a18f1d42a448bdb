package bot

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// Limit is how much one person, or one crowd, may say, so that a flood from one
// slows nobody else. The zero value is no limit.
type Limit struct {
	PerMinute int
	Burst     int // at once, after a pause
}

// What a message over the limit is answered with, at most once a minute. The
// rest of the flood is dropped: it is acknowledged and never stored.
const (
	tooMuch  = "That's a lot at once, and I took in only the first of it. Give me a minute, then send the rest again."
	tooMany  = "More is being said to me here than I can take in, and your message was not among it. Give me a minute, then send it again."
	toldOnce = time.Minute
)

// maxBuckets bounds the people, and the crowds, that are remembered at a time.
const maxBuckets = 10_000

// limits counts what people say, each for themselves and all of a crowd
// together. What is said in a channel to others does not count, since it is not
// answered.
type limits struct {
	mu     sync.Mutex
	people counted[Person]
	crowds counted[string]
}

// counted are the buckets of those who spoke lately.
type counted[K comparable] struct {
	Limit
	of map[K]*bucket
}

type bucket struct {
	*rate.Limiter
	told time.Time // when the person was last told that it is too much
}

func newLimits(person, crowd Limit) *limits {
	return &limits{people: counted[Person]{person, map[Person]*bucket{}}, crowds: counted[string]{crowd, map[string]*bucket{}}}
}

// Who a message over a limit is too much of.
const (
	ofPerson = "person"
	ofCrowd  = "crowd"
)

// take counts a message and says whose limit it is over ("" = nobody's), and
// whether the person is to be told. What is over the person's own limit does not
// count for their crowd.
func (l *limits) take(m Message, now time.Time) (over string, tell bool) {
	if !spokenTo(m) {
		return "", false
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	b, allowed := l.people.take(m.From, now)
	if allowed {
		if _, allowed = l.crowds.take(crowd(m), now); allowed {
			return "", false
		}
		over = ofCrowd
	} else {
		over = ofPerson
	}
	if b == nil { // nobody counts what a person says
		return over, false
	}
	if !b.told.IsZero() && now.Sub(b.told) < toldOnce {
		return over, false
	}
	b.told = now
	return over, true
}

// take counts one more; the bucket is nil where there is no limit.
func (c *counted[K]) take(of K, now time.Time) (b *bucket, allowed bool) {
	if c.PerMinute == 0 {
		return nil, true
	}
	b, ok := c.of[of]
	if !ok {
		c.makeRoom(now)
		b = &bucket{Limiter: rate.NewLimiter(rate.Limit(c.PerMinute)/60, c.Burst)}
		c.of[of] = b
	}
	return b, b.AllowN(now, 1)
}

// giveBack takes back that a message was counted: it was a second delivery. A
// platform that sends again what it sent before a restart must not use up what
// people may say after it.
func (l *limits) giveBack(m Message, now time.Time) {
	if !spokenTo(m) {
		return
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if b, ok := l.people.of[m.From]; ok {
		b.AllowN(now, -1)
	}
	if b, ok := l.crowds.of[crowd(m)]; ok {
		b.AllowN(now, -1)
	}
}

// makeRoom forgets who has been quiet for long enough; if nobody has, everyone.
func (c *counted[K]) makeRoom(now time.Time) {
	if len(c.of) < maxBuckets {
		return
	}
	for of, b := range c.of {
		if b.TokensAt(now) >= float64(c.Burst) && now.Sub(b.told) >= toldOnce {
			delete(c.of, of)
		}
	}
	if len(c.of) >= maxBuckets {
		clear(c.of)
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
	if over == "" || r.alarms(m) {
		return m, false
	}
	r.Watch.Limited(m.From.Platform, over)
	m.Crowded = over == ofCrowd
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
