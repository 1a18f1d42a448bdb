package storetest

import (
	"context"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/training"
	"tandem/scheduler"
)

// save saves the athlete's settings as they are.
func (d *desk) save(id coach.AthleteID) {
	d.Helper()
	write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error {
		a, err := tx.Athlete(ctx, id)
		if err != nil {
			return err
		}
		return tx.SaveAthlete(ctx, a)
	})
}

func (d *desk) followUp(id coach.AthleteID, f coach.FollowUp) {
	d.Helper()
	write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutFollowUp(ctx, id, f) })
}

func dateOf(at time.Time) training.Date { return training.DateOf(at.UTC()) }

// plan is a check-in at noon, next on the day of the tests.
var plan = scheduler.Plan{Kind: scheduler.CheckIn, Rule: "12:00", Zone: "Europe/Berlin", From: dateOf(noon), Date: dateOf(noon), Due: noon}

// daily moves a plan on by a day and makes its occurrence.
func daily(p scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan) {
	o := checkInAt(p.Athlete, p.Due)
	p.Due, p.Date = p.Due.AddDate(0, 0, 1), p.Date.Add(1)
	return []scheduler.Occurrence{o}, p
}

var planTests = []scheduleTest{
	{"settings that are saved are planned once", func(d *desk) {
		d.same("next in an empty store", "nothing", d.dueNext())
		id := meet(d.T, d.opened.Store, ana)
		d.same("next of an athlete without settings", "nothing", d.dueNext())
		d.save(id)
		d.same("next after saving", "at once", d.dueNext())
		d.same("athletes planned", 1, d.replan(plan))
		d.same("next", noon.Format(time.RFC3339), d.dueNext())
		d.same("athletes planned again", 0, d.replan(plan))
	}},
	{"a removed coach plans nothing, and plans anew for who is back", func(d *desk) {
		workspace := bot.Place{Platform: ana.Platform, Workspace: ana.Workspace}
		for way, back := range map[string]func(){
			"installed again": func() {
				_, err := d.opened.Store.Back(d.Context(), workspace)
				d.ok(err)
			},
			"spoken to": func() { meet(d.T, d.opened.Store, ana) },
		} {
			id := meet(d.T, d.opened.Store, ana)
			d.save(id)
			d.same("athletes planned, "+way, 1, d.replan(plan))
			left(d.T, d.opened.Store, workspace, noon, 1)
			d.same("next without the coach, "+way, "nothing", d.dueNext())
			back()
			d.same("next, "+way, "at once", d.dueNext())
		}
	}},
	{"planning anew sees the plans there are and replaces them", func(d *desk) {
		id := d.athlete(plan)
		d.save(id)
		var have []scheduler.Plan
		n, err := d.Replan(d.Context(), noon, 100, func(_ coach.Athlete, h []scheduler.Plan) ([]scheduler.Plan, bool) {
			have = h
			return nil, true
		})
		d.ok(err)
		want := plan
		want.Athlete, want.ID = id, have[0].ID
		d.same("plans", []scheduler.Plan{want}, have)
		d.same("athletes", 1, n)
		d.same("next", "nothing", d.dueNext())
	}},
	{"an athlete left for later stays to be planned", func(d *desk) {
		id := d.athlete(plan)
		d.save(id)
		n, err := d.Replan(d.Context(), noon, 100, func(coach.Athlete, []scheduler.Plan) ([]scheduler.Plan, bool) { return nil, false })
		d.ok(err)
		d.same("athletes", 0, n)
		d.same("next", "at once", d.dueNext())
	}},
	{"a sweep makes the occurrence and moves the plan on", func(d *desk) {
		d.athlete(plan)
		n, err := d.SweepPlans(d.Context(), noon.Add(-time.Millisecond), 10, daily)
		d.ok(err)
		d.same("plans due before their time", 0, n)
		for range 2 {
			n, err = d.SweepPlans(d.Context(), noon, 10, daily)
			d.ok(err)
		}
		d.same("plans due a second time", 0, n)
		d.same("claims", 1, len(d.claim(noon)))
		d.same("plans of tomorrow", 1, d.within(noon.AddDate(0, 0, 1)))
	}},
	{"a sweep that is broken off leaves all as it was", func(d *desk) {
		d.athlete(plan)
		func() {
			defer func() { _ = recover() }()
			_, _ = d.SweepPlans(d.Context(), noon, 10, func(scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan) { panic("killed") })
		}()
		d.same("claims", 0, len(d.claim(noon)))
		d.same("plans still due", 1, d.within(noon))
	}},
	{"a sweep takes no more than it is asked for, the longest due first", func(d *desk) {
		review := scheduler.Plan{Kind: scheduler.Review, Rule: "18:00 sun", Zone: "UTC", Date: dateOf(noon), Due: noon.Add(-time.Hour)}
		d.athlete(plan, review)
		var kinds []scheduler.Kind
		n, err := d.SweepPlans(d.Context(), noon, 1, func(p scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan) {
			kinds = append(kinds, p.Kind)
			return daily(p)
		})
		d.ok(err)
		d.same("plans", 1, n)
		d.same("kinds", []scheduler.Kind{scheduler.Review}, kinds)
	}},
	{"a plan counts against where its athlete was last", func(d *desk) {
		id := d.athlete(plan)
		elsewhere := ana
		elsewhere.Workspace, elsewhere.User = "T9", "U9"
		other := meet(d.T, d.opened.Store, elsewhere)
		d.save(other)
		later := plan
		later.Due = noon.Add(time.Minute)
		d.replan(plan, scheduler.Plan{Kind: scheduler.Review, Rule: "18:00 sun", Zone: "UTC", Date: dateOf(noon), Due: later.Due})
		got := map[coach.AthleteID]string{}
		d.ok(d.DueLanes(d.Context(), noon, later.Due, func(id coach.AthleteID, l scheduler.Lane) { got[id] += l.Platform + "/" + l.Workspace }))
		d.same("lanes", map[coach.AthleteID]string{id: ana.Platform + "/" + ana.Workspace, other: ana.Platform + "/T9"}, got)
	}},
	{"a plan without a next time is gone", func(d *desk) {
		d.athlete(plan)
		_, err := d.SweepPlans(d.Context(), noon, 10, func(p scheduler.Plan) ([]scheduler.Occurrence, scheduler.Plan) {
			p.Due = time.Time{}
			return nil, p
		})
		d.ok(err)
		d.same("next", "nothing", d.dueNext())
	}},
	{"a refresh moves plans that are yet to come", func(d *desk) {
		review := scheduler.Plan{Kind: scheduler.Review, Rule: "18:00 sun", Zone: "UTC", Date: dateOf(noon), Due: noon.Add(-time.Hour)}
		d.athlete(plan, review)
		n, err := d.RefreshPlans(d.Context(), noon.Add(-time.Minute), func(p scheduler.Plan) scheduler.Plan {
			p.Due = p.Due.Add(time.Hour)
			return p
		})
		d.ok(err)
		d.same("plans moved", 1, n)
		d.same("next", review.Due.Format(time.RFC3339), d.dueNext())
		d.same("plans an hour later", 1, d.within(noon.Add(time.Hour)))
		n, err = d.RefreshPlans(d.Context(), noon, func(p scheduler.Plan) scheduler.Plan { return p })
		d.ok(err)
		d.same("plans moved that stay", 0, n)
	}},
	{"follow-ups are swept when they are due, once", func(d *desk) {
		id := meet(d.T, d.opened.Store, ana)
		f := coach.FollowUp{Key: "refuel:s1", Kind: "refuel", Due: noon, Session: "s1", Text: "eat"}
		d.followUp(id, f)
		d.same("next", noon.Format(time.RFC3339), d.dueNext())
		var got []coach.FollowUp
		sweep := func(now time.Time) {
			_, err := d.SweepFollowUps(d.Context(), now, 10, func(id coach.AthleteID, zone string, f coach.FollowUp) scheduler.Occurrence {
				f.Due = f.Due.UTC()
				got = append(got, f)
				return occurrenceAt(id, scheduler.FollowUp(f.Kind), f.Key, f.Due)
			})
			d.ok(err)
		}
		sweep(noon.Add(-time.Millisecond))
		sweep(noon)
		d.followUp(id, f) // the log is told again
		sweep(noon)
		d.same("follow-ups", []coach.FollowUp{f}, got)
	}},
	{"teams' plans are replaced all at once, and an athlete's stay", func(d *desk) {
		d.athlete(plan)
		digest := func(team string) scheduler.Plan {
			return scheduler.Plan{Team: team, Kind: scheduler.TeamDigest, Rule: "09:00 mon", Zone: "UTC", Date: dateOf(noon), Due: noon}
		}
		d.ok(d.PlanTeams(d.Context(), []scheduler.Plan{digest("slack/T1"), digest("slack/T2")}))
		d.same("plans", 3, d.within(noon))
		d.ok(d.PlanTeams(d.Context(), []scheduler.Plan{digest("slack/T3")}))
		d.same("plans", 2, d.within(noon))
	}},
	{"an erased athlete has no plans and no deliveries", func(d *desk) {
		id := d.athlete(plan)
		d.put(checkInAt(id, noon))
		c := d.claimOne(noon)
		write(d.T, d.opened.Store, func(ctx context.Context, tx bot.Tx) error { return tx.Erase(ctx, id) })
		d.lost(d.MarkDelivery(d.Context(), scheduler.Mark{ID: c.ID, Attempts: c.Attempts, To: scheduler.Sent, At: noon}))
		d.same("next", "nothing", d.dueNext())
	}},
}

// within counts the plans due in the second that begins at a moment.
func (d *desk) within(at time.Time) int {
	d.Helper()
	n, err := d.PlannedWithin(d.Context(), at, at.Add(time.Second))
	d.ok(err)
	return n
}
