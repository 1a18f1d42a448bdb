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
	taken := len(r.taken)
	r.mu.Unlock()
	if taken >= 2*most {
		return after, false, nil // a worker pokes when it is done
	}
	waiting, err := r.Store.Waiting(ctx, after, batch)
	if err != nil {
		return after, false, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, s := range waiting {
		after = max(after, s.Seq)
		if !r.take(s) {
			continue
		}
		line, busy := r.lanes[s.Message.From]
		r.lanes[s.Message.From] = append(line, s)
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
	r.taken[s.Seq] = true
	r.crowds[of]++
	return true
}

// done counts a message out. A crowd that has room again gets what was left.
func (r *Router) done(s Stored) {
	r.mu.Lock()
	defer r.mu.Unlock()
	of := crowd(s.Message)
	delete(r.taken, s.Seq)
	r.crowds[of]--
	if left := r.behind[of]; left > 0 && r.crowds[of] <= share/2 {
		delete(r.behind, of)
		if r.again == 0 || left < r.again {
			r.again = left
		}
	}
	if r.crowds[of] == 0 {
		delete(r.crowds, of)
	}
}

// serve works through one person's line, in order, until it is empty.
func (r *Router) serve(ctx context.Context, p Person, workers *turns) {
	for {
		r.mu.Lock()
		line := r.lanes[p]
		if len(line) == 0 {
			delete(r.lanes, p)
			r.mu.Unlock()
			return
		}
		s := line[0]
		r.lanes[p] = line[1:]
		r.mu.Unlock()

		r.finish(ctx, s, workers)
		r.done(s)
		r.poke()
	}
}
