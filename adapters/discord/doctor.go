package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// Finding is one thing that [Doctor] looked at.
type Finding struct {
	Name   string
	OK     bool
	Detail string
	Fix    string
	Clock  time.Time // Discord's own, with the answer; zero = not told
}

// Doctor looks at everything at Discord that can be wrong and changes nothing:
// the token, the application, the gateway's allowance and the commands. It needs
// no store.
func Doctor(ctx context.Context, o Options) []Finding {
	o, err := o.filled()
	if err != nil {
		return []Finding{{Name: "discord", Detail: err.Error(), Fix: "correct that setting"}}
	}
	client, err := newREST(o)
	if err != nil {
		return []Finding{{Name: "discord", Detail: err.Error(), Fix: "correct that setting"}}
	}
	client.checking = true
	a := &Adapter{o: o, rest: client}
	var self user
	if err := a.rest.get(ctx, discordgo.EndpointUser("@me"), "me", &self); err != nil {
		return []Finding{reach(err)}
	}
	checks := []Finding{{Name: "discord token", OK: true, Detail: "the bot is " + self.name(), Clock: a.rest.date},
		{Name: "discord intents", OK: true, Detail: fmt.Sprintf("%d, none of them privileged: nothing to switch on", Intents)}}
	return append(append(append(checks, a.checkApplication(ctx)), a.checkGateway(ctx)), a.checkCommands(ctx))
}

func reach(err error) Finding {
	if errors.Is(err, bot.ErrGone) {
		return Finding{Name: "discord token", Detail: "Discord does not take it", Fix: "reset it in the developer portal under Bot and put the new one into discord.token"}
	}
	return Finding{Name: "discord", Detail: err.Error(), Fix: "let this machine reach discord.com and gateway.discord.gg on port 443, and try again"}
}

// checkApplication compares the id that is configured with the token's own.
func (a *Adapter) checkApplication(ctx context.Context) Finding {
	var app struct {
		ID       string                     `json:"id"`
		Endpoint string                     `json:"interactions_endpoint_url"`
		Installs map[string]json.RawMessage `json:"integration_types_config"` // "0" on servers, "1" for people
	}
	if err := a.rest.get(ctx, discordgo.EndpointAPI+"applications/@me", "application", &app); err != nil {
		return reach(err)
	}
	if app.ID != a.o.ApplicationID {
		return Finding{Name: "discord application", Detail: fmt.Sprintf("application_id is %s, but the token is of %s", a.o.ApplicationID, app.ID),
			Fix: "set discord.application_id to " + app.ID + ", or clear it"}
	}
	if app.Endpoint != "" {
		return Finding{Name: "discord application", Detail: "it has an Interactions Endpoint URL: Discord sends commands and presses there, and none to the coach",
			Fix: "clear Interactions Endpoint URL in the developer portal, under General Information"}
	}
	for kind, name := range map[string]string{"0": "Guild Install", "1": "User Install"} {
		if _, ok := app.Installs[kind]; !ok && app.Installs != nil {
			return Finding{Name: "discord application", Detail: name + " is off: the commands are for both", Fix: "tick " + name + " in the developer portal, under Installation"}
		}
	}
	server, person := InstallLinks(app.ID)
	return Finding{Name: "discord application", OK: true, Detail: "install on a server: " + server + " · for yourself: " + person}
}

// fewStarts is below what a day of restarts may need.
const fewStarts = 50

func (a *Adapter) checkGateway(ctx context.Context) Finding {
	g, err := a.gatewayOf(ctx)
	if err != nil {
		return reach(err)
	}
	detail := fmt.Sprintf("%d of %d connections left today", g.Limit.Remaining, g.Limit.Total)
	switch {
	case g.Limit.Remaining < fewStarts:
		return Finding{Name: "discord gateway", Detail: detail, Fix: "something reconnects in a loop: stop other processes with this token, and wait until tomorrow"}
	case g.Shards > a.o.ShardCount:
		return Finding{Name: "discord gateway", Detail: fmt.Sprintf("Discord wants %d shards, shard_count is %d", g.Shards, a.o.ShardCount), Fix: fmt.Sprintf("set discord.shard_count to %d", g.Shards)}
	}
	return Finding{Name: "discord gateway", OK: true, Detail: detail}
}

func (a *Adapter) checkCommands(ctx context.Context) Finding {
	names, err := a.commandsDiffer(ctx)
	if err != nil {
		return reach(err)
	}
	if len(names) > 0 {
		return Finding{Name: "discord commands", OK: true, Detail: "will be registered at the next start: " + strings.Join(names, ", ")}
	}
	return Finding{Name: "discord commands", OK: true, Detail: "registered, as this version has them"}
}
