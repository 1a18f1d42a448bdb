package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"time"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// direct writes a direct message. What comes unasked is noted before and after,
// so that a second try after a restart finds out what became of the first.
func (a *Adapter) direct(ctx context.Context, to bot.Address, h handle, r bot.Reply, parts []*message, key string) error {
	unasked := r.Kind != bot.Answer && to.Handle == ""
	if unasked && a.closed.is(to.User) {
		return fmt.Errorf("%w: their direct messages were closed a short while ago", bot.ErrUnreachable)
	}
	if unasked {
		sent, err := a.sentBefore(ctx, to.User, parts, key)
		if sent || err != nil {
			return err
		}
	}
	err := forBot(a.toPerson(ctx, to.User, h, parts, key))
	if errors.Is(err, bot.ErrUnreachable) {
		a.closed.note(to.User)
		a.sayClosed(ctx, to, h, key)
	}
	if unasked {
		if known := !errors.Is(err, bot.ErrUnknown); known {
			if noted := a.o.Store.EndSend(context.WithoutCancel(ctx), key, err == nil); noted != nil {
				a.o.Log.WarnContext(ctx, "outcome not noted", "error", noted)
			}
		}
	}
	return err
}

// toPerson opens the conversation, unless it is known, and writes. A known
// conversation that Discord no longer takes is opened again, once.
func (a *Adapter) toPerson(ctx context.Context, user string, h handle, parts []*message, key string) error {
	channel := h.Channel
	var err error
	if !h.Open || channel == "" {
		if channel, err = a.channelOf(ctx, user); err != nil {
			return err
		}
	}
	err = a.post(ctx, channel, parts, key)
	if !hasCode(err, codeUnknownChannel, codeMissingAccess) {
		return err
	}
	if channel, err = a.openChannel(ctx, user); err != nil {
		return err
	}
	return a.post(ctx, channel, parts, key)
}

// channelOf is the person's direct-message channel, opened if it is not known.
func (a *Adapter) channelOf(ctx context.Context, user string) (string, error) {
	channel, err := a.o.Store.DirectChannel(ctx, user)
	if err != nil {
		return "", fmt.Errorf("load channel: %w", err)
	}
	if channel != "" {
		return channel, nil
	}
	return a.openChannel(ctx, user)
}

func (a *Adapter) openChannel(ctx context.Context, user string) (string, error) {
	answer, err := a.rest.do(ctx, request{method: http.MethodPost, url: discordgo.EndpointUserChannels("@me"), lane: "open conversation",
		body: map[string]string{"recipient_id": user}, repeatable: true})
	if err != nil {
		return "", wrap("open a conversation", err)
	}
	var c struct {
		ID string `json:"id"`
	}
	if err := json.Unmarshal(answer, &c); err != nil || c.ID == "" {
		return "", errors.New("open a conversation: Discord named no channel")
	}
	if err := a.o.Store.SetDirectChannel(ctx, user, c.ID, a.o.Now()); err != nil {
		return "", fmt.Errorf("keep channel: %w", err)
	}
	return c.ID, nil
}

// sayClosed tells somebody who mentioned the coach in a channel why nothing
// comes, without a word of the answer.
func (a *Adapter) sayClosed(ctx context.Context, to bot.Address, h handle, key string) {
	if to.Channel == "" || h.Message == "" || h.Token != "" {
		return
	}
	m := notice("I answer privately, and your direct messages are closed to me. Allow them in this server's privacy settings, or use `/ask`: only you see that.")
	m.Reference = &reference{Message: h.Message}
	m.Mentions.RepliedUser = true
	if err := a.post(ctx, to.Channel, []*message{m}, key+".closed"); err != nil {
		a.o.Log.WarnContext(ctx, "closed messages not told", "error", err)
	}
}

// nonceLife is how long Discord certainly knows a nonce.
const nonceLife = 2 * time.Minute

// sentBefore finds out whether an unasked message was sent by an earlier try:
// by what was noted, and after a cut-off try that the nonce no longer covers,
// by looking into the conversation.
func (a *Adapter) sentBefore(ctx context.Context, who string, parts []*message, key string) (bool, error) {
	before, done, err := a.o.Store.BeginSend(ctx, key, a.o.Now())
	if err != nil {
		return false, fmt.Errorf("note the sending: %w", err)
	}
	if done || before.IsZero() || a.o.Now().Sub(before) < nonceLife {
		return done, nil
	}
	channel, err := a.channelOf(ctx, who)
	if err != nil {
		return false, forBot(err)
	}
	var shown []struct {
		Author  user      `json:"author"`
		Content string    `json:"content"`
		At      time.Time `json:"timestamp"`
	}
	if err := a.rest.get(ctx, discordgo.EndpointChannelMessages(channel)+"?limit=50", "read "+channel, &shown); err != nil {
		return false, forBot(err)
	}
	for _, m := range shown {
		if m.Author.Bot && m.Content == parts[0].Content && !m.At.Before(before.Add(-time.Minute)) {
			return true, wrap("note the sending", a.o.Store.EndSend(ctx, key, true))
		}
	}
	return false, nil
}
