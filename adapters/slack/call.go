package slack

import (
	"context"
	"errors"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// call makes one call of the Web API in its turn. Its error is one that
// [bot.Adapter.Send] may return.
func (a *Adapter) call(ctx context.Context, inst Install, method, channel string, do func(context.Context, *slackgo.Client) error) error {
	if err := a.pace.take(ctx, inst.workspace(), method, channel); err != nil {
		return err
	}
	begun := a.standing.refusals()
	err := verdict(method, do(ctx, a.client(inst.Token)))
	if a.o.BotToken != "" {
		a.standing.called(begun, err)
	}
	var limited bot.RetryAfter
	switch {
	case errors.As(err, &limited):
		a.o.Limited(method)
		a.pace.close(inst.workspace(), method, limited.Wait)
	case errors.Is(err, bot.ErrGone):
		a.forget(inst.workspace())
	}
	return err
}

func (a *Adapter) client(token string) *slackgo.Client {
	return slackgo.New(token, slackgo.OptionAPIURL(a.o.API), slackgo.OptionHTTPClient(a.o.HTTP), slackgo.OptionAppLevelToken(a.o.AppToken))
}
