package bot_test

import (
	"strings"
	"testing"

	"tandem/bot"
	"tandem/coach"
	"tandem/store/sqlite"
)

// athleteOf changes an athlete's settings and returns them.
func athleteOf(t *testing.T, store *sqlite.Store, user string, change func(*coach.Athlete)) (a coach.Athlete) {
	t.Helper()
	err := store.Update(t.Context(), func(tx bot.Tx) error {
		id, _, err := tx.Who(t.Context(), bot.Person{Platform: "test", User: user}, clock)
		if err != nil {
			return err
		}
		if a, err = tx.Athlete(t.Context(), id); err != nil {
			return err
		}
		change(&a)
		return tx.SaveAthlete(t.Context(), a)
	})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// TestOldYes_IsAskedAgainBeforeTheNextLog: a new text asks, and what waited is
// kept on the yes.
func TestOldYes_IsAskedAgainBeforeTheNextLog(t *testing.T) {
	r, store, m := wire(t)
	setUp(t, store, "ana")
	athleteOf(t, store, "ana", func(a *coach.Athlete) { a.Consent.Version = 1 })
	sent := hear(t, r, m, said("1", "ana", "/log run 5km 30:00"))
	if len(sent) != 1 || !strings.Contains(sent[0], "has changed since your yes") {
		t.Fatalf("sent %q", sent)
	}
	if sent = hear(t, r, m, said("2", "ana", "yes")); !strings.Contains(strings.Join(sent, "\n"), "5 km") {
		t.Errorf("sent %q", sent)
	}
	if a := athleteOf(t, store, "ana", func(*coach.Athlete) {}); !a.Consent.Current() {
		t.Errorf("consent %+v", a.Consent)
	}
}

// TestYesToOneClass_IsNoYesToTheOthers: a yes in words answers what was asked.
func TestYesToOneClass_IsNoYesToTheOthers(t *testing.T) {
	r, store, m := wire(t)
	setUp(t, store, "ana")
	athleteOf(t, store, "ana", func(a *coach.Athlete) { a.Consent.Without = coach.SetOf(coach.Recovery, coach.Notes) })
	for i, step := range []struct{ say, want string }{
		{"checkin 4 3 4 4 5", "nothing of recovery"}, {"no", "nothing was kept"},
		{"checkin 4 3 4 4 5", "nothing of recovery"}, {"yes", "total 20"},
	} {
		if sent := strings.Join(hear(t, r, m, said(step.say+strings.Repeat("'", i), "ana", step.say)), "\n"); !strings.Contains(sent, step.want) {
			t.Errorf("%q: sent %q, want %q in it", step.say, sent, step.want)
		}
	}
	if a := athleteOf(t, store, "ana", func(*coach.Athlete) {}); a.Consent.Allows(coach.Notes) {
		t.Errorf("consent %+v", a.Consent)
	}
}

// TestIllness_IsNotKeptBeforeAYes: the reason for a pause tells of health.
func TestIllness_IsNotKeptBeforeAYes(t *testing.T) {
	r, store, m := wire(t)
	for said_, want := range map[string]string{"pause 3d ill": "", "pause 3d holiday": "holiday"} {
		hear(t, r, m, said(said_, "ana", said_))
		if a := athleteOf(t, store, "ana", func(*coach.Athlete) {}); a.Pause.Reason != want {
			t.Errorf("%s: reason %q kept, want %q", said_, a.Pause.Reason, want)
		}
	}
}

// TestWarningSign_WithoutNotes_IsAnsweredAndNotKept: safety needs no consent to
// speak, and keeps nothing without.
func TestWarningSign_WithoutNotes_IsAnsweredAndNotKept(t *testing.T) {
	r, store, m := wire(t)
	setUp(t, store, "ana")
	athleteOf(t, store, "ana", func(a *coach.Athlete) { a.Consent.Without = coach.SetOf(coach.Notes) })
	sent := hear(t, r, m, said("1", "ana", "/log run 5km 30:00 note felt tight in my chest"))
	if len(sent) != 1 || !strings.Contains(sent[0], "doctor") && !strings.Contains(sent[0], "emergency") {
		t.Errorf("sent %q", sent)
	}
	if a := athleteOf(t, store, "ana", func(*coach.Athlete) {}); a.Hold.Tier != "" {
		t.Errorf("kept %+v", a.Hold)
	}
	if history := strings.Join(hear(t, r, m, said("2", "ana", "/history")), ""); strings.Contains(history, "chest") || !strings.Contains(history, "5 km") {
		t.Errorf("history %q", history)
	}
}
