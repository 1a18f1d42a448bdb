package bot_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"tandem/bot"
	"tandem/coach"
)

// TestDigest_CountsFromFiveMembersUp: with four there is silence, with five
// there are counts and nobody's name.
func TestDigest_CountsFromFiveMembersUp(t *testing.T) {
	r, store, m := wire(t)
	team := bot.Team{Platform: "test", Channel: "#gym"}
	var members []coach.AthleteID
	for i := range 5 {
		user := fmt.Sprintf("p%d", i)
		setUp(t, store, user)
		for n, text := range []string{"/reminders team on", "/log run 5km 30:00", "/log squat 3x5 100kg"} {
			if _, err := r.Accept(t.Context(), said(fmt.Sprintf("%s-%d", user, n), user, text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := r.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		members = append(members, coach.AthleteID(i+1))
	}
	var skip bot.Skip
	if err := r.Digest(t.Context(), team, members[:4], "k1"); !errors.As(err, &skip) {
		t.Fatalf("four members: %v, want a skip", err)
	}
	before := len(m.sent)
	if err := r.Digest(t.Context(), team, members, "k2"); err != nil {
		t.Fatal(err)
	}
	got := strings.Join(m.sent[before:], "\n")
	for _, want := range []string{"5 of us", "5 lifting sessions", "5 cardio sessions"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in %s", want, got)
		}
	}
}
