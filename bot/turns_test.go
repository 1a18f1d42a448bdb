package bot

import (
	"fmt"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
)

// TestTurns_GoCrowdByCrowd: with one worker, a thousand of one workspace who came
// first do not keep two others waiting for more than their turn.
func TestTurns_GoCrowdByCrowd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		turns := newTurns(1)
		turns.enter("first") // is at work while the others come
		var order []string
		wait := func(of string) {
			go func() {
				turns.enter(of)
				order = append(order, of)
				turns.leave()
			}()
			synctest.Wait()
		}
		for range 1000 {
			wait("flood")
		}
		wait("small")
		wait("tiny")
		wait("small")
		turns.leave()
		synctest.Wait()
		if diff := cmp.Diff([]string{"flood", "small", "tiny", "flood", "small", "flood"}, order[:6]); diff != "" {
			t.Errorf("order (-want +got):\n%s", diff)
		}
		if len(order) != 1003 || turns.free != 1 || len(turns.lines)+len(turns.next) != 0 {
			t.Errorf("%d had a turn, %d workers are free, %d crowds wait", len(order), turns.free, len(turns.lines))
		}
	})
}

func TestCrowd(t *testing.T) {
	for want, m := range map[string]Message{
		"slack/T1":    {From: Person{Platform: "slack", Workspace: "T1", User: "U1"}, Channel: "C1"},
		"discord//C9": {From: Person{Platform: "discord", User: "7"}, Channel: "C9"},
		"discord//7":  {From: Person{Platform: "discord", User: "7"}, Direct: true},
	} {
		if got := crowd(m); got != want {
			t.Errorf("%+v: %q, want %q", m, got, want)
		}
	}
}

// TestTake_LeavesWhatIsOverACrowdsShare in the store, takes others past it, and
// comes back for it.
func TestTake_LeavesWhatIsOverACrowdsShare(t *testing.T) {
	r := New(Config{})
	say := func(seq int64, workspace string) Stored {
		return Stored{Seq: seq, Message: Message{From: Person{Platform: "slack", Workspace: workspace, User: fmt.Sprint(seq)}}}
	}
	taken := 0
	for seq := int64(1); seq <= 2000; seq++ {
		if r.take(say(seq, "flood")) {
			taken++
		}
	}
	if taken != share || !r.take(say(2001, "small")) {
		t.Fatalf("%d of the flood are taken, want %d and the one behind them", taken, share)
	}
	for seq := int64(1); seq <= share/2; seq++ {
		r.release(member{seq, "slack/flood"})
	}
	if r.again != share+1 || r.take(say(1500, "flood")) != true {
		t.Errorf("looks again from %d, want %d", r.again, share+1)
	}
	r.release(member{2001, "slack/small"})
	if r.crowds["slack/small"] != 0 || len(r.behind) != 0 {
		t.Errorf("crowds %v, behind %v", r.crowds, r.behind)
	}
}
