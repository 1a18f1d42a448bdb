package coach_test

import (
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
	"tandem/store/sqlite"
)

// TestNotes_SpeakOnlyOfTheDayThatIsSet: a note about an event says nothing once
// the event has moved.
func TestNotes_SpeakOnlyOfTheDayThatIsSet(t *testing.T) {
	c, ctx := newCoach(t), t.Context()
	store, err := sqlite.Memory(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	now := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	err = store.Update(ctx, func(tx bot.Tx) error {
		id, _, err := tx.Who(ctx, bot.Person{Platform: "test", User: "ana"}, now)
		if err != nil {
			return err
		}
		a := coach.Athlete{ID: id, Units: training.Metric, Zone: "UTC", Created: now, Event: training.Date{Year: 2027, Month: 5, Day: 2},
			Consent: coach.Consent{Given: true}, Reminders: coach.DefaultReminders("07:00")}
		if err := tx.SaveAthlete(ctx, a); err != nil {
			return err
		}
		if err := c.PlanNotes(ctx, tx, a, now); err != nil {
			return err
		}
		for _, tt := range []struct {
			event training.Date
			want  string
		}{{a.Event, "about half"}, {a.Event.Add(7), ""}} {
			moved := a
			moved.Event = tt.event
			text, err := c.FollowUp(ctx, tx, moved, coach.TaperNote, "", a.Event.String(), now)
			if err != nil {
				return err
			}
			if tt.want == "" && text != "" || !strings.Contains(text, tt.want) {
				t.Errorf("event on %s: %q, want %q in it", tt.event, text, tt.want)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestNotes_ComeAtTheirHourWhenClocksChange: on the day that New York puts its
// clocks forward, nine o'clock is eight hours after midnight.
func TestNotes_ComeAtTheirHourWhenClocksChange(t *testing.T) {
	st := &diary{shelf: newShelf()}
	bo := ana
	bo.Zone, bo.Consent.Given, bo.Reminders = "America/New_York", true, coach.DefaultReminders("07:00")
	bo.Pause.Until = training.Date{Year: 2027, Month: time.March, Day: 13}
	if err := engine().PlanNotes(t.Context(), st, bo, time.Date(2027, 3, 10, 12, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	want := time.Date(2027, 3, 14, 13, 0, 0, 0, time.UTC) // 09:00 EDT
	if len(st.planned) != 1 || !st.planned[0].Due.Equal(want) {
		t.Errorf("planned %v, want one due at %s", st.planned, want)
	}
}
