package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestConsent_AYesDaysLaterIsAskedAgain: health data is kept after a yes to
// that question, not after a word that may answer anything.
func TestConsent_AYesDaysLaterIsAskedAgain(t *testing.T) {
	now := clock
	r, _, m := wireAt(t, func() time.Time { return now })
	n := 0
	say := func(text string) string {
		t.Helper()
		n++
		if _, err := r.Accept(t.Context(), said(fmt.Sprint(n), "ana", text)); err != nil {
			t.Fatal(err)
		}
		if err := r.Settle(t.Context()); err != nil {
			t.Fatal(err)
		}
		return m.sent[len(m.sent)-1]
	}
	say("/start")
	now = now.Add(48 * time.Hour)
	if got := say("should I lift or run first?"); strings.Contains(got, "Back to where we were") {
		t.Errorf("nagged after two days:\n%s", got)
	}
	if got := say("ok"); !strings.Contains(got, "I keep health data") || strings.Contains(got, "Thank you") {
		t.Errorf("a bare ok is taken for consent, or it is not put whole again:\n%s", got)
	}
	if got := say("yes"); !strings.Contains(got, "Thank you") {
		t.Errorf("a yes to the question is not taken:\n%s", got)
	}
}
