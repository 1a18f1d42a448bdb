// Package storetest says in tests what a store promises. Every engine runs the
// whole of it: [Run] for what its methods do, [SurvivesKill] for what is left
// after the process was killed.
//
// The suite knows no engine. It asks for a fresh store for every test, and
// where the engine keeps anything on a disk, for a way to open it once more and
// for the files to look through after an erasure.
package storetest

import (
	"context"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/store"
)

// Store is what an engine offers beside the conversation's own interface.
type Store interface {
	bot.Store
	Purge(ctx context.Context, now time.Time) (store.Purged, error)
	PurgeGone(ctx context.Context, before time.Time) (erased int, err error)
	Questions(ctx context.Context, limit int) ([]store.Question, error)
	Feedback(ctx context.Context) ([]store.Feedback, error)
	GatewaySession(ctx context.Context, name string) (id, url string, seq int64, err error)
	PutGatewaySession(ctx context.Context, name, id, url string, seq int64, now time.Time) error
	Stats(ctx context.Context) (store.Stats, error)
	Close() error
}

// Opened is a fresh, empty store. The one who opened it closes it with the test.
type Opened struct {
	Store Store
	// Reopen closes the store and opens it again; nil = what is closed is gone.
	Reopen func() Store
	// Tables writes out every row of every table, by the table's name; nil = what
	// the store holds cannot be seen from outside.
	Tables func() map[string]string
	// Files names every file in which words could be left; nil = there is none.
	Files func() []string
}

// Run runs the suite; open is called once for every test.
func Run(t *testing.T, open func(t *testing.T) Opened) {
	for _, group := range []struct {
		name  string
		tests []test
	}{
		{"inbox", inboxTests},
		{"transactions", transactionTests},
		{"identities", identityTests},
		{"gone", goneTests},
		{"athletes", athleteTests},
		{"consents", consentTests},
		{"sessions", sessionTests},
		{"check-ins", checkInTests},
		{"conversation", conversationTests},
		{"counters", counterTests},
		{"keeping", keepingTests},
		{"gateway", gatewayTests},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, test := range group.tests {
				t.Run(test.name, func(t *testing.T) {
					t.Parallel()
					test.run(t, open(t))
				})
			}
		})
	}
}

// test is one promise, in words, and how it is tried.
type test struct {
	name string
	run  func(t *testing.T, o Opened)
}

// noon is when most of the tests happen.
var noon = time.Date(2027, time.March, 1, 12, 0, 0, 0, time.UTC)

// ana and ben are two people on two platforms.
var (
	ana = bot.Person{Platform: "slack", Workspace: "T1", User: "U1"}
	ben = bot.Person{Platform: "discord", User: "77"}
)

// write runs fn in a transaction that must succeed.
func write(t *testing.T, s Store, fn func(ctx context.Context, tx bot.Tx) error) {
	t.Helper()
	if err := s.Update(t.Context(), func(tx bot.Tx) error { return fn(t.Context(), tx) }); err != nil {
		t.Fatalf("Update: %v", err)
	}
}

// read returns what fn reads in a View.
func read[T any](t *testing.T, s Store, fn func(ctx context.Context, tx bot.Tx) (T, error)) T {
	t.Helper()
	got, err := tryRead(t, s, fn)
	if err != nil {
		t.Fatalf("View: %v", err)
	}
	return got
}

func tryRead[T any](t *testing.T, s Store, fn func(ctx context.Context, tx bot.Tx) (T, error)) (got T, err error) {
	t.Helper()
	err = s.View(t.Context(), func(tx bot.Tx) (err error) {
		got, err = fn(t.Context(), tx)
		return err
	})
	return got, err
}

// meet makes the person's athlete.
func meet(t *testing.T, s Store, p bot.Person) (id coach.AthleteID) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx bot.Tx) (err error) {
		id, _, err = tx.Who(ctx, p, noon)
		return err
	})
	return id
}

// accept stores a message that must be new.
func accept(t *testing.T, s Store, m bot.Message) {
	t.Helper()
	if fresh, err := s.Accept(t.Context(), m); err != nil || !fresh {
		t.Fatalf("Accept(%s) = %v, %v; want fresh", m.ID, fresh, err)
	}
}

// waiting returns everything that waits.
func waiting(t *testing.T, s Store) []bot.Stored {
	t.Helper()
	got, err := s.Waiting(t.Context(), 0, 1000)
	if err != nil {
		t.Fatalf("Waiting: %v", err)
	}
	return got
}

// stats returns the store's counts.
func stats(t *testing.T, s Store) store.Stats {
	t.Helper()
	st, err := s.Stats(t.Context())
	if err != nil {
		t.Fatalf("Stats: %v", err)
	}
	return st
}

// said is a message as an adapter hands it over.
func said(id, text string) bot.Message {
	return bot.Message{ID: id, From: ana, At: noon, Direct: true, Text: text}
}
