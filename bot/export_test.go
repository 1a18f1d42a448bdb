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
