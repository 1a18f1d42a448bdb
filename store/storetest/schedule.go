package storetest

import (
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/coach"
	"tandem/scheduler"
)

// Schedule runs the part of the suite that is about [scheduler.Store]: what the
// store of an Opened must implement besides.
func Schedule(t *testing.T, open func(t *testing.T) Opened) {
	for _, group := range []struct {
		name  string
		tests []scheduleTest
	}{
		{"plans", planTests},
		{"outbox", outboxTests},
		{"claims", claimTests},
		{"facts", factTests},
	} {
		t.Run(group.name, func(t *testing.T) {
			for _, test := range group.tests {
				t.Run(test.name, func(t *testing.T) {
					t.Parallel()
					o := open(t)
					s, ok := o.Store.(scheduler.Store)
					if !ok {
						t.Fatalf("%T is no scheduler.Store", o.Store)
					}
					test.run(&desk{T: t, Store: s, opened: o})
				})
			}
		})
	}
}

// scheduleTest is one promise, in words, and how it is tried.
type scheduleTest struct {
	name string
	run  func(d *desk)
}

// desk is a store under test with what the tests say to it.
type desk struct {
	*testing.T
	scheduler.Store
	opened Opened
	puts   int // so far
}

// ok ends the test on an error.
func (d *desk) ok(err error) {
	d.Helper()
	if err != nil {
		d.Fatal(err)
	}
}

// athlete makes one who has the plans.
func (d *desk) athlete(plans ...scheduler.Plan) coach.AthleteID {
	d.Helper()
	id := meet(d.T, d.opened.Store, ana)
	d.save(id)
	d.replan(plans...)
	return id
}

// replan gives every athlete whose settings changed the plans.
func (d *desk) replan(plans ...scheduler.Plan) (n int) {
	d.Helper()
	n, err := d.Replan(d.Context(), noon.Add(-time.Hour), 100, func(a coach.Athlete, _ []scheduler.Plan) ([]scheduler.Plan, bool) {
		out := make([]scheduler.Plan, len(plans))
		for i, p := range plans {
			p.Athlete = a.ID
			out[i] = p
		}
		return out, true
	})
	d.ok(err)
	return n
}

// put keeps occurrences as the sweep does.
func (d *desk) put(occurrences ...scheduler.Occurrence) {
	d.Helper()
	for _, o := range occurrences {
		d.puts++
		f := coach.FollowUp{Key: fmt.Sprint("carrier:", d.puts), Kind: "carrier", Due: noon}
		d.followUp(o.Athlete, f)
		_, err := d.SweepFollowUps(d.Context(), noon, 100, func(coach.AthleteID, string, coach.FollowUp) scheduler.Occurrence { return o })
		d.ok(err)
	}
}

// claim takes everything that is due at a moment, for a minute.
func (d *desk) claim(now time.Time) []scheduler.Claim {
	d.Helper()
	claims, err := d.ClaimDeliveries(d.Context(), now, now.Add(time.Minute), 100)
	d.ok(err)
	return claims
}

// claimOne takes the one delivery that is due.
func (d *desk) claimOne(now time.Time) scheduler.Claim {
	d.Helper()
	claims := d.claim(now)
	if len(claims) != 1 {
		d.Fatalf("%d deliveries are due, want one", len(claims))
	}
	return claims[0]
}

// mark ends a claim.
func (d *desk) mark(c scheduler.Claim, to scheduler.State, at time.Time) {
	d.Helper()
	d.ok(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: c.Attempts, To: to, At: at, Next: at}))
}

// lost fails unless a mark was refused.
func (d *desk) lost(err error) {
	d.Helper()
	if !errors.Is(err, scheduler.ErrLost) {
		d.Errorf("got %v, want %v", err, scheduler.ErrLost)
	}
}

// dueNext is NextDue as a text.
func (d *desk) dueNext() string {
	d.Helper()
	at, ok, err := d.NextDue(d.Context())
	d.ok(err)
	switch {
	case !ok:
		return "nothing"
	case at.IsZero():
		return "at once"
	}
	return at.UTC().Format(time.RFC3339)
}

func (d *desk) same(what string, want, got any) {
	d.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		d.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

// checkInAt is the occurrence of a check-in.
func checkInAt(id coach.AthleteID, at time.Time) scheduler.Occurrence {
	return occurrenceAt(id, scheduler.CheckIn, at.Format(time.DateOnly), at)
}

func occurrenceAt(id coach.AthleteID, kind scheduler.Kind, once string, at time.Time) scheduler.Occurrence {
	return scheduler.Occurrence{Athlete: id, Kind: kind, Once: once, Date: dateOf(at), Due: at, Promised: at,
		Expires: at.Add(5 * time.Hour), State: scheduler.Planned, Session: "s1", Text: "words"}
}
