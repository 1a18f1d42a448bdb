// Package coach is the engine: it answers questions, keeps and judges training,
// and reads check-ins, for one athlete at a time. It knows no chat and no SQL.
//
// A [Coach] holds what is the same for everybody: the knowledge base and the
// crisis contacts. What belongs to an athlete comes from the [Store], which is
// one transaction of the caller's, and the time is passed in. Every method is
// deterministic: the same store, words and instant give the same answer, and
// the ids it makes are derived from the caller's key, so that a message that is
// handled again changes nothing twice.
//
// Red flags come before everything: [Coach.Screen] is asked about every word
// an athlete sends, and its answer stands alone.
package coach

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"
	"sync/atomic"

	"tandem/coach/knowledge"
	"tandem/coach/safety"
)

// Coach answers, keeps and judges. It is safe for concurrent use.
type Coach struct {
	base     atomic.Pointer[knowledge.Base]
	contacts safety.Contacts
}

// New returns a coach with a knowledge base and the crisis contacts to show.
func New(base *knowledge.Base, contacts safety.Contacts) *Coach {
	c := &Coach{contacts: contacts}
	c.base.Store(base)
	return c
}

// Learn swaps the knowledge base, for a community's entries that changed.
func (c *Coach) Learn(base *knowledge.Base) { c.base.Store(base) }

// Entry returns the entry with that id.
func (c *Coach) Entry(id string) (knowledge.Entry, bool) { return c.base.Load().Entry(id) }

// Screen looks for a red flag in an athlete's words.
func (c *Coach) Screen(text string) safety.Flag { return safety.Check(text) }

// SafetyAnswer is what the athlete reads about a red flag: alone, nothing beside it.
func (c *Coach) SafetyAnswer(f safety.Flag) string { return f.Answer(c.contacts) }

// newID derives an id from the caller's key: the same key gives the same id.
// Six letters of base 32 are 30 bits, unique enough within one athlete's log.
func newID(id AthleteID, key string, n int) string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%d|%s|%d", id, key, n))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:]))[:6]
}
