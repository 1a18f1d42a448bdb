// Package bottest holds what every adapter must pass: conversations with their
// expected outcome, whatever the platform.
//
// An adapter's test wires a whole coach (see [Wire]) behind its platform's
// fake, offers a [Mouth] to speak through, and calls [Conversations]. The same
// words must bring the same answers in a terminal, on Slack and on Discord.
package bottest

import (
	"context"
	"log/slog"
	"strings"
	"testing"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
)

// Heard is a message as a person sees it: its text and the labels of its buttons.
type Heard struct {
	Text    string
	Buttons []string
}

// Mouth is one person's access to the coach over a platform. Each call returns
// what they got in answer, after everything is settled.
type Mouth interface {
	Say(t *testing.T, text string) []Heard
	// Press presses the button with that label on the newest message that has it.
	Press(t *testing.T, label string) []Heard
}

// Step is something a person does and what they must get.
type Step struct {
	Say   string
	Press string
	Want  []string // each must stand in what comes back
	Not   []string // none of these may
}

// Conversation is a scenario: steps in order, by a person nobody knew before.
type Conversation struct {
	Name  string
	Steps []Step
}

// Conversations runs all scenarios, each through a fresh mouth.
func Conversations(t *testing.T, open func(t *testing.T) Mouth) {
	t.Helper()
	for _, c := range scenarios {
		t.Run(c.Name, func(t *testing.T) {
			m := open(t)
			for i, s := range c.Steps {
				var got []Heard
				if s.Press != "" {
					got = m.Press(t, s.Press)
				} else {
					got = m.Say(t, s.Say)
				}
				check(t, i, s, got)
			}
		})
	}
}

func check(t *testing.T, n int, s Step, got []Heard) {
	t.Helper()
	var all []string
	for _, h := range got {
		all = append(all, h.Text, strings.Join(h.Buttons, " | "))
	}
	text := strings.Join(all, "\n")
	for _, want := range s.Want {
		if !strings.Contains(strings.ToLower(text), strings.ToLower(want)) {
			t.Errorf("step %d, %q%q: no %q in\n%s", n+1, s.Say, s.Press, want, text)
		}
	}
	for _, not := range s.Not {
		if strings.Contains(strings.ToLower(text), strings.ToLower(not)) {
			t.Errorf("step %d, %q%q: %q stands in\n%s", n+1, s.Say, s.Press, not, text)
		}
	}
	if len(got) == 0 && len(s.Want) > 0 {
		t.Errorf("step %d, %q%q: nothing came back", n+1, s.Say, s.Press)
	}
}

// Wire builds a coach with its router over a store, with adapters.
func Wire(t *testing.T, store bot.Store, planner bot.Planner, now func() time.Time, adapters ...bot.Adapter) *bot.Router {
	t.Helper()
	base, err := knowledge.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	return bot.New(bot.Config{Coach: coach.New(base, safety.Contacts{}), Store: store, Planner: planner, Adapters: adapters, Now: now, Log: slog.New(slog.DiscardHandler)})
}

// Settle works through everything that waits.
func Settle(t *testing.T, r *bot.Router) {
	t.Helper()
	if err := r.Settle(context.Background()); err != nil {
		t.Fatal(err)
	}
}
