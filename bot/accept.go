package bot

import (
	"context"
	"errors"
	"slices"
	"time"

	"tandem/coach"
)

// keep stores a message. When nothing else of the person's is in work and a turn
// is free, it is handled in the same commit: what a reply waits for is then one
// commit, not two. Where that fails, whatever the reason, it is stored alone, and
// a worker tries.
func (r *Router) keep(ctx context.Context, m Message, now time.Time) (fresh bool, err error) {
	if m.File == nil && r.enter(m) {
		s, fresh, err := r.handleAtOnce(ctx, m)
		r.leave(m.From, job{s, now}, fresh && err == nil)
		if err == nil || ctx.Err() != nil {
			return fresh, err
		}
		r.Log.DebugContext(ctx, "message left to a worker", "error", err)
	}
	r.expect(m)
	if fresh, err = r.Store.Accept(ctx, m); err != nil || !fresh {
		r.mu.Lock()
		defer r.mu.Unlock()
		r.arrived(m)
		return false, err
	}
	r.poke()
	return true, nil
}

// atOnce is how long a message may take to be handled before it is stored alone:
// platforms wait two to three seconds for an acknowledgement.
const atOnce = 500 * time.Millisecond

// handleAtOnce stores and handles a message in one transaction.
func (r *Router) handleAtOnce(ctx context.Context, m Message) (s Stored, fresh bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, atOnce)
	defer cancel()
	s = Stored{Message: m, Answered: true}
	defer func() {
		if p := recover(); p != nil { // a worker meets it again, and apologises
			err = errLater
		}
		if err != nil && s.Seq != 0 {
			r.release(member{s.Seq, crowd(m)})
		}
	}()
	h := r.listen(m)
	err = r.Store.Update(ctx, func(tx Tx) (err error) {
		if s.Seq, fresh, err = tx.Take(ctx, m); err != nil || !fresh {
			return err
		}
		r.mu.Lock()
		r.count(member{s.Seq, crowd(m)}) // before others can see it
		r.mu.Unlock()
		s.Replies, err = r.handleIn(ctx, swift{tx}, s, h)
		return err
	})
	return s, fresh, err
}

// errLater: what a message asks for takes longer than a platform waits for its
// acknowledgement.
var errLater = errors.New("takes too long to be done at once")

// swift is a transaction that does only what is done at once: after an erasure
// the whole disk is looked through.
type swift struct{ Tx }

func (swift) Erase(context.Context, coach.AthleteID) error { return errLater }

func (swift) EraseClass(context.Context, coach.AthleteID, coach.Class) error { return errLater }

// enter takes a person's lane, and a turn, when nobody works for them and nothing
// of theirs, or of their crowd's that was left in the store, comes before.
func (r *Router) enter(m Message) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	_, busy := r.lanes[m.From]
	of := crowd(m)
	if r.start == nil || busy || len(r.coming[m.From]) > 0 || r.behind[of] > 0 || r.crowds[of] >= share || !r.workers.tryEnter() {
		return false
	}
	r.lanes[m.From] = nil
	return true
}

// leave gives the turn back and hands the lane to a worker, with the message that
// was handled in it.
func (r *Router) leave(p Person, j job, handled bool) {
	r.workers.leave()
	r.mu.Lock()
	defer r.mu.Unlock()
	if handled {
		r.lanes[p] = slices.Insert(r.lanes[p], 0, j)
	}
	switch {
	case len(r.lanes[p]) == 0:
		delete(r.lanes, p)
	case r.start == nil: // Run has ended: they stay stored for the next start
		for _, j := range r.lanes[p] {
			r.countOut(member{j.Seq, crowd(j.Message)})
		}
		delete(r.lanes, p)
	default:
		r.start(p)
	}
	if len(r.coming) > 0 { // they may have waited behind this message's open number
		r.poke()
	}
}

// expect notes that a message of the person's will come into the lane through
// the store: what they say next is not to overtake it.
func (r *Router) expect(m Message) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.coming[m.From] = append(r.coming[m.From], m.ID)
}

// arrived takes that back. The caller holds the lock.
func (r *Router) arrived(m Message) {
	ids := r.coming[m.From]
	i := slices.Index(ids, m.ID)
	if i < 0 {
		return
	}
	if len(ids) == 1 {
		delete(r.coming, m.From)
		return
	}
	r.coming[m.From] = slices.Delete(ids, i, i+1)
}

// forget has the words of answered messages forgotten, all that are there in one
// commit, until ended is closed. What cannot be forgotten now is tried again; if
// the process ends before, the next one sends those replies again, under the
// same keys, and forgets them.
func (r *Router) forget(ctx context.Context, ended <-chan struct{}) {
	var left []member
	var again <-chan time.Time
	for {
		select {
		case m := <-r.answered:
			left = append(left, m)
		case <-again:
		case <-ended:
			if left = r.gather(left); len(left) > 0 {
				r.forgetNow(ctx, left)
			}
			return
		}
		left, again = r.forgetNow(ctx, r.gather(left)), nil
		if len(left) > 0 {
			again = time.After(time.Second)
		}
	}
}

// gather adds what else is answered by now.
func (r *Router) gather(all []member) []member {
	for {
		select {
		case m := <-r.answered:
			all = append(all, m)
		default:
			return all
		}
	}
}

// forgetNow returns what could not be forgotten.
func (r *Router) forgetNow(ctx context.Context, all []member) (left []member) {
	seqs := make([]int64, len(all))
	for i, m := range all {
		seqs[i] = m.seq
	}
	if err := r.Store.Done(ctx, seqs...); err != nil {
		r.Log.Error("answered messages not yet forgotten", "messages", len(seqs), "error", err)
		return all
	}
	r.release(all...)
	return nil
}

// Bounds of what one message may bring; platforms allow less.
const (
	maxText  = 40_000 // bytes: Slack's own limit in characters
	maxValue = 4_000
)

// clip cuts what no person types, so that nothing unbounded is stored.
func clip(m Message) Message {
	m.Text = cut(m.Text, maxText)
	m.Press = cut(m.Press, 255)
	for k, v := range m.Values {
		m.Values[k] = cut(v, maxValue)
	}
	return m
}

func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xC0 == 0x80 { // not inside a UTF-8 sequence
		n--
	}
	return s[:n]
}
