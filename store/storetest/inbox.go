package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/advice"
	"tandem/store"
)

var inboxTests = []test{
	{"a message comes back whole and in the order of coming", func(t *testing.T, o Opened) {
		sent := []bot.Message{
			said("b", "/log squat 5x5 100kg"),
			{ID: "a", From: ben, At: noon, Channel: "#gym", Addressed: true, Text: "hi \x00 <&> 💪"},
			{ID: "c", From: ana, At: noon, Press: "undo k3x", Handle: "token", Zone: "America/Nuuk"},
			{ID: "d", From: ana, At: noon, Form: "checkin", Values: map[string]string{"sleep": "7.5"}, File: &bot.File{Name: "strong.csv", Data: []byte{0, 255, 10}}},
		}
		for _, m := range sent {
			accept(t, o.Store, m)
		}
		var got []bot.Message
		last := int64(0)
		for _, s := range waiting(t, o.Store) {
			if s.Seq <= last || s.Answered || s.Attempts != 0 {
				t.Errorf("message %s: seq %d after %d, answered %v, attempts %d", s.Message.ID, s.Seq, last, s.Answered, s.Attempts)
			}
			last = s.Seq
			got = append(got, s.Message)
		}
		if diff := cmp.Diff(sent, got); diff != "" {
			t.Errorf("waiting (-sent +got):\n%s", diff)
		}
	}},
	{"a second delivery is dropped, also after the first is done", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "hello"))
		again := func() {
			if fresh, err := o.Store.Accept(t.Context(), said("1", "hello again")); err != nil || fresh {
				t.Errorf("Accept = %v, %v; want known", fresh, err)
			}
		}
		again()
		if err := o.Store.Done(t.Context(), waiting(t, o.Store)[0].Seq); err != nil {
			t.Fatal(err)
		}
		again()
		if got := waiting(t, o.Store); len(got) != 0 {
			t.Errorf("waiting = %v, want none", got)
		}
	}},
	{"a message can be taken in and answered in one transaction", func(t *testing.T, o Opened) {
		var first int64
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			seq, fresh, err := tx.Take(ctx, said("1", "hello"))
			if err != nil || !fresh {
				t.Errorf("Take = %v, %v; want fresh", fresh, err)
			}
			first = seq
			return tx.Answered(ctx, seq, []bot.Reply{{Text: "Hello."}})
		})
		got := waiting(t, o.Store)
		if len(got) != 1 || got[0].Seq != first || !got[0].Answered || got[0].Message.Text != "hello" {
			t.Errorf("waiting = %+v, want message %d, answered", got, first)
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			if _, fresh, err := tx.Take(ctx, said("1", "hello")); err != nil || fresh {
				t.Errorf("Take again = %v, %v; want known", fresh, err)
			}
			return nil
		})
		if fresh, err := o.Store.Accept(t.Context(), said("1", "hello")); err != nil || fresh {
			t.Errorf("Accept = %v, %v; want known", fresh, err)
		}
	}},
	{"a message taken in by a transaction that fails is not there", func(t *testing.T, o Opened) {
		err := o.Store.Update(t.Context(), func(tx bot.Tx) error {
			if _, _, err := tx.Take(t.Context(), said("1", "hello")); err != nil {
				return err
			}
			return errSpoilt
		})
		if !errors.Is(err, errSpoilt) {
			t.Fatalf("Update = %v", err)
		}
		if got := waiting(t, o.Store); len(got) != 0 {
			t.Errorf("waiting = %v, want none", got)
		}
		accept(t, o.Store, said("1", "hello"))
		if got := waiting(t, o.Store); len(got) != 1 {
			t.Errorf("%d messages wait, want the one that was sent again", len(got))
		}
	}},
	{"two are taken in by one transaction, the first again in vain, and one is answered", func(t *testing.T, o Opened) {
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			_, _, err := tx.Take(ctx, said("1", "hello"))
			two, fresh, other := tx.Take(ctx, said("2", "hello"))
			_, again, third := tx.Take(ctx, said("1", "hello"))
			if !fresh || again {
				t.Errorf("the second is fresh: %v, the first again: %v; want true, false", fresh, again)
			}
			return errors.Join(err, other, third, tx.Answered(ctx, two, []bot.Reply{{Text: "Hello."}}))
		})
		got := waiting(t, o.Store)
		if len(got) != 2 || got[0].Answered || !got[1].Answered || got[0].Message.ID != "1" {
			t.Errorf("waiting = %+v, want both, the second answered", got)
		}
	}},
	{"a number is not given again when all before it are purged", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "hello"))
		accept(t, o.Store, said("2", "hello"))
		last := waiting(t, o.Store)[1].Seq
		if err := o.Store.Done(t.Context(), last-1, last); err != nil {
			t.Fatal(err)
		}
		if p, err := o.Store.Purge(t.Context(), noon.Add(store.KeepIDs+time.Hour)); err != nil || p.IDs != 2 {
			t.Fatalf("Purge = %+v, %v; want both ids gone", p, err)
		}
		accept(t, o.Store, said("3", "hello"))
		if got := waiting(t, o.Store)[0].Seq; got <= last {
			t.Errorf("message %d comes after message %d", got, last)
		}
	}},
	{"many are forgotten at once", func(t *testing.T, o Opened) {
		var seqs []int64
		for i := range 5 {
			accept(t, o.Store, said(fmt.Sprint(i), "hello"))
		}
		for _, s := range waiting(t, o.Store) {
			seqs = append(seqs, s.Seq)
		}
		if err := o.Store.Done(t.Context(), seqs[1:]...); err != nil {
			t.Fatal(err)
		}
		if got := waiting(t, o.Store); len(got) != 1 || got[0].Seq != seqs[0] {
			t.Errorf("waiting = %v, want the first alone", got)
		}
	}},
	{"some take in and answer while others only store", func(t *testing.T, o Opened) {
		var all sync.WaitGroup
		for w := range 24 { // more than a pool has connections
			all.Go(func() {
				for i := range 20 {
					m := said(fmt.Sprintf("%d-%d", w, i), "hello")
					if i%2 == 0 {
						if _, err := o.Store.Accept(t.Context(), m); err != nil {
							t.Error(err)
						}
						continue
					}
					err := o.Store.Update(t.Context(), func(tx bot.Tx) error {
						_, _, err := tx.Take(t.Context(), m)
						return err
					})
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		if got := waiting(t, o.Store); len(got) != 480 {
			t.Errorf("%d messages wait, want 480", len(got))
		}
	}},
	{"one id on two platforms is two messages", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "hello"))
		m := said("1", "hello")
		m.From = ben
		accept(t, o.Store, m)
	}},
	{"waiting goes on after a message and stops at the limit", func(t *testing.T, o Opened) {
		for i := range 10 {
			accept(t, o.Store, said(fmt.Sprint(i), "hello"))
		}
		all := waiting(t, o.Store)
		got, err := o.Store.Waiting(t.Context(), all[3].Seq, 4)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(all[4:8], got); diff != "" {
			t.Errorf("four after the fourth (-want +got):\n%s", diff)
		}
	}},
	{"replies are kept with the effect and come back for sending", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "/log run 8km"))
		replies := []bot.Reply{
			{Kind: bot.Answer, Text: "Logged.", Buttons: []bot.Button{{Label: "Undo", Command: "undo k3x"}},
				Findings: []advice.Finding{{Level: advice.Orange, Rule: "gap", Seed: []string{"S14"}, Text: "Wait."}}},
			{Kind: bot.Answer, Text: "Picture.", Picture: &bot.Picture{PNG: []byte{1, 2, 3}, Alt: "load"}},
		}
		seq := waiting(t, o.Store)[0].Seq
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Answered(ctx, seq, replies) })
		got := waiting(t, o.Store)[0]
		if !got.Answered {
			t.Error("the message is not answered")
		}
		if diff := cmp.Diff(replies, got.Replies); diff != "" {
			t.Errorf("replies (-kept +got):\n%s", diff)
		}
	}},
	{"silence is an answer too", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "lunch?"))
		seq := waiting(t, o.Store)[0].Seq
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Answered(ctx, seq, nil) })
		if got := waiting(t, o.Store)[0]; !got.Answered || len(got.Replies) != 0 {
			t.Errorf("answered %v with %d replies, want answered with none", got.Answered, len(got.Replies))
		}
	}},
	{"replies are not kept when the transaction fails", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "/log run 8km"))
		seq := waiting(t, o.Store)[0].Seq
		err := o.Store.Update(t.Context(), func(tx bot.Tx) error {
			if err := tx.Answered(t.Context(), seq, []bot.Reply{{Text: "Logged."}}); err != nil {
				return err
			}
			return errSpoilt
		})
		if !errors.Is(err, errSpoilt) {
			t.Fatalf("Update = %v", err)
		}
		if waiting(t, o.Store)[0].Answered {
			t.Error("the message is answered")
		}
	}},
	{"what is not waiting cannot be answered", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "hello"))
		seq := waiting(t, o.Store)[0].Seq
		if err := o.Store.Done(t.Context(), seq); err != nil {
			t.Fatal(err)
		}
		for _, seq := range []int64{seq, seq + 1} {
			err := o.Store.Update(t.Context(), func(tx bot.Tx) error { return tx.Answered(t.Context(), seq, nil) })
			if !errors.Is(err, coach.ErrNotFound) {
				t.Errorf("Answered(%d) = %v, want ErrNotFound", seq, err)
			}
		}
	}},
	{"failures are counted, and a dead message waits no more", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "hello"))
		seq := waiting(t, o.Store)[0].Seq
		for i, dead := range []bool{false, false, true} {
			if n, err := o.Store.Failed(t.Context(), seq, "platform says no", dead); err != nil || n != i+1 {
				t.Fatalf("Failed = %d, %v; want %d", n, err, i+1)
			}
			if got := waiting(t, o.Store); dead != (len(got) == 0) || !dead && got[0].Attempts != i+1 {
				t.Errorf("after failure %d: waiting = %v", i+1, got)
			}
		}
		if st := stats(t, o.Store); st.Dead != 1 || st.Waiting != 0 {
			t.Errorf("stats = %+v, want one dead", st)
		}
		if _, err := o.Store.Failed(t.Context(), seq+1, "", false); !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("Failed on no message = %v, want ErrNotFound", err)
		}
	}},
	{"many accept side by side and nothing is lost or doubled", func(t *testing.T, o Opened) {
		var all sync.WaitGroup
		for w := range 8 {
			all.Go(func() {
				for i := range 20 {
					// Every id is delivered by two of the eight.
					if _, err := o.Store.Accept(t.Context(), said(fmt.Sprintf("%d-%d", w/2, i), "hello")); err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		if got := waiting(t, o.Store); len(got) != 80 {
			t.Errorf("%d messages wait, want 80", len(got))
		}
	}},
	{"an accepted message is there after a restart", func(t *testing.T, o Opened) {
		if o.Reopen == nil {
			t.Skip("this store ends with its closing")
		}
		accept(t, o.Store, said("1", "hello"))
		if got := waiting(t, o.Reopen()); len(got) != 1 || got[0].Message.Text != "hello" {
			t.Errorf("waiting = %v", got)
		}
	}},
	{"stats tell how many wait and since when", func(t *testing.T, o Opened) {
		if st := stats(t, o.Store); st.Waiting != 0 || !st.Oldest.IsZero() {
			t.Errorf("empty inbox: %+v", st)
		}
		accept(t, o.Store, said("1", "hello"))
		if st := stats(t, o.Store); st.Waiting != 1 || !st.Oldest.Equal(noon) {
			t.Errorf("stats = %+v, want one waiting since noon", st)
		}
	}},
}

// errSpoilt is the error of a transaction that a test makes fail.
var errSpoilt = errors.New("spoilt by the test")
