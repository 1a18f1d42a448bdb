package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Retainer is a store that deletes what an athlete told too long ago.
type Retainer interface {
	Store
	Retain(ctx context.Context, before time.Time) (removed int, err error)
}

// RunRetain tries what a Retainer promises.
func RunRetain(t *testing.T, open func(t *testing.T) (Retainer, func() []string)) {
	t.Run("what is older goes, of everybody, and nothing else", func(t *testing.T) {
		s, _ := open(t)
		kept := map[coach.AthleteID][]string{}
		for _, p := range []bot.Person{ana, ben} {
			id := meet(t, s, p)
			for _, age := range []int{0, 29, 30, 31, 400} {
				tell(t, s, id, noon.AddDate(0, 0, -age), fmt.Sprintf("%d days old", age))
			}
			kept[id] = []string{"30 days old", "29 days old", "0 days old"}
		}
		removed, err := s.Retain(t.Context(), noon.AddDate(0, 0, -30))
		if err != nil || removed != 8 {
			t.Errorf("removed %d, %v; want 2 sessions and 2 check-ins of each of two people", removed, err)
		}
		for id, want := range kept {
			notes, pains := told(t, s, id)
			if diff := cmp.Diff(want, notes); diff != "" {
				t.Errorf("sessions of %d (-want +got):\n%s", id, diff)
			}
			if diff := cmp.Diff(want, pains); diff != "" {
				t.Errorf("check-ins of %d (-want +got):\n%s", id, diff)
			}
			for age, stays := range map[int]bool{31: false, 30: true} {
				_, err := tryRead(t, s, func(ctx context.Context, tx bot.Tx) (coach.Explanation, error) {
					return tx.Explanation(ctx, id, fmt.Sprintf("%d days old", age))
				})
				if errors.Is(err, coach.ErrNotFound) == stays {
					t.Errorf("reasons of %d days ago: %v, want kept %v", age, err, stays)
				}
			}
		}
		if removed, err := s.Retain(t.Context(), noon.AddDate(0, 0, -30)); err != nil || removed != 0 {
			t.Errorf("a second time removed %d, %v", removed, err)
		}
	})
	t.Run("what went leaves no word on the disk", func(t *testing.T) {
		s, files := open(t)
		if files == nil {
			t.Skip("this store keeps no files")
		}
		id := meet(t, s, ana)
		for day := range 300 {
			word := "zinnober"
			if day%2 == 0 {
				word = "magenta"
			}
			at := noon.AddDate(0, 0, -day)
			if word == "zinnober" {
				at = at.AddDate(-2, 0, 0)
			}
			tell(t, s, id, at, fmt.Sprint(word, " ", day))
		}
		if _, err := s.Retain(t.Context(), noon.AddDate(-1, 0, 0)); err != nil {
			t.Fatal(err)
		}
		if _, err := s.Purge(t.Context(), noon); err != nil {
			t.Fatal(err)
		}
		if found := occurrences(t, files(), "zinnober"); len(found) > 0 {
			t.Errorf("words are left: %v", found)
		}
		if found := occurrences(t, files(), "magenta"); len(found) == 0 {
			t.Error("what is younger is gone, or the test looks in the wrong files")
		}
	})
}

// tell stores a session, a check-in and the reasons behind an answer, all with
// the words in them.
func tell(t *testing.T, s Store, id coach.AthleteID, at time.Time, words string) {
	t.Helper()
	write(t, s, func(ctx context.Context, tx bot.Tx) error {
		return errors.Join(
			tx.PutSession(ctx, id, training.Session{ID: words, Kind: training.Run, Start: at, Note: words}, at),
			tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: training.DateOf(at), At: at, Pain: words}),
			tx.PutExplanation(ctx, id, coach.Explanation{ID: words, At: at, Title: words}))
	})
}

func told(t *testing.T, s Store, id coach.AthleteID) (notes, pains []string) {
	t.Helper()
	from, to := noon.AddDate(-10, 0, 0), noon.AddDate(1, 0, 0)
	sessions := read(t, s, func(ctx context.Context, tx bot.Tx) ([]training.Session, error) {
		return tx.SessionsBetween(ctx, id, from, to)
	})
	for _, x := range sessions {
		notes = append(notes, x.Note)
	}
	checkIns := read(t, s, func(ctx context.Context, tx bot.Tx) ([]recovery.CheckIn, error) {
		return tx.CheckInsBetween(ctx, id, training.DateOf(from), training.DateOf(to))
	})
	for _, c := range checkIns {
		pains = append(pains, c.Pain)
	}
	return notes, pains
}
