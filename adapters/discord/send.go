package discord

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"

	"github.com/bwmarrin/discordgo"

	"tandem/bot"
)

// Send shows a reply: as the answer to the interaction that asked, while that
// lives; else as a direct message; in a channel only what is meant for all. A
// key that was sent is not sent again.
func (a *Adapter) Send(ctx context.Context, to bot.Address, r bot.Reply, key string) error {
	parts := render(r, to.User)
	if r.Form != nil {
		if err := a.keepForm(ctx, to.User, modalForm(*r.Form)); err != nil {
			return err
		}
	}
	h := parseHandle(to.Handle)
	if h.alive(a.o.Now()) {
		err := a.answer(ctx, h, r, parts, key)
		if err == nil || !tokenGone(err) {
			return forBot(err)
		}
		a.o.Log.WarnContext(ctx, "interaction over; answering by direct message", "error", err)
	}
	if r.Public && to.Channel != "" {
		return forChannel(a.post(ctx, to.Channel, parts, key))
	}
	return a.direct(ctx, to, h, r, parts, key)
}

// tokenGone reports whether an interaction can no longer be answered.
func tokenGone(err error) bool {
	return errors.Is(err, errNotAcknowledged) ||
		hasCode(err, codeUnknownInteraction, codeUnknownWebhook, codeBadWebhookToken, codeTooManyFollowUps, codeUnknownMessage, codeUnknownChannel)
}

// answer shows a reply where the interaction was made. What replaces the
// pressed message shows its first part only: the rest stands below it already.
func (a *Adapter) answer(ctx context.Context, h handle, r bot.Reply, parts []*message, key string) error {
	x := a.tokens.of(h.Token)
	if err := x.wait(ctx); err != nil {
		if ctx.Err() != nil {
			return err
		}
		return errNotAcknowledged
	}
	x.mu.Lock() // one sender an interaction: the first answer goes first
	defer x.mu.Unlock()
	if h.Press && r.Update {
		parts = parts[:1]
	}
	for n, m := range parts {
		partKey := fmt.Sprintf("%s.%d", key, n)
		if a.sent.done(partKey) {
			continue
		}
		first := !h.Press && !x.answered || h.Press && r.Update
		if first && r.Public && !h.Open {
			if err := a.editOriginal(ctx, h, notice("Shared.")); err != nil { // the waiting message is for one person and stays so
				return err
			}
			first = false
		}
		var err error
		if first {
			err = a.editOriginal(ctx, h, m)
			first = !hasCode(err, codeTooManyEdits) // an old message that was edited often: a new one stands below it
		}
		if !first {
			m.Flags |= ephemeral(!h.Open && !r.Public)
			err = a.followUpOnce(ctx, h, m, partKey)
		}
		if err != nil {
			return err
		}
		x.answered = true
		a.sent.note(partKey)
	}
	return nil
}

func (a *Adapter) editOriginal(ctx context.Context, h handle, m *message) error {
	_, err := a.rest.do(ctx, request{method: http.MethodPatch, url: discordgo.EndpointWebhookMessage(a.o.ApplicationID, h.Token, "@original"),
		lane: "webhook " + h.Token, body: m, files: m.files, repeatable: true, interaction: true})
	return wrap("edit the answer", err)
}

// followUpOnce adds a message to an interaction. It is the one sending that
// cannot be repeated unseen: Discord takes no nonce here, and a private message
// cannot be looked up. So it is noted before and after, and where nobody knows
// what became of the first it is sent again and says so.
func (a *Adapter) followUpOnce(ctx context.Context, h handle, m *message, key string) error {
	before, done, err := a.o.Store.BeginSend(ctx, key, a.o.Now())
	if err != nil {
		return fmt.Errorf("note the sending: %w", err)
	}
	if done {
		return nil
	}
	if again := escape(bot.SentAgain) + "\n" + m.Content; !before.IsZero() && length(again) <= maxContent {
		m.Content = again
	}
	err = a.followUp(ctx, h, m)
	if !errors.Is(err, bot.ErrUnknown) {
		if noted := a.o.Store.EndSend(context.WithoutCancel(ctx), key, err == nil); noted != nil {
			a.o.Log.WarnContext(ctx, "outcome not noted", "error", noted)
		}
	}
	return err
}

func (a *Adapter) followUp(ctx context.Context, h handle, m *message) error {
	_, err := a.rest.do(ctx, request{method: http.MethodPost, url: discordgo.EndpointWebhookToken(a.o.ApplicationID, h.Token),
		lane: "webhook " + h.Token, body: m, files: m.files, interaction: true})
	return wrap("send a follow-up", err)
}

// post writes to a channel, each part under a nonce of its key: Discord shows
// the same nonce once within some minutes.
func (a *Adapter) post(ctx context.Context, channel string, parts []*message, key string) error {
	_, done, err := a.rest.pace.alone(ctx, "sender "+channel) // the parts of one reply stay together
	if err != nil {
		return err
	}
	defer done()
	for n, m := range parts {
		partKey := fmt.Sprintf("%s.%d", key, n)
		if a.sent.done(partKey) {
			continue
		}
		m.Nonce, m.Enforce = nonce(partKey), true
		_, err := a.rest.do(ctx, request{method: http.MethodPost, url: discordgo.EndpointChannelMessages(channel), lane: "messages " + channel,
			body: m, files: m.files, repeatable: true})
		if err != nil {
			return wrap("send a message", err)
		}
		a.sent.note(partKey)
	}
	return nil
}

// nonce is a key in the 25 letters that Discord takes.
func nonce(key string) string {
	sum := sha256.Sum256([]byte(key))
	return base64.RawURLEncoding.EncodeToString(sum[:18])
}

func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}
