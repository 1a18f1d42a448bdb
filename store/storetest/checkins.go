package storetest

import (
	"context"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
	"tandem/scheduler"
)

var checkInTests = []test{
	{"any check-in comes back as it was stored", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		rapid.Check(t, func(rt *rapid.T) {
			want := genCheckIn().Draw(rt, "check-in")
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutCheckIn(ctx, id, want) })
			got := checkIns(t, o.Store, id, want.Date, want.Date)
			if diff := cmp.Diff([]recovery.CheckIn{want}, got); diff != "" {
				rt.Fatalf("check-in (-stored +got):\n%s", diff)
			}
		})
	}},
	{"a stretch holds both its days, in order, of one athlete", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		day := training.Date{Year: 2027, Month: 2, Day: 27} // over the end of a month
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			for _, n := range []int{4, 0, 3, 1, 2} {
				if err := tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: day.Add(n), At: noon, Mood: n + 1}); err != nil {
					return err
				}
			}
			return tx.PutCheckIn(ctx, other, recovery.CheckIn{Date: day.Add(2), At: noon})
		})
		var moods []int
		for _, c := range checkIns(t, o.Store, id, day.Add(1), day.Add(3)) {
			moods = append(moods, c.Mood)
		}
		if diff := cmp.Diff([]int{2, 3, 4}, moods); diff != "" {
			t.Errorf("moods (-want +got):\n%s", diff)
		}
	}},
	{"a day answered twice keeps the last answer", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		day := training.DateOf(noon)
		for _, c := range []recovery.CheckIn{{Date: day, At: noon, Fatigue: 2, Pain: "left knee"}, {Date: day, At: noon, Fatigue: 4, NoPain: true}} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutCheckIn(ctx, id, c) })
			if diff := cmp.Diff([]recovery.CheckIn{c}, checkIns(t, o.Store, id, day, day)); diff != "" {
				t.Errorf("check-in (-want +got):\n%s", diff)
			}
		}
	}},
	{"a skipped day is that day of that athlete", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		day := training.DateOf(noon)
		for range 2 {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.SkipCheckIn(ctx, id, day) })
		}
		skipped := func(id coach.AthleteID, day training.Date) bool {
			return read(t, o.Store, func(ctx context.Context, tx bot.Tx) (bool, error) { return tx.CheckInSkipped(ctx, id, day) })
		}
		if !skipped(id, day) || skipped(id, day.Add(1)) || skipped(other, day) {
			t.Error("the wrong days are skipped")
		}
		all := read(t, o.Store, func(ctx context.Context, tx bot.Tx) ([]training.Date, error) { return tx.SkippedDays(ctx, id) })
		if len(all) != 1 || all[0] != day {
			t.Errorf("skipped days %v, want %v", all, day)
		}
	}},
	{"a check-in is asked from the moment it is due", func(t *testing.T, o Opened) {
		s, ok := o.Store.(scheduler.Store)
		if !ok {
			t.Fatalf("%T is no scheduler.Store", o.Store)
		}
		d, id := &desk{T: t, Store: s, opened: o}, meet(t, o.Store, ana)
		d.put(checkInAt(id, noon), occurrenceAt(id, scheduler.Nudge, dateOf(noon).Add(1).String(), noon))
		asked := func(day training.Date) bool {
			return read(t, o.Store, func(ctx context.Context, tx bot.Tx) (bool, error) { return tx.CheckInAsked(ctx, id, day) })
		}
		if !asked(dateOf(noon)) || asked(dateOf(noon).Add(1)) {
			t.Error("the wrong days are asked")
		}
	}},
}

func checkIns(t *testing.T, s Store, id coach.AthleteID, from, to training.Date) []recovery.CheckIn {
	t.Helper()
	return read(t, s, func(ctx context.Context, tx bot.Tx) ([]recovery.CheckIn, error) {
		return tx.CheckInsBetween(ctx, id, from, to)
	})
}
