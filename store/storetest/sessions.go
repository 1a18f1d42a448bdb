package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
)

var sessionTests = []test{
	{"any session comes back as it was stored", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		rapid.Check(t, func(rt *rapid.T) {
			want := genSession().Draw(rt, "session")
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutSession(ctx, id, want, noon) })
			got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (training.Session, error) { return tx.Session(ctx, id, want.ID) })
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("session (-stored +got):\n%s", diff)
			}
		})
	}},
	{"a stretch holds its first instant and not its last, in order of start", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		for _, h := range []int{5, 1, 3, 0, 4, 2} {
			put(t, o.Store, id, training.Session{ID: fmt.Sprint(h), Start: noon.Add(time.Duration(h) * time.Hour)})
		}
		put(t, o.Store, id, training.Session{ID: "0b", Start: noon.Add(time.Hour)})
		put(t, o.Store, other, training.Session{ID: "x", Start: noon.Add(2 * time.Hour)})
		got := idsBetween(t, o.Store, id, noon.Add(time.Hour), noon.Add(4*time.Hour))
		if diff := cmp.Diff([]string{"0b", "1", "2", "3"}, got); diff != "" {
			t.Errorf("sessions (-want +got):\n%s", diff)
		}
	}},
	{"a session with a known id takes the place of the old one, at a new start too", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		put(t, o.Store, id, training.Session{ID: "a", Start: noon, Km: 8, Note: "old"})
		put(t, o.Store, id, training.Session{ID: "a", Start: noon.Add(time.Hour), Km: 9})
		all := read(t, o.Store, func(ctx context.Context, tx bot.Tx) ([]training.Session, error) {
			return tx.SessionsBetween(ctx, id, noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0))
		})
		if diff := cmp.Diff([]training.Session{{ID: "a", Start: noon.Add(time.Hour), Km: 9}}, all); diff != "" {
			t.Errorf("sessions (-want +got):\n%s", diff)
		}
	}},
	{"two athletes may have sessions of one id", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		put(t, o.Store, id, training.Session{ID: "a", Start: noon, Km: 8})
		put(t, o.Store, other, training.Session{ID: "a", Start: noon, Km: 3})
		if got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (training.Session, error) { return tx.Session(ctx, id, "a") }); got.Km != 8 {
			t.Errorf("ana's session is %v km, want 8", got.Km)
		}
	}},
	{"the latest is the one stored last, whenever it took place", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		latest := func(want string) {
			t.Helper()
			got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (training.Session, error) { return tx.LatestLogged(ctx, id) })
			if got.ID != want {
				t.Errorf("latest = %q, want %q", got.ID, want)
			}
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { // an import: one instant for all
			for _, s := range []string{"m", "z", "a"} {
				if err := tx.PutSession(ctx, id, training.Session{ID: s, Start: noon}, noon); err != nil {
					return err
				}
			}
			return nil
		})
		latest("a")
		put(t, o.Store, id, training.Session{ID: "b", Start: noon.AddDate(-1, 0, 0)})
		latest("b")
		put(t, o.Store, id, training.Session{ID: "z", Start: noon}) // edited
		latest("z")
		for _, next := range []string{"b", "a", "m"} { // undone, one by one
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
				s, err := tx.LatestLogged(ctx, id)
				return errors.Join(err, tx.DeleteSession(ctx, id, s.ID))
			})
			latest(next)
		}
	}},
	{"a deleted session is gone, and deleting again is no fault", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		put(t, o.Store, id, training.Session{ID: "a", Start: noon})
		for range 2 {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.DeleteSession(ctx, id, "a") })
		}
		for name, look := range map[string]func(context.Context, bot.Tx) (training.Session, error){
			"Session":      func(ctx context.Context, tx bot.Tx) (training.Session, error) { return tx.Session(ctx, id, "a") },
			"LatestLogged": func(ctx context.Context, tx bot.Tx) (training.Session, error) { return tx.LatestLogged(ctx, id) },
		} {
			if _, err := tryRead(t, o.Store, look); !errors.Is(err, coach.ErrNotFound) {
				t.Errorf("%s = %v, want ErrNotFound", name, err)
			}
		}
	}},
	{"sessions in any order of storing come back in order of start", func(t *testing.T, o Opened) {
		person := 0
		rapid.Check(t, func(rt *rapid.T) {
			person++
			id := meet(t, o.Store, bot.Person{Platform: "console", User: fmt.Sprint(person)})
			hours := rapid.SliceOfNDistinct(rapid.IntRange(-5000, 5000), 0, 12, rapid.ID[int]).Draw(rt, "hours")
			for _, h := range hours {
				put(t, o.Store, id, training.Session{ID: fmt.Sprint(h), Start: noon.Add(time.Duration(h) * time.Hour)})
			}
			from, to := rapid.IntRange(-6000, 6000).Draw(rt, "from"), rapid.IntRange(-6000, 6000).Draw(rt, "to")
			slices.Sort(hours)
			var want []string
			for _, h := range hours {
				if h >= from && h < to {
					want = append(want, fmt.Sprint(h))
				}
			}
			got := idsBetween(t, o.Store, id, noon.Add(time.Duration(from)*time.Hour), noon.Add(time.Duration(to)*time.Hour))
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("sessions (-want +got):\n%s", diff)
			}
		})
	}},
}

func put(t *testing.T, s Store, id coach.AthleteID, session training.Session) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx bot.Tx) error { return tx.PutSession(ctx, id, session, noon) })
}

func idsBetween(t *testing.T, s Store, id coach.AthleteID, from, to time.Time) (ids []string) {
	t.Helper()
	for _, session := range read(t, s, func(ctx context.Context, tx bot.Tx) ([]training.Session, error) {
		return tx.SessionsBetween(ctx, id, from, to)
	}) {
		ids = append(ids, session.ID)
	}
	return ids
}
