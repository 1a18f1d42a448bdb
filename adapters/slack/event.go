package slack

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"tandem/bot"
)

// event takes a delivery of the Events API.
func (e *ear) event(ctx context.Context, b eventBody) error {
	if b.Type == "app_rate_limited" {
		e.o.Log.WarnContext(ctx, "slack holds events back: over 30,000 in an hour", "team", b.Team)
		return nil
	}
	switch b.Event.Type {
	case "app_mention", "message":
		return e.said(ctx, b)
	case "app_home_opened":
		if b.Event.Tab != "messages" {
			e.refreshHome(b.person(text(b.Event.User)))
		}
	case "user_change":
		return e.userChanged(b)
	case "app_uninstalled":
		return e.uninstalled(ctx, b, "the app was uninstalled from the workspace")
	case "tokens_revoked":
		if len(b.Event.Tokens.Bot) > 0 {
			return e.uninstalled(ctx, b, "the app's token was revoked")
		}
	}
	return nil
}

// person is somebody in the workspace that the app is installed in, which in a
// shared channel is not the one they come from.
func (b eventBody) person(user string) bot.Person {
	if len(b.Authorizations) > 0 {
		auth := b.Authorizations[0]
		if auth.Team != "" || auth.Enterprise != "" {
			return person(auth.Enterprise, auth.Team, user, bool(auth.OrgWide))
		}
	}
	return person(b.Enterprise, b.Team, user, b.Team == "")
}

// self is the coach's own user id in the workspace, as far as it is known.
func (e *ear) self(b eventBody) string {
	for _, auth := range b.Authorizations {
		if auth.Bot {
			return auth.User
		}
	}
	return e.known(b.person("").Workspace).BotUser
}

// said takes a direct message or a mention. What the coach or another app said,
// and what was only edited, is nobody's word to it.
func (e *ear) said(ctx context.Context, b eventBody) error {
	ev := b.Event
	user, channel, self := text(ev.User), text(ev.Channel), e.self(b)
	spoken := ev.Subtype == "" || ev.Subtype == "file_share" || ev.Subtype == "thread_broadcast"
	direct := ev.ChannelType == "im" || strings.HasPrefix(channel, "D")
	if user == "" || user == self || ev.Bot != "" || !spoken || (ev.Type == "message" && !direct) {
		return nil
	}
	m := bot.Message{ID: strings.Join([]string{"said", b.Team, channel, ev.TS}, "."), From: b.person(user),
		Direct: direct, Addressed: true, Text: unescape(ev.Text, self),
		Handle: handle{Channel: channel, Thread: ev.Thread, At: e.o.Now().Unix()}.String()}
	if !direct {
		m.Channel = channel
	}
	if len(ev.Files) > 0 && direct {
		return e.sharedFile(ctx, m, ev.Files[0])
	}
	return e.accept(ctx, m)
}

// sharedFile takes a message that brings a file. A file that cannot be read is
// told of at once; the words beside it are still for the coach.
func (e *ear) sharedFile(ctx context.Context, m bot.Message, f sharedFile) (err error) {
	var instead string
	if m.File, instead, err = e.arrive(ctx, m.ID, m.From, f); err != nil {
		return err // not acknowledged: Slack delivers it again
	}
	if instead != "" {
		e.soon(func(ctx context.Context) {
			to := bot.Address{Person: m.From, Handle: m.Handle}
			if err := e.Send(ctx, to, bot.Reply{Kind: bot.Answer, Text: instead}, m.ID); err != nil {
				e.o.Log.ErrorContext(ctx, "cannot say that a file was not read", "error", err)
			}
		})
		if m.Text == "" {
			return nil
		}
	}
	return e.accept(ctx, m)
}

// userChanged notes a new time zone, and offers to move the check-ins with it.
func (e *ear) userChanged(b eventBody) error {
	var u struct {
		ID      string `json:"id"`
		TZ      string `json:"tz"`
		Deleted bool   `json:"deleted"`
		Bot     bool   `json:"is_bot"`
	}
	if err := json.Unmarshal(b.Event.User, &u); err != nil || u.ID == "" || u.TZ == "" || u.Deleted || u.Bot {
		return nil
	}
	from := b.person(u.ID)
	if e.zones.set(from, u.TZ) { // most changes are of a status or a picture
		e.soon(func(ctx context.Context) { e.offerMove(ctx, from, u.TZ, b.EventID) })
	}
	return nil
}

// offerMove asks somebody who now has another clock than their check-ins run on.
// The same occasion asks once.
func (e *ear) offerMove(ctx context.Context, p bot.Person, zone, occasion string) {
	if e.desk == nil {
		return
	}
	command, err := e.desk.Offer(ctx, p, zone)
	if err == nil && command != "" {
		err = e.accept(ctx, bot.Message{ID: strings.Join([]string{"zone", p.Workspace, p.User, occasion}, "."), From: p, Direct: true, Addressed: true, Press: command})
	}
	if err != nil {
		e.o.Log.ErrorContext(ctx, "new time zone not offered", "error", err)
	}
}

// uninstalled forgets a workspace, its token at once. Where it was the only one,
// listening on is no use.
func (e *ear) uninstalled(ctx context.Context, b eventBody, why string) error {
	p := b.person("")
	e.forget(p.Workspace)
	enterprise, team := b.Enterprise, b.Team
	if p.Workspace == enterprise {
		team = ""
	}
	if e.o.BotToken == "" {
		if err := e.o.Store.DropInstall(ctx, enterprise, team); err != nil {
			return fmt.Errorf("forget the workspace: %w", err)
		}
	}
	if e.places != nil {
		if err := e.places.Left(ctx, bot.Place{Platform: Name, Workspace: p.Workspace}); err != nil {
			return err
		}
	}
	if e.o.BotToken == "" {
		e.o.Log.WarnContext(ctx, why, "team", team, "enterprise", enterprise)
		return nil
	}
	select {
	case e.gone <- errors.New(why + "; install it again and put the new token into slack.bot_token"):
	default: // said already
	}
	return nil
}

// installed notes that the app is in a workspace.
func (e *ear) installed(ctx context.Context, i Install) error {
	if e.places == nil || i.workspace() == "" {
		return nil
	}
	return e.places.Back(ctx, bot.Place{Platform: Name, Workspace: i.workspace()})
}
