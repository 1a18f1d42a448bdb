package slack

import (
	"context"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// refreshHome draws a person's Home page anew, after the acknowledgement.
func (a *Adapter) refreshHome(p bot.Person) {
	desk := a.desk.Load()
	if desk == nil || p.User == "" {
		return
	}
	a.soon(func(ctx context.Context) { a.publish(ctx, *desk, p) })
}

// publish draws a Home page. Failing costs a page that is not up to date.
func (a *Adapter) publish(ctx context.Context, desk bot.Desk, p bot.Person) {
	inst, err := a.install(ctx, p.Workspace)
	if err != nil {
		return
	}
	page, err := desk.Home(ctx, p)
	if err != nil {
		a.o.Log.Error("home page not composed", "error", err)
		return
	}
	err = a.call(ctx, inst, "views.publish", "", func(ctx context.Context, api *slackgo.Client) error {
		_, err := api.PublishViewContext(ctx, slackgo.PublishViewContextRequest{UserID: p.User, View: home(page)})
		return err
	})
	if err != nil {
		a.o.Log.Warn("home page not shown", "error", err)
	}
}
