package bot

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/recovery"
	"tandem/coach/training"
)

// Notice is something due that nobody asked for: what the scheduler hands over
// at the moment of sending.
type Notice struct {
	Athlete coach.AthleteID
	Kind    string        // one of the Notice kinds below
	Date    training.Date // the nominal local date
	Late    bool          // it comes later than planned, after downtime
	Session string        // the session a follow-up hangs on
	Text    string
	Key     string // idempotency key, the same over retries
}

// What a notice can be about. The rest are the advice room's follow-ups.
const (
	NoticeCheckIn = "checkin"
	NoticeNudge   = "nudge"
	NoticeReview  = "review"
	NoticeSnoozed = KindSnoozed
	NoticeAsked   = KindAskedFor
	NoticeClock   = "clock-change"
	NoticeStill   = "still-want"
)

// Skip says why a notice was not sent: a fact, not a failure.
type Skip string

func (s Skip) Error() string { return "not sent: " + string(s) }

// Notify composes a notice at the moment of sending and sends it. It returns a
// Skip when there is nothing to say, or what the adapter's Send returns.
func (r *Router) Notify(ctx context.Context, n Notice) error {
	var reply Reply
	var to []Address
	err := r.Store.View(ctx, func(tx Tx) error {
		a, err := tx.Athlete(ctx, n.Athlete)
		if errors.Is(err, coach.ErrNotFound) {
			return Skip("erased")
		}
		if err != nil {
			return fmt.Errorf("load athlete: %w", err)
		}
		if to, err = tx.Addresses(ctx, n.Athlete); err != nil {
			return fmt.Errorf("load addresses: %w", err)
		}
		t := &talk{Router: r, tx: tx, a: a, now: r.Now(), key: n.Key}
		if reply, err = t.compose(ctx, n); err == nil && n.Late {
			reply = late(reply)
		}
		return err
	})
	if err != nil {
		return err
	}
	if len(to) == 0 {
		return Skip("nowhere to write to")
	}
	a, ok := r.adapters[to[0].Platform]
	if !ok {
		return Skip("platform not connected")
	}
	err = a.Send(ctx, to[0], reply, n.Key)
	if err == nil {
		r.Log.DebugContext(ctx, "notice sent", "kind", n.Kind, "platform", a.Name())
	}
	return errors.Join(err, r.lost(ctx, to[0].Person, err))
}

// classOf is the class of data that a notice asks for or speaks of.
func classOf(kind string) coach.Class {
	switch kind {
	case NoticeCheckIn, NoticeSnoozed, NoticeAsked, NoticeNudge, NoticeClock, NoticeStill:
		return coach.Recovery
	}
	return coach.Training
}

// late puts before a reply that it should have come earlier.
func late(r Reply) Reply {
	const sorry = "This comes late, I was away. "
	r.Text = sorry + r.Text
	if len(r.Sections) > 0 {
		r.Sections = slices.Clone(r.Sections)
		r.Sections[0].Body = sorry + r.Sections[0].Body
	}
	return r
}

// compose says what a notice says now, or a Skip.
func (t *talk) compose(ctx context.Context, n Notice) (Reply, error) {
	if !t.a.Consent.Allows(classOf(n.Kind)) {
		return Reply{}, Skip("no consent")
	}
	switch n.Kind {
	case NoticeCheckIn, NoticeSnoozed, NoticeAsked:
		return t.composeCheckIn(ctx, n)
	case NoticeNudge:
		return t.composeNudge(ctx, n)
	case NoticeReview:
		return t.composeReview(ctx, n)
	case NoticeClock:
		return Reply{Kind: Reminder, Text: t.clockNote(n.Date.Add(7))}, nil
	case NoticeStill:
		return Reply{Kind: Reminder, Text: "Your last check-ins went unanswered, which is fine. I ask half as often from now on. Do you still want them?",
			Buttons: []Button{{Label: "Keep them", Command: "reminders keep"}, {Label: "Stop", Command: "reminders off"}, {Label: "Pause", Command: "pause 14d"}}}, nil
	}
	return t.composeFollowUp(ctx, n)
}

// clockNote says, a week before, that a change of clocks moves nothing; or what
// it does to a check-in whose time does not exist on the day.
func (t *talk) clockNote(day training.Date) string {
	midnight := atClock(t.a, day, "00:00")
	_, before := midnight.Zone()
	_, after := atClock(t.a, day.Add(1), "00:00").Zone()
	way := "go forward"
	if after < before {
		way = "go back"
	}
	text := fmt.Sprintf("On %s your clocks %s by %s. Nothing moves for you: your check-in stays at ", midnight.Format("Sunday, 2 January"), way, span(after-before))
	at := t.a.Reminders.CheckIn
	if at == "" {
		return text + "the same time of your day."
	}
	text += at + "."
	next, ok := t.Planner.Next(t.a, midnight.Add(-time.Second))
	if on := next.In(t.a.Location()); ok && training.DateOf(on) == day && on.Format("15:04") != at {
		text += fmt.Sprintf(" Only that day it comes at %s, since there is no %s.", on.Format("15:04"), at)
	}
	return text
}

// span is a difference of clocks in words.
func span(seconds int) string {
	minutes := max(seconds, -seconds) / 60
	switch {
	case minutes == 60:
		return "an hour"
	case minutes%60 == 0:
		return fmt.Sprintf("%d hours", minutes/60)
	}
	return fmt.Sprintf("%d minutes", minutes)
}

func (t *talk) composeCheckIn(ctx context.Context, n Notice) (Reply, error) {
	day := n.Date
	if n.Kind != NoticeCheckIn {
		if d, err := training.ParseDate(n.Text); err == nil {
			day = d
		}
	}
	if n.Kind == NoticeAsked {
		asked, err := t.tx.CheckInAsked(ctx, t.a.ID, day)
		if err != nil {
			return Reply{}, fmt.Errorf("look for the day's check-in: %w", err)
		}
		if asked { // the plans have changed since
			return Reply{}, Skip("the day has a check-in of its own")
		}
	}
	if err := t.unlessAnswered(ctx, day); err != nil {
		return Reply{}, err
	}
	if t.a.Hold.Tier != "" {
		return holdQuestion(t.a.Hold), nil
	}
	c, err := t.Coach.CheckInOf(ctx, t.tx, t.a, day)
	if err != nil {
		return Reply{}, fmt.Errorf("load check-in: %w", err)
	}
	return t.checkInReply(c, day), nil
}

// unlessAnswered skips what the athlete has answered, by words or by deed.
func (t *talk) unlessAnswered(ctx context.Context, day training.Date) error {
	known, err := t.Coach.CheckInKnown(ctx, t.tx, t.a, day)
	switch {
	case err != nil:
		return fmt.Errorf("look for answers: %w", err)
	case known != "":
		return Skip(known)
	}
	return nil
}

func (t *talk) composeNudge(ctx context.Context, n Notice) (Reply, error) {
	if err := t.unlessAnswered(ctx, n.Date); err != nil {
		return Reply{}, err
	}
	if t.a.Hold.Tier != "" {
		return Reply{}, Skip("on hold after a warning sign")
	}
	return Reply{Kind: Nudge, Text: "Your check-in is still open, if you like. One line does it: `checkin 4 3 4 4 5 sleep 7.5h`. No answer is fine too.",
		Buttons: []Button{{Label: "Check in", Command: "checkin"}, {Label: "Skip", Command: "skip"}}}, nil
}

func (t *talk) composeReview(ctx context.Context, n Notice) (Reply, error) {
	if t.a.Hold.Tier != "" {
		return Reply{}, Skip("on hold after a warning sign")
	}
	w, err := t.Coach.WeekOf(ctx, t.tx, t.a, n.Date, t.now)
	if err != nil {
		return Reply{}, fmt.Errorf("review week: %w", err)
	}
	if w.Empty {
		return Reply{}, Skip("nothing was logged")
	}
	r := weekReply(Review, w)
	r.Buttons = []Button{{Label: "Week", Command: "week"}}
	return r, nil
}

// composeFollowUp says what a session left to say: refuel, six hours, soreness.
func (t *talk) composeFollowUp(ctx context.Context, n Notice) (Reply, error) {
	if t.a.Hold.Tier != "" {
		return Reply{}, Skip("on hold after a warning sign")
	}
	text, err := t.Coach.FollowUp(ctx, t.tx, t.a, n.Kind, n.Session, n.Text, t.now)
	switch {
	case errors.Is(err, coach.ErrNotFound):
		return Reply{}, Skip("the session was taken back")
	case err != nil:
		return Reply{}, fmt.Errorf("compose follow-up: %w", err)
	case text == "":
		return Reply{}, Skip("nothing to say any more")
	}
	r := Reply{Kind: Reminder, Text: text}
	if n.Kind == advice.Soreness24 || n.Kind == advice.Soreness72 {
		for v := recovery.Worst; v <= recovery.Best; v++ {
			r.Buttons = append(r.Buttons, Button{Label: fmt.Sprintf("Soreness %d", v), Command: fmt.Sprintf("checkin on %s soreness %d", t.a.Today(t.now), v)})
		}
	}
	return r, nil
}
