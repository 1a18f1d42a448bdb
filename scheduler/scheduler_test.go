package scheduler_test

import (
	"testing"
	"time"

	"tandem/coach"
	"tandem/coach/training"
	"tandem/scheduler"
)

// morning is a check-in at seven with everything that comes with it off.
var morning = coach.Reminders{CheckIn: "07:00", Quiet: "22:00-06:30"}

func TestCheckIn_ComesOnceADayAtTheAthletesOwnTime(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	g.join("ana", "America/New_York", morning)
	g.until("2027-03-03T23:00:00Z")
	g.expect("checkin 2027-03-01", "checkin 2027-03-02", "checkin 2027-03-03")
	if got, want := g.sent[0].Due, instant(t, "2027-03-01T12:00:00Z"); !got.Equal(want) {
		t.Errorf("due %s, want 07:00 in New York", got)
	}
}

func TestNudge_ComesOnceAtFourFifthsOfTheWindow(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	r := morning
	r.Nudge = true
	g.join("ana", "UTC", r)
	g.until("2027-03-01T10:59:59Z")
	g.expect("checkin 2027-03-01")
	g.until("2027-03-01T23:00:00Z")
	g.expect("checkin 2027-03-01", "nudge 2027-03-01")
	if got := g.sent[1].Due; !got.Equal(instant(t, "2027-03-01T11:00:00Z")) {
		t.Errorf("the nudge is due at %s, want 11:00", got)
	}
}

func TestMovingTheTime_NeverDoublesTheDay(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	ana := g.join("ana", "UTC", morning)
	g.until("2027-03-01T08:00:00Z")
	g.change(ana, func(a *coach.Athlete) { a.Reminders.CheckIn = "20:00" })
	g.until("2027-03-02T12:00:00Z")
	g.expect("checkin 2027-03-01")
	g.until("2027-03-02T21:00:00Z")
	g.expect("checkin 2027-03-01", "checkin 2027-03-02")
}

func TestTravel_NeverDoublesTheDay(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	ana := g.join("ana", "Asia/Tokyo", morning)
	g.until("2027-03-02T12:00:00Z") // 07:00 of the 2nd has been in Tokyo
	g.change(ana, func(a *coach.Athlete) { a.Zone = "America/Los_Angeles" })
	g.until("2027-03-03T16:00:00Z")
	g.expect("checkin 2027-03-02", "checkin 2027-03-03")
	g.change(ana, func(a *coach.Athlete) { a.Zone = "Asia/Tokyo" })
	g.until("2027-03-05T00:00:00Z")
	g.expect("checkin 2027-03-02", "checkin 2027-03-03", "checkin 2027-03-04", "checkin 2027-03-05")
}

func TestPause_SilencesThroughItsLastDay(t *testing.T) {
	g := openGym(t, "2027-03-01T08:00:00Z")
	r := morning
	r.Review = true
	ana := g.join("ana", "UTC", r)
	g.followUp(ana, coach.FollowUp{Key: "soreness-24h:x", Kind: "soreness-24h", Due: instant(t, "2027-03-04T18:00:00Z"), Text: "how are your legs?"})
	g.change(ana, func(a *coach.Athlete) {
		a.Pause = coach.Pause{Until: training.Date{Year: 2027, Month: 3, Day: 7}, Reason: "holiday"}
	})
	g.until("2027-03-08T12:00:00Z")
	g.expect("checkin 2027-03-08")
}

func TestResume_BringsTheNextCheckIn(t *testing.T) {
	g := openGym(t, "2027-03-01T08:00:00Z")
	ana := g.join("ana", "UTC", morning)
	g.change(ana, func(a *coach.Athlete) { a.Pause = coach.Pause{Until: training.Date{Year: 2027, Month: 3, Day: 7}} })
	g.until("2027-03-03T12:00:00Z")
	g.change(ana, func(a *coach.Athlete) { a.Pause = coach.Pause{} })
	g.until("2027-03-04T12:00:00Z")
	g.expect("checkin 2027-03-04")
}

func TestSnooze_AsksAgainAndHoldsTheNudge(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	r := morning
	r.Nudge = true
	ana := g.join("ana", "UTC", r)
	g.until("2027-03-01T08:00:00Z")
	g.followUp(ana, coach.FollowUp{Key: "snooze:2027-03-01:1900", Kind: "snoozed", Due: instant(t, "2027-03-01T19:00:00Z"), Text: "2027-03-01"})
	g.until("2027-03-01T23:00:00Z")
	g.expect("checkin 2027-03-01", "followup:snoozed 2027-03-01")
	if g.sent[1].Text != "2027-03-01" {
		t.Errorf("the snoozed check-in is for %q", g.sent[1].Text)
	}
}

func TestQuietHours(t *testing.T) {
	for _, test := range []struct {
		name, kind, due string
		want            string // when it arrives; "" = never
	}{
		{"a soreness question waits for the morning", "soreness-24h", "2027-03-01T23:30:00Z", "2027-03-02T06:30:00Z"},
		{"a refuel reminder is of no use in the morning", "refuel", "2027-03-01T23:30:00Z", ""},
		{"at the first minute it is quiet", "soreness-24h", "2027-03-01T22:00:00Z", "2027-03-02T06:30:00Z"},
		{"a minute before, it is not", "soreness-24h", "2027-03-01T21:59:00Z", "2027-03-01T21:59:00Z"},
		{"at their end it is over", "refuel", "2027-03-01T06:30:00Z", "2027-03-01T06:30:00Z"},
		{"a check-in put off until late comes", "snoozed", "2027-03-01T23:00:00Z", "2027-03-01T23:00:00Z"},
	} {
		t.Run(test.name, func(t *testing.T) {
			g := openGym(t, "2027-03-01T01:00:00Z")
			var at time.Time
			g.says = func(scheduler.Delivery) (scheduler.Result, error) {
				at = g.now
				return scheduler.Result{Outcome: scheduler.Sent}, nil
			}
			ana := g.join("ana", "UTC", coach.Reminders{Cron: "0 7 29 2 *", Quiet: "22:00-06:30", AfterSession: true})
			g.followUp(ana, coach.FollowUp{Key: "k", Kind: test.kind, Due: instant(t, test.due)})
			g.until("2027-03-03T00:00:00Z")
			var got string
			if !at.IsZero() {
				got = at.Format(time.RFC3339)
			}
			if got != test.want {
				t.Errorf("arrived %q, want %q", got, test.want)
			}
			if len(g.sent) > 0 && g.sent[0].Late {
				t.Error("what waited for the athlete's own morning is not late")
			}
		})
	}
}

func TestCheckInInOwnQuietHours_ComesAllTheSame(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	r := morning
	r.CheckIn = "05:00"
	g.join("ana", "UTC", r)
	g.until("2027-03-01T12:00:00Z")
	g.expect("checkin 2027-03-01")
}

func TestSilence_HalvesAndAsksOnce(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	ana := g.join("ana", "UTC", morning)
	g.until("2027-03-10T00:00:00Z")
	g.expect("checkin 2027-03-01", "checkin 2027-03-02", "checkin 2027-03-03",
		"still-want 2027-03-04", "checkin 2027-03-05", "checkin 2027-03-07", "checkin 2027-03-09")
	g.answer(ana, "2027-03-09")
	g.sent = nil
	g.until("2027-03-16T00:00:00Z")
	g.expect("checkin 2027-03-10", "checkin 2027-03-11", "checkin 2027-03-12",
		"still-want 2027-03-13", "checkin 2027-03-14")
}

func TestSilence_EndsTheUrging(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	r := morning
	r.Nudge = true
	g.join("ana", "UTC", r)
	g.until("2027-03-06T00:00:00Z")
	g.expect("checkin 2027-03-01", "nudge 2027-03-01", "checkin 2027-03-02", "nudge 2027-03-02", "checkin 2027-03-03", "nudge 2027-03-03",
		"still-want 2027-03-04", "checkin 2027-03-05")
}

func TestKeepingThem_EndsTheSilence(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	ana := g.join("ana", "UTC", morning)
	g.until("2027-03-04T12:00:00Z")
	g.change(ana, func(*coach.Athlete) {}) // "Keep them" saves the settings as they are
	g.sent = nil
	g.until("2027-03-07T12:00:00Z")
	g.expect("checkin 2027-03-05", "checkin 2027-03-06", "checkin 2027-03-07")
}

// TestSwitchedOff_NothingPlannedBeforeComes: "reminders off" silences what was
// planned while they were on, too.
func TestSwitchedOff_NothingPlannedBeforeComes(t *testing.T) {
	g := openGym(t, "2027-03-01T00:00:00Z")
	r := morning
	r.AfterSession, r.SixHours, r.Review = true, true, true
	ana := g.join("ana", "UTC", r)
	for _, kind := range []string{"snoozed", "refuel", "six-hours", "soreness-24h", "recovery", "taper", "event-week", "deload-over", "come-back"} {
		g.followUp(ana, coach.FollowUp{Key: kind, Kind: kind, Due: instant(t, "2027-03-01T12:00:00Z"), Text: "2027-03-01"})
	}
	g.change(ana, func(a *coach.Athlete) { a.Reminders = coach.Reminders{Quiet: r.Quiet} })
	g.until("2027-03-10T00:00:00Z")
	g.expect()
}
