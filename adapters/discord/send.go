package discord

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

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
		a.o.Log.Warn("interaction over; answering by direct message", "error", err)
	}
	if r.Public && to.Channel != "" {
		return forBot(a.post(ctx, to.Channel, parts, key))
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
		} else {
			m.Flags |= ephemeral(!h.Open && !r.Public)
			err = a.followUp(ctx, h, m)
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
				a.o.Log.Warn("outcome not noted", "error", noted)
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
		a.o.Log.Warn("closed messages not told", "error", err)
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

// A file that somebody sends.
const maxFile = 20 << 20

var errTooLarge = errors.New("the file is too large")

// fileHosts are where Discord keeps files. Nothing else is fetched.
var fileHosts = []string{"cdn.discordapp.com", "media.discordapp.net"}

// fetch reads a file that came with a message.
func (a *Adapter) fetch(ctx context.Context, f file) ([]byte, error) {
	if f.Size > maxFile {
		return nil, errTooLarge
	}
	where, err := url.Parse(f.URL)
	if err != nil || where.Scheme != "https" || !contains(fileHosts, where.Hostname()) {
		return nil, errors.New("the file lies somewhere else than at Discord")
	}
	q, err := http.NewRequestWithContext(ctx, http.MethodGet, f.URL, nil)
	if err != nil {
		return nil, fmt.Errorf("ask for the file: %w", err)
	}
	resp, err := a.rest.session.Client.Do(q)
	if err != nil {
		return nil, errors.New("the file could not be fetched") // the address is a secret of the person's
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxFile+1))
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	if len(data) > maxFile {
		return nil, errTooLarge
	}
	return data, nil
}

func contains(list []string, s string) bool {
	for _, x := range list {
		if strings.EqualFold(x, s) {
			return true
		}
	}
	return false
}

func wrap(doing string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", doing, err)
}
