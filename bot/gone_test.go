package bot_test

import (
	"errors"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
)

// TestSendingThatFails_TellsWhoHasGone: only an error that says so is the end of
// the way to somebody; one that may pass is not.
func TestSendingThatFails_TellsWhoHasGone(t *testing.T) {
	for _, tt := range []struct {
		sent      error
		workspace string
		gone      int
	}{
		{bot.ErrLeft, "", 1}, {bot.ErrGone, "T1", 1},
		{bot.ErrGone, "", 0}, // the coach's own token
		{bot.ErrUnreachable, "T1", 0}, {bot.ErrRefused, "T1", 0}, {bot.ErrUnknown, "T1", 0},
	} {
		for _, way := range []string{"a reply", "a check-in"} {
			r, store, m := wire(t)
			hello := said("1", "ana", "/help")
			hello.From.Workspace = tt.workspace
			hear(t, r, m, hello)
			m.fail = tt.sent
			if way == "a reply" {
				again := hello
				again.ID = "2"
				if _, err := r.Accept(t.Context(), again); err != nil {
					t.Fatal(err)
				}
				if err := r.Attempt(t.Context()); !errors.Is(err, tt.sent) && tt.sent != bot.ErrLeft && tt.sent != bot.ErrUnreachable {
					t.Errorf("%v: %v", tt.sent, err)
				}
			} else {
				consented(t, store, hello.From)
				if err := r.Notify(t.Context(), bot.Notice{Athlete: 1, Kind: bot.NoticeClock, Key: "k"}); !errors.Is(err, tt.sent) {
					t.Errorf("%v: %v", tt.sent, err)
				}
			}
			erased, err := store.PurgeGone(t.Context(), clock.Add(time.Hour))
			if err != nil || erased != tt.gone {
				t.Errorf("%s, %v in %q: %d erased, %v; want %d", way, tt.sent, tt.workspace, erased, err, tt.gone)
			}
		}
	}
}

func consented(t *testing.T, store bot.Store, p bot.Person) {
	t.Helper()
	err := store.Update(t.Context(), func(tx bot.Tx) error {
		id, _, err := tx.Who(t.Context(), p, clock)
		if err != nil {
			return err
		}
		return tx.SaveAthlete(t.Context(), coach.Athlete{ID: id, Consent: coach.Consent{Given: true, Version: coach.ConsentVersion}})
	})
	if err != nil {
		t.Fatal(err)
	}
}
