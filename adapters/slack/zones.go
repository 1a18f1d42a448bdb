package slack

import (
	"context"
	"sync"
	"time"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// zones remembers the time zones that Slack reports, for a day each. They go
// along with messages; the coach asks the person before it uses one.
type zones struct {
	now func() time.Time

	mu    sync.Mutex
	known map[bot.Person]zoneSeen
}

type zoneSeen struct {
	name string // "" = being asked for
	at   time.Time
}

const (
	zoneLife = 24 * time.Hour
	maxZones = 50_000
)

func newZones(now func() time.Time) *zones {
	return &zones{now: now, known: map[bot.Person]zoneSeen{}}
}

// of is the person's zone as last reported, "" when it is not known.
func (z *zones) of(p bot.Person) string {
	z.mu.Lock()
	defer z.mu.Unlock()
	return z.known[p].name
}

// set keeps what was reported; changed says that it is news.
func (z *zones) set(p bot.Person, name string) (changed bool) {
	z.mu.Lock()
	defer z.mu.Unlock()
	if len(z.known) >= maxZones {
		clear(z.known)
	}
	changed = z.known[p].name != name
	z.known[p] = zoneSeen{name, z.now()}
	return changed
}

// wanted reports whether Slack should be asked, once per life.
func (z *zones) wanted(p bot.Person) bool {
	z.mu.Lock()
	defer z.mu.Unlock()
	seen, ok := z.known[p]
	if ok && z.now().Sub(seen.at) < zoneLife {
		return false
	}
	z.known[p] = zoneSeen{seen.name, z.now()}
	return true
}

// lookUpZone asks Slack for a person's zone, after the acknowledgement: the
// messages that follow carry it. Whoever moved while nobody listened is asked
// about it, once a month and zone.
func (e *ear) lookUpZone(p bot.Person) {
	if !e.zones.wanted(p) {
		return
	}
	e.soon(func(ctx context.Context) {
		inst, err := e.install(ctx, p.Workspace)
		if err != nil {
			return // the answer to the message says so
		}
		var zone string
		err = e.call(ctx, inst, "users.info", "", func(ctx context.Context, api *slackgo.Client) error {
			u, err := api.GetUserInfoContext(ctx, p.User)
			if err == nil {
				zone = u.TZ
			}
			return err
		})
		switch {
		case err != nil:
			e.o.Log.InfoContext(ctx, "time zone not known", "error", err)
		case zone != "" && e.zones.set(p, zone):
			e.offerMove(ctx, p, zone, zone+"."+e.o.Now().Format("2006-01"))
		}
	})
}
