package storetest

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

var transactionTests = []test{
	{"an error rolls everything back", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		err := o.Store.Update(t.Context(), func(tx bot.Tx) error { return errors.Join(changeAll(t.Context(), tx, id), errSpoilt) })
		if err == nil || err.Error() != errSpoilt.Error() {
			t.Fatalf("Update = %v, want only the test's own error", err)
		}
		nothingOf(t, o.Store, id)
	}},
	{"a panic rolls everything back and leaves the store usable", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		func() {
			defer func() {
				if recover() == nil {
					t.Error("the panic was swallowed")
				}
			}()
			o.Store.Update(t.Context(), func(tx bot.Tx) error {
				if err := changeAll(t.Context(), tx, id); err != nil {
					t.Error(err)
				}
				panic("a bug")
			})
		}()
		nothingOf(t, o.Store, id)
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return changeAll(ctx, tx, id) })
	}},
	{"a transaction sees its own changes", func(t *testing.T, o Opened) {
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			id, _, err := tx.Who(ctx, ana, noon)
			if err != nil {
				return err
			}
			if err := changeAll(ctx, tx, id); err != nil {
				return err
			}
			s, err := tx.LatestLogged(ctx, id)
			if s.ID != "s1" {
				t.Errorf("latest session = %q, want s1", s.ID)
			}
			return err
		})
	}},
	{"what was read of a person is read anew when it was changed", func(t *testing.T, o Opened) {
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			id, _, err := tx.Who(ctx, ana, noon)
			if err != nil {
				return err
			}
			_, _, err = tx.Who(ctx, ana, noon)
			a, failed := tx.Athlete(ctx, id)
			a.Goal = training.Hypertrophy
			err = errors.Join(err, failed, tx.SaveAthlete(ctx, a), tx.Reachable(ctx, ana, false))
			saved, failed := tx.Athlete(ctx, id)
			reachable, asked := tx.IsReachable(ctx, ana)
			if saved.Goal != a.Goal || reachable {
				t.Errorf("goal %q, reachable %v; want %q, false", saved.Goal, reachable, a.Goal)
			}
			other, _, met := tx.Who(ctx, ben, noon)
			theirs, read := tx.Athlete(ctx, other)
			if theirs.ID != other || theirs.Goal != "" {
				t.Errorf("ben is athlete %d with goal %q, want %d without one", theirs.ID, theirs.Goal, other)
			}
			return errors.Join(err, failed, asked, met, read)
		})
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			id, _, err := tx.Who(ctx, ana, noon)
			err = errors.Join(err, tx.Erase(ctx, id))
			if _, gone := tx.Athlete(ctx, id); !errors.Is(gone, coach.ErrNotFound) {
				t.Errorf("an erased athlete = %v, want ErrNotFound", gone)
			}
			return err
		})
	}},
	{"a view changes nothing", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		o.Store.View(t.Context(), func(tx bot.Tx) error { return changeAll(t.Context(), tx, id) }) // may fail, must not change
		nothingOf(t, o.Store, id)
	}},
	{"a view's error comes back", func(t *testing.T, o Opened) {
		if err := o.Store.View(t.Context(), func(bot.Tx) error { return errSpoilt }); !errors.Is(err, errSpoilt) {
			t.Errorf("View = %v", err)
		}
	}},
	{"writers side by side lose no change", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		var all sync.WaitGroup
		for range 8 {
			all.Go(func() {
				for range 10 {
					err := o.Store.Update(t.Context(), func(tx bot.Tx) error { return raiseVersion(t.Context(), tx, id) })
					if err != nil {
						t.Error(err)
					}
				}
			})
		}
		all.Wait()
		a := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (coach.Athlete, error) { return tx.Athlete(ctx, id) })
		if a.Consent.Version != 80 {
			t.Errorf("80 increments made %d", a.Consent.Version)
		}
	}},
	{"a cancelled context changes nothing and leaves the store usable", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		ctx, cancel := context.WithCancel(t.Context())
		err := o.Store.Update(ctx, func(tx bot.Tx) error {
			if err := changeAll(ctx, tx, id); err != nil {
				return err
			}
			cancel()
			return nil
		})
		if err == nil {
			t.Error("the commit succeeded on a cancelled context")
		}
		if _, err := o.Store.Accept(ctx, said("1", "hello")); !errors.Is(err, context.Canceled) {
			t.Errorf("Accept = %v, want context.Canceled", err)
		}
		nothingOf(t, o.Store, id)
		accept(t, o.Store, said("1", "hello"))
	}},
}

// changeAll makes one change of every kind for the athlete.
func changeAll(ctx context.Context, tx bot.Tx, id coach.AthleteID) error {
	a, err := tx.Athlete(ctx, id)
	if err != nil {
		return err
	}
	a.Zone, a.Goal = "Europe/Oslo", training.Strength
	day := training.DateOf(noon)
	for _, change := range []func() error{
		func() error { return tx.SaveAthlete(ctx, a) },
		func() error { return tx.PutOwnExercise(ctx, id, "zercher carry", true) },
		func() error {
			return tx.NoteConsent(ctx, id, coach.ConsentWord{Class: coach.Training, Given: true, Version: 2, At: noon})
		},
		func() error {
			return tx.PutSession(ctx, id, training.Session{ID: "s1", Kind: training.Run, Start: noon, Zone: "UTC"}, noon)
		},
		func() error { return tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: day, At: noon, Fatigue: 3}) },
		func() error { return tx.SkipCheckIn(ctx, id, day) },
		func() error {
			return tx.PutFollowUp(ctx, id, coach.FollowUp{Key: "k", Kind: "refuel", Due: noon.Add(time.Hour)})
		},
		func() error { return tx.PutExplanation(ctx, id, coach.Explanation{ID: "e1", At: noon, Title: "t"}) },
		func() error { return tx.SetDialogue(ctx, id, bot.Dialogue{Step: "goal"}) },
		func() error { return tx.PutDraft(ctx, id, "d", "words", noon) },
		func() error { return tx.CountQuestion(ctx, "why?", nil, noon) },
		func() error { return tx.CountFeedback(ctx, "order", true) },
		func() error { return tx.Reachable(ctx, ana, false) },
	} {
		if err := change(); err != nil {
			return err
		}
	}
	return nil
}

// nothingOf fails unless the store is as before changeAll.
func nothingOf(t *testing.T, s Store, id coach.AthleteID) {
	t.Helper()
	a := read(t, s, func(ctx context.Context, tx bot.Tx) (coach.Athlete, error) { return tx.Athlete(ctx, id) })
	if a.Zone != "" || a.Goal != "" {
		t.Errorf("settings changed: %+v", a)
	}
	for _, left := range traces(t, s, id) {
		t.Errorf("left behind: %s", left)
	}
	if ok := read(t, s, func(ctx context.Context, tx bot.Tx) (bool, error) { return tx.IsReachable(ctx, ana) }); !ok {
		t.Error("left behind: unreachable")
	}
	if q, err := s.Questions(t.Context(), 10); err != nil || len(q) > 0 {
		t.Errorf("questions = %v, %v", q, err)
	}
	if f, err := s.Feedback(t.Context()); err != nil || len(f) > 0 {
		t.Errorf("feedback = %v, %v", f, err)
	}
}

// traces names the kinds of things that the store holds of an athlete besides
// settings and identities.
func traces(t *testing.T, s Store, id coach.AthleteID) (left []string) {
	t.Helper()
	err := s.View(t.Context(), func(tx bot.Tx) error {
		ctx := t.Context()
		day := training.DateOf(noon)
		note := func(kind string, found bool) {
			if found {
				left = append(left, kind)
			}
		}
		sessions, err1 := tx.SessionsBetween(ctx, id, noon.AddDate(-1, 0, 0), noon.AddDate(1, 0, 0))
		note("sessions", len(sessions) > 0)
		checkIns, err2 := tx.CheckInsBetween(ctx, id, day.Add(-400), day.Add(400))
		note("check-ins", len(checkIns) > 0)
		skipped, err3 := tx.CheckInSkipped(ctx, id, day)
		note("skip", skipped)
		own, err4 := tx.OwnExercises(ctx, id)
		note("own exercises", len(own) > 0)
		d, err5 := tx.Dialogue(ctx, id)
		note("dialogue", d.Step != "")
		_, err := tx.Draft(ctx, id, "d")
		note("draft", !errors.Is(err, coach.ErrNotFound))
		_, err = tx.Explanation(ctx, id, "")
		note("explanation", !errors.Is(err, coach.ErrNotFound))
		_, err = tx.LatestLogged(ctx, id)
		note("latest session", !errors.Is(err, coach.ErrNotFound))
		words, err6 := tx.ConsentWords(ctx, id)
		note("consents", len(words) > 0)
		return errors.Join(err1, err2, err3, err4, err5, err6)
	})
	if err != nil {
		t.Fatalf("look for traces: %v", err)
	}
	return left
}

// raiseVersion reads, adds and writes.
func raiseVersion(ctx context.Context, tx bot.Tx, id coach.AthleteID) error {
	a, err := tx.Athlete(ctx, id)
	if err != nil {
		return err
	}
	a.Consent.Version++
	return tx.SaveAthlete(ctx, a)
}
