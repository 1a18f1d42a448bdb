package bot

import "context"

// fill takes the next waiting messages into the lanes and starts a worker for
// each person who has none. What is over a crowd's share is left in the store,
// and those behind it are looked at. full says that there may be more.
func (r *Router) fill(ctx context.Context, after int64, start func(Person)) (next int64, full bool, err error) {
	r.mu.Lock()
	if r.again > 0 {
		after, r.again = min(after, r.again-1), 0
	}
	r.held = len(r.taken) >= 2*most
	held := r.held
	r.mu.Unlock()
	if held {
		return after, false, nil // a worker pokes when it is done
	}
	waiting, err := r.Store.Waiting(ctx, after, batch)
	if err != nil {
		return after, false, err
	}
	now := r.Now()
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range waiting {
		after = max(after, s.Seq)
		if !r.take(s) {
			continue
		}
		r.arrived(s.Message)
		line, busy := r.lanes[s.Message.From]
		r.lanes[s.Message.From] = append(line, job{s, now})
		if !busy {
			start(s.Message.From)
		}
	}
	return after, len(waiting) == batch, nil
}

// take counts a message in, unless it is here already or its crowd has its
// share. A person's messages stay in order: where one was left, so are those
// behind it.
func (r *Router) take(s Stored) bool {
	of := crowd(s.Message)
	n, left := r.crowds[of], r.behind[of]
	switch {
	case r.taken[s.Seq]:
		return false
	case left > 0 && left <= s.Seq:
		return false
	case n >= share, n > 0 && len(r.taken) >= most:
		r.behind[of] = s.Seq
		return false
	}
	r.count(member{s.Seq, of})
	return true
}

// count counts a message in. The caller holds the lock.
func (r *Router) count(m member) {
	r.taken[m.seq] = true
	r.crowds[m.of]++
}

// release counts messages out, so that they can be taken again if they are still
// stored. A crowd that has room again gets what was left.
func (r *Router) release(gone ...member) {
	r.mu.Lock()
	for _, m := range gone {
		r.countOut(m)
	}
	more := r.again > 0 || r.held
	r.mu.Unlock()
	if more {
		r.poke()
	}
}

// countOut counts a message out. The caller holds the lock.
func (r *Router) countOut(m member) {
	delete(r.taken, m.seq)
	r.crowds[m.of]--
	if left := r.behind[m.of]; left > 0 && r.crowds[m.of] <= share/2 {
		delete(r.behind, m.of)
		if r.again == 0 || left < r.again {
			r.again = left
		}
	}
	if r.crowds[m.of] == 0 {
		delete(r.crowds, m.of)
	}
}

// serve works through one person's line, in order, until it is empty.
func (r *Router) serve(ctx context.Context, p Person) {
	for {
		r.mu.Lock()
		line := r.lanes[p]
		if len(line) == 0 {
			delete(r.lanes, p)
			r.mu.Unlock()
			return
		}
		j := line[0]
		r.lanes[p] = line[1:]
		r.mu.Unlock()

		m := member{j.Seq, crowd(j.Message)}
		if r.finish(ctx, j) {
			r.answered <- m
			continue
		}
		r.release(m)
	}
}
