package bot

import "context"

// Attempt tries the first waiting message once.
func (r *Router) Attempt(ctx context.Context) error {
	waiting, err := r.Store.Waiting(ctx, 0, 1)
	if err != nil || len(waiting) == 0 {
		return err
	}
	return r.attempt(ctx, &waiting[0])
}

// InMemory is how many of a crowd's messages are in work or in line.
func (r *Router) InMemory(crowd string) int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.crowds[crowd]
}
