package app_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/internal/app"
	"tandem/scheduler"
	"tandem/store/sqlite"
)

// TestDoctor_NamesDeadLettersAndTheHerd: doctor says which messages failed for
// good and why, and over how much time the greatest herd goes out.
func TestDoctor_NamesDeadLettersAndTheHerd(t *testing.T) {
	db := filepath.Join(t.TempDir(), "tandem.db")
	now := time.Now().Truncate(time.Minute)
	planFor(t, db, 80, now)
	out := examined(t, db)
	for _, want := range []string{"ok    dead letters     none", "ok    herd             at most 80 due in one minute", "sent over 20s"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	poison(t, db, now)
	out = examined(t, db)
	for _, want := range []string{"FAULT dead letters     1 failed for good (table outbox, state dead); checkin of ", "no such channel", "fix: look in the log"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// examined is what doctor prints, faults or none.
func examined(t *testing.T, db string) string {
	t.Helper()
	var out, errs bytes.Buffer
	app.Main(context.Background(), app.Process{In: os.Stdin, Out: &out, Err: &errs}, []string{"doctor", "--db", db})
	return out.String()
}

// planFor plans check-ins of so many people of one Slack workspace, an hour from now.
func planFor(t *testing.T, db string, people int, now time.Time) {
	t.Helper()
	st, err := sqlite.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	err = st.Update(t.Context(), func(tx bot.Tx) error {
		for i := range people {
			id, _, err := tx.Who(t.Context(), bot.Person{Platform: "slack", Workspace: "T1", User: fmt.Sprint("U", i)}, now)
			if err != nil {
				return err
			}
			at := now.Add(time.Hour).UTC().Format("15:04")
			err = tx.SaveAthlete(t.Context(), coach.Athlete{ID: id, Zone: "UTC", Consent: coach.Consent{Given: true}, Reminders: coach.Reminders{CheckIn: at}})
			if err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := scheduler.New(scheduler.Config{Store: st, Now: func() time.Time { return now }}).Step(t.Context()); err != nil {
		t.Fatal(err)
	}
}

// refuser is a platform that takes nothing of one athlete.
type refuser struct{ of coach.AthleteID }

func (r refuser) Send(_ context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	if d.Athlete == r.of {
		return scheduler.Result{Outcome: scheduler.Dead, Why: "no such channel"}, nil
	}
	return scheduler.Result{Outcome: scheduler.Sent}, nil
}

// poison lets the hour go by with one message that cannot be sent.
func poison(t *testing.T, db string, now time.Time) {
	t.Helper()
	st, err := sqlite.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	later := func() time.Time { return now.Add(time.Hour) }
	if err := scheduler.New(scheduler.Config{Store: st, Sender: refuser{7}, Now: later}).Step(t.Context()); err != nil {
		t.Fatal(err)
	}
}
