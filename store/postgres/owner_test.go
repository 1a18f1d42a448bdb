package postgres

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
)

var (
	noon = time.Date(2027, time.March, 1, 12, 0, 0, 0, time.UTC)
	ana  = bot.Person{Platform: "slack", Workspace: "T1", User: "U1"}
)

// A message belongs to who accepted it, until they leave or fall silent.
func TestWaiting_IsThisProcessesOwn(t *testing.T) {
	url := server.Database(t)
	first, second := openAt(t, url), openAt(t, url)
	accept(t, first, "1")
	accept(t, second, "2")
	if diff := cmp.Diff([]string{"1"}, waiting(t, first)); diff != "" {
		t.Errorf("of the first (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2"}, waiting(t, second)); diff != "" {
		t.Errorf("of the second (-want +got):\n%s", diff)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	beat(t, second)
	if diff := cmp.Diff([]string{"1", "2"}, waiting(t, second)); diff != "" {
		t.Errorf("of the second, after the first has left (-want +got):\n%s", diff)
	}
}

// A process that was silent for a lease finds its messages taken over: what it
// was doing with them comes to nothing.
func TestSilentProcess_LosesItsMessagesAndChangesNothing(t *testing.T) {
	url := server.Database(t)
	silent, second := openAt(t, url), openAt(t, url)
	accept(t, silent, "1")
	seq := stored(t, silent)[0].Seq
	answer := func(s *Store, city string) error {
		return s.Update(t.Context(), func(x bot.Tx) error {
			id, _, err := x.Who(t.Context(), ana, noon)
			if err != nil {
				return err
			}
			return errors.Join(x.PutDraft(t.Context(), id, "city", city, noon), x.Answered(t.Context(), seq, []bot.Reply{{Text: city}}))
		})
	}
	beat(t, second)
	if got := waiting(t, second); len(got) != 0 {
		t.Fatalf("taken over from the living: %v", got)
	}
	command(t, url, fmt.Sprintf(`UPDATE processes SET seen = seen - interval '1 hour' WHERE id = %d`, silent.self.id))
	beat(t, second)
	if got := waiting(t, second); len(got) != 1 {
		t.Fatalf("the second has %v, want the silent one's message", got)
	}
	if err := answer(silent, "Oslo"); !errors.Is(err, coach.ErrNotFound) {
		t.Errorf("Answered by the silent one = %v, want ErrNotFound", err)
	}
	if _, err := silent.Failed(t.Context(), seq, "", true); !errors.Is(err, coach.ErrNotFound) {
		t.Errorf("Failed by the silent one = %v, want ErrNotFound", err)
	}
	if err := answer(second, "Bergen"); err != nil {
		t.Errorf("Answered by the one that took over: %v", err)
	}
	if got := stored(t, second); len(got) != 1 || got[0].Replies[0].Text != "Bergen" {
		t.Errorf("stored: %+v", got)
	}
	beat(t, silent) // it is back, with nothing in hand
	if got := waiting(t, silent); len(got) != 0 {
		t.Errorf("the one that came back has %v", got)
	}
}

// A lower number may be committed after a higher one: a reader that goes on
// after the last it saw must not pass it over.
func TestWaiting_PassesNothingOverWhileManyAccept(t *testing.T) {
	s := openAt(t, server.Database(t))
	const writers, each = 12, 25
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for i := range each {
				accept(t, s, fmt.Sprint(w, "-", i))
			}
		})
	}
	ended := make(chan struct{})
	go func() { all.Wait(); close(ended) }()
	seen, after := map[string]bool{}, int64(0)
	read := func() {
		got, err := s.Waiting(t.Context(), after, 1000)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range got {
			seen[m.Message.ID], after = true, m.Seq
		}
	}
	for done := false; !done; {
		select {
		case <-ended:
			done = true
		default:
		}
		read()
	}
	if len(seen) != writers*each {
		t.Errorf("%d messages were seen of %d", len(seen), writers*each)
	}
}

func TestWho_MeetsAPersonOnceInAllProcesses(t *testing.T) {
	url := server.Database(t)
	stores := []*Store{openAt(t, url), openAt(t, url)}
	var mu sync.Mutex
	ids := map[coach.AthleteID]int{}
	var all sync.WaitGroup
	for n := range 8 {
		all.Go(func() {
			err := stores[n%2].Update(t.Context(), func(x bot.Tx) error {
				id, fresh, err := x.Who(t.Context(), ana, noon)
				mu.Lock()
				defer mu.Unlock()
				if ids[id] += 0; fresh {
					ids[id]++
				}
				return err
			})
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if len(ids) != 1 {
		t.Errorf("one person is %d athletes: %v", len(ids), ids)
	}
	for id, n := range ids {
		if n != 1 {
			t.Errorf("athlete %d was fresh %d times", id, n)
		}
	}
	if st, err := stores[0].Stats(t.Context()); err != nil || st.Athletes != 1 {
		t.Errorf("%d athletes are kept, want one (%v)", st.Athletes, err)
	}
}

func accept(t testing.TB, s *Store, id string) {
	t.Helper()
	if _, err := s.Accept(t.Context(), bot.Message{ID: id, From: ana, At: noon, Text: "hello"}); err != nil {
		t.Error(err)
	}
}

func stored(t testing.TB, s *Store) []bot.Stored {
	t.Helper()
	got, err := s.Waiting(t.Context(), 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func waiting(t testing.TB, s *Store) (ids []string) {
	t.Helper()
	for _, m := range stored(t, s) {
		ids = append(ids, m.Message.ID)
	}
	return ids
}

func beat(t testing.TB, s *Store) {
	t.Helper()
	if err := s.self.beat(t.Context()); err != nil {
		t.Fatal(err)
	}
}
