package bot

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"
	"time"
)

// maxAttempts is how often a message is tried before it is laid aside.
const maxAttempts = 6

// finish handles one stored message and sends what is to be sent; true = it may
// be forgotten. What cannot be finished now stays stored and is tried again
// later. A turn lasts while it works, not while it waits: a platform that asks
// for patience keeps nobody else's worker.
func (r *Router) finish(ctx context.Context, j job) bool {
	s := j.Stored
	ctx = WithTrace(ctx, About(s.Message))
	log := r.Log.With("seq", s.Seq, "platform", s.Message.From.Platform)
	for {
		r.workers.enter(crowd(s.Message))
		err := r.attempt(ctx, &s)
		r.workers.leave()
		if err == nil {
			r.Watch.Replied(s.Message.From.Platform, r.Now().Sub(j.since))
			log.DebugContext(ctx, "message answered", "replies", len(s.Replies))
			return true
		}
		if ctx.Err() != nil {
			return false // stays stored for the next start
		}
		var limited RetryAfter
		if errors.As(err, &limited) { // not the message's fault: it counts as no attempt
			log.InfoContext(ctx, "message waits for the platform", "wait", limited.Wait)
			if wait(ctx, limited.Wait) != nil {
				return false
			}
			continue
		}
		r.Watch.Failed(s.Message.From.Platform)
		attempts, ferr := r.Store.Failed(ctx, s.Seq, err.Error(), hopeless(err) || s.Attempts+1 >= maxAttempts)
		log.ErrorContext(ctx, "message failed", "attempt", attempts, "error", err)
		if ferr != nil || hopeless(err) || attempts >= maxAttempts {
			return false
		}
		s.Attempts = attempts
		if wait(ctx, backoff(attempts)) != nil {
			return false
		}
	}
}

// hopeless errors will not get better by waiting.
func hopeless(err error) bool {
	return errors.Is(err, ErrRefused) || errors.Is(err, ErrGone) || errors.Is(err, ErrUnreachable)
}

// backoff is 1, 2, 4, 8 ... seconds.
func backoff(attempts int) time.Duration { return time.Second << min(attempts-1, 6) }

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// attempt handles the message unless that is done, and sends what is to be sent.
func (r *Router) attempt(ctx context.Context, s *Stored) error {
	if !s.Answered {
		replies, err := r.handleSafely(ctx, *s)
		if err != nil {
			return err
		}
		s.Answered, s.Replies = true, replies
	}
	return r.send(ctx, *s)
}

// handleSafely turns a panic into an apology: nothing of the message is stored,
// and the athlete hears so.
func (r *Router) handleSafely(ctx context.Context, s Stored) (replies []Reply, err error) {
	defer func() {
		if p := recover(); p != nil {
			r.Log.ErrorContext(ctx, "panic while handling a message", "seq", s.Seq, "panic", Panicked(p), "stack", string(debug.Stack()))
			r.Watch.Failed(s.Message.From.Platform)
			replies = []Reply{say("Something went wrong on my side, and nothing of that message was kept. Please try it in other words; I have noted the fault.")}
			err = r.Store.Update(ctx, func(tx Tx) error { return tx.Answered(ctx, s.Seq, replies) })
		}
	}()
	return r.handle(ctx, s)
}

// Panicked is what a log may say of a panic: only the runtime's own words are
// known to hold nobody else's.
func Panicked(p any) string {
	if err, ok := p.(runtime.Error); ok {
		return err.Error()
	}
	return fmt.Sprintf("a %T", p)
}

// send hands the replies to the platform, in order, each under its own key.
func (r *Router) send(ctx context.Context, s Stored) error {
	a, ok := r.adapters[s.Message.From.Platform]
	if !ok {
		return fmt.Errorf("platform %q is not connected: %w", s.Message.From.Platform, ErrRefused)
	}
	to := Address{Person: s.Message.From, Channel: s.Message.Channel, Handle: s.Message.Handle}
	for i, reply := range s.Replies {
		err := a.Send(ctx, to, reply, fmt.Sprintf("m%d.%d", s.Seq, i))
		switch {
		case errors.Is(err, ErrUnreachable): // their next message is answered with how to mend it
			return r.lost(ctx, s.Message.From, err)
		case err != nil:
			return errors.Join(fmt.Errorf("send reply: %w", err), r.lost(ctx, s.Message.From, err))
		}
		r.Log.DebugContext(ctx, "reply sent", "seq", s.Seq, "reply", i, "platform", a.Name())
	}
	return nil
}
