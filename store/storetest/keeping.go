package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
	"tandem/store"
)

var keepingTests = []test{
	{"a purge removes what was kept long enough and nothing else", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		for _, text := range []string{"done", "dead", "waiting"} {
			accept(t, o.Store, said(text, text))
		}
		all := waiting(t, o.Store)
		_, failed := o.Store.Failed(t.Context(), all[1].Seq, "no", true)
		if err := errors.Join(o.Store.Done(t.Context(), all[0].Seq), failed); err != nil {
			t.Fatal(err)
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			return errors.Join(changeAll(ctx, tx, id),
				tx.SetDialogue(ctx, id, bot.Dialogue{Step: "goal", Expires: noon.Add(time.Hour)}),
				tx.SetDialogue(ctx, other, bot.Dialogue{Step: "goal"})) // never expires
		})
		for _, step := range []struct {
			after time.Duration
			want  store.Purged
		}{
			{0, store.Purged{}},
			{time.Hour, store.Purged{}},
			{time.Hour + time.Millisecond, store.Purged{Dialogues: 1}},
			{store.KeepIDs, store.Purged{}},
			{store.KeepIDs + time.Millisecond, store.Purged{IDs: 1}},
			{store.KeepDead, store.Purged{}},
			{store.KeepDead + time.Millisecond, store.Purged{Dead: 1}},
			{store.KeepDrafts, store.Purged{}},
			{store.KeepDrafts + time.Millisecond, store.Purged{Drafts: 1}},
			{store.KeepQuestions, store.Purged{}},
			{store.KeepQuestions + 24*time.Hour, store.Purged{Questions: 1}},
		} {
			got, err := o.Store.Purge(t.Context(), noon.Add(step.after))
			if err != nil || got != step.want {
				t.Errorf("purge after %v = %+v, %v; want %+v", step.after, got, err, step.want)
			}
		}
		if got := waiting(t, o.Store); len(got) != 1 || got[0].Message.Text != "waiting" {
			t.Errorf("waiting = %v, want the one that waited", got)
		}
		want := []string{"sessions", "check-ins", "skip", "own exercises", "explanation", "latest session", "consents"}
		if diff := cmp.Diff(want, traces(t, o.Store, id)); diff != "" {
			t.Errorf("what the athlete told must stay (-want +got):\n%s", diff)
		}
	}},
	{"an id that is purged can come again, under a new number", func(t *testing.T, o Opened) {
		accept(t, o.Store, said("1", "hello"))
		old := waiting(t, o.Store)[0].Seq
		if err := o.Store.Done(t.Context(), old); err != nil {
			t.Fatal(err)
		}
		if _, err := o.Store.Purge(t.Context(), noon.AddDate(0, 0, 3)); err != nil {
			t.Fatal(err)
		}
		accept(t, o.Store, said("1", "hello"))
		if seq := waiting(t, o.Store)[0].Seq; seq <= old {
			t.Errorf("seq %d after %d: the key of its replies was used before", seq, old)
		}
	}},
	{"erasing leaves nothing of the athlete and all of the others", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			return errors.Join(changeAll(ctx, tx, id), changeAll(ctx, tx, other))
		})
		kept := traces(t, o.Store, other)
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Erase(ctx, id) })

		if left := traces(t, o.Store, id); len(left) > 0 {
			t.Errorf("left of the athlete: %v", left)
		}
		if _, err := tryRead(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.Athlete, error) { return tx.Athlete(ctx, id) }); !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("athlete: %v, want ErrNotFound", err)
		}
		if to := read(t, o.Store, func(ctx context.Context, tx bot.Tx) ([]bot.Address, error) { return tx.Addresses(ctx, id) }); len(to) > 0 {
			t.Errorf("addresses = %v", to)
		}
		if diff := cmp.Diff(kept, traces(t, o.Store, other)); diff != "" {
			t.Errorf("the other athlete (-before +after):\n%s", diff)
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { // erased already
			return tx.Erase(ctx, id)
		})
		if again := meet(t, o.Store, ana); again == id {
			t.Error("the same number was given again: old buttons would work on the new athlete")
		}
	}},
	{"erasing empties messages and still lets the last one be answered", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		accept(t, o.Store, said("dead", "my knee"))
		accept(t, o.Store, said("erase", "data erase everything"))
		accept(t, o.Store, said("later", "/log run 8km note my knee"))
		other := said("other", "hello")
		other.From = ben
		accept(t, o.Store, other)
		all := waiting(t, o.Store)
		if _, err := o.Store.Failed(t.Context(), all[0].Seq, "no", true); err != nil {
			t.Fatal(err)
		}
		bye := []bot.Reply{{Kind: bot.Answer, Text: "All gone."}}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			return errors.Join(tx.Erase(ctx, id), tx.Answered(ctx, all[1].Seq, bye))
		})
		want := []bot.Stored{
			{Seq: all[1].Seq, Message: said("erase", ""), Answered: true, Replies: bye},
			{Seq: all[2].Seq, Message: said("later", ""), Answered: true, Replies: []bot.Reply{}},
			all[3],
		}
		if diff := cmp.Diff(want, waiting(t, o.Store)); diff != "" {
			t.Errorf("waiting (-want +got):\n%s", diff)
		}
		if st := stats(t, o.Store); st.Dead != 0 {
			t.Errorf("%d dead messages are left", st.Dead)
		}
		for _, m := range []string{"dead", "erase", "later"} {
			if fresh, err := o.Store.Accept(t.Context(), said(m, "again")); err != nil || fresh {
				t.Errorf("second delivery of %s = %v, %v; want known", m, fresh, err)
			}
		}
	}},
	{"no erased word is left on the disk", func(t *testing.T, o Opened) {
		if o.Files == nil {
			t.Skip("this store keeps no files")
		}
		// Two athletes, their rows mixed on every page, so that pages were split
		// and joined while one of them wrote.
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		for day := range 120 {
			diary(t, o.Store, id, ana, "zinnober", day)
			diary(t, o.Store, other, ben, "magenta", day)
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Erase(ctx, id) })
		if found := occurrences(t, o.Files(), "zinnober"); len(found) > 0 {
			t.Errorf("erased words are left: %v", found)
		}
		if found := occurrences(t, o.Files(), "magenta"); len(found) == 0 {
			t.Error("the other athlete's words are gone, or the test looks in the wrong files")
		}
	}},
	{"no word of an answered message is left on the disk", func(t *testing.T, o Opened) {
		if o.Files == nil {
			t.Skip("this store keeps no files")
		}
		for i := range 50 {
			m := said(fmt.Sprint(i), strings.Repeat("zinnober ", i*10))
			m.File = &bot.File{Name: "zinnober.csv", Data: bytes.Repeat([]byte("x"), i*500)}
			accept(t, o.Store, m)
		}
		for _, s := range waiting(t, o.Store) {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
				return tx.Answered(ctx, s.Seq, []bot.Reply{{Kind: bot.Answer, Text: "zinnober"}})
			})
			if err := o.Store.Done(t.Context(), s.Seq); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := o.Store.Purge(t.Context(), noon); err != nil {
			t.Fatal(err)
		}
		if found := occurrences(t, o.Files(), "zinnober"); len(found) > 0 {
			t.Errorf("forgotten words are left: %v", found)
		}
	}},
}

// diary stores a day of an athlete with the word in every place that holds
// words, some of which it replaces and deletes again.
func diary(t *testing.T, s Store, id coach.AthleteID, p bot.Person, word string, day int) {
	t.Helper()
	at := noon.AddDate(0, 0, day)
	key := fmt.Sprintf("%s-%d", p.User, day)
	long := strings.Repeat(word+" ", 1+day*37%400)
	accept(t, s, bot.Message{ID: key, From: p, At: at, Text: long})
	all := waiting(t, s)
	seq := all[len(all)-1].Seq
	write(t, s, func(ctx context.Context, tx bot.Tx) error {
		session := training.Session{ID: key, Kind: training.Lift, Start: at, Note: long, Activity: word, Sets: []training.Set{{Exercise: word, Kg: 100}}}
		longer := session
		longer.Note += long
		return errors.Join(
			tx.PutSession(ctx, id, session, at), tx.PutSession(ctx, id, longer, at),
			tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: training.DateOf(at), At: at, Pain: word, Note: long}),
			tx.PutFollowUp(ctx, id, coach.FollowUp{Key: key, Kind: "k", Due: at, Session: key, Text: word}),
			tx.PutExplanation(ctx, id, coach.Explanation{ID: key, At: at, Title: long}),
			tx.PutOwnExercise(ctx, id, word+key, true),
			tx.NoteConsent(ctx, id, coach.ConsentWord{Class: coach.Class(word), Given: true, At: at}),
			tx.SetDialogue(ctx, id, bot.Dialogue{Step: "goal", Values: map[string]string{"word": long}}),
			tx.PutDraft(ctx, id, key, long, at),
			tx.Answered(ctx, seq, []bot.Reply{{Text: long}}))
	})
	switch day % 4 {
	case 0:
		write(t, s, func(ctx context.Context, tx bot.Tx) error { return tx.DeleteSession(ctx, id, key) })
	case 1: // stays waiting
	case 2:
		if _, err := s.Failed(t.Context(), seq, word, true); err != nil {
			t.Fatal(err)
		}
	default:
		if err := s.Done(t.Context(), seq); err != nil {
			t.Fatal(err)
		}
	}
}

// occurrences counts the word in each file that has it.
func occurrences(t *testing.T, files []string, word string) map[string]int {
	t.Helper()
	found := map[string]int{}
	for _, name := range files {
		data, err := os.ReadFile(name)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		if n := bytes.Count(data, []byte(word)); n > 0 {
			found[name] = n
		}
	}
	return found
}
