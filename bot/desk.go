package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tandem/bot/zone"
	"tandem/coach"
	"tandem/coach/training"
)

// Desk answers at once what a platform asks while somebody waits: a page to
// look at, completions of a field, whether a form can be sent in. It only
// reads; strangers are not made athletes by it. The Router is one.
type Desk interface {
	// Home is a page of the person's own: today, the week, what is set, and
	// what can be done with their data.
	Home(ctx context.Context, p Person) (Reply, error)
	// Suggest completes a field's words: at most n, best first. what is the
	// field's Suggest.
	Suggest(ctx context.Context, p Person, what, prefix string, n int) ([]string, error)
	// CheckForm is what is wrong with a form's values, by field; empty when they
	// can be sent in.
	CheckForm(ctx context.Context, p Person, id string, values map[string]string) (map[string]string, error)
	// Offer is the command that offers a person to move with a zone their platform
	// reports anew; "" when there is nothing to offer.
	Offer(ctx context.Context, p Person, zone string) (command string, err error)
}

var _ Desk = (*Router)(nil)

// look runs fn for a known person in a transaction that writes nothing; known
// is false for a stranger, and fn does not run.
func (r *Router) look(ctx context.Context, p Person, fn func(t *talk) error) (known bool, err error) {
	err = r.Store.View(ctx, func(tx Tx) error {
		now := r.Now()
		id, _, err := tx.Who(ctx, p, now)
		if errors.Is(err, coach.ErrNotFound) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("look up person: %w", err)
		}
		known = true
		a, err := tx.Athlete(ctx, id)
		if err != nil {
			return fmt.Errorf("load athlete: %w", err)
		}
		return fn(&talk{Router: r, tx: glance{tx}, a: a, m: Message{From: p}, now: now, key: "home|" + p.String()})
	})
	return known, err
}

// glance is a transaction for looking only: what would be kept for a later
// "why" is not.
type glance struct{ Tx }

func (glance) PutExplanation(context.Context, coach.AthleteID, coach.Explanation) error { return nil }

// Home is the person's page. A stranger sees what the coach is.
func (r *Router) Home(ctx context.Context, p Person) (reply Reply, err error) {
	known, err := r.look(ctx, p, func(t *talk) error {
		reply, err = t.home(ctx)
		return err
	})
	if err != nil {
		return Reply{}, fmt.Errorf("compose home: %w", err)
	}
	if !known {
		reply = Reply{Kind: Answer, Sections: []Section{{Title: "Tandem", Body: hello},
			{Title: "Try", Body: "Ask in a direct message: \"should I run after squats?\" Or set me up for your goal; it takes a minute."}},
			Buttons: []Button{{Label: "Set up", Command: "start", Primary: true}, {Label: "What you keep", Command: "privacy"}, {Label: "Help", Command: "help"}}}
		reply.Text = plainText(reply.Sections)
	}
	return reply, nil
}

func (t *talk) home(ctx context.Context) (Reply, error) {
	day, err := t.Coach.Today(ctx, t.tx, t.a, t.key, t.now)
	if err != nil {
		return Reply{}, fmt.Errorf("today: %w", err)
	}
	week := coach.Weekly{Empty: true}
	if t.a.Hold.Tier == "" { // after a warning sign no week is judged
		if week, err = t.Coach.WeekOf(ctx, t.tx, t.a, t.a.Today(t.now), t.now); err != nil {
			return Reply{}, fmt.Errorf("week: %w", err)
		}
	}
	set, err := t.settings(ctx, "")
	if err != nil {
		return Reply{}, err
	}
	next, err := t.nextAtHome(ctx)
	if err != nil {
		return Reply{}, err
	}
	r := Reply{Kind: Answer, Findings: day.Findings, Sections: []Section{{Title: "Today", Body: day.Text}, {Title: "Next check-in", Body: next}}}
	if !week.Empty {
		r.Sections = append(r.Sections, Section{Title: "Your week", Body: strings.TrimSpace(week.Text + "\n" + week.DayByDay)})
	}
	if week.Drawing != "" {
		r.Sections = append(r.Sections, Section{Body: week.Drawing, Fixed: true})
	}
	r.Sections = append(r.Sections, Section{Title: "Settings", Body: strings.TrimPrefix(set[0].Text, "Your settings:\n")})
	r.Text = plainText(r.Sections)
	r.Buttons = t.homeButtons(day.CheckedIn)
	return t.withInstants([]Reply{r})[0], nil
}

func (t *talk) nextAtHome(ctx context.Context) (string, error) {
	next, ok, err := t.nextCheckIn(ctx)
	if err != nil || !ok {
		return "None is planned. `reminders 07:00` plans one a day.", err
	}
	return t.named(next, longDayAndTime) + " on your clock.", nil
}

func (t *talk) homeButtons(checkedIn bool) []Button {
	var b []Button
	if !t.a.SetUp {
		b = append(b, Button{Label: "Set up", Command: "start", Primary: true})
	}
	if !checkedIn && t.a.Consent.Allows(coach.Recovery) {
		b = append(b, Button{Label: "Check in", Command: "checkin", Primary: t.a.SetUp})
	}
	pause := Button{Label: "Pause", Command: "pause 7d"}
	if t.a.Pause.Active(t.a.Today(t.now)) {
		pause = Button{Label: "Resume", Command: "resume"}
	}
	return append(b, Button{Label: "Log", Command: "log"}, Button{Label: "Week", Command: "week"}, Button{Label: "Settings", Command: "settings"}, pause,
		Button{Label: "Export", Command: "data export"}, Button{Label: "Erase", Command: "data erase", Danger: true})
}

// Suggest completes an exercise, the athlete's own names first, or a zone.
func (r *Router) Suggest(ctx context.Context, p Person, what, prefix string, n int) (out []string, err error) {
	if what == "zone" {
		return zone.Search(prefix, n), nil
	}
	var own []string
	_, err = r.look(ctx, p, func(t *talk) error {
		names, err := t.tx.OwnExercises(ctx, t.a.ID)
		for name := range names {
			own = append(own, name)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("load own exercises: %w", err)
	}
	slices.Sort(own)
	return training.Suggest(prefix, own, n), nil
}

// CheckForm reads the values as the person's own log would be read.
func (r *Router) CheckForm(ctx context.Context, p Person, id string, values map[string]string) (map[string]string, error) {
	c := training.Context{Now: r.Now()}
	_, err := r.look(ctx, p, func(t *talk) (err error) {
		c.Zone, c.Units = t.a.Location(), t.a.Units
		c.Own, err = t.tx.OwnExercises(ctx, t.a.ID)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("check form: %w", err)
	}
	return CheckForm(id, values, c), nil
}

// Offer is for somebody whose check-ins run on another clock than the platform
// now reports.
func (r *Router) Offer(ctx context.Context, p Person, reported string) (command string, err error) {
	name, ok := zone.Find(reported)
	if !ok {
		return "", nil
	}
	_, err = r.look(ctx, p, func(t *talk) error {
		if t.a.Zone != "" && t.a.Zone != name && t.a.Reminders.On() {
			command = "moved " + name
		}
		return nil
	})
	return command, err
}

// moved asks whether the check-ins shall come along to another clock.
func (t *talk) moved(_ context.Context, rest string) ([]Reply, error) {
	name, ok := zone.Find(rest)
	if !ok || name == t.a.Zone {
		return one(say("Your check-ins stay as they are: " + describeReminders(t.a) + ", " + t.a.Zone + ".")), nil
	}
	return one(Reply{Kind: Reminder, Text: fmt.Sprintf("Your clock seems to be in %s now, where it is %s. Shall your check-ins move there? Until you say so they stay on %s.", name, t.clockIn(name), t.a.Zone),
		Buttons: []Button{{Label: "Move them", Command: "timezone " + name, Primary: true}, {Label: "Leave them", Command: "moved " + t.a.Zone}}}), nil
}

// WorkoutIn is the line to log of a text that somebody pointed at: the workout
// told in it, or the words as they are.
func WorkoutIn(text string) string {
	if line, ok := training.LooksLikeLog(text); ok {
		return line
	}
	return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(text), "/log "))
}
