package sqlite

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
)

func TestAddresses_FollowTheAthleteFromPlatformToPlatform(t *testing.T) {
	s, err := Memory(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	slack := bot.Person{Platform: "slack", Workspace: "T1", User: "U1"}
	discord := bot.Person{Platform: "discord", User: "77"}
	at := time.UnixMilli(0)
	speaks := func(p bot.Person) (id coach.AthleteID) {
		t.Helper()
		at = at.Add(time.Minute)
		err := s.Update(t.Context(), func(x bot.Tx) (err error) {
			id, _, err = x.Who(t.Context(), p, at)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return id
	}
	id := speaks(slack)
	err = s.update(t.Context(), func(x *tx) error {
		_, err := x.exec(t.Context(), insertIdentity, discord.Platform, discord.Workspace, discord.User, id, 0)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for step, c := range []struct {
		speaker bot.Person
		want    []bot.Address
	}{
		{slack, []bot.Address{{Person: slack}, {Person: discord}}},
		{discord, []bot.Address{{Person: discord}, {Person: slack}}},
		{discord, []bot.Address{{Person: discord}, {Person: slack}}},
		{slack, []bot.Address{{Person: slack}, {Person: discord}}},
	} {
		if got := speaks(c.speaker); got != id {
			t.Errorf("step %d: athlete %d, want %d", step, got, id)
		}
		err := s.View(t.Context(), func(x bot.Tx) error {
			got, err := x.Addresses(t.Context(), id)
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("step %d (-want +got):\n%s", step, diff)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
