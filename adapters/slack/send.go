package slack

import (
	"context"
	"errors"
	"fmt"
	"slices"

	slackgo "github.com/slack-go/slack"

	"tandem/bot"
)

// Send renders a reply and delivers its messages in order, then its picture and
// its file. Each has a key of its own under the reply's.
func (a *Adapter) Send(ctx context.Context, to bot.Address, r bot.Reply, key string) error {
	inst, err := a.install(ctx, to.Workspace)
	if err != nil {
		return err
	}
	m := mail{inst: inst, to: to, h: parseHandle(to.Handle), public: r.Public}
	if m.h.Channel != "" && !m.h.direct() && (r.Picture != nil || r.File != nil) {
		r.Text = join(r.Text, sentDirectly) // an answer for one person's eyes carries no file
	}
	for i, p := range pages(r) {
		m.page, m.key, m.update = p, fmt.Sprintf("%s/%d", key, i), r.Update && i == 0
		if err := a.once(ctx, m); err != nil {
			return err
		}
	}
	if err := a.sendFiles(ctx, m, r, key); err != nil {
		return err
	}
	if m.h.Home || r.Erased {
		a.refreshHome(to.Person)
	}
	return nil
}

const sentDirectly = "(The rest comes in a direct message.)"

// mail is one message on its way.
type mail struct {
	inst   Install
	to     bot.Address
	h      handle
	page   page
	key    string
	public bool
	update bool // takes the place of the message whose button was pressed
}

// once delivers a message under its key: what was begun and not known to be done
// is looked for before it is sent again.
func (a *Adapter) once(ctx context.Context, m mail) error {
	before, done, err := a.o.Store.BeginSend(ctx, m.key, a.o.Now())
	if err != nil {
		return fmt.Errorf("note sending: %w", err)
	}
	if done {
		return nil
	}
	if !before.IsZero() {
		there, looked, err := a.delivered(ctx, m, before)
		switch {
		case err != nil:
			return err
		case there:
			return a.o.Store.EndSend(ctx, m.key, true)
		case !looked && !m.update:
			m.page = m.page.again()
		}
	}
	err = a.deliver(ctx, m)
	if errors.Is(err, bot.ErrUnknown) {
		return err
	}
	if noted := a.o.Store.EndSend(context.WithoutCancel(ctx), m.key, err == nil); noted != nil && err == nil {
		return fmt.Errorf("note what was sent: %w", noted)
	}
	return err
}

// deliver chooses the way: over the message itself, ephemerally where the person
// spoke, or into their direct messages, which always works and so comes last.
func (a *Adapter) deliver(ctx context.Context, m mail) error {
	if m.public {
		return a.deliverPublic(ctx, m)
	}
	if m.update && m.h.Message != "" && m.h.direct() && !m.h.Ephemeral {
		if err := a.edit(ctx, m); !staleMessage(err) {
			return err
		}
	}
	if m.h.direct() && m.h.Message != "" && !m.h.Ephemeral || m.h.direct() && m.h.URL == "" {
		return a.post(ctx, m, m.h.Channel, m.h.Thread)
	}
	if m.h.fresh(a.o.Now()) && !m.h.Home && a.budget.take(m.h.URL) {
		err := a.respond(ctx, m, responseEphemeral)
		if !usedUp(err) {
			return err
		}
	}
	if m.h.Channel != "" && m.h.URL == "" {
		err := a.whisper(ctx, m)
		if !outOfEarshot(err) {
			return err
		}
	}
	return a.post(ctx, m, m.to.User, "")
}

// deliverPublic says something to everybody where the person pressed Share.
func (a *Adapter) deliverPublic(ctx context.Context, m mail) error {
	channel := m.h.Channel
	if channel == "" {
		channel = m.to.User
	}
	err := a.post(ctx, m, channel, m.h.Thread)
	if outOfEarshot(err) && m.h.fresh(a.o.Now()) && a.budget.take(m.h.URL) {
		err = a.respond(ctx, m, responseInChannel)
	}
	if outOfEarshot(err) || usedUp(err) {
		m.page = pages(bot.Reply{Text: notShared})[0]
		return a.post(ctx, m, m.to.User, "")
	}
	return err
}

const notShared = "I could not share it there: I am not in that channel. Type `/invite` and my name in it, and press Share again."

// staleMessage: the message cannot be edited any more.
func staleMessage(err error) bool {
	return slices.Contains([]string{"message_not_found", "cant_update_message", "edit_window_closed", "channel_not_found", "block_mismatch"}, code(err))
}

// outOfEarshot: the coach, or the person, is not in the channel.
func outOfEarshot(err error) bool {
	return slices.Contains([]string{"not_in_channel", "user_not_in_channel", "channel_not_found", "is_archived", "channel_is_archived",
		"restricted_action", "ekm_access_denied", "cannot_reply_to_message"}, code(err))
}

// metadataEvent names our metadata. It holds the key and nothing else: every app
// in the workspace can read it.
const metadataEvent = "tandem_message"

func (m mail) metadata() slackgo.SlackMetadata {
	return slackgo.SlackMetadata{EventType: metadataEvent, EventPayload: map[string]any{"key": m.key}}
}

// content is what every message has: its whole text, escaped and not to be
// searched for names and links, and its blocks.
func (m mail) content() []slackgo.MsgOption {
	o := []slackgo.MsgOption{slackgo.MsgOptionText(m.page.text, true), slackgo.MsgOptionParse(false), slackgo.MsgOptionDisableMarkdown(),
		slackgo.MsgOptionDisableLinkUnfurl(), slackgo.MsgOptionDisableMediaUnfurl()}
	if len(m.page.blocks) > 0 {
		o = append(o, slackgo.MsgOptionBlocks(m.page.blocks...))
	}
	return o
}

// post writes into a conversation; a user's id opens their direct messages.
func (a *Adapter) post(ctx context.Context, m mail, channel, thread string) error {
	return a.simpler(ctx, m, func(m mail) error {
		return a.call(ctx, m.inst, "chat.postMessage", channel, func(ctx context.Context, api *slackgo.Client) error {
			o := append(m.content(), slackgo.MsgOptionMetadata(m.metadata()))
			if thread != "" {
				o = append(o, slackgo.MsgOptionTS(thread))
			}
			_, _, err := api.PostMessageContext(ctx, channel, o...)
			return err
		})
	})
}

// whisper writes into a channel for one person's eyes.
func (a *Adapter) whisper(ctx context.Context, m mail) error {
	return a.simpler(ctx, m, func(m mail) error {
		return a.call(ctx, m.inst, "chat.postEphemeral", m.h.Channel, func(ctx context.Context, api *slackgo.Client) error {
			o := m.content()
			if m.h.Thread != "" {
				o = append(o, slackgo.MsgOptionTS(m.h.Thread))
			}
			_, err := api.PostEphemeralContext(ctx, m.h.Channel, m.to.User, o...)
			return err
		})
	})
}

// edit puts the message in the place of the one whose button was pressed.
func (a *Adapter) edit(ctx context.Context, m mail) error {
	return a.simpler(ctx, m, func(m mail) error {
		return a.call(ctx, m.inst, "chat.update", m.h.Channel, func(ctx context.Context, api *slackgo.Client) error {
			_, _, _, err := api.UpdateMessageContext(ctx, m.h.Channel, m.h.Message, append(m.content(), slackgo.MsgOptionMetadata(m.metadata()))...)
			return err
		})
	})
}

// simpler sends again as text alone where Slack does not take the blocks: an
// answer without buttons is better than none.
func (a *Adapter) simpler(ctx context.Context, m mail, send func(mail) error) error {
	err := send(m)
	if len(m.page.blocks) == 0 || !slices.Contains([]string{"invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long", "msg_too_long"}, code(err)) {
		return err
	}
	a.o.Log.ErrorContext(ctx, "slack refused blocks; sending text alone", "error", err)
	m.page.blocks = nil
	return send(m)
}
