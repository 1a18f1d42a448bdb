package app

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/store/sqlite"
)

// cut is an adapter whose platform may be out of reach.
type cut struct {
	bot.Adapter
	err error
}

func (cut) Name() string    { return "discord" }
func (c cut) Health() error { return c.err }

// mute is an adapter that cannot tell.
type mute struct{ bot.Adapter }

func (mute) Name() string { return "console" }

var eight = time.Date(2027, 3, 1, 8, 0, 0, 0, time.UTC)

// due is a database in which something was to be done at eight o'clock.
func due(t *testing.T) *sqlite.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "tandem.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	err = s.Update(t.Context(), func(tx bot.Tx) error {
		id, _, err := tx.Who(t.Context(), bot.Person{Platform: "discord", User: "1"}, eight)
		return errors.Join(err, tx.PutFollowUp(t.Context(), id, coach.FollowUp{Key: "k", Kind: "soreness", Due: eight}))
	})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestReadiness(t *testing.T) {
	for name, c := range map[string]struct {
		now      time.Time
		adapters []bot.Adapter
		want     map[string]string // check: what it says contains; "" = ready
	}{
		"all is well":              {eight, []bot.Adapter{cut{}}, map[string]string{"store": "", "scheduler": "", "discord": ""}},
		"a minute late is in time": {eight.Add(time.Minute), nil, map[string]string{"store": "", "scheduler": ""}},
		"nothing is due yet":       {eight.Add(-time.Hour), nil, map[string]string{"store": "", "scheduler": ""}},
		"the scheduler hangs":      {eight.Add(3 * time.Minute), nil, map[string]string{"store": "", "scheduler": "3m0s behind"}},
		"a platform is cut off":    {eight, []bot.Adapter{cut{err: errors.New("shard 0: no answer")}}, map[string]string{"store": "", "scheduler": "", "discord": "no answer"}},
		"a platform cannot tell":   {eight, []bot.Adapter{mute{}}, map[string]string{"store": "", "scheduler": ""}},
	} {
		t.Run(name, func(t *testing.T) {
			s := due(t)
			got := map[string]string{}
			for _, check := range readiness(s, c.adapters, func() time.Time { return c.now }) {
				got[check.Name] = ""
				if err := check.Ask(t.Context()); err != nil {
					got[check.Name] = err.Error()
				}
			}
			like := cmp.Comparer(func(want, got string) bool {
				return want == got || want != "" && got != "" && (strings.Contains(got, want) || strings.Contains(want, got))
			})
			if diff := cmp.Diff(c.want, got, like); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestReadiness_StoreThatCannotBeWritten(t *testing.T) {
	s := due(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, check := range readiness(s, nil, func() time.Time { return eight }) {
		if err := check.Ask(t.Context()); err == nil {
			t.Errorf("%s is ready on a closed database", check.Name)
		}
	}
}

func TestReadings_AgesAndCounts(t *testing.T) {
	s := due(t)
	if _, err := s.Accept(t.Context(), bot.Message{ID: "1", From: bot.Person{Platform: "discord", User: "1"}, At: eight}); err != nil {
		t.Fatal(err)
	}
	all, err := readings(s, func() time.Time { return eight.Add(90 * time.Second) })(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	for _, r := range all {
		got[r.Name] = r.Value
	}
	for name, want := range map[string]float64{"tandem_athletes": 1, "tandem_inbox_waiting": 1, "tandem_inbox_oldest_seconds": 90, "tandem_outbox_dead": 0} {
		if got[name] != want {
			t.Errorf("%s = %v, want %v", name, got[name], want)
		}
	}
	if got["tandem_database_bytes"] == 0 {
		t.Error("the database has no size")
	}
}
