package coach_test

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/coach"
)

// TestConsentText_ThatWasAgreedToNeverChanges: a text that changes its meaning
// is a new version. The sums are of what was shown to people.
func TestConsentText_ThatWasAgreedToNeverChanges(t *testing.T) {
	for version, want := range map[int]string{1: "e1b493bbdeb47690", 2: "e77fb133e9aebb92"} {
		sum := sha256.Sum256([]byte(coach.ConsentText(version)))
		if got := hex.EncodeToString(sum[:8]); got != want {
			t.Errorf("the text of version %d was changed (%s, was %s): give the new text a number of its own", version, got, want)
		}
	}
	if coach.ConsentText(coach.ConsentVersion) == "" || coach.ConsentText(coach.ConsentVersion+1) != "" {
		t.Error("today's version is not the last text")
	}
}

// words keeps what was said on classes, what was erased and the last settings.
type words struct {
	coach.Store
	said   []coach.ConsentWord
	erased []coach.Class
	saved  coach.Athlete
}

func (w *words) NoteConsent(_ context.Context, _ coach.AthleteID, one coach.ConsentWord) error {
	w.said = append(w.said, one)
	return nil
}

func (w *words) EraseClass(_ context.Context, _ coach.AthleteID, class coach.Class) error {
	w.erased = append(w.erased, class)
	return nil
}

func (w *words) SaveAthlete(_ context.Context, a coach.Athlete) error {
	w.saved = a
	return nil
}

func TestConsent_IsGivenAndTakenBackByClass(t *testing.T) {
	var st words
	c, ctx := engine(), t.Context()
	day := func(n int) time.Time { return importNow.AddDate(0, 0, n) }
	a, err := c.Agree(ctx, &st, coach.Athlete{ID: 1}, []coach.Class{coach.Training}, day(0))
	if err != nil || !a.Consent.Allows(coach.Training) || a.Consent.Allows(coach.Recovery) || a.Consent.Allows(coach.Notes) {
		t.Fatalf("after training alone: %+v, %v", a.Consent, err)
	}
	a, err = c.Agree(ctx, &st, a, []coach.Class{coach.Recovery, coach.Notes}, day(1))
	if err != nil || len(a.Consent.Of(true)) != 3 {
		t.Fatalf("after the others too: %+v, %v", a.Consent, err)
	}
	a.Reminders, a.Hold = coach.DefaultReminders("07:00"), coach.Hold{Tier: "T1"}
	a.Pause.Reason = "ill"
	if a, err = c.Withdraw(ctx, &st, a, []coach.Class{coach.Recovery, coach.Notes}, day(2)); err != nil {
		t.Fatal(err)
	}
	if a.Reminders.On() || a.Hold.Tier != "" || a.Pause.Reason != "" || !a.Consent.At.Equal(day(1)) {
		t.Errorf("what hung on it is left, or the day of the yes is not: %+v", a)
	}
	if a, err = c.Withdraw(ctx, &st, a, []coach.Class{coach.Training}, day(3)); err != nil || a.Consent.Given {
		t.Errorf("after the last class: %+v, %v", a.Consent, err)
	}
	if diff := cmp.Diff([]coach.Class{coach.Recovery, coach.Notes, coach.Training}, st.erased); diff != "" {
		t.Error(diff)
	}
	want := []coach.ConsentWord{
		{Class: coach.Training, Given: true, Version: 2, At: day(0)},
		{Class: coach.Recovery, Given: true, Version: 2, At: day(1)}, {Class: coach.Notes, Given: true, Version: 2, At: day(1)},
		{Class: coach.Recovery, Version: 2, At: day(2)}, {Class: coach.Notes, Version: 2, At: day(2)},
		{Class: coach.Training, Version: 2, At: day(3)},
	}
	if diff := cmp.Diff(want, st.said); diff != "" {
		t.Errorf("words (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(a, st.saved); diff != "" {
		t.Errorf("settings not saved:\n%s", diff)
	}
}

// TestNewText_AsksForEveryClassAnew: a yes to an older text allows what was
// kept under it and nothing new.
func TestNewText_AsksForEveryClassAnew(t *testing.T) {
	var st words
	old := coach.Athlete{ID: 1, Consent: coach.Consent{Given: true, Version: 1, At: importNow}}
	if old.Consent.Current() || !old.Consent.Allows(coach.Recovery) {
		t.Errorf("an older yes: %+v", old.Consent)
	}
	a, err := engine().Agree(t.Context(), &st, old, []coach.Class{coach.Training}, importNow)
	if err != nil || !a.Consent.Current() || a.Consent.Allows(coach.Notes) {
		t.Errorf("training alone to the new text: %+v, %v", a.Consent, err)
	}
	a, err = engine().Withdraw(t.Context(), &st, old, []coach.Class{coach.Notes}, importNow)
	if err != nil || a.Consent.Current() || a.Consent.Version != 1 {
		t.Errorf("a no to one class is no yes to a new text: %+v, %v", a.Consent, err)
	}
}

func TestFindClasses(t *testing.T) {
	for words, want := range map[string][]coach.Class{
		"": coach.Classes(), "all": coach.Classes(), "Training only": {coach.Training}, "notes, check-ins": {coach.Notes, coach.Recovery},
		"workouts and pain": {coach.Training, coach.Notes},
	} {
		if got, ok := coach.FindClasses(words); !ok || cmp.Diff(want, got) != "" {
			t.Errorf("%q: %v, %v; want %v", words, got, ok, want)
		}
	}
	if got, ok := coach.FindClasses("training bananas"); ok {
		t.Errorf("bananas are %v", got)
	}
}
