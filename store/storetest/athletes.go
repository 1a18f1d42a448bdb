package storetest

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
)

var identityTests = []test{
	{"a person is one athlete, made on first sight", func(t *testing.T, o Opened) {
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			first, fresh, err := tx.Who(ctx, ana, noon)
			if err != nil || !fresh || first == 0 {
				t.Errorf("first sight = %d, %v, %v", first, fresh, err)
			}
			again, fresh, err := tx.Who(ctx, ana, noon.Add(time.Hour))
			if err != nil || fresh || again != first {
				t.Errorf("second sight = %d, %v, %v; want %d, known", again, fresh, err, first)
			}
			a, err := tx.Athlete(ctx, first)
			if diff := cmp.Diff(coach.Athlete{ID: first, Units: training.Metric, Created: noon}, a); diff != "" {
				t.Errorf("a new athlete (-want +got):\n%s", diff)
			}
			return err
		})
	}},
	{"platform, workspace and user tell people apart", func(t *testing.T, o Opened) {
		seen := map[coach.AthleteID]bool{}
		for _, p := range []bot.Person{ana, ben, {Platform: "slack", Workspace: "T2", User: "U1"}, {Platform: "slack", Workspace: "T1", User: "U2"}, {Platform: "discord", Workspace: "T1", User: "U1"}} {
			seen[meet(t, o.Store, p)] = true
		}
		if len(seen) != 5 {
			t.Errorf("five people are %d athletes", len(seen))
		}
		if st := stats(t, o.Store); st.Athletes != 5 {
			t.Errorf("stats count %d athletes, want 5", st.Athletes)
		}
	}},
	{"a stranger is not made by looking", func(t *testing.T, o Opened) {
		_, err := tryRead(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.AthleteID, error) {
			id, _, err := tx.Who(ctx, ana, noon)
			return id, err
		})
		if !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("Who in a View = %v, want ErrNotFound", err)
		}
		id := meet(t, o.Store, ana)
		got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.AthleteID, error) {
			id, _, err := tx.Who(ctx, ana, noon)
			return id, err
		})
		if got != id {
			t.Errorf("Who in a View = %d, want %d", got, id)
		}
	}},
	{"an athlete is written to where they talk", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		meet(t, o.Store, ben)
		got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) ([]bot.Address, error) { return tx.Addresses(ctx, id) })
		if diff := cmp.Diff([]bot.Address{{Person: ana}}, got); diff != "" {
			t.Errorf("addresses (-want +got):\n%s", diff)
		}
	}},
	{"people are reachable until a platform says no, and again when it says yes", func(t *testing.T, o Opened) {
		reachable := func() bool {
			return read(t, o.Store, func(ctx context.Context, tx bot.Tx) (bool, error) { return tx.IsReachable(ctx, ana) })
		}
		if !reachable() {
			t.Error("a person never seen is not reachable")
		}
		meet(t, o.Store, ana)
		for _, ok := range []bool{false, true} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Reachable(ctx, ana, ok) })
			if reachable() != ok {
				t.Errorf("reachable = %v, want %v", !ok, ok)
			}
		}
	}},
}

var athleteTests = []test{
	{"settings come back as they were saved", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		full := coach.Athlete{
			ID: id, Goal: training.Event, Experience: training.Advanced, Units: training.Imperial, Zone: "America/Nuuk",
			Event: training.Date{Year: 2027, Month: 5, Day: 2}, Deload: training.Date{Year: 2027, Month: 3, Day: 7},
			Consent: coach.Consent{Given: true, Version: 1, At: noon, Without: coach.SetOf(coach.Notes)},
			Reminders: coach.Reminders{CheckIn: "07:00", Days: "mon,wed", Cron: "0 7 * * 1", Quiet: "22:00-06:30",
				Nudge: true, AfterSession: true, SixHours: true, Review: true, Team: true},
			Pause: coach.Pause{Until: training.Date{Year: 2027, Month: 3, Day: 9}, Reason: "holiday"},
			Hold:  coach.Hold{Tier: "T1", Group: "chest", At: noon.Add(time.Minute)},
			SetUp: true, Created: noon.AddDate(0, -1, 0),
		}
		for _, want := range []coach.Athlete{full, {ID: id}} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.SaveAthlete(ctx, want) })
			got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.Athlete, error) { return tx.Athlete(ctx, id) })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("athlete (-saved +got):\n%s", diff)
			}
		}
	}},
	{"who is not there is not found", func(t *testing.T, o Opened) {
		if _, err := tryRead(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.Athlete, error) { return tx.Athlete(ctx, 99) }); !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("Athlete = %v, want ErrNotFound", err)
		}
		err := o.Store.Update(t.Context(), func(tx bot.Tx) error { return tx.SaveAthlete(t.Context(), coach.Athlete{ID: 99}) })
		if !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("SaveAthlete = %v, want ErrNotFound", err)
		}
	}},
	{"nothing is kept for who is not there", func(t *testing.T, o Opened) {
		err := o.Store.Update(t.Context(), func(tx bot.Tx) error {
			return tx.PutSession(t.Context(), 99, training.Session{ID: "s", Start: noon}, noon)
		})
		if err == nil {
			t.Error("a session was stored for nobody")
		}
	}},
	{"own exercises are kept in lower case and can change their mind", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			return errors.Join(
				tx.PutOwnExercise(ctx, id, "Yoke Walk", false),
				tx.PutOwnExercise(ctx, id, "yoke walk", true),
				tx.PutOwnExercise(ctx, id, "ring row", false),
				tx.PutOwnExercise(ctx, other, "sissy squat", true))
		})
		own := func(id coach.AthleteID) map[string]bool {
			return read(t, o.Store, func(ctx context.Context, tx bot.Tx) (map[string]bool, error) { return tx.OwnExercises(ctx, id) })
		}
		if diff := cmp.Diff(map[string]bool{"yoke walk": true, "ring row": false}, own(id)); diff != "" {
			t.Errorf("own exercises (-want +got):\n%s", diff)
		}
		if got := own(99); got == nil || len(got) != 0 {
			t.Errorf("nobody's own exercises = %v, want an empty map", got)
		}
	}},
}
