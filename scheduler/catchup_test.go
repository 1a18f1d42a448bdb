package scheduler_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/coach"
	"tandem/scheduler"
)

func TestAfterDowntime_CheckInIsUsefulUntilNoon(t *testing.T) {
	for _, test := range []struct {
		name, back string
		want       []string
	}{
		{"a few minutes are not worth a word", "2027-03-02T07:10:00Z", []string{"checkin 2027-03-02"}},
		{"later it says that it is late", "2027-03-02T10:00:00Z", []string{"checkin 2027-03-02 late"}},
		{"a minute before noon", "2027-03-02T11:59:00Z", []string{"checkin 2027-03-02 late"}},
		{"at noon it is over", "2027-03-02T12:00:00Z", nil},
		{"of several days only the last", "2027-03-06T09:00:00Z", []string{"checkin 2027-03-06 late"}},
		{"after a year only the last", "2028-03-06T09:00:00Z", []string{"checkin 2028-03-06 late"}},
		{"after years only the last", "2031-03-06T09:00:00Z", []string{"checkin 2031-03-06 late"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := openGym(t, "2027-03-01T20:00:00Z")
			r := morning
			r.Nudge = true // a late check-in has none
			g.join("ana", "UTC", r)
			g.stopped(test.back)
			g.expect(test.want...)
			g.stopped(instant(t, test.back).Add(5 * time.Hour).Format(time.RFC3339))
			if test.name != "a few minutes are not worth a word" {
				g.expect(test.want...)
			}
		})
	}
}

func TestAfterDowntime_OneMessageToAPersonAtATime(t *testing.T) {
	g := openGym(t, "2027-03-05T20:00:00Z") // a Friday
	r := morning
	r.Review, r.AfterSession = true, true
	ana := g.join("ana", "UTC", r)
	for i, kind := range []string{"soreness-24h", "soreness-72h", "refuel", "before-session"} {
		g.followUp(ana, coach.FollowUp{Key: kind, Kind: kind, Due: instant(t, "2027-03-08T05:00:00Z").Add(time.Duration(i) * time.Minute)})
	}
	g.stopped("2027-03-08T09:00:00Z") // Monday: the weekend's check-ins are over, the review is not
	g.expect("checkin 2027-03-08 late")
	g.until("2027-03-08T21:00:00Z")
	g.expect("checkin 2027-03-08 late", "review 2027-03-07 late")
}

func TestReview_ComesOnSundayEvening(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	g.join("ana", "Asia/Kathmandu", coach.Reminders{Review: true})
	g.until("2027-03-15T00:00:00Z")
	g.expect("review 2027-03-07", "review 2027-03-14")
	if got := g.sent[0].Due; !got.Equal(instant(t, "2027-03-07T12:15:00Z")) {
		t.Errorf("due %s, want 18:00 in Kathmandu", got)
	}
}

func TestClockChange_IsToldAWeekBeforeToThoseWithCheckIns(t *testing.T) {
	g := openGym(t, "2027-02-20T00:00:00Z")
	weekly := coach.Reminders{CheckIn: "07:00", Days: "mon"}
	g.join("ana", "America/New_York", weekly)
	g.join("ben", "America/Phoenix", weekly)
	g.join("cem", "America/New_York", coach.Reminders{})
	g.until("2027-03-08T00:00:00Z")
	g.expect("checkin 2027-02-22", "checkin 2027-02-22", "checkin 2027-03-01", "checkin 2027-03-01", "clock-change 2027-03-07")
}

func TestClockJumps(t *testing.T) {
	t.Run("back: nothing twice, and the days that come again are not lost", func(t *testing.T) {
		g := openGym(t, "2027-03-01T06:00:00Z")
		ana := g.join("ana", "UTC", morning)
		g.until("2027-03-01T08:00:00Z")
		g.stopped("2027-03-05T08:00:00Z") // the clock is wrong by four days
		g.stopped("2027-03-01T09:00:00Z") // and is put right
		g.answer(ana, "2027-03-05")
		g.until("2027-03-07T08:00:00Z")
		g.expect("checkin 2027-03-01", "checkin 2027-03-05 late", "checkin 2027-03-02", "checkin 2027-03-03",
			"checkin 2027-03-04", "checkin 2027-03-06", "checkin 2027-03-07")
	})
	t.Run("back by seconds: nothing moves", func(t *testing.T) {
		g := openGym(t, "2027-03-01T06:00:00Z")
		g.join("ana", "UTC", morning)
		g.stopped("2027-03-01T07:00:10Z")
		g.stopped("2027-03-01T06:59:50Z")
		g.until("2027-03-01T23:00:00Z")
		g.expect("checkin 2027-03-01")
	})
}

func TestSwitchedOff_IsNotSentThoughItWasPlanned(t *testing.T) {
	g := openGym(t, "2027-03-01T06:00:00Z")
	r := morning
	r.Nudge = true
	ana := g.join("ana", "UTC", r)
	g.until("2027-03-01T08:00:00Z")
	g.change(ana, func(a *coach.Athlete) { a.Reminders.Nudge = false })
	g.until("2027-03-01T20:00:00Z")
	g.change(ana, func(a *coach.Athlete) { a.Reminders = coach.Reminders{} })
	g.until("2027-03-03T20:00:00Z")
	g.expect("checkin 2027-03-01")
	if at, ok, err := g.sched.NextDue(t.Context()); ok || err != nil {
		t.Errorf("something is due at %s (%v)", at, err)
	}
}

func TestWithoutConsent_NothingIsPlanned(t *testing.T) {
	g := openGym(t, "2027-03-01T06:00:00Z")
	ana := g.join("ana", "UTC", morning)
	g.change(ana, func(a *coach.Athlete) { a.Consent = coach.Consent{} })
	g.until("2027-03-03T20:00:00Z")
	g.expect()
}

func TestFailures(t *testing.T) {
	always := func(r scheduler.Result, err error) func(scheduler.Delivery) (scheduler.Result, error) {
		return func(scheduler.Delivery) (scheduler.Result, error) { return r, err }
	}
	for _, test := range []struct {
		name  string
		says  func(scheduler.Delivery) (scheduler.Result, error)
		tries int
		dead  string // why; "" = no dead letter
	}{
		{"a skip ends it", always(scheduler.Result{Outcome: scheduler.Skipped, Why: "answered already"}, nil), 1, ""},
		{"what fails is tried eight times", always(scheduler.Result{Outcome: scheduler.Retry, Why: "503"}, nil), 8, "503"},
		{"an error counts as a failure", always(scheduler.Result{}, errors.New("boom")), 8, "boom"},
		{"a panic counts as a failure", func(scheduler.Delivery) (scheduler.Result, error) { panic("boom") }, 8, "panic while sending"},
		{"an unknown outcome is asked about eight times", always(scheduler.Result{Outcome: scheduler.Unknown, Why: "timeout"}, nil), 8, "timeout"},
		{"what is refused is not tried again", always(scheduler.Result{Outcome: scheduler.Dead, Why: "too long"}, nil), 1, "too long"},
		{"nonsense from a sender is a dead letter", always(scheduler.Result{Outcome: "perhaps"}, nil), 1, `the sender says "perhaps", which is no outcome`},
		{"a platform that asks to wait is obeyed until the use is over", always(scheduler.Result{Outcome: scheduler.Retry, RetryAfter: 30 * time.Minute}, nil), 10, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := openGym(t, "2027-03-01T06:00:00Z")
			g.says = test.says
			g.join("ana", "UTC", morning)
			g.until("2027-03-01T20:00:00Z")
			if len(g.tried) != test.tries {
				t.Errorf("%d attempts, want %d", len(g.tried), test.tries)
			}
			for i, d := range g.tried {
				if d.Attempts != i || d.Key != g.tried[0].Key {
					t.Errorf("attempt %d says %d, key %s, first key %s", i, d.Attempts, d.Key, g.tried[0].Key)
				}
			}
			dead, err := g.store.DeadLetters(t.Context(), 10)
			if err != nil {
				t.Fatal(err)
			}
			var why []string
			for _, d := range dead {
				why = append(why, d.Why)
			}
			var want []string
			if test.dead != "" {
				want = []string{test.dead}
			}
			if diff := cmp.Diff(want, why); diff != "" {
				t.Errorf("dead letters (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPoison_ThatTakesTheProcessDownEveryTimeIsLaidAside(t *testing.T) {
	g := openGym(t, "2027-03-01T06:00:00Z")
	ana := g.join("ana", "UTC", coach.Reminders{AfterSession: true})
	g.followUp(ana, coach.FollowUp{Key: "x", Kind: "soreness-72h", Due: g.now})
	if err := scheduler.Sweep(t.Context(), g.sched); err != nil {
		t.Fatal(err)
	}
	for range 24 { // claimed, and then the process is gone
		if _, err := g.store.ClaimDeliveries(t.Context(), g.now, g.now.Add(time.Minute), 10); err != nil {
			t.Fatal(err)
		}
		if _, err := g.store.ReleaseClaims(t.Context(), g.now); err != nil {
			t.Fatal(err)
		}
	}
	g.step()
	g.expect()
	if dead, err := g.store.DeadLetters(t.Context(), 10); err != nil || len(dead) != 1 {
		t.Errorf("dead letters: %v (%v)", dead, err)
	}
}

func TestUnreachable_IsNotTriedAgainUntilHeardOf(t *testing.T) {
	g := openGym(t, "2027-03-01T06:00:00Z")
	g.says = func(scheduler.Delivery) (scheduler.Result, error) {
		return scheduler.Result{Outcome: scheduler.Unreachable, Why: "closed"}, nil
	}
	g.join("ana", "UTC", morning)
	g.until("2027-03-05T20:00:00Z")
	if len(g.tried) != 1 {
		t.Errorf("tried %d times, want once", len(g.tried))
	}
}

func TestTeamDigest_NeedsFiveWhoOptedIn(t *testing.T) {
	for _, test := range []struct {
		members int
		want    []string
	}{{4, nil}, {5, []string{"team-digest 2027-03-08"}}} {
		g := openGym(t, "2027-03-01T12:00:00Z")
		for i := range 7 {
			g.join(string(rune('a'+i)), "UTC", coach.Reminders{Team: i < test.members})
		}
		g.sched.Teams = []scheduler.Team{{Name: "slack/T1", Zone: "Europe/Berlin"}}
		if err := scheduler.Start(t.Context(), g.sched); err != nil {
			t.Fatal(err)
		}
		g.until("2027-03-09T00:00:00Z")
		g.expect(test.want...)
		if len(g.sent) == 1 && (g.sent[0].Text != "slack/T1" || g.sent[0].Athlete != 0) {
			t.Errorf("the digest is for %q, athlete %d", g.sent[0].Text, g.sent[0].Athlete)
		}
	}
}

func TestPlanner_Check(t *testing.T) {
	for _, test := range []struct {
		name string
		a    coach.Athlete
		want string // of the error; "" = none
	}{
		{"silence", coach.Athlete{}, ""},
		{"a morning", coach.Athlete{Zone: "Europe/Berlin", Reminders: morning}, ""},
		{"a check-in inside the own quiet hours", coach.Athlete{Reminders: coach.Reminders{CheckIn: "05:00", Quiet: "22:00-06:30"}}, ""},
		{"cron", coach.Athlete{Reminders: coach.Reminders{Cron: "30 6 * * mon-fri"}}, ""},
		{"no such time", coach.Athlete{Reminders: coach.Reminders{CheckIn: "27:00"}}, `"27:00" is not a time of day: write it as 07:00, from 00:00 to 23:59`},
		{"no such weekday", coach.Athlete{Reminders: coach.Reminders{CheckIn: "07:00", Days: "mon,moon"}}, `"moon" is not a weekday: write them as mon,wed,fri`},
		{"no such zone", coach.Athlete{Zone: "Mars/Olympus"}, `"Mars/Olympus" is not a time zone I know: name it as Europe/Berlin`},
		{"half a span", coach.Athlete{Reminders: coach.Reminders{Quiet: "22:00"}}, `"22:00" is not a span: write quiet hours as 22:00-06:30`},
		{"an empty span", coach.Athlete{Reminders: coach.Reminders{Quiet: "22:00-22:00"}}, `quiet hours "22:00-22:00" begin when they end: write a span like 22:00-06:30, or off`},
		{"twice a day", coach.Athlete{Reminders: coach.Reminders{Cron: "0 7,19 * * *"}}, `"0 7,19 * * *" means 2 times a day: a check-in comes at most once a day, so name one minute and one hour`},
		{"never", coach.Athlete{Reminders: coach.Reminders{Cron: "0 0 31 2 *"}}, `"31 2" never comes: no such month has that day`},
	} {
		t.Run(test.name, func(t *testing.T) {
			got := ""
			if err := (scheduler.Planner{}).Check(test.a); err != nil {
				got = err.Error()
			}
			if got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
