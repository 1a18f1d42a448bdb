package storetest

import (
	"context"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/recovery"
	"tandem/scheduler"
)

var outboxTests = []scheduleTest{
	{"an occurrence is made once for ever", func(d *desk) {
		id := d.athlete()
		d.put(checkInAt(id, noon), checkInAt(id, noon))
		d.mark(d.claimOne(noon), scheduler.Sent, noon)
		d.put(checkInAt(id, noon))
		d.same("claims", 0, len(d.claim(noon)))
	}},
	{"of another kind, day or athlete it is another", func(d *desk) {
		id, other := d.athlete(), meet(d.T, d.opened.Store, ben)
		d.put(checkInAt(id, noon), checkInAt(other, noon), checkInAt(id, noon.AddDate(0, 0, -1)),
			occurrenceAt(id, scheduler.Review, noon.Format(time.DateOnly), noon))
		claims := d.claim(noon)
		keys := map[string]bool{}
		for _, c := range claims {
			keys[c.Key] = true
		}
		d.same("deliveries", 4, len(claims))
		d.same("keys", 4, len(keys))
	}},
	{"a missed one is on record and is not sent", func(d *desk) {
		id := d.athlete()
		missed := checkInAt(id, noon)
		missed.State = scheduler.Expired
		d.put(missed)
		d.same("claims", 0, len(d.claim(noon)))
		d.put(checkInAt(id, noon))
		d.same("claims of the same", 0, len(d.claim(noon)))
		n, err := d.ForgetMissed(d.Context(), noon.Add(-time.Minute))
		d.ok(err)
		d.same("forgotten, since the clock went back before it", 1, n)
		d.put(checkInAt(id, noon))
		d.same("claims after that", 1, len(d.claim(noon)))
	}},
	{"what failed for good can be looked up", func(d *desk) {
		id := d.athlete()
		d.put(checkInAt(id, noon))
		c := d.claimOne(noon)
		d.ok(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: 0, To: scheduler.Dead, Why: "refused", At: noon}))
		dead, err := d.DeadLetters(d.Context(), 10)
		d.ok(err)
		want := []scheduler.DeadLetter{{ID: c.ID, Athlete: id, Kind: scheduler.CheckIn, Date: dateOf(noon), Why: "refused", At: noon}}
		d.same("dead letters", want, dead)
	}},
	{"the standing counts what waits, what is dead and the largest herd", func(d *desk) {
		id := d.athlete(plan)
		d.put(checkInAt(id, noon), checkInAt(id, noon.AddDate(0, 0, 1)))
		st, err := d.Standing(d.Context(), noon.Add(time.Minute))
		d.ok(err)
		d.same("standing", scheduler.Standing{Waiting: 2, Oldest: noon, Herd: 1, HerdAt: noon}, st)
	}},
	{"a purge forgets what ended, and keeps what waits", func(d *desk) {
		id := d.athlete()
		d.put(checkInAt(id, noon))
		d.mark(d.claimOne(noon), scheduler.Sent, noon)
		d.put(checkInAt(id, noon.AddDate(0, 0, -1)))
		_, err := d.PurgeOutbox(d.Context(), noon.Add(time.Second))
		d.ok(err)
		d.put(checkInAt(id, noon))
		d.same("claims: the one that waited, and the one that is forgotten", 2, len(d.claim(noon)))
	}},
}

var claimTests = []scheduleTest{
	{"a delivery is claimed with all that it is", func(d *desk) {
		id := d.athlete()
		o := checkInAt(id, noon)
		o.Promised = noon.Add(time.Minute)
		d.put(o)
		d.same("claims before the promise", 0, len(d.claim(noon)))
		c := d.claimOne(noon.Add(time.Minute))
		d.same("delivery", scheduler.Delivery{ID: c.ID, Athlete: id, Kind: scheduler.CheckIn, Date: dateOf(noon), Due: noon,
			Session: "s1", Text: "words", Key: scheduler.Key(id, "", scheduler.CheckIn, o.Once)}, c.Delivery)
		d.same("promise", o.Promised, c.Promised)
		d.same("expiry", o.Expires, c.Expires)
		d.same("lane", scheduler.Lane{Platform: ana.Platform, Workspace: ana.Workspace}, c.Lane)
		d.same("athlete", id, c.Who.ID)
	}},
	{"what is claimed is nobody else's until its lease ends", func(d *desk) {
		d.put(checkInAt(d.athlete(), noon))
		first := d.claimOne(noon)
		d.same("claims under the lease", 0, len(d.claim(noon.Add(59*time.Second))))
		second := d.claimOne(noon.Add(time.Minute))
		d.same("attempts before", []int{0, 1}, []int{first.Attempts, second.Attempts})
		d.same("key of the second", first.Key, second.Key)
		d.lost(d.MarkDelivery(d.Context(), scheduler.Mark{ID: first.ID, Attempts: first.Attempts, To: scheduler.Sent, At: noon}))
		d.mark(second, scheduler.Sent, noon)
		d.lost(d.MarkDelivery(d.Context(), scheduler.Mark{ID: second.ID, Attempts: second.Attempts, To: scheduler.Sent, At: noon}))
	}},
	{"claims of a killed process are given back at once", func(d *desk) {
		d.put(checkInAt(d.athlete(), noon))
		first := d.claimOne(noon)
		n, err := d.ReleaseClaims(d.Context(), noon)
		d.ok(err)
		d.same("released", 1, n)
		again := d.claimOne(noon)
		d.same("attempts before", 1, again.Attempts)
		d.same("key", first.Key, again.Key)
	}},
	{"what failed comes back at its time, as the next attempt", func(d *desk) {
		for _, to := range []scheduler.State{scheduler.Retry, scheduler.Unknown} {
			d.put(occurrenceAt(d.athlete(), scheduler.FollowUp("x"), string(to), noon))
			c := d.claimOne(noon)
			later := noon.Add(time.Hour)
			d.ok(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: 0, To: to, At: noon, Next: later}))
			d.same("claims before", 0, len(d.claim(later.Add(-time.Millisecond))))
			c = d.claimOne(later)
			d.same("attempts before", 1, c.Attempts)
			d.mark(c, scheduler.Sent, later)
		}
	}},
	{"what is put off has not been tried", func(d *desk) {
		d.put(checkInAt(d.athlete(), noon))
		c := d.claimOne(noon)
		later := noon.Add(time.Hour)
		d.ok(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: 0, To: scheduler.Planned, At: noon, Next: later, Promised: later}))
		c = d.claimOne(later)
		d.same("attempts before", 0, c.Attempts)
		d.same("promise", later, c.Promised)
	}},
	{"what follows from a delivery is kept with its mark, or not at all", func(d *desk) {
		id := d.athlete()
		d.put(checkInAt(id, noon))
		c := d.claimOne(noon)
		nudge := occurrenceAt(id, scheduler.Nudge, noon.Format(time.DateOnly), noon)
		d.lost(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: 7, To: scheduler.Sent, At: noon, Then: []scheduler.Occurrence{nudge}}))
		d.same("claims after a refused mark", 0, len(d.claim(noon)))
		d.ok(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: 0, To: scheduler.Sent, At: noon, Then: []scheduler.Occurrence{nudge}}))
		d.same("kind", scheduler.Nudge, d.claimOne(noon).Kind)
	}},
	{"who cannot be reached is marked until they are heard of", func(d *desk) {
		id := d.athlete()
		d.put(checkInAt(id, noon), checkInAt(id, noon.AddDate(0, 0, 1)))
		c := d.claimOne(noon)
		d.same("closed before", false, c.Closed)
		d.mark(c, scheduler.Unreachable, noon)
		d.same("closed after", true, d.claimOne(noon.AddDate(0, 0, 1)).Closed)
		write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Reachable(ctx, ana, true) })
		d.same("closed when heard of", false, d.claimOne(noon.AddDate(0, 0, 2)).Closed)
	}},
	{"a claim takes no more than it is asked for, the longest due first", func(d *desk) {
		id := d.athlete()
		for n := range 5 {
			d.put(checkInAt(id, noon.AddDate(0, 0, -n)))
		}
		claims, err := d.ClaimDeliveries(d.Context(), noon, noon.Add(time.Minute), 2)
		d.ok(err)
		var days []string
		for _, c := range claims {
			days = append(days, c.Date.String())
		}
		d.same("dates", []string{"2027-02-25", "2027-02-26"}, days)
	}},
}

// send has a check-in of the day that lies n days after the tests' sent.
func (d *desk) send(id coach.AthleteID, n int) scheduler.Claim {
	d.Helper()
	at := noon.AddDate(0, 0, n)
	d.put(checkInAt(id, at))
	c := d.claimOne(at)
	d.mark(c, scheduler.Sent, at)
	return c
}

var factTests = []scheduleTest{
	{"silence counts the check-ins since the athlete was heard of", func(d *desk) {
		for _, c := range []struct {
			name  string
			heard func(id coach.AthleteID) // after the second of four
			want  int
		}{
			{"never", func(coach.AthleteID) {}, 4},
			{"an answer", func(id coach.AthleteID) {
				write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error {
					return tx.PutCheckIn(ctx, id, recovery.CheckIn{Date: dateOf(noon).Add(1), Mood: 3})
				})
			}, 2},
			{"a skip", func(id coach.AthleteID) {
				write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error { return tx.SkipCheckIn(ctx, id, dateOf(noon).Add(1)) })
			}, 2},
			{"a snooze", func(id coach.AthleteID) {
				d.followUp(id, coach.FollowUp{Key: "snooze:1", Kind: "snoozed", Due: noon.AddDate(1, 0, 0), Text: dateOf(noon).Add(1).String()})
			}, 2},
			{"settings", func(id coach.AthleteID) {
				d.save(id)
				_, err := d.Replan(d.Context(), noon.AddDate(0, 0, 1).Add(time.Hour), 10, func(_ coach.Athlete, have []scheduler.Plan) ([]scheduler.Plan, bool) { return have, true })
				d.ok(err)
			}, 2},
		} {
			next := plan
			next.Due = noon.AddDate(2, 0, 0)
			id := d.athlete(next)
			d.send(id, 0)
			d.send(id, 1)
			c.heard(id)
			d.send(id, 2)
			d.send(id, 3)
			at := noon.AddDate(0, 0, 4)
			d.put(checkInAt(id, at))
			got := d.claimOne(at)
			d.same(c.name, c.want, got.Silent)
			d.same(c.name+": since", dateOf(noon).Add(4-c.want), got.SilentSince)
			d.same(c.name+": the one before was sent", true, got.PreviousSent)
			write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Erase(ctx, id) })
		}
	}},
	{"a check-in that was left out breaks no silence, and is not the one that was sent", func(d *desk) {
		id := d.athlete(plan)
		d.send(id, 0)
		d.put(checkInAt(id, noon.AddDate(0, 0, 1)))
		d.mark(d.claimOne(noon.AddDate(0, 0, 1)), scheduler.Skipped, noon.AddDate(0, 0, 1))
		d.put(checkInAt(id, noon.AddDate(0, 0, 2)))
		c := d.claimOne(noon.AddDate(0, 0, 2))
		d.same("silent", 1, c.Silent)
		d.same("the one before was sent", false, c.PreviousSent)
	}},
	{"a nudge knows that the check-in was put off, and is or was asked again", func(d *desk) {
		id := d.athlete()
		d.followUp(id, coach.FollowUp{Key: "snooze:1", Kind: "snoozed", Due: noon.Add(-time.Hour), Text: dateOf(noon).String()})
		_, err := d.SweepFollowUps(d.Context(), noon, 10, func(id coach.AthleteID, _ string, f coach.FollowUp) scheduler.Occurrence {
			return occurrenceAt(id, scheduler.FollowUp(f.Kind), f.Key, f.Due)
		})
		d.ok(err)
		d.mark(d.claimOne(noon), scheduler.Sent, noon)
		d.followUp(id, coach.FollowUp{Key: "snooze:2", Kind: "snoozed", Due: noon.AddDate(1, 0, 0), Text: dateOf(noon).Add(2).String()})
		for n, want := range []bool{true, false, true} { // asked again, never put off, will be asked again
			at := noon.AddDate(0, 0, n)
			d.put(occurrenceAt(id, scheduler.Nudge, dateOf(at).String(), at))
			c := d.claimOne(at)
			d.same(dateOf(at).String(), want, c.Snoozed)
			d.mark(c, scheduler.Sent, at)
		}
	}},
	{"rivals are what else is due, in hand or went out late", func(d *desk) {
		id := d.athlete()
		d.send(id, -3)
		d.put(checkInAt(id, noon.AddDate(0, 0, -2)))
		late := d.claimOne(noon)
		d.ok(d.MarkDelivery(d.Context(), scheduler.Mark{ID: late.ID, Attempts: 0, To: scheduler.Sent, Late: true, At: noon}))
		d.put(checkInAt(id, noon))
		held := d.claimOne(noon)
		d.put(occurrenceAt(id, scheduler.Review, "r", noon), occurrenceAt(id, scheduler.Review, "later", noon.Add(time.Hour)))
		rivals, err := d.Rivals(d.Context(), id, noon, noon.Add(-time.Hour))
		d.ok(err)
		got := map[scheduler.State]int64{}
		for _, r := range rivals {
			got[r.State] = r.ID
		}
		d.same("rivals", 3, len(rivals))
		d.same("the late one", late.ID, got[scheduler.Sent])
		d.same("the one in hand", held.ID, got[scheduler.Claimed])
	}},
	{"a team is who opted in, in that workspace", func(d *desk) {
		id, other := meet(d.T, d.opened.Store, ana), meet(d.T, d.opened.Store, ben)
		for _, who := range []coach.AthleteID{id, other} {
			write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error {
				return tx.SaveAthlete(ctx, coach.Athlete{ID: who, Consent: coach.Consent{Given: true}, Reminders: coach.Reminders{Team: true}})
			})
		}
		members, err := d.TeamMembers(d.Context(), ana.Platform, ana.Workspace)
		d.ok(err)
		d.same("members", []coach.AthleteID{id}, members)
	}},
}
