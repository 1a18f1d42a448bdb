package bot

import (
	"context"
	"errors"
	"fmt"
)

// A coach that was removed from a workspace or a server plans nothing more for
// its people and keeps what they told for a time, which the wiring sets, in case
// they come back: by installing it again, or with the next thing that they say.

var _ Departures = (*Router)(nil)

// Left notes that the coach was removed from a place.
func (r *Router) Left(ctx context.Context, p Place) error {
	people, err := r.Store.Left(ctx, p, r.Now())
	if err != nil {
		return fmt.Errorf("note a removal: %w", err)
	}
	if people > 0 {
		r.Log.InfoContext(ctx, "the coach was removed; its people are erased in time", "platform", p.Platform, "people", people)
	}
	return nil
}

// Back notes that the coach is in a workspace, again or still.
func (r *Router) Back(ctx context.Context, p Place) error {
	people, err := r.Store.Back(ctx, p)
	if err != nil {
		return fmt.Errorf("note a return: %w", err)
	}
	if people > 0 {
		r.Log.InfoContext(ctx, "the coach was installed again", "platform", p.Platform, "people", people)
	}
	return nil
}

// lost notes what the error of a sending says about the way to a person. An
// ErrGone of a platform without workspaces is about the coach's own token.
func (r *Router) lost(ctx context.Context, p Person, sent error) error {
	switch {
	case sent == nil:
		return nil
	case errors.Is(sent, ErrLeft), errors.Is(sent, ErrGone) && p.Workspace != "":
		if err := r.Left(ctx, Place{Platform: p.Platform, Workspace: p.Workspace, User: p.User}); err != nil {
			return err
		}
	case !errors.Is(sent, ErrUnreachable) && !errors.Is(sent, ErrGone):
		return nil
	}
	return r.Store.Update(ctx, func(tx Tx) error { return tx.Reachable(ctx, p, false) })
}
