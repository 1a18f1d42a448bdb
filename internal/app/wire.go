package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"tandem/bot"
	"tandem/coach"
	"tandem/coach/knowledge"
	"tandem/coach/safety"
	"tandem/internal/config"
	"tandem/internal/ops"
	"tandem/scheduler"
)

// newCoach loads the knowledge base, with the community's entries over it.
func newCoach(c config.Config) (*coach.Coach, error) {
	base, err := knowledge.Embedded()
	if err != nil {
		return nil, fmt.Errorf("load the knowledge base: %w", err)
	}
	if base, err = withOwnEntries(base, c.Knowledge.Folder); err != nil {
		return nil, err
	}
	return coach.New(base, safety.Contacts{Text: c.Knowledge.CrisisContacts}), nil
}

func withOwnEntries(base *knowledge.Base, folder string) (*knowledge.Base, error) {
	if folder == "" {
		return base, nil
	}
	own, err := knowledge.Load(folder)
	if err != nil {
		return nil, fmt.Errorf("read your own entries: %w", err)
	}
	return base.With(own)
}

// sender lets the scheduler's deliveries go out through the conversation.
type sender struct {
	router  *bot.Router
	teams   teams
	metrics *ops.Metrics // nil = nobody counts
	now     func() time.Time
}

var _ scheduler.Sender = sender{}

// Send composes and sends one delivery and says what became of it.
func (s sender) Send(ctx context.Context, d scheduler.Delivery) (scheduler.Result, error) {
	ctx = bot.WithTrace(ctx, slog.Int64("delivery", d.ID))
	result := s.send(ctx, d)
	if s.metrics != nil {
		s.metrics.Delivered(string(d.Kind), string(result.Outcome), s.now().Sub(d.Due))
	}
	return result, nil
}

func (s sender) send(ctx context.Context, d scheduler.Delivery) scheduler.Result {
	var err error
	if d.Kind == scheduler.TeamDigest {
		err = s.teams.digest(ctx, s.router, d)
	} else {
		err = s.router.Notify(ctx, bot.Notice{Athlete: d.Athlete, Kind: noticeKind(d.Kind), Date: d.Date, Late: d.Late, Session: d.Session, Text: d.Text, Key: d.Key})
	}
	var skip bot.Skip
	var limited bot.RetryAfter
	switch {
	case err == nil:
		return scheduler.Result{Outcome: scheduler.Sent}
	case errors.As(err, &skip):
		return scheduler.Result{Outcome: scheduler.Skipped, Why: string(skip)}
	case errors.As(err, &limited):
		return scheduler.Result{Outcome: scheduler.Retry, Why: "rate limited", RetryAfter: limited.Wait}
	case errors.Is(err, bot.ErrUnreachable), errors.Is(err, bot.ErrGone):
		return scheduler.Result{Outcome: scheduler.Unreachable, Why: err.Error()}
	case errors.Is(err, bot.ErrUnknown):
		return scheduler.Result{Outcome: scheduler.Unknown, Why: err.Error()}
	case errors.Is(err, bot.ErrRefused):
		return scheduler.Result{Outcome: scheduler.Dead, Why: err.Error()}
	}
	return scheduler.Result{Outcome: scheduler.Retry, Why: err.Error()}
}

// localZone is the machine's own time zone by its IANA name, "" when it has none.
func localZone() string {
	if name := time.Local.String(); name != "Local" {
		return name
	}
	if target, err := os.Readlink("/etc/localtime"); err == nil {
		for i := range target {
			if _, err := time.LoadLocation(target[i:]); err == nil && target[i] != '/' {
				return target[i:]
			}
		}
	}
	if data, err := os.ReadFile("/etc/timezone"); err == nil {
		return strings.TrimSpace(string(data))
	}
	return ""
}

// noticeKind is a delivery's kind in the conversation's words.
func noticeKind(k scheduler.Kind) string {
	if what, ok := k.FollowUp(); ok {
		return what
	}
	return string(k)
}
