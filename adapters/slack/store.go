package slack

import (
	"context"
	"time"
)

// Store is what the adapter keeps.
type Store interface {
	// PutInstall keeps the sealed record of an installation, in place of an older
	// one. Team is empty for an install on a whole enterprise.
	PutInstall(ctx context.Context, enterprise, team string, sealed []byte, now time.Time) error
	// Install returns the sealed record of a team, else of its enterprise;
	// coach.ErrNotFound for neither. Enterprise may be empty where it is not known.
	Install(ctx context.Context, enterprise, team string) (foundEnterprise, foundTeam string, sealed []byte, err error)
	// DropInstall forgets an installation; a missing one is no error.
	DropInstall(ctx context.Context, enterprise, team string) error

	// BeginSend notes that a message is about to be sent. It returns when the first
	// try was, zero if this is it, and whether one succeeded.
	BeginSend(ctx context.Context, key string, now time.Time) (before time.Time, done bool, err error)
	// EndSend notes what became of it: done, or known not to have been sent.
	EndSend(ctx context.Context, key string, done bool) error

	// KeepUnread keeps a payload that could not be decoded, for a week.
	KeepUnread(ctx context.Context, kind, why string, body []byte, now time.Time) error
}
