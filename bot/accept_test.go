package bot_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/store/sqlite"
)

// counted is a store that counts what is stored without being handled, and that
// fails when told to.
type counted struct {
	*sqlite.Store
	alone    atomic.Int64
	fail     atomic.Int64 // transactions that are still to fail
	remember atomic.Int64 // attempts to forget that are still to fail
	hide     atomic.Bool  // what waits is behind a number whose transaction is open
}

func (c *counted) Waiting(ctx context.Context, after int64, limit int) ([]bot.Stored, error) {
	if c.hide.Load() {
		return nil, nil
	}
	return c.Store.Waiting(ctx, after, limit)
}

var errTold = errors.New("told to fail")

func (c *counted) Accept(ctx context.Context, m bot.Message) (bool, error) {
	c.alone.Add(1)
	return c.Store.Accept(ctx, m)
}

func (c *counted) Done(ctx context.Context, seqs ...int64) error {
	if c.remember.Add(-1) >= 0 {
		return errTold
	}
	return c.Store.Done(ctx, seqs...)
}

func (c *counted) Update(ctx context.Context, fn func(bot.Tx) error) error {
	return c.Store.Update(ctx, func(tx bot.Tx) error {
		if err := fn(tx); err != nil {
			return err
		}
		if c.fail.Add(-1) >= 0 {
			return errTold
		}
		return nil
	})
}

// live has a router at work while fn runs, with ana set up.
func live(t *testing.T, fn func(t *testing.T, r *bot.Router, store *counted, m *mouth)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		plain, err := sqlite.Memory(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		defer plain.Close()
		setUp(t, plain, "ana")
		base, err := knowledge.Embedded()
		if err != nil {
			t.Fatal(err)
		}
		store, m := &counted{Store: plain}, &mouth{}
		r := bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner{}, Adapters: []bot.Adapter{m},
			Now: func() time.Time { return clock }, Log: slog.New(slog.DiscardHandler)})
		ctx, stop := context.WithCancel(t.Context())
		ended := make(chan error)
		go func() { ended <- r.Run(ctx) }()
		synctest.Wait()
		fn(t, r, store, m)
		if err := r.Settled(ctx); err != nil {
			t.Error(err)
		}
		stop()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
}

// TestOneCommit_StoresAndAnswers: with nothing of the person's in work, a message
// is stored and answered in one transaction, and is forgotten after it is sent.
func TestOneCommit_StoresAndAnswers(t *testing.T) {
	live(t, func(t *testing.T, r *bot.Router, store *counted, m *mouth) {
		for n := range 5 {
			if fresh, err := r.Accept(t.Context(), said(fmt.Sprint(n), "ana", fmt.Sprintf("/log run %dkm 30:00", 5+n))); err != nil || !fresh {
				t.Errorf("message %d: %v, %v", n, fresh, err)
			}
			synctest.Wait()
		}
		if fresh, err := r.Accept(t.Context(), said("0", "ana", "/log run 5km 30:00")); err != nil || fresh {
			t.Errorf("a second delivery: %v, %v; want known", fresh, err)
		}
		synctest.Wait()
		if n := store.alone.Load(); n != 0 {
			t.Errorf("%d messages were stored in a commit of their own", n)
		}
		if len(m.sent) != 5 {
			t.Errorf("%d replies to 5 messages: %q", len(m.sent), m.sent)
		}
		if left, err := store.Waiting(t.Context(), 0, 10); err != nil || len(left) != 0 {
			t.Errorf("%d messages wait, %v", len(left), err)
		}
	})
}

// TestNotAtOnce_IsLeftToAWorker: what fails while it is being taken in, and what
// takes long, is stored all the same, and answered once.
func TestNotAtOnce_IsLeftToAWorker(t *testing.T) {
	live(t, func(t *testing.T, r *bot.Router, store *counted, m *mouth) {
		store.fail.Store(1)
		if fresh, err := r.Accept(t.Context(), said("failing", "ana", "/log run 5km 30:00")); err != nil || !fresh {
			t.Errorf("accept: %v, %v", fresh, err)
		}
		synctest.Wait()
		if _, err := r.Accept(t.Context(), said("erasing", "ana", "/data erase everything")); err != nil {
			t.Error(err)
		}
		synctest.Wait()
		if n := store.alone.Load(); n != 2 {
			t.Errorf("%d messages were stored in a commit of their own, want 2", n)
		}
		if len(m.sent) != 2 || !strings.Contains(m.sent[0], "5 km") || !strings.Contains(m.sent[1], "gone") {
			t.Errorf("sent %q", m.sent)
		}
		err := store.View(t.Context(), func(tx bot.Tx) error {
			_, err := tx.Athlete(t.Context(), 1)
			return err
		})
		if !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("the athlete is still there: %v", err)
		}
	})
}

// TestBehindOneInWork_KeepsItsOrder: while an answer is on its way, what comes
// after it waits its turn.
func TestBehindOneInWork_KeepsItsOrder(t *testing.T) {
	live(t, func(t *testing.T, r *bot.Router, store *counted, m *mouth) {
		m.mu.Lock() // the platform takes its time
		for n := range 6 {
			if _, err := r.Accept(t.Context(), said(fmt.Sprint(n), "ana", fmt.Sprintf("/help%d", n))); err != nil {
				t.Error(err)
			}
		}
		m.mu.Unlock()
		synctest.Wait()
		if len(m.sent) != 6 {
			t.Fatalf("sent %q", m.sent)
		}
		for n, line := range m.sent {
			if !strings.Contains(line, fmt.Sprintf(`"/help%d"`, n)) {
				t.Errorf("answer %d is %q", n, line)
			}
		}
	})
}

// TestFailedForgetting_IsTriedAgain: a message that is answered and cannot be
// forgotten now is forgotten later, and not answered again.
func TestFailedForgetting_IsTriedAgain(t *testing.T) {
	live(t, func(t *testing.T, r *bot.Router, store *counted, m *mouth) {
		store.remember.Store(8) // longer than until the inbox is looked through again
		if _, err := r.Accept(t.Context(), said("one", "ana", "help")); err != nil {
			t.Error(err)
		}
		if err := r.Settled(t.Context()); err != nil {
			t.Error(err)
		}
		if len(m.sent) != 1 {
			t.Errorf("sent %q, want one answer", m.sent)
		}
	})
}

// TestBehindAnOpenNumber_IsTakenUpWhenItCloses: where many write side by side,
// the store shows nothing behind a message whose transaction is open. Its end is
// what wakes the router, not the look at the inbox that comes every few seconds.
func TestBehindAnOpenNumber_IsTakenUpWhenItCloses(t *testing.T) {
	live(t, func(t *testing.T, r *bot.Router, store *counted, m *mouth) {
		began := time.Now()
		m.mu.Lock() // ana's first answer is on its way
		if _, err := r.Accept(t.Context(), said("one", "ana", "/help1")); err != nil {
			t.Error(err)
		}
		store.hide.Store(true)
		if _, err := r.Accept(t.Context(), said("two", "ana", "/help2")); err != nil {
			t.Error(err)
		}
		m.mu.Unlock()
		synctest.Wait()
		store.hide.Store(false)
		if _, err := r.Accept(t.Context(), said("other", "ben", "/help3")); err != nil { // its transaction ends
			t.Error(err)
		}
		synctest.Wait()
		if all := strings.Join(m.sent, "\n"); !strings.Contains(all, "/help2") {
			t.Errorf("%v later there is no answer to the second: %q", time.Since(began), m.sent)
		}
	})
}
