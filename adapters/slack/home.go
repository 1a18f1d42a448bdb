package slack

import (
	"context"
	"sync"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// refreshHome draws a person's Home page anew, after the acknowledgement. While
// one drawing is on its way another is only noted: the last one to arrive must be
// the newest.
func (a *Adapter) refreshHome(p bot.Person) {
	desk := a.desk.Load()
	if desk == nil || p.User == "" || !a.homes.begin(p) {
		return
	}
	drawn := a.soon(func(ctx context.Context) {
		a.publish(ctx, *desk, p)
		for a.homes.again(p) {
			a.publish(ctx, *desk, p)
		}
	})
	if !drawn {
		a.homes.drop(p)
	}
}

// drawings are the Home pages on their way; true = it is wanted once more.
type drawings struct {
	mu sync.Mutex
	of map[bot.Person]bool
}

// begin reports whether the caller is the one to draw.
func (d *drawings) begin(p bot.Person) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, busy := d.of[p]
	d.of[p] = busy
	return !busy
}

// again reports whether the page is to be drawn once more; else it is done.
func (d *drawings) again(p bot.Person) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	wanted := d.of[p]
	if wanted {
		d.of[p] = false
	} else {
		delete(d.of, p)
	}
	return wanted
}

func (d *drawings) drop(p bot.Person) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.of, p)
}

// publish draws a Home page. Failing costs a page that is not up to date.
func (a *Adapter) publish(ctx context.Context, desk bot.Desk, p bot.Person) {
	inst, err := a.install(ctx, p.Workspace)
	if err != nil {
		return
	}
	page, err := desk.Home(ctx, p)
	if err != nil {
		a.o.Log.ErrorContext(ctx, "home page not composed", "error", err)
		return
	}
	err = a.call(ctx, inst, "views.publish", "", func(ctx context.Context, api *slackgo.Client) error {
		_, err := api.PublishViewContext(ctx, slackgo.PublishViewContextRequest{UserID: p.User, View: home(page)})
		return err
	})
	if err != nil {
		a.o.Log.WarnContext(ctx, "home page not shown", "error", err)
	}
}
