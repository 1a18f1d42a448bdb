package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
)

// Two workspaces and two servers with people in them.
var (
	cleo  = bot.Person{Platform: "slack", Workspace: "T1", User: "U2"}
	dora  = bot.Person{Platform: "slack", Workspace: "T2", User: "U1"}
	eve   = bot.Person{Platform: "discord", User: "78"}
	first = bot.Place{Platform: "slack", Workspace: "T1"}
)

var goneTests = []test{
	{"who is of a removed workspace is erased in time, and nobody else", func(t *testing.T, o Opened) {
		ids := map[bot.Person]coach.AthleteID{}
		for _, p := range []bot.Person{ana, cleo, dora, ben} {
			ids[p] = meet(t, o.Store, p)
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return changeAll(ctx, tx, ids[p]) })
		}
		left(t, o.Store, first, noon, 2)
		left(t, o.Store, first, noon.Add(time.Hour), 0) // told twice: the first is when it was
		purgeGone(t, o.Store, noon, 0)
		purgeGone(t, o.Store, noon.Add(time.Millisecond), 2)
		for p, want := range map[bot.Person]bool{ana: false, cleo: false, dora: true, ben: true} {
			if has := len(traces(t, o.Store, ids[p])) > 0; has != want {
				t.Errorf("%v: something is left = %v, want %v", p, has, want)
			}
		}
		if again := meet(t, o.Store, ana); again == ids[ana] {
			t.Error("the erased athlete is still known")
		}
	}},
	{"who has gone has no address, and keeps everything until the time is over", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return changeAll(ctx, tx, id) })
		before := traces(t, o.Store, id)
		left(t, o.Store, first, noon, 1)
		if to := addresses(t, o.Store, id); len(to) > 0 {
			t.Errorf("addresses %v", to)
		}
		if diff := cmp.Diff(before, traces(t, o.Store, id)); diff != "" {
			t.Error(diff)
		}
	}},
	{"an app that is installed again finds its people", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		left(t, o.Store, first, noon, 1)
		for _, want := range []int{1, 0} {
			if n, err := o.Store.Back(t.Context(), first); err != nil || n != want {
				t.Errorf("back: %d, %v; want %d", n, err, want)
			}
		}
		purgeGone(t, o.Store, noon.AddDate(1, 0, 0), 0)
		if to := addresses(t, o.Store, id); len(to) != 1 {
			t.Errorf("addresses %v", to)
		}
	}},
	{"who speaks is back", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		left(t, o.Store, bot.Place{Platform: ana.Platform, Workspace: ana.Workspace, User: ana.User}, noon, 1)
		if got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.AthleteID, error) {
			id, _, err := tx.Who(ctx, ana, noon)
			return id, err
		}); got != id || len(addresses(t, o.Store, id)) != 0 {
			t.Errorf("a look brought %d back", got)
		}
		if again := meet(t, o.Store, ana); again != id || len(addresses(t, o.Store, id)) != 1 {
			t.Errorf("athlete %d, was %d, with %v", again, id, addresses(t, o.Store, id))
		}
		purgeGone(t, o.Store, noon.AddDate(1, 0, 0), 0)
	}},
	{"a removed server takes those who used the coach there alone", func(t *testing.T, o Opened) {
		stranger := bot.Person{Platform: "discord", User: "79"}
		own := bot.Person{Platform: "discord", User: "80"}
		for p, servers := range map[bot.Person][]string{ben: {"S1"}, eve: {"S1", "S2"}, stranger: nil, own: {"S1", bot.OwnAccount}} {
			meet(t, o.Store, p)
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
				var errs []error
				for _, s := range append(servers, servers...) {
					errs = append(errs, tx.MetIn(ctx, p, s))
				}
				return errors.Join(errs...)
			})
		}
		left(t, o.Store, bot.Place{Platform: "discord", Server: "S1"}, noon, 1)
		left(t, o.Store, bot.Place{Platform: "discord", Server: "S2"}, noon, 1)
		left(t, o.Store, bot.Place{Platform: "discord", User: own.User}, noon, 0)
		left(t, o.Store, bot.Place{Platform: "discord", User: stranger.User}, noon, 1)
		purgeGone(t, o.Store, noon.Add(time.Millisecond), 3)
	}},
}

// left removes the coach from a place and counts whom it was lost to.
func left(t *testing.T, s Store, p bot.Place, at time.Time, want int) {
	t.Helper()
	if n, err := s.Left(t.Context(), p, at); err != nil || n != want {
		t.Errorf("%+v lost %d people, %v; want %d", p, n, err, want)
	}
}

func purgeGone(t *testing.T, s Store, before time.Time, want int) {
	t.Helper()
	if n, err := s.PurgeGone(t.Context(), before); err != nil || n != want {
		t.Errorf("gone before %v: erased %d, %v; want %d", before, n, err, want)
	}
}

func addresses(t *testing.T, s Store, id coach.AthleteID) []bot.Address {
	t.Helper()
	return read(t, s, func(ctx context.Context, tx bot.Tx) ([]bot.Address, error) { return tx.Addresses(ctx, id) })
}
