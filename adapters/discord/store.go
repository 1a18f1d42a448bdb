package discord

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"time"
)

// Store is what the adapter keeps.
type Store interface {
	// CommandsHash returns the hash of the commands that Discord has of the
	// application, "" if it is not known.
	CommandsHash(ctx context.Context, application string) (hash string, err error)
	SetCommandsHash(ctx context.Context, application, hash string, now time.Time) error

	// DirectChannel returns the person's direct-message channel, "" if it is not known.
	DirectChannel(ctx context.Context, user string) (channel string, err error)
	SetDirectChannel(ctx context.Context, user, channel string, now time.Time) error

	// PutForm keeps a form that a button of the person's opens; Form returns it, or
	// nil when it is no longer kept.
	PutForm(ctx context.Context, user, key string, form []byte, now time.Time) error
	Form(ctx context.Context, key string) (form []byte, err error)

	// BeginSend notes that a message is about to be sent. It returns when the first
	// try was, zero if this is it, and whether one succeeded. EndSend notes what
	// became of it: done, or known not to have been sent.
	BeginSend(ctx context.Context, key string, now time.Time) (before time.Time, done bool, err error)
	EndSend(ctx context.Context, key string, done bool) error

	// TakeLease takes or renews the right to use what name stands for until the
	// given time; held is false while another holder has it.
	TakeLease(ctx context.Context, name, holder string, now, until time.Time) (held bool, err error)
	DropLease(ctx context.Context, name, holder string) error

	// GatewaySession returns what the connection of that name can be resumed with,
	// zero for nothing. PutGatewaySession keeps it; an empty id drops it.
	GatewaySession(ctx context.Context, name string) (id, url string, seq int64, err error)
	PutGatewaySession(ctx context.Context, name, id, url string, seq int64, now time.Time) error

	// KeepUnread keeps an event that could not be decoded, for a week.
	KeepUnread(ctx context.Context, kind, why string, body []byte, now time.Time) error
}

// A lease is renewed well before it ends.
const (
	leaseTime  = 30 * time.Second
	leaseRenew = 10 * time.Second
	leaseWaits = 3 // at the start: the lease of a process that was killed ends meanwhile
)

// leases are the names of what this process alone may use: each of its shards,
// under a digest of the token.
func (a *Adapter) leases() (names []string) {
	for _, id := range a.o.ShardIDs {
		names = append(names, a.shardName(id))
	}
	return names
}

// shardName is what a shard's lease and session are kept under.
func (a *Adapter) shardName(id int) string {
	sum := sha256.Sum256([]byte(a.o.Token))
	return fmt.Sprintf("discord %s shard %d of %d", hex.EncodeToString(sum[:6]), id, a.o.ShardCount)
}

// lease takes every lease, or none: two processes with one token would both
// answer everything.
func (a *Adapter) lease(ctx context.Context) (release func(), err error) {
	a.holder = rand.Text()
	release = func() {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		for _, name := range a.leases() {
			if err := a.o.Store.DropLease(ctx, name, a.holder); err != nil {
				a.o.Log.WarnContext(ctx, "lease not given back", "error", err)
			}
		}
	}
	for waits := 0; ; waits++ {
		err := a.renewLeases(ctx)
		if err == nil {
			return release, nil
		}
		release()
		if !errors.Is(err, errLeased) || waits >= leaseWaits {
			return nil, err
		}
		a.o.Log.Warn("discord token in use; waiting in case its process was killed", "error", err)
		if err := a.o.Wait(ctx, leaseRenew); err != nil {
			return nil, err
		}
	}
}

// errLeased: another process has a lease.
var errLeased = errors.New("another process is connected with this token")

func (a *Adapter) renewLeases(ctx context.Context) error {
	now := a.o.Now()
	for _, name := range a.leases() {
		held, err := a.o.Store.TakeLease(ctx, name, a.holder, now, now.Add(leaseTime))
		if err != nil {
			return fmt.Errorf("take the lease of the token: %w", err)
		}
		if !held {
			return fmt.Errorf("%w (%s); stop it, or give each process its own discord.shard_ids", errLeased, name)
		}
	}
	return nil
}

// keepLease renews until ctx ends, or until another process has the lease. A
// database that is away for a while is no reason to end: nothing is heard in that
// time that could be stored, and nobody else can take the lease either.
func (a *Adapter) keepLease(ctx context.Context) error {
	next := leaseRenew
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-time.After(next):
		}
		err := a.renewLeases(ctx)
		switch {
		case ctx.Err() != nil:
			return nil
		case errors.Is(err, errLeased):
			return err
		case err != nil:
			a.o.Log.Warn("lease not renewed; trying on", "error", err)
			next = time.Second
		default:
			next = leaseRenew
		}
	}
}
