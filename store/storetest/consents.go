package storetest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

var consentTests = []test{
	{"every word on a class of data is kept, in order", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		want := []coach.ConsentWord{
			{Class: coach.Notes, Given: true, Version: 1, At: noon},
			{Class: coach.Training, Given: true, Version: 1, At: noon},
			{Class: coach.Notes, Given: false, Version: 2, At: noon.Add(time.Hour)},
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			for _, w := range []coach.ConsentWord{want[2], want[1], want[0], {Class: coach.Notes, Given: true, Version: 2, At: want[2].At}, want[2]} {
				if err := tx.NoteConsent(ctx, id, w); err != nil {
					return err
				}
			}
			return tx.NoteConsent(ctx, other, coach.ConsentWord{Class: coach.Recovery, Given: true, Version: 2, At: noon})
		})
		got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) ([]coach.ConsentWord, error) { return tx.ConsentWords(ctx, id) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("consents (-want +got):\n%s", diff)
		}
	}},
	{"erasing a class leaves the others and the other athletes", func(t *testing.T, o Opened) {
		for class, want := range map[coach.Class][]string{
			coach.Training: {"check-ins", "skip", "consents", "words in a check-in"},
			coach.Recovery: {"sessions", "own exercises", "latest session", "consents", "words in a session"},
			coach.Notes:    {"sessions", "check-ins", "skip", "own exercises", "latest session", "consents"},
		} {
			id := meet(t, o.Store, bot.Person{Platform: "test", User: string(class)})
			other := meet(t, o.Store, bot.Person{Platform: "test", User: string(class) + "'s friend"})
			for _, who := range []coach.AthleteID{id, other} {
				write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
					return errors.Join(changeAll(ctx, tx, who), putWords(ctx, tx, who))
				})
			}
			before := append(traces(t, o.Store, other), wordsOf(t, o.Store, other)...)
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.EraseClass(ctx, id, class) })
			if diff := cmp.Diff(want, append(traces(t, o.Store, id), wordsOf(t, o.Store, id)...)); diff != "" {
				t.Errorf("%s: what is left (-want +got):\n%s", class, diff)
			}
			if diff := cmp.Diff(before, append(traces(t, o.Store, other), wordsOf(t, o.Store, other)...)); diff != "" {
				t.Errorf("%s: the other athlete (-before +after):\n%s", class, diff)
			}
		}
	}},
	{"there is no class of another name", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		err := o.Store.Update(t.Context(), func(tx bot.Tx) error { return tx.EraseClass(t.Context(), id, "everything") })
		if err == nil {
			t.Error("erased a class that is none")
		}
	}},
	{"no word of an erased class is left on the disk", func(t *testing.T, o Opened) {
		if o.Files == nil {
			t.Skip("this store keeps no files")
		}
		id := meet(t, o.Store, ana)
		for day := range 120 {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
				at := noon.AddDate(0, 0, day)
				return errors.Join(
					tx.PutSession(ctx, id, training.Session{ID: fmt.Sprint(day), Kind: training.Run, Start: at, Note: strings.Repeat("zinnober ", 1+day*7%90)}, at),
					tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: training.DateOf(at), At: at, Pain: "zinnober", Note: "zinnober"}))
			})
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.EraseClass(ctx, id, coach.Notes) })
		if found := occurrences(t, o.Files(), "zinnober"); len(found) > 0 {
			t.Errorf("erased words are left: %v", found)
		}
	}},
	{"no word of an erased athlete is left in any table", func(t *testing.T, o Opened) {
		if o.Tables == nil {
			t.Skip("this store's tables cannot be seen from outside")
		}
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		for day := range 8 {
			diary(t, o.Store, id, ana, "zinnober", day)
			diary(t, o.Store, other, ben, "magenta", day)
		}
		counted := func(word string) (in []string) {
			for name, rows := range o.Tables() {
				if strings.Contains(rows, word) {
					in = append(in, name)
				}
			}
			return in
		}
		if in := counted("zinnober"); len(in) < 8 {
			t.Fatalf("the test's words are in %v only: it would see nothing", in)
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Erase(ctx, id) })
		if in := counted("zinnober"); len(in) > 0 {
			t.Errorf("erased words are left in %v", in)
		}
		if in := counted("magenta"); len(in) < 8 {
			t.Errorf("the other athlete's words are left in %v only", in)
		}
	}},
}

// putWords keeps words of the athlete's beside the figures.
func putWords(ctx context.Context, tx bot.Tx, id coach.AthleteID) error {
	return errors.Join(
		tx.PutSession(ctx, id, training.Session{ID: "s1", Kind: training.Run, Start: noon, Zone: "UTC", Note: "my own words"}, noon),
		tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: training.DateOf(noon), At: noon, Fatigue: 3, Pain: "left knee", Note: "bad night"}))
}

// wordsOf says where words of the athlete's are kept.
func wordsOf(t *testing.T, s Store, id coach.AthleteID) (in []string) {
	t.Helper()
	sessions := read(t, s, func(ctx context.Context, tx bot.Tx) ([]training.Session, error) {
		return tx.SessionsBetween(ctx, id, noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0))
	})
	for _, one := range sessions {
		if one.Note != "" {
			in = append(in, "words in a session")
		}
	}
	day := training.DateOf(noon)
	answers := read(t, s, func(ctx context.Context, tx bot.Tx) ([]recovery.CheckIn, error) {
		return tx.CheckInsBetween(ctx, id, day.Add(-400), day.Add(400))
	})
	for _, one := range answers {
		if one.Pain != "" || one.Note != "" {
			in = append(in, "words in a check-in")
		}
	}
	return in
}
