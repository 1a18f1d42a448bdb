package bot_test

import (
	"strings"
	"testing"

	"tandem/coach/safety"
)

// talked sends messages of one athlete and returns the last answer.
func talked(t *testing.T, texts ...string) (string, []string) {
	t.Helper()
	r, store, m := wire(t)
	setUp(t, store, "ana")
	for i, text := range texts {
		if sent := hear(t, r, m, said(string(rune('a'+i)), "ana", text)); len(sent) == 0 {
			t.Fatalf("no answer to %q", text)
		}
	}
	return m.sent[len(m.sent)-1], m.sent
}

// inDoubt is a note that is asked about.
const inDoubt = "note my chest was a bit off on the hill"

func TestWarning_InDoubtKeepsTheLogAndHoldsNothing(t *testing.T) {
	if f := safety.Check("/log run 5k 30min " + inDoubt); !f.Unsure {
		t.Fatalf("%+v, want a flag in doubt", f)
	}
	last, _ := talked(t, "/log run 5k 30min "+inDoubt, "/log run 6k 36min")
	if strings.Contains(last, "cleared") {
		t.Errorf("held after a doubt: %s", last)
	}
	last, _ = talked(t, "/log run 5k 30min "+inDoubt, "/week")
	if !strings.Contains(last, "5 km") {
		t.Errorf("the session is lost: %s", last)
	}
}

func TestWarning_YesMakesADoubtCertain(t *testing.T) {
	last, all := talked(t, "/log run 5k 30min "+inDoubt, "yes", "/log run 6k 36min")
	if !strings.Contains(all[1], safety.Emergency()) {
		t.Errorf("after yes: %s", all[1])
	}
	if !strings.Contains(last, "`cleared`") {
		t.Errorf("not held after yes: %s", last)
	}
}

func TestWarning_NoGoesOn(t *testing.T) {
	last, all := talked(t, "/log run 5k 30min "+inDoubt, "no", "/log run 6k 36min")
	if !strings.Contains(all[1], "Good to know") || strings.Contains(last, "cleared") {
		t.Errorf("after no: %s; then %s", all[1], last)
	}
}

func TestWarning_AFriendsKeepsTheLogAndHoldsNothing(t *testing.T) {
	last, all := talked(t, "/log run 5k 30min note my mate fainted at the end", "/week")
	if !strings.Contains(all[0], "Lay them down") && !strings.Contains(all[0], "They should") {
		t.Errorf("not worded for a friend: %s", all[0])
	}
	if !strings.Contains(last, "5 km") {
		t.Errorf("the session is lost: %s", last)
	}
}

func TestWarning_TellingHowYouAreIsTakenKindly(t *testing.T) {
	for first, want := range map[string]string{
		"my chest hurts when i run":   "Training waits until somebody medical",
		"i dont want to live anymore": "Training can wait",
	} {
		last, _ := talked(t, first, "a bit better this morning")
		if !strings.Contains(last, want) {
			t.Errorf("%q: %s", first, last)
		}
	}
}

func TestWarning_OnlyKnownTiersAreTaken(t *testing.T) {
	last, _ := talked(t, "/warned T9 chest")
	if strings.Contains(last, safety.Emergency()) {
		t.Errorf("took a tier that does not exist: %s", last)
	}
}
