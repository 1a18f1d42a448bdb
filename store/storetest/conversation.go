package storetest

import (
	"context"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/advice"
	"tandem/coach/training"
	"tandem/store"
)

var conversationTests = []test{
	{"an explanation comes back by id, and the newest without one", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		first := coach.Explanation{ID: "e1", At: noon, Title: "Lift, 60 min", Findings: []coach.ExplainedRule{{
			Finding: advice.Finding{Level: advice.Orange, Rule: "gap", Seed: []string{"S14"}, Evidence: []string{"E05"}, Text: "Wait."},
			Reasons: []advice.Reason{{Input: "gap", Value: "2 h", Threshold: "6 h"}}}}}
		second := coach.Explanation{ID: "e2", At: noon, Title: "Answer", Topic: "order"} // within the same millisecond
		for _, e := range []coach.Explanation{first, second} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutExplanation(ctx, id, e) })
		}
		for asked, want := range map[string]coach.Explanation{"e1": first, "e2": second, "": second} {
			got, err := explanation(t, o.Store, id, asked)
			if diff := cmp.Diff(want, got); err != nil || diff != "" {
				t.Errorf("explanation %q: %v (-want +got):\n%s", asked, err, diff)
			}
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutExplanation(ctx, id, first) }) // handled again
		if got, err := explanation(t, o.Store, id, ""); err != nil || got.ID != "e1" {
			t.Errorf("newest = %q, %v; want e1", got.ID, err)
		}
	}},
	{"the newest explanations are kept, the rest not found", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			for i := range store.MaxExplanations + 5 {
				if err := tx.PutExplanation(ctx, id, coach.Explanation{ID: fmt.Sprint(i), At: noon}); err != nil {
					return err
				}
			}
			return tx.PutExplanation(ctx, other, coach.Explanation{ID: "other", At: noon})
		})
		for i, want := range map[string]error{"4": coach.ErrNotFound, "5": nil, "54": nil, "other": coach.ErrNotFound} {
			if _, err := explanation(t, o.Store, id, i); !errors.Is(err, want) {
				t.Errorf("explanation %s: %v, want %v", i, err, want)
			}
		}
	}},
	{"a dialogue is replaced, and ended by the zero one", func(t *testing.T, o Opened) {
		id := meet(t, o.Store, ana)
		for _, want := range []bot.Dialogue{
			{},
			{Step: "goal", Values: map[string]string{"zone": "Europe/Oslo"}, Expires: noon.Add(time.Hour)},
			{Step: "consent"},
			{},
		} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.SetDialogue(ctx, id, want) })
			got := read(t, o.Store, func(ctx context.Context, tx bot.Tx) (bot.Dialogue, error) { return tx.Dialogue(ctx, id) })
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("dialogue (-set +got):\n%s", diff)
			}
		}
	}},
	{"a draft is its athlete's own and the last words under its key", func(t *testing.T, o Opened) {
		id, other := meet(t, o.Store, ana), meet(t, o.Store, ben)
		for _, words := range []string{"/log squat", "/log squat 5x5 100kg note felt good"} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.PutDraft(ctx, id, "k", words, noon) })
			if got, err := draft(t, o.Store, id, "k"); err != nil || got != words {
				t.Errorf("draft = %q, %v; want %q", got, err, words)
			}
		}
		if _, err := draft(t, o.Store, other, "k"); !errors.Is(err, coach.ErrNotFound) {
			t.Errorf("another's draft: %v, want ErrNotFound", err)
		}
	}},
}

var counterTests = []test{
	{"questions are counted without who asked, the most frequent first", func(t *testing.T, o Opened) {
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error {
			return errors.Join(
				tx.CountQuestion(ctx, "Can I  train in a sauna?", []string{"heat"}, noon),
				tx.CountQuestion(ctx, "is kettlebell cardio", nil, noon),
				tx.CountQuestion(ctx, "can i train in a sauna", []string{"heat", "sleep"}, noon.AddDate(0, 0, 1)),
				tx.CountQuestion(ctx, " ?! ", nil, noon))
		})
		got, err := o.Store.Questions(t.Context(), 10)
		if err != nil {
			t.Fatal(err)
		}
		want := []store.Question{
			{Text: "can i train in a sauna", Count: 2, Nearest: []string{"heat", "sleep"}, Last: training.Date{Year: 2027, Month: 3, Day: 2}},
			{Text: "is kettlebell cardio", Count: 1, Last: training.Date{Year: 2027, Month: 3, Day: 1}},
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("questions (-want +got):\n%s", diff)
		}
		if got, err := o.Store.Questions(t.Context(), 1); err != nil || len(got) != 1 {
			t.Errorf("Questions(1) = %v, %v", got, err)
		}
	}},
	{"feedback is counted by topic", func(t *testing.T, o Opened) {
		for _, helped := range []bool{true, false, true} {
			write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.CountFeedback(ctx, "order", helped) })
		}
		write(t, o.Store, func(ctx context.Context, tx bot.Tx) error { return tx.CountFeedback(ctx, "doms", false) })
		got, err := o.Store.Feedback(t.Context())
		want := []store.Feedback{{Topic: "doms", NotHelped: 1}, {Topic: "order", Helped: 2, NotHelped: 1}}
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Errorf("feedback: %v (-want +got):\n%s", err, diff)
		}
	}},
}

func explanation(t *testing.T, s Store, id coach.AthleteID, asked string) (coach.Explanation, error) {
	t.Helper()
	return tryRead(t, s, func(ctx context.Context, tx bot.Tx) (coach.Explanation, error) { return tx.Explanation(ctx, id, asked) })
}

func draft(t *testing.T, s Store, id coach.AthleteID, key string) (string, error) {
	t.Helper()
	return tryRead(t, s, func(ctx context.Context, tx bot.Tx) (string, error) { return tx.Draft(ctx, id, key) })
}
