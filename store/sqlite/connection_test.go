package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"sync"
	"testing"

	"tandem/bot"
	"tandem/coach"
)

func TestStore_WhenClosedSaysSo(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	if err := errors.Join(s.Close(), s.Close()); err != nil {
		t.Fatal(err)
	}
	nothing := func(bot.Tx) error { return nil }
	for name, err := range map[string]error{"Update": s.Update(t.Context(), nothing), "View": s.View(t.Context(), nothing)} {
		if !errors.Is(err, errClosed) {
			t.Errorf("%s after Close = %v, want %v", name, err, errClosed)
		}
	}
}

// More readers than connections wait for each other, each sees one snapshot.
func TestPool_LendsEachConnectionToOne(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	var all sync.WaitGroup
	for range 8 * readers() {
		all.Go(func() {
			for range 20 {
				err := s.look(t.Context(), func(x *tx) error {
					var n int
					return x.row(t.Context(), `SELECT count(*) FROM athletes`).Scan(&n)
				})
				if err != nil {
					t.Error(err)
				}
			}
		})
	}
	all.Wait()
	if idle := len(s.read.free) + len(s.read.more); idle != readers() {
		t.Errorf("%d connections came back of %d", idle, readers())
	}
}

// A transaction that fails at its end, as on a full disk, leaves nothing open.
func TestTransaction_ThatCannotEndIsRolledBack(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	c := borrow(t, s.write)
	err := c.transaction(t.Context(), beginWrite, `COMMIT to nowhere`, func() error {
		_, err := c.exec(t.Context(), insertAthlete, "metric", 0)
		return err
	})
	if err == nil {
		t.Fatal("the transaction ended")
	}
	var athletes int
	if err := c.row(t.Context(), `SELECT count(*) FROM athletes`).Scan(&athletes); err != nil || athletes != 0 {
		t.Errorf("%d athletes, %v; want none", athletes, err)
	}
	if err := s.Update(t.Context(), func(bot.Tx) error { return nil }); err != nil {
		t.Errorf("the next transaction: %v", err)
	}
}

// A connection that the library gave up is replaced.
func TestPool_ReplacesABrokenConnection(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	if err := borrow(t, s.write).Conn.Close(); err != nil {
		t.Fatal(err)
	}
	nothing := func(bot.Tx) error { return nil }
	if err := s.Update(t.Context(), nothing); !errors.Is(err, sql.ErrConnDone) {
		t.Errorf("Update on a closed connection = %v, want %v", err, sql.ErrConnDone)
	}
	if err := s.Update(t.Context(), nothing); err != nil {
		t.Errorf("the next Update = %v", err)
	}
}

// Explanations beyond those that can be asked for do not pile up.
func TestExplanations_OldOnesGo(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "tandem.db"))
	var rows int
	err := s.update(t.Context(), func(x *tx) error {
		id, _, err := x.Who(t.Context(), message(1).From, message(1).At)
		for i := range 1000 {
			err = errors.Join(err, x.PutExplanation(t.Context(), id, coach.Explanation{ID: fmt.Sprintf("e%04d", i)}))
		}
		return errors.Join(err, x.row(context.Background(), `SELECT count(*) FROM explanations`).Scan(&rows))
	})
	if err != nil || rows > 150 {
		t.Errorf("%d explanations are kept, %v; want about 60", rows, err)
	}
}
