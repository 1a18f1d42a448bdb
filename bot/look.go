package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"tandem/coach"
)

func (t *talk) today(ctx context.Context, _ string) ([]Reply, error) {
	d, err := t.Coach.Today(ctx, t.tx, t.a, t.key, t.now)
	if err != nil {
		return nil, fmt.Errorf("today: %w", err)
	}
	r := Reply{Kind: Answer, Text: d.Text, Findings: d.Findings, Buttons: []Button{{Label: "Why?", Command: "why " + d.Explanation}}}
	if !d.CheckedIn && t.a.Consent.Allows(coach.Recovery) {
		r.Buttons = append(r.Buttons, Button{Label: "Check in", Command: "checkin"})
	}
	return one(r), nil
}

func (t *talk) week(ctx context.Context, _ string) ([]Reply, error) {
	if t.a.Hold.Tier != "" {
		return one(say(coach.HeldText)), nil
	}
	w, err := t.Coach.Week(ctx, t.tx, t.a, t.key, t.now)
	if err != nil {
		return nil, fmt.Errorf("week: %w", err)
	}
	return one(weekReply(Answer, w)), nil
}

// load is the week in numbers, with the same picture.
func (t *talk) load(ctx context.Context, _ string) ([]Reply, error) {
	if t.a.Hold.Tier != "" {
		return one(say(coach.HeldText)), nil
	}
	w, err := t.Coach.Week(ctx, t.tx, t.a, t.key, t.now)
	if err != nil {
		return nil, fmt.Errorf("load: %w", err)
	}
	w.Text, w.Findings = w.Load, nil
	return one(weekReply(Answer, w)), nil
}

func weekReply(kind Kind, w coach.Weekly) Reply {
	r := Reply{Kind: kind, Text: w.Text, Findings: w.Findings, Buttons: []Button{{Label: "Why?", Command: "why " + w.Explanation}}}
	if w.Picture != nil {
		r.Picture = &Picture{PNG: w.Picture, Alt: w.Alt}
	}
	return r
}

func (t *talk) plan(_ context.Context, rest string) ([]Reply, error) {
	text, err := t.Coach.Plan(t.a, rest)
	if err != nil {
		return one(say(sentence(err.Error()))), nil
	}
	return one(say(text)), nil
}

func (t *talk) history(ctx context.Context, rest string) ([]Reply, error) {
	h, err := t.Coach.History(ctx, t.tx, t.a, rest, t.now)
	if err != nil {
		return nil, fmt.Errorf("history: %w", err)
	}
	r := say(h.Text)
	if h.Picture != nil {
		r.Picture = &Picture{PNG: h.Picture, Alt: h.Alt}
	}
	return one(r), nil
}

// why prints what stands behind an answer: the newest, one by its id, or an entry.
func (t *talk) why(ctx context.Context, rest string) ([]Reply, error) {
	if id, ok := strings.CutPrefix(rest, "topic "); ok {
		return one(say(t.Coach.WhyTopic(id))), nil
	}
	text, err := t.Coach.Why(ctx, t.tx, t.a, rest)
	if errors.Is(err, coach.ErrNotFound) {
		return one(say("I have said nothing yet that needs a reason. Ask, or log something, and then `why`.")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("why: %w", err)
	}
	return one(say(text)), nil
}

// share posts one session where the button was pressed, on the athlete's own
// press and with nothing but the session.
func (t *talk) share(ctx context.Context, id string) ([]Reply, error) {
	s, err := t.Coach.Find(ctx, t.tx, t.a, id)
	if errors.Is(err, coach.ErrNotFound) {
		return one(say("That log is gone, so there is nothing to share.")), nil
	}
	if err != nil {
		return nil, fmt.Errorf("load session: %w", err)
	}
	s.Note, s.HR = "", 0
	text := strings.Join(append([]string{s.Headline(t.a.Units)}, s.Details(t.a.Units)...), "\n")
	return one(Reply{Kind: Answer, Public: true, Text: text}), nil
}
