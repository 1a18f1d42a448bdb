package discord_test

import (
	"context"
	"flag"
	"fmt"
	"runtime"
	"testing"
	"time"

	"tandem/adapters/discord"
)

var soak = flag.Int("soak", 2, "simulated minutes of traffic for TestSoak; 60 is the hour")

// TestSoak: traffic of 300 people, with drops, presses and check-ins, one round
// every simulated second. What the adapter remembers and how many goroutines it
// has stay flat.
func TestSoak(t *testing.T) {
	c := newClock()
	r := start(t, func(o *discord.Options) { o.Now, o.Wait = c.Now, c.Pass })
	r.Clock(c.Now)
	connected := 1
	round := func(second int) {
		person := fmt.Sprint(1000 + second%300)
		at := dm(r, person)
		if second%3 == 0 {
			at = inServer(r, person)
		}
		switch second % 4 {
		case 0:
			at.Say(t, "/help")
		case 1:
			r.Interact(person, at.at, 2, native("today"), "")
			r.stored()
		case 2:
			r.Interact(person, at.at, 3, map[string]any{"custom_id": "b1 week", "component_type": 2}, "")
			r.stored()
		case 3:
			to := toAna
			to.User = person
			if err := r.adapter.Send(t.Context(), to, checkIn, fmt.Sprint("soak ", second)); err != nil {
				t.Error(err)
			}
		}
		if second%600 == 599 {
			r.Drop()
			connected++
			r.Connected(connected)
		}
		_ = c.Pass(context.Background(), time.Second)
	}
	warm := 300 // a round of everybody
	for second := range warm {
		round(second)
	}
	goroutines, held := runtime.NumGoroutine(), r.adapter.Held()
	for second := range *soak * 60 {
		round(warm + second)
	}
	after, heldAfter := runtime.NumGoroutine(), r.adapter.Held()
	t.Logf("%d simulated minutes: goroutines %d, then %d; remembered %+v, then %+v", *soak, goroutines, after, held, heldAfter)
	if after > goroutines+10 {
		t.Errorf("goroutines grew from %d to %d", goroutines, after)
	}
	if heldAfter.Lanes > 300 || heldAfter.Buckets != 0 {
		t.Errorf("lanes %d, buckets of the library %d", heldAfter.Lanes, heldAfter.Buckets)
	}
	// Twenty minutes are remembered, at three keys for each two seconds at most.
	if most := 20 * 60 * 2; heldAfter.Keys > most || heldAfter.Tokens > most {
		t.Errorf("remembered %+v, want at most %d", heldAfter, most)
	}
}
